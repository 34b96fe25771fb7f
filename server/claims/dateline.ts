import type { Article } from "../prose/article.ts";
import { findTimes } from "./time/finder.ts";

/** Where a dateline may come from beside the article itself. Dates are `YYYY-MM-DD`. */
export interface DatelineOptions {
	/** Said by whoever asked for the check; wins. */
	readonly date?: string;
	/** Used when nothing else says. */
	readonly today: string;
}

/** The date that an article speaks from, `YYYY-MM-DD`: as asked for, else front matter `date`, else the newest full date that it gives for itself, else today. */
export function datelineOf(article: Article, options: DatelineOptions): string {
	if (options.date !== undefined) return options.date;
	const written = article.frontMatter?.values["date"];
	const day = isoDay(written);
	if (day !== undefined) return day;
	let newest = "";
	for (const block of article.blocks) {
		for (const found of findTimes(block, { dateline: options.today })) {
			if (found.kind !== "date" || found.time.relative || found.time.value.length !== 10) continue;
			// A date to come is news about the future, not the day on which the article speaks.
			if (/^\d{4}-\d\d-\d\d$/.test(found.time.value) && found.time.value > newest && found.time.value <= options.today)
				newest = found.time.value;
		}
	}
	return newest || options.today;
}

function isoDay(value: unknown): string | undefined {
	const text = value instanceof Date ? value.toISOString() : typeof value === "string" ? value : "";
	return /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
}
