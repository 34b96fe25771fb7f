import type { Blocks } from "../prose/blocks.ts";
import { detached } from "../prose/detached.ts";
import { firstWhere } from "../prose/halving.ts";
import { digitsOf } from "../prose/hash.ts";
import { overlaps, type Span } from "../prose/span.ts";
import { type Home, HomeSpan } from "../prose/versions/home.ts";
import type { Text } from "../prose/versions/text.ts";
import type { Claim, ClaimKind, Quantity, Quote, Role, Time } from "./claim.ts";
import type { Found, FoundSpeech } from "./finder.ts";
import { ClaimName } from "./id.ts";

/**
 * A claim that moves along with its block: `start`, `end`, `block`, `nth` and `id` are those of the newest version. Everything else never changes. It is its
 * own place, and has every part that a claim may have: with one shape for all kinds whoever reads its parts finds them where they always are.
 */
export class LiveClaim extends HomeSpan {
	readonly kind: ClaimKind;
	readonly text: string;
	/** What it is called by, in two halves: they are written out when somebody asks for the id. */
	high = 0;
	low = 0;
	#name: string | undefined;
	/** How many claims before it are called the same. */
	nth = 0;
	/** As it last was in a version: the same value as long as it stays where it is. */
	stood: Claim | undefined;
	readonly quantity: Quantity | undefined;
	readonly time: Time | undefined;
	readonly quote: Quote | undefined;
	readonly role: Role | undefined;

	/** `found` says where in the block's text it stands. */
	constructor(home: Home, found: Span & Parts & { readonly kind: ClaimKind }, article: Text) {
		super(home, found);
		this.kind = found.kind;
		const { prose } = home;
		const words = prose.text.slice(found.start, found.end);
		// Most claims have no markup in them, which the article need not be looked at for where its block has none.
		const written = prose.isAsWritten ? words : article.slice(this.start, this.end);
		this.text = written === words ? words : detached(written);
		this.quantity = found.quantity;
		this.time = found.time;
		this.quote = found.quote;
		this.role = found.role;
	}

	get name(): string {
		this.#name ??= digitsOf(this.high, this.low);
		return this.#name;
	}
	get id(): string {
		return idOf(this.name, this.nth);
	}
	get block(): number {
		return this.home.index;
	}
}

interface Parts {
	readonly quantity?: Quantity;
	readonly time?: Time;
	readonly quote?: Quote;
	readonly role?: Role;
}

type Live = Claim & LiveClaim;

const NONE: readonly never[] = [];

/** The claims of the figures and times that were found in a block, in order. */
export function liveFigures(home: Home, found: readonly Found[], article: Text): readonly Live[] {
	if (found.length === 0) return NONE;
	const figures = found.map((one) => new LiveClaim(home, one, article) as Live);
	// Sentences and figures are gone through in their order: nothing is looked for that stands before where the last one's sentence began.
	let sentence = 0;
	let first = 0;
	for (const figure of figures) {
		const { start } = figure.span;
		const { sentences } = home.prose;
		while ((sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) sentence++;
		const stretch = around(figure, sentences[sentence]);
		while (first < figures.length && (figures[first] as LiveClaim).span.start < stretch.start) first++;
		callIn(figure, stretch, figures, first);
	}
	return figures;
}

/** The claim of something that is said in a block; `figures` are the block's. */
export function liveSpeech(home: Home, found: FoundSpeech, figures: readonly LiveClaim[], article: Text): Live {
	const claim = new LiveClaim(home, found, article) as Live;
	const { prose } = home;
	const stretch = around(claim, prose.sentences[prose.sentenceAt(found.start)]);
	const first = firstWhere(figures.length, (i) => (figures[i] as LiveClaim).span.start >= stretch.start);
	callIn(claim, stretch, figures, first);
	return claim;
}

/** What of a claim's sentence is part of its name. */
function around({ span }: LiveClaim, sentence: Span = span): Span {
	return { start: Math.max(sentence.start, span.start - AROUND), end: Math.min(sentence.end, span.end + AROUND) };
}

/**
 * Gives a claim its name: its kind, its words and its sentence, in which other figures are places alone. A time beside it says of when it speaks, so that
 * counts. `first` is the first figure in that stretch of the sentence.
 */
function callIn(claim: LiveClaim, { start: from, end: to }: Span, figures: readonly LiveClaim[], first: number): void {
	const { prose } = claim.home;
	const { start, end } = claim.span;
	// Of a score or a share its other figure counts too: `3` of `3-2` is another claim than `3` of `3-1`.
	const own = claim.quantity?.pair?.span ?? claim.span;
	const name = new ClaimName(claim.kind, prose.text, claim.span, prose.isEven);
	let at = from;
	let isPast = false;
	for (let i = first; i <= figures.length; i++) {
		const figure = figures[i];
		const span = figure?.span;
		// Where the claim itself stands is told from where its neighbours do.
		if (!isPast && (!span || span.start >= start)) {
			name.take(at, start);
			at = end;
			name.take(at, at);
			isPast = true;
		}
		if (!figure || !span || span.end > to) break;
		if (span.start < at || overlaps(span, own) || isTime(figure.kind)) continue;
		name.take(at, span.start);
		at = span.end;
	}
	name.take(at, to);
	claim.high = name.high;
	claim.low = name.low;
}

/** Whether a kind says of when its neighbours speak. */
const isTime = (kind: ClaimKind): boolean => kind === "date" || kind === "duration" || kind === "age";

/** Of a sentence without end, so many characters to either side of a claim are part of its name. */
const AROUND = 1000;

function idOf(name: string, nth: number): string {
	return nth === 0 ? name : `${name}-${nth + 1}`;
}

/**
 * How claims that are called the same are counted in one version. They keep their verdicts when one before them comes or goes, since it is not they who
 * have changed; what each was counted as before is noted for reports of that time. (Six claims that are counted otherwise took 2 ms when they were made
 * and judged anew.)
 */
export class Counted {
	#was: Map<LiveClaim, number> | undefined;
	#next: Counted | undefined;

	/** How many claims before one are called the same in this version. */
	nthOf(claim: LiveClaim): number {
		for (let version: Counted | undefined = this; version; version = version.#next) {
			const nth = version.#was?.get(claim);
			if (nth !== undefined) return nth;
		}
		return claim.nth;
	}

	/** Counts a claim otherwise in the version after this one. */
	recount(claim: LiveClaim, nth: number): void {
		this.#was ??= new Map();
		if (!this.#was.has(claim)) this.#was.set(claim, claim.nth);
		claim.nth = nth;
	}

	/** The version after this one, in which nothing has been counted otherwise yet. */
	next(): Counted {
		this.#next = new Counted();
		return this.#next;
	}
}

/** One version of an article, in which what moves stands still. */
export class Version {
	readonly #homes: readonly Home[];
	readonly #blocks: Blocks;
	readonly #counted: Counted;
	#indices: ReadonlyMap<Home, number> | undefined;

	constructor(homes: readonly Home[], blocks: Blocks, counted: Counted) {
		this.#homes = homes;
		this.#blocks = blocks;
		this.#counted = counted;
	}

	/** A claim as it is in this version: a plain value that nothing moves any more. */
	fixed(claim: Claim): Claim {
		if (!(claim instanceof LiveClaim)) return claim;
		const { kind, home, span, text, name, quantity, time, quote, role, stood } = claim as LiveClaim;
		const { start, end } = this.place(claim as LiveClaim);
		const block = this.#indexOf(home);
		const id = idOf(name, this.#counted.nthOf(claim));
		if (stood?.start === start && stood.block === block && stood.id === id && !quote) return stood;
		const fixed = {
			kind,
			id,
			start,
			end,
			text,
			block,
			span: { start: span.start, end: span.end },
			...(quantity && { quantity }),
			...(time && { time }),
			...(quote && { quote: this.#quote(quote) }),
			...(role && { role: this.#role(role) }),
		} as Claim;
		(claim as LiveClaim).stood = fixed;
		return fixed;
	}

	/** A span of the article as it is in this version. */
	place(span: Span): Span {
		if (!(span instanceof HomeSpan)) return span;
		const start = this.#blocks.startOf(this.#indexOf(span.home));
		return { start: start + span.from, end: start + span.to };
	}

	#quote(quote: Quote): Quote {
		const place = (span: Span): Span => this.place(span);
		return { ...quote, content: quote.content.map(place), source: quote.source.map(place), cue: quote.cue.map(place) };
	}

	#role(role: Role): Role {
		const { personSpan, titleSpan, organisationSpan } = role;
		return {
			...role,
			personSpan: this.place(personSpan),
			titleSpan: this.place(titleSpan),
			...(organisationSpan && { organisationSpan: this.place(organisationSpan) }),
		};
	}

	#indexOf(home: Home): number {
		if (this.#homes[home.index] === home) return home.index;
		// A later version has moved it.
		this.#indices ??= new Map(this.#homes.map((one, i) => [one, i]));
		return this.#indices.get(home) ?? -1;
	}
}
