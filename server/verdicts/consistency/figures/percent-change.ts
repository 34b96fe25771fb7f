import type { Quantity } from "../../../claims/claim.ts";
import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import { type Figure, type Passage, wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import type { Interval } from "../../values/interval.ts";
import type { Reason } from "../../verdict.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `rose 12% from 50 to 80`, `80, up 12% from 50`, `from 50 to 80, a rise of 12%`: a change beside both ends that it is measured between; in percent, in points
 * where the ends are percentages, or as a factor (`doubled`). Wrong only when no values that round to the printed ends give a change that rounds to the printed
 * one. A change between two percentages that is right in points alone is imprecise when it is given in percent.
 */
export const percentChange: Check = {
	name: "percent change",
	wrong: "Exports rose 12% from 50 tonnes to 80 tonnes.",
	right: "Exports rose 60% from 50 tonnes to 80 tonnes.",
	track: inSentences(HAS.quantities, inPassage),
};

/** Units in which what is itself a percentage moves, and how many of each a percentage point has. */
const POINTS: Readonly<Record<string, number>> = { "percentage point": 1, point: 1, "basis point": 100 };

function inPassage(passage: Passage): Inconsistency[] | undefined {
	let found: Inconsistency[] | undefined;
	for (const change of passage.quantities) {
		if (!isChange(change)) continue;
		const ends = endsOf(change, passage);
		const one = ends && against(change, ends);
		if (one) found = found ? [...found, one] : [one];
	}
	return found;
}

/** Whether a figure is what something rose or fell by. */
function isChange({ kind, quantity: { role, trend, unit, value, high } }: Figure): boolean {
	if (trend === undefined || role === "from" || role === "to" || high !== undefined || value <= 0) return false;
	return kind === "ratio"
		? role === "change" && trend === "up" && value >= 2
		: (kind === "percent" && unit === "percent") || unit in POINTS;
}

/** A change that its two ends do not give. */
function against(change: Figure, { from, to }: Ends): Inconsistency | undefined {
	const [a, b] = [written(from.quantity), written(to.quantity)];
	if (a.low <= 0 || b.low <= 0) return undefined;
	const [before, now] = [from.quantity.value, to.quantity.value];
	const { unit, decimals, trend } = change.quantity;
	const related = from.claim === to.claim ? [placeOf(from.claim)] : [placeOf(from.claim), placeOf(to.claim)];
	const points = { low: b.low - a.high, high: b.high - a.low };
	const ofPercent = from.quantity.unit === "percent";
	const difference = `${shown(now)} − ${shown(before)} = ${shown(now - before)}`;
	if (change.kind === "ratio") {
		const exact = now / before;
		if (exact < 1 || meet(factor(change.quantity), { low: b.low / a.high, high: b.high / a.low })) return undefined;
		const reason = { kind: "change", written: change.text, size: shown(exact, 1), unit: "times" } as const;
		return { claim: change, reason, working: `${shown(now)} / ${shown(before)} = ${shown(exact)}`, related };
	}
	const p = written(change.quantity);
	const down = trend === "down";
	const said = down ? { low: -p.high, high: -p.low } : p;
	const inOne = POINTS[unit];
	if (inOne !== undefined) {
		if (!ofPercent || meet(said, { low: points.low * inOne, high: points.high * inOne })) return undefined;
		const named = unit === "basis point" ? unit : "percentage point";
		const size = shown(Math.abs(now - before) * inOne);
		return { claim: change, reason: { kind: "change", written: change.text, size, unit: named }, working: difference, related };
	}
	const relative = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
	if (meet(said, relative)) return undefined;
	if (ofPercent && meet(said, points)) {
		const reason: Reason = { kind: "change", written: change.text, size: shown(Math.abs(now - before)), unit: "percentage point" };
		return { claim: change, name: "imprecise", reason, working: difference, related };
	}
	const exact = (now / before - 1) * 100;
	const expected = `${shown(Math.abs(exact), Math.max(1, decimals))}%${exact < 0 === down ? "" : exact < 0 ? " down" : " up"}`;
	return {
		claim: change,
		reason: { kind: "arithmetic", written: change.text, expected, working: "" },
		working: `(${shown(now)} − ${shown(before)}) / ${shown(before)} = ${shown(exact)}%`,
		related,
	};
}

/** What `doubled` may be of: nearly twice as much, and with a hedge anything on its side. */
function factor({ value, hedge }: Quantity): Interval {
	if (hedge === "over" || hedge === "atLeast") return { low: value, high: Number.POSITIVE_INFINITY };
	if (hedge === "nearly" || hedge === "under") return { low: value * 0.75, high: value };
	return { low: value * 0.85, high: value * 1.2 };
}

/** An end of a change; both may be given in one figure. */
interface End {
	readonly claim: Figure;
	readonly quantity: Quantity;
}

interface Ends {
	readonly from: End;
	readonly to: End;
}

/** More words than these between two figures part them. */
const MOST = 8;
/** Another figure's words, or another basis than the two ends are on. */
const PARTING =
	/^(?:and|but|while|as|after|when|which|who|with|because|although|though|or|;|:|whereas|whose|where|before|excluding|including)$/;
const OTHER_BASIS =
	/\b(?:comparable|constant|adjusted|adjusting|organic|like-for-like|excluding|real terms|inflation-adjusted|underlying|annuali[sz]ed|seasonally|average|annual|annually|yearly|compound|per share|restated)\b/;

/** The two figures that a change is between: of one unit, beside it, and marked as what it leads from and to. */
function endsOf(change: Figure, passage: Passage): Ends | undefined {
	const figures = passage.quantities.filter(({ kind }) => kind !== "duration" && kind !== "age");
	const at = figures.indexOf(change);
	const [first, before, after, last] = [figures[at - 2], figures[at - 1], figures[at + 1], figures[at + 2]];
	const ends =
		rangeOf(after, change, passage) ??
		(after && last && isBeside(change, after, passage) && isBeside(after, last, passage) && bothOf(after, last, passage)) ??
		(before && after && isLevelOf(before, change, after, passage) && pair(after, before)) ??
		(before && isRestated(before, change, passage)
			? (rangeOf(before, change, passage) ?? (first && isBeside(first, before, passage) ? bothOf(first, before, passage) : undefined))
			: undefined);
	if (!ends || OTHER_BASIS.test(passage.line)) return undefined;
	return ends;
}

/** `from 50 tonnes to 80 tonnes` is read as one range whose ends keep their order. */
function rangeOf(range: Figure | undefined, change: Figure, passage: Passage): Ends | undefined {
	if (range?.quantity.role !== "from" || range.quantity.high === undefined) return undefined;
	if (range.span.start > change.span.start && !isBeside(change, range, passage)) return undefined;
	const { high, ...rest } = range.quantity;
	return { from: { claim: range, quantity: rest }, to: { claim: range, quantity: { ...rest, value: high } } };
}

/** `from 50 to 80`, `to 80 from 50`. */
function bothOf(one: Figure, other: Figure, passage: Passage): Ends | undefined {
	const [a, b] = [introducedBy(passage, one), introducedBy(passage, other)];
	if (a === "from" && b === "to") return pair(one, other);
	if (a !== "to" || b !== "from") return undefined;
	// `rose 10% to $110m, up from $105m in the quarter before`: the first may be of a year.
	const isAside = wordsIn(passage, one.span.end, other.span.start).includes(",");
	return isAside && /\b(?:quarter|month|week|year|previous|earlier)\b/.test(passage.line.slice(other.span.end - passage.start))
		? undefined
		: pair(other, one);
}

/** `$12.4 million, up 42% from $10.0 million`: the level stands before what it rose by. */
function isLevelOf(level: Figure, change: Figure, from: Figure, passage: Passage): boolean {
	if (level.quantity.role === "from" || level.quantity.role === "change" || introducedBy(passage, from) !== "from") return false;
	const between = wordsIn(passage, level.span.end, change.span.start);
	const cut = between.lastIndexOf(",");
	return (
		cut >= 0 &&
		isBeside(level, change, passage) &&
		MOVED.test(between.slice(cut + 1).join(" ")) &&
		wordsIn(passage, change.span.end, from.span.start).length <= 2
	);
}

/** What stands between a level and the change that led to it. */
const MOVED =
	/^(?:(?:which (?:was|is) )?(?:up|down)|(?:rising|falling|climbing|dropping|increasing|growing)|an? (?:rise|fall|drop|gain|increase|decrease|jump|decline) of)(?: (?:by|about|nearly|almost|around|some|more than))*$/;

/** `from $10 to $14, a rise of 45%`, `to $14 from $10, a 45% jump`: nothing but an aside that says the change again. */
function isRestated(end: Figure, change: Figure, passage: Passage): boolean {
	const between = wordsIn(passage, end.span.end, change.span.start);
	const cut = between.findLastIndex((word) => /^(?:,|—|–|\()$/.test(word));
	const lead = between.slice(cut + 1).join(" ");
	if (cut < 0 || between.length > MOST || between.slice(0, cut).some((word) => PARTING.test(word))) return false;
	const behind = wordsBehind(passage, change.span.end, 3).map(({ lower }) => lower);
	if (behind.some((word) => /^(?:per|each|every|annual|annually|compared|than|on|over|above|below|year|month|quarter)$/.test(word)))
		return false;
	if (MOVED.test(lead)) return true;
	return /^an?(?: (?:about|nearly|almost|whopping|further))?$/.test(lead) && behind.some((word) => RISES.test(word));
}

const RISES =
	/^(?:rise|fall|drop|gain|increase|decrease|jump|decline|climb|surge|plunge|leap|cut|hike|growth|improvement|reduction|slump|dip)$/;

/** Whether nothing between two figures makes them figures of two things. */
function isBeside(one: Figure, other: Figure, passage: Passage): boolean {
	const between = wordsIn(passage, one.span.end, other.span.start);
	return between.length <= MOST && !between.some((word) => PARTING.test(word));
}

/** Two ends of one unit; counts may leave out the noun of the other. */
function pair(from: Figure, to: Figure): Ends | undefined {
	const [a, b] = [from.quantity, to.quantity];
	if (a.high !== undefined || b.high !== undefined || a.pair || b.pair) return undefined;
	const isSame = a.unit === b.unit || (isBare(a) && b.unitKind === "noun") || (isBare(b) && a.unitKind === "noun");
	return isSame ? { from: { claim: from, quantity: a }, to: { claim: to, quantity: b } } : undefined;
}

const isBare = ({ unitKind }: Quantity): boolean => unitKind === "none";

/** The preposition right before a figure. */
function introducedBy(passage: Passage, figure: Figure): string | undefined {
	const { role } = figure.quantity;
	if (role === "from" || role === "to") return role;
	const before = wordsBefore(passage, figure.span.start, 3);
	const last = before.at(-1)?.lower;
	return last === "a" || last === "about" || last === "the" ? before.at(-2)?.lower : last;
}

const meet = (a: Interval, b: Interval): boolean => a.low <= b.high + 1e-9 && b.low <= a.high + 1e-9;
