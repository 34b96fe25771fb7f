import { type SyntaxNode, Tree, TreeFragment } from "@lezer/common";
import { parser as commonmark, GFM } from "@lezer/markdown";
import { decodeHTMLStrict } from "entities";
import { type Change, changeBetween } from "./change.ts";
import { type BlockContext, type Piece, Prose } from "./content.ts";
import { detached } from "./detached.ts";
import { mathSpans } from "./math.ts";
import { kept, Part, type PlacedProse } from "./part.ts";
import type { Span } from "./span.ts";

const parser = commonmark.configure(GFM);

/** A Markdown text as read: its top-level parts in order with where they begin, and what reading the next version of it begins with. */
export interface MarkdownContent {
	readonly parts: readonly { readonly part: Part; readonly start: number }[];
	readonly body: string;
	readonly tree: Tree;
	readonly labels: ReadonlySet<string>;
	readonly byTree: ReadonlyMap<Tree, KnownPart>;
}

interface KnownPart {
	readonly part: Part;
	readonly labels: readonly string[];
}

/**
 * Reads a Markdown text from an offset on. Code, HTML, link targets, images, footnote labels and math are no prose. `before` is an earlier version of the
 * text: what has not changed since is neither parsed nor read again.
 */
export function readMarkdown(text: string, from: number, before?: MarkdownContent): MarkdownContent {
	// Front matter is blanked, not cut, so that every position of the tree is the article's.
	const body = from ? `${" ".repeat(from - 1)}\n${text.slice(from)}` : text;
	if (before && before.body === body) return before;
	const change = before && changeBetween(before.body, body);
	const tree = parser.parse(
		body,
		before && change ? TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [withLinesBefore(change, body)]) : [],
	);
	const nodes: TopLevel[] = [];
	topLevel(tree, 0, (node, start) => nodes.push({ node, start, labels: before?.byTree.get(node)?.labels ?? labelsIn(body, node, start) }));
	const labels = new Set(nodes.flatMap((one) => one.labels));
	const known = before && sameLabels(before.labels, labels) ? before.byTree : undefined;
	// What has gone may be what is read anew.
	const gone = new Map(before?.byTree);
	if (known) for (const { node } of nodes) gone.delete(node);
	const pool = [...gone.values()].flatMap(({ part }) => part.prose.map(({ prose }) => prose));
	// What goes from version to version must not keep this one's whole text.
	const cut = (from: number, to: number): string => (before ? detached(body.slice(from, to)) : body.slice(from, to));
	const byTree = new Map<Tree, KnownPart>();
	const parts = nodes.map(({ node, start, labels: own }) => {
		const part = known?.get(node)?.part ?? readPart(cut(start, start + node.length), node, labels, pool);
		byTree.set(node, { part, labels: own });
		return { part, start };
	});
	return { parts, body, tree, labels, byTree };
}

/** A node directly below a document's, where it begins, and the labels that it defines. */
interface TopLevel {
	readonly node: Tree;
	readonly start: number;
	readonly labels: readonly string[];
}

/** A change with the two lines before it: the delimiter row of a table ends the paragraph that stands before the table's header. */
function withLinesBefore({ fromA, toA, fromB, toB }: Change, body: string): Change {
	let from = fromB;
	for (let lines = 0; lines < 3 && from > 0; lines++) from = body.lastIndexOf("\n", from - 1);
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

function readPart(text: string, node: Tree, labels: ReadonlySet<string>, gone: Prose[]): Part {
	const prose: PlacedProse[] = [];
	readBlocks(text, node.topNode, labels, prose);
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
function labelsIn(body: string, tree: Tree, start: number): readonly string[] {
	const text = body.slice(start, start + tree.length);
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

/** The prose of a top-level node. */
function readBlocks(text: string, top: SyntaxNode, labels: ReadonlySet<string>, blocks: PlacedProse[]): void {
	const read = (node: SyntaxNode, context: BlockContext): void => {
		const name = node.name;
		if (name === "Paragraph" || name === "Task") add(text, node, context, labels, blocks);
		else if (name.startsWith("ATXHeading") || name.startsWith("SetextHeading"))
			add(text, node, { ...context, kind: "heading", level: Number(name.at(-1)) }, labels, blocks);
		else if (name === "Blockquote") within(node, { ...context, quoted: true });
		else if (name === "ListItem") within(node, { ...context, kind: "listItem" });
		else if (name === "BulletList" || name === "OrderedList") within(node, context);
		else if (name === "Table") readTable(text, node, context, labels, blocks);
	};
	const within = (node: SyntaxNode, context: BlockContext): void => {
		for (let child = node.firstChild; child; child = child.nextSibling) read(child, context);
	};
	read(top, { kind: "paragraph" });
}

/** Every cell of a table is a block that knows the words of its column's header and of its row's first cell. */
function readTable(text: string, table: SyntaxNode, context: BlockContext, labels: ReadonlySet<string>, blocks: PlacedProse[]): void {
	let headers: string[] = [];
	for (let row = table.firstChild; row; row = row.nextSibling) {
		if (row.name !== "TableHeader" && row.name !== "TableRow") continue;
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
	blocks.push({ prose: new Prose(context, words, own, node.to - node.from), at: node.from });
}

// Marks that vanish: what stands on either side of them belongs together (**4**2 is 42).
const VANISH = new Set([
	"EmphasisMark",
	"StrikethroughMark",
	"SuperscriptMark",
	"SubscriptMark",
	"LinkMark",
	"HeaderMark",
	"QuoteMark",
	"TaskMarker",
	"Comment",
]);
// Inlines that read as a gap between words.
const GAP = new Set([
	"InlineCode",
	"Image",
	"URL",
	"LinkTitle",
	"LinkLabel",
	"HTMLTag",
	"CommentBlock",
	"ProcessingInstruction",
	"Autolink",
	"HardBreak",
]);
// HTML tags that stand inside a word or around a phrase without parting it.
const INLINE_TAG = /^<\/?(?:b|i|u|s|em|strong|span|a|abbr|cite|mark|small|sub|sup|q|time|wbr)\b/i;

/** Whether a link node is only words in square brackets, `[the bank]`, that no definition makes a link. */
function isBracket(text: string, link: SyntaxNode, labels: ReadonlySet<string>): boolean {
	if (link.name !== "Link" || link.getChild("URL") || link.getChild("LinkLabel")) return false;
	return !labels.has(text.slice(link.from + 1, link.to - 1).toLowerCase());
}

/** The words of an inline node as a reader reads them, and where each came from. */
function readInline(text: string, node: SyntaxNode, labels: ReadonlySet<string>): { text: string; pieces: Piece[] } {
	let words = "";
	const pieces: Piece[] = [];
	const masked = mathSpans(text, node.from, node.to);
	const copy = (from: number, to: number): void => {
		let start = from;
		for (const math of masked) {
			if (math.end <= start || math.start >= to) continue;
			copyLines(start, Math.max(start, math.start));
			gap(Math.max(start, math.start));
			start = Math.min(to, math.end);
		}
		copyLines(start, to);
	};
	// Line breaks read as a space, and the white space that indents the next line is dropped.
	const copyLines = (from: number, to: number): void => {
		let start = from;
		while (start < to) {
			const newline = text.indexOf("\n", start);
			const stop = newline < 0 || newline >= to ? to : newline;
			if (words === "" || words.endsWith(" ")) while (start < stop && isBlank(text.charCodeAt(start))) start++;
			let last = stop;
			if (stop < to) while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
			if (last > start) {
				pieces.push({ at: words.length, source: start, replaced: 0 });
				words += text.slice(start, last).replaceAll("\t", " ");
			}
			if (stop < to) gap(stop);
			start = stop + 1;
		}
	};
	const gap = (at: number): void => {
		if (words === "" || words.endsWith(" ")) return;
		pieces.push({ at: words.length, source: at, replaced: 1 });
		words += " ";
	};
	const replace = (by: string, from: number, to: number): void => {
		for (const unit of by.split("")) {
			pieces.push({ at: words.length, source: from, replaced: to - from });
			words += unit;
		}
	};
	const walk = (parent: SyntaxNode): void => {
		let position = parent.from;
		for (let child = parent.firstChild; child; child = child.nextSibling) {
			copy(position, child.from);
			position = child.to;
			const { name, from, to } = child;
			if (name === "LinkMark" && isBracket(text, parent, labels)) copy(from, to);
			else if (VANISH.has(name)) {
				if (name === "HeaderMark" || name === "QuoteMark") position = skipBlanks(text, to);
			} else if (name === "Escape") replace(text.slice(from + 1, to), from, to);
			else if (name === "Entity") replace(decodeHTMLStrict(text.slice(from, to)), from, to);
			else if (name === "HTMLTag" && INLINE_TAG.test(text.slice(from, to))) continue;
			else if (name === "Link" && text.startsWith("[^", from)) continue;
			else if (name === "Link" && child.getChild("URL") && isBareUrl(text, child)) gap(from);
			else if (GAP.has(name)) gap(from);
			else walk(child);
		}
		copy(position, parent.to);
	};
	walk(node);
	return { text: words, pieces };
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === 13;
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** A link whose words are an address themselves. */
function isBareUrl(text: string, link: SyntaxNode): boolean {
	return /^\[(?:https?:\/\/|www\.)/i.test(text.slice(link.from, link.from + 12));
}
