import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { Snapshot } from "../documents/snapshot.ts";
import type { Prose } from "../prose/markdown/content.ts";
import type { Span } from "../prose/span.ts";
import { Pace, type Steps } from "../prose/steps.ts";
import { type Replaced, replaceIn } from "../prose/versions/compare.ts";
import { listsSince } from "../prose/versions/lists.ts";
import { Starts } from "../prose/versions/starts.ts";
import type { View } from "../session.ts";
import { severityFor } from "../settings.ts";
import type { CheckedBlocks } from "../verdicts/checked-blocks.ts";
import type { Checked, Verdict } from "../verdicts/verdict.ts";

/** Makes the marks of a block, faint ones only when asked to. */
export type MarksOf = (view: View, checked: readonly Checked[], isFaintToo: boolean) => readonly Diagnostic[];

/** Faint marks in one article. A long read has some hundreds of claims; an editor that is sent tens of thousands of marks is slow at every keystroke. */
const MOST_FAINT = 2000;

/** Marks of which no more than so many are faint, where there are some before them already; `many` is in the place of the first one that is too many. */
export function fewFaint(marks: readonly Diagnostic[], before: number, many: (mark: Diagnostic) => Diagnostic): readonly Diagnostic[] {
	let faint = before;
	return marks.flatMap((mark) => {
		if (!isFaint(mark) || ++faint <= MOST_FAINT) return mark;
		return faint === MOST_FAINT + 1 ? many(mark) : [];
	});
}

/**
 * The marks of an article's blocks from version to version. Those of a block are made once, as long as its verdicts are the same and it stays on its line;
 * so that a version costs what has changed, the marks that an editor is sent are kept in one list with the place of each block in it.
 */
export class KeptMarks {
	readonly #marksOf: MarksOf;
	readonly #many: (mark: Diagnostic) => Diagnostic;
	#prose: readonly Prose[] = [];
	#stamps: CheckedBlocks["stamps"] = [];
	#document: Snapshot | undefined;
	readonly #made: Made[] = [];
	/** By block, how many faint marks it has; -1 where they have not been made. */
	readonly #faint: number[] = [];
	/** By block, whether its marks speak of other places. */
	readonly #isRelated: boolean[] = [];
	/** The block with whose faint marks there are too many. */
	#last = 0;
	readonly #shown: Diagnostic[] = [];
	/** By block, where its marks begin in those that are shown; and their number. */
	#at = Starts.of([0]);

	constructor(marksOf: MarksOf, many: (mark: Diagnostic) => Diagnostic) {
		this.#marksOf = marksOf;
		this.#many = many;
	}

	/** Moves to another version, which is checked by block. Answers the marks of all blocks, in order; the list is another one with the next version. */
	*update(view: View, blocks: CheckedBlocks, document: Snapshot): Steps<readonly Diagnostic[]> {
		const { places } = view.report.article;
		const { stamps } = blocks;
		const change = places.changeSince(this.#prose);
		const lines = document.linesSince(this.#document ?? nowhere);
		this.#replace(change);
		const stale = new Set(listsSince(this.#stamps, stamps, blocks.since, change).changed);
		const shown = new Set(stale);
		yield* this.#move(view, blocks, document, { lines, change }, stale, shown);
		yield* this.#make(view, blocks, stale, shown);
		this.#show(shown);
		this.#prose = places.prose;
		this.#stamps = stamps;
		this.#document = document;
		return this.#shown;
	}

	/** Makes room for blocks that are new. */
	#replace(change: Replaced): void {
		const { from, toA, toB } = change;
		const [first, end] = [this.#at.at(from) as number, this.#at.at(toA) as number];
		const fresh = Array.from({ length: toB - from });
		const replace = <T>(list: T[], by: T): void =>
			replaceIn(
				list,
				change,
				fresh.map(() => by),
			);
		replace(this.#made, NONE);
		replace(this.#faint, 0);
		replace(this.#isRelated, false);
		replaceIn(this.#shown, { from: first, toA: end, toB: first }, []);
		this.#at = this.#at.spliced(
			from,
			toA,
			fresh.map(() => first),
			first - end,
		);
		if (this.#last >= toA) this.#last += toB - toA;
		else if (this.#last > from) this.#last = from;
	}

	/** Moves marks that stand on other lines than before. Those that do not stand there in the same way are stale. */
	*#move(
		view: View,
		blocks: CheckedBlocks,
		document: Snapshot,
		{ lines, change }: { readonly lines: Replaced; readonly change: Replaced },
		stale: Set<number>,
		shown: Set<number>,
	): Steps<void> {
		const { places } = view.report.article;
		const [from, to] = [lines.from, lines.toB].map((line) => places.indexAt(document.offsetAt({ line, character: 0 }) - 1) + 1) as [
			number,
			number,
		];
		for (let i = from; i < to; i++) stale.add(i);
		const by = lines.toB - lines.toA;
		// Within a line nothing that is spoken of from elsewhere moves, as long as no block stands behind the one that has changed. Between two changes
		// blocks may have moved though as many lines have come as have gone.
		const isOne = change.toA - change.from <= 1 && change.toB - change.from <= 1;
		if (by === 0 && isOne && from >= change.from && to <= change.toB) return;
		// What stands before the lines that have changed, and behind them where as many have gone as have come, is where it was. (Writing down where all of it
		// stands took 3 ms of 1 MB, and each key in a cell changes the cells of its row and its column.)
		const first = document.offsetAt({ line: lines.from, character: 0 });
		const end = by === 0 ? document.offsetAt({ line: lines.toB, character: 0 }) : Number.POSITIVE_INFINITY;
		const mayMove = ({ start }: Span): boolean => start >= first && start < end;
		for (let i = 0; i < this.#isRelated.length; i++)
			if (this.#isRelated[i] && blocks.related(i).some(mayMove) && this.#made[i]?.related !== relatedOf(blocks, i, document)) stale.add(i);
		const pace = new Pace();
		for (let i = to; by !== 0 && i < this.#made.length; i++) {
			const made = this.#made[i] as Made;
			if (stale.has(i) || (made.strong.length === 0 && !made.all?.length)) continue;
			const below = (mark: Diagnostic): Diagnostic => movedBy(mark, by);
			this.#made[i] = { related: made.related, strong: made.strong.map(below), ...(made.all && { all: made.all.map(below) }) };
			shown.add(i);
			if (pace.isStep((made.all ?? made.strong).length * A_MARK)) yield;
		}
	}

	/** Makes the marks of stale blocks, and faint ones as far as they are shown. */
	*#make(view: View, blocks: CheckedBlocks, stale: ReadonlySet<number>, shown: Set<number>): Steps<void> {
		const inOrder = Int32Array.from(stale).sort();
		const pace = new Pace();
		let next = 0;
		let faint = 0;
		let last = 0;
		// Beyond the last one that has faint marks to show only what is stale is looked at.
		for (let i = 0; i < this.#made.length; i++) {
			const isFaintToo = faint <= MOST_FAINT;
			if (!isFaintToo) {
				while (next < inOrder.length && (inOrder[next] as number) < i) next++;
				if (next === inOrder.length) break;
				i = inOrder[next] as number;
			}
			const isStale = inOrder[next] === i;
			if (isStale) next++;
			if (isStale || (isFaintToo && (this.#faint[i] as number) < 0)) {
				this.#makeOne(view, blocks, i, isFaintToo);
				shown.add(i);
				if (pace.isStep((blocks.stamps[i]?.length ?? 0) * A_MARK)) yield;
			}
			if (!isFaintToo) continue;
			faint += this.#faint[i] as number;
			last = i;
		}
		// Which faint ones are shown of the blocks between where they ended and where they end.
		for (let i = Math.min(last, this.#last); i <= Math.max(last, this.#last) && i < this.#made.length; i++) shown.add(i);
		this.#last = last;
	}

	#makeOne(view: View, blocks: CheckedBlocks, block: number, isFaintToo: boolean): void {
		const stamps = blocks.stamps[block] ?? [];
		if (stamps.length === 0) {
			this.#made[block] = NONE;
			this.#faint[block] = 0;
			this.#isRelated[block] = false;
			return;
		}
		// Beyond the faint marks that are shown most blocks have none, which their verdicts tell: claims are not put into their places for it.
		if (!isFaintToo && stamps.every(({ verdict }) => verdict.related === undefined && !isStrong(verdict, view))) {
			this.#made[block] = NO_STRONG;
			this.#faint[block] = -1;
			this.#isRelated[block] = false;
			return;
		}
		const all = this.#marksOf(view, blocks.of(block), isFaintToo);
		const strong = isFaintToo ? all.filter((mark) => !isFaint(mark)) : all;
		const related = relatedOf(blocks, block, view.document);
		this.#made[block] = { related, strong, ...(isFaintToo && { all }) };
		this.#faint[block] = isFaintToo ? all.length - strong.length : -1;
		this.#isRelated[block] = related !== "";
	}

	/** Puts the marks of some blocks in their places. */
	#show(blocks: ReadonlySet<number>): void {
		if (blocks.size > FEW) {
			const at: number[] = [];
			const shown: Diagnostic[] = [];
			let faint = 0;
			for (let i = 0; i < this.#made.length; i++) {
				at.push(shown.length);
				for (const mark of this.#shownOf(i, faint)) shown.push(mark);
				if (i <= this.#last) faint += this.#faint[i] as number;
			}
			at.push(shown.length);
			replaceIn(this.#shown, { from: 0, toA: this.#shown.length, toB: shown.length }, shown);
			this.#at = Starts.of(at);
			return;
		}
		for (const i of blocks) {
			let faint = 0;
			if (i === this.#last) for (let before = 0; before < i; before++) faint += this.#faint[before] as number;
			const own = this.#shownOf(i, faint);
			const [first, end] = [this.#at.at(i) as number, this.#at.at(i + 1) as number];
			if (own.length === 0 && first === end) continue;
			replaceIn(this.#shown, { from: first, toA: end, toB: first + own.length }, own);
			this.#at = this.#at.spliced(i, i + 1, [first], own.length - (end - first));
		}
	}

	/** The marks of a block that are shown; `before` is how many faint ones there are before it, which counts for the last block that has any. */
	#shownOf(block: number, before: number): readonly Diagnostic[] {
		const { all, strong } = this.#made[block] as Made;
		if (block > this.#last || !all) return strong;
		return block < this.#last || before + (this.#faint[block] as number) <= MOST_FAINT ? all : fewFaint(all, before, this.#many);
	}
}

/** The marks of a block as they were last made, and where what they speak of stood. */
interface Made {
	readonly related: string;
	/** Absent where there were too many faint ones before to show any more. */
	readonly all?: readonly Diagnostic[];
	/** Those of them that are not faint. */
	readonly strong: readonly Diagnostic[];
}

const NONE: Made = { related: "", all: [], strong: [] };
const NO_STRONG: Made = { related: "", strong: [] };

function isStrong(verdict: Verdict, { settings }: View): boolean {
	const severity = severityFor(verdict, settings);
	return severity !== "off" && severity !== "hint";
}

/** To make a mark takes as long as so many characters. */
const A_MARK = 30;

/** So many blocks are put in their places one by one. */
const FEW = 40;

const nowhere = new Snapshot({ uri: "", languageId: "", version: 0 }, "");

const isFaint = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Hint;

function movedBy(mark: Diagnostic, lines: number): Diagnostic {
	const { start, end } = mark.range;
	return { ...mark, range: { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } } };
}

/** Where what the marks of a block speak of stands. */
function relatedOf(blocks: CheckedBlocks, block: number, document: View["document"]): string {
	return blocks
		.related(block)
		.map(({ start }) => JSON.stringify(document.positionAt(start)))
		.join();
}
