import { hash64 } from "../prose/hash.ts";

/**
 * What a claim is called by: made of its kind, its words and its sentence, so that edits elsewhere leave it alone. `around` is the sentence in pieces: the
 * other figures of the sentence stand between them and count by their places alone, so that one that is corrected leaves its neighbours as they were.
 */
export function claimName(kind: string, words: string, around: readonly string[]): string {
	const texts = [kind, "\u0000", words];
	for (const piece of around) texts.push("\u0000", UNEVEN.test(piece) ? piece.replace(/\s+/g, " ") : piece);
	return hash64(...texts);
}

/** White space that is more than one space. */
const UNEVEN = /[^\S ]|\s\s/;

/** How long a claim's name is. */
export const NAME_LENGTH = 16;

/** A claim's stable id: its name, and which of those called so it is. `seen` counts claims that are alike within one article and is written to. */
export function claimId(name: string, seen: Map<string, number>): string {
	const nth = seen.get(name) ?? 0;
	seen.set(name, nth + 1);
	return nth === 0 ? name : `${name}-${nth + 1}`;
}
