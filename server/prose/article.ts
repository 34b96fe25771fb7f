import type { Block } from "./block.ts";
import { type FrontMatter, readFrontMatter } from "./markdown/front-matter.ts";
import { type MarkdownContent, readMarkdown } from "./markdown/markdown.ts";
import { kept, Part } from "./markdown/part.ts";
import { plainBlocks } from "./markdown/plain.ts";
import type { Span } from "./span.ts";
import { atOnce, type Steps } from "./steps.ts";

/** One Markdown document: its text as given, its front matter and its blocks of prose; everything else is left out. */
export interface Article {
	/** The text as given. All article offsets count its UTF-16 units. */
	readonly text: string;
	readonly blocks: readonly Block[];
	readonly frontMatter: FrontMatter | undefined;
	/** HTML comments, in order. Readers do not see them; directives are written in them. */
	readonly comments: readonly Span[];
}

/** How to read an article. */
export interface ParseOptions {
	/** The text is not Markdown; blank lines part its blocks. */
	readonly plain?: boolean;
	/** An earlier version: what has not changed since is taken over, and the outcome is the same as without it. */
	readonly previous?: Article | undefined;
}

/** What reading the next version of an article begins with; goes with the article. */
const contents = new WeakMap<Article, MarkdownContent>();

/** Reads an article. Never throws: whatever is malformed is prose. */
export function parse(text: string, options?: ParseOptions): Article {
	return atOnce(parsing(text, options));
}

/** The same in steps. */
export function* parsing(text: string, { plain, previous }: ParseOptions = {}): Steps<Article> {
	if (plain) return parsePlain(text, previous);
	const frontMatter = previous && hasSameFrontMatter(previous, text) ? previous.frontMatter : readFrontMatter(text);
	const content = yield* readMarkdown(text, frontMatter?.end ?? 0, previous && contents.get(previous));
	const blocks: Block[] = [];
	const comments: Span[] = [];
	for (const { part, start } of content.parts) {
		for (const block of part.blocksAt(start)) blocks.push(block);
		for (const comment of part.comments) comments.push({ start: start + comment.start, end: start + comment.end });
	}
	const article = { text, blocks, comments, frontMatter };
	contents.set(article, content);
	return article;
}

/** Whether a text opens with the front matter of an earlier version; the character behind it decides whether it ends there. */
function hasSameFrontMatter({ text: before, frontMatter }: Article, text: string): boolean {
	return frontMatter !== undefined && text.slice(0, frontMatter.end + 1) === before.slice(0, frontMatter.end + 1);
}

function parsePlain(text: string, previous: Article | undefined): Article {
	const read = plainBlocks(text);
	const prose = previous
		? kept(
				read,
				previous.blocks.map((block) => block.prose),
			)
		: read;
	return { text, blocks: new Part(prose, []).blocksAt(0), frontMatter: undefined, comments: [] };
}
