import type { Mention, SmallWords } from "../store.ts";
import type { About, RememberedNames } from "./remembered.ts";
import { SmallLetters } from "./small-letters.ts";
import type { NameEntry } from "./table.ts";
import { splitWords, type TextWords } from "./words.ts";
import { COMPANY_FORMS, OTHER_PLACE, SMALL_WORDS } from "./words-data.ts";

/** Finds the names of a table in texts. The longest name wins; equal ones keep all their ids. Linear in the texts but for the longest name. */
export function findMentions(texts: readonly string[], table: RememberedNames, isSmall?: SmallWords): (readonly Mention[])[] {
	const own = isSmall ? undefined : smallWords(texts);
	const words = table.words;
	return texts.map((text, t) => {
		const small: Small = { has: (key) => (isSmall ? isSmall(key, t) : own?.has(key) === true) };
		words.read(text);
		const mentions: Mention[] = [];
		let nextName = 0;
		let nextMeasure = 0;
		for (let i = 0; i < words.length; i++) {
			const { name, measure } = words.termOf(i);
			if (name > 0 && i >= nextName) {
				const found = nameAt(text, words, i, name, table, small);
				if (found) {
					mentions.push(...found.mentions);
					nextName = found.next;
				}
			}
			if (i >= nextName) {
				const found = slipAt(text, words, i, table, small);
				if (found) {
					mentions.push(found.mention);
					nextName = found.next;
				}
			}
			if (measure > 0 && i >= nextMeasure) {
				const found = measureAt(text, words, i, measure, table);
				if (found) {
					mentions.push(found.mention);
					nextMeasure = found.next;
				}
			}
		}
		return settle(mentions);
	});
}

/** The words of the text in which names are looked for. */
export type Words = Pick<TextWords<{ readonly key: string }>, "length" | "startOf" | "endOf" | "keyOf" | "gapOf">;

/** Words that a text uses in small letters, however they are known. */
interface Small {
	has(key: string): boolean;
}

/** The longest name of entities and people that begins at a word. */
function nameAt(text: string, words: Words, at: number, longest: number, table: RememberedNames, small: Small) {
	for (let length = Math.min(longest, words.length - at); length > 0; length--) {
		if (!joins(words, at, length)) continue;
		const last = words.keyOf(at + length - 1);
		const key = keyOf(words, at, length);
		let entries = table.named(key);
		if (entries.length === 0 && last.length > 4 && last.endsWith("s")) entries = table.named(key.slice(0, -1));
		const fitting = entries.filter((entry) => fits(entry, text, words, at, length, small));
		if (fitting.length === 0) continue;
		const full = fitting.some((entry) => !entry.partial) ? fitting.filter((entry) => !entry.partial) : fitting;
		const next = withForm(text, words, at + length);
		const end = words.endOf(next - 1);
		const start = words.startOf(at);
		const kinds = [...new Set(full.map((entry) => entry.kind))];
		return {
			next,
			mentions: kinds.map((kind): Mention => {
				const of = full.filter((entry) => entry.kind === kind);
				return {
					start,
					end,
					kind,
					ids: [...new Set(of.map((entry) => entry.id))],
					...(of.every((entry) => entry.partial) && { partial: true as const }),
				};
			}),
		};
	}
	return undefined;
}

// Names of more words are met by their shorter forms.
const LONGEST_SLIP = 4;

/**
 * A name with one letter wrong: all of a run of capitalised words, since a part of a longer name is another name. One word alone is no slip when the
 * text uses it in small letters, and never a person's surname: Hansen is not a misspelt Hanson.
 */
function slipAt(
	text: string,
	words: Words,
	at: number,
	table: RememberedNames,
	small: Small,
): { mention: Mention; next: number } | undefined {
	const run = runAt(text, words, at);
	if (!run) return undefined;
	const { length, key: written } = run;
	if (length === 1 && small.has(written)) return undefined;
	const names = table.nearTo(written);
	if (names.length === 0) return undefined;
	const entries = names.flatMap((key) =>
		table
			.named(key)
			.filter(
				(entry) => !entry.partial && !(length === 1 && entry.kind === "person") && !isShortAcronym(entry.text) && startsLarge(entry.text),
			),
	);
	const [entry] = entries;
	// Two things that are equally near say only that the word is neither.
	if (!entry || entries.some((other) => other.id !== entry.id || other.kind !== entry.kind)) return undefined;
	const end = words.endOf(at + length - 1);
	return { next: at + length, mention: { start: words.startOf(at), end, kind: entry.kind, ids: [entry.id], spelling: entry.text } };
}

/** All of a run of capitalised words that begins here and is long enough to be told from others with a slip in it. */
export function runAt(text: string, words: Words, at: number): { readonly length: number; readonly key: string } | undefined {
	if (!isLargeAt(text, words.startOf(at))) return undefined;
	if (at > 0 && words.gapOf(at) === "close") {
		const before = words.startOf(at - 1);
		if (isLargeAt(text, before) && !startsSentence(text, before)) return undefined;
	}
	let length = 1;
	for (; length <= LONGEST_SLIP; length++) {
		const next = at + length;
		if (next >= words.length || !isLargeAt(text, words.startOf(next)) || words.gapOf(next) !== "close") break;
	}
	if (length > LONGEST_SLIP || (length === 1 && words.keyOf(at).length < 7)) return undefined;
	return { length, key: keyOf(words, at, length) };
}

function measureAt(text: string, words: TextWords<About>, at: number, longest: number, table: RememberedNames) {
	for (let length = Math.min(longest, words.length - at); length > 0; length--) {
		if (!joins(words, at, length)) continue;
		let key = "~";
		for (let i = at; i < at + length; i++) key += `${i > at ? " " : ""}${words.termOf(i).stem}`;
		const start = words.startOf(at);
		const end = words.endOf(at + length - 1);
		const written = text.slice(start, end);
		const entries = table
			.named(key)
			.filter((entry) => gapsFit(entry, words, at, length) && (!isShortAcronym(entry.text) || written === written.toUpperCase()));
		if (entries.length === 0) continue;
		const full = entries.some((entry) => !entry.partial) ? entries.filter((entry) => !entry.partial) : entries;
		const mention: Mention = {
			start,
			end,
			kind: "measure",
			ids: [...new Set(full.map((entry) => entry.id))],
			...(full.every((entry) => entry.partial) && { partial: true as const }),
		};
		return { next: at + length, mention };
	}
	return undefined;
}

function keyOf(words: Words, at: number, length: number): string {
	let key = words.keyOf(at);
	for (let i = at + 1; i < at + length; i++) key += ` ${words.keyOf(i)}`;
	return key;
}

function joins(words: Words, at: number, length: number): boolean {
	for (let i = at + 1; i < at + length; i++) if (words.gapOf(i) === "far") return false;
	return true;
}

/** A comma or a stop stands inside a name only where the pack writes one, or before a company's form. */
function gapsFit(entry: NameEntry, words: Words, at: number, length: number): boolean {
	for (let i = at + 1; i < at + length; i++) {
		const gap = words.gapOf(i);
		if (gap === "comma" && !entry.text.includes(",") && !COMPANY_FORMS.has(words.keyOf(i))) return false;
		if (gap === "stop" && !entry.text.includes(".") && words.keyOf(i - 1).length > 3) return false;
	}
	return true;
}

/** Whether a text writes a name as a name: its capitals, and nothing in front that makes another place of it. */
function fits(entry: NameEntry, text: string, words: Words, at: number, length: number, small: Small): boolean {
	if (!gapsFit(entry, words, at, length)) return false;
	const names = splitWords(entry.text);
	const skipped = names.length - length; // a leading article
	for (let i = 0; i < length; i++) {
		const name = names[i + skipped];
		if (!name || (length > 1 && SMALL_WORDS.has(words.keyOf(at + i)))) continue;
		const written = text.slice(words.startOf(at + i), words.endOf(at + i));
		const asKept = entry.text.slice(name.start, name.end);
		if (asKept === asKept.toLowerCase() || written === asKept) continue;
		if (!startsLarge(written)) return false;
		// US is a country and IT a department; Us and It are words. NASA may be Nasa.
		if (length === 1 && isShortAcronym(asKept) && written.replaceAll(".", "") !== asKept.replaceAll(".", "")) return false;
	}
	// A common noun is one wherever it stands; `the ship` is none that begins a sentence with `Ships`.
	if (length > 1 || (skipped === 0 && entry.text === entry.text.toLowerCase())) return true;
	const isBehind = at > 0 && words.gapOf(at) === "close" && OTHER_PLACE.has(words.keyOf(at - 1));
	if (isBehind && startsLarge(text.slice(words.startOf(at - 1), words.endOf(at - 1)))) return false;
	// A capital that only begins the sentence does not make a name of a word that the text uses in small letters too.
	return !(small.has(words.keyOf(at)) && startsSentence(text, words.startOf(at)) && entry.text !== entry.text.toUpperCase());
}

/** A company form that follows belongs to the name: `Amazon.com, Inc.` where the pack says Amazon. */
function withForm(text: string, words: Words, after: number): number {
	let next = after;
	for (; next < words.length; next++) {
		const key = words.keyOf(next);
		const start = words.startOf(next);
		const dotCom = key === "com" && text[start - 1] === ".";
		const form =
			COMPANY_FORMS.has(key) &&
			words.gapOf(next) !== "far" &&
			words.gapOf(next) !== "stop" &&
			startsLarge(text.slice(start, words.endOf(next))) &&
			!/^(?:group|holdings?|compan(?:y|ies))$/.test(key);
		if (!dotCom && !form) break;
	}
	return next;
}

function isShortAcronym(text: string): boolean {
	const letters = text.replaceAll(".", "");
	return letters.length <= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Whether the word at an offset starts large; told of plain letters and digits by themselves. */
function isLargeAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return isSmallLetter(code) ? false : code < 128 || startsLarge(text.slice(at, at + 2));
}

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;

export function startsLarge(word: string): boolean {
	const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
	return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
}

function startsSentence(text: string, at: number): boolean {
	let i = at - 1;
	while (i >= 0 && /["'“‘«([\s]/.test(text[i] as string)) i--;
	return i < 0 || /[.!?:;…]/.test(text[i] as string);
}

function smallWords(texts: readonly string[]): Small {
	const small = new SmallLetters();
	for (const text of texts) small.enter(text);
	return small;
}

/** In order of their start; a measure that lies inside a longer name is a part of that name. */
function settle(mentions: readonly Mention[]): readonly Mention[] {
	if (mentions.length < 2) return mentions;
	const names = mentions.filter((mention) => mention.kind !== "measure");
	return mentions
		.filter(
			(mention) =>
				mention.kind !== "measure" ||
				!names.some(
					(name) => name.start <= mention.start && mention.end <= name.end && name.end - name.start > mention.end - mention.start,
				),
		)
		.sort((a, b) => a.start - b.start || b.end - a.end);
}
