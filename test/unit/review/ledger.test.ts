import assert from "node:assert/strict";
import {
	changedSinceReview,
	claimKeys,
	factsKey,
	lastReview,
	type Review,
	readLedger,
	reviewsOf,
	WHOLE,
	withReview,
	withReviews,
} from "../../../server/review/ledger.ts";
import type { Checked } from "../../../server/verdicts/verdict.ts";
import { viewOf } from "../../features/view.ts";

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

/** The words of the claims of a text that have changed since a review of its earlier text. `signed` are the words of claims that were signed off on top of it. */
async function changed(before: string | undefined, after: string, signed: readonly string[] = [], date?: string): Promise<string[]> {
	const reviews = new Map<string, Review>();
	if (before !== undefined) {
		const claims = claimKeys((await viewOf(before, {}, date)).report.checked);
		reviews.set(WHOLE, review(WHOLE, { claims }));
	}
	const { checked } = (await viewOf(after)).report;
	for (const { claim } of checked)
		if (signed.includes(claim.text)) reviews.set(claim.id, review(claim.id, { facts: factsAt(checked, claim.id) }));
	const since = changedSinceReview(withReviews(checked, reviews), reviews);
	return checked.filter(({ claim }) => since.has(claim.id)).map(({ claim }) => claim.text);
}

function factsAt(checked: readonly Checked[], id: string): string {
	const found = checked.find(({ claim }) => claim.id === id);
	assert.ok(found);
	return factsKey(found.verdict);
}

describe("what has changed since a review", () => {
	const ferry = "The ferry cost $7 million.";
	const bridge = "The Harbour Bridge cost $42.5 billion.";
	it("nothing, when nothing has", async () => assert.deepEqual(await changed(`${ferry} ${bridge}`, `${ferry} ${bridge}`), []));
	it("nothing, when a claim has only moved", async () =>
		assert.deepEqual(await changed(`${ferry} ${bridge}`, `It rained.\n\n${ferry} It rained. ${bridge}`), []));
	it("a claim whose words are new", async () =>
		assert.deepEqual(await changed(`${ferry} ${bridge}`, `The ferry cost $8 million. ${bridge}`), ["$8 million"]));
	it("a claim of which the references say something else now", async () =>
		assert.deepEqual(await changed("Vela has net sales of $25.0 million.", "Vela has net sales of $25.0 million.", [], "2025-06-01"), [
			"$25.0 million",
		]));
	it("not a claim that has been signed off meanwhile", async () =>
		assert.deepEqual(await changed(bridge, `${ferry} ${bridge}`, ["$7 million"]), []));
	it("whatever is not signed off, before anybody has reviewed the whole", async () =>
		assert.deepEqual(await changed(undefined, `${ferry} ${bridge}`, ["$7 million"]), ["$42.5 billion"]));
	it("the newest review is the one spoken of", () => {
		const reviews = [review("c1", { on: "2026-02-03" }), review(WHOLE, { on: "2026-02-05", by: "Last" }), review("c2")];
		assert.equal(lastReview(new Map(reviews.map((one) => [one.claim, one])))?.by, "Last");
		assert.equal(lastReview(new Map()), undefined);
	});
});
