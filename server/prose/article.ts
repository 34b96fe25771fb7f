import type { Block } from "./block.ts";
import { Blocks } from "./blocks.ts";
import { type FrontMatter, readFrontMatter } from "./markdown/front-matter.ts";
import { commentsIn, type MarkdownContent, readMarkdown } from "./markdown/markdown.ts";
import { keeping, poolOf } from "./markdown/part.ts";
import { plainBlocks } from "./markdown/plain.ts";
import type { Span } from "./span.ts";
import { atOnce, type Steps } from "./steps.ts";

/** One Markdown document: its text as given, its front matter and its blocks of prose; everything else is left out. */
export interface Article {
	/** The text as given. All article offsets count its UTF-16 units. */
	readonly text: string;
	readonly blocks: readonly Block[];
	/** The same blocks, each of them made when it is asked for. */
	readonly places: Blocks;
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
	const article = articleOf(text, content.blocks, frontMatter, commentsIn(content));
	contents.set(article, content);
	return article;
}

/** Whether a text opens with the front matter of an earlier version; the character behind it decides whether it ends there. */
function hasSameFrontMatter({ text: before, frontMatter }: Article, text: string): boolean {
	return frontMatter !== undefined && text.slice(0, frontMatter.end + 1) === before.slice(0, frontMatter.end + 1);
}

function parsePlain(text: string, previous: Article | undefined): Article {
	const read = plainBlocks(text);
	const prose = previous ? keeping(read, poolOf([{ prose: previous.places.prose.map((prose) => ({ prose })) }])) : read;
	const starts = Int32Array.from(prose, ({ at }) => at);
	const places = new Blocks(
		prose.map((one) => one.prose),
		starts,
	);
	return articleOf(text, places, undefined, []);
}

function articleOf(text: string, places: Blocks, frontMatter: FrontMatter | undefined, comments: readonly Span[]): Article {
	return {
		text,
		places,
		get blocks() {
			return places.all();
		},
		frontMatter,
		comments,
	};
}
