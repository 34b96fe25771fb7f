import { type Claim, hasQuantity, type Quantity } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { clausesApart, isInAside } from "../sentence/asides.ts";
import { clauseAt, indexFrom, type Passage, type Word, wordFrom, wordsBehind } from "../sentence/passage.ts";
import { FUNCTION_WORDS } from "../sentence/words.ts";
import { narrowing } from "./narrowing.ts";
import type { Positions } from "./positions.ts";
import { leavesName } from "./synonyms.ts";
import type { MeasureWords } from "./words.ts";

/** How well the words around a figure name a measure. */
export interface MeasureFit {
	/** 0 to 1. */
	readonly score: number;
	/** Words that named it: the first matched and the last, as offsets of the block's text. */
	readonly span?: Span;
	/** How many words of weight matched: the longer name is the more exact one. */
	readonly exactness: number;
	readonly how: string;
	/** A word narrows the measure to a part of it: `male life expectancy`. */
	readonly narrowed?: string;
	/** A small word of its name that tells it from others is not there: the `for` of `goals for`. */
	readonly isLacking?: true;
	/** By a name of what may be another measure. */
	readonly isNear?: true;
}

/** Small words that tell one measure from another. */
const TELLING: ReadonlySet<string> = new Set("in on at to for from by with beyond behind within across than".split(" "));

const weightOf = (stem: string): number => (FUNCTION_WORDS.has(stem) ? 0.15 : 1);

/** How well the words of a passage around a figure name a measure; the best of its forms. */
export function fitMeasure(
	words: MeasureWords,
	figure: Span,
	passage: Passage,
	quantity: Quantity | undefined,
	positions: Positions,
): MeasureFit {
	let best: MeasureFit = UNNAMED;
	for (let i = 0; i < words.forms.length; i++) {
		const form = words.forms[i] as readonly string[];
		const own = fitForm(form, words, figure, passage, quantity, positions);
		if (i >= words.own && own.span && !isNamedSo(own.span, form, figure, passage, quantity)) continue;
		const fit = i < words.own || own.score === 0 ? own : byOtherName(own, i >= words.sure);
		const [score, most] = [sureOf(fit), sureOf(best)];
		if (score > most || (score === most && fit.exactness > best.exactness)) best = fit;
	}
	return best;
}

/** Whether another name stands for the measure where it was found: not as a part of a longer one, nor as the whole of a share: `15% of the unemployed`. */
function isNamedSo(name: Span, form: readonly string[], figure: Span, passage: Passage, quantity: Quantity | undefined): boolean {
	if (!leavesName(passage.words[wordFrom(passage, name.end)]?.lower)) return false;
	// `Of the vote` is itself the name of a share.
	if (quantity?.unit !== "percent" || name.start < figure.end || form.includes("of")) return true;
	const [next] = wordsBehind(passage, figure.end, 1);
	return next?.lower !== "of" || wordFrom(passage, name.start) - wordFrom(passage, next.start) > 4;
}

/** `Scored 28 goals` names the `goals for` better than `goals` alone does. */
const sureOf = ({ score, isLacking }: MeasureFit): number => (isLacking ? score - LACKING : score);
const LACKING = 0.12;

function byOtherName(fit: MeasureFit, isNear: boolean): MeasureFit {
	return isNear ? { ...fit, score: fit.score * NEAR_NAME, isNear } : { ...fit, score: fit.score * OTHER_NAME };
}

/** What a pack calls something by itself goes before what others call so. */
const OTHER_NAME = 0.95;
/** Less than what may contradict (`STRONG`), whatever the rest of the words say. */
const NEAR_NAME = 0.7;

const UNNAMED: MeasureFit = { score: 0, exactness: 0, how: "no word of it" };

function fitForm(
	form: readonly string[],
	words: MeasureWords,
	figure: Span,
	passage: Passage,
	quantity: Quantity | undefined,
	positions: Positions,
): MeasureFit {
	// Most measures are named by none of a sentence's words.
	if (!form.some((stem) => positions.has(stem))) return UNNAMED;
	const first = passage.words.findIndex((word) => word.end > figure.start);
	let last = first;
	while (last + 1 < passage.words.length && (passage.words[last + 1] as Word).start < figure.end) last++;
	let total = 0;
	let got = 0;
	let exactness = 0;
	let isLacking = false;
	const at: number[] = [];
	// `across` for a diameter: a form of small words alone is looked for by them.
	const isSmall = form.every((stem) => weightOf(stem) < 1);
	for (const stem of form) {
		const weight = isSmall ? 1 : weightOf(stem);
		total += weight;
		const nearest = nearestTo(positions.get(stem), first, last);
		if (nearest === undefined) {
			isLacking ||= TELLING.has(stem);
			continue;
		}
		got += weight;
		if (weight === 1) {
			exactness++;
			// `Buyers paid £244,100 on average` names the average price as `paid an average of £244,100` does.
			if (nearest <= last || nearest > last + 2 || passage.words[nearest - 1]?.lower !== "on" || stem !== "averag") at.push(nearest);
		}
	}
	const coverage = total > 0 ? got / total : 0;
	if (coverage < 0.74 || at.length === 0) return UNNAMED;
	const low = Math.min(...at);
	const high = Math.max(...at);
	if (high - low > form.length + 6) return UNNAMED;
	const span = { start: (passage.words[low] as Word).start, end: (passage.words[high] as Word).end };
	const place = placeScore(passage, figure, span, low, high, first, last);
	const own = low < first && last < high ? last - first + 1 : 0;
	const loose = form.length > 1 ? Math.max(0, looseness(form, low, high, passage) - own) : 0;
	const narrowed = narrowing(passage, low, high, first, form);
	let score = place.score * (coverage < 0.88 ? 0.8 : 1) * (narrowed ? 0.5 : 1) * (1 - 0.04 * loose) + 0.01 * Math.min(3, exactness - 1);
	if (quantity?.trend && quantity.role === "change" && words.isChange) score += 0.02;
	return {
		score: Math.min(1, score),
		span,
		exactness,
		how: place.how,
		...(isLacking && { isLacking }),
		...(narrowed && { narrowed }),
	};
}

/** Words that stand between those of a form: `from the three-point line` is loosely `from the line` and nearly `from three`. At most 6. */
function looseness(form: readonly string[], low: number, high: number, passage: Passage): number {
	const lead = form.findIndex((stem) => weightOf(stem) === 1);
	let tail = form.length - 1;
	while (tail > lead && weightOf(form[tail] as string) < 1) tail--;
	let extra = Math.max(0, high - low - (tail - lead));
	let at = low;
	for (let i = lead - 1; i >= 0; i--) {
		let back = at - 1;
		while (back >= 0 && at - back <= 3 && passage.words[back]?.stem !== form[i]) back--;
		if (back >= 0 && at - back <= 3) {
			extra += at - back - 1;
			at = back;
		} else {
			extra++;
			// `from behind the arc` has another preposition in the place of `from beyond the arc`.
			const other = passage.words[at - 1];
			if (other && FUNCTION_WORDS.has(other.stem) && !form.includes(other.stem)) at--;
		}
	}
	return Math.min(6, extra);
}

function placeScore(
	passage: Passage,
	figure: Span,
	span: Span,
	low: number,
	high: number,
	first: number,
	last: number,
): { score: number; how: string } {
	const clauses = Math.min(3, clausesApart(passage, Math.min(span.start, figure.start), Math.max(span.start, figure.start)));
	const far = 1 - 0.12 * clauses;
	if (
		low >= first &&
		low <= last &&
		(high <= last || (figuresBetween(passage, figure.end, span.end) === 0 && !isParted(passage, last, high)))
	)
		return { score: 1, how: "in the figure" };
	// `scored 28 goals`: the verb stands right before what is counted.
	if (low < first && first - low <= 3 && high >= first && high <= last && figuresBetween(passage, span.start, figure.start) === 0)
		return { score: 0.98, how: "in the figure" };
	// `spent €390,000 on research`: a verb has its figure between itself and its preposition.
	if (low < first && first - low <= 2 && high > last && high - last <= 3 && figuresBetween(passage, figure.end, span.end) === 0)
		return { score: 0.96, how: "around the figure" };
	// Half of the name counts another figure: `44 silver and 42 bronze medals`.
	if (low <= last && high >= first) return { score: 0.5, how: "around the figure" };
	if (low > last) {
		const gap = low - last - 1;
		const hyphen = passage.words[last + 1]?.text === "-" ? 1 : 0;
		const parted = isParted(passage, last, low);
		// `a profit of $3 million on sales of $95 million`: the sales are the next figure's.
		if (gap - hyphen <= 1 && !parted && !(gap === 1 && hyphen === 0 && leadsOn(passage, high, span.end)))
			return { score: 1, how: "counted" };
		const other = figuresBetween(passage, figure.end, span.start);
		if (leadsOn(passage, high, span.end)) return { score: 0.42 * far, how: "after the figure" };
		return { score: (other > 0 ? 0.42 : parted && gap <= 2 ? 0.6 : gap <= 7 ? 0.9 : 0.75) * far, how: "after the figure" };
	}
	const other = figuresBetween(passage, span.end, figure.start);
	// `and that of Mars is 6,792`: the words of the clause before, said again.
	if (other <= 1 && repeats(passage, figure)) return { score: 0.93, how: "said again" };
	const owned = !linked(passage, high, first) && (ownedByFigure(passage, low, span) || (other > 0 && isInAside(passage.words, low, first)));
	const score = other === 0 ? 0.96 : other === 1 ? 0.8 : 0.68;
	return { score: score * far * (owned ? 0.5 : 1), how: "before the figure" };
}

/** Whether something else begins between two words: in `48 goals and conceding 22` the goals are none conceded. */
function isParted(passage: Passage, from: number, to: number): boolean {
	return passage.words.slice(from + 1, to).some((word) => /^(?:and|or|but|while|,|;|\(|as|when)$/.test(word.lower));
}

/** `a share of 12%`, `its share was 12%`, `lost £187m`: nothing but a link between the words and the figure. */
function linked(passage: Passage, high: number, first: number): boolean {
	const between = passage.words.slice(high + 1, first);
	return (
		between.length <= 3 &&
		between.every((word) =>
			/^(?:of|was|is|were|are|at|:|to|a|an|stood|came|reached|rose|fell|about|just|only|over|nearly|some|around|by|totalled|totaled|hit)$/.test(
				word.lower,
			),
		)
	);
}

/** `took $24 million, for a total gross of $89 million`: the words behind a figure lead on to the next one. */
function leadsOn({ words, figures }: Passage, high: number, end: number): boolean {
	const next = figures.find((one) => isFigure(one) && one.span.start >= end);
	if (!next) return false;
	let at = high + 1;
	while (/^(?:total|figure|sum|level)$/.test(words[at]?.lower ?? "")) at++;
	return words[at]?.lower === "of" && words[at + 1] !== undefined && (words[at + 1] as Word).start >= next.span.start;
}

function repeats(passage: Passage, figure: Span): boolean {
	const clause = clauseAt(passage, figure.start);
	const words = passage.words.filter((word) => word.start >= clause.start && word.start < figure.start).map((word) => word.lower);
	return /^(?:and |while |but )?(?:that|those) (?:of|in|for|on|at) /.test(`${words.join(" ")} `);
}

/** Whether the words belong to another figure before them: in `21 assists to 19`, `assists` is taken, and in `38% from the field and 24%` the field. */
function ownedByFigure(passage: Passage, low: number, span: Span): boolean {
	// A magnitude without a value counts nothing of its own: in `billions in sales, over $25 billion of late`, the sales are the sum's too.
	if (
		passage.figures.some(
			(claim) => isFigure(claim) && !claim.quantity.vague && claim.span.start < span.start && span.start < claim.span.end,
		)
	)
		return true;
	const owner = passage.figures.findLast((claim) => isFigure(claim) && !claim.quantity.vague && claim.span.end <= span.start);
	if (!owner) return false;
	const between = passage.words.slice(Math.max(0, low - 6), low).filter((word) => word.start >= owner.span.end);
	return (
		between.length <= 5 &&
		!between.some(
			(word) =>
				word.text === "," || word.text === ";" || word.text === ")" || /^(?:and|while|but|as|when|with|was|were|is|are)$/.test(word.lower),
		) &&
		low - 6 < indexFrom(passage, owner.span.end) + 1
	);
}

const isFigure = (claim: Claim): claim is Claim & { readonly quantity: Quantity } => hasQuantity(claim);

/** `38 seats, nine more than in 2021`: what sets two figures of one measure apart parts no other from its words. */
const isDifference = ({ quantity, span }: Claim & { readonly quantity: Quantity }, text: string): boolean =>
	quantity.unitKind === "none" && BESIDE.test(text.slice(span.end, span.end + 12));

const BESIDE = /^ (?:more|fewer|less|higher|lower) than/;

function figuresBetween(passage: Passage, from: number, to: number): number {
	return passage.figures.reduce(
		(count, claim) =>
			count + (isFigure(claim) && claim.span.start >= from && claim.span.start < to && !isDifference(claim, passage.text) ? 1 : 0),
		0,
	);
}

function nearestTo(list: readonly number[] | undefined, first: number, last: number): number | undefined {
	if (!list) return undefined;
	let best: number | undefined;
	let distance = Number.POSITIVE_INFINITY;
	for (const i of list) {
		// What follows a figure is counted by it: half a step nearer.
		const d = i < first ? first - i : i > last ? i - last - 0.5 : 0;
		if (d < distance) {
			distance = d;
			best = i;
		}
	}
	return best;
}
