import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import { type Figure, type Passage, wordFrom } from "../../binding/sentence/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `412 of 650 members (55 percent)`, `55 percent (412 of 650)`: a share and the two counts that it is of. Wrong only when no rounding of the three gives it. And
 * no part is more than its whole: `nine of the seven ships`.
 */
export const shares: Check = {
	name: "a share and its counts",
	wrong: "The motion had 412 of 650 members (55 percent) behind it.",
	right: "The motion had 412 of 650 members (63 percent) behind it.",
	track: inSentences(HAS.counts, inPassage),
};

function inPassage(passage: Passage): Inconsistency[] | undefined {
	const figures = passage.quantities;
	if (!figures.some(({ kind }, i) => kind === "count" && figures[i + 1]?.kind === "count")) return undefined;
	return figures.flatMap((part, i): Inconsistency[] => {
		const whole = figures[i + 1];
		if (!whole || !isPartOf(part, whole, passage)) return [];
		const [a, b] = [written(part.quantity), written(whole.quantity)];
		if (a.low > b.high) {
			const most = `${shown(whole.quantity.value)}`;
			return [
				{
					claim: part,
					reason: { kind: "more than all", written: part.text, most },
					working: `${shown(part.quantity.value)} > ${most}`,
					related: [placeOf(whole)],
				},
			];
		}
		const rate = rateOf(figures, i, passage);
		if (!rate || b.low <= 0) return [];
		const told = written(rate.quantity);
		if ((a.low / b.high) * 100 <= told.high && (a.high / b.low) * 100 >= told.low) return [];
		const exact = (part.quantity.value / whole.quantity.value) * 100;
		const expected = `${shown(exact, rate.quantity.decimals)}%`;
		const working = `${shown(part.quantity.value)} / ${shown(whole.quantity.value)} = ${shown(exact, rate.quantity.decimals + 1)}%`;
		return [
			{
				claim: rate,
				reason: { kind: "arithmetic", written: rate.text, expected, working: "" },
				working,
				related: [placeOf(part), placeOf(whole)],
			},
		];
	});
}

/** `out of all their` and its spaces. */
const FURTHEST = 20;

const EXCHANGES = /^(?:splits?|swaps?|exchanges?|offers?|trades?|deals?|bonus|rights|mergers?|sales?|promotions?)$/;

/** Two whole numbers with nothing but `of` between them, or a share of attempts. */
function isPartOf(part: Figure, whole: Figure, passage: Passage): boolean {
	for (const { kind, quantity } of [part, whole])
		if (
			kind !== "count" ||
			quantity.high !== undefined ||
			quantity.hedge !== "exactly" ||
			quantity.trend !== undefined ||
			quantity.decimals > 0
		)
			return false;
	if (part.quantity.scale !== whole.quantity.scale) return false;
	const { pair } = part.quantity;
	if (pair) {
		// `A 3-for-1 stock split` gives three for one.
		if (
			wordsIn(passage, pair.span.end, pair.span.end + 40)
				.slice(0, 3)
				.some((word) => EXCHANGES.test(word))
		)
			return false;
		return pair.kind === "share" && pair.place === "first" && whole.quantity.pair?.span.start === pair.span.start;
	}
	if (whole.quantity.pair || whole.span.start - part.span.end > FURTHEST) return false;
	return /^(?:out )?of(?: (?:the|its|their|all))?$/.test(wordsIn(passage, part.span.end, whole.span.start).join(" "));
}

/** The percentage in brackets behind two counts, or that they stand in brackets behind. */
function rateOf(figures: readonly Figure[], i: number, passage: Passage): Figure | undefined {
	const [before, part, whole, after] = [figures[i - 1], figures[i] as Figure, figures[i + 1] as Figure, figures[i + 2]];
	const isRate = (one: Figure | undefined): one is Figure =>
		one?.quantity.unit === "percent" && one.quantity.high === undefined && one.quantity.trend === undefined;
	if (isRate(after)) {
		const between = wordsIn(passage, whole.span.end, after.span.start);
		const end = passage.words[wordFrom(passage, after.span.end)];
		if (between.at(-1) === "(" && between.length <= 3 && end?.text === ")") return after;
	}
	if (isRate(before) && wordsIn(passage, part.span.start - 3, part.span.start).at(-1) === "(") {
		const between = wordsIn(passage, before.span.end, part.span.start);
		const end = passage.words[wordFrom(passage, whole.span.end)];
		if (between.length <= 4 && end?.text === ")") return before;
	}
	return undefined;
}
