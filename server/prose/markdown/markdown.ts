import type { SyntaxNode, Tree } from "@lezer/common";
import { Blocks } from "../blocks.ts";
import { detached } from "../detached.ts";
import type { Span } from "../span.ts";
import type { Steps } from "../steps.ts";
import { type Change, changeBetween, changeWithin } from "../versions/change.ts";
import { replaced, splicedStarts } from "../versions/compare.ts";
import { Starts } from "../versions/starts.ts";
import type { Text } from "../versions/text.ts";
import { type BlockContext, Prose } from "./content.ts";
import { readInline } from "./inline.ts";
import { keeping, Part, type PlacedProse, type Pool, poolOf } from "./part.ts";
import { parsedAll, parsedAround, type Reparsed, type TopLevels } from "./top-level.ts";

/** A Markdown text as read: its top-level parts in order with where they begin, and what reading the next version of it begins with. */
export interface MarkdownContent {
	readonly text: Text;
	/** Where the text begins to be Markdown. */
	readonly from: number;
	readonly parts: readonly Part[];
	readonly starts: Starts;
	/** By part, the index of its first block; and the number of blocks behind the last. */
	readonly firsts: Int32Array;
	readonly blocks: Blocks;
	readonly labels: ReadonlySet<string>;
	/** How many parts hold comments. */
	readonly commented: number;
}

const nothing: MarkdownContent = {
	text: "",
	from: 0,
	parts: [],
	starts: Starts.of([]),
	firsts: new Int32Array(1),
	blocks: new Blocks([], Starts.of([])),
	labels: new Set(),
	commented: 0,
};

/**
 * Reads a Markdown text from an offset on. Code, HTML, link targets, images, footnote labels and math are no prose. `before` is an earlier version of the
 * text: what has not changed since is neither parsed nor read again; `told` is the change, where it is known.
 */
export function* readMarkdown(text: Text, from: number, before?: MarkdownContent, told?: Change): Steps<MarkdownContent> {
	if (before && before.from === from && before.text === text) return before;
	const change = before && changeOf(before, text, from, told);
	const { head, tail, fresh }: Reparsed = change
		? yield* parsedAround(text, from, topLevelsOf(before), change)
		: { head: 0, tail: 0, fresh: yield* parsedAll(text, from) };
	const old = before ?? nothing;
	const gone = old.parts.slice(head, tail);
	const known = new Map(gone.map((part) => [part.node, part]));
	const own: { readonly node: Tree; readonly start: number; readonly labels: readonly string[] }[] = [];
	for (const { node, start } of fresh) {
		own.push({ node, start, labels: known.get(node)?.labels ?? labelsIn(text, node, start) });
		yield;
	}
	const defines = !before || [...gone, ...own].some((one) => one.labels.length > 0);
	const kept = defines ? [...old.parts.slice(0, head), ...own, ...old.parts.slice(tail)] : [];
	const found = defines ? new Set(kept.flatMap((one) => [...one.labels])) : old.labels;
	const isSame = sameLabels(old.labels, found);
	const labels = isSame ? old.labels : found;
	// What goes from version to version must not keep this one's whole text. And a copy is read faster than a cut, through which V8 finds each character in the
	// text behind it, with two bytes a character where that has a single dash: measured, a fortieth of a check.
	const cut = (from: number, to: number): string => detached(text.slice(from, to));
	// What has gone may be what is read anew.
	const pool = poolOf(gone.filter(({ node }) => !isSame || !own.some((one) => one.node === node)));
	const by: Part[] = [];
	for (const { node, start, labels } of own)
		by.push((isSame && known.get(node)) || (yield* readPart(cut(start, start + node.length), node, { own: labels, all: found }, pool)));
	const content = withParts(old, { head, tail, by, starts: fresh.map(({ start }) => start) }, { text, from, labels });
	return isSame || !before ? content : yield* withLabels(content, head, head + by.length);
}

/** The parts of a version before and behind those that are new, all in their places. */
function withParts(
	before: MarkdownContent,
	{
		head,
		tail,
		by,
		starts,
	}: { readonly head: number; readonly tail: number; readonly by: readonly Part[]; readonly starts: readonly number[] },
	{ text, from, labels }: Pick<MarkdownContent, "text" | "from" | "labels">,
): MarkdownContent {
	const moved = text.length - before.text.length;
	const first = before.firsts[head] as number;
	const last = before.firsts[tail] as number;
	const prose: Prose[] = [];
	const proseStarts: number[] = [];
	const firsts: number[] = [];
	for (const [i, part] of by.entries()) {
		firsts.push(first + prose.length);
		for (const one of part.prose) {
			prose.push(one.prose);
			proseStarts.push((starts[i] as number) + one.at);
		}
	}
	const commented = (parts: readonly Part[]): number => parts.filter(({ comments }) => comments.length > 0).length;
	return {
		text,
		from,
		labels,
		parts: replaced(before.parts, { from: head, toA: tail, toB: head + by.length }, by),
		starts: before.starts.spliced(head, tail, starts, moved),
		firsts: splicedStarts(before.firsts, head, tail, firsts, prose.length - (last - first)),
		blocks: before.blocks.spliced(first, last, prose, proseStarts, moved),
		commented: before.commented - commented(before.parts.slice(head, tail)) + commented(by),
	};
}

/** A version in which other labels are defined than before: what may be a link is read again, but for the parts that have just been read. */
function* withLabels(content: MarkdownContent, from: number, to: number): Steps<MarkdownContent> {
	const { text, parts, starts, labels } = content;
	const by: Part[] = [];
	for (const [i, part] of parts.entries()) {
		const start = starts.at(i) as number;
		const written = text.slice(start, start + part.node.length);
		// Without a bracket there is no link.
		if ((i >= from && i < to) || !written.includes("[")) by.push(part);
		else by.push(yield* readPart(detached(written), part.node, { own: part.labels, all: labels }, poolOf([part])));
	}
	return withParts({ ...nothing, text }, { head: 0, tail: 0, by, starts: parts.map((_, i) => starts.at(i) as number) }, content);
}

/** The comments of a text, in order. */
export function commentsIn({ parts, starts, commented }: MarkdownContent): Span[] {
	if (commented === 0) return [];
	return parts.flatMap(({ comments }, i) =>
		comments.map(({ start, end }) => ({ start: (starts.at(i) as number) + start, end: (starts.at(i) as number) + end })),
	);
}

function topLevelsOf({ text, from, parts, starts }: MarkdownContent): TopLevels {
	return { text, from, count: parts.length, node: (i) => (parts[i] as Part).node, start: (i) => starts.at(i) as number };
}

/** What has changed since an earlier version, all of the front matter with it when it begins, ends or changes. */
function changeOf(before: MarkdownContent, text: Text, from: number, told: Change | undefined): Change {
	const change = (told && changeWithin(before.text, text, told)) ?? changeBetween(before.text.toString(), text.toString());
	if (before.from === from && change.fromB >= from) return change;
	const kept = Math.min(text.length - change.toB, before.text.length - before.from, text.length - from);
	return { fromA: 0, toA: before.text.length - kept, fromB: 0, toB: text.length - kept };
}

function* readPart(
	text: string,
	node: Tree,
	labels: { readonly own: readonly string[]; readonly all: ReadonlySet<string> },
	pool: Pool,
): Steps<Part> {
	const prose: PlacedProse[] = [];
	yield* readBlocks(text, node.topNode, labels.all, prose);
	return new Part(node, labels.own, keeping(prose, pool), text.includes("<!--") ? commentsOf(node) : []);
}

function commentsOf(tree: Tree): Span[] {
	const comments: Span[] = [];
	tree.iterate({
		enter({ name, from, to }) {
			if (name === "Comment" || name === "CommentBlock") comments.push({ start: from, end: to });
		},
	});
	return comments;
}

/** Labels of the link definitions in a part of a text, small letters. `[the bank]` is a link only where one defines it; elsewhere brackets are prose. */
function labelsIn(whole: Text, tree: Tree, start: number): readonly string[] {
	const text = whole.slice(start, start + tree.length);
	if (!text.includes("]:")) return noLabels;
	const labels: string[] = [];
	tree.iterate({
		enter({ name, node }) {
			if (name !== "LinkReference") return true;
			const label = node.getChild("LinkLabel");
			if (label) labels.push(text.slice(label.from + 1, label.to - 1).toLowerCase());
			return false;
		},
	});
	return labels;
}

const noLabels: readonly string[] = [];

function sameLabels(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return a === b || (a.size === b.size && [...a].every((label) => b.has(label)));
}

/** The prose of a top-level node. Lists may stand in lists without end, so what is still to be read is kept in a list of its own. */
function* readBlocks(text: string, top: SyntaxNode, labels: ReadonlySet<string>, blocks: PlacedProse[]): Steps<void> {
	const waiting: { readonly node: SyntaxNode; readonly context: BlockContext }[] = [{ node: top, context: { kind: "paragraph" } }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node, context } = next;
		const name = node.name;
		yield;
		if (name === "Paragraph" || name === "Task") add(text, node, context, labels, blocks);
		else if (name.startsWith("ATXHeading") || name.startsWith("SetextHeading"))
			add(text, node, { ...context, kind: "heading", level: Number(name.at(-1)) }, labels, blocks);
		else if (name === "Table") yield* readTable(text, node, context, labels, blocks);
		else {
			const inside = contextWithin(name, context);
			// The last child goes in first, so that the first one comes out next.
			if (inside) for (let child = node.lastChild; child; child = child.prevSibling) waiting.push({ node: child, context: inside });
		}
	}
}

/** What holds for the blocks in a node; undefined when it holds no prose. */
function contextWithin(name: string, context: BlockContext): BlockContext | undefined {
	if (name === "Blockquote") return { ...context, quoted: true };
	if (name === "ListItem") return { ...context, kind: "listItem" };
	return name === "BulletList" || name === "OrderedList" ? context : undefined;
}

/** Every cell of a table is a block that knows the words of its column's header and of its row's first cell. */
function* readTable(
	text: string,
	table: SyntaxNode,
	context: BlockContext,
	labels: ReadonlySet<string>,
	blocks: PlacedProse[],
): Steps<void> {
	let headers: string[] = [];
	for (let row = table.firstChild; row; row = row.nextSibling) {
		if (row.name !== "TableHeader" && row.name !== "TableRow") continue;
		yield;
		const isHeader = row.name === "TableHeader";
		const cells: { node: SyntaxNode | undefined; column: number }[] = [];
		// An empty cell has no node of its own: columns are counted by the bars between the cells.
		let column = text[row.from] === "|" ? -1 : 0;
		for (let cell = row.firstChild; cell; cell = cell.nextSibling) {
			if (cell.name === "TableDelimiter") column++;
			else if (cell.name === "TableCell") cells.push({ node: cell, column: Math.max(column, 0) });
		}
		const words = cells.map(({ node }) => (node ? readInline(text, node, labels).text.trim() : ""));
		if (isHeader) {
			headers = [];
			cells.forEach((cell, i) => {
				headers[cell.column] = words[i] ?? "";
			});
		}
		const first = cells.findIndex((cell) => cell.column === 0);
		cells.forEach(({ node, column: at }) => {
			if (!node) return;
			const cell = { header: headers[at] ?? "", row: first >= 0 ? (words[first] ?? "") : "", isHeader };
			add(text, node, { ...context, kind: "tableCell", cell }, labels, blocks);
		});
	}
}

function add(text: string, node: SyntaxNode, context: BlockContext, labels: ReadonlySet<string>, blocks: PlacedProse[]): void {
	const { text: words, pieces } = readInline(text, node, labels);
	if (pieces.length === 0 || words.trim() === "") return;
	const own = pieces.map(({ at, source, replaced }) => ({ at, source: source - node.from, replaced }));
	// A paragraph without markup is its own part of the text, which is a copy already.
	const copy = words.length === text.length ? words : detached(words);
	blocks.push({ prose: new Prose(context, copy, own, text.slice(node.from, node.to)), at: node.from });
}
