import { type Claim, hasQuantity, type Quantity, quantityOf } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { totalsOf } from "../derive/groups/whole.ts";
import { fitBareDollar, fitUnit, type UnitFit } from "../values/units.ts";
import type { Reason } from "../verdict.ts";
import type { SubjectCandidate } from "./candidate.ts";
import { countedAs, countsSomethingElse, isGroupOfVictims, isOfUntold, isOtherScore, isVerbOf } from "./counted.ts";
import type { Series } from "./known-facts.ts";
import { isLimit } from "./limits/condition.ts";
import { type Extent, extentOf } from "./limits/extent.ts";
import { partialBy } from "./limits/partial.ts";
import { fitMeasure, type MeasureFit } from "./measures/measure.ts";
import { sideOf } from "./measures/sides.ts";
import { isOfPart, isRecord, isShare, type PairFit, recordSeries, scoreSeries, shareSeries, sidesOf } from "./pair.ts";
import { areOfDays, type ClaimPeriod, periodOf, periodOfNobody } from "./periods/period.ts";
import type { Reading } from "./reading.ts";
import { type Name, type Passage, wordsBehind } from "./sentence/passage.ts";
import { CURRENCY_WORDS, FUNCTION_WORDS } from "./sentence/words.ts";
import { FARTHEST } from "./subjects/names.ts";
import { subjectsOf } from "./subjects/subject.ts";
import { whose } from "./whose.ts";

/** One way to read a claim: whose figure it is, and of what. Says nothing of whether the value fits. */
export interface Bound {
	readonly subject: SubjectCandidate;
	readonly series: Series;
	readonly measure: MeasureFit;
	readonly unit: UnitFit;
	/** The other side of a score, and the figure written for it. */
	readonly partner?: { readonly series: Series; readonly value: number };
	/** Of a derived value, whose period is settled: how far the rounding of its inputs can move it, as a share. */
	readonly derivedSlack?: number;
	/** What it is measured from is not told: it may support, and never contradict. */
	readonly isOpen?: boolean;
	/** The words call a result by the other side of nothing than the facts do, or the facts put a minus before their losses: those have the other sign. */
	readonly isTurned?: boolean;
	/** What the words call a loss may be one of something else than the period: it may support, or be the same figure on the wrong side. */
	readonly isLoose?: boolean;
	/** What is said of a derived value, whether it agrees or not, when it is no plain value of the measure. */
	readonly told?: Reason;
	/** How well the words fit, 0 to 1: the subject's part times the measure's. */
	readonly score: number;
}

/** The sentence of a claim and whom its words name, whether or not a pack speaks of the measure. */
export interface Whose {
	readonly passage: Passage;
	readonly subjects: readonly SubjectCandidate[];
}

/** The readings that the words of a claim allow, best first, and the period that they name. */
export interface Binding extends Whose {
	readonly period: ClaimPeriod | undefined;
	readonly readings: readonly Bound[];
}

type Pair = NonNullable<Quantity["pair"]>;

/** Readings below this are no readings. */
const FLOOR = 0.2;
/** How many subjects and readings are looked at: a thousand candidates help nobody. */
const SUBJECTS = 12;
const READINGS = 24;

/** Whom a claim may be about. Most figures are of nobody whom the packs know; their words need not be read for it. */
export function whoseIs(claim: Claim, reading: Reading): Whose | undefined {
	const at = reading.passageOf(claim);
	const passage = reading.passages[at];
	if (!passage) return undefined;
	const subjects = subjectsOf(claim.span, {
		passages: reading.passages,
		at,
		entities: reading.references.entities,
		heading: reading.headings[claim.block] ?? NOBODY,
		headline: reading.headline,
		cell: reading.cellSubjects(claim.block),
	});
	const all =
		passage.measures.length > 0 && hasQuantity(claim) ? [...subjects, ...ownersOf(claim.span, passage, subjects, reading)] : subjects;
	return { passage, subjects: all.length > SUBJECTS ? all.slice(0, SUBJECTS) : all };
}

/**
 * `Unemployment was 6.9%`, where nobody is named whom the packs know a rate of: of all that the article speaks of they know it of one. The value may be
 * borne out; it is never held against the figure.
 */
function ownersOf(figure: Span, passage: Passage, subjects: readonly SubjectCandidate[], reading: Reading): SubjectCandidate[] {
	if ((subjects[0]?.score ?? 0) > MOST_BESIDE) return [];
	const found = new Map<string, SubjectCandidate>();
	for (const measure of passage.measures) {
		const id = reading.ownerOf(measure);
		if (id !== undefined && !subjects.some((one) => one.id === id))
			found.set(id, { id, score: OWNER, how: "the only one with this measure" });
	}
	// Few measures have one owner: names are read where one does. Measured: half a hundredth of a check.
	if (found.size === 0) return [];
	// Whoever is named and unknown has the figure, but for those who only say so.
	const isStranger = (name: Name): boolean =>
		name.end <= figure.start &&
		name.standing !== "prepositional" &&
		name.ids.length === 0 &&
		!passage.words.some(
			(word) => word.start >= name.end && word.end <= figure.start && /^(?:said|says|told|added|argued)$/.test(word.lower),
		);
	if (passage.names.some(isStranger)) return [];
	return [...found.values()];
}

/** A subject that the words name more surely than this has the figure, whether or not the packs know it of anybody. */
const MOST_BESIDE = 0.8;
const OWNER = 0.5;

const NOBODY: readonly string[] = [];

/** Whether somebody whom a claim may be about may have a series that something holds of: told without reading the words around it. */
export function mayBeOf(claim: Claim, reading: Reading, holds: (series: Series) => boolean): boolean {
	const has = (id: string): boolean => reading.seriesOf(id).some(holds);
	if (reading.headline.some(has) || reading.headings[claim.block]?.some(has) || reading.cellSubjects(claim.block).some(has)) return true;
	const at = reading.passageOf(claim);
	for (let back = 0; back <= FARTHEST; back++) if (reading.passages[at - back]?.mayNameOne(has)) return true;
	return false;
}

/** Binds a claim to the series of facts that its words may speak of. */
export function bind(claim: Claim, { passage, subjects }: Whose, reading: Reading): Binding | undefined {
	if (isNobodysOwn(claim, passage)) return undefined;
	const quantity = quantityOf(claim);
	const readings: Bound[] =
		quantity?.pair && !isOfContests(quantity.pair, passage) ? pairReadings(quantity, quantity.pair, subjects, passage, reading) : [];
	const extent = extentOf(claim, passage);
	for (const subject of quantity?.pair || extent.isNobodys ? [] : subjects) {
		if (subject.score < FLOOR) continue;
		for (const one of readingsOf(claim, quantity, subject, extent, passage, reading)) readings.push(one);
	}
	readings.sort((a, b) => b.score - a.score || b.measure.exactness - a.measure.exactness);
	return {
		passage,
		period: pairPeriod(quantity, passage, periodOf(claim, passage, reading.cellDates(claim.block))),
		readings: readings.slice(0, READINGS),
		subjects,
	};
}

const SCALES = /(?:thousand|million|billion|trillion)s/i;

function isScaledBehind(claim: Claim, passage: Passage): boolean {
	if (!SCALES.test(passage.text.slice(claim.span.end, passage.end))) return false;
	return wordsBehind(passage, claim.span.end, 3).some((word) => /^(?:thousand|million|billion|trillion)s$/.test(word.lower));
}

/** The period that the words around a figure of nobody name, ISO 8601. `cellDates` are those of its table. */
export function nobodysPeriod(claim: Claim, passage: Passage, cellDates: readonly Claim[]): string | undefined {
	if (isNobodysOwn(claim, passage)) return undefined;
	return pairPeriod(quantityOf(claim), passage, periodOfNobody(claim, passage, cellDates))?.value;
}

/** Whether nothing can be held against a figure, whoever is spoken of. */
function isNobodysOwn(claim: Claim, passage: Passage): boolean {
	// `38.8 (millions)`: the scale stands where it is not read.
	if (quantityOf(claim) && isScaledBehind(claim, passage)) return true;
	// `two players with 20 points or more`: the 20 are nobody's own.
	return isLimit(claim, passage);
}

function readingsOf(
	claim: Claim,
	quantity: Quantity | undefined,
	subject: SubjectCandidate,
	extent: Extent,
	passage: Passage,
	reading: Reading,
): Bound[] {
	const found: Bound[] = [];
	const money = quantity?.unitKind === "none" && namesCurrency(passage);
	const fitting: { series: Series; unit: UnitFit }[] = [];
	for (const series of reading.seriesOf(subject.id)) {
		const unit = unitOf(claim, quantity, series);
		if (unit && (!unit.bare || money)) fitting.push({ series, unit });
	}
	if (fitting.length === 0) return found;
	const positions = reading.positionsOf(passage);
	const cell = reading.cellWords(claim.block);
	const counted = quantity && countedAs(claim, quantity, subject, passage, reading);
	for (const { series: plain, unit } of fitting) {
		const side = quantity && sideOf(plain, claim.span, quantity, passage, positions, reading.stemmer);
		const series = side?.series ?? plain;
		let measure = side?.measure ?? fitMeasure(series.words, claim.span, passage, quantity, positions);
		if (cell && measure.score < 0.9 && namesMeasure(cell, series, reading))
			measure = { score: 0.95, exactness: 1, how: "column of the table" };
		// `a town of 92,700 people`: nothing else of the town is counted in people there.
		if (counted?.isPopulation && counted.series.includes(plain)) measure = { score: 0.95, exactness: 1, how: "counted" };
		// `made three of their own`: the noun was said before.
		if (quantity?.unitKind === "noun" && unit.exact && isOwn(passage, claim)) measure = { ...measure, score: 0.95, how: "said again" };
		// `the $42 million Harbour Fund`: one sum is all that is known of the fund, and no other word says what it is.
		if (measure.score < 0.4 && fitting.length === 1 && unit.exact && quantity?.unitKind !== "percent")
			measure = {
				score: subject.how === "in front of the name" && !isOneOfSome(claim, passage) ? 0.85 : 0.42,
				exactness: 0,
				how: "the only one with this unit",
			};
		// `The average rent was £1,486. In Harbour Street it was £1,780`: what is measured was said before.
		if (measure.score < 0.7 && subject.how === "place in front" && unit.exact && isSaidBefore(series, claim, passage, reading))
			measure = { score: 0.74, exactness: 1, how: "said again" };
		// `Ana Moor, 28, won`: a figure behind a name that is read as an age names what it is.
		if (claim.kind === "age" && isAgeBehind(subject, claim, passage) && isOfAge(series, reading))
			measure = { score: 0.95, exactness: 1, how: "in the figure" };
		// Most measures are not named at all, and nothing behind makes more of them.
		if (measure.score === 0) continue;
		// `four road wins` are a part of the wins: they are held against the whole where they are too many (derive/groups/part.ts).
		const part = quantity && partialBy(claim, quantity, series.words, passage, reading.stemmer);
		if (part !== undefined) measure = { ...measure, score: measure.score * 0.5, narrowed: part };
		// `45 points over his last two games` are no day's points.
		if (extent.isOfSeveral && unit.exact && measure.narrowed === undefined && areOfDays(series.facts))
			measure = { ...measure, score: measure.score * 0.5, narrowed: "several" };
		// `50 points in the first half` are not the match's.
		if (extent.isOfPart && measure.narrowed === undefined && areOfDays(series.facts) && !isOfPart(series))
			measure = { ...measure, score: measure.score * 0.5, narrowed: "part of the contest" };
		if (extent.isOfTime && measure.narrowed === undefined)
			measure = { ...measure, score: measure.score * 0.5, narrowed: "part of the period" };
		let score = whose(subject, measure, series, passage, reading) * measure.score;
		if (quantity) score *= movement(quantity, series, extent);
		if (quantity && measure.how !== "counted" && measure.how !== "in the figure" && countsSomethingElse(quantity, series))
			score *= isVerbOf(quantity, measure, claim, passage) ? 0.92 : 0.4;
		// `sold 90 cars` of sales that may be of homes.
		if (quantity && !counted && isOfUntold(quantity, series, measure)) score *= 0.75;
		// `28 goals` are none of the points where goals are another measure of the same subject.
		if (counted && !counted.series.includes(plain) && !isVerbItself(series, measure, claim, passage)) score *= 0.4;
		// `20 goals` may be those against as well as those for.
		if (measure.isLacking && fitting.some((other) => other.series !== plain && sharesWords(other.series, series))) score *= 0.7;
		if (quantity && isGroupOfVictims(quantity, series, passage, reading)) score *= 0.5;
		if (quantity && isOtherScore(quantity, series, reading)) score *= 0.4;
		// The noun that is counted says the same as the measure, or something else.
		if (quantity?.unitKind === "noun" && !unit.exact && measure.how !== "counted") score *= 0.92;
		if (score >= FLOOR)
			found.push({
				...{ subject, series, measure, unit, score },
				...(side?.isTurned && { isTurned: true }),
				...(side?.isLoose && { isLoose: true }),
			});
	}
	return found;
}

/** Whether the sentence before names a measure. */
function isSaidBefore(series: Series, claim: Claim, passage: Passage, reading: Reading): boolean {
	const before = reading.passages[reading.passageOf(claim) - 1];
	return before !== undefined && before.home === passage.home && before.measures.includes(series.words.measure.id);
}

/** `a $15 million Harlow`: one of what is called so. */
const isOneOfSome = ({ span }: Claim, { text }: Passage): boolean => /\ban? $/i.test(text.slice(Math.max(0, span.start - 3), span.start));

const isAgeBehind = ({ name }: SubjectCandidate, { span }: Claim, { text }: Passage): boolean =>
	name !== undefined && /^, (?:aged )?$/.test(text.slice(name.end, span.start));

function isOfAge({ words }: Series, { stemmer }: Reading): boolean {
	const age = stemmer.stem("age");
	return words.forms.some((form) => form.length === 1 && form[0] === age);
}

function isOwn(passage: Passage, claim: Claim): boolean {
	const next = wordsBehind(passage, claim.span.end, 3);
	return next[0]?.lower === "of" && next[2]?.lower === "own";
}

const namesCurrency = (passage: Passage): boolean =>
	passage.words.some((word) => CURRENCY_WORDS.has(word.lower) || word.text.includes("$"));

/** `won 15 matches` where another measure has the matches: the measure's own word is the verb of the figure. */
function isVerbItself(series: Series, { span, how }: MeasureFit, claim: Claim, passage: Passage): boolean {
	if (how === "counted" || how === "in the figure") return true;
	if (span === undefined || !/^ (?:\p{L}{2,7} ){0,2}$/u.test(passage.text.slice(span.end, claim.span.start))) return false;
	const verb = passage.words.find((word) => word.start === span.start);
	return verb !== undefined && series.words.forms.some((form) => form.includes(verb.stem));
}

/** Whether two measures have all words of weight of one of their names in common. */
function sharesWords(other: Series, { words }: Series): boolean {
	const own = words.forms[0]?.filter((stem) => !FUNCTION_WORDS.has(stem)) ?? [];
	return own.length > 0 && other.words.forms.slice(0, other.words.own).some((form) => own.every((stem) => form.includes(stem)));
}

/** `Malwar won by 23 runs, and the rubber 2-1`: how many contests each side won, and not what came of one. */
const isOfContests = ({ span }: Pair, { text, start, end }: Passage): boolean =>
	/\b(?:series|rubber|tie|best-of-\p{L}+) $/iu.test(text.slice(Math.max(start, span.start - 20), span.start)) ||
	/^ in the (?:series|rubber|tie)\b/iu.test(text.slice(span.end, Math.min(end, span.end + 20)));

/** Readings of one of two figures that belong together. */
function pairReadings(quantity: Quantity, pair: Pair, subjects: readonly SubjectCandidate[], passage: Passage, reading: Reading): Bound[] {
	const unit: UnitFit = { factor: 1, offset: 0, exact: true };
	const bound = (subject: SubjectCandidate, fits: readonly PairFit[]): Bound[] =>
		fits
			.map(({ series, measure }) => ({ subject, series, measure, unit, score: Math.min(1, subject.score * measure.score) }))
			.filter((one) => one.score >= FLOOR);
	if (pair.kind === "share")
		return subjects.flatMap((subject) => {
			const own = shareSeries(pair, reading.seriesOf(subject.id), passage, reading);
			return bound(subject, own.length > 0 ? own : shareSeries(pair, totalsOf(subject.id, isShare, reading), passage, reading));
		});
	if (isRecord(pair, passage))
		return subjects.slice(0, 3).flatMap((subject) => bound(subject, recordSeries(pair, reading.seriesOf(subject.id))));
	const sides = sidesOf(pair, subjects, passage, reading);
	if (!sides) return [];
	// The winner has the higher figure, wherever it stands; of two equal ones, the first.
	const isHigher = quantity.value === pair.other ? pair.place === "first" : quantity.value > pair.other;
	const { winner, loser } = sides;
	const of = (side: SubjectCandidate | undefined, other: SubjectCandidate | undefined, share: number): Bound[] => {
		if (!side) return [];
		const fits = scoreSeries(pair, reading.seriesOf(side.id), passage, reading);
		const others = other ? reading.seriesOf(other.id) : [];
		return bound({ ...side, score: side.score * share }, fits).map((one) => {
			const partner = others.find((series) => series.words.measure.id === one.series.words.measure.id);
			return partner ? { ...one, partner: { series: partner, value: pair.other } } : one;
		});
	};
	const found = isHigher ? of(winner, loser, 1) : of(loser, winner, 1);
	// Some give the figures in the order of the names.
	const first = pair.place === "first";
	const inOrder = first === isHigher ? [] : first ? of(winner, loser, 0.85) : of(loser, winner, 0.85);
	return [...found, ...inOrder];
}

/** The quarter of a contest is none of the year, and a record in brackets is as of the article. */
function pairPeriod(quantity: Quantity | undefined, passage: Passage, period: ClaimPeriod | undefined): ClaimPeriod | undefined {
	if (!quantity?.pair) return period;
	return isRecord(quantity.pair, passage) || period?.days.grain !== "day" ? undefined : period;
}

/** A move is no level, and a level is no move. */
function movement(quantity: Quantity, series: Series, extent: Extent): number {
	// `lost four seats` of the seats that are left; but `lost two games`, whose losses are what is counted.
	if (extent.isMoved && !series.words.isChange && !areOfDays(series.facts)) return 0.35;
	const moved = quantity.role === "change" || (quantity.trend !== undefined && quantity.role === undefined);
	if (moved && !series.words.isChange) return 0.35;
	if (series.words.isChange && (quantity.role === "to" || quantity.role === "from")) return 0.4;
	return 1;
}

function unitOf(claim: Claim, quantity: Quantity | undefined, series: Series): UnitFit | undefined {
	const unit = series.facts[0]?.unit ?? "none";
	if (claim.kind === "date") return unit === "date" ? { factor: 1, offset: 0, exact: true } : undefined;
	const fit = quantity && unit !== "date" ? fitUnit(quantity, unit) : undefined;
	return fit && fitBareDollar(claim.text, fit, unit);
}

function namesMeasure(text: string, series: Series, reading: Reading): boolean {
	const stems = new Set(text.match(/[\p{L}\d%]+/gu)?.map((word) => reading.stemmer.stem(word)));
	return series.words.forms.some((form) => form.every((stem) => stems.has(stem)));
}
