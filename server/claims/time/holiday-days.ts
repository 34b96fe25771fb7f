import type { HolidayRule } from "./data/holidays.ts";
import { type Day, dayOf, daysIn, weekdayOf } from "./gregorian.ts";

/** The day of a holiday in a year. */
export function holidayIn(rule: HolidayRule, year: number): Day {
	if ("easter" in rule) return easter(year) + rule.easter;
	if ("day" in rule) return dayOf(year, rule.month, rule.day);
	if (rule.nth < 0) {
		const last = dayOf(year, rule.month, daysIn(year, rule.month));
		return last - ((weekdayOf(last) - rule.weekday + 7) % 7);
	}
	const first = dayOf(year, rule.month, 1);
	return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1) + (rule.plus ?? 0);
}

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = Math.floor(b / 4);
	const e = b % 4;
	const f = Math.floor((b + 8) / 25);
	const g = Math.floor((b - f + 1) / 3);
	const h = (19 * a + b - d - g + 15) % 30;
	const i = Math.floor(c / 4);
	const k = c % 4;
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const month = Math.floor((h + l - 7 * m + 114) / 31);
	return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
