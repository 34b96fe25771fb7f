import type { Quantity } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import type { Series } from "../known-facts.ts";
import { type Passage, wordFrom, wordsBefore, wordsBehind } from "../sentence/passage.ts";
import type { Stemmer } from "../sentence/stem.ts";
import { fitMeasure, type MeasureFit } from "./measure.ts";
import type { Positions } from "./positions.ts";
import { countsBelow, hasSides, sideNamed } from "./results.ts";

/** A result by the side of nothing that the words name. */
export interface Side {
	/** The facts as the pack has them, in the words of that side. */
	readonly series: Series;
	readonly measure: MeasureFit;
	/** The facts have the other sign than what is written. */
	readonly isTurned: boolean;
	/** What is spoken of may be of something else than a period: `a loss of €3 million on the sale`. */
	readonly isLoose: boolean;
}

/** `A pre-tax loss of €3 million` of a firm whose pre-tax profit is known. Undefined for what has no sides. */
export function sideOf(
	series: Series,
	span: Span,
	quantity: Quantity,
	passage: Passage,
	positions: Positions,
	stemmer: Stemmer,
): Side | undefined {
	const { words, facts } = series;
	if (!words.other || !hasSides(words.measure, facts[0]?.unit ?? "none")) return undefined;
	const [own, other] = [words, words.other].map((one) => fitMeasure(one, span, passage, quantity, positions)) as [MeasureFit, MeasureFit];
	const isOther = other.score > own.score;
	const meant = isOther ? { ...words.other, other: words } : words;
	// Where a pack has both, the one that is called so is meant.
	const fit = isOther ? { ...other, score: other.score * 0.95 } : own;
	const isBelow = countsBelow(
		words.measure.label,
		facts.map(({ value }) => value),
	);
	const kind =
		fit.score > 0 && fit.narrowed === undefined
			? (contraryNoun(meant, span, passage) ?? otherKind(meant, fit, passage, stemmer))
			: undefined;
	return {
		series: isOther ? { ...series, words: meant } : series,
		measure: kind === undefined ? fit : { ...fit, score: fit.score * 0.5, narrowed: kind },
		isTurned: isOther !== isBelow,
		isLoose: (isOther && fit.exactness < 2) || isOfADeal(span, passage),
	};
}

/** `On the sale of its mill`, `from a swap`, and not `on sales of €95 million`. */
function isOfADeal({ end }: Span, passage: Passage): boolean {
	const [preposition, noun] = wordsBehind(passage, end, 2).map((word) => word.lower);
	return /^(?:on|from|through|related|linked|due)$/.test(preposition ?? "") && !/^(?:sales|revenues?|turnover|income)$/.test(noun ?? "");
}

/** `Earned €5 million after a loss of €1 million`, `a €1 million loss`: the figure of a loss is no profit, whatever else the words have. */
function contraryNoun({ measure }: Series["words"], figure: Span, passage: Passage): string | undefined {
	const before = wordsBefore(passage, figure.start, 4).map((word) => word.lower);
	const of = before.lastIndexOf("of");
	const [noun = "", behind = ""] = [before[of - 1], wordsBehind(passage, figure.end, 1)[0]?.lower];
	// `Lost €12 million before tax`
	if (/^(?:lost|loses?|losing)$/.test(before.at(-1) ?? "") && sideNamed(measure.label) !== "loss") return "lost";
	const named = SIDED.exec(of > 0 ? noun : "")?.[0] ?? SIDED.exec(behind)?.[0];
	return named !== undefined && sideNamed(named) !== sideNamed(measure.label) ? named : undefined;
}

const SIDED = /^(?:profits?|loss(?:es)?|surplus|deficit)$/;

/** Kinds of profit by what has been taken off: none of them is another one. */
const KINDS: ReadonlySet<string> = new Set(
	"net gross operating pre-tax pretax post-tax after-tax underlying adjusted core trading statutory headline attributable".split(" "),
);

/** `Net profit` where it is the pre-tax profit that is known: what makes it another kind of result than the measure's, or than any of its names says. */
function otherKind({ measure, forms }: Series["words"], { span }: MeasureFit, passage: Passage, stemmer: Stemmer): string | undefined {
	const word = span && passage.words[wordFrom(passage, span.start) - 1];
	if (!word || !KINDS.has(word.lower)) return undefined;
	const stems = word.lower.split("-").map((part) => stemmer.stem(part));
	if (forms.some((form) => stems.every((stem) => form.includes(stem)))) return undefined;
	return /\b(?:net|gross|operating|pre-?tax|before tax|after tax)\b/i.test([measure.label, ...measure.aliases].join(" "))
		? word.lower
		: undefined;
}
