import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Place } from "./problem.ts";

/** A descriptor's text as data, with the place of everything in it. */
export interface DescriptorSource {
	readonly value: unknown;
	/** What hinders reading it at all. */
	readonly error?: { readonly message: string; readonly place: Place };
	/** Where the value at a path stands; with `key`, where that property's name stands. The nearest thing around it when it is not there. */
	place(path: readonly PropertyKey[], key?: string): Place;
}

/** Reads `datapackage.json` (comments and trailing commas are forgiven) or `.yaml`. Never throws. */
export function readDescriptor(text: string, kind: "json" | "yaml"): DescriptorSource {
	const deep = tooDeep(text);
	if (deep >= 0) {
		const place = toPlace(text, lineStarts(text), deep, deep + 1);
		return { value: undefined, error: { message: `more than ${DEEPEST} brackets within each other`, place }, place: () => place };
	}
	return kind === "json" ? readJson(text) : readYaml(text);
}

/** A descriptor nests some six deep. Parsers call themselves for each level, and thousands of levels end in an overflow of the stack. */
const DEEPEST = 200;

/** Where brackets have nested too deep to be read, or -1. Those in strings count too: it takes hundreds that are never closed. */
function tooDeep(text: string): number {
	let depth = 0;
	for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
		if (bracket === "[" || bracket === "{") depth++;
		else if (depth > 0) depth--;
		if (depth > DEEPEST) return index;
	}
	return -1;
}

function readJson(text: string): DescriptorSource {
	const errors: ParseError[] = [];
	const lines = lineStarts(text);
	const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
	const span = (node: Pick<Node, "offset" | "length"> | undefined): Place =>
		toPlace(text, lines, node?.offset ?? 0, (node?.offset ?? 0) + (node?.length ?? 0));
	const error = errors[0];
	return {
		value: tree ? dataOf(tree) : undefined,
		...(error && { error: { message: words(printParseErrorCode(error.error)), place: span(error) } }),
		place(path, key) {
			const steps = path.filter((step): step is string | number => typeof step !== "symbol");
			for (let length = steps.length; length >= 0; length--) {
				const node = tree && findNodeAtLocation(tree, steps.slice(0, length));
				if (!node) continue;
				if (key !== undefined && length === steps.length) {
					const property = node.children?.find((child) => child.children?.[0]?.value === key);
					if (property) return span(property.children?.[0]);
				}
				// Something that is missing is shown at the name of the thing that lacks it.
				if (length < steps.length || node.type === "object" || node.type === "array")
					return span(node.parent?.type === "property" ? node.parent.children?.[0] : { offset: node.offset, length: 1 });
				return span(node);
			}
			return span(undefined);
		},
	};
}

function dataOf(node: Node): unknown {
	if (node.type === "object") {
		return Object.fromEntries(
			(node.children ?? []).flatMap(({ children }) =>
				children?.[0] && children[1] ? [[children[0].value as string, dataOf(children[1])]] : [],
			),
		);
	}
	return node.type === "array" ? (node.children ?? []).map(dataOf) : node.value;
}

/** `CommaExpected` → `comma expected`. */
function words(code: string): string {
	return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function readYaml(text: string): DescriptorSource {
	const document = parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false });
	const lines = lineStarts(text);
	const error = document.errors[0];
	const span = (range: readonly number[] | null | undefined): Place => toPlace(text, lines, range?.[0] ?? 0, range?.[1] ?? 0);
	let value: unknown;
	try {
		value = document.toJS({ maxAliasCount: 100 });
	} catch {
		value = undefined;
	}
	return {
		value,
		...(error && { error: { message: error.message, place: toPlace(text, lines, error.pos[0], error.pos[1]) } }),
		place(path, key) {
			for (let length = path.length; length >= 0; length--) {
				const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
				if (!node || typeof node !== "object" || !("range" in node)) continue;
				if (key !== undefined && length === path.length && isMap(node)) {
					const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
					if (isScalar(pair?.key)) return span(pair.key.range);
				}
				return span(node.range as readonly number[]);
			}
			return span(undefined);
		},
	};
}

function lineStarts(text: string): number[] {
	const starts = [0];
	for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
	return starts;
}

/** Offsets as a place in the first line that they touch. */
function toPlace(text: string, starts: readonly number[], from: number, to: number): Place {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] as number) <= from) low = middle;
		else high = middle - 1;
	}
	const start = starts[low] as number;
	const newline = text.indexOf("\n", from);
	const end = newline >= 0 && newline < to ? newline : to;
	return { line: low, column: from - start, endColumn: Math.max(end, from) - start };
}
