import { ADDS, LEADS_UP, MOVEMENTS, MOVES, SKIPPED, TRENDS, TRENDS_BEHIND, TRENDS_BY, TRENDS_OF_PRICES } from "../data/trends.ts";
import { LEADS_MOVE, MOVED } from "./cues.ts";
import { type Lexemes, WORD } from "./lexemes.ts";
import { isFunctionWord } from "./nouns.ts";

/** Which way a figure moved, and whether it is the size of the move or one of its ends. */
export interface TrendRead {
	readonly trend?: "up" | "down";
	readonly role: "change" | "to" | "from";
}

/**
 * The movement that governs a figure whose words, hedge included, begin at lexeme `i`.
 * `movesPrices` says that the figure is money, percent or points, of which verbs such as `lost` and `added` say a movement; `isSum` that it is money, of which a loss is a result.
 */
export function trendBefore(lexemes: Lexemes, i: number, movesPrices: boolean, isSum = false): TrendRead | undefined {
	let at = i - 1;
	// Before most figures stands nothing of the kind.
	if (!lexemes.is(at, LEADS_MOVE) && !isAdverb(lexemes, at)) return undefined;
	// `by either 49 percent`, `by a total of 14 percent`
	if (lexemes.word(at) === "either" || lexemes.word(at) === "both") at--;
	else if (lexemes.word(at) === "of" && lexemes.word(at - 1) === "total") at -= lexemes.word(at - 2) === "a" ? 3 : 2;
	const preposition = lexemes.word(at);
	if (preposition === "to" || preposition === "at") return endOfMove(lexemes, at, preposition, movesPrices);
	if (preposition === "from") {
		const trend = verbBefore(lexemes, at - 1, movesPrices);
		return trend || hasVerbNear(lexemes, at - 1) ? { role: "from" } : undefined;
	}
	if (preposition === "by") {
		const trend = verbBefore(lexemes, at - 1, true) ?? TRENDS_BY.get(lexemes.word(at - 1)) ?? verbNear(lexemes, at - 1);
		return trend && { trend, role: "change" };
	}
	if (preposition === "of") {
		const noun = moveAt(lexemes, at - 1, movesPrices && !isSum);
		return noun && { trend: noun, role: "change" };
	}
	while (ADDS.has(lexemes.word(at))) at--;
	const trend = verbBefore(lexemes, at, movesPrices) ?? passive(lexemes, at);
	return trend && { trend, role: "change" };
}

/** Whether a lexeme ends in -ly. */
function isAdverb(lexemes: Lexemes, i: number): boolean {
	const end = lexemes.end(i);
	return (lexemes.text.charCodeAt(end - 1) | 32) === 121 && lexemes.kind(i) === WORD;
}

/** Whether the figure at lexeme `i` is the one that a verb of movement starts from: `grew from 4 to 5` names two levels, `ranges from 4 to 5` one range. */
export function isMoveFrom(lexemes: Lexemes, i: number): boolean {
	return lexemes.word(i - 1) === "from" && (verbBefore(lexemes, i - 2, true) !== undefined || TRENDS_BY.has(lexemes.word(i - 2)));
}

/** The direction of a noun of movement. A loss and a gain move prices; of sums they are results (`a loss of $3 million`). */
function moveAt(lexemes: Lexemes, i: number, movesPrices: boolean): "up" | "down" | undefined {
	const word = lexemes.word(i);
	return movesPrices || !RESULTS.has(word) ? MOVES.get(word) : undefined;
}

const RESULTS = new Set(["loss", "losses", "gain", "gains"]);

/** `was cut 5%`, `were raised 10 cents`. */
function passive(lexemes: Lexemes, at: number): "up" | "down" | undefined {
	return /^(?:was|were|been|be|being|is|are)$/.test(lexemes.word(at - 1)) ? TRENDS_BY.get(lexemes.word(at)) : undefined;
}

/** `climbed to`, `ended up at`, `rose sharply to close at`: where the movement led. */
function endOfMove(lexemes: Lexemes, preposition: number, word: string, movesPrices: boolean): TrendRead | undefined {
	let at = preposition - 1;
	if (word === "to" && NO_DIRECTION.has(lexemes.word(at))) return undefined;
	while (CLOSES.has(lexemes.word(at)) && preposition - at < 4) at--;
	if (word === "at" && at === preposition - 1) return undefined;
	const led = word === "to" || (at < preposition - 1 && lexemes.word(at) === "to");
	if (at < preposition - 1 && lexemes.word(at) === "to") at--;
	if (word === "to" && (lexemes.word(at) === "up" || lexemes.word(at) === "down") && LEADS_UP.has(lexemes.word(at - 1)))
		return { trend: lexemes.word(at) === "up" ? "up" : "down", role: "to" };
	const trend = verbBefore(lexemes, at, movesPrices) ?? TRENDS_BY.get(lexemes.word(at));
	if (trend) return { trend, role: "to" };
	return led && hasVerbNear(lexemes, at) ? { role: "to" } : undefined;
}

/** `to` belongs to these words and leads nowhere: `rose, thanks to 12 new shops`. */
const NO_DIRECTION = new Set("owing due thanks according compared next addition relative contrary".split(" "));
const CLOSES = new Set("close end finish settle stand trade closing ending finishing settling trading reach".split(" "));

/** The direction of the verb or adverb at a lexeme; adverbs in -ly are skipped, and `edged`, `ticked`, `ended` need what stands behind them. */
function verbBefore(lexemes: Lexemes, i: number, movesPrices: boolean): "up" | "down" | undefined {
	let at = i;
	for (let n = 0; n < 3 && (lexemes.word(at).endsWith("ly") || SKIPPED.has(lexemes.word(at))); n++) at--;
	if (lexemes.kind(at) !== WORD) return undefined;
	const word = lexemes.word(at);
	// `closed at $23.25, off 12 cents`
	if (word === "off" && movesPrices && lexemes.raw(at - 1) === ",") return "down";
	const trend = TRENDS.get(word) ?? (movesPrices ? TRENDS_OF_PRICES.get(word) : undefined);
	if (trend === undefined) return undefined;
	// Words that are nouns and adjectives as well: `the fall 20 years ago`, `lower 48 states`.
	if ((word === "lower" || word === "higher" || word === "up" || word === "down") && !movesPrices && DETERMINERS.has(lexemes.word(at - 1)))
		return undefined;
	return (word === "up" || word === "down") && isPhrasal(lexemes.word(at - 1)) ? undefined : trend;
}

/** `made up`, `freeing up`, `handed down`: the particle belongs to a verb that moves nothing. */
function isPhrasal(verb: string): boolean {
	return PHRASAL.has(verb) || (/(?:ing|ed)$/.test(verb) && !MOVERS.has(verb));
}

const PHRASAL = new Set(
	"make makes made take takes took give gives gave set sets put puts pick buy bought come came pay paid lay laid break broke bring brought build built hold held cut split back sign free".split(
		" ",
	),
);
const MOVERS = new Set(
	"edging edged ticking ticked inching inched closing closed ending ended finishing finished trading traded opening opened settling settled moving moved creeping nudging nudged drifting drifted going being trending trended heading headed sharing".split(
		" ",
	),
);

const DETERMINERS = new Set("the a an this its their his her my".split(" "));

/** Whether a word of movement stands a few words before, in the same clause: `sales rose 3% to`, `cut its forecast to`. */
function hasVerbNear(lexemes: Lexemes, i: number): boolean {
	return verbNear(lexemes, i) !== undefined;
}

function verbNear(lexemes: Lexemes, i: number): "up" | "down" | undefined {
	for (let at = i; at > i - REACH && at >= 0; at--) {
		if (lexemes.kind(at) === WORD) {
			const trend = MOVEMENTS.get(lexemes.word(at));
			if (trend) return trend;
			continue;
		}
		const raw = lexemes.raw(at);
		if ((raw === "." && !lexemes.touches(at + 1)) || raw === ";") return undefined;
	}
	return undefined;
}

/** Words; a longer reach finds other clauses' verbs. */
const REACH = 8;

/** The movement said behind a figure and its unit: `0.6% lower`, `a 3% drop`. */
export function trendBehind(lexemes: Lexemes, i: number, movesPrices: boolean, isSum: boolean): TrendRead | undefined {
	if (!lexemes.is(i, MOVED) && !lexemes.is(i + 1, MOVED)) return undefined;
	const word = lexemes.word(i);
	const direct = TRENDS_BEHIND.get(word);
	if (direct && (movesPrices || /er$/.test(word)) && !(word === "up" && lexemes.word(i + 1) === "to"))
		return { trend: direct, role: "change" };
	// `four months in advance`: a preposition makes it another phrase.
	const at =
		lexemes.kind(i) === WORD && !MOVES.has(word) && !isFunctionWord(word) && MOVES.has(lexemes.word(i + 1)) && !lexemes.touches(i + 1)
			? i + 1
			: i;
	const move = moveAt(lexemes, at, movesPrices && !isSum);
	return move && { trend: move, role: "change" };
}
