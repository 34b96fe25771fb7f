import type { Claim } from "../../../claims/claim.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Series } from "../../binding/known-facts.ts";
import { type Days, dayNumber, daysOf, isChangeOn, periodValue } from "../../binding/periods/period.ts";
import { clauseAt, wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import { isFresh } from "../../values/facts.ts";
import type { Derivation } from "../derivation.ts";
import { lineOf, upTo } from "../parts.ts";

/** What a change leads from and to. */
export interface Ends {
	readonly now: Fact;
	readonly base: Fact;
	/** The words leave it open what it is measured from: a value that fits was meant, and one that does not fit says nothing. */
	readonly isOpen: boolean;
}

/** A fact with the days of its period. */
interface Dated {
	readonly fact: Fact;
	readonly days: Days;
}

/** A change from a year before. */
const ON_YEAR =
	/year over year|year-over-year|year on year|year-on-year|\ba year (?:earlier|ago|before|on)\b|\bon the year\b|\bfrom the (?:previous|prior) year\b|\bthe same (?:quarter|period|month|time|day)\b|\b(?:than|from|on) last year\b|\bannual (?!rate)|\b(?:over|in|during|within) (?:a|the|the past|the last|the previous) (?:year|12 months|twelve months)\b/;
/** A change from the period right before, and which. */
const ON_PERIOD =
	/\b(quarter|month|week)[- ](?:on|over)[- ](?:quarter|month|week)\b|\b(?:from|on|over|than) (?:in )?(?:a|the) (?:(?:previous|prior|preceding) )?(quarter|month|week|day)(?: (?:earlier|ago|before))?\b/;
/** A pace, which says nothing of two periods. */
const PACE = /\b(?:annually|yearly|on average|an average of|annuali[sz]ed|annual rate|compound|compounded|decades?|century)\b/;
/** What a sentence without a date speaks of, when a table has figures of years and of parts of them. */
const WHOLE_YEAR = /\b(?:full[- ]year|whole year|for the (?:full )?year|annual)\b/;

/**
 * The facts that a change is measured between: as the words say it (`from a year earlier`, `since 2019`, `in five years`), else from the period right before.
 * Of quarters and months both that and the same one a year before may be meant.
 */
export function endsOf(series: Series, derivation: Derivation): readonly Ends[] {
	const { claim, period, reading, stale, passage } = derivation;
	const line = ownLine(derivation) ?? lineOf(derivation);
	const behind = wordsBehind(passage, claim.span.end, 3).map(({ lower }) => lower);
	if (isPace(behind)) return [];
	const facts = datedIn(upTo(series, derivation));
	const isLevel = series.words.measure.kind !== "flow" && series.words.measure.kind !== "event";
	const lasting = derivation.passage.figures.filter(
		(one) =>
			one.kind === "duration" &&
			one !== claim &&
			!isOfName(one, series) &&
			/^(?:in|over|within|during|past|last|the)$/.test(wordBefore(derivation, one)),
	);
	const [length, ...lengths] = lasting;
	const onYear = ON_YEAR.test(line);
	// `In a year`, `over five years`, but not of what a year has that is said to end somewhere.
	if (length && !(onYear && length.kind === "duration" && length.time.value === "P1Y")) {
		const months = lengths.length === 0 && length.kind === "duration" ? monthsOf(length.time.value) : undefined;
		if (months === undefined || (!isLevel && months % 12 !== 0)) return [];
		return eachGrain(facts, derivation).flatMap((now) => ends(now, backBy(now, facts, months), !isNow(now)));
	}
	if (PACE.test(line) && PACE.test(clauseOf(derivation))) return [];
	const dates = passage.figures.filter((one) => one.kind === "date" && one !== claim);
	const since = dates.find(
		(one) => !isRelative(one) && (/^(?:since|from|than|between)$/.test(introducing(derivation, one)) || isOn(one, derivation)),
	);
	if (!onYear && since?.kind === "date") {
		const from = daysOf(periodValue(since));
		// The date is where the change begins, and says nothing of where it ends.
		const facts = datedIn(upTo(series, { ...derivation, period: undefined }));
		const base = from && facts.find(({ days }) => days.from === from.from && days.to === from.to);
		// `from 2022 to 2024`, `between 2022 and 2024`
		const next = dates[dates.indexOf(since) + 1];
		const until =
			next?.kind === "date" && /^(?:to|and|until|through|till)$/.test(introducing(derivation, next))
				? daysOf(periodValue(next))
				: undefined;
		const isEnd = ({ days }: Dated): boolean =>
			until ? days.from === until.from && days.to === until.to : days.grain === base?.days.grain;
		const now = base && facts.find(isEnd);
		return now && now !== base && now.days.from > base.days.from ? ends(now, base, false) : [];
	}
	if (period && !period.newest) {
		const same = facts.find(({ days }) => days.from === period.days.from && days.to === period.days.to);
		if (same) return before(same);
		// What is reported on a day was of a longer time before it.
		const isReported = period.days.grain === "day" && facts.every(({ days }) => days.grain !== "day");
		if (!isReported && !onYear) return isLevel ? across(period.days) : [];
	}
	return eachGrain(facts, derivation).flatMap(before);

	/** From the period before, or from the year before. */
	function before(now: Dated): Ends[] {
		const yearBefore = backBy(now, facts, 12);
		const previous = facts.find(({ days }) => days.grain === now.days.grain && days.to < now.days.from);
		const next = previous && follows(previous.days.to, now.days) ? previous : undefined;
		const isOpen = !isNow(now);
		if (onYear) return ends(now, yearBefore, isOpen);
		const told = ON_PERIOD.exec(line);
		const grain = told?.[1] ?? told?.[2];
		if (grain !== undefined) return grain === now.days.grain ? ends(now, next, isOpen) : [];
		if (now.days.grain === "year" || now.days.grain === "day") return ends(now, next, isOpen);
		return [...ends(now, next, isOpen || !yearBefore), ...(yearBefore === next ? [] : ends(now, yearBefore, isOpen || !next))];
	}

	/** From the end of the time before to the end of this one, or to the newest there is while it lasts. */
	function across(time: Days): Ends[] {
		const today = dayNumber(reading.dateline);
		return grainsOf(facts).flatMap((grain) => {
			const own = facts.filter(({ days }) => days.grain === grain);
			const now = own.find(({ days }) => days.from >= time.from && days.to <= time.to);
			const base = own.find(({ days }) => days.to < time.from);
			if (!now || !base || !isRightBefore(base.days.to, time.from)) return [];
			const isOver = isRightBefore(now.days.to, time.to);
			if (!isOver && (time.to < today || !isFresh(now.fact, reading.dateline, stale))) return [];
			return ends(now, base, false);
		});
	}

	/** Whether a sentence without a date may speak of it. */
	function isNow({ fact }: Dated): boolean {
		return (period !== undefined && !period.newest) || isFresh(fact, reading.dateline, stale, series.words.measure.kind);
	}
}

function datedIn(facts: readonly Fact[]): readonly Dated[] {
	return facts.flatMap((fact) => {
		const days = fact.period === undefined ? undefined : daysOf(fact.period);
		return days ? [{ fact, days }] : [];
	});
}

/**
 * The words behind a change up to the next figure, where they say what it is measured from and others do so for another one: `down 1.6% on the month and 7.5%
 * on the year`.
 */
function ownLine({ claim, passage }: Derivation): string | undefined {
	const next = passage.quantities.find(({ span }) => span.start >= claim.span.end);
	if (!next) return undefined;
	const own = passage.text.slice(claim.span.end, next.span.start).toLowerCase();
	return ON_YEAR.test(own) || ON_PERIOD.test(own) || BASE_TOLD.test(own) ? own : undefined;
}

/** `up 2.7% on August and 5.6% on the year`. */
const BASE_TOLD = /^ (?:on|from|than|against|compared with|compared to) /;

/** The words of a change's clause: buyers who paid so much on average, in another one, make no pace of it. */
function clauseOf({ claim, passage }: Derivation): string {
	const { start, end } = clauseAt(passage, claim.span.start);
	return passage.text.slice(start, end).toLowerCase();
}

/** Whether a length of time is a part of what a measure is called: the 18 weeks of `treated within 18 weeks`. */
function isOfName({ text }: Claim, { words }: Series): boolean {
	const number = /^\d{1,4}/.exec(text)?.[0];
	return number !== undefined && words.forms.some((form) => form.includes(number));
}

/** Whether the words say what a change is measured from in relation to itself. */
export function isBaseTold(derivation: Derivation): boolean {
	const line = lineOf(derivation);
	return ON_YEAR.test(line) || ON_PERIOD.test(line);
}

/** The newest fact of each length of time, or of the one that the words name. */
function eachGrain(facts: readonly Dated[], derivation: Derivation): readonly Dated[] {
	const own = WHOLE_YEAR.test(lineOf(derivation)) && facts.some(({ days }) => days.grain === "year") ? ["year"] : grainsOf(facts);
	return own.flatMap((grain) => facts.find(({ days }) => days.grain === grain) ?? []);
}

const grainsOf = (facts: readonly Dated[]): readonly string[] => [...new Set(facts.map(({ days }) => days.grain))];

function ends(now: Dated, base: Dated | undefined, isOpen: boolean): Ends[] {
	return base ? [{ now: now.fact, base: base.fact, isOpen }] : [];
}

/** The fact of the same length that is so many months older; of days one that is nearly so. */
function backBy(now: Dated, facts: readonly Dated[], months: number): Dated | undefined {
	const year = Math.floor(now.days.from / 10000) - Math.floor(months / 12);
	const month = (Math.floor(now.days.from / 100) % 100) - (months % 12);
	const from = (month < 1 ? year - 1 : year) * 10000 + (month < 1 ? month + 12 : month) * 100 + (now.days.from % 100);
	const own = facts.filter(({ days }) => days.grain === now.days.grain);
	return (
		own.find(({ days }) => days.from === from) ??
		(now.days.grain === "day" ? own.find(({ days }) => Math.abs(at(days.from) - at(from)) <= 3) : undefined)
	);
}

/** How many months a duration has, when it has whole ones. */
function monthsOf(value: string): number | undefined {
	const match = /^P(\d{1,3})([YM])$/.exec(value);
	return match ? Number(match[1]) * (match[2] === "Y" ? 12 : 1) : undefined;
}

/** Days since some day, of a day as a number. */
const at = (day: number): number =>
	Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, Math.min(day % 100, 28)) / 86400000;

/** Whether a period begins where another ends; days of trading within a week. */
function follows(end: number, { from, grain }: Days): boolean {
	const gap = at(from) - at(end);
	return gap >= 0 && gap <= (grain === "day" ? 5 : 8);
}

/** Whether a day is the last before another or the last of a time, as far as there is trading. */
function isRightBefore(day: number, end: number): boolean {
	const gap = at(end) - at(day);
	return gap >= 0 && gap <= 5;
}

/** `4% a year`, `each month`, but not `a year earlier`. */
function isPace([first, second, third]: readonly string[]): boolean {
	return (
		/^(?:a|per|each|every)$/.test(first ?? "") &&
		/^(?:year|month|quarter|week|day|decade)$/.test(second ?? "") &&
		!/^(?:earlier|ago|before|on|later)$/.test(third ?? "")
	);
}

/** The word in front of a date or a duration, which may begin it. */
function wordBefore({ passage }: Derivation, { span, text }: Claim): string {
	const [first] = text.toLowerCase().split(" ");
	if (first === "in" || first === "over" || first === "within" || first === "during") return first;
	return wordsBefore(passage, span.start, 1)[0]?.lower ?? "";
}

/** The preposition of a date. */
function introducing(derivation: Derivation, { span, text }: Claim): string {
	const [first = ""] = text.toLowerCase().split(" ");
	return /^(?:since|from|than)$/.test(first)
		? first
		: (wordsBefore(derivation.passage, span.start, 2).findLast(({ lower }) => lower !== "in")?.lower ?? "");
}

/** `up 9.6% on 2023`, of the change that is read. */
const isOn = (date: Claim, { claim, passage }: Derivation): boolean =>
	date.span.start >= claim.span.end && date.span.start - claim.span.end <= 8 && isChangeOn(date, passage);

/** A date that is counted from the figure, not from the article: `from the previous quarter`. */
const isRelative = ({ text }: Claim): boolean => /\b(?:previous|prior|preceding|earlier|ago|before)\b/i.test(text);
