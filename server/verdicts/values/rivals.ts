import type { Fact } from "../../references/fact.ts";
import type { Reading } from "../binding/reading.ts";
import { factInterval } from "./interval.ts";

/** Whether two rows speak of one thing, so that they disagree where their values do. */
export const isRival = (a: Fact, b: Fact): boolean => a.period === b.period && (a.pack !== b.pack || isSameRow(a, b));

/** Whether another row says another thing than what something is worked out from: that may be the right one. */
export const isContested = (fact: Fact, reading: Reading): boolean =>
	reading
		.seriesOf(fact.subject)
		.some(
			({ words, facts }) =>
				words.measure.id === fact.measure && facts.some((other) => other !== fact && isRival(fact, other) && !meet(fact, other)),
		);

/** Whether two facts of one unit may be roundings of one value. */
export function meet(a: Fact, b: Fact): boolean {
	const [one, other] = [factInterval(a), factInterval(b)];
	return one.low <= other.high && other.low <= one.high;
}

/** Whether a pack says two things of one: neither row says more than the other, nor was known later. */
const isSameRow = (a: Fact, b: Fact): boolean =>
	a.period !== undefined &&
	a.knownAt === b.knownAt &&
	a.qualifier === undefined &&
	b.qualifier === undefined &&
	a.high === b.high &&
	a.unit === b.unit;
