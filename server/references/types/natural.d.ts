// The parts of natural that are used: its own types describe the package as a whole, which would load databases.
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
	const stemmer: { stem(word: string): string };
	export default stemmer;
}
declare module "natural/lib/natural/distance/levenshtein_distance.js" {
	const distances: { DamerauLevenshteinDistance(a: string, b: string, options: { restricted: boolean }): number };
	export default distances;
}
