import levenshtein from "natural/lib/natural/distance/levenshtein_distance.js";

const LOOKED_AT = 2000;

/** The word that was most likely meant, when one is near: one slip in five letters, and never more than three. */
export function closest(word: string, words: Iterable<string>): string | undefined {
	const wanted = word.trim().toLowerCase();
	let best: string | undefined;
	let nearest = Math.min(3, Math.max(1, Math.floor(wanted.length / 4))) + 1;
	let looked = 0;
	for (const candidate of words) {
		if (++looked > LOOKED_AT) break;
		const other = candidate.trim().toLowerCase();
		if (Math.abs(other.length - wanted.length) >= nearest) continue;
		const distance = levenshtein.DamerauLevenshteinDistance(wanted, other, { restricted: true });
		if (distance < nearest) {
			nearest = distance;
			best = candidate;
		}
	}
	return best;
}
