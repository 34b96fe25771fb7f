import * as z from "zod";
import { hash64 } from "../prose/hash.ts";
import type { Fact } from "../references/fact.ts";
import type { Checked, Reason, Verdict } from "../verdicts/verdict.ts";

/**
 * One sign-off: a line of the ledger. The claim's id is made of its words and its sentence but for its other figures, so that edits elsewhere leave it alone; `facts`
 * is what the references said then, so that the claim is open again when they say something else.
 */
export type Review = z.infer<typeof reviewSchema>;

const reviewSchema = z.object({
	/** The article's path below its workspace folder, with slashes. */
	article: z.string(),
	claim: z.string(),
	/** The claim's words, for whoever reads the ledger. */
	words: z.string(),
	by: z.string(),
	/** The day, `YYYY-MM-DD`. */
	on: z.string(),
	reason: z.string(),
	/** Where it can be looked up again: an address, a document, a call. */
	evidence: z.string().optional(),
	facts: z.string(),
	/** Of a whole article: its claims as they were, each by its id and what the references said of it. */
	claims: z.array(z.string()).optional(),
});

/** What stands for the claim where a line is about the whole article: no claim has such an id. */
export const WHOLE = "*";

/** Where the ledger lies below a workspace folder. */
export const LEDGER = ".plumbline/reviews.jsonl";

/** The sign-offs of a ledger. Lines that are none are passed over: a merge may have left marks, and the others hold all the same. */
export function readLedger(text: string): Review[] {
	return text.split("\n").flatMap((line) => reviewIn(line) ?? []);
}

/**
 * A ledger's text with one claim's sign-off put in, or taken out when `review` is undefined. It takes the place of the claim's line, or else stands in the
 * order of articles and claims, so that two desks that sign off different claims seldom meet in one place of the file. While a merge's marks are in the
 * ledger it stands at the end, so that it stays whichever side is taken. Every other line stays byte for byte, what can't be read and unknown keys too.
 */
export function withReview(text: string, article: string, claim: string, review: Review | undefined): string {
	const lines = text.split(/(?<=\n)/).map((line) => ({ line, order: orderOf(reviewIn(line), article, claim) }));
	const others = lines.filter(({ order }) => order !== 0);
	if (!review) return joined(others);
	const own = lines.findIndex(({ order }) => order === 0);
	const later = others.findIndex(({ order }) => order !== undefined && order > 0);
	const isMerging = lines.some(({ line }) => MERGE_MARK.test(line));
	const at = isMerging ? -1 : own >= 0 ? own : later;
	const before = joined(at < 0 ? others : others.slice(0, at));
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	const gap = before === "" || before.endsWith("\n") ? "" : end;
	return `${before}${gap}${JSON.stringify(review)}${end}${at < 0 ? "" : joined(others.slice(at))}`;
}

/** The sign-offs of one article by claim. When two desks signed off the same claim, the newer one counts. */
export function reviewsOf(ledger: readonly Review[], article: string): ReadonlyMap<string, Review> {
	const own = [...newest(ledger).values()].filter((review) => review.article === article);
	return new Map(own.map((review) => [review.claim, review]));
}

/**
 * The claims of an article, those marked as reviewed that a person has signed off and whose facts have not changed since. Who has signed off the whole article
 * vouches for what no reference speaks of, as it was then; what a reference denies is signed off by itself or stays what it is.
 */
export function withReviews(checked: readonly Checked[], reviews: ReadonlyMap<string, Review>): readonly Checked[] {
	if (reviews.size === 0) return checked;
	const whole = reviews.get(WHOLE);
	const seen = new Set(whole?.claims);
	return checked.map((one) => {
		const review = reviews.get(one.claim.id);
		if (review?.facts === factsKey(one.verdict)) return signedOff(one, review);
		const { name, reason } = one.verdict;
		const isOpen = name === "unreferenced" && reason.kind !== "nothing to check";
		return whole && isOpen && seen.has(one.claim.id) ? signedOff(one, whole) : one;
	});
}

function signedOff({ claim, verdict }: Checked, { claim: id, by, on, reason, evidence }: Review): Checked {
	const note = evidence ? `${reason} (${evidence})` : reason;
	const said = { kind: "signed off", by, on, note, ...(id === WHOLE && { whole: true as const }) } as const;
	return { claim, verdict: asReviewed(verdict, said) };
}

/** A verdict on a claim that a person vouches for: all else that it says stays. */
export function asReviewed(verdict: Verdict, reason: Reason): Verdict {
	// It may be read when it is asked for, and then a spread does not copy it.
	const { period } = verdict;
	return { ...verdict, ...(period !== undefined && { period }), name: "reviewed", reason };
}

/** A report's claims as the ledger remembers them of a whole article: by id, and by what the references say. */
export function claimKeys(checked: readonly Checked[]): string[] {
	return checked.map(({ claim, verdict }) => {
		// What only came near decides nothing, and depends on what stands around the claim.
		const facts = verdict.name === "unreferenced" || isWhole(verdict) ? "" : factsKey(verdict);
		return facts === "" ? claim.id : `${claim.id} ${hash64(facts)}`;
	});
}

/** Whether it is the whole article that was signed off, with the claim in it. */
export function isWhole({ reason }: Verdict): boolean {
	return reason.kind === "signed off" && reason.whole === true;
}

/**
 * The ids of the claims that are not as they were when the article was last reviewed. What has been signed off and holds is no change. Before anybody has
 * reviewed the whole article, whatever is not signed off is one. `checked` are claims with their sign-offs.
 */
export function changedSinceReview(checked: readonly Checked[], reviews: ReadonlyMap<string, Review>): ReadonlySet<string> {
	const known = new Set(reviews.get(WHOLE)?.claims);
	const keys = claimKeys(checked);
	const changed = checked.filter(({ verdict }, i) => verdict.reason.kind !== "signed off" && !known.has(keys[i] as string));
	return new Set(changed.map(({ claim }) => claim.id));
}

/** The newest review of an article, of a claim or of the whole. */
export function lastReview(reviews: ReadonlyMap<string, Review>): Review | undefined {
	return [...reviews.values()].reduce<Review | undefined>((last, one) => (last && last.on > one.on ? last : one), undefined);
}

/** What the references say, in a form to compare: the facts, persons and documents that a verdict rests on. */
export function factsKey({ references, reason }: Verdict): string {
	const parts = references.map(factKey).sort();
	if ("person" in reason) parts.push(`${reason.person.id}: ${reason.person.title ?? ""}, ${reason.person.organisation ?? ""}`);
	if (reason.kind === "arithmetic") parts.push(`expected ${reason.expected}`);
	if (reason.kind === "change") parts.push(`expected ${reason.size}`);
	if (reason.kind === "said differently") parts.push(`elsewhere ${reason.other}`);
	if ("document" in reason) parts.push(`${reason.document.pack}/${reason.document.resource}`);
	return parts.join("; ");
}

function factKey({ pack, subject, measure, period, printed, unit }: Fact): string {
	return `${pack}/${subject} ${measure}${period === undefined ? "" : ` ${period}`} = ${printed} ${unit}`;
}

/** Git's marks around what two sides have made of the same lines. */
const MERGE_MARK = /^(?:<{7}|={7}|>{7})(?:\s|$)/;

function reviewIn(line: string): Review | undefined {
	const trimmed = line.trim();
	if (trimmed === "") return undefined;
	try {
		return reviewSchema.safeParse(JSON.parse(trimmed)).data;
	} catch {
		return undefined;
	}
}

/** Whether a line's sign-off stands before a claim (below 0), is the claim's own (0) or stands behind it. */
function orderOf(review: Review | undefined, article: string, claim: string): number | undefined {
	return review && (compare(review.article, article) || compare(review.claim, claim));
}

function joined(lines: readonly { readonly line: string }[]): string {
	return lines.map(({ line }) => line).join("");
}

function newest(ledger: readonly Review[]): Map<string, Review> {
	const found = new Map<string, Review>();
	for (const review of ledger) {
		const key = `${review.article}\n${review.claim}`;
		if ((found.get(key)?.on ?? "") <= review.on) found.set(key, review);
	}
	return found;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
