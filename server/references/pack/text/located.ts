import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Place } from "../problem.ts";

/** A text of JSON or YAML as data, with the place of everything in it. */
export interface Located {
	readonly value: unknown;
	/** What hinders reading it at all. */
	readonly error?: { readonly message: string | Phrase; readonly place: Place };
	/** Where the value at a path stands; with `key`, where that property's name stands. The nearest thing around it when it is not there. */
	place(path: readonly PropertyKey[], key?: string): Place;
	/** The first and the last line of the value at a path, from 1; undefined when there is none. */
	lines(path: readonly PropertyKey[]): readonly [first: number, last: number] | undefined;
}

/** How numbers are given: as numbers, or as the text that stands there, whose decimals say how exact they are. */
type Numbers = "as numbers" | "as written";

/** Reads JSON (comments and trailing commas are forgiven) or YAML. Never throws. */
export function locate(text: string, kind: "json" | "yaml", numbers: Numbers = "as numbers"): Located {
	const deep = tooDeep(text);
	if (deep >= 0) {
		const place = toPlace(text, linesOf(text), deep, deep + 1);
		const error = { message: phrase("more than {0} brackets within each other", DEEPEST), place };
		return { value: undefined, error, place: () => place, lines: () => undefined };
	}
	return kind === "json" ? readJson(text, numbers) : readYaml(text, numbers);
}

/** Descriptors and records nest some six deep. Parsers call themselves for each level, and thousands of levels end in an overflow of the stack. */
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

function readJson(text: string, numbers: Numbers): Located {
	const errors: ParseError[] = [];
	const lines = linesOf(text);
	const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
	const span = (node: Pick<Node, "offset" | "length"> | undefined): Place => ({
		...toPlace(text, lines, node?.offset ?? 0, (node?.offset ?? 0) + (node?.length ?? 0)),
		written: (words) => JSON.stringify(words),
	});
	const error = errors[0];
	return {
		value: tree ? dataOf(tree, text, numbers) : undefined,
		...(error && { error: { message: words(error.error), place: span(error) } }),
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
		lines(path) {
			const node = tree && findNodeAtLocation(tree, path as (string | number)[]);
			return node && [lines.linePos(node.offset).line, lines.linePos(node.offset + node.length).line];
		},
	};
}

function dataOf(node: Node, text: string, numbers: Numbers): unknown {
	if (node.type === "object") {
		return Object.fromEntries(
			(node.children ?? []).flatMap(({ children }) =>
				children?.[0] && children[1] ? [[children[0].value as string, dataOf(children[1], text, numbers)]] : [],
			),
		);
	}
	if (node.type === "array") return (node.children ?? []).map((child) => dataOf(child, text, numbers));
	return node.type === "number" && numbers === "as written" ? text.slice(node.offset, node.offset + node.length) : node.value;
}

/** What the parser of JSON calls a fault, in words. */
function words(code: number): string | Phrase {
	const name = printParseErrorCode(code);
	return FAULTS.get(name) ?? name;
}

const FAULTS: ReadonlyMap<string, Phrase> = new Map([
	["InvalidSymbol", phrase("invalid symbol")],
	["InvalidNumberFormat", phrase("invalid number format")],
	["PropertyNameExpected", phrase("property name expected")],
	["ValueExpected", phrase("value expected")],
	["ColonExpected", phrase("colon expected")],
	["CommaExpected", phrase("comma expected")],
	["CloseBraceExpected", phrase("close brace expected")],
	["CloseBracketExpected", phrase("close bracket expected")],
	["EndOfFileExpected", phrase("end of file expected")],
	["InvalidCommentToken", phrase("invalid comment token")],
	["UnexpectedEndOfComment", phrase("unexpected end of comment")],
	["UnexpectedEndOfString", phrase("unexpected end of string")],
	["UnexpectedEndOfNumber", phrase("unexpected end of number")],
	["InvalidUnicode", phrase("invalid unicode")],
	["InvalidEscapeCharacter", phrase("invalid escape character")],
	["InvalidCharacter", phrase("invalid character")],
]);

function readYaml(text: string, numbers: Numbers): Located {
	const document = parseDocument(text, { prettyErrors: false });
	if (numbers === "as written") {
		visit(document, {
			Scalar(_, node) {
				// Hexadecimal and octal numbers have no decimals to keep.
				if (typeof node.value === "number" && node.source !== undefined && /^[-+]?\.?\d/.test(node.source) && !/^0[xo]/.test(node.source))
					node.value = node.source;
			},
		});
	}
	const lines = linesOf(text);
	const error = document.errors[0];
	const span = (range: readonly number[] | null | undefined): Place => {
		const [from = 0, to = 0] = range ?? [];
		return { ...toPlace(text, lines, from, to), written: (words) => (isPlain(words) ? words : JSON.stringify(words)) };
	};
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
		lines(path) {
			const node = path.length === 0 ? document.contents : document.getIn(path, true);
			const range = node && typeof node === "object" && "range" in node ? (node.range as readonly number[] | undefined) : undefined;
			if (!range) return undefined;
			// The range of a block ends where the next thing begins.
			const [from = 0, to = 0] = range;
			const end = from + text.slice(from, to).trimEnd().length;
			return [lines.linePos(from).line, lines.linePos(end).line];
		},
	};
}

/** Whether YAML takes a text for a text when it stands there without quotation marks. */
function isPlain(text: string): boolean {
	return /^\p{L}[\p{L}\p{N} ._/%-]{0,200}$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$|\s$/i.test(text);
}

function linesOf(text: string): LineCounter {
	const lines = new LineCounter();
	lines.addNewLine(0);
	for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
	return lines;
}

/** Offsets as a place in the first line that they touch. */
function toPlace(text: string, lines: LineCounter, from: number, to: number): Place {
	const { line, col } = lines.linePos(from);
	const newline = text.indexOf("\n", from);
	const end = newline >= 0 && newline < to ? newline : to;
	return { line: line - 1, column: col - 1, endColumn: col - 1 + Math.max(end - from, 0) };
}
