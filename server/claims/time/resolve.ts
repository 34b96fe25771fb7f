import { HOLIDAYS } from "./data/holidays.ts";
import type { Expression, Grain, WhichYear } from "./expression.ts";
import { type Day, dayOf, daysIn, isDate, isoDay, isoMonth, isoQuarter, isoWeek, isoYear, partsOf, weekdayOf } from "./gregorian.ts";
import { holidayIn } from "./holiday-days.ts";
import { type Context, comparedPeriod, DATED, DAYS, dayFrom, firstDay, grainOfValue, lastMention, PERIODS, partSpan } from "./mentions.ts";
import { isFuture, isPast } from "./tense.ts";

/** The TIMEX3 value of an expression; undefined when nothing can be told of it. */
export function resolve(expression: Expression, context: Context): string | undefined {
	switch (expression.form) {
		case "fixed":
			return expression.value;
		case "dayOfMonth":
			return dayOfMonth(expression.month, expression.day, expression.year, context);
		case "month":
			return month(expression, context);
		case "weekday":
			return isoDay(weekday(expression, context));
		case "part":
			return part(expression, context);
		case "shift":
			return shift(expression, context);
		case "same":
			return same(expression.grain, expression.mentioned === true, context);
		case "latest":
			return latest(expression.grain, context);
		case "counterpart":
			return counterpart(expression.grain, expression.year, context);
		case "quarterEnding": {
			const day = resolve(expression.date, context);
			const grain = day && grainOfValue(day);
			if (day && grain === "day") return step(dayFrom(day) - 45, "quarter", 0);
			return day && grain === "month" ? step(firstDay({ value: day, grain }) - 15, "quarter", 0) : same("quarter", false, context);
		}
		case "weekOf": {
			const day = resolve(expression.date, context);
			return day && grainOfValue(day) === "day" ? isoWeek(dayFrom(day)) + (expression.weekend ? "-WE" : "") : undefined;
		}
		case "nthWeekday": {
			const month = resolve(expression.month, context);
			return month && grainOfValue(month) === "month" ? nthWeekday(month, expression.nth, expression.weekday) : undefined;
		}
		case "beside": {
			const day = resolve(expression.date, context);
			return day && grainOfValue(day) === "day" ? step(dayFrom(day), expression.grain, expression.by) : undefined;
		}
		case "holiday":
			return holiday(expression, context);
		case "ofDay": {
			const day = resolve(expression.date, context);
			return day && day.length === 10 ? `${day}${expression.suffix}` : day === PAST ? PAST : undefined;
		}
	}
}

/** Whether it takes the tense of a verb to settle an expression. */
export function asksTense(expression: Expression): boolean {
	switch (expression.form) {
		case "dayOfMonth":
			return !expression.year;
		case "month":
		case "part":
		case "holiday":
			return !expression.year && expression.by === undefined;
		case "weekday":
			return expression.week === undefined && expression.by !== 1 && expression.by !== -1;
		case "same":
			return expression.grain === "weekend" || expression.grain === "quarter" || expression.grain === "week";
		case "nthWeekday":
			return asksTense(expression.month);
		case "quarterEnding":
			return true;
		case "shift":
			return expression.from === "mention" && expression.by > 0;
		case "weekOf":
		case "beside":
		case "ofDay":
			return asksTense(expression.date);
		default:
			return false;
	}
}

function yearOf(year: WhichYear, context: Context): number {
	if ("year" in year) return year.year;
	const mention = year.from === "mention" ? lastMention(context, DATED) : undefined;
	return (mention ? Number(mention.value.slice(0, 4)) : partsOf(context.dateline).year) + year.years;
}

/**
 * Of three years' instances the one that lies nearest to the dateline, spans being [first day, last day]. An instance on the side that the tense
 * speaks against counts as `weight` times as far: `declared a dividend payable Dec. 15` has a past verb and a date to come.
 */
function nearestYear(context: Context, weight: number, spanIn: (year: number) => readonly [Day, Day] | undefined): number {
	const { year } = partsOf(context.dateline);
	const tense = context.tense;
	let best = year;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of [year, year - 1, year + 1]) {
		const span = spanIn(candidate);
		if (!span) continue;
		const [first, last] = span;
		const ahead = first - context.dateline;
		const behind = context.dateline - last;
		if (tense === "ended" && ahead > 0) continue;
		const against = (isPast(tense) && ahead > 0) || ((isFuture(tense) || tense === "endPoint") && behind > 0);
		const strength = tense === "past" || tense === "future" ? STRONG : weight;
		const distance = Math.max(ahead, behind, 0) * (against ? strength : 1);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

// A day's date tells more of itself than the tense does: papers add the year when it is far. A month or season leans on the verb.
const DAY_WEIGHT = 2.5;
const PERIOD_WEIGHT = 4.5;
// A plain past or `will` leaves little doubt.
const STRONG = 20;

function dayOfMonth(month: number, day: number, year: WhichYear | undefined, context: Context): string | undefined {
	const settled = year
		? yearOf(year, context)
		: nearestYear(context, DAY_WEIGHT, (y) => (isDate(y, month, day) ? [dayOf(y, month, day), dayOf(y, month, day)] : undefined));
	return isDate(settled, month, day) ? isoDay(dayOf(settled, month, day)) : undefined;
}

function monthSpan(year: number, month: number): readonly [Day, Day] {
	return [dayOf(year, month, 1), dayOf(year, month, daysIn(year, month))];
}

function month(expression: Extract<Expression, { form: "month" }>, context: Context): string {
	const { month, by } = expression;
	if (expression.year) return isoMonth(yearOf(expression.year, context), month);
	const now = partsOf(context.dateline);
	if (by === -1) return isoMonth(month < now.month ? now.year : now.year - 1, month);
	if (by === 1) return isoMonth(month > now.month ? now.year : now.year + 1, month);
	if (by === 0) return isoMonth(now.year, month);
	return isoMonth(
		nearestYear(context, PERIOD_WEIGHT, (y) => monthSpan(y, month)),
		month,
	);
}

function weekday(expression: Extract<Expression, { form: "weekday" }>, context: Context): Day {
	const mention = expression.from === "mention" ? lastMention(context, DAYS) : undefined;
	const from = mention ? dayFrom(mention.value) : context.dateline;
	const back = (weekdayOf(from) - expression.weekday + 7) % 7;
	const ahead = (expression.weekday - weekdayOf(from) + 7) % 7;
	const { by, week } = expression;
	if (week !== undefined) return from - weekdayOf(from) + 7 * week + expression.weekday;
	if (by === -1) return from - (back || 7);
	if (by === 1) return from + (ahead || 7);
	const tense = context.tense;
	if (by === 0) return isPast(tense) ? from - back : from + ahead;
	return isFuture(tense) || tense === "endPoint" ? from + ahead : from - back;
}

/** A month's first, second or last such weekday; undefined when it has no fifth one. */
function nthWeekday(month: string, nth: number, weekday: number): string | undefined {
	const first = firstDay({ value: month, grain: "month" });
	const { year, month: number } = partsOf(first);
	const days = daysIn(year, number);
	const earliest = first + ((weekday - weekdayOf(first) + 7) % 7);
	const day = nth < 0 ? earliest + 7 * Math.floor((first + days - 1 - earliest) / 7) : earliest + 7 * (nth - 1);
	return day < first + days ? isoDay(day) : undefined;
}

function part(expression: Extract<Expression, { form: "part" }>, context: Context): string {
	const { grain, part, by } = expression;
	const label = grain === "quarter" ? `Q${part}` : grain === "half" ? `H${part}` : String(part);
	const span = (year: number) => partSpan(grain, part, year);
	const now = partsOf(context.dateline).year;
	let year: number;
	if (expression.year) year = yearOf(expression.year, context);
	else if (by === -1) year = span(now)[1] < context.dateline ? now : now - 1;
	else if (by === 1) year = span(now)[0] > context.dateline ? now : now + 1;
	else if (by === 0) year = now;
	else {
		// What was just spoken of sets the year: `in 1984 … the third quarter`.
		year = nearestYear(context, PERIOD_WEIGHT, span);
	}
	return `${isoYear(year)}-${label}`;
}

function shift(expression: Extract<Expression, { form: "shift" }>, context: Context): string | undefined {
	const { grain, by, from } = expression;
	if (expression.compares) return comparedYear(by, from, context);
	const mention = from === "mention" ? lastMention(context, DATED) : undefined;
	const start = mention ? firstDay(mention) : context.dateline;
	// `Returned three weeks later` where nothing was dated before: after something, and no more can be told.
	if (from === "mention" && !mention && by > 0 && isPast(context.tense)) return PAST;
	// TIMEX3 has no digits for what was before the year 1: `66 million years ago`.
	if (isBeforeYears(start, grain, by)) return PAST;
	return step(start, grain, by);
}

/** TIMEX3's word for what is past and not told more closely. */
const PAST = "PAST_REF";

function isBeforeYears(start: Day, grain: Grain, by: number): boolean {
	const years = grain === "year" ? by : grain === "decade" ? by * 10 : grain === "century" ? by * 100 : 0;
	return partsOf(start).year + years < 1;
}

/**
 * `A year earlier` than a quarter is that quarter of the year before; figures are compared by periods, so a day is never the start.
 * `A year ago` compares in the same way when the period last spoken of is the current or the latest one.
 */
function comparedYear(by: number, from: "dateline" | "mention", context: Context): string {
	const now = partsOf(context.dateline).year;
	const mention = comparedPeriod(context, PERIODS);
	if (!mention) return isoYear(now + by);
	const recent = context.dateline - firstDay(mention) <= 366;
	return from === "mention" || recent ? moveYears(mention.value, by) : isoYear(now + by);
}

function moveYears(value: string, by: number): string {
	return isoYear(Number(value.slice(0, 4)) + by) + value.slice(4);
}

/** The grain's instance that holds a day, moved by so many. */
function step(day: Day, grain: Grain, by: number): string | undefined {
	const { year, month } = partsOf(day);
	switch (grain) {
		case "day":
			return isoDay(day + by);
		case "week":
			return isoWeek(day + 7 * by);
		case "weekend":
			return `${isoWeek(day + 7 * by)}-WE`;
		case "month":
			return isoMonth(year, month + by);
		case "quarter":
			return isoQuarter(year, Math.floor((month - 1) / 3) + 1 + by);
		case "half": {
			const halves = year * 2 + (month > 6 ? 1 : 0) + by;
			return `${isoYear(Math.floor(halves / 2))}-H${(((halves % 2) + 2) % 2) + 1}`;
		}
		case "year":
			return isoYear(year + by);
		case "decade":
			return isoYear(Math.floor(year / 10) + by).slice(1);
		case "century":
			return isoYear(Math.floor(year / 100) + by).slice(2);
		case "season":
			return undefined;
	}
}

function same(grain: Grain, mentioned: boolean, context: Context): string | undefined {
	if (grain === "weekend") {
		const back = !isFuture(context.tense) && weekdayOf(context.dateline) < 6;
		return step(context.dateline, "weekend", back ? -1 : 0);
	}
	const mention = lastMention(context, mentioned ? DATED : new Set<Grain>([grain]));
	// `That year` is the year of whatever was spoken of.
	if (mentioned) return mention && step(firstDay(mention), grain, 0);
	if (mention) return mention.value.slice(0, grain === "day" ? 10 : undefined);
	if (grain === "week" && isPast(context.tense)) return weekOfMention(context);
	if (grain === "quarter" && context.period && grainOfValue(context.period) === grain) return context.period;
	if (grain === "quarter") return isFuture(context.tense) ? step(context.dateline, grain, 0) : latest(grain, context);
	return step(context.dateline, grain, 0);
}

/** `Fell on Friday … for the week it lost 2 percent`, read on Monday: the week that ended with the Friday. */
function weekOfMention(context: Context): string | undefined {
	const mention = lastMention(context, DAYS);
	const day = mention && dayFrom(mention.value);
	return step(day !== undefined && day < context.dateline && context.dateline - day < 7 ? day : context.dateline, "week", 0);
}

/** The last one that is complete on the dateline. */
function latest(grain: Grain, context: Context): string | undefined {
	return step(context.dateline, grain, -1);
}

function counterpart(grain: Grain | undefined, year: WhichYear, context: Context): string | undefined {
	const mention = comparedPeriod(context, grain ? new Set<Grain>([grain]) : PERIODS);
	const value = mention?.value ?? (grain ? latest(grain, context) : undefined);
	if (value === undefined) return "years" in year && year.years === 0 ? latest("quarter", context) : isoYear(yearOf(year, context));
	if ("year" in year) return isoYear(year.year) + value.slice(4);
	// `The same period last year` is last year's, whichever year was spoken of; `the year-earlier period` is counted from it.
	const named = isoYear(yearOf(year, context)) + value.slice(4);
	// In February `the same quarter last year` is not the quarter that ended in December.
	return year.from === "dateline" && named < value ? named : moveYears(value, year.years);
}

function holiday(expression: Extract<Expression, { form: "holiday" }>, context: Context): string | undefined {
	const rule = HOLIDAYS[expression.name]?.[expression.index]?.rule;
	if (!rule) return undefined;
	const dayIn = (year: number) => holidayIn(rule, year);
	const now = partsOf(context.dateline).year;
	let year: number;
	if (expression.year) year = yearOf(expression.year, context);
	else if (expression.by === -1) year = dayIn(now) < context.dateline ? now : now - 1;
	else if (expression.by === 1) year = dayIn(now) > context.dateline ? now : now + 1;
	else if (expression.by === 0) year = now;
	else year = nearestYear(context, DAY_WEIGHT, (y) => [dayIn(y), dayIn(y)]);
	return isoDay(dayIn(year));
}
