import type { Claim } from "../../../claims/claim.ts";
import { clauseAt, type Passage } from "../sentence/passage.ts";
import { AGGREGATING } from "../sentence/words.ts";

/** Several occasions that a figure is of: `54 points over his last two games`. */
export interface Occasions {
	readonly count: number;
	/** The newest one is among them: `has scored … over his last two games`. */
	readonly hasNewest: boolean;
	/** The figure is what all of them come to, not what there was at each. */
	readonly isTotal: boolean;
}

const NOUNS =
	/^(?:games|matches|contests|outings|starts|appearances|meetings|races|rounds|fixtures|tests|innings|bouts|fights|heats|events|sessions|visits|trips)$/;
const LAST = /^(?:last|past)$/;
const OTHER = /^(?:previous|prior|first|next|final|opening)$/;
const OWNERS = /^(?:his|her|its|their|the)$/;
const NUMBERS: ReadonlyMap<string, number> = new Map(
	"two three four five six seven eight nine ten eleven twelve".split(" ").flatMap((word, i) => [
		[word, i + 2],
		[String(i + 2), i + 2],
	]),
);
/** What was so before another time says nothing of the newest occasion. */
const BEFORE = /^(?:had|'d|’d|before|entering|ago|coming|came|heading|went|into|prior)$/;
const RATES = /^(?:averaging|averaged|averages|average|per|each)$/;

/** The occasions that a clause counts a figure over, when there are several. */
export function occasionsOf(claim: Claim, passage: Passage): Occasions | undefined {
	const words = passage.words;
	const noun = words.findIndex((word, i) => i > 2 && NOUNS.test(word.lower) && NUMBERS.has(words[i - 1]?.lower ?? ""));
	if (noun < 0) return undefined;
	const kind = words[noun - 2]?.lower ?? "";
	const isLast = LAST.test(kind);
	if ((!isLast && !OTHER.test(kind)) || !OWNERS.test(words[noun - 3]?.lower ?? "")) return undefined;
	const at = words[noun]?.start ?? 0;
	// What is counted is the occasions themselves: `four of their last five games`.
	if (claim.span.start <= at && at < claim.span.end) return undefined;
	const clause = clauseAt(passage, claim.span.start);
	if (at < clause.start || at >= clause.end) return undefined;
	// `scored 22 points, averaging 15 over his last three games`: another verb has taken over.
	if (words.some((word) => word.start >= claim.span.end && word.end <= at && /\p{L}{3}(?:ing|ed)$/u.test(word.lower))) return undefined;
	const own = words.filter((word) => word.start >= clause.start && word.end <= clause.end).map((word) => word.lower);
	return {
		count: NUMBERS.get(words[noun - 1]?.lower ?? "") ?? 2,
		hasNewest: isLast && !own.some((word) => BEFORE.test(word)),
		isTotal: !own.some((word) => RATES.test(word)),
	};
}

/** Whether a word that narrows a measure only says that it is summed up. */
export const isSummed = (narrowed: string | undefined): boolean =>
	narrowed !== undefined && AGGREGATING.has(narrowed) && narrowed.startsWith("combin");
