import type { TimeUnit } from "../data/units.ts";

/** The TIMEX3 value of a duration: `P3M`, `PT4H`, `P2Y6M` for two and a half years, `PXD` when nobody says how many. */
export function durationValue(count: number | undefined, unit: TimeUnit): string {
	const t = unit.ofDay ? "T" : "";
	if (count === undefined) return `P${t}X${unit.designator}`;
	if (unit.times) return `P${round(count * unit.times.count)}${unit.times.designator}`;
	const whole = Math.floor(count);
	const half = SMALLER_HALVES[unit.name];
	if (half && count - whole === 0.5) {
		const main = whole ? `${t}${whole}${unit.designator}` : half.startsWith("T") || !t ? "" : t;
		return `P${main}${half.replace(t && main ? "T" : "", "")}`;
	}
	// `Three-quarters of an hour` are 45 minutes.
	const parts = count > 0 && count < 1 ? PARTS_OF_ONE[unit.name] : undefined;
	if (parts && Number.isInteger(count * parts.count)) return `P${t}${count * parts.count}${parts.designator}`;
	return `P${t}${round(count)}${unit.designator}`;
}

/** Half of a unit in the next smaller one. */
const SMALLER_HALVES: Readonly<Record<string, string>> = { year: "6M", day: "T12H", hour: "T30M", minute: "T30S" };

/** How many of the next smaller unit are one. */
const PARTS_OF_ONE: Readonly<Record<string, { readonly count: number; readonly designator: string }>> = {
	year: { count: 12, designator: "M" },
	hour: { count: 60, designator: "M" },
	minute: { count: 60, designator: "S" },
};

function round(n: number): number {
	return Math.round(n * 1e6) / 1e6;
}
