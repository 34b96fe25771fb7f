import { type Phrase, phrase } from "../../../language/phrase.ts";
import { placeOf } from "../../../prose/versions/home.ts";
import { isRecord } from "../../binding/pair.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import { type Figure, type Passage, wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import { LOSING, WINNING } from "../../binding/sentence/words.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn } from "../inconsistency.ts";

/**
 * `beat Mira 2–2`: whoever won had more than the other. Not where something else may have settled it (penalties, away goals, a second leg) or where the figures
 * are those of a draw before.
 */
export const wonScores: Check = {
	name: "a win by equal figures",
	wrong: "Port Vaal beat Lake Mira 2–2 on Saturday.",
	right: "Port Vaal beat Lake Mira on penalties after a 2–2 draw.",
	track: inSentences(HAS.pair, levelIn),
};

/** `drew 3–2 with Mira`, `a 2–1 draw`: in a draw both have as many. */
export const drawnScores: Check = {
	name: "a draw by unequal figures",
	wrong: "Port Vaal drew 3–2 with Lake Mira on Saturday.",
	right: "Port Vaal won 3–2 after a 1–1 draw in the first game.",
	track: inSentences(HAS.pair, drawnIn),
};

/** `The Gulls (3-1) have seven road wins`: a part of a record, or the games that it was won in, that the record itself does not hold. */
export const records: Check = {
	name: "more than the record",
	wrong: "The Gulls (3-1) came in with seven road wins in 17 games this season.",
	right: "The Gulls (13-4) came in with seven road wins in nine games this season.",
	track: inSentences(HAS.pair, beyondRecord),
};

/** How many words may stand between the verb of a result and its figures. */
const REACH = 10;
/** What may settle a contest in which both had as many, or makes the figures those of another time. */
const OTHERWISE =
	/^(?:penalt(?:y|ies)|shoot-?outs?|spot-?kicks?|aggregate|legs?|tie-?break(?:s|er|ers|ing)?|casting|countback|draw|drew|drawn|ties?|tied|level|levelled|deadlocked|extra|overtime|replay|handicap|spread|toss|coin|lots|away)$/;

function levelIn(passage: Passage): Inconsistency[] | undefined {
	if (!hasPair(passage)) return undefined;
	return pairsIn(passage).flatMap(([first, second]) => {
		const pair = first.quantity.pair as NonNullable<Figure["quantity"]["pair"]>;
		if (first.quantity.value !== second.quantity.value || isRecord(pair, passage)) return [];
		if (passage.words.some((word) => OTHERWISE.test(word.lower))) return [];
		const before = wordsBefore(passage, pair.span.start, REACH);
		const verb = before.findLastIndex(
			(word, i) => WINNING.has(word.stem) || LOSING.has(word.stem) || (word.stem === "score" && before[i - 2]?.lower === "out"),
		);
		// Another verb or a conjunction behind it has other figures.
		if (verb < 0 || before.slice(verb + 1).some((word) => PARTING.test(word.lower))) return [];
		const score = `${shown(first.quantity.value)}–${shown(second.quantity.value)}`;
		return [first, second].map((claim) => ({ claim, reason: { kind: "no winner", score }, working: score.replace("–", " = ") }));
	});
}

function drawnIn(passage: Passage): Inconsistency[] | undefined {
	if (!hasPair(passage)) return undefined;
	return pairsIn(passage).flatMap(([first, second]) => {
		const pair = first.quantity.pair as NonNullable<Figure["quantity"]["pair"]>;
		if (first.quantity.value === second.quantity.value || isRecord(pair, passage)) return [];
		const verb = wordsBefore(passage, pair.span.start, 1)[0]?.lower;
		const [noun, next] = wordsBehind(passage, pair.span.end, 2).map(({ lower }) => lower);
		const isDrawn =
			(verb === "drew" && /^(?:with|against|at|on|in|away|\.)$/.test(noun ?? "")) ||
			(noun === "draw" && next !== "-" && next !== "specialist");
		if (!isDrawn || passage.words.some(({ lower }) => /^(?:aggregate|legs?|penalt(?:y|ies)|odds|best-of)$/.test(lower))) return [];
		const score = `${shown(first.quantity.value)}–${shown(second.quantity.value)}`;
		return [first, second].map((claim) => ({ claim, reason: { kind: "no draw", score } as const, working: score.replace("–", " ≠ ") }));
	});
}

const PARTING = /^(?:after|before|when|while|as|and|but|from|having|with|who|which|despite|led|leading|lead|trailed|trailing|was|were|at)$/;

function hasPair(passage: Passage): boolean {
	return passage.quantities.some(({ quantity }) => quantity.pair !== undefined);
}

/** Both figures of each score of a sentence. */
function pairsIn(passage: Passage): (readonly [Figure, Figure])[] {
	const figures = passage.quantities.filter(({ quantity }) => quantity.pair?.kind === "score");
	return figures.flatMap((first, i) => {
		const second = figures[i + 1];
		return second && first.quantity.pair?.place === "first" && second.quantity.pair?.span.start === first.quantity.pair.span.start
			? [[first, second] as const]
			: [];
	});
}

const WINS = /(?:^|[ -])(?:win|victory)$/;
const LOSSES = /(?:^|[ -])(?:loss|defeat)$/;
const GAMES = /^(?:game|match|contest|outing|try|attempt|meeting)$/;
/** Another time, or more seasons than one, has another record. */
const ELSEWHEN = /^(?:last|previous|past|career|history|ever|all-time|ago|since|combined|seasons|years|straight|consecutive|row)$/;

/** Of so many words behind a figure. */
const BEHIND = 6;

function beyondRecord(passage: Passage): Inconsistency[] | undefined {
	if (!hasPair(passage)) return undefined;
	const [record] = pairsIn(passage).filter(([first]) => isRecord(first.quantity.pair as NonNullable<Figure["quantity"]["pair"]>, passage));
	if (!record) return undefined;
	const figures = passage.quantities;
	const [won, lost] = record;
	const end = lost.span.end;
	const stranger = passage.names.find((name) => name.start >= end)?.start ?? passage.end;
	const found: Inconsistency[] = [];
	for (const [i, claim] of figures.entries()) {
		const { unit, value, hedge, pair } = claim.quantity;
		if (claim.span.start < end || claim.span.start > stranger || pair || hedge !== "exactly" || claim.kind !== "count") continue;
		const behind = wordsBehind(passage, claim.span.end, BEHIND);
		const around = [...wordsIn(passage, end, claim.span.start), ...unit.split(" "), ...behind.map((word) => word.lower)];
		if (around.some((word) => ELSEWHEN.test(word))) break;
		const whole = WINS.test(unit) ? won.quantity.value : LOSSES.test(unit) ? lost.quantity.value : undefined;
		if (whole !== undefined && value > whole)
			found.push(beyond(claim, whole, WINS.test(unit) ? "wins" : "losses", phrase("{0} in the record", shown(whole)), won));
		// `seven road wins in 17 games`
		const before = figures[i - 1];
		const isOf = before && (WINS.test(before.quantity.unit) || LOSSES.test(before.quantity.unit));
		const games = won.quantity.value + lost.quantity.value;
		if (isOf && GAMES.test(unit) && value > games && wordsIn(passage, before.span.end, claim.span.start).join(" ") === "in")
			found.push(beyond(claim, games, "games", `${shown(won.quantity.value)} + ${shown(lost.quantity.value)} = ${shown(games)}`, won));
	}
	return found;
}

const beyond = (claim: Figure, most: number, noun: string, working: string | Phrase, record: Figure): Inconsistency => ({
	claim,
	reason: { kind: "more than all", written: claim.text, most: `${shown(most)} ${noun}` },
	working,
	related: [placeOf(record)],
});
