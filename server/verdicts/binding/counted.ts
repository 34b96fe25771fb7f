import type { Claim, Quantity } from "../../claims/claim.ts";
import type { SubjectCandidate } from "./candidate.ts";
import type { Series } from "./known-facts.ts";
import type { MeasureFit } from "./measures/measure.ts";
import type { Reading } from "./reading.ts";
import { type Passage, wordsBefore } from "./sentence/passage.ts";
import { GENERIC_UNITS, SCORE_NOUNS, STAND_INS } from "./sentence/words.ts";

/** Which measures of a subject the counted noun is a word of. */
interface Counted {
	readonly series: readonly Series[];
	/** Of people as those who live somewhere. */
	readonly isPopulation: boolean;
}

/** The measures whose name has the noun that is counted, when there are any: they have the figure before those that another word names. */
export function countedAs(
	claim: Claim,
	quantity: Quantity,
	subject: SubjectCandidate,
	passage: Passage,
	reading: Reading,
): Counted | undefined {
	if (quantity.unitKind !== "noun") return undefined;
	if (GENERIC_UNITS.has(quantity.unit)) {
		if (!isOfPlace(claim, passage)) return undefined;
		const series = reading.seriesOf(subject.id).filter(({ words }) => isPopulation(words.measure.label));
		return series.length > 0 ? { series, isPopulation: true } : undefined;
	}
	const noun = reading.stemmer.stem(head(quantity.unit));
	const series = reading
		.seriesOf(subject.id)
		.filter(
			({ words, facts }) =>
				words.forms.some((form) => form.includes(noun)) || reading.stemmer.stem(head(facts[0]?.unit ?? "none")) === noun,
		);
	return series.length > 0 ? { series, isPopulation: false } : undefined;
}

export const isPopulation = (label: string): boolean => /^(?:population|inhabitants|residents)$/i.test(label);

/** `a town of 92,700 people`, `home to 92,700 people`: those who live there. */
function isOfPlace(claim: Claim, passage: Passage): boolean {
	const [first, second] = wordsBefore(passage, claim.span.start, 6)
		.filter(({ lower }) => !HEDGING.test(lower))
		.slice(-2);
	if (second?.lower === "of") return STAND_INS.get(first?.lower ?? "") === "place";
	return first?.lower === "home" && second?.lower === "to";
}

const HEDGING = /^(?:about|around|some|over|more|than|nearly|almost|just|only|under|fewer|less|roughly|up)$/;

/** `six players` are no points, even where points are spoken of. */
export function countsSomethingElse(quantity: Quantity, series: Series): boolean {
	if (quantity.unitKind !== "noun") return false;
	const unit = series.facts[0]?.unit ?? "none";
	return !GENERIC_UNITS.has(unit) && head(unit) !== head(quantity.unit);
}

/** `71 riders were killed` where all who were killed are counted: some of them, unless the measure names them so. */
export function isGroupOfVictims(quantity: Quantity, { words, facts }: Series, { line }: Passage, { stemmer }: Reading): boolean {
	if (quantity.unitKind !== "noun" || !/^person$|people$/.test(facts[0]?.unit ?? "") || !SUFFERED.test(line)) return false;
	const noun = stemmer.stem(head(quantity.unit));
	return !ANYBODY.test(head(quantity.unit)) && !words.forms.some((form) => form.includes(noun));
}

const SUFFERED = /\b(?:killed|died|dead|injured|wounded|hurt|drowned|murdered|arrested|infected|jailed|deported)\b/;

const ANYBODY = /^(?:persons?|people|life|lives|victim|resident|inhabitant|casualty|death|fatality|soul|body)$/;

/** `killed 1,840 people`: what the measure counts as deaths are people to its verb. */
export function isVerbOf({ unit }: Quantity, { span }: MeasureFit, claim: Claim, passage: Passage): boolean {
	return (
		/^(?:people|persons?)$/.test(unit) &&
		span !== undefined &&
		/^ (?:\p{L}{2,7} ){0,2}$/u.test(passage.text.slice(span.end, claim.span.start))
	);
}

/** `scored 21 tries` are no points: what contests are counted in is told apart. */
export function isOtherScore({ unit, unitKind }: Quantity, { words }: Series, { stemmer }: Reading): boolean {
	if (unitKind !== "noun" || !SCORE_NOUNS.includes(head(unit))) return false;
	const noun = stemmer.stem(head(unit));
	return (
		!words.forms.some((form) => form.includes(noun)) &&
		words.forms.some((form) => SCORE_NOUNS.some((other) => form.includes(stemmer.stem(other))))
	);
}

/** Whether a noun is counted where the pack does not say what its measure counts: the figure may be the measure's, and is not held against it. */
export function isOfUntold(quantity: Quantity, { facts }: Series, { how }: MeasureFit): boolean {
	return quantity.unitKind === "noun" && !GENERIC_UNITS.has(quantity.unit) && how !== "counted" && UNTOLD.test(facts[0]?.unit ?? "none");
}

const UNTOLD = /^(?:none|item|unit|number)$/;

const head = (noun: string): string => noun.toLowerCase().split(/[\s-]/).at(-1) ?? noun;
