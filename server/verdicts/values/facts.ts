import Big from "big.js";
import type { Quantity } from "../../claims/claim.ts";
import type { Fact, Measure } from "../../references/fact.ts";
import type { MeasureWords } from "../binding/measures/words.ts";
import type { ClaimPeriod, Days } from "../binding/periods/period.ts";
import { dayNumber, daysOf, fitPeriod } from "../binding/periods/period.ts";
import type { UnitFit } from "./units.ts";

/** Which facts of a series a claim must be held against, and which others there are. */
export interface Chosen {
	/** Facts of the period that the words name, or the newest ones; the newest vintage of each pack. */
	readonly target: readonly Fact[];
	/** Older vintages of the same period, and what was forecast for it where the words speak of no forecast. */
	readonly superseded: readonly Fact[];
	/** Facts of other periods, newest first. */
	readonly others: readonly Fact[];
	/** How sure it is that the claim speaks of the target's period. */
	readonly sure: boolean;
	/** The words name no period of their own. */
	readonly undated: boolean;
}

/**
 * Sorts the facts of one series by what a claim's period makes of them. `dateline` is the day the article speaks from, `stale` in years. `isForecast` says
 * that the words speak of what is or was expected, `grain` of which length of time: `annual revenue`.
 */
export function choose(
	facts: readonly Fact[],
	period: ClaimPeriod | undefined,
	dateline: string,
	stale: number,
	kind?: Measure["kind"],
	isForecast = false,
	grain?: Days["grain"],
): Chosen {
	const undated = !period || period.newest;
	const byFit = new Map<string, Fact[]>();
	for (const fact of facts) {
		const fit = fitPeriod(period, fact.period);
		const list = byFit.get(fit);
		if (list) list.push(fact);
		else byFit.set(fit, [fact]);
	}
	const of = (fit: string): readonly Fact[] => byFit.get(fit) ?? [];
	const pick = (target: readonly Fact[], sure: boolean, without = false): Chosen => {
		const { current, older } = vintages(target, isForecast);
		const taken = new Set([...current, ...older]);
		return { target: current, superseded: older, others: newestFirst(facts.filter((fact) => !taken.has(fact))), sure, undated: without };
	};
	if (!undated) {
		if (of("same").length > 0) return pick(of("same"), true);
		if (of("within").length > 0) return pick(of("within"), arePeriods(of("within"), 1) && period.days.grain !== "span");
		const season = period.isFromNow && seasonFrom(period, of("around"), dateline);
		if (season) return pick(season.facts, season.sure);
		if (of("around").length > 0)
			return pick(of("around"), kind === "event" || kind === "stock" || (period.days.grain === "day" && period.near === false));
		if (of("timeless").length > 0) return pick(of("timeless"), isPresent(period, dateline), true);
		if (of("undated").length === 0) return { target: [], superseded: [], others: newestFirst(facts), sure: false, undated: false };
	}
	const past = facts.filter((fact) => fact.period === undefined || (daysOf(fact.period)?.from ?? 0) <= dayNumber(dateline));
	const candidates = newestFirst(past.length > 0 ? past : facts);
	const ofLength = (length: string | undefined): Fact | undefined => candidates.find((fact) => grainOf(fact) === length);
	const newest = (grain !== undefined ? ofLength(grain) : undefined) ?? candidates[0];
	if (!newest) return { target: [], superseded: [], others: [], sure: false, undated: true };
	const fresh =
		isFresh(newest, dateline, stale, kind) && (newest.reviewBy === undefined || dayNumber(newest.reviewBy) >= dayNumber(dateline));
	// A fact without a period holds at any time.
	const stands = newest.period === undefined && newest.reviewBy === undefined;
	// A year's revenue and its last quarter's are both the newest; what there is at a time has one newest value.
	const lengths = kind === "stock" ? [] : new Set(candidates.map(grainOf));
	const isMixed = [...lengths].filter((length) => length !== undefined).length > 1;
	const periods = new Set([newest.period]);
	if (isMixed && grain === undefined)
		for (const length of lengths) {
			const other = ofLength(length);
			if (other && endOf(other) > endOf(newest) - ONE_YEAR && isFresh(other, dateline, stale, kind)) periods.add(other.period);
		}
	// `Annual revenue` says nothing of quarters.
	const isOther = kind === "flow" && grain !== undefined && grainOf(newest) !== undefined && grainOf(newest) !== grain;
	return pick(
		candidates.filter((fact) => periods.has(fact.period)),
		(fresh || stands) && !isOther,
		true,
	);
}

/** Whether facts are of so many periods, however many rows each has. */
const arePeriods = (facts: readonly Fact[], count: number): boolean => new Set(facts.map(({ period }) => period)).size === count;

/**
 * `This year` of what is told by years that begin in one and end in the next (`2025/26`): the one that the dateline is in. Those of accounts begin in April or
 * July, those of schools and of sport in August or September: from September to December there is no doubt.
 */
function seasonFrom(
	{ days }: ClaimPeriod,
	facts: readonly Fact[],
	dateline: string,
): { readonly facts: readonly Fact[]; readonly sure: boolean } | undefined {
	const [year, month] = dateline.split("-").map(Number) as [number, number];
	if (facts.length === 0 || !facts.every(({ period }) => isSeason(period))) return undefined;
	const begins = (month >= 7 ? year : year - 1) + Math.floor(days.from / ONE_YEAR) - year;
	const own = facts.filter(({ period }) => period?.startsWith(`${begins}/`));
	return own.length > 0 ? { facts: own, sure: month >= 9 } : undefined;
}

/** Whether a period is one year to the next: `2024/2025`. */
function isSeason(period: string | undefined): boolean {
	const [, from, to] = /^(\d{4})\/(\d{4})$/.exec(period ?? "") ?? [];
	return from !== undefined && Number(to) === Number(from) + 1;
}

const ONE_YEAR = 10000;

/** The last day that a fact is of. */
const endOf = ({ period }: Fact): number => (period === undefined ? 0 : (daysOf(period)?.to ?? 0));

/** How long a time a fact is of. */
export const grainOf = ({ period }: Fact): Days["grain"] | undefined => (period === undefined ? undefined : daysOf(period)?.grain);

/** How long a sentence without a date may still speak of a fact, by the grain of its period: a closing price for days, a census for years. */
const FRESH_DAYS: Readonly<Record<string, number>> = { day: 7, week: 21, month: 120, quarter: 280, half: 400 };

/** How long a count on a day holds that is taken once a year: staff at the end of December are those of a firm until the next are known. */
const FRESH_STOCK = 400;

/** The same for one that is taken once a month. */
const FRESH_MONTH = 62;

/** Whether a fact is new enough for a sentence without a date. `stale` is in years. */
export function isFresh(fact: Fact, dateline: string, stale: number, kind?: Measure["kind"]): boolean {
	const days = fact.period === undefined ? undefined : daysOf(fact.period);
	if (!days) return true;
	const age = (dayOf(dayNumber(dateline)) - dayOf(days.to)) / 86400000;
	if (kind === "stock" && isQuarterEnd(fact.period as string)) return age <= FRESH_STOCK;
	if (kind === "stock" && isMonthEnd(fact.period as string)) return age <= FRESH_MONTH;
	return age <= (FRESH_DAYS[days.grain] ?? stale * 366);
}

/** The last day of a quarter, on which those count who count once a quarter or a year. */
const isQuarterEnd = (period: string): boolean => /^\d{4}-(?:03-31|06-30|09-30|12-31)$/.test(period);

/** The last day of a month, on which those count who count once a month. */
const isMonthEnd = (period: string): boolean =>
	/^\d{4}-\d\d-(?:31|30|28|29)$/.test(period) && new Date(Date.parse(period) + 86400000).getUTCDate() === 1;

const dayOf = (day: number): number => Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100);

/** A year that the dateline is in, or just left. */
function isPresent(period: ClaimPeriod, dateline: string): boolean {
	return period.days.to >= dayNumber(dateline) - 10000;
}

/** Whether a measure's facts are movements, and whether they are told as falls. */
type Moves = Pick<MeasureWords, "isChange" | "isFall">;

/** The newest vintage of each pack, and the ones that it supersedes. What came about supersedes what was forecast, unless the words speak of a forecast. */
function vintages(facts: readonly Fact[], isForecast: boolean): { current: Fact[]; older: Fact[] } {
	const current: Fact[] = [];
	const older: Fact[] = [];
	const newest = new Map<string, string>();
	const of = ({ pack, period = "" }: Fact, forecast: boolean): string => `${pack}\n${period}\n${forecast}`;
	const key = (fact: Fact): string => of(fact, fact.qualifier === "forecast");
	for (const fact of facts) {
		const known = fact.knownAt ?? "";
		if (known > (newest.get(key(fact)) ?? "")) newest.set(key(fact), known);
	}
	const cameAbout = new Set(isForecast ? [] : facts.filter(({ qualifier }) => qualifier !== "forecast").map(key));
	for (const fact of facts) {
		const isNewest = (fact.knownAt ?? "") === (newest.get(key(fact)) ?? "");
		const isOver = fact.qualifier === "forecast" && cameAbout.has(of(fact, false));
		(isNewest && !isOver ? current : older).push(fact);
	}
	return { current, older };
}

function newestFirst(facts: readonly Fact[]): Fact[] {
	return [...facts].sort((a, b) => endOf(b) - endOf(a) || (b.knownAt ?? "").localeCompare(a.knownAt ?? ""));
}

/** A fact with the other sign, as a profit is that is told as a loss. */
export const negated = (fact: Fact): Fact =>
	fact.high === undefined ? { ...fact, value: 0 - fact.value } : { ...fact, value: 0 - fact.high, high: 0 - fact.value };

/** A fact in the writer's unit and with the writer's sign: a fall of 0.5 percent is a change of -0.5, and a drop of 0.5 percent where the measure is a drop. */
export function inWrittenUnit(fact: Fact, unit: UnitFit, quantity: Quantity, { isChange, isFall }: Moves): Fact {
	// Some packs put a minus before what their label calls a fall already.
	const sign = isChange && quantity.trend === (isFall && fact.value >= 0 ? "up" : "down") ? -1 : 1;
	if (unit.factor === 1 && unit.offset === 0 && sign === 1) return fact;
	const turn = (value: number): number => Number(new Big(value).times(unit.factor).plus(unit.offset).times(sign));
	const turned: Fact = { ...fact, value: turn(fact.value), scale: fact.scale * Math.abs(unit.factor) };
	return fact.high === undefined
		? turned
		: sign === 1
			? { ...turned, high: turn(fact.high) }
			: { ...turned, value: turn(fact.high), high: turn(fact.value) };
}
