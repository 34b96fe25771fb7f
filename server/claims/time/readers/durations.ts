import type { Quantity } from "../../claim.ts";
import type { Expression, Match } from "../expression.ts";
import { type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";
import { ageBound } from "./ages.ts";
import { withSmallerUnits } from "./counts/compound.ts";
import { BEFORE_A_COUNT, type Count, countAt } from "./counts/counts.ts";
import { durationValue } from "./duration-values.ts";
import { fixed, grainOf } from "./relative.ts";

/** `three days`, `a week`, `the past two months`, `two years ago`, `a year later`, `18 months`, `several years`, `for decades`. */
export function readDuration(reading: Reading, i: number): Match | undefined {
	const counted = countAt(reading, i);
	if (!counted) return undefined;
	const count = withSmallerUnits(reading, i, counted);
	if (isSomeDay(reading, i, count)) return fixed(i, count.last, "FUTURE_REF");
	if (isName(reading, i, count.last)) return undefined;
	const first = firstOf(reading, i);
	const behind = shifted(reading, i, count);
	if (behind) return behind;
	const age = ageBehind(reading, i, count);
	if (age) return age;
	if (count.article && !isDurationHere(reading, i, count)) return undefined;
	if (count.count === undefined) {
		// `A decades-old feud`: how long, without a number.
		if (roleAt(reading, i) === "unit" && textAt(reading, count.last) === "old" && reading.lexemes.at(count.last)?.joined)
			return {
				first: i,
				last: count.last + 1,
				expression: { form: "fixed", type: "duration", value: durationValue(undefined, count.unit) },
			};
		const bare = roleAt(reading, i) === "unit" && count.last === i + 1 && !isDeictic(reading, first, i);
		if (bare && !isBareDuration(reading, i, count.last)) return undefined;
		const value = durationValue(undefined, count.unit);
		return { first: bare ? i : first, last: count.last, expression: { form: "fixed", type: "duration", value } };
	}
	return measured(reading, "duration", first, count.last, count);
}

/** `She will one day lead it`, `he hoped he one day would`: a day that nobody has named. */
function isSomeDay(reading: Reading, i: number, { last, unit }: Count): boolean {
	if (textAt(reading, i) !== "one" || unit.name !== "day" || last !== i + 2 || reading.lexemes.at(i + 1)?.joined) return false;
	return BEFORE_SOME_DAY.has(textAt(reading, i - 1));
}

const BEFORE_SOME_DAY: ReadonlySet<string> = new Set("will would could may might should can shall he she they we i you it".split(" "));

/** A match with its quantity. `bound` is a hedge that stands farther off than the figure's own. */
export function measured(
	reading: Reading,
	kind: "duration" | "age",
	first: number,
	last: number,
	count: Count,
	bound?: Quantity["hedge"],
): Match {
	const value = count.count as number;
	const { figure } = count;
	const quantity: Quantity = {
		value,
		...(count.high === undefined ? {} : { high: count.high }),
		decimals: count.decimals ?? figure?.decimals ?? 0,
		scale: figure?.scale ?? 1,
		unit: count.unit.name,
		unitKind: "measure",
		hedge: bound ?? figure?.hedge ?? hedgeBefore(reading, first),
		...(figure?.trend ? { trend: figure.trend } : {}),
		...(figure?.role ? { role: figure.role } : {}),
		...(figure?.vague ? { vague: true as const } : {}),
	};
	const expression: Expression = {
		form: "fixed",
		type: "duration",
		value: count.value ?? (figure?.vague ? durationValue(undefined, count.unit) : durationValue(value, count.unit)),
	};
	return { first, last, expression, quantity: { kind, quantity } };
}

/** Digits before a unit with a capital are a name outside of headings: a programme called `60 Minutes`. */
function isName(reading: Reading, i: number, last: number): boolean {
	const unit = reading.lexemes.at(last - 1);
	const digits = reading.lexemes.at(i)?.number !== undefined;
	return digits && last === i + 2 && unit?.capital === true && !unit.joined && reading.block.context.kind !== "heading";
}

const BEFORE_A_VERB: ReadonlySet<string> = new Set("to will would can could may might must should not".split(" "));

/** Where the words that belong to a count begin: `the past` in `the past two months`, `the first`, `each of the past`. */
function firstOf(reading: Reading, i: number): number {
	let first = i;
	// `The two-week trial`: the article is the noun's.
	if (reading.lexemes.at(i + 1)?.joined) return first;
	for (let at = i - 1; at >= 0 && at >= i - 3; at--) {
		const lexeme = reading.lexemes.at(at);
		if (lexeme === undefined || lexeme.mark || reading.lexemes.at(at + 1)?.joined) break;
		// `Is expected to last six weeks`
		if (lexeme.text === "last" && BEFORE_A_VERB.has(textAt(reading, at - 1))) break;
		if (lexeme.word?.role === "deictic" ? lexeme.text !== "that" : BEFORE_A_COUNT.has(lexeme.text)) first = at;
		else break;
	}
	return first;
}

/** `two years ago`, `a year earlier`, `10 days later`, `two weeks from now`, `a year from today`: a date so far from another. */
function shifted(reading: Reading, i: number, count: Count): Match | undefined {
	let at = count.last;
	if (textAt(reading, at) === "or" && textAt(reading, at + 1) === "so") at += 2;
	const shift = wordAt(reading, at, "shift");
	const fromNow = textAt(reading, at) === "from" && (textAt(reading, at + 1) === "now" || textAt(reading, at + 1) === "today");
	if (!shift && !fromNow) return undefined;
	const word = textAt(reading, at);
	const last = fromNow ? at + 2 : at + 1;
	const by = fromNow ? 1 : (shift?.by ?? 1);
	const fromDateline = fromNow || shift?.fromNow === true;
	if (word === "before" || word === "after") {
		// `A year before` ends its clause; `two days after the vote` counts from what the words do not date.
		const next = reading.lexemes.at(at + 1);
		if (next !== undefined && !next.mark) return undefined;
	}
	if (word === "previously" && count.count === undefined) return undefined;
	const grain = grainOf(count.unit);
	const vague = count.count === undefined || count.figure?.vague === true || count.high !== undefined;
	// `A few days later`, `two hours earlier` say how long, not when.
	if (vague || grain === undefined) return fromDateline ? fixed(i, last, by < 0 ? "PAST_REF" : "FUTURE_REF") : undefined;
	const months = count.count % 1 === 0 ? undefined : grain === "year" ? Math.round(count.count * 12) : undefined;
	const expression: Expression = {
		form: "shift",
		grain: months === undefined ? grain : "month",
		by: by * (months ?? Math.round(count.count)) * (count.unit.name === "fortnight" ? 2 : 1),
		from: fromDateline ? "dateline" : "mention",
		...(comparesYears(count, grain) ? { compares: true as const } : {}),
	};
	return { first: i, last, expression };
}

/** Whether a shift is by `a year` or `two years`, which compares a figure with the same period of another year. */
function comparesYears(count: Count, grain: string): boolean {
	return grain === "year" && (count.article === true || (count.count ?? 0) <= 2);
}

/** `54-year-old`, `54 years old`, `8-month-old`, `a year old`. */
function ageBehind(reading: Reading, i: number, count: Count): Match | undefined {
	if (count.count === undefined) return undefined;
	// `18-yr.-old`
	const stop = textAt(reading, count.last) === "." && touches(reading, count.last) ? 1 : 0;
	const old = textAt(reading, count.last + stop);
	if (stop && old === "old") return measured(reading, "age", i, count.last + 2, count);
	if (old === "old" || old === "olds") return measured(reading, "age", i, count.last + 1, count);
	// `12 years of age`
	if (old === "of" && textAt(reading, count.last + 1) === "age") return measured(reading, "age", i, count.last + 2, count);
	// `Under the age of 5 years`, `aged 18 months`.
	const of = textAt(reading, i - 1) === "of" && textAt(reading, i - 2) === "age";
	if (!of && textAt(reading, i - 1) !== "aged") return undefined;
	return measured(reading, "age", i, count.last, count, ageBound(reading, of ? i - 2 : i - 1));
}

// Function words and verbs of duration; a noun or a number before `a week` makes it a rate.
const BEFORE_A_WEEK: ReadonlySet<string> = new Set(
	(
		"for in within after before of about nearly almost over than least lasted lasts last take takes took taking spend spent spending wait waited under just only once " +
		"quite roughly around until such was is be barely hardly him her them us me it and or but as by like to from that when during given gave"
	).split(" "),
);

/** Whether `a week` is a stretch of time, not a rate as in `$500 a week` or `four flights a week`. */
function isDurationHere(reading: Reading, i: number, count: Count): boolean {
	const before = reading.lexemes.at(i - 1);
	const text = textAt(reading, i);
	if (text === "another" || text === "additional") return true;
	const after = textAt(reading, count.last);
	if (after === "after" || after === "before" || after === "later" || after === "earlier" || after === "long") return true;
	// `They meet a week from Thursday`.
	if (after === "from" && roleAt(reading, count.last + 1) === "weekday") return true;
	if (before === undefined || before.text === "." || before.text === '"' || before.text === "“") return after === "of";
	return BEFORE_A_WEEK.has(before.text);
}

/** Whether `last`, `next` or their like stand before a count; `the` alone does not place it. */
function isDeictic(reading: Reading, first: number, i: number): boolean {
	for (let at = first; at < i; at++) if (roleAt(reading, at) === "deictic" || roleAt(reading, at) === "latest") return true;
	return false;
}

const AROUND_AN_EVENT: ReadonlySet<string> = new Set(["before", "after", "since", "following", "leading", "ahead"]);
const OVER: ReadonlySet<string> = new Set(["over", "through", "throughout", "down"]);

/** Whether a plural unit without a number stands for a stretch of time: `for years`, `within weeks`, `weeks of rain`. */
function isBareDuration(reading: Reading, i: number, last: number): boolean {
	const before = textAt(reading, i - 1);
	// `The early days of`, `the early hours of`: no stretch that could be told.
	if (roleAt(reading, i - 1) === "part") return false;
	// Bare `quarters` are lodgings or shares.
	if (textAt(reading, i) === "quarters") return false;
	const behind = textAt(reading, last);
	// `In the weeks before the vote`, `the months ahead`.
	if (AROUND_AN_EVENT.has(behind)) return true;
	// `In the years that followed`, `for years to come`.
	if ((behind === "that" && textAt(reading, last + 1) === "followed") || (behind === "to" && textAt(reading, last + 1) === "come"))
		return true;
	// `Over the years`, `down the centuries`: up to now.
	if (before === "the" && OVER.has(textAt(reading, i - 2)) && behind !== "of") return true;
	if (textAt(reading, last) === "of" && textAt(reading, i - 1) !== "the") return true;
	return (
		before === "for" ||
		before === "within" ||
		before === "after" ||
		before === "in" ||
		before === "over" ||
		(before === "of" && textAt(reading, i - 2) === "matter")
	);
}

const HEDGES: Readonly<Record<string, Quantity["hedge"]>> = {
	about: "about",
	around: "about",
	roughly: "about",
	nearly: "nearly",
	almost: "nearly",
	over: "over",
	under: "under",
	inside: "under",
	below: "under",
	outside: "over",
};

/** The hedge before `a year`; figures bring their own. */
export function hedgeBefore(reading: Reading, i: number): Quantity["hedge"] {
	const before = textAt(reading, i - 1);
	if (before === "than") return textAt(reading, i - 2) === "less" ? "under" : textAt(reading, i - 2) === "more" ? "over" : "exactly";
	if (before === "least") return "atLeast";
	return HEDGES[before] ?? "exactly";
}

/** `recent years`, `coming weeks`: a stretch up to or from the dateline, of nobody says how many units. */
export function readVagueStretch(reading: Reading, i: number): Match | undefined {
	const unit = wordAt(reading, i + 1, "unit");
	if (!unit?.plural || grainOf(unit.unit) === undefined) return undefined;
	return { first: i, last: i + 1 + 1, expression: { form: "fixed", type: "duration", value: durationValue(undefined, unit.unit) } };
}

/** `the year` when its end follows: a stretch of one year that no figure counts. */
export function wholeYear(first: number, last: number): Match {
	return { first, last, expression: { form: "fixed", type: "duration", value: "P1Y" } };
}
