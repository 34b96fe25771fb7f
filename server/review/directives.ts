import type { Article } from "../prose/article.ts";
import { contains, type Span } from "../prose/span.ts";
import type { Text } from "../prose/versions/text.ts";
import type { Fact } from "../references/fact.ts";
import type { Pin } from "../verdicts/pinned.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { asReviewed } from "./ledger.ts";

/** A part of the article that is not to be checked, and why. Article offsets. */
export interface Ignored extends Span {
	readonly reason: string;
}

/** A directive that does nothing, and what is wrong with it. Article offsets. */
export interface DirectiveProblem extends Span {
	readonly kind: "unknown" | "no reason" | "no fact" | "no review" | "review is past" | "never ended" | "nothing to end";
	/** The directive's word: `plumbline-ignore`. */
	readonly word: string;
}

/** A sign-off in the article, of the claim behind it: for an article that no ledger goes with. The span is the directive's, in the article. */
export interface ReviewMark extends Span {
	/** The claim's words as they were looked at. */
	readonly words: string;
	readonly by: string;
	/** The day, `YYYY-MM-DD`. */
	readonly on: string;
	readonly note: string;
}

/** What an article says about its own checking. */
export interface Directives {
	readonly ignored: readonly Ignored[];
	/** What the next figure is to be held against. */
	readonly pins: readonly Pin[];
	/** What has been signed off in the article itself. */
	readonly marks: readonly ReviewMark[];
	readonly problems: readonly DirectiveProblem[];
}

/** Every directive. Those with a reason need one. */
export const directiveWords = {
	"plumbline-ignore-next-line": true,
	"plumbline-ignore": true,
	"plumbline-enable": false,
	"plumbline-pin": false,
	"plumbline-reviewed": false,
} as const;

/**
 * Reads the directives of an article: `<!-- plumbline-ignore-next-line REASON -->` for one line, `<!-- plumbline-ignore REASON -->` up to
 * `<!-- plumbline-enable -->`, `<!-- plumbline-pin SUBJECT; MEASURE; PERIOD -->` for the next figure or date,
 * `<!-- plumbline-reviewed WORDS; NAME; DATE; REASON -->` for the claim that has these words, and `plumbline: { ignore: REASON }` in the front matter for all of it.
 */
export function readDirectives(article: Article): Directives {
	const ignored: Ignored[] = [];
	const pins: Pin[] = [];
	const marks: ReviewMark[] = [];
	const problems: DirectiveProblem[] = [];
	readFrontMatter(article, ignored, problems);
	let open: (Ignored & { readonly comment: Span }) | undefined;
	for (const comment of article.comments) {
		const directive = comment.end - comment.start > LONGEST ? undefined : directiveOf(article.text.slice(comment.start, comment.end));
		if (!directive) continue;
		const { word, reason } = directive;
		const problem = (kind: DirectiveProblem["kind"]) => problems.push({ kind, word, start: comment.start, end: comment.end });
		if (!Object.hasOwn(directiveWords, word)) problem("unknown");
		else if (directiveWords[word as keyof typeof directiveWords] && reason === "") problem("no reason");
		else if (word === "plumbline-pin") {
			const [subject = "", measure = "", period = ""] = reason.split(";").map((part) => part.trim());
			if (subject === "" || measure === "") problem("no fact");
			else pins.push({ start: comment.start, end: comment.end, subject, measure, ...(period && { period }) });
		} else if (word === "plumbline-reviewed") {
			const mark = readMark(reason);
			if (mark) marks.push({ start: comment.start, end: comment.end, ...mark });
			else problem("no review");
		} else if (word === "plumbline-ignore-next-line") ignored.push({ ...nextLine(article.text, comment.end), reason });
		else if (word === "plumbline-ignore") open ??= { start: comment.end, end: article.text.length, reason, comment };
		else if (open) {
			ignored.push({ start: open.start, end: comment.start, reason: open.reason });
			open = undefined;
		} else problem("nothing to end");
	}
	if (open) {
		ignored.push({ start: open.start, end: open.end, reason: open.reason });
		problems.push({ kind: "never ended", word: "plumbline-ignore", start: open.comment.start, end: open.comment.end });
	}
	return { ignored, pins, marks, problems };
}

/** A pin as it is written for a fact. */
export function pinOf({ subject, measure, period }: Fact): string {
	return `<!-- plumbline-pin ${[subject, measure, period].filter((part) => part !== undefined).join("; ")} -->`;
}

/** A review mark as it is written. A semicolon would part its words, two hyphens would end the comment. */
export function markOf({ words, by, on, note }: Omit<ReviewMark, "start" | "end">): string {
	const plain = (text: string) => text.replace(/\s+/g, " ").replace(/-{2,}/g, "–").trim();
	const part = (text: string) => plain(text).replaceAll(";", ",");
	return `<!-- plumbline-reviewed ${part(words)}; ${part(by)}; ${on}; ${plain(note)} -->`;
}

/**
 * The claims of an article, those marked as reviewed that a review mark stands in front of, and the marks that hold no longer: the words behind them are
 * others, or a reference has become known since.
 */
export function withMarks(
	checked: readonly Checked[],
	marks: readonly ReviewMark[],
): { readonly checked: readonly Checked[]; readonly past: readonly ReviewMark[] } {
	if (marks.length === 0) return { checked, past: [] };
	const signed = new Map<Checked, ReviewMark>();
	const past: ReviewMark[] = [];
	for (const mark of marks) {
		const first = checked.find(({ claim }) => claim.start >= mark.end);
		// A figure that begins a quotation starts where the quotation does.
		const own = first && checked.find(({ claim }) => claim.start >= mark.end && contains(first.claim, claim) && isMarked(claim.text, mark));
		const isNewer = own?.verdict.references.some(({ knownAt = "" }) => knownAt > mark.on);
		if (own && !isNewer) signed.set(own, mark);
		else past.push(mark);
	}
	const found = checked.map((one): Checked => {
		const mark = signed.get(one);
		if (!mark) return one;
		const { by, on, note } = mark;
		return {
			claim: one.claim,
			verdict: asReviewed(one.verdict, { kind: "signed off", by, on, note, inArticle: true }),
		};
	});
	return { checked: found, past };
}

/** Whether a claim has the words of a mark, as far as a mark can hold them. */
function isMarked(text: string, { words }: ReviewMark): boolean {
	return markOf({ words: text, by: "", on: "", note: "" }) === markOf({ words, by: "", on: "", note: "" });
}

/** Directives with review marks that hold no longer among the problems. */
export function withPastMarks(directives: Directives, past: readonly ReviewMark[]): Directives {
	return withProblems(directives, "review is past", "plumbline-reviewed", past);
}

/** Directives with pins that turned out to lead nowhere among the problems. */
export function withIdlePins(directives: Directives, idle: readonly Pin[]): Directives {
	return withProblems(directives, "no fact", "plumbline-pin", idle);
}

function withProblems(directives: Directives, kind: DirectiveProblem["kind"], word: string, spans: readonly Span[]): Directives {
	if (spans.length === 0) return directives;
	return { ...directives, problems: [...directives.problems, ...spans.map(({ start, end }) => ({ kind, word, start, end }))] };
}

/** The claims of an article, those in an ignored part marked as looked at: a person has said why they are not to be checked. */
export function withIgnored(checked: readonly Checked[], ignored: readonly Ignored[]): readonly Checked[] {
	if (ignored.length === 0) return checked;
	return checked.map(({ claim, verdict }) => {
		const part = ignored.find((span) => contains(span, claim));
		return part ? { claim, verdict: asReviewed(verdict, { kind: "ignored", note: part.reason }) } : { claim, verdict };
	});
}

/** The word of a comment's directive and what follows it; undefined when the comment begins otherwise. */
function directiveOf(comment: string): { readonly word: string; readonly reason: string } | undefined {
	const words = comment.replace("<!--", "").replace("-->", "").trim();
	const word = /^plumbline-[\w-]{0,40}/.exec(words)?.[0];
	return word === undefined ? undefined : { word, reason: words.slice(word.length).trim() };
}

/** `WORDS; NAME; DATE; REASON`; the reason may hold semicolons of its own. */
function readMark(written: string): Omit<ReviewMark, "start" | "end"> | undefined {
	const [words = "", by = "", on = "", ...rest] = written.split(";").map((part) => part.trim());
	const note = rest.join("; ");
	return words !== "" && by !== "" && /^\d{4}-\d\d-\d\d$/.test(on) && note !== "" ? { words, by, on, note } : undefined;
}

/** A longer comment is no directive. UTF-16 units. */
const LONGEST = 2000;

/** The next line that has something on it. */
function nextLine(text: Text, from: number): Span {
	const newline = text.indexOf("\n", from);
	let start = newline < 0 ? text.length : newline + 1;
	while (start < text.length && /\s/.test(text.slice(start, start + 1))) start++;
	const end = text.indexOf("\n", start);
	return { start, end: end < 0 ? text.length : end };
}

function readFrontMatter({ text, frontMatter }: Article, ignored: Ignored[], problems: DirectiveProblem[]): void {
	if (!frontMatter || !Object.hasOwn(frontMatter.values, "plumbline")) return;
	const value = frontMatter.values.plumbline;
	const key = text.indexOf("plumbline", frontMatter.start);
	const problem = (kind: DirectiveProblem["kind"], word: string) => {
		const found = Math.max(key, text.indexOf(word, key));
		problems.push({ kind, word, start: found, end: Math.min(frontMatter.end, found + word.length) });
	};
	if (typeof value !== "object" || value === null) {
		problem("unknown", "plumbline");
		return;
	}
	for (const [name, reason] of Object.entries(value)) {
		if (name !== "ignore") problem("unknown", name);
		else if (typeof reason !== "string" || reason.trim() === "") problem("no reason", name);
		else ignored.push({ start: frontMatter.end, end: text.length, reason: reason.trim() });
	}
}
