import type { Block } from "./block.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readMarkdown } from "./markdown.ts";
import { plainBlocks } from "./plain.ts";
import type { Span } from "./span.ts";

/** One Markdown document: its text as given, its front matter and its blocks of prose; everything else is left out. */
export interface Article {
	/** The text as given. All article offsets count its UTF-16 units. */
	readonly text: string;
	readonly blocks: readonly Block[];
	readonly frontMatter: FrontMatter | undefined;
	/** HTML comments, in order. Readers do not see them; directives are written in them. */
	readonly comments: readonly Span[];
}

/** Reads an article. Never throws: whatever is malformed is prose. `plain` says that the text is not Markdown; blank lines part its blocks. */
export function parse(text: string, options: { readonly plain?: boolean } = {}): Article {
	if (options.plain) return { text, blocks: plainBlocks(text), frontMatter: undefined, comments: [] };
	const frontMatter = readFrontMatter(text);
	return { text, ...readMarkdown(text, frontMatter?.end ?? 0), frontMatter };
}
