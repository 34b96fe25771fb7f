import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { Time } from "../claim.ts";
import type { BlockFinder, Found, Setting } from "../finder.ts";
import { type Reading as FiguresRead, readingOf as figuresRead } from "../quantities/figures.ts";
import type { Expression, Match } from "./expression.ts";
import { isOfGame } from "./games.ts";
import { isoDay, parseDay } from "./gregorian.ts";
import { grainOfValue, type Mention } from "./mentions.ts";
import { readAt } from "./read.ts";
import { readMoreDays } from "./readers/calendar.ts";
import { type Reading, readingOf, textAt } from "./reading.ts";
import { asksTense, resolve } from "./resolve.ts";
import { isPlacedBy, placed, placedByDateline, type Stretch, stretchOf } from "./stretch.ts";
import { type Tense, tenseAt } from "./tense.ts";

/** Dates, periods, durations, sets and ages of a block, normalised as TIMEX3 against the setting's dateline. Offsets are the block's. */
export const findTimes: BlockFinder = (block, setting) => settleTimes(readTimes(block), setting);

/** A time as the words of its block give it, whatever date the article speaks from. Offsets are the block's. */
export interface TimeRead extends Match, Span {
	readonly tense: Tense;
	readonly stretch: Stretch | undefined;
	/** Of `May` in `from August to May`: comes after the time before it. */
	readonly follows: boolean;
}

/** The dates, periods, durations, sets and ages of a block as its words give them. */
export function readTimes(block: Block): TimeRead[] {
	return timesIn(block, figuresRead(block));
}

/** The same where the block has been read for its figures. */
export function timesIn(block: Block, read: FiguresRead): TimeRead[] {
	const reading = readingOf(block, read);
	const { lexemes } = reading;
	const found: TimeRead[] = [];
	// Where figures begin, in order: walked along with the lexemes, since looking each of them up took a hundredth of the time of reading a text.
	const starts = [...reading.figures.keys()];
	let figure = 0;
	let done = 0;
	for (let i = 0; i < lexemes.length; ) {
		const start = lexemes.start(i);
		while (figure < starts.length && (starts[figure] as number) < start) figure++;
		const read = lexemes.mayOpen(i) || starts[figure] === start ? readAt(reading, i) : undefined;
		if (!read) {
			i++;
			continue;
		}
		// Words that belong to a count may already be another match's.
		const match = read.first < done ? { ...read, first: done } : read;
		const matches = readMoreDays(reading, match);
		for (const one of matches) if (!isOfGame(reading, one, sentenceOf)) found.push(timeOf(reading, one, found[found.length - 1]));
		done = Math.max(i + 1, (matches.at(-1) ?? match).last);
		i = done;
	}
	return found;
}

function timeOf(reading: Reading, match: Match, before: Match | undefined): TimeRead {
	const { first, last, expression } = match;
	return {
		...match,
		start: reading.lexemes.start(first),
		end: reading.lexemes.end(last - 1),
		tense: asksTense(expression) ? tenseAt(reading, first, last, sentenceOf(reading, match)) : "unsaid",
		stretch: stretchOf(reading, match),
		follows:
			isYearless(expression) && before?.last === first - 1 && isYearless(before.expression) && LEAD_ON.has(textAt(reading, first - 1)),
	};
}

/** `August`, `Aug. 16`: a date of some year. */
function isYearless(expression: Expression): boolean {
	return (expression.form === "dayOfMonth" || (expression.form === "month" && expression.by === undefined)) && !expression.year;
}

const LEAD_ON: ReadonlySet<string> = new Set(["to", "through", "until", "till", "–", "-"]);

/** The end of a stretch of months, `from August to May`, in the year after when it would end before it begins. */
function following(value: string, before: string): string {
	const year = Number(before.slice(0, 4));
	return value < before && value.slice(0, 4) === before.slice(0, 4) && value.length === before.length
		? `${year + 1}${value.slice(4)}`
		: value;
}

/** The times of a block normalised as TIMEX3 against the dateline of a setting, and its period when it has one. */
export function settleTimes(times: readonly TimeRead[], setting: Setting): Found[] {
	const dateline = times.length === 0 ? undefined : parseDay(setting.dateline);
	if (dateline === undefined) return [];
	const period = setting.period === undefined ? {} : { period: setting.period };
	const found: Found[] = [];
	const mentions: Mention[] = [];
	let stretch: Stretch | undefined;
	for (const time of times) {
		const settled = resolve(time.expression, { dateline, tense: time.tense, mentions, ...period });
		if (settled === undefined) continue;
		const value = time.follows ? following(settled, mentions[mentions.length - 1]?.value ?? "") : settled;
		const grain = grainOfValue(value);
		if (stretch && grain && isPlacedBy(stretch, time)) place(found, placed(stretch, value));
		found.push(foundOf(time, value));
		stretch = time.stretch;
		if (stretch) {
			const lies = placedByDateline(stretch, dateline);
			place(found, lies);
			// What follows compares the whole with a year earlier.
			if (lies) mentions.push({ value: lies.slice(0, 4), grain: "year" });
		}
		if (grain) mentions.push({ value, grain, ...(comparesYears(time.expression) ? { compared: true as const } : {}) });
	}
	return found;
}

/** Days among times that their own words name by day, month and year, `YYYY-MM-DD`; `today` is the day on which they are read. */
export function fullDatesIn(times: readonly TimeRead[], today: string): string[] {
	const named = times.filter(mayBeFullDate);
	// `The same day of 2024` takes its day from what was spoken of before it; all others are settled by their own words.
	const settled = named.some(({ expression }) => expression.form === "counterpart") ? times : named;
	return settleTimes(settled, { dateline: today }).flatMap((found) => {
		if (found.kind !== "date" || found.time.relative) return [];
		const day = parseDay(found.time.value);
		return day === undefined ? [] : [isoDay(day)];
	});
}

function mayBeFullDate({ expression, quantity }: Match): boolean {
	return !quantity && !isRelative(expression) && (expression.form !== "fixed" || expression.value.length >= "2026-02-04".length);
}

/** Says of the last claim, a duration, where in the calendar it lies. */
function place(found: Found[], period: string | undefined): void {
	const last = found[found.length - 1];
	if (period !== undefined && last !== undefined && "time" in last) found[found.length - 1] = { ...last, time: { ...last.time, period } };
}

function foundOf({ expression, quantity, start, end }: TimeRead, value: string): Found {
	const type = typeOf(expression, value);
	const weekday = "weekday" in expression && expression.form !== "weekday" ? expression.weekday : undefined;
	const said = weekday ? { type, value, weekday } : { type, value };
	const time: Time = isRelative(expression) ? { ...said, relative: true } : said;
	if (quantity) return { start, end, kind: quantity.kind, quantity: quantity.quantity, time };
	return { start, end, kind: "date", time };
}

/** Whether an expression is another period's counterpart in an earlier year. */
function comparesYears(expression: Expression): boolean {
	return expression.form === "counterpart" || (expression.form === "shift" && expression.grain === "year" && expression.by < 0);
}

function typeOf(expression: Expression, value: string): Time["type"] {
	if (expression.form === "fixed") return expression.type;
	return value.charAt(10) === "T" ? "time" : "date";
}

/** Whether the dateline or the context had a part in the value. */
function isRelative(expression: Expression): boolean {
	if (expression.form === "fixed") return false;
	if (expression.form === "ofDay") return isRelative(expression.date);
	return !("year" in expression && expression.year && "year" in expression.year);
}

/** The lexemes of the sentence in which a match begins. */
function sentenceOf({ block, lexemes }: Reading, match: Match): { readonly first: number; readonly last: number } {
	const sentence = block.sentences[block.sentenceAt(lexemes.start(match.first))];
	if (!sentence) return { first: 0, last: lexemes.length };
	let first = match.first;
	while (first > 0 && match.first - first < 40 && lexemes.start(first - 1) >= sentence.start) first--;
	let last = match.last;
	while (last < lexemes.length && last - match.last < 40 && lexemes.end(last) <= sentence.end) last++;
	return { first, last };
}
