import { type Document, parseDocument } from "yaml";
import type { Span } from "../span.ts";
import type { Text } from "../versions/text.ts";

/** The YAML block that opens an article. Offsets are the article's. */
export interface FrontMatter extends Span {
	/** Keys and values as read; empty when the block is not a YAML mapping. */
	readonly values: Readonly<Record<string, unknown>>;
	/** What is wrong with the YAML and where. The article is checked all the same. */
	readonly problems: readonly (Span & { readonly message: string })[];
}

/** Reads the front matter of an article, or undefined when it has none. Never throws. */
export function readFrontMatter(article: Text): FrontMatter | undefined {
	// Asked of every version of an article that has none.
	if (!/^\uFEFF?---/.test(article.slice(0, 4))) return undefined;
	const text = article.slice(0, LONGEST * 2);
	const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
	if (!open) return undefined;
	const from = open[0].length;
	const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(from, from + LONGEST));
	if (!close) return undefined;
	const end = from + close.index + close[0].length;
	let document: Document;
	// What a mapping has for keys that no article can name is nothing to warn a terminal of.
	try {
		document = parseDocument(text.slice(from, from + close.index), { schema: "core", maxAliasCount: 20, logLevel: "error" } as object);
	} catch (error) {
		return { start: 0, end, values: {}, problems: [{ start: from, end, message: String((error as Error).message) }] };
	}
	const problems = document.errors.map((error) => ({
		start: from + error.pos[0],
		end: from + Math.max(error.pos[1], error.pos[0] + 1),
		message: error.message.split("\n")[0] as string,
	}));
	let values: unknown;
	try {
		values = document.toJS({ maxAliasCount: 20 });
	} catch {
		values = undefined;
	}
	const isMapping = typeof values === "object" && values !== null && !Array.isArray(values);
	return { start: 0, end, values: isMapping ? (values as Record<string, unknown>) : {}, problems };
}

/** Front matter longer than this is prose that happens to open with a rule. UTF-16 units. */
const LONGEST = 65_536;
