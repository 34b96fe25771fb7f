import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import type { Reading } from "../quantities/figures.ts";
import { AMONG as AMONG_WHAT, EXTREMES, EXTREME as IS_EXTREME } from "../tally-cues.ts";
import { COUNTS, countOf, ORDINALS } from "./numbers.ts";

const SUPERLATIVES = EXTREMES.join("|");
const AMONG =
	"since|ever|on record|in (?:(?:more than|over|nearly|almost|about|at least) )?(?:an?|\\d{1,3}|[a-z]{3,9}) (?:years?|decades?|months?|quarters?)|(?:of|in|among) (?:all )?(?:the|its|their)";
const EXTREME = new RegExp(`\\b(?:the|its|their|his|her|[’']s) ((?:(?:${ORDINALS})[ -])?(?:${SUPERLATIVES}))(?= (?:${AMONG})\\b)`, "g");

/** Without a digit or a word for a small number beside it, a superlative needs words behind the one that says among what. */
const NUMBER = new RegExp(`\\d|\\b(?:an?|${COUNTS}|${ORDINALS})\\b`, "i");
const GOES_ON = / (?:\w{2,7}est|most|fewest) (?:since|ever|on|in|of|among) /;

/** `the highest since 2019`, `its lowest in five years`, `the second-largest of the five`: a superlative without a noun that says among what. */
export function findExtremes(block: Block, lexemes: Reading["lexemes"]): Found[] {
	const { text } = block;
	if (!NUMBER.test(text) && !GOES_ON.test(text)) return [];
	const found: Found[] = [];
	EXTREME.lastIndex = Math.max(0, firstIn(lexemes) - REACH);
	for (let match = EXTREME.exec(text); match !== null; match = EXTREME.exec(text)) {
		const words = match[1] as string;
		const start = match.index + match[0].length - words.length;
		// `one of the largest in the region` asserts no place.
		if (/\b(?:of|among)$/.test(text.slice(Math.max(0, match.index - 8), match.index).trimEnd())) continue;
		const ordinal = /^(\w+)[ -]/.exec(words)?.[1];
		found.push({
			kind: "rank",
			start,
			end: start + words.length,
			quantity: { value: ordinal ? countOf(ordinal) : 1, decimals: 0, scale: 1, unit: "none", unitKind: "none", hedge: "exactly" },
		});
	}
	return found;
}

/** Where the first superlative stands that says among what: the pattern is slow to run over a text. */
function firstIn(lexemes: Reading["lexemes"]): number {
	let i = 0;
	while (i < lexemes.length && !(lexemes.is(i, IS_EXTREME) && lexemes.is(i + 1, AMONG_WHAT))) i++;
	return lexemes.start(i);
}

/** The words before a superlative are no longer: `their eleventh-`. */
const REACH = 20;
