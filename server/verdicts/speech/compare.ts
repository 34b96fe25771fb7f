import { diffArrays } from "diff";
import { type QuotedWord, quotedWords, segments } from "./words.ts";

/** One stretch of a comparison: in both, only in the article as written, only in the document. */
export interface Difference {
	readonly kind: "same" | "written" | "document";
	readonly text: string;
}

/** How quoted words stand to a document's. */
export interface Comparison {
	/** Share of the quoted words that the document has in that order, 1 when nothing differs. */
	readonly likeness: number;
	readonly faithful: boolean;
	readonly difference: readonly Difference[];
	/** Where the first of its words that the document has stands there, in UTF-16 units of the document. */
	readonly at: number;
	/** The words that differ, with what the document has instead; empty when faithful. */
	readonly written: string;
	readonly original: string;
}

/** A text to be compared with. Read when it first is: most quotations are like no other. */
export class Source {
	readonly text: string;
	#words: readonly QuotedWord[] | undefined;
	#pairs: ReadonlyMap<string, readonly number[]> | undefined;
	#keys: ReadonlySet<string> | undefined;

	constructor(text: string) {
		this.text = text;
	}

	get words(): readonly QuotedWord[] {
		this.#words ??= quotedWords(this.text);
		return this.#words;
	}

	/** Where each pair of neighbours stands. */
	get pairs(): ReadonlyMap<string, readonly number[]> {
		this.#pairs ??= pairsOf(this.words);
		return this.#pairs;
	}

	/** Its words, each once. */
	get keys(): ReadonlySet<string> {
		this.#keys ??= new Set(this.words.map((word) => word.key));
		return this.#keys;
	}
}

function pairsOf(words: readonly QuotedWord[]): Map<string, number[]> {
	const pairs = new Map<string, number[]>();
	for (let i = 0; i + 1 < words.length; i++) {
		const key = `${(words[i] as QuotedWord).key} ${(words[i + 1] as QuotedWord).key}`;
		const places = pairs.get(key);
		if (places) {
			// Pairs like `of the` say nothing of the place.
			if (places.length < 400) places.push(i);
		} else pairs.set(key, [i]);
	}
	return pairs;
}

/** From this likeness words may be meant to be those of a text: whoever compares them asks for no less. */
export const MAY_BE_MEANT = 0.6;

/**
 * Compares quoted words with a text. Every stretch between ellipses or brackets is looked for on its own, so that sentences may stand in another order.
 * Undefined when some stretch is nowhere near anything in the text: then the words are from elsewhere.
 */
export function compare(quoted: readonly string[], source: Source): Comparison | undefined {
	const parts = quoted.flatMap((piece) => segments(piece));
	// What is in several stretches may be like a text though one of them is not.
	const least = parts.length === 1 ? MAY_BE_MEANT : 0;
	const found: { aligned: Aligned; length: number }[] = [];
	for (const part of parts) {
		const aligned = align(part, source, least);
		if (!aligned) {
			// A word or two beside an ellipsis can stand anywhere.
			if (part.length < 3 && parts.length > 1) continue;
			return undefined;
		}
		found.push({ aligned, length: part.length });
	}
	const total = found.reduce((sum, one) => sum + one.length, 0);
	if (total < 2) return undefined;
	const difference = joined(found.flatMap(({ aligned }) => aligned.difference));
	const changed = difference.filter((one) => one.kind !== "same");
	const text = (kind: Difference["kind"]) =>
		changed
			.filter((one) => one.kind === kind)
			.map((one) => one.text)
			.join(" … ");
	return {
		likeness: found.reduce((sum, { aligned, length }) => sum + aligned.likeness * length, 0) / total,
		faithful: changed.length === 0,
		at: found[0]?.aligned.at ?? 0,
		difference,
		...around(difference, text),
	};
}

/** What to show of a change: the words themselves, with a neighbour where one side has nothing (`will not` for `will`). */
function around(difference: readonly Difference[], text: (kind: Difference["kind"]) => string): { written: string; original: string } {
	const written = text("written");
	const original = text("document");
	if ((written && original) || (!written && !original)) return { written, original };
	const at = difference.findIndex((one) => one.kind !== "same");
	const before = difference[at - 1]?.text.split(" ").slice(-2).join(" ") ?? "";
	const after = difference[at + 1]?.text.split(" ").slice(0, 2).join(" ") ?? "";
	const with_ = (words: string) => [before, words, after].filter(Boolean).join(" ");
	return { written: with_(written), original: with_(original) };
}

interface Aligned {
	readonly at: number;
	readonly likeness: number;
	readonly difference: readonly Difference[];
}

/** The stretch of the source that is most like some quoted words; undefined where none can be as like as `least`. */
function align(part: readonly QuotedWord[], source: Source, least: number): Aligned | undefined {
	const exact = exactAt(part, source);
	if (exact >= 0) return { at: source.words[exact]?.start ?? 0, likeness: 1, difference: [{ kind: "same", text: written(part) }] };
	if (part.length < 4) return undefined;
	let best: Aligned | undefined;
	for (const place of places(part, source)) {
		const slack = Math.max(8, part.length >> 2);
		const window = source.words.slice(Math.max(0, place - slack), place + part.length + slack);
		// Most words that share a pair with a document share hardly any more: to count them takes a hundredth of telling where they part. (That was a
		// twentieth of a check of articles that quote much.)
		const most = likeAtMost(part, window);
		if (most < least || (best && most <= best.likeness)) continue;
		const aligned = alignAt(part, window, part.length + 2 * slack);
		if (aligned && (!best || aligned.likeness > best.likeness)) best = aligned;
	}
	return best;
}

function exactAt(part: readonly QuotedWord[], { words, pairs }: Source): number {
	const [first, second] = part;
	if (!first) return -1;
	if (!second) return words.findIndex((word) => word.key === first.key);
	const starts = pairs.get(`${first.key} ${second.key}`) ?? [];
	return starts.find((start) => part.every((word, i) => words[start + i]?.key === word.key)) ?? -1;
}

/** Where quoted words may begin in the source: the places that most of their pairs of neighbours point to, best first, three at most. */
function places(part: readonly QuotedWord[], { pairs }: Source): number[] {
	const width = Math.max(4, part.length >> 3);
	const votes = new Map<number, number>();
	for (let i = 0; i + 1 < part.length; i++) {
		const hits = pairs.get(`${(part[i] as QuotedWord).key} ${(part[i + 1] as QuotedWord).key}`) ?? [];
		// A common pair counts for little.
		for (const hit of hits) votes.set(Math.round((hit - i) / width), (votes.get(Math.round((hit - i) / width)) ?? 0) + 1 / hits.length);
	}
	return [...votes]
		.sort((a, b) => b[1] - a[1])
		.slice(0, 3)
		.map(([place]) => place * width);
}

/** How like some words a stretch can be at most: by how many of them it has, wherever they stand in it. */
function likeAtMost(part: readonly QuotedWord[], window: readonly QuotedWord[]): number {
	const keys = new Set<string>();
	for (const { key } of window) keys.add(key);
	let shared = 0;
	for (const { key } of part) if (keys.has(key)) shared++;
	return shared / part.length;
}

function alignAt(part: readonly QuotedWord[], window: readonly QuotedWord[], maxEditLength: number): Aligned | undefined {
	const changes = diffArrays(
		part.map((word) => word.key),
		window.map((word) => word.key),
		{ maxEditLength },
	);
	if (!changes) return undefined;
	const runs: { kind: Difference["kind"]; part: readonly QuotedWord[]; window: readonly QuotedWord[] }[] = [];
	let i = 0;
	let j = 0;
	for (const { added, removed, value } of changes) {
		const n = value.length;
		if (added) runs.push({ kind: "document", part: [], window: window.slice(j, j + n) });
		else if (removed) runs.push({ kind: "written", part: part.slice(i, i + n), window: [] });
		else runs.push({ kind: "same", part: part.slice(i, i + n), window: window.slice(j, j + n) });
		if (!added) i += n;
		if (!removed) j += n;
	}
	const kept = withoutSurroundings(runs);
	const same = kept.reduce((sum, run) => sum + (run.kind === "same" ? run.part.length : 0), 0);
	// Only stray words were matched: what has nothing of the document differs from it in nothing either.
	if (same === 0) return undefined;
	const extra = kept.reduce((sum, run) => sum + (run.kind === "document" ? run.window.length : 0), 0);
	const likeness = same / Math.max(part.length, same + extra);
	const difference = kept.map((run) => ({ kind: run.kind, text: written(run.kind === "document" ? run.window : run.part) }));
	const at = kept.find((run) => run.kind === "same")?.window[0]?.start ?? 0;
	return { at, likeness, difference };
}

type Run = { kind: Difference["kind"]; part: readonly QuotedWord[]; window: readonly QuotedWord[] };

/** What the document says before and after is no difference, save for as many words as the writer put in their place at the edge. */
function withoutSurroundings(given: readonly Run[]): Run[] {
	const runs = [...given];
	closeUp(runs, "head");
	closeUp(runs, "tail");
	while (isStray(runs, "head")) settle(runs, "head");
	while (isStray(runs, "tail")) settle(runs, "tail");
	const first = runs.findIndex((run) => run.kind === "same");
	const last = runs.findLastIndex((run) => run.kind === "same");
	if (first < 0) return [];
	const edge = (outside: readonly Run[], end: "head" | "tail"): Run[] => {
		const put = outside.filter((run) => run.kind === "written");
		const count = put.reduce((sum, run) => sum + run.part.length, 0);
		if (count === 0) return [];
		const words = outside.filter((run) => run.kind === "document").flatMap((run) => run.window);
		const instead = end === "head" ? words.slice(-count) : words.slice(0, count);
		return [...put, ...(instead.length > 0 ? [{ kind: "document" as const, part: [], window: instead }] : [])];
	};
	return [...edge(runs.slice(0, first), "head"), ...runs.slice(first, last + 1), ...edge(runs.slice(last + 1), "tail")];
}

/**
 * Words at the edge that the document has twice in a row, as a speaker's name and again in what they say, are matched with those that are nearer to
 * the rest, though the writer put other words in between.
 */
function closeUp(runs: Run[], end: "head" | "tail"): void {
	const at = end === "head" ? runs.findIndex((run) => run.kind === "same") : runs.findLastIndex((run) => run.kind === "same");
	const step = end === "head" ? 1 : -1;
	const same = runs[at];
	const other = runs[at + step]?.kind === "written" ? at + 2 * step : at + step;
	const gap = runs[other];
	if (!same || gap?.kind !== "document") return;
	const n = same.part.length;
	const beside = end === "head" ? gap.window.slice(0, n) : gap.window.slice(-n);
	if (beside.length < n || same.part.some((word, i) => word.key !== beside[i]?.key)) return;
	const rest = end === "head" ? gap.window.slice(n) : gap.window.slice(0, -n);
	const moved: Run = { kind: "same", part: same.part, window: beside };
	runs[at] = moved;
	if (rest.length > 0) runs[other] = { ...gap, window: rest };
	else runs.splice(other, 1);
	runs.splice(runs.indexOf(moved) + (end === "head" ? 0 : 1), 0, { kind: "document", part: [], window: same.window });
}

/** A first or last word that was matched far from its neighbours: at most two words, and more than three of the document's in between. */
function isStray(runs: readonly Run[], end: "head" | "tail"): boolean {
	const order = end === "head" ? runs : [...runs].reverse();
	const at = order.findIndex((run) => run.kind === "same");
	const [same, gap, next] = [order[at], order[at + 1], order[at + 2]];
	return (
		same !== undefined &&
		gap?.kind === "document" &&
		next !== undefined &&
		same.part.length <= 2 &&
		gap.window.length >= same.part.length &&
		gap.window.length > (repeats(same, gap, end) ? 0 : 3)
	);
}

/** Whether the stray words stand beside their neighbours as well: then they are matched there. */
function repeats(same: Run, gap: Run, end: "head" | "tail"): boolean {
	const beside = end === "head" ? gap.window.slice(-same.part.length) : gap.window.slice(0, same.part.length);
	return same.part.every((word, i) => word.key === beside[i]?.key);
}

/** Moves stray words to their neighbours, or counts them as the writer's own. */
function settle(runs: Run[], end: "head" | "tail"): void {
	const at = end === "head" ? runs.findIndex((run) => run.kind === "same") : runs.findLastIndex((run) => run.kind === "same");
	const other = end === "head" ? at + 1 : at - 1;
	const [same, gap] = [runs[at] as Run, runs[other] as Run];
	const n = same.part.length;
	const outer = end === "head" ? [...same.window, ...gap.window.slice(0, -n)] : [...gap.window.slice(n), ...same.window];
	const beside = end === "head" ? gap.window.slice(-n) : gap.window.slice(0, n);
	const surroundings: Run = { kind: "document", part: [], window: outer };
	if (repeats(same, gap, end)) {
		const next = end === "head" ? at + 2 : at - 2;
		const neighbour = runs[next] as Run;
		if (neighbour.kind === "same") {
			const [a, b] = end === "head" ? [same, neighbour] : [neighbour, same];
			const merged: Run = {
				kind: "same",
				part: [...a.part, ...b.part],
				window: end === "head" ? [...beside, ...b.window] : [...a.window, ...beside],
			};
			runs.splice(Math.min(at, next), 3, ...(end === "head" ? [surroundings, merged] : [merged, surroundings]));
			return;
		}
		const moved: Run = { kind: "same", part: same.part, window: beside };
		runs.splice(Math.min(at, other), 2, ...(end === "head" ? [surroundings, moved] : [moved, surroundings]));
		return;
	}
	const own: Run = { kind: "written", part: same.part, window: [] };
	const whole: Run = {
		kind: "document",
		part: [],
		window: end === "head" ? [...same.window, ...gap.window] : [...gap.window, ...same.window],
	};
	runs.splice(Math.min(at, other), 2, ...(end === "head" ? [own, whole] : [whole, own]));
}

/** Words as they were written, with the marks between them. */
const written = (words: readonly QuotedWord[]): string => words.map(({ text, gap }, i) => (i === 0 ? text : gap + text)).join("");

function joined(difference: readonly Difference[]): Difference[] {
	const runs: Difference[] = [];
	for (const one of difference) {
		const last = runs.at(-1);
		if (one.text === "") continue;
		if (last?.kind === one.kind) runs[runs.length - 1] = { kind: one.kind, text: `${last.text} ${one.text}` };
		else runs.push(one);
	}
	return runs;
}
