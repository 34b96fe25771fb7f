import { AHEAD_OF_INFINITIVE, FUTURE_WORDS, NOT_PAST, PAST_FORMS, PRESENT_FORMS } from "./data/verbs.ts";
import { type Reading, textAt } from "./reading.ts";

/** When the verb nearest to a time expression places it: before the dateline, after it, or no verb says. */
export type Tense = "past" | "future" | "unsaid";

// HeidelTime (Strötgen and Gertz, 2013) looks at the last verb before the expression in its sentence, then at the first one behind it.
const LEFT = 30;
const RIGHT = 15;

/** The tense of the verb nearest to the lexemes from `first` to `last`, within the sentence that starts and ends at these lexemes. */
export function tenseAt(reading: Reading, first: number, last: number, sentence: { readonly first: number; readonly last: number }): Tense {
	for (let i = first - 1; i >= Math.max(sentence.first, first - LEFT); i--) {
		const tense = tenseOf(reading, i);
		if (tense) return tense;
	}
	for (let i = last; i < Math.min(sentence.last, last + RIGHT); i++) {
		const tense = tenseOf(reading, i);
		if (tense) return tense;
	}
	return "unsaid";
}

function tenseOf(reading: Reading, i: number): Tense | undefined {
	const lexeme = reading.lexemes[i];
	if (lexeme === undefined || lexeme.mark || lexeme.word || lexeme.number !== undefined) return undefined;
	const text = lexeme.text;
	if (FUTURE_WORDS.has(text)) {
		// `Would have been`, `may have met` look back.
		if (textAt(reading, i + 1) === "have") return "past";
		if (text === "due" && textAt(reading, i + 1) === "to" && !isVerbLike(textAt(reading, i + 2))) return undefined;
		return lexeme.capital && (text === "may" || text === "will") ? undefined : "future";
	}
	if (text.endsWith("'ll") || text.endsWith("’ll")) return "future";
	if (text === "to" && AHEAD_OF_INFINITIVE.has(textAt(reading, i - 1)) && isVerbLike(textAt(reading, i + 1))) return "future";
	if (PRESENT_FORMS.has(text) && !lexeme.joined) {
		if ((text === "is" || text === "are" || text === "has" || text === "have") && textAt(reading, i + 1) !== "expected") return undefined;
		return text === "has" || text === "have" ? "past" : "future";
	}
	if (lexeme.capital || lexeme.joined) return undefined;
	if (PAST_FORMS.has(text)) return "past";
	if (text.length > 3 && text.endsWith("ed") && !NOT_PAST.has(text)) {
		// `Expected to`, `scheduled for` look ahead however they are conjugated.
		if (AHEAD_OF_INFINITIVE.has(text) && (textAt(reading, i + 1) === "to" || textAt(reading, i + 1) === "for")) return "future";
		return "past";
	}
	return undefined;
}

/** Whether a word can be an infinitive: it is no article, pronoun, number or name. */
function isVerbLike(text: string): boolean {
	return text.length > 1 && text !== "the" && text !== "its" && text !== "his" && text !== "their" && text !== "an" && !/^\d/.test(text);
}
