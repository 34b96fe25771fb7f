import type { Grain } from "./expression.ts";
import { type Day, dayOf, weekdayOf } from "./gregorian.ts";
import type { Tense } from "./tense.ts";

/** A time that was settled before, in the same block: what `a year earlier` and `that quarter` point back at. */
export interface Mention {
	readonly value: string;
	readonly grain: Grain;
	/** Was itself told by another period (`a year earlier`): the next comparison does not start from it. */
	readonly compared?: true;
}

/** What settles which time is meant. */
export interface Context {
	readonly dateline: Day;
	/** Of the nearest verb, where it matters. */
	readonly tense: Tense;
	/** Nearest last. */
	readonly mentions: readonly Mention[];
	/** The period that the article reports on, `2025-Q4`, when it has one: what comparisons start from when their block names none. */
	readonly period?: string;
}

/** What a settled value is precise to; undefined for references, durations and sets. */
export function grainOfValue(value: string): Grain | undefined {
	if (value.charCodeAt(4) !== HYPHEN)
		return GRAINS_IN_DIGITS[value.length] && /^\d+$/.test(value) ? GRAINS_IN_DIGITS[value.length] : undefined;
	return GRAINS.find(({ pattern }) => pattern.test(value))?.grain;
}

const HYPHEN = 45;
const GRAINS_IN_DIGITS: readonly (Grain | undefined)[] = [undefined, undefined, "century", "decade", "year"];
/** Of a year and what part of it. */
const GRAINS: readonly { readonly grain: Grain; readonly pattern: RegExp }[] = [
	{ grain: "day", pattern: /^\d{4}-\d\d-\d\d/ },
	{ grain: "month", pattern: /^\d{4}-\d\d$/ },
	{ grain: "quarter", pattern: /^\d{4}-Q\d$/ },
	{ grain: "week", pattern: /^\d{4}-W\d\d$/ },
	{ grain: "weekend", pattern: /^\d{4}-W\d\d-WE$/ },
	{ grain: "half", pattern: /^\d{4}-H\d$/ },
	{ grain: "season", pattern: /^\d{4}-[A-Z]{2}$/ },
];

/** Grains of a date that others can be told from. */
export const DATED: ReadonlySet<Grain> = new Set<Grain>(["day", "month", "quarter", "half", "season", "year", "week"]);
/** Days alone. */
export const DAYS: ReadonlySet<Grain> = new Set<Grain>(["day"]);

// Farther back than this nobody points, and a long block stays cheap.
const FARTHEST = 40;

/** The last mention of one of the grains; `comparing` passes over comparisons. */
export function lastMention(context: Context, grains: ReadonlySet<Grain>, comparing = false): Mention | undefined {
	const { mentions } = context;
	for (let i = mentions.length - 1; i >= Math.max(0, mentions.length - FARTHEST); i--) {
		const mention = mentions[i] as Mention;
		if (grains.has(mention.grain) && !(comparing && mention.compared)) return mention;
	}
	return undefined;
}

/** The period that a comparison with another year starts from: the last one spoken of, else the article's. */
export function comparedPeriod(context: Context, grains: ReadonlySet<Grain>): Mention | undefined {
	const mention = lastMention(context, grains, true);
	if (mention || !context.period) return mention;
	const grain = grainOfValue(context.period);
	return grain && grains.has(grain) ? { value: context.period, grain } : undefined;
}

/** The day of a value precise to the day. */
export function dayFrom(value: string): Day {
	return dayOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10)));
}

/** Grains that figures are compared by. */
export const PERIODS: ReadonlySet<Grain> = new Set<Grain>(["month", "quarter", "half", "season", "year"]);

/** The first day of what a mention names. */
export function firstDay(mention: Mention): Day {
	const year = Number(mention.value.slice(0, 4));
	switch (mention.grain) {
		case "day":
			return dayFrom(mention.value);
		case "month":
			return dayOf(year, Number(mention.value.slice(5, 7)), 1);
		case "quarter":
			return partSpan("quarter", Number(mention.value.slice(6)), year)[0];
		case "half":
			return partSpan("half", Number(mention.value.slice(6)), year)[0];
		case "season":
			return partSpan("season", mention.value.slice(5), year)[0];
		case "week":
		case "weekend": {
			const week = Number(mention.value.slice(6, 8));
			const fourth = dayOf(year, 1, 4);
			return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
		}
		default:
			return dayOf(year, 1, 1);
	}
}

/** First and last day of a quarter, half or season. Seasons are the meteorological ones; a winter belongs to the year in which it ends. */
export function partSpan(grain: "quarter" | "half" | "season", part: number | string, year: number): readonly [Day, Day] {
	const length = grain === "half" ? 6 : 3;
	const start = grain === "season" ? (SEASON_STARTS[part as string] ?? 1) : ((part as number) - 1) * length + 1;
	return [dayOf(year, start, 1), dayOf(year, start + length, 1) - 1];
}

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 0 };
