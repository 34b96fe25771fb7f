import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { findTimes } from "../../server/claims/time/finder.ts";
import { LEXICON } from "../../server/claims/time/lexicon.ts";
import { parse } from "../../server/prose/article.ts";
import { timesOf } from "./times.ts";

/** Milliseconds of processor time that finding the times of a text takes. */
function cost(text: string): number {
	const { blocks } = parse(text, { plain: true });
	// What blocks keep is paid for elsewhere.
	for (const block of blocks) ok(block.tokens.length >= 0 && block.sentences.length >= 0);
	const before = process.cpuUsage();
	for (const block of blocks) findTimes(block, { dateline: "2026-02-04" });
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

describe("bad input", () => {
	for (const [name, text] of [
		["ten thousand digits", "9".repeat(10_000)],
		["ten thousand digits and a unit", `${"1".repeat(10_000)} years`],
		["numbers beyond any date", "Feb. 99999999, 2026 and 99999-99-99 and 1e309 years and 0 years ago"],
		["mixed scripts", "في 4 فبراير 2026 и в марте 2025 年 on 二〇二六 Feb. ４ ‏2026‏"],
		["half a surrogate", "Feb. 4\ud800, 2026 \udc00 in \ud83d"],
		["only marks", "'''''---///::::,,,,....''''"],
		["words without end", `${"last ".repeat(3000)}week`],
		["early early", `${"early ".repeat(3000)}May`],
		["the the", "the ".repeat(3000)],
		["end of the end of", "the end of ".repeat(3000)],
		["lists without end", `Feb. ${Array.from({ length: 3000 }, (_, i) => i % 31).join(", ")}`],
		["hyphens", `two${"-year".repeat(5000)}`],
	] as const) {
		it(`survives ${name}`, () => ok(Array.isArray(timesOf(text))));
	}
	it("has no dateline, no times", () =>
		deepEqual(
			parse("It sold Tuesday.").blocks.flatMap((block) => findTimes(block, { dateline: "soon" })),
			[],
		));
	it("reads years far from now", () => {
		deepEqual(
			timesOf("It was sold 5000 years ago and in 30,000 centuries will be again.").map(({ found }) => found.time.value.length > 0),
			[true, true],
		);
	});
	it("keeps its claims apart and inside the text, whatever the words", () => {
		const others =
			"ended to of in - ' , . : / 1990 2024 4 31 99 0 1,000 2.5 old year-old 54 p.m. $ % '80s ( ) will said Brand and 10-12 2026-02-04 02/30/26 3Q25";
		const words = [...LEXICON.keys()].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).concat(others.split(" "));
		const property = fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), (list) => {
			const text = list.join(" ");
			let last = 0;
			for (const block of parse(text, { plain: true }).blocks) {
				for (const found of findTimes(block, { dateline: "2024-02-29" })) {
					if (!("time" in found)) continue;
					ok(found.start >= last && found.end > found.start && found.end <= block.text.length, text);
					ok(/^[\dPXF]/.test(found.time.value) && !/NaN|undefined|Infinity/.test(JSON.stringify(found)), text);
					last = found.end;
				}
			}
		});
		fc.assert(property, { numRuns: 400, seed: 20260204 });
	});
	it("takes time in proportion to a line's length", () => {
		for (const unit of [
			"In the third quarter of 2025 it rose 3 days later on Tuesday, Feb. 3, by two years. ",
			"last the early ",
			"1990-",
			"the year ended ",
		]) {
			const small = unit.repeat(Math.ceil(60_000 / unit.length));
			cost(small);
			const short = Math.max(cost(small), 4);
			const long = cost(small.repeat(8));
			ok(long < short * 30, `${unit}: ${short} ms and eight times as long ${long} ms`);
		}
	});
});
