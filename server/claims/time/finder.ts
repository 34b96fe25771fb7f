import type { Block } from "../../prose/block.ts";
import type { Time } from "../claim.ts";
import type { BlockFinder, Found } from "../finder.ts";
import type { Expression, Match } from "./expression.ts";
import { isOfGame } from "./games.ts";
import { parseDay } from "./gregorian.ts";
import type { Lexeme } from "./lexemes.ts";
import { grainOfValue, type Mention } from "./mentions.ts";
import { readAt } from "./read.ts";
import { readMoreDays } from "./readers/calendar.ts";
import { type Reading, readingOf } from "./reading.ts";
import { resolve } from "./resolve.ts";
import { isPlacedBy, placed, placedByDateline } from "./stretch.ts";
import { tenseAt } from "./tense.ts";

/** Dates, periods, durations, sets and ages of a block, normalised as TIMEX3 against the setting's dateline. Offsets are the block's. */
export const findTimes: BlockFinder = (block, setting) => {
	const dateline = parseDay(setting.dateline);
	if (dateline === undefined) return [];
	const reading = readingOf(block);
	const period = setting.period === undefined ? {} : { period: setting.period };
	const found: Found[] = [];
	const mentions: Mention[] = [];
	let stretch: Match | undefined;
	let done = 0;
	for (let i = 0; i < reading.lexemes.length; ) {
		const read = readAt(reading, i);
		if (!read) {
			i++;
			continue;
		}
		// Words that belong to a count may already be another match's.
		const match = read.first < done ? { ...read, first: done } : read;
		const matches = readMoreDays(reading, match);
		for (const one of matches) {
			const sentence = sentenceOf(reading, block, one);
			if (isOfGame(reading, one, sentence)) continue;
			const tense = () => tenseAt(reading, one.first, one.last, sentence);
			const value = resolve(one.expression, { dateline, tense, mentions, ...period });
			if (value === undefined) continue;
			const grain = grainOfValue(value);
			if (stretch && grain && isPlacedBy(reading, stretch, one)) place(found, placed(reading, stretch, value));
			found.push(foundOf(reading, one, value));
			stretch = /^P[\dTX]/.test(value) && one.quantity?.kind !== "age" ? one : undefined;
			if (stretch) {
				const lies = placedByDateline(reading, stretch, dateline);
				place(found, lies);
				// What follows compares the whole with a year earlier.
				if (lies) mentions.push({ value: lies.slice(0, 4), grain: "year" });
			}
			if (grain) mentions.push({ value, grain, ...(comparesYears(one.expression) ? { compared: true as const } : {}) });
		}
		done = Math.max(i + 1, (matches.at(-1) ?? match).last);
		i = done;
	}
	return found;
};

/** Says of the last claim, a duration, where in the calendar it lies. */
function place(found: Found[], period: string | undefined): void {
	const last = found[found.length - 1];
	if (period !== undefined && last !== undefined && "time" in last) found[found.length - 1] = { ...last, time: { ...last.time, period } };
}

function foundOf(reading: Reading, match: Match, value: string): Found {
	const start = (reading.lexemes[match.first] as Lexeme).start;
	const end = (reading.lexemes[match.last - 1] as Lexeme).end;
	const { expression } = match;
	const time: Time = {
		type: typeOf(expression, value),
		value,
		...("weekday" in expression && expression.form !== "weekday" && expression.weekday ? { weekday: expression.weekday } : {}),
		...(isRelative(expression) ? { relative: true as const } : {}),
	};
	if (match.quantity) return { start, end, kind: match.quantity.kind, quantity: match.quantity.quantity, time };
	return { start, end, kind: "date", time };
}

/** Whether an expression is another period's counterpart in an earlier year. */
function comparesYears(expression: Expression): boolean {
	return expression.form === "counterpart" || (expression.form === "shift" && expression.grain === "year" && expression.by < 0);
}

function typeOf(expression: Expression, value: string): Time["type"] {
	if (expression.form === "fixed") return expression.type;
	return value.includes("T") ? "time" : "date";
}

/** Whether the dateline or the context had a part in the value. */
function isRelative(expression: Expression): boolean {
	if (expression.form === "fixed") return false;
	if (expression.form === "ofDay") return isRelative(expression.date);
	return !("year" in expression && expression.year && "year" in expression.year);
}

/** The lexemes of the sentence in which a match begins. */
function sentenceOf(reading: Reading, block: Block, match: Match): { readonly first: number; readonly last: number } {
	const { lexemes } = reading;
	const sentence = block.sentences[block.sentenceAt((lexemes[match.first] as Lexeme).start)];
	if (!sentence) return { first: 0, last: lexemes.length };
	let first = match.first;
	while (first > 0 && match.first - first < 40 && (lexemes[first - 1] as Lexeme).start >= sentence.start) first--;
	let last = match.last;
	while (last < lexemes.length && last - match.last < 40 && (lexemes[last] as Lexeme).end <= sentence.end) last++;
	return { first, last };
}
