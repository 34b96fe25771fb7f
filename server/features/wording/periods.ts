import { dateIn } from "../../language/formats.ts";
import { type Language, type Said, said, say } from "../../language/language.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";

/** An ISO 8601 period as a reporter writes it: `4 Feb 2026`, `third quarter of 2025`, `2025`. */
export function day(period: string, language?: Language): string {
	const slash = period.indexOf("/");
	if (slash > 0 && isSeason(period)) return seasonOf(period);
	if (slash > 0) return say(language, "{0} to {1}", dayOf(period.slice(0, slash)), dayOf(period.slice(slash + 1)));
	const match = PERIOD.exec(period);
	if (!match) return period;
	const [, year = "", quarter, half, week, month, date] = match;
	if (quarter) return said(language, (QUARTERS[Number(quarter) - 1] as PartOfYear).alone(year));
	if (half) return said(language, (HALVES[Number(half) - 1] as PartOfYear).alone(year));
	if (week) return say(language, "week {0} of {1}", Number(week), year);
	if (!month) return year;
	const own = dateIn(language, match[0]);
	if (own !== undefined) return own;
	const name = `${MONTHS[Number(month) - 1]} ${year}`;
	return date ? `${Number(date)} ${name}` : name;
}

/** Whether a period is two years on end, as a budget's year or a season is. */
const isSeason = (period: string): boolean => /^\d{4}\/\d{4}$/.test(period) && Number(period.slice(5)) === Number(period.slice(0, 4)) + 1;

/** `2025/26` for 2025/2026. */
const seasonOf = (period: string): string => `${period.slice(0, 5)}${period.slice(7)}`;

/** A period in a slot. */
export const dayOf =
	(period: string): Said =>
	(language) =>
		day(period, language);

/** A period where a sentence needs its article: `the third quarter of 2025`. */
export const the =
	(period: string): Said =>
	(language) => {
		const slash = period.indexOf("/");
		if (slash > 0 && isSeason(period)) return seasonOf(period);
		if (slash > 0) return say(language, "{0} to {1}", the(period.slice(0, slash)), dayOf(period.slice(slash + 1)));
		const part = partOfYear(period);
		return part ? said(language, part.within) : day(period, language);
	};

/** `in 2021`, `in the third quarter of 2025`, `on 4 Feb 2026`. */
export const during =
	(period: string): Said =>
	(language) => {
		const part = partOfYear(period);
		if (part) return said(language, part.when);
		return /^\d{4}-\d\d-\d\d$/.test(period) ? say(language, "on {0}", dayOf(period)) : say(language, "in {0}", the(period));
	};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)(?:-(\d\d))?))?/;

/** A part of a year by itself, within a sentence, and as the time of something: languages differ in how each is said. */
interface PartOfYear {
	readonly alone: (year: string) => Phrase;
	readonly within: (year: string) => Phrase;
	readonly when: (year: string) => Phrase;
}

const QUARTERS: readonly PartOfYear[] = [
	{
		alone: (year) => phrase("first quarter of {0}", year),
		within: (year) => phrase("the first quarter of {0}", year),
		when: (year) => phrase("in the first quarter of {0}", year),
	},
	{
		alone: (year) => phrase("second quarter of {0}", year),
		within: (year) => phrase("the second quarter of {0}", year),
		when: (year) => phrase("in the second quarter of {0}", year),
	},
	{
		alone: (year) => phrase("third quarter of {0}", year),
		within: (year) => phrase("the third quarter of {0}", year),
		when: (year) => phrase("in the third quarter of {0}", year),
	},
	{
		alone: (year) => phrase("fourth quarter of {0}", year),
		within: (year) => phrase("the fourth quarter of {0}", year),
		when: (year) => phrase("in the fourth quarter of {0}", year),
	},
];
const HALVES: readonly PartOfYear[] = [
	{
		alone: (year) => phrase("first half of {0}", year),
		within: (year) => phrase("the first half of {0}", year),
		when: (year) => phrase("in the first half of {0}", year),
	},
	{
		alone: (year) => phrase("second half of {0}", year),
		within: (year) => phrase("the second half of {0}", year),
		when: (year) => phrase("in the second half of {0}", year),
	},
];

/** A quarter or a half of a year; undefined for any other period. */
function partOfYear(period: string): { readonly within: Phrase; readonly when: Phrase } | undefined {
	const [, year = "", quarter, half] = /^(\d{4})-(?:Q([1-4])|H([12]))$/.exec(period) ?? [];
	const part = quarter ? QUARTERS[Number(quarter) - 1] : HALVES[Number(half) - 1];
	return part && { within: part.within(year), when: part.when(year) };
}

/** The same with the month written out, for prose: `4 February 2026`, or `February 4, 2026`. */
export function longDay(period: string, monthFirst = false): string {
	const [, year, month, date] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(period) ?? [];
	if (month === undefined) return day(period);
	const name = LONG_MONTHS[Number(month) - 1];
	if (date === undefined) return `${name} ${year}`;
	return monthFirst ? `${name} ${Number(date)}, ${year}` : `${Number(date)} ${name} ${year}`;
}

const LONG_MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];
