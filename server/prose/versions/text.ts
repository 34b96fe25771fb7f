import { firstWhere } from "../halving.ts";
import { replaced } from "./compare.ts";
import { Starts } from "./starts.ts";

/** A text that is read a stretch at a time, so that nobody has to have all of it in one piece. Any string is one. Offsets are UTF-16 units. */
export interface Text {
	readonly length: number;
	/** What stands between two offsets; up to the end without the second. Offsets count from the beginning: none is negative. */
	slice(from: number, to?: number): string;
	charCodeAt(offset: number): number;
	indexOf(words: string, from?: number): number;
	lastIndexOf(words: string, from?: number): number;
	/** All of it as one string. */
	toString(): string;
}

/**
 * A text in pieces, of which an edit makes only those anew that it touches. A string that two others and a letter between them were joined to is copied by
 * the engine when anybody looks at one character of it: of 2 MB, that was a third of what a keystroke in an article of 1 MB took.
 */
export class PiecedText implements Text {
	readonly length: number;
	readonly #pieces: readonly string[];
	/** Where each piece begins; none is empty. */
	readonly #starts: Starts;
	#whole: string | undefined;

	private constructor(pieces: readonly string[], starts: Starts, whole?: string) {
		this.#pieces = pieces;
		this.#starts = starts;
		this.length = pieces.length === 0 ? 0 : (starts.at(pieces.length - 1) as number) + (pieces.at(-1) as string).length;
		this.#whole = whole;
	}

	/** A text in pieces; the same when it is. */
	static of(text: Text): PiecedText {
		if (text instanceof PiecedText) return text;
		const whole = text.toString();
		const pieces = cut(whole);
		return new PiecedText(pieces, Starts.of(startsOf(pieces, 0)), whole);
	}

	/** The text with other words in the place of those between two offsets. */
	spliced(from: number, to: number, words: string): PiecedText {
		const pieces = this.#pieces;
		if (pieces.length === 0) return PiecedText.of(words);
		const first = this.#pieceAt(from);
		let end = this.#pieceAt(to) + 1;
		let own = this.slice(this.#startOf(first), from) + words + this.slice(to, this.#startOf(end));
		// Many small deletions do not leave many small pieces.
		if (own.length < LEAST && end < pieces.length) own += pieces[end++];
		const fresh = cut(own);
		const starts = this.#starts.spliced(first, end, startsOf(fresh, this.#startOf(first)), words.length - (to - from));
		return new PiecedText(replaced(pieces, { from: first, toA: end, toB: first + fresh.length }, fresh), starts);
	}

	slice(from: number, to: number = this.length): string {
		const last = Math.min(to, this.length);
		if (from >= last) return "";
		let i = this.#pieceAt(from);
		let found = (this.#pieces[i] as string).slice(from - this.#startOf(i), last - this.#startOf(i));
		for (i++; this.#startOf(i) < last; i++) found += (this.#pieces[i] as string).slice(0, last - this.#startOf(i));
		return found;
	}

	charCodeAt(offset: number): number {
		if (!(offset >= 0 && offset < this.length)) return Number.NaN;
		const i = this.#pieceAt(offset);
		return (this.#pieces[i] as string).charCodeAt(offset - this.#startOf(i));
	}

	indexOf(words: string, from = 0): number {
		const begin = Math.max(from, 0);
		if (begin >= this.length) return words === "" ? this.length : -1;
		for (let i = this.#pieceAt(begin); i < this.#pieces.length; i++) {
			const start = Math.max(begin, this.#startOf(i));
			// Words may begin in one piece and end in another.
			const at = this.slice(start, this.#startOf(i + 1) + words.length - 1).indexOf(words);
			if (at >= 0) return start + at;
		}
		return -1;
	}

	lastIndexOf(words: string, from: number = this.length): number {
		const begin = Math.max(Math.min(from, this.length - words.length), 0);
		if (this.#pieces.length === 0) return words === "" ? 0 : -1;
		for (let i = this.#pieceAt(begin); i >= 0; i--) {
			const start = this.#startOf(i);
			const at = this.slice(start, Math.min(begin, this.#startOf(i + 1) - 1) + words.length).lastIndexOf(words);
			if (at >= 0) return start + at;
		}
		return -1;
	}

	toString(): string {
		this.#whole ??= this.#pieces.join("");
		return this.#whole;
	}

	/** Index of the piece that holds an offset; the last one at the end of the text. */
	#pieceAt(offset: number): number {
		return Math.max(0, firstWhere(this.#pieces.length, (i) => (this.#starts.at(i) as number) > offset) - 1);
	}

	#startOf(piece: number): number {
		return this.#starts.at(piece) ?? this.length;
	}
}

/** Pieces are cut to this length: small enough to be copied in no time, and some hundreds of them are 1 MB. UTF-16 units. */
const LENGTH = 4096;

/** A shorter piece is joined to the next one. */
const LEAST = LENGTH / 2;

function cut(text: string): string[] {
	// A piece that has grown a little stays one.
	if (text.length <= LENGTH * 2) return text === "" ? [] : [text];
	const pieces: string[] = [];
	for (let at = 0; at < text.length; at += LENGTH) pieces.push(text.slice(at, at + LENGTH));
	return pieces;
}

/** Where pieces begin that follow each other from an offset on. */
function startsOf(pieces: readonly string[], from: number): number[] {
	let at = from;
	return pieces.map((piece) => {
		at += piece.length;
		return at - piece.length;
	});
}
