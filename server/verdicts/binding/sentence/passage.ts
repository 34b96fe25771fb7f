import { type Claim, hasQuantity, type Quantity } from "../../../claims/claim.ts";
import { firstWhere } from "../../../prose/halving.ts";
import { some } from "../../../prose/some.ts";
import type { Span } from "../../../prose/span.ts";
import type { Token } from "../../../prose/tokens.ts";
import type { Home } from "../../../prose/versions/home.ts";
import type { Entity } from "../../../references/fact.ts";
import type { Mention } from "../../../references/store.ts";
import { readNames, saysFirm } from "../subjects/naming.ts";
import { boundariesOf } from "./clauses.ts";
import { kindsOf } from "./kinds.ts";
import type { Stemmer } from "./stem.ts";

/** How a name stands in its sentence. `stranger` is a proper name that no pack knows. */
export type Standing = "subject" | "caused" | "agent" | "possessive" | "of" | "prepositional" | "object" | "against" | "stranger";

/** A name in a sentence. Offsets are the block's text's. */
export interface Name extends Span {
	/** Entity ids; several when the name is ambiguous. Empty for a stranger. */
	readonly ids: readonly string[];
	readonly standing: Standing;
}

/** A word with its stem. Offsets are the block's text's. */
export interface Word extends Span {
	readonly text: string;
	readonly lower: string;
	readonly stem: string;
}

/** A figure whose value is known. */
export type Figure = Claim & { readonly quantity: Quantity };

/** One sentence as binding sees it: its words, the names in it, the figures in it and where its clauses begin. Offsets are the block's text's. */
export interface Passage extends Span {
	readonly home: Home;
	readonly index: number;
	/** The text of its block. */
	readonly text: string;
	readonly figures: readonly Claim[];
	/** Of which kinds those are. */
	readonly kinds: number;
	/** Its figures, in order, without those whose magnitude is vague. */
	readonly quantities: readonly Figure[];
	/** Whether it may name anybody whom the packs know: told without reading its words. */
	readonly mayName: boolean;
	/** The measures that its words name as the packs call them. Told without reading its words. */
	readonly measures: readonly string[];
	/** Whether something may hold of the id of somebody whom it names: told without reading its words. */
	mayNameOne(holds: (id: string) => boolean): boolean;
	readonly words: readonly Word[];
	/** The words as one line of small letters. */
	readonly line: string;
	readonly names: readonly Name[];
	/** Where a clause begins, ascending. The sentence's own start is not among them. */
	readonly boundaries: readonly number[];
}

/**
 * Reads its words and names when somebody first asks for them: of most sentences, what else is known tells that nothing can be said of their figures.
 * Measured: a fourteenth of a check of prose of which the packs know little.
 */
class LazyPassage implements Passage {
	readonly start: number;
	readonly end: number;
	readonly index: number;
	readonly figures: readonly Claim[];
	readonly kinds: number;
	readonly #source: Source;
	/** The names of the packs that begin in it: from one place in the block's list up to another. */
	readonly #from: number;
	readonly #to: number;
	#quantities: readonly Figure[] | undefined;
	#words: readonly Word[] | undefined;
	#line: string | undefined;
	#names: readonly Name[] | undefined;
	#boundaries: readonly number[] | undefined;

	constructor({ start, end }: Span, index: number, figures: readonly Claim[], source: Source, from: number, to: number) {
		this.start = start;
		this.end = end;
		this.index = index;
		this.figures = figures;
		this.kinds = figures.length === 0 ? 0 : kindsOf(figures);
		this.#source = source;
		this.#from = from;
		this.#to = to;
	}

	get home(): Home {
		return this.#source.home;
	}
	get text(): string {
		return this.#source.text;
	}
	get mayName(): boolean {
		return this.#to > this.#from || this.#source.mayCallFirm;
	}

	get measures(): readonly string[] {
		const { measures } = this.#source;
		if (measures.length === 0) return NO_MEASURES;
		return measures.flatMap(({ start, ids }) => (start >= this.start && start < this.end ? ids : NO_MEASURES));
	}

	mayNameOne(holds: (id: string) => boolean): boolean {
		// Who is called by a word of the name alone is found when the words are read.
		if (this.#source.mayCallFirm) return true;
		for (let i = this.#from; i < this.#to; i++) if ((this.#source.names[i] as Mention).ids.some(holds)) return true;
		return false;
	}

	get quantities(): readonly Figure[] {
		// Most sentences have figures of known values alone.
		this.#quantities ??= some(this.figures, isKnown) as readonly Figure[];
		return this.#quantities;
	}

	get words(): readonly Word[] {
		this.#words ??= this.#read();
		return this.#words;
	}

	/** No token is made, and no word is cut out that is known: that took a fiftieth of a check of prose. */
	#read(): Word[] {
		const { stemmer, home } = this.#source;
		const words: Word[] = [];
		home.prose.eachTokenIn(this, (start, end, hash) => {
			const { text, lower, stem } = stemmer.wordAt(home.prose.text, start, end, hash);
			words.push({ start, end, text, lower, stem });
		});
		return words;
	}

	get line(): string {
		this.#line ??= this.words.map((word) => word.lower).join(" ");
		return this.#line;
	}

	get names(): readonly Name[] {
		this.#names ??= readNames(this.words, this.#source, this.#source.names.slice(this.#from, this.#to));
		return this.#names;
	}

	get boundaries(): readonly number[] {
		this.#boundaries ??= boundariesOf(this.words, this.names, this.figures);
		return this.#boundaries;
	}
}

const NO_MEASURES: readonly string[] = [];
const NO_MENTIONS: readonly Mention[] = [];

const isKnown = (claim: Claim): claim is Figure => hasQuantity(claim) && claim.quantity.vague !== true;

/** A passage as if nothing were written in it. */
export function wordless(passage: Passage): Passage {
	const { start, end, home, index, text, figures, kinds, quantities, mayName, measures, names, boundaries } = passage;
	const mayNameOne: Passage["mayNameOne"] = (holds) => passage.mayNameOne(holds);
	return {
		start,
		end,
		home,
		index,
		text,
		figures,
		kinds,
		quantities,
		mayName,
		measures,
		mayNameOne,
		names,
		boundaries,
		words: [],
		line: "",
	};
}

/** What splitting a block into passages needs to know. */
export interface PassageSource {
	readonly home: Home;
	readonly mentions: readonly Mention[];
	readonly figures: readonly Claim[];
	/** What the packs know of whom the article names; the newest there is, whenever it is asked. */
	readonly known: { readonly entities: ReadonlyMap<string, Entity>; readonly hasOrganisations: boolean };
	readonly stemmer: Stemmer;
}

/** What the passages of a block have in common. */
class Source {
	readonly home: Home;
	readonly text: string;
	readonly mentions: readonly Mention[];
	/** Those of them that are no measures. */
	readonly names: readonly Mention[];
	/** Those that name a measure by more than a word of it. */
	readonly measures: readonly Mention[];
	readonly isHeading: boolean;
	readonly stemmer: Stemmer;
	readonly #known: PassageSource["known"];
	#mayCallFirm: boolean | undefined;

	constructor({ home, mentions, known, stemmer }: PassageSource) {
		this.home = home;
		this.text = home.prose.text;
		this.mentions = mentions;
		this.names = some(mentions, ({ kind }) => kind !== "measure");
		this.measures =
			this.names.length === mentions.length ? NO_MENTIONS : some(mentions, ({ kind, partial }) => kind === "measure" && partial !== true);
		this.isHeading = home.prose.context.kind === "heading";
		this.stemmer = stemmer;
		this.#known = known;
	}

	get entities(): ReadonlyMap<string, Entity> {
		return this.#known.entities;
	}

	/** Whether a firm may be called by the first word of its name: `the Norvik group`. */
	get mayCallFirm(): boolean {
		this.#mayCallFirm ??= this.#known.hasOrganisations && saysFirm(this.text);
		return this.#mayCallFirm;
	}
}

/** The sentences of a block. Linear in its length. */
export function passagesOf(from: PassageSource): Passage[] {
	const { home, figures } = from;
	const source = new Source(from);
	const { names } = source;
	const passages: Passage[] = [];
	let name = 0;
	let figure = 0;
	const add = (sentence: Span): void => {
		const first = name;
		while (name < names.length && (names[name] as Mention).start < sentence.end) name++;
		const of = figure;
		while (figure < figures.length && (figures[figure] as Claim).span.start < sentence.end) figure++;
		const own = figure > of ? figures.slice(of, figure) : NO_FIGURES;
		passages.push(new LazyPassage(sentence, passages.length, own, source, first, name));
	};
	for (const sentence of home.prose.sentences) {
		if (sentence.end - sentence.start < LONGEST * 4) add(sentence);
		else for (const piece of pieces(sentence, home.prose.tokensIn(sentence))) add(piece);
	}
	return passages.slice();
}

const NO_FIGURES: readonly Claim[] = [];

/** A sentence beyond this many words is no sentence but a list or a fault: it is read in pieces, so that no text takes more than its length. */
const LONGEST = 160;

function pieces(sentence: Span, own: readonly Token[]): Span[] {
	const parts: Span[] = [];
	for (let i = 0; i < own.length; i += LONGEST)
		parts.push({ start: (own[i] as Token).start, end: own[i + LONGEST]?.start ?? sentence.end });
	return parts;
}

/** Index of the first word that starts at or behind an offset; their number when none does. */
export function wordFrom({ words }: Passage, offset: number): number {
	return firstWhere(words.length, (i) => (words[i] as Word).start >= offset);
}

/** The same; -1 when none does. */
export function indexFrom(passage: Passage, offset: number): number {
	const index = wordFrom(passage, offset);
	return index < passage.words.length ? index : -1;
}

/** The words that start at or behind an offset, in order; at most so many. */
export function wordsBehind(passage: Passage, offset: number, most = Number.POSITIVE_INFINITY): Word[] {
	const from = wordFrom(passage, offset);
	return passage.words.slice(from, from + most);
}

/** The words that end at or before an offset, in order; at most so many, the nearest ones. */
export function wordsBefore(passage: Passage, offset: number, most = Number.POSITIVE_INFINITY): Word[] {
	let to = wordFrom(passage, offset);
	while (to > 0 && (passage.words[to - 1] as Word).end > offset) to--;
	return passage.words.slice(Math.max(0, to - most), to);
}

/** How many clauses begin between two offsets. */
export function clausesBetween(passage: Passage, from: number, to: number): number {
	let count = 0;
	for (const at of passage.boundaries) if (at > from && at <= to) count++;
	return count;
}

/** The stretch between two clause beginnings that holds an offset. */
export function clauseAt(passage: Passage, offset: number): Span {
	let start = passage.start;
	let end = passage.end;
	for (const at of passage.boundaries) {
		if (at <= offset) start = at;
		else {
			end = at;
			break;
		}
	}
	return { start, end };
}
