import { Lexicon } from "../../../prose/lexicon.ts";
import type { Span } from "../../../prose/span.ts";
import type { Home } from "../../../prose/versions/home.ts";
import { HONORIFICS, ORGANISATION_WORDS } from "../lexicon/titles.ts";
import { is, NAMES_AND_MONTHS, sign } from "../lexicon/words.ts";
import { endOf, type Word, type Words } from "../words.ts";

/** A run of capitalised words. Offsets are the text's of the block that it stands in; `from` and `to` count the block's words. */
export interface NameMention extends Span {
	readonly home: Home;
	readonly from: number;
	readonly to: number;
	readonly name: string;
	/** Its first and its last word, by which it is looked up. */
	readonly first: string;
	readonly last: string;
	readonly kind: "person" | "organisation" | "unknown";
	/** One word at the start of a sentence, which may owe its capital to that. */
	readonly initial: boolean;
	/** Stands among the first words of its sentence. */
	readonly leads: boolean;
}

const PARTICLES = new Set("de la del der den van von bin ibn al el da di du le dos das".split(" "));
const LONGEST_PARTICLE = 3;

/** The names of a block: runs of capitalised words, titles before a name left out. No run goes on into another sentence. */
export function namesIn(text: string, of: Words, sentences: readonly Span[], home: Home): NameMention[] {
	const found: NameMention[] = [];
	if ((of.signs & sign.capital) === 0) return found;
	const { list: words, starts } = of;
	let sentence = 0;
	let i = 0;
	while (i < words.length) {
		if (!(words[i] as Word).capital || !isName(words, i)) {
			i++;
			continue;
		}
		while (sentence < sentences.length && (sentences[sentence] as Span).end <= (starts[i] as number)) sentence++;
		const limit = sentences[sentence]?.end ?? text.length;
		let from = i;
		let to = i + 1;
		while (to < words.length && (starts[to] as number) < limit) {
			const step = stepFrom(words, to);
			if (step === 0) break;
			to += step;
		}
		i = to;
		// A sentence's first word is no name when it is a word of grammar.
		while (from < to && ((words[from] as Word).class & ~is.time) !== 0) from++;
		// `Secretary of State Ana Ruiz`: the office's own word is no first name.
		const office = to - from > 2 && words[from - 1]?.lower === "of" && words[from - 2]?.isTitle === true;
		if (office) from++;
		const title = lastTitle(words, from, to);
		if (title >= 0) {
			// `Corvane CEO Ana Ruiz` is two names with a title between.
			let end = title;
			while (end > from && isTitle(words, end - 1, to)) end--;
			if (end > from && !words.slice(from, end).every((word) => (word.signs & sign.modifier) !== 0))
				found.push(mentionOf(text, of, from, end, false, home, sentences[sentence]?.start ?? 0));
			from = words[title + 1]?.text === "." ? title + 2 : title + 1;
		}
		if (from < to)
			found.push(
				mentionOf(
					text,
					of,
					from,
					to,
					title >= 0 || office || words[from - 1]?.isTitle === true || (to - from > 1 && explains(words, to)),
					home,
					sentences[sentence]?.start ?? 0,
				),
			);
	}
	return found;
}

/** Whether what follows a name says that it is somebody's: `, who`, `, its chief economist`, `, 54,`. */
function explains(words: readonly Word[], at: number): boolean {
	if (words[at]?.text !== ",") return false;
	if (words[at + 1]?.lower === "who" || (words[at + 1]?.kind === "number" && words[at + 2]?.text === ",")) return true;
	for (let i = at + 1; i < at + 7; i++) {
		const word = words[i];
		if (word?.kind !== "word" || word.verb) return false;
		if (word.isTitle && !NAMES_TOO.has(word.lower)) return true;
	}
	return false;
}

/** How many words the run goes on by at a place: a capital, or a stop, ampersand or particle with a capital after it. */
function stepFrom(words: readonly Word[], at: number): 0 | 1 | 2 {
	const word = words[at] as Word;
	const before = words[at - 1] as Word;
	if (word.kind === "word") {
		if (word.capital) return isName(words, at) && !before.lower.endsWith("'s") ? 1 : 0;
		return word.text.length <= LONGEST_PARTICLE && PARTICLES.has(word.text) && isName(words, at + 1) ? 2 : 0;
	}
	if (word.text === "." && isShort(before)) return isName(words, at + 1) ? 2 : 0;
	return word.text === "&" && isName(words, at + 1) ? 2 : 0;
}

function mentionOf(text: string, of: Words, from: number, to: number, titled: boolean, home: Home, sentence: number): NameMention {
	const start = of.starts[from] as number;
	// A name of one word is the word itself, which is not cut out again.
	const written = to - from === 1 ? (of.list[from] as Word).text : text.slice(start, endOf(of, to - 1));
	const name = withoutPossessive(written);
	const space = name.indexOf(" ");
	return {
		home,
		from,
		to,
		start,
		end: start + name.length,
		name,
		first: space < 0 ? name : name.slice(0, space),
		last: space < 0 ? name : name.slice(name.lastIndexOf(" ") + 1),
		kind: kindOf(name, titled),
		initial: to - from === 1 && start <= sentence + 1,
		leads: start <= sentence + 16,
	};
}

function isName(words: readonly Word[], i: number): boolean {
	const word = words[i];
	if (!word?.capital) return false;
	if ((word.class & is.time) === 0) return true;
	// Jan, May, April, June and August are first names too: before another name and no figure.
	return NAMES_AND_MONTHS.has(word.text) && words[i + 1]?.kind === "word" && isName(words, i + 1);
}

function isShort(word: Word): boolean {
	return word.text.length === 1 || HONORIFICS.has(word.lower) || word.text === "Jr" || word.text === "Sr" || word.text === "St";
}

/** The last title of a run that a name follows, or with which the run begins; -1 when it has none. */
function lastTitle(words: readonly Word[], from: number, to: number): number {
	for (let i = to - 1; i >= from; i--) if (isTitle(words, i, to)) return i + 1 < to || i === from ? i : -1;
	return -1;
}

// Titles that companies and authorities bear in their names: General Motors, the Justice Department.
const NAMES_TOO = new Set(
	"general justice major premier executive senior chief head chair vice trader fellow counsel author pioneer pope king queen prince princess lady lord judge".split(
		" ",
	),
);

function isTitle(words: readonly Word[], at: number, to: number): boolean {
	const word = words[at] as Word;
	if ((word.signs & (sign.title | sign.rank)) === 0) return false;
	if (!NAMES_TOO.has(word.lower)) return true;
	const rest = words.slice(at + 1, to);
	return rest.length >= 2 && !rest.some((other) => ORGANISATION_WORDS.has(other.lower));
}

function withoutPossessive(name: string): string {
	const last = name.at(-1);
	return last === "s" || last === "'" || last === "’" ? name.replace(/['’]s?$/, "") : name;
}

function kindOf(name: string, titled: boolean): NameMention["kind"] {
	if (titled) return "person";
	if (isOrganisation(name)) return "organisation";
	// Most names go on with a small letter, which costs less to see.
	const second = name.charCodeAt(1);
	if (second >= 97 && second <= 122) return "unknown";
	return /^(?:\p{Lu}[\p{Lu}&.]+)$/u.test(name) ? "organisation" : "unknown";
}

/** Whether a word of an organisation's name stands among those of a name, or an ampersand, or it is an address. */
function isOrganisation(name: string): boolean {
	for (let from = 0; from <= name.length; ) {
		const space = name.indexOf(" ", from);
		const end = space < 0 ? name.length : space;
		if (end - from === 1 && name[from] === "&") return true;
		if (ORGANISATION.at(name, from, name[end - 1] === "." ? end - 1 : end)) return true;
		from = end + 1;
	}
	return name.includes(".") && /[a-z]\.(?:com|org|net)\b/i.test(name);
}

const ORGANISATION = new Lexicon([...ORGANISATION_WORDS].map((word) => [word, true]));
