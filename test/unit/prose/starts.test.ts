import assert from "node:assert/strict";
import fc from "fast-check";
import { Starts } from "../../../server/prose/versions/starts.ts";

const list = (most: number) =>
	fc.array(fc.nat(1000), { maxLength: most }).map((gaps) => gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0)));
const edits = fc.array(
	fc.record({
		from: fc.nat(500),
		count: fc.oneof(fc.nat(2), fc.nat(300)),
		by: list(3),
		isSame: fc.boolean(),
		moved: fc.integer({ min: -9, max: 9 }),
	}),
	{
		maxLength: 8,
	},
);

describe("where things begin", () => {
	it("is after any changes what a plain list would be, and tells what has only moved", () => {
		fc.assert(
			fc.property(list(500), edits, (first, edits) => {
				let starts = Starts.of(first);
				let plain = first;
				for (const { from: at, count, by: others, isSame, moved } of edits) {
					const before = { starts, plain };
					const from = Math.min(at, plain.length);
					const to = Math.min(from + count, plain.length);
					const by = isSame ? plain.slice(from, to).map((start) => start + (moved % 2)) : others;
					starts = starts.spliced(from, to, by, moved);
					plain = [...plain.slice(0, from), ...by, ...plain.slice(to).map((start) => start + moved)];
					assert.deepEqual(all(starts), plain);
					assert.deepEqual(all(before.starts), before.plain, "the version before is what it was");
					let head = 0;
					while (head < Math.min(plain.length, before.plain.length) && plain[head] === before.plain[head]) head++;
					assert.equal(starts.alikeAtStart(before.starts), head);
					const most = Math.min(plain.length, before.plain.length) - head;
					let tail = 0;
					while (tail < most && plain.at(-1 - tail) === (before.plain.at(-1 - tail) as number) + moved) tail++;
					assert.equal(starts.alikeAtEnd(before.starts, moved, most), tail);
				}
			}),
			{ numRuns: 300, seed: 5 },
		);
	});

	it("is nowhere for things that there are not", () => {
		const starts = Starts.of([0, 7]);
		assert.deepEqual([starts.at(-1), starts.at(0), starts.at(1), starts.at(2)], [undefined, 0, 7, undefined]);
	});
});

function all(starts: Starts): (number | undefined)[] {
	return Array.from({ length: starts.length }, (_, i) => starts.at(i));
}
