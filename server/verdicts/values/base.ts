import { type Claim, hasQuantity } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import { type ClaimPeriod, type Days, daysOf } from "../binding/periods/period.ts";
import { type Figure, type Passage, wordsBefore, wordsBehind } from "../binding/sentence/passage.ts";

/** What a figure that something rose or fell from may be: the facts of earlier periods, and whether the words leave but one. */
export interface Base {
	readonly facts: readonly Fact[];
	readonly sure: boolean;
	/** The figure before it is a value of the same series, from whose period it is counted. */
	readonly isTold: boolean;
}

/** Where a figure stands, and the period that was found for it. */
interface Spoken {
	readonly passage: Passage;
	readonly period: ClaimPeriod | undefined;
}

/**
 * The facts that `$5.97 billion` of `up from $5.97 billion` may be, where `now` is what it rose to: those of earlier periods of the same length, or the
 * one a year before where the words say so. Undefined when the figure has a date of its own, or is no such base.
 */
export function baseOf(claim: Claim, { passage, period }: Spoken, now: Fact | undefined, others: readonly Fact[]): Base | undefined {
	if (!hasQuantity(claim) || claim.quantity.high !== undefined) return undefined;
	const isFrom = claim.quantity.role === "from" || isResultBefore(claim, passage);
	const isAgainst = isSetAgainst(claim, passage);
	if (!isFrom && !isAgainst) return undefined;
	const behind = passage.figures.find((one) => one.span.start >= claim.span.end);
	// A date in the next clause is another figure's.
	const next = behind && OWN.test(passage.text.slice(claim.span.end, behind.span.start)) ? behind : undefined;
	const after = wordsBehind(passage, claim.span.end, 4).map((word) => word.lower);
	const isYear =
		/^(?:a |the |one )?(?:year|12 months|twelve months) (?:earlier|ago|before|previously)/.test(after.join(" ")) ||
		/^(?:in )?the (?:year before|previous year|prior year)/.test(after.join(" "));
	// `Sales were €410 million, against €402 million`: what was said before it is what there is now.
	if (!isFrom && !isYear && ledTo(claim, passage) === undefined) return undefined;
	// `In 2024` is its own date, and `the year before` is counted from the figure that it led to.
	const led = isYear ? ledTo(claim, passage) : undefined;
	const all = now === undefined ? others : [now, ...others];
	const newer = led && all.find((fact) => isValueOf(led, fact));
	if (next?.kind === "date" && (!isYear || (next.time.value === period?.value && newer === undefined))) return undefined;
	const newest = newer ?? now;
	const days = newest?.period === undefined ? undefined : daysOf(newest.period);
	if (!days) return { facts: [], sure: false, isTold: false };
	const earlier = all.filter(({ period }) => {
		const own = period === undefined ? undefined : daysOf(period);
		return own !== undefined && own.grain === days.grain && own.to < days.from && (!isYear || isYearBefore(own, days));
	});
	return { facts: earlier, sure: isYear && earlier.length === 1, isTold: newer !== undefined };
}

/** Whether a dated figure is set against one that is a value of the same series: `745 burglaries, compared with 812 the year before`. */
export function isBesideLevel(claim: Claim, passage: Passage, facts: readonly Fact[]): boolean {
	if (!hasQuantity(claim) || !isSetAgainst(claim, passage)) return false;
	const next = passage.figures.find((one) => one.span.start >= claim.span.end);
	if (next?.kind !== "date" || !DATED.test(passage.text.slice(claim.span.end, next.span.start))) return false;
	const led = ledTo(claim, passage);
	return led !== undefined && facts.some((fact) => isValueOf(led, fact));
}

/** What stands between a figure and its date. */
const DATED = /^ (?:(?:in|at|on|for|during|by) )?(?:the )?$/;

/** What may stand between a figure and a date of its own. */
const OWN = /^,? ?(?:\(|(?:in|for|during|on|at|by|over) )?(?:the )?(?:end of )?$/;

/** `against £29 million a year before`, `compared with`, `after`: set beside another figure as what it was. */
function isSetAgainst(claim: Claim, passage: Passage): boolean {
	const [first, last] = wordsBefore(passage, claim.span.start, 2);
	return /^(?:against|versus|after)$/.test(last?.lower ?? "") || (first?.lower === "compared" && /^(?:with|to)$/.test(last?.lower ?? ""));
}

/** `Swung to a loss from a profit of €31 million`, `after an operating loss of €3 million`, `turned a €4 million loss into …`: a result that another one followed. */
function isResultBefore(claim: Claim, passage: Passage): boolean {
	const before = wordsBefore(passage, claim.span.start, 8)
		.map((word) => word.lower)
		.join(" ");
	if (RESULT_OF.test(before)) return true;
	return (
		LED_FROM.test(before) && wordsBehind(passage, claim.span.end, 3).some(({ lower }) => /^(?:profit|loss|surplus|deficit)$/.test(lower))
	);
}

const RESULT_OF =
	/(?:^| )(?:from|after|against|versus|compared (?:with|to)|turned|turning|reversed|reversing) (?:an?|its|their|last year's) (?:[\p{L}-]{1,20} ){0,2}(?:profit|loss|surplus|deficit) (?:before tax |after tax )?of$/u;
const LED_FROM =
	/(?:^| )(?:from|after|against|versus|compared (?:with|to)|turned|turning|reversed|reversing) (?:an?|its|their|last year's)$/;

/** The figure that another led to: the one of its unit before it. */
function ledTo(claim: Figure, passage: Passage): Figure | undefined {
	return passage.quantities.findLast(({ span, quantity: { unit } }) => span.end <= claim.span.start && unit === claim.quantity.unit);
}

/** Whether a figure is a fact's value: `£31 million` is that of the newest year, so that `a year before` is the one before that, whatever day it is. */
const isValueOf = ({ quantity: { value } }: Figure, now: Fact): boolean => Math.abs(value - now.value) <= ROUNDED * Math.abs(now.value);

/** How far a figure as written may be from its fact, as a share. */
const ROUNDED = 0.01;

const isYearBefore = (own: Days, days: Days): boolean => own.from === days.from - 10000;
