import assert from "node:assert/strict";
import fc from "fast-check";
import { check } from "../../../server/check.ts";
import { emptyStore } from "../../../server/references/stores/empty-store.ts";
import { type Mark, proseHtml } from "../../../server/review/html/prose.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";

const text = "The quay has seven cranes.";
const options = { date: "2026-02-04", today: "2026-02-04", tolerances: defaultTolerances };

/** The page's prose with a mark as `[number:words]`, what goes on behind another as `[number+words]`. */
async function marked(...spans: readonly (readonly [start: number, end: number])[]): Promise<string> {
	const report = await check(text, emptyStore, options);
	const marks = spans.map(([start, end], i): Mark => ({ number: i + 1, verdict: "unreferenced", block: 0, span: { start, end } }));
	return proseHtml(report, marks, "")
		.replace(/<\/?p>/g, "")
		.replace(/<mark class="unreferenced more" title="(\d+): [^"]*">/g, "[$1+")
		.replace(/<mark class="unreferenced" id="m(\d+)"[^>]*><sup>.*?<\/sup>/g, "[$1:")
		.replaceAll("</mark>", "]")
		.trim();
}

describe("claims that are marked on the page", () => {
	const cases: [what: string, spans: [number, number][], html: string][] = [
		["apart", [[4, 8], [13, 18]], "The [1:quay] has [2:seven] cranes."], // biome-ignore format: a case a line
		["beside each other", [[4, 8], [8, 12]], "The [1:quay][2: has] seven cranes."], // biome-ignore format: a case a line
		["one within the other", [[4, 25], [13, 18]], "The [1:quay has [2:seven] cranes]."], // biome-ignore format: a case a line
		["one within the other, told the other way round", [[13, 18], [4, 25]], "The [2:quay has [1:seven] cranes]."], // biome-ignore format: a case a line
		["of the same words", [[13, 18], [13, 18]], "The quay has [1:[2:seven]] cranes."], // biome-ignore format: a case a line
		["that begin together", [[4, 8], [4, 18]], "The [2:[1:quay] has seven] cranes."], // biome-ignore format: a case a line
		["that overlap", [[4, 18], [13, 25]], "The [1:quay has [2:seven]][2+ cranes]."], // biome-ignore format: a case a line
		["three that overlap", [[0, 12], [4, 18], [9, 25]], "[1:The [2:quay [3:has]]][3+[2+ seven] cranes]."], // biome-ignore format: a case a line
	];
	for (const [what, spans, html] of cases) it(what, async () => assert.equal(await marked(...spans), html));

	it("are well formed however they overlap, with every word once and every mark's place once", async () => {
		const span = fc
			.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
			.map(([start, length]): [number, number] => [start, Math.min(text.length, start + length)]);
		await fc.assert(
			fc.asyncProperty(fc.array(span, { maxLength: 6 }), async (spans) => {
				const html = await marked(...spans);
				let depth = 0;
				for (const letter of html.replace(/\[\d+[:+]/g, "[")) {
					if (letter === "[") depth++;
					else if (letter === "]") assert.ok(--depth >= 0, html);
				}
				assert.equal(depth, 0, html);
				assert.equal(html.replace(/\[\d+[:+]|\]/g, ""), text);
				for (const number of spans.keys()) assert.equal(html.split(`[${number + 1}:`).length, 2, html);
			}),
			{ numRuns: 200, seed: 7 },
		);
	});
});
