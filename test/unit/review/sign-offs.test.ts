import assert from "node:assert/strict";
import { htmlReport } from "../../../server/review/html.ts";
import { claimKeys, factsKey, type Review, WHOLE, withReviews } from "../../../server/review/ledger.ts";
import { viewOf } from "../../features/view.ts";

/** The rows of the table of sign-offs on the page about a text, which was signed off as a whole when it was `before`. */
async function rowsOf(before: string, now: string, claims: readonly string[] = []): Promise<string[]> {
	const then = (await viewOf(before)).report.checked;
	const line = { article: "draft.md", words: "", by: "Ada Moss", on: "2026-02-04", reason: "read for the desk", facts: "" };
	const reviews = new Map<string, Review>([[WHOLE, { ...line, claim: WHOLE, claims: claimKeys(then) }]]);
	for (const { claim, verdict } of then)
		if (claims.includes(claim.text)) reviews.set(claim.id, { ...line, claim: claim.id, words: claim.text, facts: factsKey(verdict) });
	const { report, folder } = await viewOf(now);
	const article = { path: "draft.md", report: { ...report, checked: withReviews(report.checked, reviews) }, reviews };
	const page = htmlReport([article], { on: "2026-02-05", packs: folder.packs.store.packs });
	const [, table = ""] = /<h3>Sign-offs.{0,40}<\/h3>([\s\S]*?)<\/table>/.exec(page) ?? [];
	return [...table.matchAll(/<tr><td>(.*?)<\/tr>/g)].map(([, row = ""]) =>
		row
			.replace(/<\/td><td>/g, " | ")
			.replace(/<[^>]*>/g, "")
			.trim(),
	);
}

describe("sign-offs on the page", () => {
	const text = "The ferry cost $7 million. It sank in 12 minutes.";

	it("one of the whole article, which holds as long as no claim has changed", async () =>
		assert.deepEqual(await rowsOf(text, text), ["The whole article | Ada Moss | 4 Feb 2026 | read for the desk | Holds"]));
	it("and which says how many have", async () =>
		assert.deepEqual(await rowsOf(text, text.replace("$7 million", "$8 million").replace("12", "14")), [
			"The whole article | Ada Moss | 4 Feb 2026 | read for the desk | 2 claims have changed since",
		]));
	it("one of a claim beside it, whose words are others now", async () =>
		assert.deepEqual(await rowsOf(text, text.replace("$7 million", "$8 million"), ["$7 million"]), [
			"The whole article | Ada Moss | 4 Feb 2026 | read for the desk | 1 claim has changed since",
			"$7 million | Ada Moss | 4 Feb 2026 | read for the desk | The words have changed",
		]));
});
