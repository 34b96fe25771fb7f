import Big from "big.js";
import type { Entity, Fact } from "../../../references/fact.ts";
import type { Series } from "../../binding/known-facts.ts";
import type { Reading } from "../../binding/reading.ts";
import { rounding } from "../parts.ts";

/** The value that each part of a whole has of one measure in one period. */
export interface MemberValues {
	readonly facts: readonly Fact[];
	/** No part is missing: the table says so, or the parts of the whole add up to it. */
	readonly complete: boolean;
}

/** The values of one measure in one period that the parts of a whole have. `whole` is its id, where the packs know one. */
export function valuesOf(
	members: readonly Entity[],
	whole: string | undefined,
	measure: string,
	period: string | undefined,
	reading: Reading,
): MemberValues {
	const facts: Fact[] = [];
	let lacking = false;
	for (const { id } of members) {
		const all = reading.seriesOf(id);
		const own = newestOf(
			all.find((series) => series.words.measure.id === measure),
			period,
		);
		if (own) facts.push(own);
		// Who has other figures of that time and not this one may have it all the same.
		else if (all.some((series) => newestOf(series, period))) lacking = true;
	}
	const complete =
		facts.length > 1 &&
		!lacking &&
		(facts.every((fact) => fact.complete) || (whole !== undefined && addUp(members, whole, period, reading)));
	return { facts, complete };
}

/** Whether some count of the parts of a whole adds up to the whole's own: then none of them is missing. */
function addUp(members: readonly Entity[], whole: string, period: string | undefined, reading: Reading): boolean {
	return reading.seriesOf(whole).some((series) => {
		const total = newestOf(series, period);
		if (!total || !isAdditive(series) || total.value <= 0) return false;
		let sum = new Big(0);
		let count = 0;
		for (const { id } of members) {
			const own = newestOf(
				reading.seriesOf(id).find((one) => one.words.measure.id === series.words.measure.id),
				period,
			);
			if (!own) continue;
			if (own.unit !== total.unit || own.value < 0) return false;
			sum = sum.plus(own.value);
			count++;
		}
		return (
			count > 1 &&
			sum
				.minus(total.value)
				.abs()
				.lte(total.value * rounding(total))
		);
	});
}

/** Counts and sums add up over the parts of a whole; rates, prices, ages and dates do not. */
export function isAdditive(series: Series): boolean {
	const [first] = series.facts;
	if (!first || series.words.isChange || series.words.measure.kind === "index") return false;
	return (
		!/^(?:percent|percentage point|date|none|year|degree .*)$/.test(first.unit) &&
		!first.unit.includes(" per ") &&
		!AVERAGED.test(series.words.measure.label)
	);
}

const AVERAGED = /\b(?:price|rate|average|mean|median|age|per|ratio|share|index)\b/i;

/** The newest vintage of a series' fact of one period that states one value. */
function newestOf(series: Series | undefined, period: string | undefined): Fact | undefined {
	return series?.facts.reduce<Fact | undefined>((best, fact) => {
		if (fact.period !== period || fact.high !== undefined || fact.qualifier === "forecast") return best;
		return !best || (fact.knownAt ?? "") >= (best.knownAt ?? "") ? fact : best;
	}, undefined);
}
