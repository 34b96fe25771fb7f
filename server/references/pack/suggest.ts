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
		if (Math.abs(other.length - wanted.length) >= nearest || lettersApart(wanted, other) >= nearest) continue;
		const distance = levenshtein.DamerauLevenshteinDistance(wanted, other, { restricted: true });
		if (distance < nearest) {
			nearest = distance;
			best = candidate;
		}
	}
	return best;
}

/** How many slips two words are apart at least, by how often each letter stands in them: one slip changes two counts. Costs a hundredth of the distance itself. */
function lettersApart(a: string, b: string): number {
	const counts = new Int16Array(64);
	const count = (letter: number, by: number) => {
		counts[letter & 63] = (counts[letter & 63] as number) + by;
	};
	for (let i = 0; i < a.length; i++) count(a.charCodeAt(i), 1);
	for (let i = 0; i < b.length; i++) count(b.charCodeAt(i), -1);
	let apart = 0;
	for (const difference of counts) apart += Math.abs(difference);
	return Math.ceil(apart / 2);
}
