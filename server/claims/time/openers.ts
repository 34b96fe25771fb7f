import { Lexicon } from "../../prose/lexicon.ts";
import { FUTURE_WORDS, LIKELY_FUTURE_WORDS, PAST_FORMS, PRESENT_FORMS, TELLING } from "./data/verbs.ts";
import { LEXICON, type Word } from "./lexicon.ts";

/** A time may begin with the word. */
export const OPENS = 1;
/** The word has to do with times: what looks for a word behind it finds one. */
export const SAYS = 2;
/** A time begins with the word only where the next one has to do with times: `the`. */
export const BEFORE_ONE = 4;
/** A time begins with the word only where one of the next two has to do with times: `a full year`, `that same day`. */
export const NEAR_ONE = 8;
/** A verb may stand here that places a time (`tense.ts`). */
export const TENSED = 16;

/** Words without a role that `the` introduces a time with. */
export const LED_BY_THE: ReadonlySet<string> = new Set(
	"most near short foreseeable immediate distant future full whole final next past '".split(" "),
);

/** Words without a role that a time begins with (`readOther`). */
const OTHERS = "most another additional final these".split(" ");
/** Pronouns that stand before a time in the place of an article (`readPossessed`). */
const POSSESSIVES = "its their our".split(" ");

/** A word that has to do with times. */
export interface Entry {
	readonly text: string;
	readonly word: Word | undefined;
	/** What it is a sign of. */
	readonly cue: number;
}

/** Every word that any reader looks for at the beginning of a time. */
export const ENTRIES: Lexicon<Entry> = new Lexicon(entries());

function entries(): Map<string, Entry> {
	const entries = new Map<string, Entry>();
	const add = (text: string, cue: number) => {
		entries.set(text, { text, word: LEXICON.get(text), cue: (entries.get(text)?.cue ?? 0) | cue });
	};
	for (const [text, word] of LEXICON) add(text, SAYS | openingCue(text, word));
	for (const text of LED_BY_THE) add(text, SAYS);
	for (const text of OTHERS) add(text, OPENS);
	for (const text of POSSESSIVES) add(text, OPENS | BEFORE_ONE);
	for (const list of [FUTURE_WORDS, LIKELY_FUTURE_WORDS, PRESENT_FORMS, PAST_FORMS, TELLING, ["to"]])
		for (const text of list) add(text, TENSED);
	for (const text of entries.keys()) add(text, tenseCue(text, 0, text.length));
	return entries;
}

/** Whether a word ends like a past form or like what is to come: `opened`, `they'll`. */
export function tenseCue(text: string, start: number, end: number): number {
	const last = text.charCodeAt(end - 1) | 32;
	const isTensed = last === 100 ? (text.charCodeAt(end - 2) | 32) === 101 : last === 108 && (text.charCodeAt(end - 2) | 32) === 108;
	return isTensed && end - start > 3 ? TENSED : 0;
}

function openingCue(text: string, { role }: Word): number {
	switch (role) {
		case "the":
			return OPENS | BEFORE_ONE;
		case "article":
			return OPENS | NEAR_ONE;
		case "deictic":
			// `The current mayor` says when all by itself.
			return text === "current" ? OPENS : OPENS | NEAR_ONE;
		case "shift":
			return text === "earlier" || text === "later" ? OPENS : 0;
		// A part of the day ends a time and begins none.
		case "dayPart":
			return 0;
		default:
			return OPENS;
	}
}
