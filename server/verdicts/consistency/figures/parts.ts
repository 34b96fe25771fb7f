import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import { type Figure, type Passage, wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `of the 600 jobs, 400 are in Leeds and 250 in York`: parts that are said to make up a total and do not.
 * Only where the words part a total out (`of the N …, … and …`, `N in all: …`), and only when no values that round to the parts give one that rounds to the total.
 */
export const parts: Check = {
	name: "parts and total",
	wrong: "Of the 600 votes cast, 400 were for the bridge and 250 against.",
	right: "Of the 650 votes cast, 400 were for the bridge and 250 against.",
	track: inSentences(HAS.count, (passage) => inPassage(passage) ?? listed(passage)),
};

/** `52 percent for, 46 percent against and 8 percent undecided`: answers to one question that are more than there can be. */
export const answers: Check = {
	name: "answers to one question",
	wrong: "In the poll 52 percent were for the bridge, 46 percent against and 8 percent undecided.",
	right: "In the poll 52 percent were for the bridge, 40 percent against and 8 percent undecided.",
	track: inSentences(HAS.percent | HAS.quantities, answersIn),
};

/** What an answer to a question with two sides is called. */
const SIDES =
	/^(?:for|against|yes|no|favou?r|favou?red|oppose|opposed|support|supported|approve|approved|disapprove|disapproved|undecided|unsure|neither|abstained|agree|agreed|disagree|disagreed|know)$/;
/** More answers than one, or answers of different people. */
const SEVERAL = /^(?:multiple|several|also|both|whom|them|those|these|from|up|down|compared|than|among|last|previous|earlier|while|in|to)$/;

function answersIn(passage: Passage): Inconsistency[] | undefined {
	const shares = passage.quantities.filter(({ quantity }) => quantity.unit === "percent");
	const [first, second] = shares;
	const last = shares.at(-1);
	if (
		!first ||
		!second ||
		!last ||
		shares.length > 5 ||
		shares.length !== passage.quantities.filter(({ kind }) => kind !== "duration").length
	)
		return undefined;
	if (shares.some(({ quantity }) => quantity.trend !== undefined || quantity.high !== undefined)) return undefined;
	const sides = shares.map((share, i) => {
		const behind = wordsBehind(passage, share.span.end, 5).filter(({ end }) => end <= (shares[i + 1]?.span.start ?? passage.end));
		return behind.some(({ lower }) => SEVERAL.test(lower)) ? undefined : behind.find(({ lower }) => SIDES.test(lower))?.lower;
	});
	// Each is behind its share: in `52% were late, against 61%; for others it was 84%` nobody takes sides.
	if (sides.includes(undefined) || new Set(sides).size < 2) return undefined;
	const least = shares.reduce((sum, { quantity }) => sum + written(quantity).low, 0);
	if (least <= 100) return undefined;
	const sum = shares.reduce((all, { quantity }) => all + quantity.value, 0);
	return [
		{
			claim: last,
			reason: { kind: "over all", sum: `${shown(sum)}%` },
			working: `${shares.map(({ quantity }) => shown(quantity.value)).join(" + ")} = ${shown(sum)}`,
			related: shares.slice(0, -1).map(placeOf),
		},
	];
}

/** `killed 12 people: seven men and six women`, `the jury of 12 – eight women and five men –`: parts that stand behind their whole, and are more. */
function listed(passage: Passage): Inconsistency[] | undefined {
	const figures = passage.quantities;
	if (figures.length < 3) return undefined;
	for (const [i, total] of figures.entries()) {
		if (!isWhole(total)) continue;
		const opening = wordsIn(passage, total.span.end, figures[i + 1]?.span.start ?? total.span.end);
		const mark = opening.at(-1) ?? "";
		if (opening.length > 5 || !(/^(?::|—|–|\()$/.test(mark) || /(?:^| )(?:made up of|consisting of)$/.test(opening.join(" ")))) continue;
		const list: Figure[] = [];
		for (const part of figures.slice(i + 1)) {
			const before = list.at(-1);
			const between = before ? wordsIn(passage, before.span.end, part.span.start) : [];
			if (!isWhole(part) || (before && !(between.length <= 6 && /^(?:,|and)$/.test(between.at(-1) ?? "")))) break;
			list.push(part);
			if (between.at(-1) === "and") break;
		}
		const [first, last] = [list[0], list.at(-1)];
		if (!first || !last || list.length < 2 || wordsIn(passage, first.span.end, last.span.start).at(-1) !== "and") continue;
		const around = [
			...wordsIn(passage, first.span.end, last.span.start),
			...wordsBehind(passage, last.span.end, 4).map(({ lower }) => lower),
		];
		if (around.some((word) => OVERLAPPING.test(word))) continue;
		const sum = list.reduce((all, { quantity }) => all + quantity.value, 0);
		if (sum <= written(total.quantity).high) continue;
		return [
			{
				claim: total,
				reason: { kind: "arithmetic", written: total.text, expected: shown(sum), working: "" },
				working: `${list.map(({ quantity }) => shown(quantity.value)).join(" + ")} = ${shown(sum)}`,
				related: list.map(placeOf),
			},
		];
	}
	return undefined;
}

const OVERLAPPING = /^(?:whom|which|including|them|these|those|both|also|more|than|another|other|others|each|every|to|or|least|who)$/;

/** A whole number of things, as it is. */
const isWhole = ({ kind, quantity: { hedge, high, pair, trend, value, decimals } }: Figure): boolean =>
	kind === "count" && hedge === "exactly" && high === undefined && !pair && trend === undefined && decimals === 0 && value > 1;

function inPassage(passage: Passage): Inconsistency[] | undefined {
	if (passage.quantities.length === 0 || !BEGINS.test(passage.text.slice(passage.start, passage.start + LEAD))) return undefined;
	const [total] = passage.quantities.filter(
		(claim) => claim.kind === "count" && claim.quantity.high === undefined && claim.quantity.pair === undefined,
	);
	if (total?.quantity.hedge !== "exactly") return undefined;
	const lead = wordsBefore(passage, total.span.start).map((word) => word.lower);
	if (lead.length === 0 || lead.length > 4 || !/^(?:of|out of) (?:the|those|all|its|their|these)(?: |$)/.test(lead.join(" ")))
		return undefined;
	const rest = numbersAfter(passage, total);
	if (rest.length < 2 || rest.length > 6 || !opposed(passage, rest)) return undefined;
	const exact = rest.reduce((sum, one) => sum + one.value, 0);
	// Parts may leave a rest; they can never be more than the whole.
	if (exact <= written(total.quantity).high) return undefined;
	return [
		{
			claim: total,
			reason: { kind: "arithmetic", written: total.text, expected: shown(exact), working: "" },
			working: `${rest.map((one) => shown(one.value)).join(" + ")} = ${shown(exact)}`,
		},
	];
}

/** How a sentence that parts out a total begins, as far as its first letters tell. */
const BEGINS = /^\s{0,4}(?:of|out)/i;
const LEAD = 8;

interface Part {
	readonly start: number;
	readonly end: number;
	readonly value: number;
}

/** Whole numbers behind the total that are no date, sum or percentage: parts are often given without their noun (`400 were for`). */
function numbersAfter(passage: Passage, total: Figure): Part[] {
	const others = passage.figures.filter((claim) => claim !== total && claim.kind !== "count");
	return passage.words
		.filter((word) => word.start >= total.span.end && /^\d{1,3}(?:,\d{3})*$|^\d{1,6}$/.test(word.text))
		.filter((word) => !others.some((claim) => claim.span.start <= word.start && word.start < claim.span.end))
		.filter((word) => !/^(?:%|percent|per|km|miles?|years?|days?)$/.test(passage.words.find((next) => next.start >= word.end)?.lower ?? ""))
		.map((word) => ({ start: word.start, end: word.end, value: Number(word.text.replaceAll(",", "")) }));
}

/** Whether the parts exclude each other: a list whose last item has `and`, without `of whom` or `including` that would make one a part of the other. */
function opposed(passage: Passage, rest: readonly Part[]): boolean {
	const first = rest[0] as Part;
	const last = rest.at(-1) as Part;
	const words = wordsIn(passage, first.end, last.start);
	return (
		(words.includes("and") || words.includes("while")) &&
		!words.some((word) =>
			/^(?:whom|which|including|them|these|those|also|both|who|another|more|from|than|to|percent|or|in)$/.test(word.replace(/^to$/, "")),
		)
	);
}
