import { claimOf, type FoundQuantity } from "./claims.ts";
import { ORDINALS } from "./data/number-words.ts";
import { SUPERLATIVES } from "./data/words.ts";
import type { Reading } from "./figures.ts";
import { RANKING } from "./reading/cues.ts";
import { type Lexemes, NUMBER, WORD } from "./reading/lexemes.ts";
import { isHyphen } from "./reading/measures.ts";
import { isFunctionWord, isPlural } from "./reading/nouns.ts";
import { singular } from "./reading/singular.ts";

/** Ranks: `the third-largest economy` is 3, `ranked 5th` is 5, `a 13-year low`, `a record high` and `the largest bank in` are 1. The unit is what was ranked. */
export function findRanks(reading: Reading): FoundQuantity[] {
	const { lexemes } = reading;
	const found: FoundQuantity[] = [];
	for (let i = 0; i < lexemes.length; i++) {
		if (lexemes.kind(i) === NUMBER) {
			const digits = ordinalInDigits(lexemes, i);
			if (digits) push(found, ordinalRank(lexemes, i, i + 2, digits));
			continue;
		}
		if (!lexemes.is(i, RANKING)) continue;
		const word = lexemes.word(i);
		const ordinal = ORDINALS.get(word);
		if (ordinal) push(found, ordinalRank(lexemes, i, i + 1, ordinal));
		else if (word === "record" || word === "all") push(found, recordRank(lexemes, i));
		else if (SUPERLATIVES.has(word)) push(found, superlativeRank(lexemes, i));
	}
	for (const figure of reading.figures) {
		// `13-year low`: the lowest in 13 years.
		if (figure.unit?.kind !== "time" || !figure.unit.hyphenated || !EXTREMES.has(lexemes.word(figure.next))) continue;
		const claim = claimOf(reading, figure, "rank", { name: singular(lexemes.word(figure.next)), kind: "noun" }, figure.next + 1);
		found.push({ ...claim, quantity: { ...claim.quantity, value: 1, scale: 1, decimals: 0 } });
	}
	return found;
}

function push(found: FoundQuantity[], claim: FoundQuantity | undefined): void {
	if (claim && !(found.at(-1) && (found.at(-1) as FoundQuantity).end > claim.start)) found.push(claim);
}

const EXTREMES = new Set(["low", "high", "lows", "highs", "record", "best", "peak"]);

function ordinalInDigits(lexemes: Lexemes, i: number): number {
	return lexemes.touches(i + 1) && /^(?:st|nd|rd|th)$/.test(lexemes.word(i + 1)) && /^\d{1,4}$/.test(lexemes.raw(i))
		? Number(lexemes.raw(i))
		: 0;
}

/** An ordinal ranks before a superlative and behind a verb of ranking; elsewhere it counts days, rounds and centuries. */
function ordinalRank(lexemes: Lexemes, first: number, next: number, value: number): FoundQuantity | undefined {
	const at = isHyphen(lexemes.raw(next)) && lexemes.touches(next) ? next + 1 : next;
	const word = lexemes.word(at);
	const most = word === "most" || word === "least";
	if (SUPERLATIVES.has(word) || (most && lexemes.kind(at + 1) === WORD)) {
		const end = isHyphen(lexemes.raw(at + 1)) && lexemes.touches(at + 1) ? at + 3 : most ? at + 2 : at + 1;
		return rank(lexemes, first, end, value, lexemes.word(first - 1) !== "of");
	}
	let before = first - 1;
	if (lexemes.word(before) === "in" || lexemes.word(before) === "the") before--;
	const ranks =
		RANKS.has(lexemes.word(before)) && lexemes.raw(next) !== "-" && (isFunctionWord(lexemes.word(next)) || lexemes.kind(next) !== WORD);
	return ranks ? rank(lexemes, first, next, value, false) : undefined;
}

const RANKS = new Set("rank ranks ranked ranking placed finished finishing".split(" "));

/** `record high`, `all-time low`, `record profit` stays out: what is a record there is the noun's own value. */
function recordRank(lexemes: Lexemes, i: number): FoundQuantity | undefined {
	const allTime = lexemes.word(i) === "all";
	if (allTime && !(isHyphen(lexemes.raw(i + 1)) && lexemes.word(i + 2) === "time")) return undefined;
	const at = allTime ? i + 3 : i + 1;
	const word = lexemes.word(at);
	return word === "high" || word === "low" || word === "highs" || word === "lows" ? rank(lexemes, i, at, 1, true) : undefined;
}

/** `the largest bank in`, `the highest level since`: a superlative that says among what. `one of the largest` asserts no rank. */
function superlativeRank(lexemes: Lexemes, i: number): FoundQuantity | undefined {
	if (ORDINALS.has(lexemes.word(i - 1)) || (isHyphen(lexemes.raw(i - 1)) && ORDINALS.has(lexemes.word(i - 2)))) return undefined;
	const before = lexemes.word(i - 1);
	if (before !== "the" && !before.endsWith("'s") && before !== "its") return undefined;
	if (lexemes.word(i - 2) === "of" || lexemes.word(i - 2) === "among") return undefined;
	const claim = rank(lexemes, i, i + 1, 1, true);
	if (claim.quantity.unit === "none") return undefined;
	let last = i + 1;
	while (lexemes.end(last) < claim.end) last++;
	// `the largest banks` are several, and none of them is said to be first.
	if (isPlural(lexemes.word(last))) return undefined;
	let at = i + 1;
	while (at < lexemes.length && lexemes.start(at) < claim.end) at++;
	return before.endsWith("'s") || COMPARED.has(lexemes.word(at)) ? claim : undefined;
}

const COMPARED = new Set(["in", "of", "since", "on", "ever", "among", "by", "for"]);

/** A rank from lexeme `first` to the noun behind lexeme `end`. */
function rank(lexemes: Lexemes, first: number, end: number, value: number, hasNoun: boolean): FoundQuantity {
	let next = end;
	const words: string[] = [];
	while (hasNoun && words.length < 3) {
		// `single-day decline`
		const hyphened = isHyphen(lexemes.raw(next)) && lexemes.touches(next) && lexemes.touches(next + 1);
		if (hyphened && words.length > 0) {
			words.push(`${words.pop()}-${lexemes.word(next + 1)}`);
			next += 2;
			continue;
		}
		if (lexemes.kind(next) !== WORD || isFunctionWord(lexemes.word(next)) || (words.length > 0 && isPlural(lexemes.word(next - 1)))) break;
		words.push(lexemes.isCapitalised(next) ? lexemes.raw(next) : lexemes.word(next));
		next++;
	}
	const head = words.pop();
	const unit = head === undefined ? "none" : [...words, singular(head)].join(" ");
	return {
		kind: "rank",
		start: lexemes.start(first),
		end: lexemes.end(next - 1),
		quantity: { value, decimals: 0, scale: 1, unit, unitKind: unit === "none" ? "none" : "noun", hedge: "exactly" },
	};
}
