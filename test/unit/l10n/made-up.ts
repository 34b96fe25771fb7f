import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Language, languageOf } from "../../../server/language/language.ts";

const bundle = JSON.parse(readFileSync(new URL("../../../l10n/bundle.l10n.json", import.meta.url), "utf8")) as Record<string, string>;

/** Every text that can be translated. */
export const templates: readonly string[] = Object.keys(bundle);

/**
 * A language that has every text in wide letters (`Ｎｏｔ ｔｈｉｓ`) and leaves its slots: what is in letters of English then is a value, or has gone round the translation.
 * Numbers and dates are as Greek writes them, which has no letter in common with English.
 */
export const madeUp = languageOf(Object.fromEntries(templates.map((text) => [text, widened(text)])), "el") as Language;

function widened(text: string): string {
	return text.replace(/\{\d{1,2}\}|[A-Za-z]/g, (found) => (found.length > 1 ? found : String.fromCharCode(found.charCodeAt(0) + 0xfee0)));
}

/** Checks that a text in the made-up language has no English but words of the data that it speaks of. */
export function assertMadeUp(text: string, data: unknown, what = text): void {
	const known = data instanceof Set ? (data as ReadonlySet<string>) : vocabulary(data);
	// A title that is cut may end within a word.
	const left = [...text.matchAll(/[A-Za-z]{2,}(?![A-Za-z]|…)/g)].map(([word]) => word.toLowerCase());
	assert.deepEqual(
		left.filter((word) => !known.has(word) && !singulars(word).some((one) => known.has(one))),
		[],
		what,
	);
}

/** The words of all texts in some data. */
export function vocabulary(data: unknown): ReadonlySet<string> {
	return new Set(wordsOf(data));
}

/** Units of packs are put into the plural as English does it. */
const singulars = (word: string): string[] => [
	word.replace(/(?<=(?:s|x|z|ch|sh))es$/, ""),
	word.replace(/s$/, ""),
	word.replace(/ies$/, "y"),
];

/** The same, as often as they stand there. Phrases are translated, so that their English is none of them. */
function wordsOf(data: unknown): string[] {
	if (typeof data === "string") return [...data.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word.toLowerCase());
	if (typeof data !== "object" || data === null) return [];
	if (data instanceof Map) return wordsOf([...data.values()]);
	const { values } = data as { readonly values?: unknown };
	if ("english" in data) return wordsOf(values);
	return Object.values(data).flatMap(wordsOf);
}
