import type { Measure } from "../../../references/fact.ts";
import type { Stemmer } from "../sentence/stem.ts";
import { CHANGE_WORDS, FALLING_WORDS, IRREGULAR_VERBS } from "../sentence/words.ts";
import { isResult, otherSide, surplusOf } from "./results.ts";
import { otherNames } from "./synonyms.ts";

/** The words that name a measure, each form as stems. */
export interface MeasureWords {
	readonly measure: Measure;
	readonly forms: readonly (readonly string[])[];
	/** How many of the forms are its pack's; behind them stand the names that others have for it. */
	readonly own: number;
	/** From which form on they are names of what may be the same, and need not. */
	readonly sure: number;
	/** Its facts are themselves movements: `price change`, `growth`. */
	readonly isChange: boolean;
	/** They are told as falls: 53% is a fall by so much where the label says `drop`. */
	readonly isFall: boolean;
	/** The same by its name on the other side of nothing: `pre-tax loss` of `pre-tax profit`. */
	readonly other?: MeasureWords;
}

/** Reads the label and the aliases of a measure once, and what a result is called on the other side of nothing. */
export function measureWords(measure: Measure, stemmer: Stemmer, isOtherSide = false): MeasureWords {
	const forms = [
		measure.label,
		...surplusOf(measure.label),
		...measure.aliases,
		...(measure.label === measure.id ? [] : [measure.id.replace(/[_-]/g, " ")]),
	]
		.flatMap((form) => inflected(form.match(/\p{L}[\p{L}\d]*|\d+|[%$]/gu) ?? []))
		.map((form) => form.map((word) => stemmer.stem(word)))
		.filter((form) => form.length > 0);
	const label = measure.label.match(/\p{L}[\p{L}\d]*/gu)?.map((word) => stemmer.stem(word)) ?? [];
	const moves = isResult(measure) ? [] : label.filter((stem) => CHANGE_WORDS.has(stem));
	const other = isOtherSide ? undefined : otherWords(measure, stemmer);
	const { same, near } = otherNames(measure, forms, stemmer);
	return {
		measure,
		forms: [...forms, ...same, ...near],
		own: forms.length,
		sure: forms.length + same.length,
		isChange: moves.length > 0,
		isFall: moves.length > 0 && moves.every((stem) => FALLING_WORDS.has(stem)),
		...(other && { other }),
	};
}

/** A result by its names on the other side of nothing. */
function otherWords(measure: Measure, stemmer: Stemmer): MeasureWords | undefined {
	const label = otherSide(measure.label);
	if (label === undefined) return undefined;
	const aliases = measure.aliases.map(otherSide).filter((name) => name !== undefined);
	const { said: _, ...plain } = measure;
	return {
		...measureWords({ ...plain, id: otherSide(measure.id.replace(/[_-]/g, " ")) ?? label, label, aliases }, stemmer, true),
		measure: { ...plain, label },
	};
}

/** A form with each of the shapes of its irregular verb: a pack that calls a measure `took` is asked about what has been `taken` as well. */
function inflected(form: readonly string[]): readonly (readonly string[])[] {
	const at = form.findIndex((word) => IRREGULAR_VERBS.has(word.toLowerCase()));
	const shapes = at < 0 ? undefined : IRREGULAR_VERBS.get((form[at] as string).toLowerCase());
	return shapes ? shapes.map((shape) => form.with(at, shape)) : [form];
}
