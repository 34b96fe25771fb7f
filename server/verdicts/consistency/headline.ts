import type { BlockContext } from "../../prose/block.ts";
import { type Home, placeOf } from "../../prose/versions/home.ts";
import { HAS } from "../binding/sentence/kinds.ts";
import type { Figure, Passage } from "../binding/sentence/passage.ts";
import type { Context } from "../context.ts";
import type { Interval } from "../values/interval.ts";
import { inKinds, type Kind, type Member } from "./groups.ts";
import { type Check, type Inconsistency, written } from "./inconsistency.ts";
import { NO_MEMBERS } from "./tracker.ts";

/**
 * A figure of the headline that the body gives otherwise: the same unit and the same counted noun, the only such figure of the first
 * paragraphs, and a sentence that shares the headline's words. A body that has the headline's figure anywhere settles it.
 */
export const headline: Check = {
	name: "headline against body",
	wrong: "# Mill cuts 2,500 jobs … The mill will cut 2,000 jobs, it said.",
	right: "# Mill cuts 2,500 jobs … The mill will cut 2,500 jobs, it said.",
	track: () => {
		let lead: readonly Passage[] = [];
		/** What headlines have had figures of. */
		const inHeadlines = new Set<string>();
		const groups = inKinds<Stated>({
			membersIn: ({ reading, homes }, block) => {
				if (inHeadlines.size === 0 || (reading.kindsIn(block) & HAS.quantity) === 0) return NO_MEMBERS;
				const found: (readonly [string, Stated])[] = [];
				const { context } = (homes[block] as Home).prose;
				if (context.kind === "tableCell") return found;
				for (const passage of reading.passagesIn(block)) {
					if ((passage.kinds & HAS.quantity) === 0) continue;
					for (const figure of passage.quantities) {
						if (!isAmong(figure, inHeadlines)) continue;
						const unit = unitOf(figure);
						if (!inHeadlines.has(unit)) continue;
						const values = written(figure.quantity);
						found.push([unit, { home: passage.home, at: figure.span.start, figure, values, passage, isHeadline: isHeadline(context) }]);
					}
				}
				return found;
			},
			kind: () => new OneThing(() => lead),
			also: (context) => {
				const now = leadOf(context);
				if (lead.length === now.length && lead.every((passage, i) => passage === now[i])) return NO_MEMBERS;
				lead = now;
				return inHeadlines;
			},
		});
		return {
			of: (claim) => groups.of(claim),
			get isSilent() {
				return groups.isSilent === true;
			},
			// Only what headlines have figures of is looked for in the body: all of it, when it is the first time that one has.
			*update(context, news) {
				const before = inHeadlines.size;
				for (const block of news.stale) {
					if (!isHeadline((context.homes[block] as Home).prose.context)) continue;
					for (const passage of context.reading.passagesIn(block)) for (const figure of passage.quantities) inHeadlines.add(unitOf(figure));
				}
				return yield* groups.update(context, inHeadlines.size > before ? { ...news, stale: new Set(context.homes.keys()) } : news);
			},
		};
	},
};

const isHeadline = ({ kind, level }: BlockContext): boolean => kind === "heading" && level === 1;

interface Stated extends Member {
	readonly figure: Figure;
	/** What it may stand for. */
	readonly values: Interval;
	readonly passage: Passage;
	readonly isHeadline: boolean;
}

/**
 * The figures that headlines and the body have of one thing. Each headline's keeps the one of the body that it met, so that it is held against all others
 * only when that one goes: an article may speak of percentages thousands of times. `lead` answers the first sentences of the body.
 */
class OneThing implements Kind<Stated> {
	readonly #lead: () => readonly Passage[];
	readonly #body = new Set<Stated>();
	/** The figures of headlines that the body has nowhere, with what was found as long as it begins with the same sentences. */
	readonly #unmet = new Map<Stated, readonly Inconsistency[] | undefined>();
	/** Those that it has, by the one that they met. */
	readonly #met = new Map<Stated, Stated[]>();
	#knownOf: readonly Passage[] = [];

	constructor(lead: () => readonly Passage[]) {
		this.#lead = lead;
	}

	put(one: Stated): void {
		if (one.isHeadline) {
			this.#look(one);
			return;
		}
		this.#body.add(one);
		for (const headline of this.#unmet.keys()) if (meet(headline, one)) this.#meets(headline, one);
	}

	take(one: Stated): void {
		if (one.isHeadline) {
			this.#unmet.delete(one);
			for (const headlines of this.#met.values()) if (headlines.includes(one)) headlines.splice(headlines.indexOf(one), 1);
			return;
		}
		this.#body.delete(one);
		const headlines = this.#met.get(one) ?? [];
		this.#met.delete(one);
		for (const headline of headlines) this.#look(headline);
	}

	found(): readonly Inconsistency[] {
		const lead = this.#lead();
		if (this.#knownOf !== lead) for (const one of this.#unmet.keys()) this.#unmet.set(one, undefined);
		this.#knownOf = lead;
		const found: Inconsistency[] = [];
		for (const [one, known] of this.#unmet) {
			const own = known ?? against(one, lead);
			this.#unmet.set(one, own);
			found.push(...own);
		}
		return found;
	}

	/** Looks for a figure of the body that a headline's meets. */
	#look(headline: Stated): void {
		this.#unmet.set(headline, undefined);
		for (const one of this.#body) {
			if (!meet(headline, one)) continue;
			this.#meets(headline, one);
			return;
		}
	}

	#meets(headline: Stated, one: Stated): void {
		this.#unmet.delete(headline);
		const others = this.#met.get(one);
		if (others) others.push(headline);
		else this.#met.set(one, [headline]);
	}
}

/** The first sentences of the body. */
function leadOf({ reading, homes }: Context): Passage[] {
	const found: Passage[] = [];
	for (let block = 0; block < homes.length && found.length < 6; block++) {
		const { kind, level } = (homes[block] as Home).block.context;
		if (kind !== "tableCell" && !(kind === "heading" && level === 1)) found.push(...reading.passagesIn(block).slice(0, 6 - found.length));
	}
	return found;
}

/** What the first sentences say against a headline's figure that the body has nowhere. */
function against({ figure, passage }: Stated, lead: readonly Passage[]): readonly Inconsistency[] {
	if (figure.kind === "rank" || figure.kind === "age" || figure.kind === "duration") return [];
	// `Record 428,100 get a place`: what the body says they are settles a number of which the headline counts nothing.
	if (
		figure.quantity.unitKind === "none" &&
		lead.some(({ quantities }) => quantities.some((one) => one.quantity.value === figure.quantity.value))
	)
		return [];
	const stems = new Set(passage.words.filter((word) => word.lower.length > 3).map((word) => word.stem));
	const rivals = lead.flatMap((one) => {
		const shared = one.words.filter((word) => word.lower.length > 3 && stems.has(word.stem));
		return new Set(shared.map((word) => word.stem)).size >= 2 ? one.quantities.filter((other) => thingOf(figure) === thingOf(other)) : [];
	});
	const [rival] = rivals;
	if (!rival || rivals.length > 1 || isRoughlySo(figure, rival)) return [];
	return [
		{
			claim: figure,
			reason: { kind: "headline", written: figure.text, other: rival.text },
			related: [placeOf(rival)],
		},
	];
}

/** `four in five` for 83%: a headline puts a share in round words. */
function isRoughlySo({ kind, text, quantity: { value } }: Figure, { quantity: { value: told } }: Figure): boolean {
	return kind === "percent" && !/[\d%]|per ?cent/i.test(text) && Math.abs(value - told) <= ROUGH * Math.abs(told);
}

/** How far a share in words may be from the figure, as a share of it. */
const ROUGH = 0.1;

/** What two figures have in common when one settles the other: `14% more` in the headline is `up 14%` in the body, whichever way it is put. */
function unitOf({ quantity: { unit, unitKind } }: Figure): string {
	return unitKind === "noun" ? `noun ${head(unit)}` : `${unitKind} ${unit}`;
}

/** What two figures have in common when they may be of one thing. */
function thingOf({ kind, quantity: { unit, unitKind, trend } }: Figure): string {
	return unitKind === "noun" ? `noun ${head(unit)}` : `${unitKind} ${unit} ${kind} ${trend}`;
}

/** Whether a figure may be of something that headlines have: most are of something else, and need not be spelt to be looked up. */
function isAmong({ quantity: { unit, unitKind } }: Figure, things: ReadonlySet<string>): boolean {
	if (things.size > FEW) return true;
	for (const thing of things) if (thing.startsWith(unitKind) && thing.includes(head(unit))) return true;
	return false;
}

/** More things are sooner looked up. */
const FEW = 4;

const head = (unit: string): string => unit.slice(unit.lastIndexOf(" ") + 1);

function meet({ values: one }: Stated, { values: other }: Stated): boolean {
	return one.low <= other.high + 1e-9 && other.low <= one.high + 1e-9;
}
