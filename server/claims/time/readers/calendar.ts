import { NAMED_WEEKDAYS, WEEKDAY_NAMESAKES } from "../data/calendar-words.ts";
import type { Expression, Match, WhichYear } from "../expression.ts";
import { dayOf, isDate, isoDay, isoMonth } from "../gregorian.ts";
import { fullYear, type Lexeme } from "../lexemes.ts";
import { afterComma, afterStop, isCalendarName, type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";
import { yearBehind } from "./years.ts";

/** `Feb. 4, 2026`, `February 2026`, `Feb. 4`, `September`, `May last year`. */
export function readMonth(reading: Reading, i: number, weekday?: number): Match | undefined {
	const month = wordAt(reading, i, "month");
	const lexeme = reading.lexemes.at(i) as Lexeme;
	if (!month || !isCalendarName(lexeme)) return undefined;
	const afterName = month.short ? afterStop(reading, i + 1) : i + 1;
	const day = dayAt(reading, roleAt(reading, afterName) === "the" ? afterName + 1 : afterName);
	if (day && !isTimeOfDay(reading, day.last)) {
		const year = yearBehind(reading, day.last, true);
		const numbered = year && isNumber(year.year) ? year : textAt(reading, day.last) === "," ? undefined : year;
		const match = dateMatch(i, numbered?.last ?? day.last, month.month, day.value, weekday, numbered?.year);
		// February 30 is no date, and February alone was not meant.
		return match;
	}
	const year = yearBehind(reading, afterName, true);
	const near =
		year && (textAt(reading, afterName) !== "," || isNumber(year.year)) && textAt(reading, afterName) !== "from" ? year : undefined;
	if (near) return { first: i, last: near.last, expression: { form: "month", month: month.month, year: near.year } };
	if (month.short && afterName === i + 1) return undefined;
	if (month.ambiguous && !isMonthHere(reading, i)) return undefined;
	return { first: i, last: afterName, expression: { form: "month", month: month.month } };
}

/** `4 February 2026`, `the 4th of February`, `the 4th of this month` is none. */
export function readDayBeforeMonth(reading: Reading, i: number, weekday?: number): Match | undefined {
	const day = dayAt(reading, i);
	if (!day) return undefined;
	let at = day.last;
	if (textAt(reading, at) === "of") at++;
	const month = wordAt(reading, at, "month");
	if (!month || !isCalendarName(reading.lexemes.at(at))) return undefined;
	const afterName = month.short ? afterStop(reading, at + 1) : at + 1;
	// `2 March Madness tickets` has no other sign; a day number before an ambiguous name wants a sign that it is a date.
	const year = yearBehind(reading, afterName, true);
	const numbered = year && (isNumber(year.year) || textAt(reading, afterName) !== ",") ? year : undefined;
	return dateMatch(i, numbered?.last ?? afterName, month.month, day.value, weekday, numbered?.year);
}

function isNumber(year: WhichYear): boolean {
	return "year" in year;
}

function dateMatch(
	first: number,
	last: number,
	month: number,
	day: number,
	weekday: number | undefined,
	year: WhichYear | undefined,
): Match | undefined {
	if (year && "year" in year) {
		if (!isDate(year.year, month, day)) return undefined;
		const value = isoDay(dayOf(year.year, month, day));
		return { first, last, expression: { form: "fixed", type: "date", value, ...(weekday ? { weekday } : {}) } };
	}
	// February 29 is a day of some years.
	if (!isDate(2000, month, day)) return undefined;
	return { first, last, expression: { form: "dayOfMonth", month, day, ...(weekday ? { weekday } : {}), ...(year ? { year } : {}) } };
}

/** A day of the month, in digits or as an ordinal: `4`, `4th`, `fourth`, `twenty-first`. */
function dayAt(reading: Reading, i: number): { readonly value: number; readonly last: number } | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined || lexeme.joined) return undefined;
	if (lexeme.number !== undefined) {
		const next = reading.lexemes.at(i + 1);
		// `May 20%`, `March 3.5` and `Nov. 20-year bonds` are no dates.
		if (next && touches(reading, i + 1) && (next.text === "%" || next.joined)) return undefined;
		return lexeme.text.length <= 2 && lexeme.number >= 1 && lexeme.number <= 31 ? { value: lexeme.number, last: i + 1 } : undefined;
	}
	const ordinal = wordAt(reading, i, "ordinal")?.value;
	if (ordinal !== undefined) return ordinal >= 1 && ordinal <= 31 ? { value: ordinal, last: i + 1 } : undefined;
	const tens = wordAt(reading, i, "cardinal")?.value;
	const unit = tens === 20 || tens === 30 ? wordAt(reading, i + 1, "ordinal")?.value : undefined;
	if (tens === undefined || unit === undefined || unit > 9 || tens + unit > 31) return undefined;
	return { value: tens + unit, last: i + 2 };
}

/** `June 10 p.m.` never is; but `June 10:30` and `May 10 percent`. */
function isTimeOfDay(reading: Reading, i: number): boolean {
	const after = textAt(reading, i);
	return (
		(after === ":" && touches(reading, i) && touches(reading, i + 1) && reading.lexemes.at(i + 1)?.number !== undefined) ||
		after === "percent" ||
		after === "million" ||
		after === "billion"
	);
}

const BEFORE_A_MONTH: ReadonlySet<string> = new Set(
	"in by since until till til from of during before after through throughout between to and or early late mid last next this each every late the a an".split(
		" ",
	),
);
const NOT_BEHIND_A_MONTH: ReadonlySet<string> = new Set("be have not also well still".split(" "));

/** Whether `May`, `March`, `April`, `June` or `August` stands where a month can: after a preposition or a deictic, or in a list of months. */
function isMonthHere(reading: Reading, i: number): boolean {
	const before = reading.lexemes.at(i - 1);
	const after = reading.lexemes.at(i + 1);
	if (after && NOT_BEHIND_A_MONTH.has(after.text)) return false;
	const nameFollows = after?.capital === true && after.word === undefined && !after.joined;
	if (before === undefined) return false;
	if (
		before.word?.role === "month" ||
		((before.text === "," || before.text === "-" || before.text === "–") && wordAt(reading, i - 2, "month"))
	)
		return true;
	if (
		!BEFORE_A_MONTH.has(before.text) &&
		before.word?.role !== "deictic" &&
		before.word?.role !== "part" &&
		before.word?.role !== "edge" &&
		!before.possessive
	)
		return false;
	// `to March` and `and May` may begin a verb or a name; a capital after them is a name.
	return !nameFollows;
}

/** `Wednesday`, `Wednesday, Feb. 4, 2026`, `Wed. 4 February`, `Mondays`. */
export function readWeekday(reading: Reading, i: number): Match | undefined {
	const weekday = wordAt(reading, i, "weekday");
	const lexeme = reading.lexemes.at(i) as Lexeme;
	if (!weekday || !isCalendarName(lexeme)) return undefined;
	let at = i + 1;
	if (weekday.short) at = afterStop(reading, at);
	const dated = datedWeekday(reading, i, afterComma(reading, at), weekday.weekday);
	if (dated) return dated;
	if (weekday.short) return undefined;
	if (!lexeme.possessive && WEEKDAY_NAMESAKES.has(textAt(reading, i + 1)) && reading.lexemes.at(i + 1)?.capital) return undefined;
	if (NAMED_WEEKDAYS.has(textAt(reading, i - 1)) && reading.lexemes.at(i - 1)?.capital) return undefined;
	if (weekday.plural) return { first: i, last: i + 1, expression: { form: "fixed", type: "set", value: `XXXX-WXX-${weekday.weekday}` } };
	const habit = readHabit(reading, i, weekday.weekday);
	if (habit) return habit;
	const week = wordAt(reading, i + 2, "deictic");
	if (week && WEEKS.has(textAt(reading, i + 2)) && textAt(reading, i + 1) === "of" && textAt(reading, i + 3) === "week")
		return { first: i, last: i + 4, expression: { form: "weekday", weekday: weekday.weekday, week: week.by } };
	const behind = isEndOfStretch(reading, i) ? { by: 1 as const, from: "mention" as const } : {};
	return { first: i, last: i + 1, expression: { form: "weekday", weekday: weekday.weekday, ...behind } };
}

/** The deictics that count weeks from the dateline. */
const WEEKS: ReadonlySet<string> = new Set(["last", "this", "next"]);

/** `Tuesday afternoons`, and the Monday of `Monday and Tuesday nights`. */
function readHabit(reading: Reading, i: number, weekday: number): Match | undefined {
	const joint = textAt(reading, i + 1);
	const isFirst = (joint === "and" || joint === "or") && roleAt(reading, i + 2) === "weekday";
	const at = isFirst ? i + 3 : i + 1;
	const part = wordAt(reading, at, "dayPart");
	if (!part?.plural) return undefined;
	return { first: i, last: isFirst ? i + 1 : at + 1, expression: { form: "fixed", type: "set", value: `XXXX-WXX-${weekday}${part.code}` } };
}

/** The Friday of `Monday to Friday` follows the Monday. */
function isEndOfStretch(reading: Reading, i: number): boolean {
	// `Monday-Friday`
	if (reading.lexemes.at(i)?.joined) return wordAt(reading, i - 1, "weekday")?.plural === false;
	return STRETCHES.has(textAt(reading, i - 1)) && wordAt(reading, i - 2, "weekday")?.plural === false;
}

const STRETCHES: ReadonlySet<string> = new Set(["to", "through", "till", "until", "-", "–"]);

function datedWeekday(reading: Reading, first: number, at: number, weekday: number): Match | undefined {
	const start = roleAt(reading, at) === "the" ? at + 1 : at;
	const date = roleAt(reading, start) === "month" ? readMonth(reading, start, weekday) : readDayBeforeMonth(reading, start, weekday);
	if (!date || date.expression.form === "month") return undefined;
	return { ...date, first };
}

/** `2026-02-04`, `2026/02/04`, `02/04/26`, `02-04-2026`, `2026-02`. Between slashes the month comes first unless it can't: the news is American more often. */
export function readNumericDate(reading: Reading, i: number): Match | undefined {
	const [a, b, c] = [reading.lexemes.at(i), reading.lexemes.at(i + 2), reading.lexemes.at(i + 4)];
	const mark = textAt(reading, i + 1);
	if (a?.number === undefined || b?.number === undefined || (mark !== "-" && mark !== "/") || a.joined) return undefined;
	if (!touches(reading, i + 1) || !touches(reading, i + 2) || (touches(reading, i) && reading.lexemes.at(i - 1)?.text !== "("))
		return undefined;
	if (c?.number === undefined || textAt(reading, i + 3) !== mark || !touches(reading, i + 3) || !touches(reading, i + 4)) {
		if (mark !== "-" || a.text.length !== 4 || b.text.length !== 2 || b.number < 1 || b.number > 12 || !isPlainYear(a.number))
			return undefined;
		// 2001-02 may be a season: a month only when the second number can't follow the first.
		if (b.number === (a.number + 1) % 100 || textAt(reading, i + 3) === "-") return undefined;
		return { first: i, last: i + 3, expression: { form: "fixed", type: "date", value: isoMonth(a.number, b.number) } };
	}
	if (
		touches(reading, i + 5) &&
		MORE_DIGITS.test(textAt(reading, i + 5)) &&
		reading.lexemes.at(i + 6)?.number !== undefined &&
		touches(reading, i + 6)
	)
		return undefined;
	let parts: readonly [number, number, number];
	if (a.text.length === 4 && b.text.length <= 2 && c.text.length <= 2) parts = [a.number, b.number, c.number];
	else if (a.text.length <= 2 && b.text.length <= 2 && (c.text.length === 4 || (c.text.length === 2 && mark === "/"))) {
		const year = fullYear(c.number, c.text.length);
		parts = a.number > 12 ? [year, b.number, a.number] : [year, a.number, b.number];
	} else return undefined;
	const [year, month, day] = parts;
	if (!isPlainYear(year) || !isDate(year, month, day)) return undefined;
	return { first: i, last: i + 5, expression: { form: "fixed", type: "date", value: isoDay(dayOf(year, month, day)) } };
}

/** `4.2.2026`, as the Continent writes it: day, month, year. One token, since a point between digits is a decimal's. */
export function readDottedDate(reading: Reading, i: number): Match | undefined {
	const text = textAt(reading, i);
	const match = text.length >= "4.2.2026".length ? DOTTED.exec(text) : null;
	if (!match) return undefined;
	const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (!isDate(year, month, day)) return undefined;
	return { first: i, last: i + 1, expression: { form: "fixed", type: "date", value: isoDay(dayOf(year, month, day)) } };
}

const DOTTED = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/;
const MORE_DIGITS = /^[-/.:]$/;

function isPlainYear(year: number): boolean {
	return year >= 1000 && year <= 2199;
}

/** A match with the further days of its list or stretch, `Feb. 4, 5 and 6` or `Feb. 4-6, 2026`, one match each; a year at the end is everyone's. */
export function readMoreDays(reading: Reading, match: Match): Match[] {
	const first = match.expression;
	if (first.form !== "dayOfMonth" || first.year || roleAt(reading, match.first) !== "month") return [match];
	const matches: Match[] = [match];
	let before = first.day;
	for (let at = match.last; ; ) {
		const mark = textAt(reading, at);
		const tight = (mark === "-" || mark === "–") && touches(reading, at);
		if (!tight && mark !== "," && mark !== "and" && mark !== "to" && mark !== "or" && mark !== "through") break;
		const next = mark === "," && textAt(reading, at + 1) === "and" ? at + 2 : at + 1;
		const day = dayAt(reading, next);
		if (!day || day.value <= before || day.last !== next + 1 || !isDate(2000, first.month, day.value)) break;
		if (!tight && isCounting(reading, day.last)) break;
		// `On June 3, 10 people` counts people; a list of days goes on or ends with `and`.
		if (mark === "," && next === at + 1 && textAt(reading, day.last) !== "," && textAt(reading, day.last) !== "and") break;
		matches.push({ first: next, last: day.last, expression: { form: "dayOfMonth", month: first.month, day: day.value } });
		before = day.value;
		at = day.last;
	}
	const last = matches[matches.length - 1] as Match;
	const year = matches.length > 1 ? yearBehind(reading, last.last, true) : undefined;
	if (!year || !isNumber(year.year)) return matches;
	return matches.map((one) => {
		const { month, day } = one.expression as Extract<Expression, { form: "dayOfMonth" }>;
		return dateMatch(one.first, one === last ? year.last : one.last, month, day, undefined, year.year) ?? one;
	});
}

/** Whether what follows a number shows that it counts something. */
function isCounting(reading: Reading, i: number): boolean {
	const after = reading.lexemes.at(i);
	return after !== undefined && !after.mark && !after.word && !AFTER_A_DAY.has(after.text);
}

const AFTER_A_DAY: ReadonlySet<string> = new Set("and in at to for from with by of or when as but was were is are will".split(" "));
