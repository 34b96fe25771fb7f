import type { Block } from "./block.ts";
import { Blocks } from "./blocks.ts";
import { type FrontMatter, readFrontMatter } from "./markdown/front-matter.ts";
import { commentsIn, type MarkdownContent, readMarkdown } from "./markdown/markdown.ts";
import { keeping, poolOf } from "./markdown/part.ts";
import { plainBlocks } from "./markdown/plain.ts";
import type { Span } from "./span.ts";
import { atOnce, type Steps } from "./steps.ts";
import type { Change } from "./versions/change.ts";
import { Starts } from "./versions/starts.ts";
import type { Text } from "./versions/text.ts";

/** One Markdown document: its text as given, its front matter and its blocks of prose; everything else is left out. */
export interface Article {
	/** The text as given. All article offsets count its UTF-16 units. */
	readonly text: Text;
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
	/** What has changed since that version, where it is known. */
	readonly change?: Change | undefined;
}

/** Reads an article. Never throws: whatever is malformed is prose. */
export function parse(text: Text, options?: ParseOptions): Article {
	return atOnce(parsing(text, options));
}

/** The same in steps. */
export function* parsing(text: Text, { plain, previous, change }: ParseOptions = {}): Steps<Article> {
	if (plain) return parsePlain(text, previous);
	const frontMatter = previous && hasSameFrontMatter(previous, text) ? previous.frontMatter : readFrontMatter(text);
	const content = yield* readMarkdown(text, frontMatter?.end ?? 0, contentOf(previous), change);
	return new ReadArticle(text, content.blocks, frontMatter, commentsIn(content), content);
}

/** Whether a text opens with the front matter of an earlier version; the character behind it decides whether it ends there. */
function hasSameFrontMatter({ text: before, frontMatter }: Article, text: Text): boolean {
	return frontMatter !== undefined && text.slice(0, frontMatter.end + 1) === before.slice(0, frontMatter.end + 1);
}

function parsePlain(text: Text, previous: Article | undefined): Article {
	const read = plainBlocks(text.toString());
	const prose = previous ? keeping(read, poolOf([{ prose: previous.places.prose.map((prose) => ({ prose })) }])) : read;
	const starts = Starts.of(prose.map(({ at }) => at));
	const places = new Blocks(
		prose.map((one) => one.prose),
		starts,
	);
	return new ReadArticle(text, places, undefined, []);
}

/**
 * A version of an article, with what reading the next one begins with. A class, and no weak map beside it: what an object with a getter of its own or a weak
 * map leads to is kept by V8 until it looks through all of the heap, whole versions at each of its smaller collections (200 KB a keystroke in 100 KB).
 */
class ReadArticle implements Article {
	readonly text: Text;
	readonly places: Blocks;
	readonly frontMatter: FrontMatter | undefined;
	readonly comments: readonly Span[];
	readonly #content: MarkdownContent | undefined;

	constructor(text: Text, places: Blocks, frontMatter: FrontMatter | undefined, comments: readonly Span[], content?: MarkdownContent) {
		this.text = text;
		this.places = places;
		this.frontMatter = frontMatter;
		this.comments = comments;
		this.#content = content;
	}

	get blocks(): readonly Block[] {
		return this.places.all();
	}

	static contentOf(article: Article): MarkdownContent | undefined {
		return #content in article ? article.#content : undefined;
	}
}

function contentOf(article: Article | undefined): MarkdownContent | undefined {
	return article && ReadArticle.contentOf(article);
}
