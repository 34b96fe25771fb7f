const WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const ORDINAL_WORDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth";

/** A small count as newspapers write it, for a pattern: a word up to twelve, digits from there. */
export const COUNTS = `\\d{1,3}|${WORDS}`;
/** A place or an occasion, for a pattern: `third`, `13th`. */
export const ORDINALS = `${ORDINAL_WORDS}|\\d{1,3}(?:st|nd|rd|th)`;

/** The value of what `COUNTS` or `ORDINALS` matched. */
export function countOf(written: string): number {
	const word = written.toLowerCase();
	for (const list of [WORDS, ORDINAL_WORDS]) {
		const at = list.split("|").indexOf(word);
		if (at >= 0) return at + 1;
	}
	return Number.parseInt(word, 10);
}
