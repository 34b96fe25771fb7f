import { type Article, parse } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { atOnce, type Steps } from "../prose/steps.ts";
import { Memo } from "../prose/versions/memo.ts";
import { findTimes } from "./time/finder.ts";
import { isoDay, parseDay } from "./time/gregorian.ts";

/** Where a dateline may come from beside the article itself. Dates are `YYYY-MM-DD`. */
export interface DatelineOptions {
	/** Said by whoever asked for the check; wins when it is a day. */
	readonly date?: string;
	/** Used when nothing else says. */
	readonly today: string;
}

/** The date that an article speaks from, `YYYY-MM-DD`: as asked for, else front matter `date`, else the newest full date that it gives for itself, else today. */
export function datelineOf(article: Article, options: DatelineOptions): string {
	return atOnce(findDateline(article, options));
}

/** The same in steps. */
export function* findDateline(article: Article, options: DatelineOptions): Steps<string> {
	const said = writtenDay(options.date, options.today) ?? writtenDay(article.frontMatter?.values.date, options.today);
	if (said !== undefined) return said;
	// A date to come is news about the future, not the day on which the article speaks.
	const found: string[] = [];
	for (const [i, block] of article.blocks.entries()) {
		for (const day of fullDates(block, options.today)) if (day <= options.today) found.push(day);
		if (i % FEW === 0) yield;
	}
	return newest(found) ?? options.today;
}

/** Blocks whose dates are read in one step: most have been read before, and then a step each would cost more than they do. */
const FEW = 16;

/** A day as whoever asks or front matter has it: a YAML date, ISO 8601 with or without a time, or a date as prose writes it. */
function writtenDay(value: unknown, today: string): string | undefined {
	const text = value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : typeof value === "string" ? value : "";
	const day = parseDay(text);
	if (day !== undefined) return isoDay(day);
	return newest(parse(text.slice(0, LONGEST), { plain: true }).blocks.flatMap((block) => fullDates(block, today)));
}

// Longer than any date with its weekday and time; more is no date.
const LONGEST = 80;

/** The days that prose names, by the day on which it was read. */
const days = new Memo<string, readonly string[]>();

/** The days that a block names by day, month and year. */
function fullDates(block: Block, today: string): readonly string[] {
	return days.of(block.prose, today, () => readFullDates(block, today));
}

function readFullDates(block: Block, today: string): string[] {
	// Cheap before costly: without four digits there is no year.
	if (!/\d{4}|\/\d\d/.test(block.text)) return [];
	return findTimes(block, { dateline: today }).flatMap((found) => {
		if (found.kind !== "date" || found.time.relative) return [];
		const day = parseDay(found.time.value);
		return day === undefined ? [] : [isoDay(day)];
	});
}

function newest(days: readonly string[]): string | undefined {
	return days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}
