import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import { sign } from "./lexicon/words.ts";
import type { Quoted } from "./marks.ts";
import { quotation, type Word, type Words } from "./words.ts";

/** A sentence as words, a quotation in it being one word. */
export class Unit {
	readonly words: readonly Word[];
	/** Those of all its words, bits of `sign`. */
	readonly signs: number;
	readonly #starts: readonly number[];
	/** Which of the starts is that of the first word. */
	readonly #first: number;

	constructor(words: readonly Word[], starts: readonly number[], first: number) {
		this.words = words;
		this.signs = signsOf(words, 0, words.length);
		this.#starts = starts;
		this.#first = first;
	}

	/** Where a word begins in the block's text. */
	startOf(word: number): number {
		return this.#starts[this.#first + word] as number;
	}

	/** Where a word ends in the block's text. */
	endOf(word: number): number {
		const { quoted, text } = this.words[word] as Word;
		return quoted ? quoted.end : this.startOf(word) + text.length;
	}
}

/** The signs of some words. */
function signsOf(words: readonly Word[], from: number, to: number): number {
	let signs = 0;
	for (let i = from; i < to; i++) signs |= (words[i] as Word).signs;
	return signs;
}

/** A block's sentences as words, one for one; undefined where nothing in a sentence may be the sign of a report. */
export function unitsOf(block: Block, words: Words, quoted: readonly Quoted[]): readonly (Unit | undefined)[] {
	return quoted.length > 0 ? unitsAround(block, words, quoted) : plainUnits(block, words);
}

/** Where nobody is quoted, units are cut from the block's words as they are, and only those that may say something. */
function plainUnits({ sentences }: Block, { list, starts }: Words): (Unit | undefined)[] {
	const units: (Unit | undefined)[] = [];
	let from = 0;
	let sentence = 0;
	const close = (to: number): void => {
		if (to > from) units.push((signsOf(list, from, to) & sign.report) !== 0 ? new Unit(list.slice(from, to), starts, from) : undefined);
		from = to;
	};
	for (let i = 0; i < list.length; i++) {
		const start = starts[i] as number;
		while (sentence < sentences.length && start >= (sentences[sentence] as Span).end) {
			sentence++;
			close(i);
		}
		if (i - from >= LONGEST) close(i);
	}
	close(list.length);
	return units;
}

/** A unit that is still being put together. */
interface Draft {
	readonly words: Word[];
	readonly starts: number[];
}

/**
 * Quotations are single words: a sentence that ends inside of a quotation does not end the unit.
 * After `…!" she said` the unit goes on, though the mark looks like a sentence's end.
 */
function unitsAround(block: Block, { list, starts }: Words, quoted: readonly Quoted[]): Unit[] {
	const { sentences } = block;
	const units: Draft[] = [];
	let unit: Draft = { words: [], starts: [] };
	const close = (): void => {
		if (unit.words.length === 0) return;
		units.push(unit);
		unit = { words: [], starts: [] };
	};
	let next = 0;
	let sentence = 0;
	let skipUntil = -1;
	for (let i = 0; i < list.length; i++) {
		const start = starts[i] as number;
		if (start < skipUntil) continue;
		while (sentence < sentences.length && start >= (sentences[sentence] as Span).end) {
			sentence++;
			close();
		}
		if (unit.words.length >= LONGEST) close();
		while (next < quoted.length && (quoted[next] as Quoted).end <= start) next++;
		const inside = quoted[next];
		if (!inside || inside.start > start) {
			unit.words.push(list[i] as Word);
			unit.starts.push(start);
			continue;
		}
		unit.words.push(quotation(inside));
		unit.starts.push(inside.start);
		skipUntil = inside.end;
		// Sentences that begin inside of the quotation are part of this unit.
		while (sentence + 1 < sentences.length && (sentences[sentence + 1] as Span).start < inside.end) sentence++;
	}
	close();
	return joinAttributions(units, block.text).map(({ words, starts }) => new Unit(words, starts, 0));
}

/** No sentence that is read is longer; what claims to be is cut, so that looking for the ends of reports stays in proportion to the text. */
const LONGEST = 240;

/** Joins `"Will it hold?"` and `Smith asked.`: a unit that ends with a quotation's own question or exclamation mark, and a short one that only attributes. */
function joinAttributions(units: readonly Draft[], text: string): Draft[] {
	const joined: Draft[] = [];
	for (const unit of units) {
		const before = joined.at(-1);
		const last = before?.words.at(-1)?.quoted;
		if (
			before &&
			before.words.length < LONGEST &&
			last?.open === false &&
			unit.words[0]?.kind !== "quote" &&
			attributes(unit.words, text[last.end - 2] ?? "")
		) {
			before.words.push(...unit.words);
			before.starts.push(...unit.starts);
		} else joined.push(unit);
	}
	return joined;
}

/** Whether a sentence after a quotation only says whose it was: a name or pronoun and a reporting verb among its first words, and nothing reported after it. */
function attributes(unit: readonly Word[], stop: string): boolean {
	// A dash and a name sign the quotation.
	if (/^(?:[—–―-]|--)$/.test(unit[0]?.text ?? "") && unit[1]?.capital) return true;
	if (unit.some((word) => word.kind === "quote") && stop === ".") return false;
	const verb = unit.findIndex((word) => word.verb !== undefined && !word.capital);
	if (verb < 1 || verb > 8) return false;
	const rest = unit.slice(verb + 1).filter((word) => word.kind === "word");
	const first = unit[verb + 1];
	const ends = first === undefined || first.kind === "mark";
	if (stop === ".") return ends && rest.length === 0;
	return ends || rest.length <= 6;
}
