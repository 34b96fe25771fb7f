import { type Input, Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, GFM } from "@lezer/markdown";
import { firstWhere } from "../halving.ts";
import type { Steps } from "../steps.ts";
import type { Change } from "../versions/change.ts";
import type { Text } from "../versions/text.ts";
import { skipWords } from "./skip.ts";

const parser = commonmark.configure([GFM, skipWords]);

/** A node directly below a document's, and where it begins in the text. */
export interface TopLevel {
	readonly node: Tree;
	readonly start: number;
}

/** The top-level nodes of a text, in order. */
export interface TopLevels {
	readonly text: Text;
	/** Where the text begins to be Markdown. */
	readonly from: number;
	readonly count: number;
	node(index: number): Tree;
	start(index: number): number;
}

/** Which top-level nodes of an earlier version are replaced by others: those from one index up to another. */
export interface Reparsed {
	readonly head: number;
	readonly tail: number;
	readonly fresh: readonly TopLevel[];
}

/** Parses a text from an offset on. A step is a block. */
export function* parsedAll(text: Text, from: number): Steps<TopLevel[]> {
	return (yield* parsed(text, from, [], text.length)).nodes;
}

/**
 * Parses what a change may have touched, and no more: a parser that stands at the beginning of a top-level block knows nothing of what stands before it, so
 * from the first such place behind the change that is one in both versions on, both read the same. (The parser's own way to go on with an earlier tree
 * makes a new tree of all top-level nodes each time: a tenth of a check in an article of 1 MB.)
 */
export function* parsedAround(text: Text, from: number, before: TopLevels, change: Change): Steps<Reparsed> {
	const { fromA, toA, fromB, toB } = change;
	const moved = toB - toA;
	const { count } = before;
	const endOf = (i: number): number => before.start(i) + before.node(i).length;
	const lineOf = (i: number): number => lineStart(before.text, before.start(i), before.from);
	let first = firstWhere(count, (i) => endOf(i) >= fromA);
	const last = firstWhere(count, (i) => lineOf(i) > toA);
	first = Math.min(first, last);
	let head = fromB <= from ? 0 : first;
	// A paragraph that a blank line ends does not look beyond it; whatever else stands before the change may go on into it.
	if (
		head > 0 &&
		!(isLeaf(before.node(head - 1)) && areApart(before.text, endOf(head - 1), Math.min(fromA, first < count ? before.start(first) : fromA)))
	)
		head = Math.max(0, head - 2);
	// What stands between may have become something.
	const start = head === 0 ? from : Math.min(head < count ? lineOf(head) : text.length, lineStart(text, fromB, from));
	const isSimple = head === first && rangeOf(head, last).every((i) => isLeaf(before.node(i)));
	const end = Math.max(last > head ? endOf(last - 1) + moved : 0, toB, start);
	if (isSimple) {
		const { nodes, position } = yield* parsed(text, start, [], end);
		if (position >= text.length) return { head, tail: count, fresh: nodes };
		const next = last < count ? lineOf(last) + moved : text.length;
		const stop = endOfLast(nodes, start);
		if (position <= next && stop <= next && nodes.length > 0 && isLeaf((nodes.at(-1) as TopLevel).node) && areApart(text, stop, next))
			return { head, tail: last, fresh: nodes };
		const met = last < count ? nodes.findIndex((one) => one.start === before.start(last) + moved) : -1;
		if (met >= 0) return { head, tail: last, fresh: nodes.slice(0, met) };
	}
	// Items of a list, and whatever else is made of blocks, are taken from the tree before as far as the parser can.
	for (let tail = last, more = 1; ; tail = Math.min(count, tail + more), more *= 2) {
		const wanted = tail < count ? before.start(tail) + moved : text.length;
		const fragments = fragmentsOf(before, head, Math.min(count, tail + 1), change, text);
		const { nodes } = yield* parsed(text, start, fragments, Math.max(wanted, end));
		const met = tail < count ? nodes.findIndex((one) => one.start === wanted) : nodes.length;
		if (met >= 0) return { head, tail, fresh: nodes.slice(0, met) };
	}
}

/** Parses from one offset of a text until the parser stands behind another, at the end of a block. */
function* parsed(
	text: Text,
	from: number,
	fragments: readonly TreeFragment[],
	to: number,
): Steps<{ readonly nodes: TopLevel[]; readonly position: number }> {
	const parse = parser.startParse(new Lines(text), fragments, [{ from, to: text.length }]);
	let tree = parse.advance();
	for (; !tree; tree = parse.advance()) {
		yield;
		if (parse.stoppedAt === null && parse.parsedPos > to && parse.parsedPos < text.length) parse.stopAt(parse.parsedPos - 1);
	}
	const nodes: TopLevel[] = [];
	collect(tree, from, nodes);
	return { nodes, position: parse.parsedPos };
}

/** A text as the parser reads it: up to the end of a line at a time. */
class Lines implements Input {
	readonly #text: Text;
	readonly lineChunks = false;

	constructor(text: Text) {
		this.#text = text;
	}

	get length(): number {
		return this.#text.length;
	}

	chunk(from: number): string {
		const newline = this.#text.indexOf("\n", from);
		return this.#text.slice(from, newline < 0 ? this.#text.length : newline + 1);
	}

	read(from: number, to: number): string {
		return this.#text.slice(from, to);
	}
}

function endOfLast(nodes: readonly TopLevel[], start: number): number {
	const last = nodes.at(-1);
	return last ? last.start + last.node.length : start;
}

/** The nodes directly below a document's; between them the parser puts nameless ones, for balance. */
function collect(tree: Tree, at: number, found: TopLevel[]): void {
	tree.children.forEach((child, i) => {
		const start = at + (tree.positions[i] as number);
		if (!(child instanceof Tree)) return;
		if (child.type.isAnonymous) collect(child, start, found);
		else found.push({ node: child, start });
	});
}

/** What the parser may take over of some nodes of an earlier version. */
function fragmentsOf(before: TopLevels, from: number, to: number, change: Change, text: Text): readonly TreeFragment[] {
	const all = rangeOf(from, to);
	if (all.length === 0) return [];
	const document = parser.nodeSet.types.find((type) => type.isTop) as Tree["type"];
	const end = before.start(to - 1) + before.node(to - 1).length;
	const tree = new Tree(
		document,
		all.map((i) => before.node(i)),
		all.map((i) => before.start(i)),
		end,
	);
	return TreeFragment.applyChanges(TreeFragment.addTree(tree, [], true), [withLinesBefore(change, text)]);
}

/** A change with the two lines before it: the delimiter row of a table ends the paragraph that stands before the table's header. */
function withLinesBefore({ fromA, toA, fromB, toB }: Change, text: Text): Change {
	let from = fromB;
	for (let lines = 0; lines < 3 && from > 0; lines++) from = text.lastIndexOf("\n", from - 1);
	const more = Math.min(fromA, fromB - Math.max(from, 0));
	return { fromA: fromA - more, toA, fromB: fromB - more, toB };
}

/** Whether a node is made of no blocks, and ends with a blank line at the latest. */
function isLeaf({ type }: Tree): boolean {
	return LEAVES.has(type.name);
}

const LEAVES: ReadonlySet<string> = new Set(
	"Paragraph Table HorizontalRule LinkReference SetextHeading1 SetextHeading2 ATXHeading1 ATXHeading2 ATXHeading3 ATXHeading4 ATXHeading5 ATXHeading6".split(
		" ",
	),
);

/** Whether a blank line stands between two offsets, between which there is nothing but white space. */
function areApart(text: Text, from: number, to: number): boolean {
	const newline = text.indexOf("\n", from);
	if (newline < 0 || newline >= to) return false;
	const next = text.indexOf("\n", newline + 1);
	return next >= 0 && next < to;
}

function lineStart(text: Text, offset: number, from: number): number {
	return Math.max(from, text.lastIndexOf("\n", offset - 1) + 1);
}

function rangeOf(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
