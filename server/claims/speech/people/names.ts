import type { Span } from "../../../prose/span.ts";
import { HONORIFICS, ORGANISATION_WORDS, TITLE_MODIFIERS } from "../lexicon/titles.ts";
import { is, NAMES_AND_MONTHS } from "../lexicon/words.ts";
import type { Word } from "../units.ts";

/** A run of capitalised words. Offsets are the text's of the block with that index; `from` and `to` count the block's words. */
export interface NameMention extends Span {
	readonly block: number;
	readonly from: number;
	readonly to: number;
	readonly name: string;
	readonly kind: "person" | "organisation" | "unknown";
	/** One word at the start of a sentence, which may owe its capital to that. */
	readonly initial: boolean;
	/** Stands among the first words of its sentence. */
	readonly leads: boolean;
}

/** The names of an article in their order, and who a shorter one means. */
export class Directory {
	readonly #byBlock: readonly (readonly NameMention[])[];
	readonly #people: readonly NameMention[];
	readonly #organisations: readonly NameMention[];
	/** Names of two or three words that nothing tells to be a person's or a body's. */
	readonly #undecided: readonly NameMention[];
	/** Longer names by their first and their last word. */
	readonly #byWord = new Map<string, NameMention[]>();
	readonly #kinds = new Map<string, NameMention["kind"]>();

	/** `found` holds the names of each block in their order. */
	constructor(found: readonly (readonly NameMention[])[]) {
		const byBlock = withPeople(found);
		this.#byBlock = byBlock;
		const mentions = byBlock.flat();
		this.#people = mentions.filter((mention) => mention.kind === "person");
		this.#organisations = mentions.filter((mention) => mention.kind === "organisation");
		this.#undecided = mentions.filter(
			(mention) => mention.kind === "unknown" && mention.to - mention.from > 1 && mention.to - mention.from < 4,
		);
		for (const mention of mentions) {
			if (!this.#kinds.has(mention.name)) this.#kinds.set(mention.name, mention.kind);
			const words = mention.name.split(" ");
			for (const word of new Set([words.at(-1) as string, words[0] as string])) {
				const list = this.#byWord.get(word);
				if (list) list.push(mention);
				else this.#byWord.set(word, [mention]);
			}
		}
	}

	/** The names of a block. */
	of(block: number): readonly NameMention[] {
		return this.#byBlock[block] ?? [];
	}

	/** The last name that lies within a span of a block. */
	within(block: number, { start, end }: Span): NameMention | undefined {
		return this.of(block).findLast((mention) => mention.start >= start && mention.end <= end);
	}

	/** The last fuller name before a place that a surname or short form stands for; the name itself when there is none. */
	full(name: string, block: number, at: number): string {
		const candidates = this.#byWord.get(name.split(" ").at(-1) as string) ?? [];
		for (let i = lastBefore(candidates, block, at), steps = 0; i >= 0 && steps < 100; i--, steps++) {
			const candidate = candidates[i] as NameMention;
			if (standsFor(name, candidate)) return candidate.name;
		}
		return name;
	}

	/** What a name was taken for where it first stood. */
	kindOf(name: string): NameMention["kind"] | undefined {
		return this.#kinds.get(name);
	}

	/** Whether another block names somebody or something so, alone or as the first or last word of a longer name. */
	knows(name: string, block: number): boolean {
		const candidates = this.#byWord.get(name.split(" ").at(-1) as string) ?? [];
		return candidates.slice(0, 100).some((mention) => mention.block !== block && ` ${mention.name} `.includes(` ${name} `));
	}

	/** The last person who is a sentence's first name between a speaker's block and a place, when it is somebody else. */
	subjectSince(speaker: { readonly name: string; readonly block: number }, block: number, at: number): NameMention | undefined {
		for (let i = lastBefore(this.#people, block, at), steps = 0; i >= 0 && steps < 10; i--, steps++) {
			const mention = this.#people[i] as NameMention;
			if (mention.block < speaker.block) return undefined;
			if (mention.leads) return mention.name === speaker.name ? undefined : mention;
		}
		return undefined;
	}

	/** The last mention of a kind before a place. */
	last(kind: "person" | "organisation", block: number, at: number): NameMention | undefined {
		const list = kind === "person" ? this.#people : this.#organisations;
		const found = list[lastBefore(list, block, at)];
		if (found || kind === "organisation") return found;
		return this.#undecided[lastBefore(this.#undecided, block, at)];
	}
}

/** Two or three words with capitals are a person's name when their last word is a name by itself elsewhere, or when a title says so; else nobody knows. */
function withPeople(byBlock: readonly (readonly NameMention[])[]): (readonly NameMention[])[] {
	const single = new Set<string>();
	const titled = new Set<string>();
	const inside = new Set<string>();
	const surnames = new Set<string>();
	for (const mentions of byBlock) {
		for (const mention of mentions) {
			if (mention.to - mention.from === 1) {
				single.add(mention.name);
				if (!mention.initial) inside.add(mention.name);
				continue;
			}
			surnames.add(mention.name.slice(mention.name.lastIndexOf(" ") + 1));
			if (mention.kind === "person") titled.add(mention.name);
		}
	}
	return byBlock.map((mentions) =>
		mentions.flatMap((mention) => {
			if (mention.initial && mention.kind === "unknown" && !inside.has(mention.name) && !surnames.has(mention.name)) return [];
			if (mention.kind !== "unknown" || mention.to - mention.from < 2 || mention.to - mention.from > 5) return mention;
			const surname = mention.name.slice(mention.name.lastIndexOf(" ") + 1);
			// Initials and products are called by their last part too (`New GM`).
			return titled.has(mention.name) || (single.has(surname) && /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(surname))
				? { ...mention, kind: "person" }
				: mention;
		}),
	);
}

/** Whether a name is short for another: a surname for a person's name, a company without its form. */
function standsFor(name: string, { name: longer, kind }: NameMention): boolean {
	if (longer.length <= name.length) return false;
	if (kind === "person" && longer.endsWith(` ${name}`)) return true;
	return (
		longer.startsWith(`${name} `) &&
		COMPANY_FORMS.has(
			longer
				.slice(name.length + 1)
				.toLowerCase()
				.replace(/\.$/, ""),
		)
	);
}

const COMPANY_FORMS = new Set("inc corp co ltd llc plc ag sa nv se gmbh group holdings corporation company".split(" "));

/** Index of the last mention before a place, by halving; -1 when there is none. */
function lastBefore(mentions: readonly NameMention[], block: number, at: number): number {
	let low = 0;
	let high = mentions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const mention = mentions[middle] as NameMention;
		if (mention.block < block || (mention.block === block && mention.start < at)) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

const PARTICLES = new Set("de la del der den van von bin ibn al el da di du le dos das".split(" "));

/** The names of a block: runs of capitalised words, titles before a name left out. No run goes on into another sentence. */
export function namesIn(text: string, words: readonly Word[], sentences: readonly Span[], block: number): NameMention[] {
	const found: NameMention[] = [];
	let sentence = 0;
	let i = 0;
	while (i < words.length) {
		if (!(words[i] as Word).capital || !isName(words, i)) {
			i++;
			continue;
		}
		while (sentence < sentences.length && (sentences[sentence] as Span).end <= (words[i] as Word).start) sentence++;
		const limit = sentences[sentence]?.end ?? text.length;
		let from = i;
		let to = i + 1;
		while (to < words.length && (words[to] as Word).start < limit) {
			const step = stepFrom(words, to);
			if (step === 0) break;
			to += step;
		}
		i = to;
		// A sentence's first word is no name when it is a word of grammar.
		while (from < to && ((words[from] as Word).class & ~is.time) !== 0) from++;
		// `Secretary of State Ana Ruiz`: the office's own word is no first name.
		const office = to - from > 2 && words[from - 1]?.lower === "of" && words[from - 2]?.isTitle === true;
		if (office) from++;
		const title = lastTitle(words, from, to);
		if (title >= 0) {
			// `Corvane CEO Ana Ruiz` is two names with a title between.
			let end = title;
			while (end > from && isTitle(words, end - 1, to)) end--;
			if (end > from && !words.slice(from, end).every((word) => TITLE_MODIFIERS.has(word.lower)))
				found.push(mentionOf(text, words, from, end, false, block, sentences[sentence]?.start ?? 0));
			from = words[title + 1]?.text === "." ? title + 2 : title + 1;
		}
		if (from < to)
			found.push(
				mentionOf(
					text,
					words,
					from,
					to,
					title >= 0 || office || words[from - 1]?.isTitle === true || (to - from > 1 && explains(words, to)),
					block,
					sentences[sentence]?.start ?? 0,
				),
			);
	}
	return found;
}

/** Whether what follows a name says that it is somebody's: `, who`, `, its chief economist`, `, 54,`. */
function explains(words: readonly Word[], at: number): boolean {
	if (words[at]?.text !== ",") return false;
	if (words[at + 1]?.lower === "who" || (words[at + 1]?.kind === "number" && words[at + 2]?.text === ",")) return true;
	for (let i = at + 1; i < at + 7; i++) {
		const word = words[i];
		if (word?.kind !== "word" || word.verb) return false;
		if (word.isTitle && !NAMES_TOO.has(word.lower)) return true;
	}
	return false;
}

/** How many words the run goes on by at a place: a capital, or a stop, ampersand or particle with a capital after it. */
function stepFrom(words: readonly Word[], at: number): 0 | 1 | 2 {
	const word = words[at] as Word;
	const before = words[at - 1] as Word;
	if (word.kind === "word") {
		if (word.capital) return isName(words, at) && !/'s$/.test(before.lower) ? 1 : 0;
		return PARTICLES.has(word.text) && isName(words, at + 1) ? 2 : 0;
	}
	if (word.text === "." && isShort(before)) return isName(words, at + 1) ? 2 : 0;
	return word.text === "&" && isName(words, at + 1) ? 2 : 0;
}

function mentionOf(
	text: string,
	words: readonly Word[],
	from: number,
	to: number,
	titled: boolean,
	block: number,
	sentence: number,
): NameMention {
	const { start } = words[from] as Word;
	const name = text.slice(start, (words[to - 1] as Word).end).replace(/['’]s?$/, "");
	return {
		block,
		from,
		to,
		start,
		end: start + name.length,
		name,
		kind: kindOf(name, titled),
		initial: to - from === 1 && start <= sentence + 1,
		leads: start <= sentence + 16,
	};
}

function isName(words: readonly Word[], i: number): boolean {
	const word = words[i];
	if (!word?.capital) return false;
	if ((word.class & is.time) === 0) return true;
	// Jan, May, April, June and August are first names too: before another name and no figure.
	return NAMES_AND_MONTHS.has(word.text) && words[i + 1]?.kind === "word" && isName(words, i + 1);
}

function isShort(word: Word): boolean {
	return word.text.length === 1 || HONORIFICS.has(word.lower) || word.text === "Jr" || word.text === "Sr" || word.text === "St";
}

/** The last title of a run that a name follows, or with which the run begins; -1 when it has none. */
function lastTitle(words: readonly Word[], from: number, to: number): number {
	for (let i = to - 1; i >= from; i--) if (isTitle(words, i, to)) return i + 1 < to || i === from ? i : -1;
	return -1;
}

// Titles that companies and authorities bear in their names: General Motors, the Justice Department.
const NAMES_TOO = new Set(
	"general justice major premier executive senior chief head chair vice trader fellow counsel author pioneer pope king queen prince princess lady lord judge".split(
		" ",
	),
);

function isTitle(words: readonly Word[], at: number, to: number): boolean {
	const word = words[at] as Word;
	if (!word.isTitle && !HONORIFICS.has(word.lower) && word.lower !== "vice" && word.lower !== "senior") return false;
	if (!NAMES_TOO.has(word.lower)) return true;
	const rest = words.slice(at + 1, to);
	return rest.length >= 2 && !rest.some((other) => ORGANISATION_WORDS.has(other.lower));
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
	return "unknown";
}
