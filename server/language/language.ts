import { filled, inEnglish, type Phrase } from "./phrase.ts";

/** Texts of a language by their English. */
export type Texts = Readonly<Record<string, string>>;

/** The language that an editor speaks with its user, where that is not English: what has been translated, and how numbers and dates are written. */
export interface Language {
	readonly texts: Texts;
	/** Absent where `Intl` knows no such language: numbers and dates are as in English then. */
	readonly locale?: string;
}

/** What stands in a slot. A function is asked with the language of the text around it: with none where that is not translated, so that a sentence is of one piece. */
export type Value = string | number | Phrase | Said;

/** Words in a language; in English without one. */
export type Said = (language?: Language) => string;

/** A language as an editor tells it: its texts and its tag, such as `pt-br`. Undefined without texts: English. */
export function languageOf(texts: unknown, tag: unknown): Language | undefined {
	if (typeof texts !== "object" || texts === null) return undefined;
	const locale = typeof tag === "string" ? known(tag) : undefined;
	// Figures stand beside those of the article, and dates beside its dates: the calendar and the digits are theirs.
	return { texts: texts as Texts, ...(locale !== undefined && { locale: `${locale}-u-ca-gregory-nu-latn` }) };
}

function known(tag: string): string | undefined {
	try {
		return Intl.NumberFormat.supportedLocalesOf(tag)[0];
	} catch {
		return undefined;
	}
}

/** A text in a language, in English where that has none. `{0}` stands for the first of the values. `npm run l10n` collects the texts. */
export function say(language: Language | undefined, english: string, ...values: readonly Value[]): string {
	const own: unknown = language?.texts[english];
	return typeof own === "string"
		? filled(own, values, (value) => print(value, language))
		: filled(english, values, (value) => print(value, undefined));
}

/** A phrase in a language; a text is as it is. */
export function said(language: Language | undefined, words: string | Phrase): string {
	if (typeof words === "string") return words;
	return language ? say(language, words.english, ...words.values) : inEnglish(words);
}

function print(value: Value, language: Language | undefined): string | number {
	if (typeof value === "function") return value(language);
	return typeof value === "object" ? said(language, value) : value;
}
