import { COUNT_WORDS, PLACE_WORDS } from "../tally-cues.ts";

/** A small count as newspapers write it, for a pattern: a word up to twelve, digits from there. */
export const COUNTS = `\\d{1,3}|${COUNT_WORDS.join("|")}`;
/** A place or an occasion, for a pattern: `third`, `13th`. */
export const ORDINALS = `${PLACE_WORDS.join("|")}|\\d{1,3}(?:st|nd|rd|th)`;

/** The value of what `COUNTS` or `ORDINALS` matched. */
export function countOf(written: string): number {
	const word = written.toLowerCase();
	for (const list of [COUNT_WORDS, PLACE_WORDS]) {
		const at = list.indexOf(word);
		if (at >= 0) return at + 1;
	}
	return Number.parseInt(word, 10);
}
