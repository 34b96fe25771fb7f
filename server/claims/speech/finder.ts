import type { Article } from "../../prose/article.ts";
import type { Block } from "../../prose/block.ts";
import { Memo } from "../../prose/memo.ts";
import type { Span } from "../../prose/span.ts";
import type { FoundSpeech } from "../finder.ts";
import { joinQuotations } from "./joining.ts";
import { labelled } from "./labels.ts";
import { Directory, type NameMention, namesIn } from "./people/names.ts";
import { findRoles } from "./people/roles.ts";
import { type Source, sourceOf } from "./people/sources.ts";
import { type Place, type Saying, sayingsOf } from "./sayings.ts";
import { type Word, wordsOf } from "./units.ts";

/** Quotations, attributions and roles of an article. Speakers may stand in another block than their words, so it reads the whole. */
export function findSpeech(article: Article): FoundSpeech[] {
	const read = article.blocks.map(readBlock);
	const directory = new Directory(read.map(({ names }) => names));
	const sayings = joinQuotations(
		article.blocks.map((block, index) => {
			const label = labelled(block, index, directory);
			return label ? [label] : (read[index] as Read).sayings;
		}),
	);
	const roles = article.blocks.flatMap((block, index) => {
		const { titled } = read[index] as Read;
		return titled ? findRoles(block, titled, index, directory) : [];
	});
	let speaker: Speaker | undefined;
	const claims = sayings.flatMap((saying) => {
		const claim = claimOf(saying, article, directory, speaker);
		if (claim?.quote.sourceKind === "person" && claim.quote.speaker !== undefined && saying.source)
			speaker = { name: claim.quote.speaker, block: saying.source.block };
		return claim ?? [];
	});
	return [...claims, ...roles];
}

/** Characters between source and cue beyond which an attribution stands on its cue alone. */
const FAR = 24;

/** What a block says by itself. */
interface Read {
	readonly names: readonly NameMention[];
	readonly sayings: readonly Saying[];
	/** Its words, when one of them is a title. */
	readonly titled: readonly Word[] | undefined;
}

/** Blocks as they were read, by where they stand: names and sayings say in which block they are. */
const blocks = new Memo<number, Read>();

function readBlock(block: Block, index: number): Read {
	return blocks.of(block.prose, index, () => {
		const words = wordsOf(block);
		return {
			names: namesIn(block.text, words, block.sentences, index),
			sayings: sayingsOf(block, words, index),
			titled: words.some((word) => word.isTitle) ? words : undefined,
		};
	});
}

/** A person who spoke, and the block where. */
interface Speaker {
	readonly name: string;
	readonly block: number;
}

type FoundQuote = Extract<FoundSpeech, { readonly kind: "quotation" | "attribution" }>;

/** The claim of a saying: a quotation stands on its first block's words, without what a name is given to; an attribution on its source and cue. */
function claimOf(saying: Saying, article: Article, directory: Directory, speaker: Speaker | undefined): FoundQuote | undefined {
	const { content, source, cue, anonymous } = saying;
	const span = ({ block, start, end }: Place): Span => (article.blocks[block] as Block).toArticle({ start, end });
	const words = ({ block, start, end }: Place): string => (article.blocks[block] as Block).text.slice(start, end);
	const from = source && sourceOf(words(source), anonymous, directory, source.block, source, speaker);
	const starts = [...content, source, cue].map((place) => place && article.blocks[place.block]?.start).join(" ");
	const before = placed.get(saying);
	if (before && before.starts === starts && isSame(before.from, from)) return before.claim;
	const claim = placeOf(saying, from, span, words);
	placed.set(saying, { starts, from, claim });
	return claim;
}

/** The claims of sayings as they were last placed, so that they stay the same objects as long as nothing in them changes. */
const placed = new WeakMap<
	Saying,
	{ readonly starts: string; readonly from: Source | undefined; readonly claim: FoundQuote | undefined }
>();

function isSame(a: Source | undefined, b: Source | undefined): boolean {
	return a?.speaker === b?.speaker && a?.sourceKind === b?.sourceKind && a?.anonymous === b?.anonymous;
}

function placeOf(
	{ type, content, source, cue, medium, quoted }: Saying,
	from: Source | undefined,
	span: (place: Place) => Span,
	words: (place: Place) => string,
): FoundQuote | undefined {
	const quote = {
		type,
		content: content.map(span),
		source: source ? [span(source)] : [],
		cue: cue ? [span(cue)] : [],
		anonymous: from?.anonymous ?? false,
		...(from?.speaker !== undefined && { speaker: from.speaker }),
		...(from?.sourceKind && { sourceKind: from.sourceKind }),
		...(medium && { medium: words(medium) }),
	};
	const [first] = content as [Place, ...Place[]];
	if (type !== "indirect") {
		const end = Math.max(...content.filter((place) => place.block === first.block).map((place) => place.end));
		return { kind: "quotation", block: first.block, start: quoted?.start ?? first.start, end, quote };
	}
	const home = cue ?? source;
	if (!home) return undefined;
	// A source that stands far from its cue has a claim, a role or a report of its own in between.
	const near = source !== undefined && source.block === home.block && Math.max(home.start - source.end, source.start - home.end) <= FAR;
	const start = near ? Math.min(source.start, home.start) : home.start;
	const end = near ? Math.max(source.end, home.end) : home.end;
	return { kind: "attribution", block: home.block, start, end, quote };
}
