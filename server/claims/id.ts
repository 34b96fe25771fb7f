import { Hash64 } from "../prose/hash.ts";
import type { Span } from "../prose/span.ts";

/**
 * What a claim is called by: made of its kind, its words and its sentence, so that edits elsewhere leave it alone. `around` is the sentence in pieces: the
 * other figures of the sentence stand between them and count by their places alone, so that one that is corrected leaves its neighbours as they were.
 * White space counts as one space each; `isEven` says that there is no other in the text.
 */
export function claimName(kind: string, text: string, words: Span, around: readonly Span[], isEven: boolean): string {
	const hash = new Hash64().add(kind).add("\u0000").add(text, words.start, words.end);
	for (const { start, end } of around) {
		hash.add("\u0000");
		if (isEven) hash.add(text, start, end);
		else hash.add(text.slice(start, end).replace(/\s+/g, " "));
	}
	return hash.digits();
}

/** Whether a text has no white space but single spaces. */
export function hasEvenSpaces(text: string): boolean {
	return !/[^\S ]|\s\s/.test(text);
}

/** How long a claim's name is. */
export const NAME_LENGTH = 16;

/** A claim's stable id: its name, and which of those called so it is. `seen` counts claims that are alike within one article and is written to. */
export function claimId(name: string, seen: Map<string, number>): string {
	const nth = seen.get(name) ?? 0;
	seen.set(name, nth + 1);
	return nth === 0 ? name : `${name}-${nth + 1}`;
}
