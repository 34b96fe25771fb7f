import assert from "node:assert/strict";
import { sentence } from "../../../server/features/wording/wording.ts";
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
	it("leaves every other line byte for byte as it is", () => {
		const first = `{ "later": {"key": [1]}, ${JSON.stringify(review("c1")).slice(1)}  `;
		const last = `${JSON.stringify(review("c5")).slice(0, -1)}, "seal": "x" }`;
		const odd = ["# ours, by hand", '{"claim": 5}', "", "{half a li", '\t{"article":"draft.md","claim":"c3","reason":7}'];
		const own = JSON.stringify(review("c3"));
		const others = [first, ...odd, last];
		const text = `${others.join("\n")}\n`;
		const withOwn = [first, ...odd, own, last].map((line) => `${line}\n`).join("");
		assert.equal(withReview(text, "draft.md", "c3", review("c3")), withOwn);
		assert.equal(withReview(withOwn, "draft.md", "c3", undefined), text);
		const again = review("c3", { by: "Ben Ridd" });
		assert.equal(withReview(withOwn, "draft.md", "c3", again), withOwn.replace(own, JSON.stringify(again)));
	});
	it("puts a claim's new line where its old one was, in a ledger of any order", () => {
		const [c3, c1, c2] = ["c3", "c1", "c2"].map((claim) => JSON.stringify(review(claim)));
		const again = review("c1", { reason: "asked again" });
		assert.equal(withReview(`${c3}\n${c1}\n${c2}\n`, "draft.md", "c1", again), `${c3}\n${JSON.stringify(again)}\n${c2}\n`);
	});
	it("keeps the lines of another claim that two desks have signed off", () => {
		const twice = `${JSON.stringify(review("c1", { by: "One" }))}\n${JSON.stringify(review("c1", { by: "Two" }))}\n`;
		assert.equal(withReview(twice, "draft.md", "c2", review("c2")), `${twice}${JSON.stringify(review("c2"))}\n`);
	});
	it("takes all lines of a claim out, so that no older sign-off counts again, and one that a new one would not outdate neither", () => {
		const twice = [review("c1", { on: "2026-02-03" }), review("c1", { on: "2026-03-01" })]
			.map((one) => `${JSON.stringify(one)}\n`)
			.join("");
		assert.equal(withReview(twice, "draft.md", "c1", undefined), "");
		assert.equal(withReview(twice, "draft.md", "c1", review("c1")), `${JSON.stringify(review("c1"))}\n`);
	});
	it("stands behind a merge's marks, which stay", () => {
		const [ours, theirs, next] = [review("c1", { by: "Ours" }), review("c1", { by: "Theirs" }), review("c9")].map((one) =>
			JSON.stringify(one),
		);
		const other = JSON.stringify(review("c4"));
		const text = `<<<<<<< HEAD\n${ours}\n${other}\n=======\n${theirs}\n>>>>>>> desk\n${next}\n`;
		const settled = JSON.stringify(review("c1"));
		assert.equal(withReview(text, "draft.md", "c1", review("c1")), `<<<<<<< HEAD\n${other}\n=======\n>>>>>>> desk\n${next}\n${settled}\n`);
		assert.equal(withReview(text, "draft.md", "c2", review("c2")), `${text}${JSON.stringify(review("c2"))}\n`);
	});
	it("keeps the ledger's line ends, and ends a last line that has none", () => {
		const [c1, c2, c3] = ["c1", "c2", "c3"].map((claim) => JSON.stringify(review(claim)));
		assert.equal(withReview(`${c1}\r\n${c3}\r\n`, "draft.md", "c2", review("c2")), `${c1}\r\n${c2}\r\n${c3}\r\n`);
		assert.equal(withReview(c1 as string, "draft.md", "c2", review("c2")), `${c1}\n${c2}\n`);
		assert.equal(withReview(`${c1}\n${c3}`, "draft.md", "c2", review("c2")), `${c1}\n${c2}\n${c3}`);
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
	it("a figure that has been corrected, and not its neighbours in the sentence", async () => {
		const sentence = (sold: string, sum: string) => `Lea Tarn, head of sales at Vela, said that it sold ${sold} for ${sum} in 2025.`;
		const before = sentence("12 boats", "$3 million");
		assert.deepEqual(await changed(before, sentence("14 boats", "$3 million")), ["14 boats"]);
		assert.deepEqual(await changed(before, sentence("12 boats", "$3.25 million")), ["$3.25 million"]);
		assert.deepEqual(await changed(before, sentence("twelve boats", "$3 million")), ["twelve boats"]);
	});
	it("every figure of a sentence that speaks of another time or says it in other words", async () => {
		const [before, later] = ["Vela sold 12 boats in 2024.", "Vela sold 12 boats in 2025."];
		assert.deepEqual(await changed(before, later), ["12 boats", "2025"]);
		assert.deepEqual(await changed(before, "Vela bought 12 boats in 2024."), ["12 boats", "2024"]);
	});
	it("both sides of a score", async () =>
		assert.deepEqual(await changed("Rovers won 3-2 at home.", "Rovers won 3-1 at home."), ["3", "1"]));
	it("the one of two equal figures that has been corrected", async () => {
		const text = (first: string, second: string) => `It cost ${first} to build and ${second} to run.`;
		assert.deepEqual(await changed(text("$5 million", "$5 million"), text("$6 million", "$5 million")), ["$6 million"]);
		assert.deepEqual(await changed(text("$5 million", "$5 million"), text("$5 million", "$6 million")), ["$6 million"]);
	});
	it("a claim of which the references say something else now", async () =>
		assert.deepEqual(await changed("Vela has net sales of $25.0 million.", "Vela has net sales of $25.0 million.", [], "2025-06-01"), [
			"$25.0 million",
		]));
	it("not a claim that has been signed off meanwhile", async () =>
		assert.deepEqual(await changed(bridge, `${ferry} ${bridge}`, ["$7 million"]), []));
	it("whatever is not signed off, before anybody has reviewed the whole", async () =>
		assert.deepEqual(await changed(undefined, `${ferry} ${bridge}`, ["$7 million"]), ["$42.5 billion"]));
	it("nothing, when the whole is signed off again on top of that", async () => {
		const text = `${ferry} ${bridge}`;
		const { checked } = (await viewOf(text)).report;
		const first = new Map([[WHOLE, review(WHOLE, { claims: claimKeys(checked) })]]);
		const again = new Map([[WHOLE, review(WHOLE, { claims: claimKeys(withReviews(checked, first)) })]]);
		assert.deepEqual(again, first);
	});
	it("the newest review is the one spoken of", () => {
		const reviews = [review("c1", { on: "2026-02-03" }), review(WHOLE, { on: "2026-02-05", by: "Last" }), review("c2")];
		assert.equal(lastReview(new Map(reviews.map((one) => [one.claim, one])))?.by, "Last");
		assert.equal(lastReview(new Map()), undefined);
	});
});

describe("a whole article that is signed off", () => {
	const text = "The ferry cost $7 million. The Harbour Bridge cost $45.2 billion. In 2025 Vela had 10,912 employees.";

	/** Each figure of a text with its verdict, after an earlier one was signed off as a whole. */
	async function onceSigned(before: string, now: string, date?: string): Promise<string[]> {
		const whole = review(WHOLE, { claims: claimKeys((await viewOf(before, {}, date)).report.checked) });
		const checked = withReviews((await viewOf(now)).report.checked, new Map([[WHOLE, whole]]));
		return checked.filter(({ claim }) => "quantity" in claim).map(({ claim, verdict }) => `${claim.text}: ${verdict.name}`);
	}

	it("vouches for what no reference speaks of, and hides nothing that a reference denies", async () =>
		assert.deepEqual(await onceSigned(text, text), ["$7 million: reviewed", "$45.2 billion: contradicted", "10,912 employees: supported"]));
	it("opens a claim again whose words change, and no other", async () =>
		assert.deepEqual(
			await onceSigned(`${text} It sank in 12 minutes.`, `${text.replace("$7 million", "$8 million")} It sank in 12 minutes.`),
			["$8 million: unreferenced", "$45.2 billion: contradicted", "10,912 employees: supported", "12 minutes: reviewed"],
		));
	it("opens a claim again of which a reference has come to speak", async () =>
		assert.deepEqual(await onceSigned("In 2025 Vela had 11,500 employees.", "In 2025 Vela had 11,500 employees.", "2025-12-01"), [
			"11,500 employees: contradicted",
		]));
	it("says so of each claim", async () => {
		const { checked } = (await viewOf(text)).report;
		const whole = review(WHOLE, { claims: claimKeys(checked), reason: "read for the desk" });
		const [first] = withReviews(checked, new Map([[WHOLE, whole]]));
		assert.ok(first);
		assert.equal(sentence(first.verdict.reason, first.claim), "Signed off with the article by Ada Moss on 4 Feb 2026: read for the desk.");
	});
});
