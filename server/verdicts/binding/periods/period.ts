import { type Claim, type DateClaim, hasQuantity } from "../../../claims/claim.ts";
import { clausesBetween, type Passage, wordsBefore } from "../sentence/passage.ts";

/** Days as numbers `YYYYMMDD`, both included. */
export interface Days {
	readonly from: number;
	readonly to: number;
	readonly grain: "day" | "week" | "month" | "quarter" | "half" | "year" | "span";
}

/**
 * The days of an ISO 8601 period: `2025`, `2025-10`, `2025-Q4`, `2025-H1`, `2025-W06`, `2026-02-04`, `2024-07/2025-06`; a decade `201X` or `201` too.
 * Undefined for anything else (`XXXX-WXX-3`, `P3D`, `PRESENT_REF`).
 */
export function daysOf(period: string): Days | undefined {
	const slash = period.indexOf("/");
	if (slash > 0) {
		const from = daysOf(period.slice(0, slash));
		const to = daysOf(period.slice(slash + 1));
		return from && to ? { from: from.from, to: to.to, grain: "span" } : undefined;
	}
	const plain = plainDays(period);
	if (plain) return plain;
	const match = /^(?:FY)?(\d{3})([\dX]|$)(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)(?:-(\d\d))?))?(?:T.{0,12})?$/.exec(period);
	if (!match) return undefined;
	const [, century, unit, quarter, half, week, month, day] = match;
	if (unit === "X" || unit === "") return { from: Number(`${century}00101`), to: Number(`${century}91231`), grain: "span" };
	const year = Number(`${century}${unit}`) * 10000;
	if (quarter) return { from: year + (Number(quarter) * 3 - 2) * 100 + 1, to: year + Number(quarter) * 300 + 31, grain: "quarter" };
	if (half) return { from: year + (Number(half) * 6 - 5) * 100 + 1, to: year + Number(half) * 600 + 31, grain: "half" };
	if (week) return weekDays(year / 10000, Number(week));
	if (day) return { from: year + Number(month) * 100 + Number(day), to: year + Number(month) * 100 + Number(day), grain: "day" };
	if (month) return { from: year + Number(month) * 100 + 1, to: year + Number(month) * 100 + 31, grain: "month" };
	return { from: year + 101, to: year + 1231, grain: "year" };
}

/** A year or a calendar day, as most are, told without the pattern. */
function plainDays(period: string): Days | undefined {
	if (period.length !== 4 && period.length !== 10) return undefined;
	for (let i = 0; i < period.length; i++) {
		const code = period.charCodeAt(i);
		if (i === 4 || i === 7 ? code !== HYPHEN : code < 48 || code > 57) return undefined;
	}
	const year = Number(period.slice(0, 4)) * 10000;
	if (period.length === 4) return { from: year + 101, to: year + 1231, grain: "year" };
	const day = year + Number(period.slice(5, 7)) * 100 + Number(period.slice(8));
	return { from: day, to: day, grain: "day" };
}

const HYPHEN = 45;

function weekDays(year: number, week: number): Days {
	// ISO 8601: week 1 holds 4 January.
	const fourth = new Date(Date.UTC(year, 0, 4));
	const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86400000;
	const number = (time: number): number => Number(new Date(time).toISOString().slice(0, 10).replaceAll("-", ""));
	return { from: number(monday), to: number(monday + 6 * 86400000), grain: "week" };
}

/** A calendar day `YYYY-MM-DD` as a number. */
export function dayNumber(day: string): number {
	return Number(day.slice(0, 10).replaceAll("-", ""));
}

/** What the words say of when a figure held. */
export interface ClaimPeriod {
	/** ISO 8601 as the claim's time has it. */
	readonly value: string;
	readonly days: Days;
	/** The words ask for the newest there is: `the most recent quarter`. */
	readonly newest: boolean;
	/** Stands in the same clause. */
	readonly near: boolean;
	/** Another figure stands between the two: the date may be that one's alone. */
	readonly shared?: boolean;
	/** A year that is told from the dateline: `this year`, which may be one of accounts or of school. */
	readonly isFromNow?: true;
}

const NEWEST = /\b(?:most recent|latest|newest|current)\b/i;

/** The period that the words around a figure name: the nearest date of the clause, else of the sentence. */
export function periodOf(figure: Claim, passage: Passage, cellDates: readonly Claim[]): ClaimPeriod | undefined {
	for (const claim of cellDates) {
		const value = claim.kind === "date" ? periodValue(claim) : "";
		const days = daysOf(value);
		if (days) return { value, days, newest: false, near: true };
	}
	let best: (ClaimPeriod & { distance: number }) | undefined;
	for (const { claim, days, newest } of datesAround(figure, passage)) {
		const after = claim.span.start >= figure.span.end;
		const clauses = clausesBetween(passage, Math.min(claim.span.start, figure.span.start), Math.max(claim.span.start, figure.span.start));
		// `2 million in 2013 from 1 million in 1960`: a figure's date follows it, up to the next figure.
		let rivals = 0;
		for (const other of passage.figures) {
			if (!hasQuantity(other) || other === figure) continue;
			if (after && other.span.start >= figure.span.end && other.span.end <= claim.span.start) rivals++;
			if (!after && other.span.start >= claim.span.end && other.span.end <= figure.span.start) rivals++;
		}
		const gap = after ? claim.span.start - figure.span.end : (figure.span.start - claim.span.end) * 1.5;
		const distance = gap + clauses * 60 + rivals * 40;
		if (!best || distance < best.distance)
			best = {
				value: periodValue(claim),
				days,
				newest,
				near: clauses === 0,
				shared: after && (rivals > 0 || clauses > 0),
				...(/^(?:this|last|next|the (?:past|current|coming)) (?:\p{L}+ )?year$/iu.test(claim.text) && { isFromNow: true }),
				distance,
			};
	}
	if (!best) return undefined;
	const { distance: _, ...period } = best;
	return period;
}

/** The same for a figure of nobody: how near a date stands is looked at only where there are several. */
export function periodOfNobody(figure: Claim, passage: Passage, cellDates: readonly Claim[]): ClaimPeriod | undefined {
	const [only, ...others] = cellDates.length > 0 ? [] : datesAround(figure, passage);
	if (!only || others.length > 0) return others.length > 0 || cellDates.length > 0 ? periodOf(figure, passage, cellDates) : undefined;
	return { value: periodValue(only.claim), days: only.days, newest: only.newest, near: true };
}

interface Dated {
	readonly claim: DateClaim;
	readonly days: Days;
	readonly newest: boolean;
}

const UNDATED: readonly Dated[] = [];

/** The dates of a sentence that may say when a figure held. */
function datesAround(figure: Claim, passage: Passage): readonly Dated[] {
	let found: Dated[] | undefined;
	for (const claim of passage.figures) {
		// `from a year earlier` is what the figure is measured from, not when it held.
		if (
			claim.kind !== "date" ||
			claim === figure ||
			isBase(claim, figure, passage) ||
			isOfBase(claim, figure, passage) ||
			isOfUnread(claim, figure, passage) ||
			isInAside(claim, figure, passage)
		)
			continue;
		const days = daysOf(periodValue(claim));
		const newest = NEWEST.test(claim.text);
		if (!days && !newest) continue;
		found ??= [];
		found.push({ claim, days: days ?? { from: 0, to: 0, grain: "span" }, newest });
	}
	return found ?? UNDATED;
}

/** A date's period; of `2024/25`, which is read as the year in which it begins, all that packs mean by it. */
export function periodValue({ text, time }: DateClaim): string {
	const season = /^(?:FY ?)?(\d{4})[/–-](\d\d)$/.exec(text);
	const year = Number(season?.[1]);
	return season && Number(season[2]) === (year + 1) % 100 && time.value === season[1] ? `${year}/${year + 1}` : time.value;
}

/** `The agency, founded in 1972, has 2,300 staff`: a date in an aside that is over before the figure says when that was, and no more. */
function isInAside(date: DateClaim, figure: Claim, passage: Passage): boolean {
	if (date.span.start > figure.span.start) return false;
	// `founded in 1972, has`, `founded in 1972 with two rockets, has`
	const closing = passage.text.indexOf(",", date.span.end);
	if (closing < 0 || closing >= figure.span.start || closing - date.span.end > FARTHEST_CLOSING) return false;
	const before = wordsBefore(passage, date.span.start, 6);
	const comma = before.findLastIndex(({ text }) => text === ",");
	const participle = before[comma + 1]?.lower ?? "";
	// `Founded in 1972, the agency has 2,300 staff`: what it was like since is no older for it. Figures that were `published in 2024` may well be.
	if (comma < 0)
		return (
			before[0]?.start === passage.words[0]?.start &&
			BEGUN.has(participle) &&
			!passage.quantities.some(({ span }) => span.start < date.span.start)
		);
	if (!(/ed$/.test(participle) || PARTICIPLES.has(participle) || /^(?:which|who)$/.test(participle))) return false;
	// A figure within the aside is what the date is of.
	return !passage.quantities.some(({ span }) => span.start >= (before[comma] as { start: number }).start && span.end <= date.span.start);
}

/** How something came to be. */
const BEGUN: ReadonlySet<string> = new Set(
	"founded built born established opened launched created formed completed incorporated discovered elected appointed settled begun".split(
		" ",
	),
);

/** `with two rockets and a loan of its own`. */
const FARTHEST_CLOSING = 40;

const PARTICIPLES: ReadonlySet<string> = new Set(
	"built born begun held set made taken won lost sold bought written known found laid drawn sunk".split(" "),
);

function isBase(claim: Claim, figure: Claim, passage: Passage): boolean {
	const before = wordBefore(claim, passage);
	if (before === "than" || before === "since" || before === "versus") return true;
	// `2,140 officers, 250 fewer than in 2015`
	if (before === "in" && /\bthan in $/.test(passage.text.slice(Math.max(passage.start, claim.span.start - 9), claim.span.start)))
		return true;
	// `up 1.6% on the month`
	if (before === "on" && (ON_TIME.test(claim.text) || isChangeOn(claim, passage))) return true;
	// `rose 5.4% to £244,100 over the past year`
	if (
		OVER.test(before) &&
		PAST.test(claim.text) &&
		passage.quantities.some(({ quantity: { trend, unitKind } }) => trend && unitKind === "percent")
	)
		return true;
	if (!/\b(?:ago|earlier|before|previous|prior|preceding)\b/i.test(claim.text)) return false;
	// `fewer than the 127 of a year ago`: of another figure, which need not be read as one.
	if (before === "of") return !/^ of $/.test(passage.text.slice(figure.span.end, claim.span.start));
	return /^(?:from|against|on|with|to)$/.test(before);
}

/** `up 9.6% on 2023`: a change from another time, but not `up 3% on Monday`. */
export function isChangeOn(date: Claim, { quantities, text }: Passage): boolean {
	if (date.kind !== "date" || ON_TIME.test(date.text) || daysOf(periodValue(date))?.grain === "day") return false;
	return quantities.some(
		({ span, quantity: { trend, role } }) =>
			trend !== undefined &&
			role !== "to" &&
			span.end <= date.span.start &&
			/ on (?:the )?$/.test(text.slice(span.end - 1, date.span.start)) &&
			date.span.start - span.end <= 8,
	);
}

/** What a change has come about over. */
const OVER = /^(?:over|in|during|within)$/;
const PAST = /^the (?:past|last) (?:year|12 months|twelve months|quarter|month)$/i;

/** What a change is measured on: the time before one of this length. */
const ON_TIME = /^the (?:month|quarter|year|week)$/i;

/**
 * `carried 12 million, up from 11 million the year before, and lost €48 million`: the date behind the figure that another is measured from is that one's
 * alone, and says nothing of those behind it.
 */
function isOfBase(date: DateClaim, figure: Claim, passage: Passage): boolean {
	if (date.span.start > figure.span.start) return false;
	const base = passage.figures.findLast((one) => hasQuantity(one) && one.span.end <= date.span.start);
	if (!base || base === figure || !/^ (?:(?:in|for|during) )?(?:the )?$/.test(passage.text.slice(base.span.end, date.span.start)))
		return false;
	return /^(?:from|against|versus|with|to|after|than)$/.test(wordBefore(base, passage)) && isMeasuredFrom(base, passage);
}

/** `101 hours, against 190 in August`: the date is that of a number which is read as no figure. */
function isOfUnread({ span }: DateClaim, figure: Claim, passage: Passage): boolean {
	return span.start >= figure.span.end && UNREAD.test(passage.text.slice(Math.max(figure.span.end, span.start - UNREAD_REACH), span.start));
}

const UNREAD = / (?:against|versus|from|than|with|to|after) (?:the |just |only |about )?\d[\d.,]{0,12} (?:in |in the )?$/;
/** `compared with about 1,234,567.89 in the `. */
const UNREAD_REACH = 40;

/** `up from`, `compared with`, `€3.7 billion, after €5.1 billion in 2024`: what stands before the preposition tells it from `rose to`. */
function isMeasuredFrom(base: Claim, passage: Passage): boolean {
	const [before, preposition] = wordsBefore(passage, base.span.start, 2);
	return /^(?:from|against|versus|after|than)$/.test(preposition?.lower ?? "") || /^compared$/.test(before?.lower ?? "");
}

/** The word in front of a claim, small letters. One of plain letters that stands apart is told without reading the sentence's words. */
function wordBefore(claim: Claim, passage: Passage): string {
	const { text } = passage;
	let end = claim.span.start;
	while (end > passage.start && text.charCodeAt(end - 1) === SPACE) end--;
	if (end === passage.start) return "";
	if (MARKS.includes(text[end - 1] as string)) return text[end - 1] as string;
	let from = end;
	while (from > passage.start && isPlainLetter(text.charCodeAt(from - 1))) from--;
	if (from < end && end < claim.span.start && (from === passage.start || text.charCodeAt(from - 1) === SPACE))
		return text.slice(from, end).toLowerCase();
	return wordsBefore(passage, claim.span.start, 1)[0]?.lower ?? "";
}

/** Marks that are words by themselves wherever they stand. */
const MARKS = ",;:()“”";
const SPACE = 32;
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether all of some facts are of single days, as a match's figures and closing prices are. */
export function areOfDays(facts: readonly { readonly period?: string | undefined }[]): boolean {
	return facts.every(({ period }) => /^\d{4}-\d\d-\d\d$/.test(period ?? ""));
}

/** How a fact's period stands to the one that the words name. */
export type PeriodFit = "same" | "within" | "around" | "timeless" | "undated" | "other";

/** A coarse date in the words leaves facts of finer periods open, and the other way round. */
export function fitPeriod(claimed: ClaimPeriod | undefined, factPeriod: string | undefined): PeriodFit {
	if (factPeriod === undefined) return "timeless";
	if (!claimed || claimed.newest) return "undated";
	const days = daysOf(factPeriod);
	if (!days) return "undated";
	const { from, to, grain } = claimed.days;
	if (days.from === from && days.to === to) return "same";
	if (days.from >= from && days.to <= to) return "within";
	if (days.from <= from && days.to >= to) return "around";
	// The day on which something was said is not the period of which it spoke: `said on Friday that sales were …`.
	if (grain === "day" && days.grain !== "day" && days.to < from) return "undated";
	return "other";
}
