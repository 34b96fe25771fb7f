import type { Article } from "../../prose/article.ts";
import type { Span } from "../../prose/span.ts";
import type { Token } from "../../prose/tokens.ts";
import { HONORIFICS, ORGANISATION_WORDS, TITLE_NOUNS } from "./titles.ts";
import { classOf, is } from "./words.ts";

/** A run of capitalised words. Offsets are the text's of the block with that index. */
export interface NameMention extends Span {
	readonly block: number;
	readonly name: string;
	readonly kind: "person" | "organisation" | "unknown";
}

/** The names of an article in their order, and who a shorter one means. */
export interface Directory {
	readonly mentions: readonly NameMention[];
	/** The last fuller name before a place that a surname or short form stands for; the name itself when there is none. */
	full(name: string, block: number, at: number): string;
	/** Whether another block names somebody or something so, alone or within a longer name. */
	knows(name: string, block: number): boolean;
	/** The last mention of a kind before a place. */
	last(kind: "person" | "organisation", block: number, at: number): NameMention | undefined;
}

/** Collects the names of an article. */
export function directoryOf(article: Article): Directory {
	const mentions: NameMention[] = [];
	article.blocks.forEach((block, index) => {
		for (const mention of namesIn(block.text, block.tokens, block.sentences)) mentions.push({ ...mention, block: index });
	});
	const byLast = new Map<string, NameMention[]>();
	for (const mention of mentions) {
		const words = mention.name.split(" ");
		if (words.length < 2) continue;
		for (const word of new Set([words.at(-1) as string, words[0] as string])) {
			const list = byLast.get(word) ?? [];
			list.push(mention);
			byLast.set(word, list);
		}
	}
	const before = (mention: NameMention, block: number, at: number) =>
		mention.block < block || (mention.block === block && mention.start < at);
	const indexBefore = (block: number, at: number): number => {
		let low = 0;
		let high = mentions.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (before(mentions[middle] as NameMention, block, at)) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	};
	return {
		mentions,
		full(name, block, at) {
			const candidates = byLast.get(name.split(" ").at(-1) as string) ?? [];
			let found: string | undefined;
			for (const candidate of candidates) {
				if (!before(candidate, block, at)) break;
				if (candidate.name.length > name.length && ` ${candidate.name} `.includes(` ${name} `)) found = candidate.name;
			}
			return found ?? name;
		},
		knows(name, block) {
			return mentions.some((mention) => mention.block !== block && ` ${mention.name} `.includes(` ${name} `));
		},
		last(kind, block, at) {
			for (let i = indexBefore(block, at), steps = 0; i >= 0 && steps < 60; i--, steps++) {
				const mention = mentions[i] as NameMention;
				if (mention.kind === kind) return mention;
			}
			return undefined;
		},
	};
}

const PARTICLES = new Set("de la del der den van von bin ibn al el da di du le dos das".split(" "));

/** Runs of capitalised words in a text, titles before a name left out. No run goes on into another sentence. */
export function namesIn(text: string, tokens: readonly Token[], sentences: readonly Span[] = []): Omit<NameMention, "block">[] {
	const found: Omit<NameMention, "block">[] = [];
	let sentence = 0;
	let i = 0;
	while (i < tokens.length) {
		while (sentence < sentences.length && (sentences[sentence] as Span).end <= (tokens[i] as Token).start) sentence++;
		const limit = sentences[sentence]?.end ?? text.length;
		if (!isCapital(tokens, i)) {
			i++;
			continue;
		}
		let from = i;
		let titled = false;
		let to = i + 1;
		while (to < tokens.length && (tokens[to] as Token).start < limit) {
			const token = tokens[to] as Token;
			if (isCapital(tokens, to) && !/['’]s$/.test((tokens[to - 1] as Token).text)) to++;
			// An initial's or a short title's stop, an ampersand, a particle between two names.
			else if (token.text === "." && isShort(tokens[to - 1] as Token) && isCapital(tokens, to + 1)) to += 2;
			else if ((token.text === "&" || PARTICLES.has(token.text)) && isCapital(tokens, to + 1)) to += 2;
			else break;
		}
		// A sentence's first word is no name when it is a word of grammar.
		while (from < to && (classOf((tokens[from] as Token).text.toLowerCase()) & ~is.time) !== 0) from++;
		// `Corvane CEO Ana Ruiz` is two names with a title between.
		for (let k = to - 1; k >= from; k--) {
			if (!isTitle(tokens[k] as Token)) continue;
			titled = k + 1 < to;
			if (titled || k === from) {
				let end = k;
				while (end > from && isTitle(tokens[end - 1] as Token)) end--;
				if (end > from) found.push(mentionOf(text, tokens, from, end, false));
				from = (tokens[k + 1] as Token | undefined)?.text === "." ? k + 2 : k + 1;
			}
			break;
		}
		i = Math.max(to, i + 1);
		if (from >= to) continue;
		found.push(mentionOf(text, tokens, from, to, titled));
	}
	return found;
}

function mentionOf(text: string, tokens: readonly Token[], from: number, to: number, titled: boolean): Omit<NameMention, "block"> {
	const start = (tokens[from] as Token).start;
	const name = text.slice(start, (tokens[to - 1] as Token).end).replace(/['’]s?$/, "");
	return { start, end: start + name.length, name, kind: kindOf(name, titled) };
}

function isCapital(tokens: readonly Token[], i: number): boolean {
	const token = tokens[i];
	if (token?.kind !== "word") return false;
	const first = token.text[0] as string;
	if (first === first.toLowerCase()) return false;
	if ((classOf(token.text.toLowerCase()) & is.time) === 0) return true;
	// Jan, May, April, June and August are first names too: before another name and no figure.
	return NAMES_AND_MONTHS.has(token.text) && tokens[i + 1]?.kind === "word" && isCapital(tokens, i + 1);
}

/** Months that are first names too. */
export const NAMES_AND_MONTHS: ReadonlySet<string> = new Set(["Jan", "May", "April", "June", "August"]);

function isShort(token: Token): boolean {
	return (
		token.text.length === 1 || HONORIFICS.has(token.text.toLowerCase()) || token.text === "Jr" || token.text === "Sr" || token.text === "St"
	);
}

function isTitle(token: Token): boolean {
	const lower = token.text.toLowerCase();
	return HONORIFICS.has(lower) || TITLE_NOUNS.has(lower) || lower === "vice" || lower === "senior";
}

function kindOf(name: string, titled: boolean): NameMention["kind"] {
	const words = name.split(" ");
	if (titled) return "person";
	if (
		words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase().replace(/\.$/, "")) || word === "&") ||
		/[a-z]\.(?:com|org|net)\b/i.test(name)
	)
		return "organisation";
	if (/^(?:\p{Lu}[\p{Lu}&.]+)$/u.test(name)) return "organisation";
	if (words.length >= 2 && words.length <= 4) return "person";
	return "unknown";
}
