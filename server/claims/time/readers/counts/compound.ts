import type { TimeUnit } from "../../data/units.ts";
import { type Reading, roleAt, textAt } from "../../reading.ts";
import { type Count, countAt } from "./counts.ts";

/** The next smaller unit that a bigger one is told with, and how many of it are one: months have days of no fixed number. */
const SMALLER: Readonly<Record<string, { readonly name: string; readonly count: number }>> = {
	year: { name: "month", count: 12 },
	week: { name: "day", count: 7 },
	day: { name: "hour", count: 24 },
	hour: { name: "minute", count: 60 },
	minute: { name: "second", count: 60 },
};

/** `two hours and 20 minutes`, `a year and two months`, `6 minutes 12.5 seconds`: one stretch, counted in its smallest unit. A count of one unit stays as it is; `i` is where it begins. */
export function withSmallerUnits(reading: Reading, i: number, count: Count): Count {
	// Most counts have nothing of the kind behind them.
	const behind = textAt(reading, count.last);
	if (behind !== "and" && behind !== "," && !reading.figures.has(reading.lexemes.at(count.last)?.start ?? -1)) return count;
	// The rest of `3 years, 2 months, 14 days and 16 hours`, which are no whole number of anything.
	if (textAt(reading, i - 1) === "," && roleAt(reading, i - 2) === "unit") return count;
	let total = count;
	let parts = partOf(count.count ?? 0, count.unit);
	for (let part = partBehind(reading, total); part; part = partBehind(reading, total)) {
		// `3 years, 2 months and 14 days` are no whole number of days.
		if (part === "inexact") return count;
		const many = SMALLER[total.unit.name]?.count ?? 1;
		const value = part.count as number;
		parts += partOf(value, part.unit);
		total = {
			last: part.last,
			unit: part.unit,
			count: (total.count as number) * many + value,
			...(count.figure ? { figure: count.figure } : {}),
			decimals: part.figure?.decimals ?? 0,
		};
	}
	return total === count ? count : { ...total, value: timex(parts) };
}

/** The count of a smaller unit behind another; `inexact` when it is one that the bigger one is no whole number of. */
function partBehind(reading: Reading, total: Count): Count | "inexact" | undefined {
	if (total.count === undefined || total.count % 1 !== 0 || total.high !== undefined || total.figure?.vague) return undefined;
	const smaller = SMALLER[total.unit.name];
	const comma = textAt(reading, total.last) === ",";
	const from = comma ? total.last + 1 : total.last;
	const at = textAt(reading, from) === "and" ? from + 1 : from;
	const part = countAt(reading, at);
	if (!part || part.article || part.count === undefined || part.high !== undefined || !part.figure || part.figure.hedge !== "exactly")
		return undefined;
	// `It took three hours, 20 minutes longer than planned`.
	if (comma && at === from && COMPARES.has(textAt(reading, part.last))) return undefined;
	if (part.unit.name === smaller?.name) return part.count < smaller.count ? part : undefined;
	return LENGTHS.indexOf(part.unit.name) > LENGTHS.indexOf(total.unit.name) ? "inexact" : undefined;
}

/** From the longest. */
const LENGTHS: readonly string[] = ["year", "month", "week", "day", "hour", "minute", "second"];
const COMPARES: ReadonlySet<string> = new Set("longer shorter more less later earlier after before behind ahead".split(" "));

function partOf(count: number, unit: TimeUnit): string {
	return `${unit.ofDay ? "T" : ""}${count}${unit.designator}`;
}

/** `P1DT2H20M`: one `T` stands before hours, minutes and seconds. */
function timex(parts: string): string {
	const [days = "", ...times] = parts.split("T");
	return `P${days}${times.length > 0 ? `T${times.join("")}` : ""}`;
}
