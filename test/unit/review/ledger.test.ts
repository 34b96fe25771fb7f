import assert from "node:assert/strict";
import { type Review, readLedger, reviewsOf, withReview } from "../../../server/review/ledger.ts";

const review = (claim: string, more: Partial<Review> = {}): Review => ({
	article: "draft.md",
	claim,
	words: "$7 million",
	by: "Ada Moss",
	on: "2026-02-04",
	reason: "asked the harbour office",
	facts: "",
	...more,
});

describe("the ledger", () => {
	it("is one line a sign-off, in the order of articles and claims", () => {
		let text = "";
		for (const [article, claim] of [
			["b.md", "c2"],
			["a.md", "c9"],
			["b.md", "c1"],
		] as const) {
			text = withReview(text, article, claim, review(claim, { article }));
		}
		assert.deepEqual(
			text.split("\n").map((line) => line && `${JSON.parse(line).article} ${JSON.parse(line).claim}`),
			["a.md c9", "b.md c1", "b.md c2", ""],
		);
	});
	it("holds the newer of two sign-offs of a claim, in whatever order a merge has put them", () => {
		const older = review("c1", { on: "2026-02-03", by: "Older" });
		const newer = review("c1", { by: "Newer" });
		for (const lines of [
			[older, newer],
			[newer, older],
		]) {
			const text = lines.map((one) => JSON.stringify(one)).join("\n");
			assert.equal(reviewsOf(readLedger(text), "draft.md").get("c1")?.by, "Newer");
		}
	});
	it("passes over what is no sign-off", () => {
		const text = `<<<<<<< ours\n${JSON.stringify(review("c1"))}\n=======\n{"claim": 5}\nnull\n\n>>>>>>> theirs\n`;
		assert.deepEqual([...reviewsOf(readLedger(text), "draft.md").keys()], ["c1"]);
	});
	it("takes a sign-off out and leaves the others", () => {
		const both = withReview(withReview("", "draft.md", "c1", review("c1")), "draft.md", "c2", review("c2"));
		assert.deepEqual([...reviewsOf(readLedger(withReview(both, "draft.md", "c1", undefined)), "draft.md").keys()], ["c2"]);
		assert.equal(withReview(JSON.stringify(review("c1")), "draft.md", "c1", undefined), "");
	});
	it("knows articles apart", () => assert.equal(reviewsOf([review("c1", { article: "other.md" })], "draft.md").size, 0));
});
