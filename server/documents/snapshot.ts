import type { Position, Range, TextDocument } from "vscode-languageserver-textdocument";
import { firstWhere } from "../prose/halving.ts";
import { type Change, changeBetween } from "../prose/versions/change.ts";
import type { Replaced } from "../prose/versions/compare.ts";
import { Starts } from "../prose/versions/starts.ts";
import { PiecedText, type Text } from "../prose/versions/text.ts";

/** One version of an open document, which nothing changes any more. Its lines are counted from those of an earlier version where there is one. */
export class Snapshot implements TextDocument {
	readonly uri: string;
	readonly languageId: string;
	readonly version: number;
	/** For whoever reads a stretch of it; `getText` puts all of it together. */
	readonly text: Text;
	/** Where each line begins. */
	readonly #lines: Starts;

	/** `change` is what has changed since the version before, where somebody has found that out already. */
	constructor(
		{ uri, languageId, version }: Pick<TextDocument, "uri" | "languageId" | "version">,
		text: Text,
		before?: Snapshot,
		change?: Change,
	) {
		this.uri = uri;
		this.languageId = languageId;
		this.version = version;
		this.text = text;
		this.#lines = before
			? linesAfter(before.#lines, before.text.length, text, change ?? changeBetween(before.getText(), text.toString()))
			: Starts.of(linesIn(text.toString(), 0, [0]));
	}

	/** Another version, with other words in the place of those that a change takes away. */
	edited(version: number, change: Change, words: string): Snapshot {
		return new Snapshot(
			{ uri: this.uri, languageId: this.languageId, version },
			PiecedText.of(this.text).spliced(change.fromA, change.toA, words),
			this,
			change,
		);
	}

	get lineCount(): number {
		return this.#lines.length;
	}

	/**
	 * The lines in which something may not stand where it stood in another version: `from` to `toB` now, `from` to `toA` then. What stands before them is where
	 * it was, and what stands behind them has moved by whole lines.
	 */
	linesSince(before: Snapshot): Replaced {
		const [then, now] = [before.#lines, this.#lines];
		const moved = this.text.length - before.text.length;
		const head = now.alikeAtStart(then);
		const tail = now.alikeAtEnd(then, moved, Math.min(then.length, now.length) - head);
		return { from: head - 1, toA: then.length - tail, toB: now.length - tail };
	}

	getText(range?: Range): string {
		return range ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.text.toString();
	}

	getLineRange(line: number): Range {
		const within = Math.max(0, Math.min(line, this.#lines.length - 1));
		const start = { line: within, character: 0 };
		return { start, end: line < 0 ? start : { line: within, character: this.#endOf(within) - (this.#lines.at(within) as number) } };
	}

	getEOLCharacters(line: number): string {
		if (line < 0 || line >= this.#lines.length) return "";
		return this.text.slice(this.#endOf(line), this.#lines.at(line + 1) ?? this.text.length);
	}

	/** The position of an offset; one behind the end of its line's words stands at that end. */
	positionAt(offset: number): Position {
		const within = Math.max(Math.min(offset, this.text.length), 0);
		const line = lineOf(this.#lines, within);
		const start = this.#lines.at(line) as number;
		let end = within;
		while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
		return { line, character: end - start };
	}

	/** The offset of a position; one behind the end of its line is that end. */
	offsetAt({ line, character }: Position): number {
		if (line >= this.#lines.length) return this.text.length;
		if (line < 0) return 0;
		const start = this.#lines.at(line) as number;
		return Math.max(Math.min(start + character, this.#endOf(line)), start);
	}

	/** Where the words of a line end, before what breaks it. */
	#endOf(line: number): number {
		const start = this.#lines.at(line) as number;
		let end = this.#lines.at(line + 1) ?? this.text.length;
		while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
		return end;
	}
}

/** The lines of a text that another one has become: those behind the change have only moved. */
function linesAfter(lines: Starts, length: number, text: Text, { fromA, toA, toB }: Change): Starts {
	if (toA === fromA && toB === fromA) return lines;
	// A break of two characters may be parted or joined where the change begins or ends.
	const first = Math.max(0, lineOf(lines, Math.max(0, fromA - 1)));
	const next = lineOf(lines, Math.min(length, toA + 1)) + 1;
	const moved = toB - toA;
	const start = lines.at(first) as number;
	const end = next < lines.length ? (lines.at(next) as number) + moved : text.length;
	const found = linesIn(text.slice(start, end), start, []);
	// The line that begins at the end is counted there already.
	return lines.spliced(first + 1, next + (next < lines.length ? 1 : 0), found, moved);
}

/** Adds the lines that begin in a stretch behind its beginning, which is at an offset. It does not end within a break of two characters. */
function linesIn(text: string, offset: number, lines: number[]): number[] {
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (!isBreak(unit)) continue;
		if (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
		lines.push(offset + at + 1);
	}
	return lines;
}

function lineOf(lines: Starts, offset: number): number {
	return firstWhere(lines.length, (i) => (lines.at(i) as number) > offset) - 1;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const isBreak = (unit: number): boolean => unit === CARRIAGE_RETURN || unit === LINE_FEED;
