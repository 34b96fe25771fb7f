import { deepEqual, ok } from "node:assert/strict";
import { findTimes } from "../../server/claims/time/finder.ts";
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
