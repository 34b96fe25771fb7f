import type { Quantity } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import type { Measure } from "../../references/fact.ts";
import { sumOf } from "../derive/sum.ts";
import type { SubjectCandidate } from "./candidate.ts";
import type { Series } from "./known-facts.ts";
import { fitMeasure, type MeasureFit } from "./measures/measure.ts";
import type { MeasureWords } from "./measures/words.ts";
import { type ContestParts, partsNear } from "./periods/contest-parts.ts";
import { daysOf } from "./periods/period.ts";
import type { Reading } from "./reading.ts";
import { indexFrom, type Name, type Passage, wordFrom, wordsBefore } from "./sentence/passage.ts";
import { LOSING, ORDINALS, SCORE_NOUNS, WINNING } from "./sentence/words.ts";

type Pair = NonNullable<Quantity["pair"]>;

/** A series that one figure of a pair may be of, and how well the words fit. */
export interface PairFit {
	readonly series: Series;
	readonly measure: MeasureFit;
}

export const LABELS = {
	made: /\b(?:made|completed|converted|won|successful)\b/i,
	tried: /\b(?:attempted|attempts|tried|taken|faced)\b/i,
	won: /^(?:wins|victories|games won|matches won)$/i,
	lost: /^(?:losses|defeats|games lost|matches lost)$/i,
	rate: /\b(?:percentage|rate|accuracy|share)\b/i,
};

/** Whether a measure is of what was made of something, or of what was tried. */
export const isShare = ({ measure: { label } }: MeasureWords): boolean => LABELS.made.test(label) || LABELS.tried.test(label);

/** Whether a pair of figures is a record in brackets: `Rovers (32-18)`. */
export function isRecord(pair: Pair, passage: Passage): boolean {
	const at = indexFrom(passage, pair.span.start);
	return pair.kind === "score" && passage.words[at - 1]?.text === "(" && passage.words[wordFrom(passage, pair.span.end)]?.text === ")";
}

/** Wins and losses: the first and the second figure of a record. */
export function recordSeries(pair: Pair, all: readonly Series[]): PairFit[] {
	const wanted = pair.place === "first" ? LABELS.won : LABELS.lost;
	return all
		.filter((series) => wanted.test(series.words.measure.label))
		.map((series) => ({ series, measure: { score: 0.97, exactness: 2, how: "record" } }));
}

/** `9-of-17 from the line`: what was made and what was tried. The words may name the pair itself or the rate that it makes. */
export function shareSeries(pair: Pair, all: readonly Series[], passage: Passage, reading: Reading): PairFit[] {
	const wanted = pair.place === "first" ? LABELS.made : LABELS.tried;
	const positions = reading.positionsOf(passage);
	const rates = [...reading.references.measures.values()].filter(isRate);
	const span = withBracket(pair.span, passage);
	return all
		.filter((series) => wanted.test(series.words.measure.label))
		.map((series) => {
			const fits = [fitMeasure(series.words, span, passage, undefined, positions)];
			for (const rate of rates) {
				const words = reading.measureWords(rate.id);
				if (related(words, series.words)) fits.push(fitMeasure(words, span, passage, undefined, positions));
			}
			return { series, measure: fits.reduce((a, b) => (b.score > a.score ? b : a)) };
		})
		.filter(({ measure }) => measure.score > 0);
}

/** `7-24 (29 percent) from long range`: the rate in brackets belongs to the figures. */
function withBracket(span: Span, { words }: Passage): Span {
	const open = words.findIndex((word) => word.start >= span.end);
	if (words[open]?.text !== "(") return span;
	const inside = words.slice(open + 1, open + 5);
	const close = inside.find((word) => word.text === ")");
	return close && inside.some((word) => /^(?:%|percent|pct)$|%$/.test(word.lower)) ? { start: span.start, end: close.end } : span;
}

/** Whether a measure is the rate of what was made to what was tried. */
export const isRate = (measure: Measure): boolean => LABELS.rate.test(measure.label);

/** `field goal percentage` belongs to `field goals made`: every word of the one but `percentage` begins a word of the other. */
export function related(rate: MeasureWords, part: MeasureWords): boolean {
	const base = rate.forms[0]?.filter((stem) => !LABELS.rate.test(stem) && !/^percentag/.test(stem)) ?? [];
	return base.length > 0 && base.every((stem) => part.forms[0]?.some((other) => other.startsWith(stem) || stem.startsWith(other)));
}

/** Who the two figures of a score belong to. */
export interface Sides {
	readonly winner: SubjectCandidate;
	readonly loser: SubjectCandidate | undefined;
}

/** Winner and loser as the words have it: the subject of `beat`, the object of `lost to`, of the nearest verb before the figures. */
export function sidesOf(pair: Pair, subjects: readonly SubjectCandidate[], passage: Passage, reading: Reading): Sides | undefined {
	const before = wordsBefore(passage, pair.span.start);
	const verb = before.findLastIndex(
		(word, i) =>
			WINNING.has(word.stem) ||
			LOSING.has(word.stem) ||
			(word.stem === "score" && before[i - 1]?.text === "-" && before[i - 2]?.lower === "out") ||
			/^(?:win|won|win|victori|lead|led)$/.test(word.stem),
	);
	if (verb < 0) return undefined;
	const word = before[verb];
	if (!word) return undefined;
	const own = subjects.filter((one) => !one.name || one.name.end <= word.start || one.how.startsWith("sentence") || one.how === "pronoun");
	const subject = own.find((one) => one.score >= 0.5 && reading.references.entities.get(one.id)?.type !== "person") ?? own[0];
	if (!subject) return undefined;
	const object = passage.names.find(
		(name) => name.start >= word.end && name.end <= pair.span.start && name.ids.length > 0 && clear(passage, word, name),
	);
	const other = object && object.ids[0] !== subject.id ? object.ids[0] : opponent(subject.id, reading);
	const against: SubjectCandidate | undefined =
		other === undefined || other === subject.id
			? undefined
			: {
					id: other,
					score: object ? subject.score : subject.score * 0.95,
					how: object ? "before the figure" : "opponent",
					...(object && { name: object }),
				};
	return LOSING.has(word.stem) ? against && { winner: against, loser: subject } : { winner: subject, loser: against };
}

function clear(passage: Passage, from: Span, name: Name): boolean {
	return !passage.names.some((other) => other !== name && other.start >= from.end && other.end <= name.start && other.ids.length > 0);
}

/** The only other entity of the article that is of the same type and has the same measures. */
export function opponent(id: string, reading: Reading): string | undefined {
	const type = reading.references.entities.get(id)?.type;
	const labels = new Set(reading.seriesOf(id).map((series) => series.words.measure.id));
	const others = [...reading.references.entities.values()].filter(
		(entity) =>
			entity.id !== id && entity.type === type && reading.seriesOf(entity.id).some((series) => labels.has(series.words.measure.id)),
	);
	return others.length === 1 ? others[0]?.id : undefined;
}

/** What a score counts: the measure that the sentence names, a part of the contest, else what contests are counted in. */
export function scoreSeries(pair: Pair, all: readonly Series[], passage: Passage, reading: Reading): PairFit[] {
	const next = passage.words[wordFrom(passage, pair.span.end)]?.lower;
	if (next === "run") return [];
	const parts = partsNear(passage, pair.span, () => quarterMinutes(all[0]?.subject.id, reading));
	if (parts) return partSeries(parts, all);
	const positions = reading.positionsOf(passage);
	const named = all
		.filter(
			(series) =>
				!isScoreNoun(series) &&
				series.facts[0]?.unit !== "percent" &&
				!Object.values(LABELS).some((label) => label.test(series.words.measure.label)),
		)
		.map((series) => ({ series, measure: fitMeasure(series.words, pair.span, passage, undefined, positions) }))
		.filter(({ measure }) => measure.score > 0 && measure.exactness > 0);
	if (named.length > 0)
		return named.map(({ series, measure }) => ({ series, measure: { ...measure, score: Math.max(0.8, measure.score) } }));
	// A lead is not the final score.
	if (/^(?:lead|advantage|edge|deficit|cushion)$/.test(next ?? "")) return [];
	return all
		.filter((series) => isScoreNoun(series) && isOfContest(series))
		.map((series) => ({ series, measure: { score: 0.96, exactness: 1, how: "score" } }));
}

const singular = (label: string): string => label.toLowerCase().replace(/s$/, "");
const isScoreNoun = (series: Series): boolean => SCORE_NOUNS.includes(singular(series.words.measure.label));

/** The goals of a season are no contest's score. */
const isOfContest = ({ facts }: Series): boolean => facts.some(({ period }) => period === undefined || daysOf(period)?.grain === "day");

/** Minutes of a quarter, the players a side, and the minutes of an overtime. Sources: NBA Rulebook, rules 3 and 5; FIBA Official Basketball Rules, articles 4 and 8. */
const QUARTERS = [12, 10];
const PLAYERS = 5;
const OVERTIME = 5;
const OVERTIMES = 4;

/** How long a quarter is, where the minutes of all players of a side add up to those of a game. */
function quarterMinutes(side: string | undefined, reading: Reading): number | undefined {
	if (side === undefined) return undefined;
	const played = reading
		.membersOf(side)
		.flatMap(({ id }) => reading.seriesOf(id).filter(({ words }) => /^minutes(?: played)?$/i.test(words.measure.label)))
		.map(({ facts }) => facts[0]?.value ?? 0);
	const sum = played.reduce((total, one) => total + one, 0);
	// Each is rounded to the minute.
	const adds = (quarter: number): boolean =>
		Array.from({ length: OVERTIMES }, (_, n) => PLAYERS * (4 * quarter + OVERTIME * n)).some(
			(all) => Math.abs(sum - all) <= played.length / 2,
		);
	return sum > 0 ? QUARTERS.find(adds) : undefined;
}

/** Whether a measure is of a part of a contest itself. */
export const isOfPart = ({ words }: Series): boolean => /\b(?:quarter|half|period|inning|overtime)\b/i.test(words.measure.label);

/** The series of the named parts, summed when there are several. */
export function partSeries({ parts, noun }: Pick<ContestParts, "parts" | "noun">, all: readonly Series[]): PairFit[] {
	const found = parts.map((number) => all.find((series) => isPart(series, number, noun)));
	if (found.length === 0 || found.some((series) => series === undefined)) return [];
	const series = found as Series[];
	const [first] = series as [Series];
	if (series.length === 1) return [{ series: first, measure: { score: 0.97, exactness: 3, how: "part of the contest" } }];
	const sum = sumOf(series);
	return sum ? [{ series: sum, measure: { score: 0.95, exactness: 3, how: "parts of the contest" } }] : [];
}

function isPart(series: Series, number: number, noun: string): boolean {
	const words = series.words.measure.label.toLowerCase().split(/[\s-]+/);
	return words.includes(noun) && words.some((word) => ORDINALS.get(word) === number) && SCORE_NOUNS.includes(singular(words.at(-1) ?? ""));
}
