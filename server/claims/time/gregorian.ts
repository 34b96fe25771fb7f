/** Days are whole numbers counted from 1970-01-01 in the Gregorian calendar; months count from 1; weekdays are ISO 8601's, 1 Monday to 7 Sunday. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** The day of a date. Months and days beyond their range roll over, as month 13 is next January. */
export function dayOf(year: number, month: number, day: number): Day {
	if (isDate(year, month, day)) return dayOfDate(year, month, day);
	// `Date.UTC` takes years below 100 for 19xx.
	const date = new Date(Date.UTC(2000, month - 1, day));
	date.setUTCFullYear(date.getUTCFullYear() + year - 2000);
	if (day === 29 && month === 2 && !isLeap(year)) return dayOf(year, 3, 1);
	return Math.round(date.getTime() / MILLISECONDS);
}

/** The day of a date that exists, counted by arithmetic: a `Date` takes ten times as long (Hinnant, chrono-compatible low-level date algorithms). */
function dayOfDate(year: number, month: number, day: number): Day {
	// Years begin in March here, so that February's last day is a year's last.
	const from = month > 2 ? year : year - 1;
	const era = Math.floor(from / 400);
	const yearOfEra = from - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Whether such a day exists: there is no February 30. */
export function isDate(year: number, month: number, day: number): boolean {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Days in a month, 28 to 31. */
export function daysIn(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Year, month and day of the month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
	const shifted = day + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return { year: yearOfEra + era * 400 + (month > 2 ? 0 : 1), month, date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

/** 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `2026-02-04`. */
export function isoDay(day: Day): string {
	const { year, month, date } = partsOf(day);
	return `${isoYear(year)}-${two(month)}-${two(date)}`;
}

/** `2026-02`; a month beyond its range rolls over. */
export function isoMonth(year: number, month: number): string {
	const months = year * 12 + month - 1;
	return `${isoYear(Math.floor(months / 12))}-${two((((months % 12) + 12) % 12) + 1)}`;
}

/** `2026-W06`: ISO 8601 weeks begin on Monday, and week 1 holds the year's first Thursday. */
export function isoWeek(day: Day): string {
	const thursday = day - weekdayOf(day) + 4;
	const { year } = partsOf(thursday);
	const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
	return `${isoYear(year)}-W${two(week)}`;
}

/** `2026-Q1`; a quarter beyond its range rolls over. */
export function isoQuarter(year: number, quarter: number): string {
	const quarters = year * 4 + quarter - 1;
	return `${isoYear(Math.floor(quarters / 4))}-Q${(((quarters % 4) + 4) % 4) + 1}`;
}

/** Four digits. */
export function isoYear(year: number): string {
	return String(year).padStart(4, "0");
}

/** The day that an ISO date such as `2026-02-04` names, or undefined when it is none. */
export function parseDay(text: string): Day | undefined {
	const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return isDate(year, month, day) ? dayOf(year, month, day) : undefined;
}

function two(n: number): string {
	return n < 10 ? `0${n}` : String(n);
}
