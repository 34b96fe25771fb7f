import { Lexicon } from "./lexicon.ts";
import type { Span } from "./span.ts";

/**
 * Splits a block's text into sentences: spans of that text without the white space between them.
 * A full stop ends a sentence when what follows starts like one and what precedes is no abbreviation, initial or initialism.
 * Closing quotation marks and brackets stay with the sentence that they close. Linear in the length of the text.
 */
export function splitSentences(text: string): Span[] {
	const sentences: Span[] = [];
	let start = 0;
	const stops = new Stops(text);
	let next = 0;
	for (let stop = stops.from(0); stop < text.length; stop = stops.from(next)) {
		next = stop + 1;
		while (next < text.length && isStop(text.charCodeAt(next))) next++;
		const end = afterClosing(text, next);
		if (end < text.length && !isSpace(text, end)) continue;
		if (!endsHere(text, stop, next === stop + 1 && text.charCodeAt(stop) === DOT, end)) continue;
		push(sentences, text, start, end);
		start = end;
	}
	push(sentences, text, start, text.length);
	return sentences;
}

const DOT = 46;

/**
 * Where the marks of a text stand that may end a sentence. Each is looked for by itself: engines find one character several times as fast as a loop finds one
 * of four, and most texts have no more than full stops.
 */
class Stops {
	readonly #text: string;
	#dot: number;
	#exclamation: number;
	#question: number;
	#ellipsis: number;

	constructor(text: string) {
		this.#text = text;
		this.#dot = nextOf(text, ".", 0);
		this.#exclamation = nextOf(text, "!", 0);
		this.#question = nextOf(text, "?", 0);
		this.#ellipsis = nextOf(text, "…", 0);
	}

	/** The first from an offset on; the end of the text when there is none. Offsets must grow. */
	from(at: number): number {
		if (this.#dot < at) this.#dot = nextOf(this.#text, ".", at);
		if (this.#exclamation < at) this.#exclamation = nextOf(this.#text, "!", at);
		if (this.#question < at) this.#question = nextOf(this.#text, "?", at);
		if (this.#ellipsis < at) this.#ellipsis = nextOf(this.#text, "…", at);
		return Math.min(this.#dot, this.#exclamation, this.#question, this.#ellipsis);
	}
}

function nextOf(text: string, mark: string, from: number): number {
	const at = text.indexOf(mark, from);
	return at < 0 ? text.length : at;
}

function isSpace(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code > 32 && code < 128 ? false : code === 32 || /\s/.test(text.charAt(at));
}

/** Full stop, exclamation mark, question mark, ellipsis. */
function isStop(code: number): boolean {
	return code === DOT || code === 33 || code === 63 || code === 0x2026;
}

const CLOSING = "\"'”’»)]";

/** The offset behind the closing marks at an offset; no sentence ends in more than four. */
function afterClosing(text: string, from: number): number {
	let end = from;
	while (end < text.length && end - from < 4 && CLOSING.includes(text[end] as string)) end++;
	return end;
}

// Titles, ranks, company forms, months and Latin forms that newspapers cut short (Associated Press style).
const ABBREVIATIONS = new Set(
	(
		"mr mrs ms dr prof rev fr sr jr st gen lt col maj capt cmdr adm sgt cpl pvt gov sen sens rep reps del hon pres amb atty " +
		"jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun " +
		"vs v no nos vol pp p ed eds etc al cf e.g i.e approx est dept univ assn bros ave blvd rd mt ft " +
		"ala ariz ark calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
	).split(" "),
);

// Company forms end a sentence as often as not: the word that follows decides.
const COMPANY_FORMS = new Set([
	"inc",
	"corp",
	"co",
	"ltd",
	"llc",
	"plc",
	"u.s",
	"u.k",
	"u.n",
	"e.u",
	"d.c",
	"a.m",
	"p.m",
	"sun",
	"sat",
	"mar",
]);
const STARTS_A_SENTENCE = new Set(
	(
		"the a an he she it they we i you this that these those his her its their our in on at for from with but and so yet while when as if after before " +
		"since there here what who how why one some many most all both according meanwhile however still also now then last next earlier"
	).split(" "),
);

/** `isFullStop` says that one full stop and no other mark stands at `stop`. */
function endsHere(text: string, stop: number, isFullStop: boolean, end: number): boolean {
	if (end >= text.length) return true;
	// One space and a letter of ASCII is what nearly always follows; the pattern is for the others.
	const next = text.charCodeAt(end) === 32 ? text.charCodeAt(end + 1) : 0;
	if (next >= 97 && next <= 122) return false;
	const isCapital = next >= 65 && next <= 90;
	if (isCapital && !(isFullStop && mayBeAbbreviated(text, stop))) return true;
	const rest = /^\s*["'“‘«([]{0,3}([\p{L}\d$€£]?)([\p{L}'’-]*)/u.exec(text.slice(end, end + 60));
	const first = rest?.[1] ?? "";
	const startsSmall = first !== "" && first === first.toLowerCase() && first !== first.toUpperCase();
	if (startsSmall) return false;
	if (!isFullStop) return true;
	const before = lastWord(text, stop);
	const word = before.toLowerCase();
	if (COMPANY_FORMS.has(word)) return STARTS_A_SENTENCE.has((first + (rest?.[2] ?? "")).toLowerCase());
	if (ABBREVIATIONS.has(word)) return false;
	// A single capital is an initial (George W. Bush); letters with stops between them an initialism (J.P. Morgan).
	return !INITIALS.test(before);
}

const INITIALS = /^(\p{Lu}|(\p{L}\.)+\p{L})$/u;

/** Whether a full stop may end an abbreviation and not the sentence, so that more has to be looked at: asked of every sentence's end, so no word is cut out. */
function mayBeAbbreviated(text: string, stop: number): boolean {
	let start = stop;
	for (; start > 0 && stop - start < LONGEST; start--) {
		const code = text.charCodeAt(start - 1);
		// Initialisms, and letters beyond ASCII.
		if (code === DOT || code > 127) return true;
		if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) break;
	}
	return stop - start === 1 || SHORTENED.at(text, start, stop) !== undefined;
}

/** Abbreviations and company forms. */
const SHORTENED = new Lexicon([...ABBREVIATIONS, ...COMPANY_FORMS].map((word) => [word, true] as const));
/** No abbreviation has more letters. */
const LONGEST = 20;

/** The letters and full stops directly before an offset. */
function lastWord(text: string, end: number): string {
	let start = end;
	while (start > 0 && end - start < LONGEST && isLetterOrStop(text, start - 1)) start--;
	return text.slice(start, end);
}

function isLetterOrStop(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46;
	return LETTER.test(text.charAt(at));
}

const LETTER = /\p{L}/u;

function push(sentences: Span[], text: string, start: number, end: number): void {
	let from = start;
	let to = end;
	while (from < to && text.charCodeAt(from) <= 32) from++;
	while (to > from && text.charCodeAt(to - 1) <= 32) to--;
	if (to > from) sentences.push({ start: from, end: to });
}
