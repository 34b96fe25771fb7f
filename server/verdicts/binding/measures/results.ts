import type { Measure } from "../../../references/fact.ts";
import { isCurrency } from "../../values/units.ts";
import type { ResultSide } from "../../verdict.ts";

/** A result by what it is called above nothing and below it (IAS 1, 81A: `profit or loss`; System of National Accounts 2008: `surplus or deficit`). */
const OTHER: Readonly<Record<string, string>> = {
	profit: "loss",
	profits: "losses",
	income: "loss",
	earnings: "loss",
	surplus: "deficit",
	balance: "deficit",
	loss: "profit",
	losses: "profits",
	deficit: "surplus",
};

/** What those words stand in. A household's income is never below nothing, and a loss may be one of weight. */
const RESULT =
	/\b(?:profits?|surplus|deficit|(?:net|operating|pre-?tax|comprehensive) (?:income|earnings|loss|losses)|loss(?: before tax| after tax| for the (?:year|period))?$|(?:budget|trade|fiscal|current[ -]account) balance)/i;

/** Whether facts of a measure may be on either side of nothing: sums of money, and a state's surplus as a share of its output. */
export const hasSides = ({ label }: Measure, unit: string): boolean =>
	RESULT.test(label) && (isCurrency(unit) || (unit === "percent" && /\b(?:surplus|deficit|balance)\b/i.test(label)));

/** What a result is called on the other side of nothing: `pre-tax loss` of `pre-tax profit`. Undefined for what is no result. */
export function otherSide(name: string): string | undefined {
	if (!RESULT.test(name)) return undefined;
	const other = name.replace(/\p{L}{4,12}/gu, (word) => OTHER[word.toLowerCase()] ?? word);
	return other === name ? undefined : other;
}

/** On which side of nothing a result is by its name. */
export function sideNamed(name: string): ResultSide {
	if (/\bloss(?:es)?\b/i.test(name)) return "loss";
	return /\bdeficit\b/i.test(name) ? "deficit" : /\b(?:surplus|balance)\b/i.test(name) ? "surplus" : "profit";
}

/** A balance above nothing: `budget surplus` of `budget balance`. Nothing of what is called otherwise. */
export const surplusOf = (name: string): string[] =>
	RESULT.test(name) && /\bbalance\b/i.test(name) ? [name.replace(/\bbalance\b/i, "surplus")] : [];

/** Whether a measure that is called a loss is a result, and no movement of something. */
export const isResult = ({ label, unit }: Measure): boolean =>
	RESULT.test(label) && (unit === undefined ? / /.test(label) : isCurrency(unit));

/** Whether a pack that calls a measure a loss or a deficit puts a minus before each. */
export const countsBelow = (label: string, values: readonly number[]): boolean =>
	/\b(?:loss|losses|deficit)\b/i.test(label) && values.every((value) => value <= 0);
