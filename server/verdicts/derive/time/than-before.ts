import Big from "big.js";
import type { Claim } from "../../../claims/claim.ts";
import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import { daysOf, periodValue } from "../../binding/periods/period.ts";
import { type Passage, wordFrom } from "../../binding/sentence/passage.ts";
import type { Derive } from "../derivation.ts";
import { labelOf, plain, printed, readingOf, upTo } from "../parts.ts";
import { slackOf } from "./change.ts";
import { isLevelOf, levelBefore, SAID } from "./level.ts";

/**
 * `handled 4.2 million, 9% more than the year before`, `nine fewer than a year ago`, `23% dearer than in 2024`: a level beside that of another time. Where a
 * figure stands before it in the sentence, that one has to be the newer level: else something else may be compared.
 */
export const thanBefore: Derive = (derivation) => {
	const { quantity, subjects, claim, passage } = derivation;
	if (quantity.trend !== undefined || quantity.pair || claim.kind === "ratio" || claim.kind === "rank" || claim.kind === "age") return [];
	// `A third fewer` is too round to be held against anything.
	if (quantity.unit === "percent" && !/\d/.test(claim.text)) return [];
	const compared = comparedAt(endOf(claim, passage), passage);
	if (!compared) return [];
	const level =
		levelBefore(claim, passage) ??
		passage.quantities.findLast(({ span }) => span.end <= claim.span.start && !OR.test(passage.text.slice(span.end, claim.span.start)));
	const within = { ...derivation, period: derivation.period?.value === compared.date ? undefined : derivation.period };
	return subjects.flatMap((subject) =>
		derivation.named(subject.id).flatMap(({ series, measure }) => {
			if (series.words.isChange) return [];
			const [now, ...earlier] = upTo(series, within);
			const base = now && baseOf(now, earlier, compared);
			if (!now || !base || base.value === 0 || now.unit !== base.unit || (level && !isLevelOf(level, now))) return [];
			const percent = quantity.unit === "percent" && now.unit !== "percent";
			if (!percent && now.unit.split(" per ")[0] !== quantity.unit && quantity.unitKind !== "none" && quantity.unitKind !== "noun")
				return [];
			const difference = new Big(now.value).minus(base.value);
			const value = percent ? difference.div(new Big(base.value).abs()).times(100) : difference;
			const working = percent
				? `(${printed(now)} − ${printed(base)}) / ${printed(base)} = ${plain(value, 2)}%`
				: `${printed(now)} − ${printed(base)} = ${plain(difference.div(now.scale), 4)}`;
			const derived = {
				value,
				unit: percent ? "percent" : quantity.unit,
				inputs: [now, base],
				label: phrase("change of {0} since {1}", labelOf(series.words.measure), base.period ?? ""),
				working,
				isChange: true,
				slack: slackOf(now, base, difference),
			};
			// `745 burglaries, 67 fewer`: the level in front has said what is counted.
			const named = level ? { ...measure, score: Math.max(measure.score, SAID) } : measure;
			const bound = readingOf(derived, quantity, series, subject, named, subject.score * named.score * 0.97);
			// What is written is how much less there is: a fall by so much is below nothing.
			return [compared.isLess ? { ...bound, isTurned: true } : bound];
		}),
	);
};

/** `£134 or 9.9% more`: the same in other words. */
const OR = /^ or (?:about |some |around )?$/;

/** Where a figure ends, with the one that says the same in other words. */
function endOf(claim: Claim, { quantities, text }: Passage): number {
	const next = quantities.find(({ span }) => span.start >= claim.span.end);
	return next && OR.test(text.slice(claim.span.end, next.span.start)) ? next.span.end : claim.span.end;
}

/** The words behind a figure that set it beside another time. */
interface Compared {
	readonly isLess: boolean;
	/** ISO 8601, of a time that is named; without it the year before is meant. */
	readonly date?: string;
}

const MORE = /^(?:more|higher|larger|bigger|greater|dearer|longer|heavier|up|above|ahead)$/;
const LESS = /^(?:less|fewer|lower|smaller|cheaper|shorter|lighter|down|below)$/;
const YEAR_BEFORE = /^(?:(?:a|the|one) year (?:earlier|ago|before)|(?:the )?(?:previous|prior|preceding) year|last year|the year before)\b/;

function comparedAt(from: number, passage: Passage): Compared | undefined {
	const first = wordFrom(passage, from);
	const [word, than] = [passage.words[first], passage.words[first + 1]];
	if (!word || !than || !/^(?:than|on|from|of)$/.test(than.lower)) return undefined;
	const isLess = LESS.test(word.lower);
	if (!isLess && !MORE.test(word.lower)) return undefined;
	const behind = passage.words
		.slice(first + 2, first + 6)
		.map(({ lower }) => lower)
		.join(" ");
	if (YEAR_BEFORE.test(behind)) return { isLess };
	const date = passage.figures.find(({ kind, span }) => kind === "date" && span.start >= than.end);
	if (
		date?.kind !== "date" ||
		!/^ (?:(?:in|that of|those of|it was in|they were in) )?$/.test(passage.text.slice(than.end, date.span.start))
	)
		return undefined;
	return { isLess, date: periodValue(date) };
}

/** The fact of the time that is named, of the same length as the newer one. */
function baseOf(now: Fact, earlier: readonly Fact[], { date }: Compared): Fact | undefined {
	const own = now.period === undefined ? undefined : daysOf(now.period);
	const named = date === undefined ? undefined : daysOf(date);
	if (!own || (date !== undefined && !named)) return undefined;
	return earlier.find(({ period }) => {
		const days = period === undefined ? undefined : daysOf(period);
		if (days?.grain !== own.grain) return false;
		return named ? days.from === named.from && days.to === named.to : days.from === own.from - 10000;
	});
}
