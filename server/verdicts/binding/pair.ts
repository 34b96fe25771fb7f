import type { Quantity } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { fitMeasure, type MeasureFit, type MeasureWords } from "./measure.ts";
import type { Name, Passage } from "./passage.ts";
import type { Reading, Series } from "./reading.ts";
import type { SubjectCandidate } from "./subject.ts";
import { LOSING, SCORE_NOUNS, WINNING } from "./words.ts";

type Pair = NonNullable<Quantity["pair"]>;

/** A series that one figure of a pair may be of, and how well the words fit. */
export interface PairFit {
	readonly series: Series;
	readonly measure: MeasureFit;
}

const LABELS = {
	made: /\b(?:made|completed|converted|won|successful)\b/i,
	tried: /\b(?:attempted|attempts|tried|taken|faced)\b/i,
	won: /^(?:wins|victories|games won|matches won)$/i,
	lost: /^(?:losses|defeats|games lost|matches lost)$/i,
	rate: /\b(?:percentage|rate|accuracy|share)\b/i,
};

/** Whether a pair of figures is a record in brackets: `Rovers (32-18)`. */
export function isRecord(pair: Pair, passage: Passage): boolean {
	const at = passage.words.findIndex((word) => word.start >= pair.span.start);
	return (
		pair.kind === "score" && passage.words[at - 1]?.text === "(" && passage.words.find((word) => word.start >= pair.span.end)?.text === ")"
	);
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
	const rates = [...reading.references.measures.values()].filter((measure) => LABELS.rate.test(measure.label));
	return all
		.filter((series) => wanted.test(series.words.measure.label))
		.map((series) => {
			const fits = [fitMeasure(series.words, pair.span, passage, undefined, positions)];
			for (const rate of rates) {
				const words = reading.measureWords(rate.id);
				if (words && related(words, series.words)) fits.push(fitMeasure(words, pair.span, passage, undefined, positions));
			}
			return { series, measure: fits.reduce((a, b) => (b.score > a.score ? b : a)) };
		})
		.filter(({ measure }) => measure.score > 0);
}

/** `field goal percentage` belongs to `field goals made`: every word of the one but `percentage` begins a word of the other. */
function related(rate: MeasureWords, part: MeasureWords): boolean {
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
	const before = passage.words.filter((word) => word.end <= pair.span.start);
	const verb = before.findLastIndex(
		(word) => WINNING.has(word.stem) || LOSING.has(word.stem) || /^(?:win|won|win|victori|lead|led)$/.test(word.stem),
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
					score: object ? subject.score : subject.score * 0.9,
					how: object ? "before the figure" : "opponent",
					...(object && { name: object }),
				};
	return LOSING.has(word.stem) ? against && { winner: against, loser: subject } : { winner: subject, loser: against };
}

function clear(passage: Passage, from: Span, name: Name): boolean {
	return !passage.names.some((other) => other !== name && other.start >= from.end && other.end <= name.start && other.ids.length > 0);
}

/** The only other entity of the article that is of the same type and has the same measures. */
function opponent(id: string, reading: Reading): string | undefined {
	const type = reading.references.entities.get(id)?.type;
	const labels = new Set(reading.seriesOf(id).map((series) => series.words.measure.id));
	const others = [...reading.references.entities.values()].filter(
		(entity) =>
			entity.id !== id && entity.type === type && reading.seriesOf(entity.id).some((series) => labels.has(series.words.measure.id)),
	);
	return others.length === 1 ? others[0]?.id : undefined;
}

/** What a score counts: the measure that the sentence names, else what contests are counted in. */
export function scoreSeries(pair: Pair, all: readonly Series[], passage: Passage, reading: Reading): PairFit[] {
	const positions = reading.positionsOf(passage);
	const next = passage.words.find((word) => word.start >= pair.span.end)?.lower;
	if (next === "run") return [];
	const named: PairFit[] = [];
	for (const series of all) {
		if (
			LABELS.won.test(series.words.measure.label) ||
			LABELS.lost.test(series.words.measure.label) ||
			LABELS.made.test(series.words.measure.label) ||
			LABELS.tried.test(series.words.measure.label)
		)
			continue;
		if (series.facts[0]?.unit === "percent") continue;
		const fit = fitMeasure(series.words, pair.span, passage, undefined, positions);
		const part = fit.exactness > 1;
		if (fit.score > 0 && (part || fit.how !== "no word of it"))
			named.push({ series, measure: { ...fit, score: Math.max(fit.score, 0.8) + (part ? 0.1 : 0) } });
	}
	const parts = named.filter(({ measure }) => measure.exactness > 1);
	if (parts.length > 0) return parts;
	const counted = named.filter(({ series }) => !isScoreNoun(series));
	if (counted.length > 0) return counted;
	// A lead or a part of the game is not the final score.
	if (
		/^(?:lead|advantage|edge|deficit)$/.test(next ?? "") ||
		passage.words.some((word) => /^(?:quarter|half|period|inning|set|halftime)s?$/.test(word.lower))
	)
		return [];
	return all
		.filter((series) => SCORE_NOUNS.includes(singular(series.words.measure.label)))
		.map((series) => ({ series, measure: { score: 0.96, exactness: 1, how: "score" } }));
}

const singular = (label: string): string => label.toLowerCase().replace(/s$/, "");
const isScoreNoun = (series: Series): boolean => SCORE_NOUNS.includes(singular(series.words.measure.label));
