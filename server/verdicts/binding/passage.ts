import type { Claim, Quantity } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import type { Token } from "../../prose/tokens.ts";
import type { Home } from "../../prose/versions/home.ts";
import type { Entity } from "../../references/fact.ts";
import type { Mention } from "../../references/store.ts";
import type { Stemmer } from "./stem.ts";
import { isInLongerName } from "./subjects/longer-name.ts";
import {
	AGAINST,
	CAUSATIVES,
	CLAUSE_STARTERS,
	COMMA_STARTERS,
	ESTIMATING,
	IRREGULAR_TRANSITIVES,
	OF_KIND,
	PREPOSITIONS,
	STAND_INS,
	WINNING,
} from "./words.ts";

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
	/** Its figures, in order, without those whose magnitude is vague. */
	readonly quantities: readonly Figure[];
	/** Whether it may name anybody whom the packs know: told without reading its words. */
	readonly mayName: boolean;
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

	get quantities(): readonly Figure[] {
		this.#quantities ??= this.figures.filter((claim): claim is Figure => "quantity" in claim && claim.quantity.vague !== true);
		return this.#quantities;
	}

	get words(): readonly Word[] {
		this.#words ??= this.home.prose.tokensIn(this).map((one): Word => {
			const { text, lower, stem } = this.#source.stemmer.word(one.text);
			return { start: one.start, end: one.end, text, lower, stem };
		});
		return this.#words;
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

/** A passage as if nothing were written in it. */
export function wordless({ start, end, home, index, text, figures, quantities, mayName, names, boundaries }: Passage): Passage {
	return { start, end, home, index, text, figures, quantities, mayName, names, boundaries, words: [], line: "" };
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
	readonly isHeading: boolean;
	readonly stemmer: Stemmer;
	readonly #known: PassageSource["known"];
	#mayCallFirm: boolean | undefined;

	constructor({ home, mentions, known, stemmer }: PassageSource) {
		this.home = home;
		this.text = home.block.text;
		this.mentions = mentions;
		this.names = mentions.filter(({ kind }) => kind !== "measure");
		this.isHeading = home.block.context.kind === "heading";
		this.stemmer = stemmer;
		this.#known = known;
	}

	get entities(): ReadonlyMap<string, Entity> {
		return this.#known.entities;
	}

	/** Whether a firm may be called by the first word of its name: `the Norvik group`. */
	get mayCallFirm(): boolean {
		this.#mayCallFirm ??= this.#known.hasOrganisations && FIRM.test(this.text);
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
	for (const sentence of home.block.sentences) {
		if (sentence.end - sentence.start < LONGEST * 4) add(sentence);
		else for (const piece of pieces(sentence, home.prose.tokensIn(sentence))) add(piece);
	}
	return passages;
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

/** Index of the first word that starts at or behind an offset, by halving; their number when none does. */
export function wordFrom({ words }: Passage, offset: number): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle] as Word).start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
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

function boundariesOf(words: readonly Word[], names: readonly Name[], figures: readonly Claim[]): number[] {
	const found: number[] = [];
	const startsName = (word: Word | undefined): boolean => word !== undefined && names.some(({ start }) => start === word.start);
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as Word;
		const next = words[i + 1];
		const previous = words[i - 1];
		if (word.text === ";" || word.text === ":" || word.text === "—" || (word.text === "–" && previous && previous.end < word.start))
			found.push(word.end);
		else if (i > 0 && CLAUSE_STARTERS.has(word.lower)) found.push(word.start);
		else if (word.text === "," && next && COMMA_STARTERS.has(next.lower)) {
			// `, and two blocks` goes on with a list; `, and Chad fell` begins a clause.
			const lists = next.lower === "and" || next.lower === "or";
			const after = words[i + 2];
			const rest = words.slice(i + 2, i + 9);
			const verb = rest.findIndex((one) =>
				/^(?:was|were|is|are|has|had|have|will|stood|rose|fell|took|made|holds|reached|totalled|came|costs|lasts|measures)$/.test(
					one.lower,
				),
			);
			const digit = rest.findIndex((one) => /^\d/.test(one.text));
			const clause = verb > 0 && (digit < 0 || verb < digit) && !rest.slice(0, verb).some((one) => one.text === ",");
			if (!lists || clause || (after !== undefined && (startsName(after) || startsName(words[i + 3]) || isPronoun(after.lower))))
				found.push(next.start);
		} else if (word.lower === "and" && i > 0 && next && /^(?:was|were|is|are|has|had|have|will)$/.test(next.lower)) {
			// `holds 28 cars and was built in 1983`
			found.push(word.start);
		} else if (word.lower === "and" && i > 0 && next) {
			const name = names.find((one) => one.start === next.start || one.start === words[i + 2]?.start);
			const before = found.at(-1) ?? 0;
			const figureBefore = figures.some((claim) => claim.span.start >= before && claim.span.end <= word.start && "quantity" in claim);
			// `Chad grew 3% and Mali 4%`: a new clause when figures stand on both sides of the name.
			if (name && figureBefore && figures.some((claim) => claim.span.start >= name.end && "quantity" in claim)) found.push(word.start);
		}
	}
	if (found.length < 2) return found;
	return [...new Set(found)].sort((a, b) => a - b);
}

const isPronoun = (word: string): boolean => /^(he|she|it|they|we|i|you|that|those)$/.test(word);

function readNames(words: readonly Word[], source: Source, mentions: readonly Mention[]): Name[] {
	const { entities, isHeading: heading } = source;
	const begins = (word: Word): boolean => source.mentions.some(({ start }) => start === word.start);
	const names: Name[] = [];
	let at = 0;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as Word;
		while (at < mentions.length && (mentions[at] as Mention).end <= word.start) at++;
		const mention = mentions[at];
		if (mention && mention.start <= word.start && word.start < mention.end) {
			let last = i;
			while (last + 1 < words.length && (words[last + 1] as Word).start < mention.end) last++;
			const all = mention.kind === "entity" ? mention.ids.filter((id) => entities.has(id)) : [];
			const known = all.map((id) => entities.get(id));
			const ids = !heading && i === last && all.length > 0 && isInLongerName(words, i, known, begins) ? [] : all;
			const place = names.at(-1);
			// `of Springfield, Chad`: the country only says where the town is.
			const places =
				place &&
				place.ids.length === 0 &&
				(place.standing === "of" || place.standing === "prepositional") &&
				words[i - 1]?.text === "," &&
				place.end === words[i - 1]?.start;
			names.push({
				start: word.start,
				end: Math.max(mention.end, word.start + 1),
				ids,
				standing: places ? "against" : ids.length < all.length ? strange(standingOf(words, i, last)) : standingOf(words, i, last),
			});
			i = last;
		} else if (!heading && startsStranger(words, i)) {
			let last = i;
			while (
				last + 1 < words.length &&
				isCapitalised(words[last + 1] as Word) &&
				!(mentions[at] && (words[last + 1] as Word).start >= (mentions[at] as Mention).start)
			)
				last++;
			const called = i === last ? firmCalled(words, i, entities) : undefined;
			const standing = standingOf(words, i, last);
			names.push({
				start: word.start,
				end: (words[last] as Word).end,
				ids: called ? [called] : [],
				standing: called ? standing : strange(standing),
			});
			i = last;
		}
	}
	return names;
}

/** What may stand for a firm behind a word of its name. */
const FIRM = new RegExp(`\\b(?:${[...STAND_INS].flatMap(([word, type]) => (type === "organisation" ? [word] : [])).join("|")})\\b`, "i");

/** Whether a text may call one of some organisations by the first word of its name; cheap, and asked of all blocks when another organisation comes up. */
export function mayCall(text: string, organisations: readonly Entity[]): boolean {
	return organisations.some(({ name }) => text.includes(name.slice(0, name.indexOf(" ") + 1) || `${name} `)) && FIRM.test(text);
}

/** `The Norvik group`, of Norvik Cables that the article names too: the only organisation whose name begins so. */
function firmCalled(words: readonly Word[], at: number, entities: ReadonlyMap<string, Entity>): string | undefined {
	if (words[at - 1]?.lower !== "the" || STAND_INS.get(words[at + 1]?.lower ?? "") !== "organisation") return undefined;
	const first = `${(words[at] as Word).text} `;
	const found = [...entities.values()].filter(({ name, type }) => name.startsWith(first) && type === "organisation");
	return found.length === 1 ? found[0]?.id : undefined;
}

/** How a name that no pack knows stands. */
const strange = (standing: Standing): Standing =>
	standing === "subject" || standing === "agent" || standing === "possessive" || standing === "caused" ? "stranger" : standing;

/** Most words are small, which their first letter tells without the pattern. */
const isCapitalised = ({ text }: Word): boolean => !isSmall(text.charCodeAt(0)) && /^\p{Lu}[\p{L}'’.&-]*$/u.test(text);

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

// Capitalised words that name nobody who could own a figure.
const NO_STRANGERS = new Set(
	(
		"january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
		"i a the in on at of and but or for to by with from as his her its their he she it they this that these those there here when while if after before since " +
		"mr mrs ms dr english spanish french german chinese american british european african asian western eastern northern southern " +
		"gdp gni cpi ppp usd eur us uk eu un ft fg q1 q2 q3 q4 covid-19 internet"
	).split(" "),
);

/** A capitalised word inside a sentence, or the first of two at its beginning, that is no word of the calendar. */
function startsStranger(words: readonly Word[], i: number): boolean {
	const word = words[i] as Word;
	if (!isCapitalised(word) || word.text.length < 2 || NO_STRANGERS.has(word.lower)) return false;
	const previous = words[i - 1];
	// `3Pt` is no name.
	if (previous && /\d$/.test(previous.text) && previous.end === word.start) return false;
	if (previous && /^[\p{L}\d,)]/u.test(previous.text)) return true;
	const next = words[i + 1];
	return next !== undefined && isCapitalised(next) && !NO_STRANGERS.has(next.lower);
}

const isDeterminer = (word: Word | undefined): boolean =>
	word !== undefined && /^(?:the|a|an|this|that|its|their|his|her|our)$/.test(word.lower);

function standingOf(words: readonly Word[], first: number, last: number): Standing {
	// `global data traffic`: a name in small letters is an attribute.
	let before = first - 1;
	if (/^\p{Ll}/u.test((words[first] as Word).text) && words[last + 1] && !isDeterminer(words[before])) return "of";
	// `in the neighbouring Vire district`: the adjective is skipped with its article.
	if (before > 0 && /(?:ing|ed|al|ern|ous)$/.test((words[before] as Word).lower) && isDeterminer(words[before - 1])) before -= 2;
	while (before >= 0 && /^(?:the|host|hosts|visiting|rival|its|their|former|a|an)$/.test((words[before] as Word).lower)) before--;
	const previous = words[before];
	const next = words[last + 1];
	const tail = (words[last] as Word).text;
	if (/['’]s?$/.test(tail) || (next && /^['’]s?$/.test(next.text)) || next?.text === "'" || next?.text === "’") {
		if (!previous || !AGAINST.has(previous.lower)) return "possessive";
	}
	if (!previous || /^[^\p{L}\d]$/u.test(previous.text)) return "subject";
	if (AGAINST.has(previous.lower)) return "against";
	if (previous.lower === "by") return ESTIMATING.has(words[before - 1]?.stem ?? "") ? "prepositional" : "agent";
	if (previous.lower === "with" && next && /ing$/.test(next.lower)) return "subject";
	if (OF_KIND.has(previous.lower)) return "of";
	if (PREPOSITIONS.has(previous.lower)) return "prepositional";
	const contest = WINNING.has(previous.stem) || (previous.stem === "score" && words[before - 1]?.text === "-");
	if (contest) return "object";
	// `held Chad to 3 goals`: the figure behind is the object's.
	if (CAUSATIVES.has(previous.stem) && behind(words, last).some((word) => /^(?:to|into|from|under|below)$/.test(word.lower)))
		return "caused";
	if (
		IRREGULAR_TRANSITIVES.has(previous.lower) ||
		(/(?:ed|ing)$/.test(previous.lower) && previous.lower.length > 4 && !/^(?:including|according|during)$/.test(previous.lower))
	)
		return "object";
	return "subject";
}

/** The five words behind one, past what stands in brackets: `held Chad (3–1) to 3 goals`. */
function behind(words: readonly Word[], last: number): readonly Word[] {
	const opens = words[last + 1]?.text === "(";
	const close = opens ? words.slice(last + 1, last + 9).findIndex((word) => word.text === ")") : -1;
	const from = close < 0 ? last + 1 : last + 2 + close;
	return words.slice(from, from + 5);
}
