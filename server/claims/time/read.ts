import type { Match } from "./expression.ts";
import { LED_BY_THE } from "./openers.ts";
import { readAgeBehindName, readAgeOf, readAgeWord } from "./readers/ages.ts";
import { fromWeekday, readBeside, readEnded, readNthWeekday, readWeekOf, readYearEnd, readYearWord } from "./readers/anchored.ts";
import { readDayBeforeMonth, readDottedDate, readMonth, readNumericDate, readWeekday } from "./readers/calendar.ts";
import { isDay, readClock, readNamedHour } from "./readers/clock.ts";
import { readCentury, readDecade } from "./readers/decades.ts";
import { readDuration, readVagueStretch } from "./readers/durations.ts";
import { readFiscal, readMonths, readPeriod, readSeason, readYearFirst } from "./readers/periods.ts";
import { readPlainDate, todayOf } from "./readers/plain-date.ts";
import { isInName, readHoliday, readPastOrFuture, readReference } from "./readers/references.ts";
import { readCounterpart, readDefinite, readDeictic, readLatest } from "./readers/relative.ts";
import { readRunTime } from "./readers/run-times.ts";
import { readEvery, readFrequency, readTimesA } from "./readers/sets.ts";
import { readSecondYear, readYear } from "./readers/years.ts";
import { type Reading, roleAt, textAt, touches, wordAt } from "./reading.ts";

/** The time expression that begins at a lexeme, read as long as it can be; undefined when none does. */
export function readAt(reading: Reading, i: number): Match | undefined {
	const match = readCore(reading, i, 0);
	return match && withDayPart(reading, fromWeekday(reading, match) ?? match);
}

// `Late in the early part of`: words before a date nest no deeper than this in English.
const DEEPEST = 3;

function readCore(reading: Reading, i: number, depth: number): Match | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined || depth > DEEPEST) return undefined;
	if (lexeme.number !== undefined) return readNumber(reading, i);
	const word = lexeme.word;
	if (word === undefined) return readOther(reading, i, depth);
	switch (word.role) {
		case "the":
			return readThe(reading, i, depth);
		case "month":
			return readMonths(reading, i) ?? readMonth(reading, i);
		case "weekday":
			return readWeekday(reading, i);
		case "today":
			return isInName(reading, i) ? undefined : { first: i, last: i + 1, expression: todayOf(word.by, word.part) };
		case "deictic":
			return (
				readPrior(reading, i) ??
				readDeictic(reading, i, false) ??
				readPeriod(reading, i) ??
				readHolidayBehind(reading, i, word.by) ??
				readStretch(reading, i)
			);
		case "ordinal":
			return (
				readDayBeforeMonth(reading, i) ??
				readNthWeekday(reading, i) ??
				readCentury(reading, i) ??
				readPeriod(reading, i) ??
				readDuration(reading, i)
			);
		case "cardinal":
			return (
				readDuration(reading, i) ??
				readCentury(reading, i) ??
				readSpokenDecade(reading, i) ??
				readAgeWord(reading, i) ??
				readYear(reading, i)
			);
		case "label":
			// `2h 21m` is no second half of anything.
			return readRunTime(reading, i) ?? readPeriod(reading, i);
		case "fiscal":
			return readFiscal(reading, i);
		case "season":
			return readSeason(reading, i);
		case "part":
			return readPart(reading, i, depth);
		case "edge":
			return readEdge(reading, i, depth);
		case "shift":
			return word.fromNow || (lexeme.text !== "earlier" && lexeme.text !== "later") ? undefined : readPart(reading, i, depth);
		case "latest":
			return readLatest(reading, i) ?? readStretch(reading, i);
		case "same":
			return readCounterpart(reading, i);
		case "reference":
			return readReference(reading, i);
		case "frequency":
			return readFrequency(reading, i);
		case "every":
			return readEvery(reading, i);
		case "hour":
			return readNamedHour(reading, i, readPlainDate);
		case "holiday":
			return readHoliday(reading, i);
		case "article":
			return readTimesA(reading, i) ?? readDuration(reading, i);
		case "unit":
			return readYearEnd(reading, i) ?? readCounterpart(reading, i) ?? readDuration(reading, i) ?? readYearWord(reading, i);
		case "half":
		case "vague":
			return readDuration(reading, i);
		default:
			return undefined;
	}
}

/**
 * Most numbers are no times. Which reader could take one is told by its length and by the letters that its neighbours begin with, before any of them looks closer:
 * without that, numbers took a tenth of the time of reading a text.
 */
function readNumber(reading: Reading, i: number): Match | undefined {
	const { lexemes } = reading;
	const length = lexemes.end(i) - lexemes.start(i);
	const before = lexemes.firstOf(i - 1);
	const behind = lexemes.firstOf(i + 1);
	const isYearLong = length === 4;
	return (
		((length <= 2 && AFTER_AN_HOUR.has(behind)) || (isYearLong && BEFORE_A_ZONE.has(behind))
			? readClock(reading, i, readPlainDate)
			: undefined) ??
		(length <= 2 && IN_A_RUN.has(behind) ? readRunTime(reading, i) : undefined) ??
		(IN_A_DATE.has(behind) ? readNumericDate(reading, i) : undefined) ??
		(isYearLong ? readYearFirst(reading, i) : undefined) ??
		readDuration(reading, i) ??
		(length <= 2 ? readDayBeforeMonth(reading, i) : undefined) ??
		(length <= 3 && BEFORE_AN_AGE.has(before) ? readAgeWord(reading, i) : undefined) ??
		(before === COMMA ? readAgeBehindName(reading, i) : undefined) ??
		(length <= 3 && (BEFORE_YEARS_OLD.has(before) || BEHIND_YEARS_OLD.has(behind)) ? readAgeOf(reading, i) : undefined) ??
		(length === 2 && (before === EN_DASH || IN_A_DATE.has(before)) ? readSecondYear(reading, i) : undefined) ??
		(isYearLong ? readYear(reading, i) : undefined)
	);
}

const codes = (letters: string): ReadonlySet<number> => new Set([...letters].map((letter) => letter.charCodeAt(0)));
const COMMA = 44;
const EN_DASH = 0x2013;
/** A colon, `a.m.`, `p.m.`, `in the morning`. */
const AFTER_AN_HOUR = codes(":api");
/** `GMT`, `UTC` and the rest of the zones of a clock with twenty-four hours. */
const BEFORE_A_ZONE = codes("gubceijh");
const IN_A_DATE = codes("-/");
/** `8:22.41`, `2 h 21 min`. */
const IN_A_RUN = codes(":hm");
/** `aged`, `age`, `of`, `between`, `under`, `over`. */
const BEFORE_AN_AGE = codes("aobu");
/** `turned`, `he's`, `she was`, `who is`. */
const BEFORE_YEARS_OLD = codes("thswi");
/** `yo`, `-yo`, `and older`, `or younger`. */
const BEHIND_YEARS_OLD = codes("y-ao");

/** Words without a role of their own, and marks. */
function readOther(reading: Reading, i: number, depth: number): Match | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined) return undefined;
	const first = lexeme.text.charCodeAt(0);
	// `1990s`, `nineties`, `'80s`, `'98`.
	if (first >= 48 && first <= 57)
		return (
			readClock(reading, i, readPlainDate) ??
			readRunTime(reading, i) ??
			readDottedDate(reading, i) ??
			readDecade(reading, i) ??
			readDuration(reading, i)
		);
	if (lexeme.text.endsWith("ies")) return readDecade(reading, i);
	if (lexeme.text === "'" || lexeme.text === "’") return readDecade(reading, i) ?? readYear(reading, i);
	switch (lexeme.text) {
		case "most":
			return readLatest(reading, i);
		case "another":
		case "additional":
			return readDuration(reading, i);
		case "final":
			return readPeriod(reading, i);
		case "these":
			return textAt(reading, i + 1) === "days"
				? { first: i, last: i + 2, expression: { form: "fixed", type: "date", value: "PRESENT_REF" } }
				: undefined;
		case "its":
		case "their":
		case "our":
			return readPossessed(reading, i, depth);
		default:
			return reading.figures.has(lexeme.start) ? readDuration(reading, i) : undefined;
	}
}

/** `its third quarter`, `their fiscal year`: the pronoun is an article here, left out of the span. */
function readPossessed(reading: Reading, i: number, depth: number): Match | undefined {
	const role = roleAt(reading, i + 1);
	if (role === "latest" || role === "ordinal" || role === "fiscal" || textAt(reading, i + 1) === "most")
		return readCore(reading, i + 1, depth + 1) ?? readDefinite(reading, i + 1);
	return undefined;
}

/** What `the` introduces; the span takes it in. */
function readThe(reading: Reading, i: number, depth: number): Match | undefined {
	const at = i + 1;
	const next = reading.lexemes.at(at);
	if (
		next === undefined ||
		(next.word === undefined && next.number === undefined && !LED_BY_THE.has(next.text) && !next.text.endsWith("ies"))
	) {
		const digits = next?.text.charCodeAt(0) ?? 0;
		if (next === undefined || !(digits >= 48 && digits <= 57)) return undefined;
	}
	const role = next.word?.role;
	let match: Match | undefined;
	if (role === "deictic")
		match =
			readPrior(reading, at) ??
			readNthWeekday(reading, at) ??
			readDeictic(reading, at, true) ??
			readPeriod(reading, at) ??
			readPastOrFuture(reading, at) ??
			readStretch(reading, at);
	else if (role === "unit" || role === "same")
		match =
			readYearWord(reading, at) ??
			readYearEnd(reading, at) ??
			readCounterpart(reading, at) ??
			readWeekOf(reading, at) ??
			readEnded(reading, at) ??
			readBeside(reading, at) ??
			readDefinite(reading, at);
	else if (role === "fiscal") match = readFiscal(reading, at) ?? readEnded(reading, at) ?? readDefinite(reading, at);
	else match = readPastOrFuture(reading, at) ?? readCore(reading, at, depth + 1) ?? readDefinite(reading, at);
	if (!match || match.first < at) return match;
	return isBareModifier(reading, match) ? match : { ...match, first: i };
}

/** `The 2008 crisis`, `the two-week trial`: the article is the noun's, not the year's or the duration's. */
function isBareModifier(reading: Reading, match: Match): boolean {
	const { expression } = match;
	if (expression.form !== "fixed") return false;
	if (match.quantity) return reading.lexemes.at(match.first + 1)?.joined === true;
	if (expression.value === "PRESENT_REF") return true;
	return expression.value.length === 4 && reading.lexemes.at(match.first)?.number !== undefined;
}

/** `nineteen nineties`. */
function readSpokenDecade(reading: Reading, i: number): Match | undefined {
	const match = textAt(reading, i + 1).endsWith("ies") ? readDecade(reading, i + 1) : undefined;
	return match?.first === i ? match : undefined;
}

/** `last Thanksgiving`. */
function readHolidayBehind(reading: Reading, i: number, by: -1 | 0 | 1): Match | undefined {
	const match = readHoliday(reading, i + 1, by);
	return match && { ...match, first: i };
}

/** `prior-year quarter`. */
function readPrior(reading: Reading, i: number): Match | undefined {
	return reading.lexemes.at(i + 1)?.joined ? readCounterpart(reading, i) : undefined;
}

/** `coming weeks`, `recent years`. */
function readStretch(reading: Reading, i: number): Match | undefined {
	const text = textAt(reading, i);
	return text === "this" || text === "that" || text === "current" || text === "latest" ? undefined : readVagueStretch(reading, i);
}

/** `early March`, `mid-2019`, `late in the year`, `earlier this month`, `later in the day`, `the early 1980s`. */
function readPart(reading: Reading, i: number, depth: number): Match | undefined {
	let at = i + 1;
	if (textAt(reading, at) === "in" || textAt(reading, at) === "on") at++;
	const joined = reading.lexemes.at(i + 1)?.joined;
	const role = roleAt(reading, at);
	// `Late summer`, `midyear`.
	if (role === "dayPart" && textAt(reading, i) !== "earlier" && textAt(reading, i) !== "later") {
		const part = wordAt(reading, at, "dayPart");
		if (!part || part.plural || at > i + 1) return undefined;
		// `An early-morning fire` says what kind of fire; only `mid-afternoon` has no other form.
		if (joined && textAt(reading, i) !== "mid") return undefined;
		const after = textAt(reading, at + 1) === "on" ? at + 2 : at + 1;
		const date = readPlainDate(reading, after);
		const day = date && isDay(date.expression) ? date : undefined;
		if (!day && !joined && textAt(reading, i) !== "mid") return undefined;
		return {
			first: i,
			last: day?.last ?? at + 1,
			expression: { form: "ofDay", suffix: part.code, date: day?.expression ?? { form: "same", grain: "day" } },
		};
	}
	if (role === "unit" && joined && textAt(reading, at) === "year")
		return { first: i, last: at + 1, expression: { form: "same", grain: "year" } };
	const inner = readCore(reading, at, depth + 1);
	if (!inner || inner.first !== at || !isCalendar(inner)) return undefined;
	return { ...inner, first: i };
}

/** Parts and edges belong to stretches of the calendar, not to durations, sets and the like. */
function isCalendar(match: Match): boolean {
	const { expression } = match;
	if (match.quantity) return false;
	return expression.form !== "fixed" || (expression.type === "date" && !expression.value.endsWith("_REF"));
}

/** `the end of the year`, `the beginning of October`, `end-June`, `the start of 2024`. */
function readEdge(reading: Reading, i: number, depth: number): Match | undefined {
	const joined = reading.lexemes.at(i + 1)?.joined;
	if (!joined && textAt(reading, i + 1) !== "of") return undefined;
	const at = joined ? i + 1 : i + 2;
	if (joined && roleAt(reading, at) !== "month") return undefined;
	const inner = readCore(reading, at, depth + 1);
	return inner && inner.first === at && isCalendar(inner) ? { ...inner, first: i } : undefined;
}

/** Hangs the part of the day that follows on a day: `Friday morning`, `Feb. 4 in the evening` is none. */
function withDayPart(reading: Reading, match: Match): Match {
	const part = wordAt(reading, match.last, "dayPart");
	if (!part || part.plural || !isDay(match.expression) || touches(reading, match.last)) return match;
	return { ...match, last: match.last + 1, expression: { form: "ofDay", suffix: part.code, date: match.expression } };
}
