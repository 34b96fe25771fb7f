import type { Hedge } from "../../claim.ts";
import { HEDGES_BEFORE, HEDGES_BEHIND, TRANSPARENT } from "../data/hedges.ts";
import { LEADS_UP } from "../data/trends.ts";
import { BOUNDS, BOUNDS_BEHIND } from "./cues.ts";
import { type Lexemes, WORD } from "./lexemes.ts";
import { isFunctionWord } from "./nouns.ts";

/** A hedge and where it begins or ends. */
export interface HedgeRead {
	readonly hedge: Hedge;
	/** The first lexeme of a hedge before a figure; the lexeme after a hedge behind one. */
	readonly at: number;
}

/** The hedge directly before the figure whose first lexeme is `i`, its currency sign included. `isTime` says that the figure counts a unit of time. */
export function hedgeBefore(lexemes: Lexemes, i: number, isTime = false): HedgeRead | undefined {
	let at = i - 1;
	// Most words before a figure bound nothing.
	if (lexemes.kind(at) === WORD && !lexemes.is(at, BOUNDS)) return undefined;
	for (let skipped = 0; skipped < 4; skipped++) {
		const found = phraseEndingAt(lexemes, at, isTime);
		if (found) {
			// The outer of two hedges bounds: `more than about 50`, `no more than some 20`.
			const outer = TRANSPARENT.has(lexemes.word(at)) ? hedgeBefore(lexemes, found.at, isTime) : undefined;
			return outer ?? found;
		}
		if (!TRANSPARENT.has(lexemes.word(at)) || (lexemes.touches(at + 1) && lexemes.raw(at + 1) === "-")) return undefined;
		at--;
	}
	return undefined;
}

function phraseEndingAt(lexemes: Lexemes, last: number, isTime: boolean): HedgeRead | undefined {
	const word = lexemes.word(last);
	if (word === "-" || word === "‑") {
		if (lexemes.raw(last - 1) === "/" && lexemes.raw(last - 2) === "+") return { hedge: "about", at: last - 2 };
		// `sub-500`
		return lexemes.touches(last) && lexemes.touches(last + 1) && lexemes.word(last - 1) === "sub"
			? { hedge: "under", at: last - 1 }
			: undefined;
	}
	if (word === "." && /^(?:c|ca|approx|max|min)$/.test(lexemes.word(last - 1)) && lexemes.touches(last))
		return phraseEndingAt(lexemes, last - 1, isTime);
	if (word === "=" && (lexemes.raw(last - 1) === ">" || lexemes.raw(last - 1) === "<") && lexemes.touches(last))
		return { hedge: lexemes.raw(last - 1) === ">" ? "atLeast" : "atMost", at: last - 1 };
	const phrases = HEDGES_BEFORE.get(word);
	if (!phrases) return undefined;
	for (const { words, hedge } of phrases) {
		const first = last - words.length + 1;
		if (words.every((each, n) => lexemes.word(first + n) === each) && stands(lexemes, first, last, word, isTime))
			return { hedge, at: first };
	}
	return undefined;
}

/** Words that bound a figure and also do other work: these only bound when the words before them let them. */
function stands(lexemes: Lexemes, first: number, last: number, word: string, isTime: boolean): boolean {
	// `inched up to 4.8`, `inched back up to 4.8`: where the movement led.
	if (last > first) {
		const lead = lexemes.word(first - 1) === "back" ? first - 2 : first - 1;
		return !(lexemes.word(first) === "up" && word === "to" && LEADS_UP.has(lexemes.word(lead)));
	}
	const before = lexemes.word(first - 1);
	// `c` and `ca` are circa with a full stop; `sub` needs its hyphen.
	if (word === "c" || word === "ca") return lexemes.raw(last + 1) === ".";
	if (word === "sub") return false;
	// `a maximum 20 people` bounds, `the maximum` names; `the exact` likewise.
	// A verb with a particle is no bound: `took over 3 firms`, `handed over $5`.
	// `a comment about 47 percent of them`, `a story about 5 rivals`
	if (word === "about") return !SPEAKS.has(before);
	// `$212 million over six years` is in the course of them, unless something lasts so long: `for over six years`, `took over an hour`.
	if (word === "over") return isTime ? LASTS.has(before) : !TAKES_OVER.has(before);
	return true;
}

const SPEAKS = new Set(
	"comment comments commented talk talks talked talking speak speaks spoke speaking question questions story stories worried worry worries concern concerns concerned information complain complained complaint complaints remark remarks joke joked lie lied book article something nothing anything".split(
		" ",
	),
);
const LASTS = new Set(
	"for of after in take took takes taken last lasts lasted lasting spend spends spent is was are were be been to than wait waits waited waiting the a with at".split(
		" ",
	),
);
const TAKES_OVER = new Set(
	"took take takes taken taking hand handed handing turned turn turning sign signed won wins win win's carried carry victory lead triumph".split(
		" ",
	),
);

/** The hedge that begins at a lexeme behind a figure, its unit or its noun: `or so`, `+`, `-odd`, `-plus`. */
export function hedgeBehind(lexemes: Lexemes, i: number): HedgeRead | undefined {
	if (lexemes.kind(i) === WORD && !lexemes.is(i, BOUNDS_BEHIND)) return undefined;
	const raw = lexemes.raw(i);
	if (raw === "+")
		return lexemes.touches(i) && !/^\d/.test(lexemes.touches(i + 1) ? lexemes.raw(i + 1) : "")
			? { hedge: "atLeast", at: i + 1 }
			: undefined;
	if ((raw === "-" || raw === "‑" || raw === "–") && lexemes.touches(i) && lexemes.touches(i + 1)) {
		const joined = lexemes.word(i + 1);
		if (joined === "odd" || joined === "ish") return { hedge: "about", at: i + 2 };
		if (joined === "plus") return { hedge: "atLeast", at: i + 2 };
		return undefined;
	}
	if (lexemes.kind(i) !== WORD) return undefined;
	const word = lexemes.word(i);
	if (!OPENERS.has(word)) return undefined;
	for (const { words, hedge } of HEDGES_BEHIND) {
		if (words[0] !== word || !words.every((each, n) => lexemes.word(i + n) === each)) continue;
		// `at least 20 and at most 30`: the bound belongs to the figure that follows it.
		const next = lexemes.word(i + words.length);
		const bindsForward =
			(word === "at" || word === "maximum" || word === "max" || word === "minimum" || word === "approximately" || word === "approx") &&
			/^(?:\d|of$)/.test(next);
		// `more than 20 or more than 30`, `20 or more cases`: the noun may follow, a comparison may not.
		// `a $15-an-hour minimum wage`
		const isNouns = (word === "minimum" || word === "maximum" || word === "max") && /^[a-z]/.test(next) && !isFunctionWord(next);
		if (!bindsForward && !isNouns && next !== "than") return { hedge, at: i + words.length };
	}
	return undefined;
}

const OPENERS = new Set(HEDGES_BEHIND.map((phrase) => phrase.words[0] as string).filter((word) => word !== "+" && word !== "ish"));
