import { type Home, HomeSpan } from "../../prose/versions/home.ts";
import type { Quote } from "../claim.ts";
import type { FoundSpeech } from "../finder.ts";
import type { Asked, Turned } from "./people/asked.ts";
import type { Directory } from "./people/directory.ts";
import { isNear, type Source, sourceOf } from "./people/sources.ts";
import type { Place, Saying } from "./sayings.ts";

export type FoundQuote = Extract<FoundSpeech, { readonly kind: "quotation" | "attribution" }>;

/** A person who spoke, and the block where. */
export interface Speaker {
	readonly name: string;
	readonly home: Home;
}

/** Whether it is the same person, heard in the same block. */
export function isSameSpeaker(a: Speaker | undefined, b: Speaker | undefined): boolean {
	return a === b || (a?.name === b?.name && a?.home === b?.home);
}

/** Something said, and by whom as far as the article tells. */
export class Said {
	readonly saying: Saying;
	/** The block where it begins to be said. */
	readonly row: Home;
	/** Which of what begins to be said in its block it is. */
	place: number;
	#before: Speaker | undefined;
	#isNear = false;
	#asked: Asked | undefined;
	#asksSpeaker = false;
	#source: Source | undefined;
	#claim: FoundQuote | undefined;
	#speaker: Speaker | undefined;

	constructor(saying: Saying, row: Home, place: number) {
		this.saying = saying;
		this.row = row;
		this.place = place;
	}

	/** What it was told by who says it; undefined until it has been. */
	get asked(): Asked | undefined {
		return this.#asked;
	}

	/** Whether it was told by who spoke last before it. */
	get asksSpeaker(): boolean {
		return this.#asksSpeaker;
	}

	/** Undefined when it is no claim. The same object as long as nothing in it changes. */
	get claim(): FoundQuote | undefined {
		return this.#claim;
	}

	/** The person who says it, when it is certain to be one. */
	get speaker(): Speaker | undefined {
		return this.#speaker;
	}

	/** Whether another reading of the same blocks gave the same. */
	isOf(saying: Saying): boolean {
		const mine = this.saying;
		return (
			mine === saying ||
			(mine.type === saying.type &&
				mine.source === saying.source &&
				mine.cue === saying.cue &&
				mine.medium === saying.medium &&
				mine.quoted === saying.quoted &&
				mine.sentence === saying.sentence &&
				mine.content.length === saying.content.length &&
				mine.content.every((place, i) => place === saying.content[i]))
		);
	}

	/**
	 * Tells who says it, unless nothing has turned that it was told by. Who spoke `before` is looked for only where that tells something. Answers whether the
	 * claim is another one now.
	 */
	resolve(directory: Directory, turned: Turned, before: () => Speaker | undefined): boolean {
		const isStale = !this.#asked || this.#asked.isTouchedBy(turned) || (this.#asksSpeaker && this.#isOther(before()));
		if (!isStale) return false;
		const { source: place, sentence } = this.saying;
		const isFirst = this.#asked === undefined;
		const known = this.#source;
		this.#asksSpeaker = false;
		this.#asked = directory.noting(() => {
			const asked = () => {
				this.#asksSpeaker = true;
				this.#before = before();
				this.#isNear = this.#stoodNear(this.#before);
				return this.#before;
			};
			this.#source = place && sourceOf(wordsAt(place), sentence, directory, place.home, place, asked);
		});
		const now = this.#source;
		if (!isFirst && known?.speaker === now?.speaker && known?.sourceKind === now?.sourceKind && known?.anonymous === now?.anonymous)
			return false;
		this.#claim = claimOf(this.saying, now);
		const { sourceKind, speaker } = this.#claim?.quote ?? {};
		this.#speaker = place && sourceKind === "person" && speaker !== undefined ? { name: speaker, home: place.home } : undefined;
		return true;
	}

	/** Whether who spoke last is somebody else than before, or spoke at another distance. */
	#isOther(before: Speaker | undefined): boolean {
		return !isSameSpeaker(this.#before, before) || this.#isNear !== this.#stoodNear(before);
	}

	/** Whether somebody spoke in the same block or the one before: then another has to be named in between to be meant. */
	#stoodNear(before: Speaker | undefined): boolean {
		const { source } = this.saying;
		return before !== undefined && source !== undefined && isNear(before.home, source.home);
	}
}

const spanOf = (place: Place): HomeSpan => new HomeSpan(place.home, place);

const wordsAt = ({ home, start, end }: Place): string => home.prose.text.slice(start, end);

/** Characters between source and cue beyond which an attribution stands on its cue alone. */
const FAR = 24;

/** The claim of a saying: a quotation stands on its first block's words, without what a name is given to; an attribution on its source and cue. */
function claimOf({ type, content, source, cue, medium, quoted }: Saying, from: Source | undefined): FoundQuote | undefined {
	const quote: { -readonly [K in keyof Quote]: Quote[K] } = {
		type,
		content: content.map(spanOf),
		source: source ? [spanOf(source)] : [],
		cue: cue ? [spanOf(cue)] : [],
		anonymous: from?.anonymous ?? false,
	};
	if (from?.speaker !== undefined) quote.speaker = from.speaker;
	if (from?.sourceKind) quote.sourceKind = from.sourceKind;
	if (medium) quote.medium = wordsAt(medium);
	const [first] = content as [Place, ...Place[]];
	if (type !== "indirect") {
		let end = 0;
		for (const place of content) if (place.home === first.home && place.end > end) end = place.end;
		return { kind: "quotation", home: first.home, start: quoted?.start ?? first.start, end, quote };
	}
	const at = cue ?? source;
	if (!at) return undefined;
	// A source that stands far from its cue has a claim, a role or a report of its own in between.
	const near = source !== undefined && source.home === at.home && Math.max(at.start - source.end, source.start - at.end) <= FAR;
	const start = near ? Math.min(source.start, at.start) : at.start;
	const end = near ? Math.max(source.end, at.end) : at.end;
	return { kind: "attribution", home: at.home, start, end, quote };
}
