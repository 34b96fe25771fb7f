// Prints how much prose a second each stage of reading takes in: `node test/bench/reading.bench.ts [megabytes]`. One core; the best of five rounds.
import { find } from "../../server/claims/finders.ts";
import { findQuantities } from "../../server/claims/quantities/finder.ts";
import { findTimes } from "../../server/claims/time/finder.ts";
import { parse } from "../../server/prose/article.ts";

const megabytes = Number(process.argv[2] ?? 1);
const article = prose(megabytes * 1e6);
const size = article.length / 1e6;
const setting = { dateline: "2026-02-04" };

show("parse", () => parse(article).blocks.length);
show("parse, quantities", () => parse(article).blocks.reduce((sum, block) => sum + findQuantities(block, setting).length, 0));
show("parse, times", () => parse(article).blocks.reduce((sum, block) => sum + findTimes(block, setting).length, 0));
show("parse, find", () => find(parse(article), setting).length);

function show(name: string, run: () => number): void {
	let best = Number.POSITIVE_INFINITY;
	let count = 0;
	for (let round = 0; round < 5; round++) {
		const start = performance.now();
		count = run();
		best = Math.min(best, performance.now() - start);
	}
	console.log(`${name.padEnd(20)} ${(size / (best / 1000)).toFixed(1).padStart(6)} MB/s   ${count} found in ${size.toFixed(1)} MB`);
}

/** News-like prose from a few sentence patterns: about one figure in twelve words. The same text every time. */
function prose(length: number): string {
	let seed = 42;
	const random = (below: number): number => {
		seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
		return seed % below;
	};
	const pick = (list: readonly string[]): string => list[random(list.length)] as string;
	const names = ["Harrow & Pike", "Northfield Energy", "the ministry", "Ms Okafor", "the Lindale Port Authority", "Verra Foods"];
	const nouns = ["workers", "homes", "passengers", "wind turbines", "registered voters", "new branches"];
	const verbs = ["rose", "fell", "climbed", "slipped"];
	const filler = [
		"The plan had been discussed for years before anybody agreed to pay for it, and few of those at the table expected it to last.",
		'"We listened to what people told us and we changed our minds," she said in a statement.',
		"Critics say that the scheme favours those who already own land, while its authors point to the villages that asked for it.",
		"Neither side would say when the talks might begin again, although both were keen to be seen as willing.",
	];
	const sentences = [
		() =>
			`${pick(names)} said on Tuesday that sales ${pick(verbs)} ${random(90) / 10 + 1}% to $${random(900) + 1}.${random(10)} million in the third quarter of 2025.`,
		() =>
			`About ${(random(90) + 1) * 1000} ${pick(nouns)} were counted between March and September, up from ${random(800) + 90} a year earlier.`,
		() => `Shares of ${pick(names)} ${pick(verbs)} ${random(50) / 10}% to close at £${random(80) + 1}.${random(90) + 10}.`,
		() =>
			`The **${random(40) + 3}-kilometre** line, which opened in ${1950 + random(70)}, carries [more than ${random(9) + 2} million](https://example.org) people a year.`,
		() => pick(filler),
		() => pick(filler),
		() => pick(filler),
	];
	let text = "";
	while (text.length < length) {
		for (let i = 0; i < 5; i++) text += `${(sentences[random(sentences.length)] as () => string)()} `;
		text += "\n\n";
	}
	return text;
}
