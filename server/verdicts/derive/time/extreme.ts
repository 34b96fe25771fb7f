import Big from "big.js";
import type { Span } from "../../../prose/span.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Series } from "../../binding/known-facts.ts";
import { type Days, daysOf } from "../../binding/periods/period.ts";
import type { Passage } from "../../binding/sentence/passage.ts";
import { wordsBehind } from "../../binding/sentence/passage.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { current, LEAST, printed, rankedBy, toldReading, upTo, wordsInside } from "../parts.ts";

/**
 * `the highest since 2019`, `a 13-year low`, `a record high`: one series held against its own past. One row beyond the figure refutes it; it is
 * vouched for when there is a row of every period that the words span, and a record when the table says that it leaves nothing out.
 */
export const extremeOf: Derive = (derivation) => {
	const { claim, quantity, subjects } = derivation;
	const [subject] = subjects;
	if (claim.kind !== "rank" || quantity.value !== 1 || !subject || subject.score < 0.6 || MOVES.test(quantity.unit)) return [];
	const words = wordsInside(derivation);
	const lowest = words.some((word) => LEAST.has(word));
	if (!lowest && !words.some((word) => MOST.has(word))) return [];
	const reach = reachOf(words, derivation);
	const named = reach && rankedBy(subject, derivation);
	const now = named && current(named.series, derivation);
	const own = now?.period === undefined ? undefined : daysOf(now.period);
	if (!reach || !now || !own) return [];
	const { series } = named;
	if (isOfCounted(derivation, series) || isNumberOfRate(series, named.measure.span, derivation.passage)) return [];
	const from = reach.kind === "span" ? back(own.from, reach.months) : reach.kind === "since" ? reach.days.to : 0;
	const past = upTo(series, derivation).filter((fact) => {
		const days = fact.period === undefined ? undefined : daysOf(fact.period);
		return days?.grain === own.grain && days.to < own.from && days.from > from && fact.unit === now.unit;
	});
	const [last] = past;
	if (!last || past.some((fact) => fact.value === now.value)) return [];
	const rival = past.find((fact) => (lowest ? fact.value < now.value : fact.value > now.value));
	const whole = past.every((fact) => fact.complete) && now.complete;
	if (!rival && !whole && (reach.kind === "ever" || !isUnbroken([now, ...past], from))) return [];
	const since = reach.kind === "since" ? reach.value : (past.at(-1)?.period as string);
	const told = {
		kind: "extreme",
		fact: now,
		subject: series.subject,
		measure: series.words.measure,
		lowest,
		since,
		...(rival && { rival }),
	} as const;
	const inputs = rival ? [rival, now] : [now, ...past];
	const working = rival ? `${dated(rival)}, ${dated(now)}` : [...past].reverse().concat(now).slice(-LISTED).map(dated).join(", ");
	return [toldReading({ value: new Big(rival ? 2 : 1), inputs, working }, told, named, subject, quantity)];
};

/** `The number of jobless is the highest since 2014`: a number is no rate. */
const isNumberOfRate = ({ facts }: Series, span: Span | undefined, { text }: Passage): boolean =>
	facts[0]?.unit === "percent" &&
	span !== undefined &&
	/\bnumbers? of (?:the )?$/.test(text.slice(Math.max(0, span.start - 16), span.start));

/** `71 cyclists were killed, the most since 1999`: what is counted before a bare `most` is what there were most of. */
function isOfCounted({ claim, passage, reading }: Derivation, { words, facts }: Series): boolean {
	if (!/^(?:the )?(?:most|fewest)$/i.test(claim.text)) return false;
	const noun = /(?:^|[ (])\d[\d,.]{0,12} (\p{Ll}{3,20})\b/u.exec(passage.text.slice(passage.start, claim.span.start))?.[1];
	if (!noun || /^(?:people|persons?|million|billion|thousand)$/.test(noun)) return false;
	const stem = reading.stemmer.stem(noun);
	return stem !== reading.stemmer.stem(facts[0]?.unit ?? "") && !words.forms.some((form) => form.includes(stem));
}

const MOST = new Set(
	"highest largest biggest longest tallest fastest busiest deadliest costliest heaviest high highs record peak best most".split(" "),
);
/** The size of a movement is no value of the series. */
const MOVES = /\b(?:increase|rise|jump|gain|growth|surge|fall|drop|decline|decrease|loss|slump|change|swing)$/;
/** How many rows a working lists. */
const LISTED = 12;

const dated = (fact: Fact): string => `${fact.period}: ${printed(fact)}`;

/** How far back the words reach. */
type Reach =
	| { readonly kind: "ever" }
	| { readonly kind: "since"; readonly days: Days; readonly value: string }
	| { readonly kind: "span"; readonly months: number };

function reachOf(words: readonly string[], { claim, passage }: Derivation): Reach | undefined {
	const unit = words.findIndex((word) => UNITS.has(word));
	const number = NUMBERS.get(words[unit - 1] ?? "");
	if (unit > 0 && number !== undefined) return { kind: "span", months: number * (UNITS.get(words[unit] as string) as number) };
	if (words.includes("record") || words.includes("all")) return { kind: "ever" };
	const after = wordsBehind(passage, claim.span.end, 7);
	const at = after.findIndex((word) => /^(?:since|in|for|ever|on|[,;.])$/.test(word.lower));
	const [word, next, third] = after.slice(at).map(({ lower }) => lower);
	if (at < 0 || at > 4) return undefined;
	if (word === "ever" || (word === "on" && next === "record") || (word === "since" && next === "records")) return { kind: "ever" };
	if (word === "in" && (next === "history" || third === "history")) return { kind: "ever" };
	const place = after[at]?.end ?? 0;
	const date = passage.figures.find((one) => one.span.start >= place && one.span.start - place <= 24);
	if (word === "since" && date?.kind === "date") {
		const days = daysOf(date.time.value);
		return days && { kind: "since", days, value: date.time.value };
	}
	const long = (word === "in" || word === "for") && date?.kind === "duration" ? /^P(\d{1,4})([YMQ]|DE)$/.exec(date.time.value) : null;
	return long ? { kind: "span", months: Number(long[1]) * (ISO_MONTHS[long[2] as string] as number) } : undefined;
}

const UNITS: ReadonlyMap<string, number> = new Map([
	["year", 12],
	["month", 1],
	["quarter", 3],
	["decade", 120],
]);
const ISO_MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1, Q: 3, DE: 120 };
const NUMBERS: ReadonlyMap<string, number> = new Map([
	..."two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 2] as const),
	...Array.from({ length: 199 }, (_, i) => [String(i + 2), i + 2] as const),
]);

/** A day so many months before another, both `YYYYMMDD`. */
function back(day: number, months: number): number {
	const total = Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1 - months;
	return Math.floor(total / 12) * 10000 + ((total % 12) + 1) * 100 + (day % 100);
}

/** Whether there is a row of every period from a day on; days and weeks have gaps that no calendar tells. `facts` are newest first. */
function isUnbroken(facts: readonly Fact[], from: number): boolean {
	const days = facts.map((fact) => daysOf(fact.period as string) as Days);
	const step = ISO_MONTHS_OF[days[0]?.grain ?? ""];
	if (step === undefined) return false;
	const follows = days.every((one, i) => i === 0 || back((days[i - 1] as Days).from, step) === one.from);
	return follows && back((days.at(-1) as Days).from, step) <= from;
}

const ISO_MONTHS_OF: Readonly<Record<string, number>> = { year: 12, half: 6, quarter: 3, month: 1 };
