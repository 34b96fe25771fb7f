import type { BlockContext } from "../../prose/block.ts";
import { type Home, placeOf } from "../../prose/versions/home.ts";
import { HAS } from "../binding/kinds.ts";
import type { Figure, Passage } from "../binding/passage.ts";
import type { Context } from "../context.ts";
import { type Check, type Inconsistency, written } from "./inconsistency.ts";
import { inGroups, type Member, NO_MEMBERS } from "./tracker.ts";

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
		const groups = inGroups<Stated>({
			membersIn: ({ reading, homes }, block) => {
				if (inHeadlines.size === 0 || (reading.kindsIn(block) & HAS.quantity) === 0) return NO_MEMBERS;
				const found: (readonly [string, Stated])[] = [];
				const { context } = (homes[block] as Home).prose;
				if (context.kind === "tableCell") return found;
				for (const passage of reading.passagesIn(block)) {
					if ((passage.kinds & HAS.quantity) === 0) continue;
					for (const figure of passage.quantities) {
						const thing = thingOf(figure);
						if (!inHeadlines.has(thing)) continue;
						found.push([thing, { home: passage.home, at: figure.span.start, figure, passage, isHeadline: isHeadline(context) }]);
					}
				}
				return found;
			},
			among: (figures) => {
				const body = figures.filter((one) => !one.isHeadline);
				return figures.flatMap((one) => (one.isHeadline ? against(one, body, lead) : []));
			},
			also: (context) => {
				const before = lead;
				lead = leadOf(context);
				return lead.length === before.length && lead.every((passage, i) => passage === before[i]) ? [] : inHeadlines;
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
					for (const passage of context.reading.passagesIn(block))
						for (const figure of passage.quantities) inHeadlines.add(thingOf(figure));
				}
				return yield* groups.update(context, inHeadlines.size > before ? { ...news, stale: new Set(context.homes.keys()) } : news);
			},
		};
	},
};

const isHeadline = ({ kind, level }: BlockContext): boolean => kind === "heading" && level === 1;

interface Stated extends Member {
	readonly figure: Figure;
	readonly passage: Passage;
	readonly isHeadline: boolean;
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

function against({ figure, passage }: Stated, body: readonly Stated[], lead: readonly Passage[]): Inconsistency[] {
	if (figure.kind === "rank" || figure.kind === "age" || figure.kind === "duration") return [];
	if (body.some((other) => meet(figure, other.figure))) return [];
	const stems = new Set(passage.words.filter((word) => word.lower.length > 3).map((word) => word.stem));
	const rivals = lead.flatMap((one) => {
		const shared = one.words.filter((word) => word.lower.length > 3 && stems.has(word.stem));
		return new Set(shared.map((word) => word.stem)).size >= 2 ? one.quantities.filter((other) => thingOf(figure) === thingOf(other)) : [];
	});
	const [rival] = rivals;
	if (!rival || rivals.length > 1) return [];
	return [
		{
			claim: figure,
			reason: { kind: "headline", written: figure.text, other: rival.text },
			related: [placeOf(rival)],
		},
	];
}

/** What two figures have in common when they may be of one thing. */
function thingOf({ kind, quantity: { unit, unitKind, trend } }: Figure): string {
	return unitKind === "noun" ? `noun ${head(unit)}` : `${unitKind} ${unit} ${kind} ${trend}`;
}

const head = (unit: string): string => unit.split(" ").at(-1) ?? unit;

function meet(a: Figure, b: Figure): boolean {
	const [one, other] = [written(a.quantity), written(b.quantity)];
	return one.low <= other.high + 1e-9 && other.low <= one.high + 1e-9;
}
