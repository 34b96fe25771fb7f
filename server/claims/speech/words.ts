import { hashOf, type Token, TokenReader } from "../../prose/tokens.ts";
import { Written } from "../../prose/written.ts";
import { entryOf, inSmallLetters } from "./lexicon/lexicon.ts";
import type { ReportingVerb } from "./lexicon/verbs.ts";
import { sign } from "./lexicon/words.ts";
import type { Quoted } from "./marks.ts";

/** A word, number, mark, or a whole quotation seen as one word. A word is the same object wherever it stands; where that is, `Words` and `Unit` know. */
export interface Word {
	readonly kind: "word" | "number" | "mark" | "quote";
	readonly text: string;
	/** Lower case, with a straight apostrophe. */
	readonly lower: string;
	/** Closed word classes, bits of `is`. */
	readonly class: number;
	/** What may be there to be read where it stands, bits of `sign`. */
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

/** The words of a block. */
export interface Words {
	readonly list: readonly Word[];
	/** Where each begins in the block's text. */
	readonly starts: readonly number[];
	/** Those of all its words, bits of `sign`. */
	readonly signs: number;
}

/** Where a word of a block ends in its text. */
export function endOf({ list, starts }: Words, word: number): number {
	return (starts[word] as number) + (list[word] as Word).text.length;
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

/** A dash between words, which agencies write as two hyphens. */
export const isDash = (word: Word | undefined): boolean => word?.text === "—" || word?.text === "–" || word?.text === "--";

/** The words of a text, with what the word lists say of each. */
export function wordsOf(text: string, vocabulary: Vocabulary): Words {
	const { list, starts } = vocabulary.room;
	let length = 0;
	let signs = 0;
	const reader = new TokenReader(text);
	while (reader.next()) {
		const { kind, start, end, hash } = reader;
		const whole = kind === "number" && isTied(text, reader) ? "word" : kind === "mark" && isDoubled(text, reader) ? "mark" : undefined;
		const word = whole
			? vocabulary.at(text, start, reader.end, hashOf(text, start, reader.end), whole)
			: vocabulary.at(text, start, end, hash, kind);
		signs |= word.signs;
		list[length] = word;
		starts[length++] = start;
	}
	return { list: list.slice(0, length), starts: starts.slice(0, length), signs };
}

/**
 * Whether a hyphen ties a word to the number at which a reader stands, and makes one with it: `a 54-year-old planner` is one noun phrase. Then the reader
 * goes on to the word.
 */
function isTied(text: string, reader: TokenReader): boolean {
	const { end } = reader;
	if (text.charCodeAt(end) !== HYPHEN) return false;
	reader.end = end + 1;
	if (reader.next() && reader.kind === "word" && reader.start === end + 1) return true;
	reader.end = end;
	return false;
}

/** Whether a reader stands at two hyphens, which are a dash. Then it goes on behind both. */
function isDoubled(text: string, reader: TokenReader): boolean {
	const { start } = reader;
	if (text.charCodeAt(start) !== HYPHEN || text.charCodeAt(start + 1) !== HYPHEN) return false;
	if (text.charCodeAt(start + 2) === HYPHEN || text.charCodeAt(start - 1) === HYPHEN) return false;
	reader.end = start + 2;
	return true;
}

const HYPHEN = 45;

/** A quotation as one word. */
export function quotation(quoted: Quoted): Word {
	return { kind: "quote", text: "", lower: "", class: 0, signs: sign.quote, capital: false, verb: undefined, isTitle: false, quoted };
}

/**
 * The words of a text as they are written, each looked up in the lists when it is first met: an article says most of its words many times. A word is found
 * by its letters where it stands. (With a token and an object for each place, reading the words of a megabyte took twice the time and five times the room.)
 */
export class Vocabulary {
	/** Where words are put while a text is read: lists that grow word by word are copied again and again, which was a third of the time of `wordsOf`. */
	readonly room: { readonly list: Word[]; readonly starts: number[] } = { list: [], starts: [] };
	readonly #words = new Written<Word>();

	/** The word between two offsets of a text, which has such a hash. */
	at(text: string, start: number, end: number, hash: number, kind: Token["kind"]): Word {
		const known = this.#words.at(text, start, end, hash);
		if (known) return known;
		const word = wordOf(text.slice(start, end), kind);
		this.#words.put(word, hash);
		return word;
	}
}

function wordOf(text: string, kind: Token["kind"]): Word {
	if (kind !== "word") {
		const signs = kind === "mark" ? signOf(text) : 0;
		return { kind, text, lower: text, class: 0, signs, capital: false, verb: undefined, isTitle: false, quoted: undefined };
	}
	const entry = entryOf(text);
	// The word of a list is one string however it is written, so that it is compared at once.
	const lower = entry.word ?? inSmallLetters(text);
	const first = text.charCodeAt(0);
	const capital = first > 127 ? first !== lower.charCodeAt(0) : first >= 65 && first <= 90;
	const { class: classes, verb, isTitle } = entry;
	const signs = capital ? entry.signs | sign.capital : entry.signs;
	return { kind, text, lower, class: classes, signs, capital, verb, isTitle, quoted: undefined };
}

/** What a mark may be the sign of: all that open a quotation are marks by themselves. */
function signOf(mark: string): number {
	return `"“”„«»'‘`.includes(mark) ? sign.mark : 0;
}
