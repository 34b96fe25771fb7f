import Big from "big.js";
import { phrase } from "../../language/phrase.ts";
import { wordsBefore, wordsBehind } from "../binding/sentence/passage.ts";
import { ofOthers } from "../figures/scoped.ts";
import { isCurrency } from "../values/units.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { ofOwnPeriod, plain, printed, readingOf, rounding, upTo } from "./parts.ts";

/** `An operating margin of 14.6%`: a profit over the revenue of the same period (IFRS 18, `Presentation and disclosure`; the usual ratio of analysts). */
export const profitMarginOf: Derive = (derivation) => {
	const { quantity, subjects, claim, passage, reading } = derivation;
	if (quantity.unit !== "percent" || claim.kind !== "percent" || (quantity.role !== undefined && quantity.role !== "to")) return [];
	const said = marginSaid(derivation);
	if (!said || passage.words.some(({ lower }) => WISHED.test(lower))) return [];
	const { within, isOpen } = ofOwnPeriod(derivation);
	const kind = KINDS.exec(said.kind)?.[0].replace("-", "");
	return subjects.slice(0, 2).flatMap((subject) => {
		const all = reading.seriesOf(subject.id);
		const stated = all.some(({ words }) => /\bmargin\b/i.test(words.measure.label));
		const revenues = all.filter(({ words, facts }) => REVENUE.test(words.measure.label) && isCurrency(facts[0]?.unit ?? ""));
		const profits = all.filter(
			({ words: { measure }, facts }) => PROFIT.test(measure.label) && isCurrency(facts[0]?.unit ?? "") && isOfKind(kind, measure.label),
		);
		const [revenue, profit] = [revenues[0], profits[0]];
		if (stated || !revenue || !profit || revenues.length > 1 || profits.length > 1) return [];
		const [top] = upTo(profit, within);
		const bottom = top && upTo(revenue, within).find((fact) => fact.period === top.period);
		if (!top || !bottom || bottom.value <= 0 || top.unit !== bottom.unit) return [];
		const value = new Big(top.value).div(bottom.value).times(100);
		const bound = readingOf(
			{
				value,
				unit: "percent",
				inputs: [top, bottom],
				working: `${printed(top)} / ${printed(bottom)} = ${plain(value, 2)}%`,
				label: kind === undefined ? phrase("profit margin") : phrase("{0} margin", said.kind),
				slack: rounding(top) + rounding(bottom),
			},
			quantity,
			profit,
			subject,
			{ score: SURE, exactness: 1, how: "counted" },
			subject.score * SURE,
		);
		return [isOpen ? { ...bound, isOpen } : ofOthers(claim, bound, derivation, reading)];
	});
};

/** The word in front of `margin`, where nothing but a verb stands between that and the figure: `a net margin of 7.6%`, `a 7.6% net margin`. */
function marginSaid({ claim, passage }: Derivation): { readonly kind: string } | undefined {
	const before = wordsBefore(passage, claim.span.start, 9).map(({ lower }) => lower);
	const at = before.lastIndexOf("margin");
	if (at >= 0) {
		// `Up from a margin of 7%` is another time's.
		if (before.slice(Math.max(0, at - 4), at).some((word) => /^(?:from|against|than|versus|with|after)$/.test(word))) return undefined;
		return before.slice(at + 1).every((word) => LINKS.test(word)) ? { kind: before[at - 1] ?? "" } : undefined;
	}
	const [first, second] = wordsBehind(passage, claim.span.end, 2).map(({ lower }) => lower);
	if (first === "margin") return { kind: "" };
	return second === "margin" && KINDS.test(first ?? "") ? { kind: first ?? "" } : undefined;
}

const LINKS =
	/^(?:of|was|is|at|to|had|has|have|been|improved|improving|rose|risen|rising|fell|fallen|falling|slipped|widened|narrowed|grew|climbed|dropped|stood|came|in|reached|reaching|about|around|just|only|over|nearly|almost)$/;
/** What is hoped for or expected is not what is so. */
const WISHED =
	/^(?:aims?|aiming|aimed|targets?|targeting|targeted|expects?|expected|expecting|forecasts?|hopes?|hoping|promised|could|would|should|if|guidance)$/;

const KINDS = /^(?:operating|net|gross|pre-?tax)$/;
const REVENUE = /^(?:(?:total|net) )?(?:revenues?|sales|turnover)$/i;
const PROFIT = /\b(?:profit|income|earnings)\b/i;
const SURE = 0.95;

/** Whether a profit is the one that a margin is of: a margin that is told no kind is that of the only profit there is, when it is told none either. */
function isOfKind(kind: string | undefined, label: string): boolean {
	const own = /\b(?:operating|net|gross|pre-?tax)\b/i.exec(label)?.[0].toLowerCase().replace("-", "");
	return kind === own;
}
