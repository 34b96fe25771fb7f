import { type Article, parse } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import type { Prose } from "../prose/markdown/content.ts";
import { atOnce, Pace, type Steps } from "../prose/steps.ts";
import { replaceIn } from "../prose/versions/compare.ts";
import { fullDatesOf } from "./reading.ts";
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
	return atOnce(new Dateline().update(article, options));
}

/** The dateline of an article from version to version: only blocks that have changed are looked at again. */
export class Dateline {
	#today = "";
	#prose: readonly Prose[] = [];
	/** The days that each block names. */
	#days: (readonly string[])[] = [];
	/** How often each day is named. */
	readonly #named = new Map<string, number>();
	#newest: string | undefined;

	/** Moves to another version. */
	*update(article: Article, options: DatelineOptions): Steps<string> {
		const said = writtenDay(options.date, options.today) ?? writtenDay(article.frontMatter?.values.date, options.today);
		if (said !== undefined) return said;
		const { places } = article;
		const isAnew = options.today !== this.#today;
		const change = places.changeSince(isAnew ? [] : this.#prose);
		const days: (readonly string[])[] = [];
		const pace = new Pace();
		for (let i = change.from; i < change.toB; i++) {
			const block = places.at(i) as Block;
			days.push(fullDates(block, options.today));
			if (pace.isStep(block.text.length)) yield;
		}
		if (isAnew) {
			this.#named.clear();
			this.#newest = undefined;
			this.#days = [];
		}
		const come = days.flat();
		const gone = this.#days.slice(change.from, change.toA).flat();
		// In before out, so that what stays the same leaves no trace.
		for (const day of come) this.#named.set(day, (this.#named.get(day) ?? 0) + 1);
		// A date to come is news about the future, not the day on which the article speaks.
		this.#newest = newest(come.filter((day) => day <= options.today).concat(this.#newest ?? []));
		for (const day of gone) {
			const left = (this.#named.get(day) ?? 0) - 1;
			if (left > 0) this.#named.set(day, left);
			else this.#named.delete(day);
		}
		replaceIn(this.#days, change, days);
		this.#today = options.today;
		this.#prose = places.prose;
		if (this.#newest !== undefined && !this.#named.has(this.#newest))
			this.#newest = newest([...this.#named.keys()].filter((day) => day <= options.today));
		return this.#newest ?? options.today;
	}
}

/** A day as whoever asks or front matter has it: a YAML date, ISO 8601 with or without a time, or a date as prose writes it. */
function writtenDay(value: unknown, today: string): string | undefined {
	const text = value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : typeof value === "string" ? value : "";
	const day = parseDay(text);
	if (day !== undefined) return isoDay(day);
	return newest(parse(text.slice(0, LONGEST), { plain: true }).blocks.flatMap((block) => fullDates(block, today)));
}

// Longer than any date with its weekday and time; more is no date.
const LONGEST = 80;

/** The days that a block names by day, month and year. */
function fullDates(block: Block, today: string): readonly string[] {
	// Cheap before costly: without four digits there is no year.
	if (!/\d{4}|\/\d\d/.test(block.text)) return [];
	return fullDatesOf(block, today);
}

function newest(days: readonly string[]): string | undefined {
	return days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}
