import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { Token } from "../../prose/tokens.ts";
import { entryOf, inSmallLetters } from "./lexicon/lexicon.ts";
import type { ReportingVerb } from "./lexicon/verbs.ts";
import type { Quoted } from "./marks.ts";

/** A word, number, mark, or a whole quotation seen as one word. Offsets are the block's text's. */
export interface Word extends Span {
	readonly kind: "word" | "number" | "mark" | "quote";
	readonly text: string;
	/** Lower case, with a straight apostrophe. */
	readonly lower: string;
	/** Closed word classes, bits of `is`. */
	readonly class: number;
	/** What may carry a report beside a verb, bits of `sign`. */
	readonly signs: number;
	/** Begins with a capital letter. */
	readonly capital: boolean;
	/** What it may report, when it has the form of a reporting verb. */
	readonly verb: ReportingVerb | undefined;
	/** Names an office or an occupation. */
	readonly isTitle: boolean;
	readonly quoted: Quoted | undefined;
}

/** A stretch of a unit's words: indices, half open. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** Whether a word is of one of some closed classes, bits of `is`. */
export const has = (word: Word | undefined, kinds: number): boolean => word !== undefined && (word.class & kinds) !== 0;

/** Whether a sentence ends here. */
export function isStop(word: Word | undefined): boolean {
	if (word === undefined) return true;
	if (word.kind !== "mark") return false;
	const mark = word.text;
	return mark === "." || mark === "!" || mark === "?" || mark === ";" || mark === "…";
}

export const isComma = (word: Word | undefined): boolean => word?.text === ",";

/** A block's tokens with what the word lists say of each. Looked up once for all that is read from them. */
export function wordsOf(block: Block): Word[] {
	const { text, tokens } = block;
	const words: Word[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		const { kind, start, end } = token;
		if (kind === "word") {
			words.push(wordOf(token.text, start, end));
			continue;
		}
		const tied = kind === "number" ? tiedEnd(tokens, i) : -1;
		if (tied < 0) words.push(other(kind, token.text, start, end, undefined));
		else {
			words.push(wordOf(text.slice(start, tied), start, tied));
			i += 2;
		}
	}
	return words;
}

function wordOf(text: string, start: number, end: number): Word {
	const entry = entryOf(text);
	// The word of a list is one string wherever it stands, so that it is compared at once.
	const lower = entry.word ?? inSmallLetters(text);
	const first = text.charCodeAt(0);
	const capital = first > 127 ? first !== lower.charCodeAt(0) : first >= 65 && first <= 90;
	const { class: classes, signs, verb, isTitle } = entry;
	return { kind: "word", text, lower, class: classes, signs, capital, verb, isTitle, quoted: undefined, start, end };
}

function other(kind: "number" | "mark" | "quote", text: string, start: number, end: number, quoted: Quoted | undefined): Word {
	return { kind, text, lower: text, class: 0, signs: 0, capital: false, verb: undefined, isTitle: false, quoted, start, end };
}

/** Where a word ends that a hyphen ties to a number and makes one with it: `a 54-year-old planner` is one noun phrase. -1 where there is none. */
function tiedEnd(tokens: readonly Token[], at: number): number {
	const hyphen = tokens[at + 1];
	if (hyphen?.text !== "-" || hyphen.start !== tokens[at]?.end) return -1;
	const word = tokens[at + 2];
	return word?.kind === "word" && word.start === hyphen.end ? word.end : -1;
}

/**
 * A block's sentences as words, quotations being single words: a sentence that ends inside of a quotation does not end the unit.
 * After `…!" she said` the unit goes on, though the mark looks like a sentence's end.
 */
export function unitsOf(block: Block, tokens: readonly Word[], quoted: readonly Quoted[]): Word[][] {
	const { sentences } = block;
	const units: Word[][] = [];
	let unit: Word[] = [];
	let next = 0;
	let sentence = 0;
	let skipUntil = -1;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Word;
		if (token.start < skipUntil) continue;
		while (sentence < sentences.length && token.start >= (sentences[sentence] as Span).end) {
			sentence++;
			if (unit.length > 0) units.push(unit);
			if (unit.length > 0) unit = [];
		}
		if (unit.length >= LONGEST) {
			units.push(unit);
			unit = [];
		}
		while (next < quoted.length && (quoted[next] as Quoted).end <= token.start) next++;
		const inside = quoted[next];
		if (!inside || inside.start > token.start) {
			unit.push(token);
			continue;
		}
		unit.push(quotation(inside));
		skipUntil = inside.end;
		// Sentences that begin inside of the quotation are part of this unit.
		while (sentence + 1 < sentences.length && (sentences[sentence + 1] as Span).start < inside.end) sentence++;
	}
	if (unit.length > 0) units.push(unit);
	return quoted.length > 0 ? joinAttributions(units, block.text) : units;
}

/** No sentence that is read is longer; what claims to be is cut, so that looking for the ends of reports stays in proportion to the text. */
const LONGEST = 240;

const quotation = (quoted: Quoted): Word => other("quote", "", quoted.start, quoted.end, quoted);

/** Joins `"Will it hold?"` and `Smith asked.`: a unit that ends with a quotation's own question or exclamation mark, and a short one that only attributes. */
function joinAttributions(units: Word[][], text: string): Word[][] {
	const joined: Word[][] = [];
	for (const unit of units) {
		const before = joined.at(-1);
		const last = before?.at(-1);
		if (
			before &&
			before.length < LONGEST &&
			last?.quoted?.open === false &&
			unit[0]?.kind !== "quote" &&
			attributes(unit, text[last.end - 2] ?? "")
		)
			before.push(...unit);
		else joined.push(unit);
	}
	return joined;
}

/** Whether a sentence after a quotation only says whose it was: a name or pronoun and a reporting verb among its first words, and nothing reported after it. */
function attributes(unit: readonly Word[], stop: string): boolean {
	// A dash and a name sign the quotation.
	if (/^[—–―-]$/.test(unit[0]?.text ?? "") && unit[1]?.capital) return true;
	if (unit.some((word) => word.kind === "quote") && stop === ".") return false;
	const verb = unit.findIndex((word) => word.verb !== undefined && !word.capital);
	if (verb < 1 || verb > 8) return false;
	const rest = unit.slice(verb + 1).filter((word) => word.kind === "word");
	const first = unit[verb + 1];
	const ends = first === undefined || first.kind === "mark";
	if (stop === ".") return ends && rest.length === 0;
	return ends || rest.length <= 6;
}
