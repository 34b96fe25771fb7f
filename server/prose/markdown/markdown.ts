import { type Input, type SyntaxNode, Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, GFM } from "@lezer/markdown";
import { detached } from "../detached.ts";
import type { Span } from "../span.ts";
import type { Steps } from "../steps.ts";
import { type Change, changeBetween } from "../versions/change.ts";
import { type BlockContext, Prose } from "./content.ts";
import { readInline } from "./inline.ts";
import { kept, Part, type PlacedProse } from "./part.ts";
import { skipWords } from "./skip.ts";

const parser = commonmark.configure([GFM, skipWords]);

/** A Markdown text as read: its top-level parts in order with where they begin, and what reading the next version of it begins with. */
export interface MarkdownContent {
	readonly parts: readonly PlacedPart[];
	readonly text: string;
	/** Where the text begins to be Markdown. */
	readonly from: number;
	readonly tree: Tree;
	readonly labels: ReadonlySet<string>;
}

/** A top-level part, the node of the tree that it was read from and the labels that it defines. */
export interface PlacedPart {
	readonly part: Part;
	readonly start: number;
	readonly node: Tree;
	readonly labels: readonly string[];
}

/**
 * Reads a Markdown text from an offset on. Code, HTML, link targets, images, footnote labels and math are no prose. `before` is an earlier version of the
 * text: what has not changed since is neither parsed nor read again.
 */
export function* readMarkdown(text: string, from: number, before?: MarkdownContent): Steps<MarkdownContent> {
	if (before && before.from === from && before.text === text) return before;
	const fragments = before
		? TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [withLinesBefore(changeOf(before, text, from), text)])
		: [];
	const parse = parser.startParse(from > 0 ? new Blanked(text, from) : text, fragments);
	let parsed = parse.advance();
	// A step is a top-level block.
	for (; !parsed; parsed = parse.advance()) yield;
	const tree = parsed;
	const nodes: TopLevel[] = [];
	topLevel(tree, 0, (node, start) => nodes.push({ node, start }));
	const old = before?.parts ?? [];
	const most = Math.min(old.length, nodes.length);
	let head = 0;
	while (head < most && old[head]?.node === nodes[head]?.node) head++;
	let tail = 0;
	while (tail < most - head && old[old.length - 1 - tail]?.node === nodes[nodes.length - 1 - tail]?.node) tail++;
	const gone = old.slice(head, old.length - tail);
	const known = new Map(gone.map((one) => [one.node, one]));
	const fresh: Omit<PlacedPart, "part">[] = [];
	for (let i = head; i < nodes.length - tail; i++) {
		const { node, start } = nodes[i] as TopLevel;
		fresh.push({ node, start, labels: known.get(node)?.labels ?? labelsIn(text, node, start) });
		yield;
	}
	const kept = [...old.slice(0, head), ...old.slice(old.length - tail)];
	const defines = [...gone, ...fresh].some((one) => one.labels.length > 0);
	const found = before && !defines ? before.labels : new Set([...kept, ...fresh].flatMap((one) => [...one.labels]));
	const isSame = before !== undefined && sameLabels(before.labels, found);
	const labels = isSame ? before.labels : found;
	// What goes from version to version must not keep this one's whole text.
	const cut = (from: number, to: number): string => (before ? detached(text.slice(from, to)) : text.slice(from, to));
	// What has gone may be what is read anew.
	const pool = (isSame ? gone.filter(({ node }) => !fresh.some((one) => one.node === node)) : old).flatMap(({ part }) =>
		part.prose.map(({ prose }) => prose),
	);
	function* read({ node, start, labels: own }: Omit<PlacedPart, "part">): Steps<PlacedPart> {
		const part = (isSame && known.get(node)?.part) || (yield* readPart(cut(start, start + node.length), node, labels, pool));
		return { part, start, node, labels: own };
	}
	const parts: PlacedPart[] = [];
	if (!isSame) {
		const own = [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)];
		for (const [i, one] of own.entries()) parts.push(yield* read({ ...one, start: (nodes[i] as TopLevel).start }));
		return { parts, text, from, tree, labels };
	}
	// What stands before the change moves too when front matter grows.
	const take = (one: PlacedPart): void => {
		const { start } = nodes[parts.length] as TopLevel;
		parts.push(one.start === start ? one : { part: one.part, start, node: one.node, labels: one.labels });
	};
	for (let i = 0; i < head; i++) take(old[i] as PlacedPart);
	for (const one of fresh) parts.push(yield* read(one));
	for (let i = old.length - tail; i < old.length; i++) take(old[i] as PlacedPart);
	return { parts, text, from, tree, labels };
}

/** A node directly below a document's, and where it begins. */
interface TopLevel {
	readonly node: Tree;
	readonly start: number;
}

/** A text as Markdown reads it: front matter is blanked, not cut, so that every position of the tree is the article's. */
class Blanked implements Input {
	readonly length: number;
	readonly lineChunks = false;
	readonly #text: string;
	readonly #from: number;

	constructor(text: string, from: number) {
		this.#text = text;
		this.#from = from;
		this.length = text.length;
	}

	chunk(from: number): string {
		return from < this.#from ? `${" ".repeat(this.#from - from - 1)}\n` : this.#text.slice(from);
	}

	read(from: number, to: number): string {
		return from < this.#from ? (this.chunk(from) + this.#text.slice(this.#from)).slice(0, to - from) : this.#text.slice(from, to);
	}
}

/** What has changed since an earlier version, all of the front matter with it when it begins, ends or changes. */
function changeOf(before: MarkdownContent, text: string, from: number): Change {
	const change = changeBetween(before.text, text);
	if (before.from === from && change.fromB >= from) return change;
	const kept = Math.min(text.length - change.toB, before.text.length - before.from, text.length - from);
	return { fromA: 0, toA: before.text.length - kept, fromB: 0, toB: text.length - kept };
}

/** A change with the two lines before it: the delimiter row of a table ends the paragraph that stands before the table's header. */
function withLinesBefore({ fromA, toA, fromB, toB }: Change, text: string): Change {
	let from = fromB;
	for (let lines = 0; lines < 3 && from > 0; lines++) from = text.lastIndexOf("\n", from - 1);
	const more = fromB - Math.max(from, 0);
	return { fromA: fromA - more, toA, fromB: fromB - more, toB };
}

/** The nodes directly below a document's; between them the parser puts nameless ones, for balance. */
function topLevel(tree: Tree, at: number, found: (node: Tree, start: number) => void): void {
	tree.children.forEach((child, i) => {
		const start = at + (tree.positions[i] as number);
		if (!(child instanceof Tree)) return;
		if (child.type.isAnonymous) topLevel(child, start, found);
		else found(child, start);
	});
}

function* readPart(text: string, node: Tree, labels: ReadonlySet<string>, gone: Prose[]): Steps<Part> {
	const prose: PlacedProse[] = [];
	yield* readBlocks(text, node.topNode, labels, prose);
	return new Part(gone.length > 0 ? kept(prose, gone) : prose, text.includes("<!--") ? commentsOf(node) : []);
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
function labelsIn(whole: string, tree: Tree, start: number): readonly string[] {
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
	blocks.push({ prose: new Prose(context, words, own, text.slice(node.from, node.to)), at: node.from });
}
