import type { Claim } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { clauseAt, type Passage, type Word, wordsBefore } from "../sentence/passage.ts";
import { ORDINALS } from "../sentence/words.ts";

/** The parts of a contest that words name, by number: quarters where they name a half. None when it is not known which. */
export interface ContestParts {
	readonly parts: readonly number[];
	readonly noun: string;
	/** All that was played up to then: `at halftime`, `after three quarters`. */
	readonly isUpTo?: true;
	/** Where the words stand. */
	readonly span: Span;
}

type Parts = Omit<ContestParts, "span">;

const PART = /^(?:quarters?|half|halves|periods?|innings?|halftime|half-time|overtime|intermission|break|interval|minutes?)$/;
/** Which of them make up the first half when no number says otherwise. */
const MIDDLE = /^(?:half|halftime|half-time|intermission|break|interval)$/;
const LEVEL =
	/^(?:led|leads?|leading|trail(?:s|ed|ing)?|ahead|behind|up|down|tied|level|advantage|edge|deficit|cushion|cut|closed|pulled|score|games?|contest|match)$/;
const CARDINALS: ReadonlyMap<string, number> = new Map([
	["one", 1],
	["two", 2],
	["three", 3],
]);
const UNKNOWN = { parts: [], noun: "" } as const;

/**
 * The parts of a contest that a sentence names, of several the one nearest to a figure. Undefined when it names none. `minutes` tells how long a quarter is, where
 * that is known: `the final 12 minutes` may be one.
 */
export function partsNear(passage: Passage, figure: Span, minutes: () => number | undefined): ContestParts | undefined {
	const found = partsIn(passage, minutes);
	const distance = ({ span: { start } }: ContestParts): number => (start > figure.end ? start - figure.end : figure.start - start);
	return found.reduce<ContestParts | undefined>((best, one) => (best && distance(best) <= distance(one) ? best : one), undefined);
}

/** The parts of a contest that a single figure is of: `50 points in the first half`, `In the third quarter she scored 12`. */
export function partsOf(claim: Claim, passage: Passage): ContestParts | undefined {
	if (!passage.words.some((word) => PART.test(word.lower))) return undefined;
	// `12 of his 22 points in the first half`: the 22 are those of the whole.
	const last = wordsBefore(passage, claim.span.start, 2);
	if (last[0]?.lower === "of" && /^(?:his|her|its|their|the|our)$/.test(last[1]?.lower ?? "")) return undefined;
	const clause = clauseAt(passage, claim.span.start);
	const isFree = (from: number, to: number): boolean =>
		!passage.figures.some(
			(one) => one !== claim && one.kind !== "date" && one.kind !== "duration" && one.span.start >= from && one.span.end <= to,
		);
	return partsIn(passage, () => undefined).find(({ span }) => {
		if (span.start >= claim.span.start && span.start < claim.span.end) return true;
		if (span.start >= claim.span.end) {
			const between = passage.words.filter((word) => word.start >= claim.span.end && word.end <= span.start);
			return (
				span.start < clause.end &&
				between.length <= 7 &&
				isFree(claim.span.end, span.start) &&
				!between.some((word) => LEAVING.test(word.lower))
			);
		}
		// Only what the sentence begins with is spoken of all through it.
		return span.start - passage.start < 20 && span.start >= clause.start - 1 && isFree(span.end, claim.span.start);
	});
}

/** Behind one of these a figure is left behind. */
const LEAVING = /^(?:and|but|while|as|when|before|after|led|leading|trailed|trailing|tied|including|despite|to|than|[,;:()])$/;

/** All the parts that a sentence names, in order. */
function partsIn({ words }: Passage, minutes: () => number | undefined): ContestParts[] {
	return words.flatMap((word, i): ContestParts[] => {
		if (!PART.test(word.lower)) return [];
		const found = /^minutes?$/.test(word.lower) ? stretchAt(words, i, minutes) : partsAt(words, i);
		return found ? [{ ...found, span: word }] : [];
	});
}

function partsAt(words: readonly Word[], i: number): Parts | undefined {
	const word = words[i]?.lower ?? "";
	const noun = word.replace(/s$/, "").replace(/^halve$/, "half");
	const before = (n: number): string => words[i - n]?.lower ?? "";
	if (noun === "overtime") return UNKNOWN;
	const [numbers, first] = ordinalsBefore(words, i);
	const lead = words[first - 1]?.lower === "the" ? first - 2 : first - 1;
	const isLevel = words.slice(0, i).some((one) => LEVEL.test(one.lower));
	const quarters = (list: readonly number[]) =>
		noun === "half" ? { parts: list.flatMap((n) => [n * 2 - 1, n * 2]), noun: "quarter" } : { parts: list, noun };
	const played = (list: readonly number[]) => ({ ...quarters(list), isUpTo: true }) as const;
	if (numbers.length > 0) {
		const last = numbers.at(-1) as number;
		const word = words[lead]?.lower ?? "";
		const isEnd = word === "of" && /^(?:end|close|conclusion)$/.test(words[lead - 1]?.lower ?? "");
		if (isEnd || /^(?:after|through|following)$/.test(word)) return last === 1 || isLevel || isEnd ? played(upTo(last)) : UNKNOWN;
		if (/^(?:into|entering|before)$/.test(word)) return last > 1 ? played(upTo(last - 1)) : UNKNOWN;
		return quarters(numbers);
	}
	const cardinal = CARDINALS.get(before(1));
	if (cardinal !== undefined && /^(?:after|through)$/.test(before(2))) return played(upTo(cardinal));
	const at = before(1) === "the" ? before(2) : before(1);
	if (MIDDLE.test(word) && /^(?:at|by|into|before)$/.test(at))
		return isLevel || /^(?:break|interval|intermission)$/.test(word) ? { parts: [1, 2], noun: "quarter", isUpTo: true } : UNKNOWN;
	return /^(?:break|interval)$/.test(word) ? undefined : UNKNOWN;
}

/** `the final 12 minutes`: the last quarter where quarters are of 12 minutes, else a stretch of which no row speaks. */
function stretchAt(words: readonly Word[], i: number, minutes: () => number | undefined): Parts | undefined {
	const isLast = ENDING.test(words[i - 2]?.lower ?? "");
	if (!isLast && !OPENING.test(words[i - 2]?.lower ?? "")) return undefined;
	const length = Number(words[i - 1]?.lower);
	return length > 0 && length === minutes() ? { parts: [isLast ? 4 : 1], noun: "quarter" } : UNKNOWN;
}

const ENDING = /^(?:final|last|closing)$/;
const OPENING = /^(?:first|opening)$/;

const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

/** The ordinals right before a noun, `second and third`, and the index of the first of them. */
function ordinalsBefore(words: readonly Word[], i: number): readonly [readonly number[], number] {
	const numbers: number[] = [];
	let first = i;
	for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
		const word = words[j]?.lower ?? "";
		const number = ORDINALS.get(word);
		if (number !== undefined) {
			numbers.unshift(number);
			first = j;
		} else if (word !== "and" && word !== "-") break;
	}
	return [numbers, first];
}
