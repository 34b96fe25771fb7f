import { BUSINESS_WORDS, GAME_WORDS } from "./data/game-words.ts";
import type { Match } from "./expression.ts";
import { type Reading, textAt } from "./reading.ts";

/** Whether `the third quarter` or `the second half` is a game's: its sentence speaks of a game and of no business. */
export function isOfGame(
	reading: Reading,
	match: Match,
	sentenceOf: (reading: Reading, match: Match) => { readonly first: number; readonly last: number },
): boolean {
	const { expression } = match;
	const bare =
		expression.form === "part"
			? !expression.year && expression.grain !== "season"
			: expression.form === "same" && expression.grain === "quarter";
	if (!bare) return false;
	const sentence = sentenceOf(reading, match);
	let game = false;
	for (let i = sentence.first; i < sentence.last; i++) {
		const text = textAt(reading, i);
		if (BUSINESS_WORDS.has(text)) return false;
		if (GAME_WORDS.has(text)) game = true;
	}
	return game || isReport(reading, match.first);
}

// So many words of a game around a sentence make its paragraph a match report.
const ENOUGH = 4;
const AROUND = 150;

function isReport(reading: Reading, at: number): boolean {
	let count = 0;
	for (let i = Math.max(0, at - AROUND); i < at + AROUND && count < ENOUGH; i++) if (GAME_WORDS.has(textAt(reading, i))) count++;
	return count >= ENOUGH;
}
