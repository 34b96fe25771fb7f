import { countsNothing } from "../../tally-cues.ts";
import { SMALL } from "../data/number-words.ts";
import { FUNCTION_WORDS, FURTHER, HYPHENATED_OTHERWISE, NOT_PLURAL, UNMARKED_PLURALS } from "../data/words.ts";
import { type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { isIrregularPlural, singular } from "./singular.ts";

/** What a number counts. `first` and `next` are lexemes, half open. */
export interface NounRead {
	readonly first: number;
	readonly next: number;
	/** Singular, with its own modifiers as written; small letters where it is not a name. */
	readonly name: string;
}

export function isFunctionWord(word: string): boolean {
	return FUNCTION_WORDS.has(word);
}

/** Whether a word in small letters reads as a plural noun, or as a noun that counts without -s. */
export function isPlural(word: string): boolean {
	if (UNMARKED_PLURALS.has(word)) return true;
	const length = word.length;
	if (length < 3) return false;
	if (word.charCodeAt(length - 1) !== 115) return length > 4 && word.endsWith("men") && !/(?:speci|regi|acu|abdo)men$/.test(word);
	const before = word.charCodeAt(length - 2);
	if (before === 115 || before === 39 || before === 0x2019) return false;
	if (before === 117 || before === 105) return isIrregularPlural(word);
	return !NOT_PLURAL.has(word) && !FUNCTION_WORDS.has(word);
}

/** The noun that a number ending before lexeme `i` counts. `first` is where the number's own words begin. */
export function nounBehind(lexemes: Lexemes, i: number, first: number, vague: boolean): NounRead | undefined {
	const raw = lexemes.raw(i);
	if ((raw === "-" || raw === "‑" || raw === "‐") && lexemes.touches(i))
		return lexemes.touches(i + 1) ? hyphenated(lexemes, i + 1) : undefined;
	if (lexemes.word(i) === "of") return ofPhrase(lexemes, i + 1, vague);
	if (vague) {
		const more = FURTHER.has(lexemes.word(i)) || lexemes.word(i) === "other";
		return more ? phrase(lexemes, i) : phrase(lexemes, i, 1);
	}
	return phrase(lexemes, i) ?? compound(lexemes, i, first);
}

/** `12-page document`: what is joined to the number is what it counts. */
function hyphenated(lexemes: Lexemes, i: number): NounRead | undefined {
	if (lexemes.kind(i) !== WORD) return undefined;
	const word = lexemes.word(i);
	if (word.length < 3 || HYPHENATED_OTHERWISE.has(word) || FUNCTION_WORDS.has(word) || word.endsWith("ed") || word.endsWith("est"))
		return undefined;
	// `the 30-share index` is called so.
	if (MEMBERS_OF_AN_INDEX.has(word) && INDICES.has(lexemes.word(i + 1))) return undefined;
	if (countsNothing(lexemes.word(i - 2), word, lexemes.word(i + 1))) return undefined;
	// `three-bedroom`, but `six-figure` and `five-star` too; further hyphens (`three-door-long`) change nothing.
	return { first: i, next: i + 1, name: singular(word) };
}

const MEMBERS_OF_AN_INDEX = new Set("share stock issue".split(" "));
const INDICES = new Set("index average gauge benchmark barometer".split(" "));

/** `the 12 page document`, `a tapered 14 gauge needle`, `a .500 record`, `a 7.2 magnitude earthquake`: a singular noun behind a determined number, before another noun or behind decimals. */
function compound(lexemes: Lexemes, i: number, first: number): NounRead | undefined {
	const determined =
		DETERMINERS.has(lexemes.word(first - 1)) ||
		(DETERMINERS.has(lexemes.word(first - 2)) && lexemes.kind(first - 1) === WORD && !FUNCTION_WORDS.has(lexemes.word(first - 1)));
	if (!determined) return undefined;
	const word = lexemes.word(i);
	const behind = lexemes.word(i + 1);
	const isDecimal = i === first + 1 && lexemes.raw(first).includes(".");
	const isNoun =
		lexemes.kind(i) === WORD &&
		!lexemes.isCapitalised(i) &&
		!FUNCTION_WORDS.has(word) &&
		!/(?:[^e]ed|ing|ly|est|al|ful|ous)$/.test(word) &&
		word.length > 2;
	if (!isNoun || lexemes.touches(i)) return undefined;
	// `a magnitude 7.2 earthquake`
	if (lexemes.word(first - 1) === "magnitude") return { first: i, next: i, name: "magnitude" };
	if (!isDecimal && (lexemes.kind(i + 1) !== WORD || FUNCTION_WORDS.has(behind) || lexemes.touches(i + 1))) return undefined;
	return { first: i, next: i + 1, name: word };
}

const DETERMINERS = new Set("the a an its their his her this that our".split(" "));

/** `of its phones`, `of the 12 jurors`, `of Garfield's deputies`; a vague magnitude's `of` needs no determiner. */
function ofPhrase(lexemes: Lexemes, i: number, vague: boolean): NounRead | undefined {
	let at = i;
	while (PARTITIVE.has(lexemes.word(at))) at++;
	const owned = lexemes.kind(at) === WORD && /'s$/.test(lexemes.word(at));
	if (owned) at++;
	else if (at === i && !vague) return undefined;
	// `seven of the nine judges`: the nine count what the seven are of. `Four of their last five games` tells one stretch.
	if (SMALL.has(lexemes.word(at))) return undefined;
	return phrase(lexemes, at);
}

const PARTITIVE = new Set("the its their his her our my your these those all".split(" "));

/** The noun phrase at a lexeme: modifiers and a plural head. `longest` bounds its words. */
function phrase(lexemes: Lexemes, i: number, longest = LONGEST_PHRASE): NounRead | undefined {
	let head = -1;
	let first = i;
	while (FURTHER.has(lexemes.word(first))) first++;
	let words = 0;
	for (let at = first; words < longest; at++) {
		const kind = lexemes.kind(at);
		if (kind === NUMBER && at > first && (lexemes.isCapitalised(at - 1) || lexemes.isCapitalised(at + 1)) && !lexemes.touches(at + 1))
			continue;
		if (kind !== WORD) {
			if (isJoint(lexemes, at, first)) continue;
			break;
		}
		const word = lexemes.word(at);
		if (FUNCTION_WORDS.has(word)) {
			// Names in a row share a noun: `Kia and Hyundai cars`.
			const joins =
				(word === "and" || word === "or") && head < 0 && at > first && lexemes.isCapitalised(at - 1) && lexemes.isCapitalised(at + 1);
			if (!joins) break;
			continue;
		}
		words++;
		if (isPlural(word)) {
			// `Rolls-Royce`: what is hyphenated on is a modifier.
			if (lexemes.raw(at + 1) === "-" && lexemes.touches(at + 1) && lexemes.touches(at + 2)) continue;
			// `the 787 carries the load`: a name in digits has a verb behind it.
			if (at === first && NOUN_STOPS.has(lexemes.word(at + 1)) && isNamedByDigits(lexemes, i)) return undefined;
			if (head >= 0 && lexemes.raw(at - 1) !== "-" && !goesOn(lexemes, at)) return finish(lexemes, first, at);
			head = at;
			if (!goesOn(lexemes, at)) break;
		} else if (head >= 0 && lexemes.raw(at - 1) !== "-") break;
	}
	return head < 0 ? undefined : finish(lexemes, first, head);
}

const LONGEST_PHRASE = 6;
const NOUN_STOPS = new Set("the a an its their his her this".split(" "));

/** Whether the number before lexeme `i` is three digits or more behind `the`, as models of aircraft and cars are. */
function isNamedByDigits(lexemes: Lexemes, i: number): boolean {
	return /^\d{3,4}$/.test(lexemes.raw(i - 1)) && lexemes.word(i - 2) === "the";
}

/** Whether a plural is itself a modifier: another plural follows (`sports fans`), or it is hyphenated on. */
function goesOn(lexemes: Lexemes, at: number): boolean {
	if ((lexemes.raw(at + 1) === "-" && lexemes.touches(at + 1)) || lexemes.raw(at + 1) === "'" || lexemes.raw(at + 1) === "’")
		return lexemes.touches(at + 1) && lexemes.kind(at + 2) === WORD;
	return lexemes.kind(at + 1) === WORD && isPlural(lexemes.word(at + 1));
}

/** Marks that do not end a phrase: a hyphen or a slash inside a word, quotation marks around its first word, an ampersand between names. */
function isJoint(lexemes: Lexemes, at: number, first: number): boolean {
	const raw = lexemes.raw(at);
	if (raw === "-" || raw === "‑" || raw === "/" || raw === "‐") return at > first && lexemes.touches(at) && lexemes.touches(at + 1);
	if (raw === "'" || raw === "’") return lexemes.touches(at);
	if (raw === "&") return lexemes.isCapitalised(at - 1) && lexemes.isCapitalised(at + 1);
	if (raw === ".")
		return (
			lexemes.touches(at) &&
			lexemes.isCapitalised(at - 1) &&
			lexemes.raw(at - 1).length <= 3 &&
			lexemes.touches(at) &&
			lexemes.kind(at + 1) === WORD &&
			at > first &&
			lexemes.end(at - 1) - lexemes.start(at - 1) <= 2
		);
	return (raw === '"' || raw === "“" || raw === "”" || raw === "‘") && at <= first + 3;
}

function finish(lexemes: Lexemes, first: number, head: number): NounRead {
	let name = "";
	for (let at = first; at <= head; at++) {
		const raw = lexemes.raw(at);
		if (raw === '"' || raw === "“" || raw === "”" || raw === "‘") continue;
		const isHead = at === head;
		const written = lexemes.isCapitalised(at) ? raw : lexemes.word(at);
		const word = isHead ? keepCase(written) : written;
		name += name === "" || lexemes.touches(at) ? word : ` ${word}`;
	}
	return { first, next: head + 1, name };
}

function keepCase(head: string): string {
	const one = singular(head.toLowerCase());
	// `TDs`, `NGOs`
	if (/^[A-Z]{2,6}s$/.test(head)) return head.slice(0, -1);
	return head === head.toLowerCase() ? one : head.slice(0, 1) + one.slice(1);
}
