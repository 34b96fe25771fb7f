/**
 * Words for a person, from where nobody knows in which language they will be read: English with slots `{0}`, `{1}` …, and what stands in them. Plain
 * data, so that it can be kept beside what it speaks of. Slots hold names, figures as written, and phrases.
 */
export interface Phrase {
	readonly english: string;
	readonly values: readonly (string | number | Phrase)[];
}

/** A phrase. `npm run l10n` collects its English, which therefore is written out in the call, or chosen there between texts that are. */
export function phrase(english: string, ...values: Phrase["values"]): Phrase {
	return { english, values };
}

/** A phrase in English; a text is in English already. */
export function inEnglish(words: string | Phrase): string {
	return typeof words === "string"
		? words
		: filled(words.english, words.values, (value) => (typeof value === "object" ? inEnglish(value) : value));
}

/** A text with its slots filled. A slot without a value stays as it is, and what is in a value is never taken for a slot. */
export function filled<V>(text: string, values: readonly V[], print: (value: V) => string | number): string {
	if (values.length === 0) return text;
	return text.replace(/\{(\d{1,2})\}/g, (slot, i) => (Number(i) < values.length ? String(print(values[Number(i)] as V)) : slot));
}
