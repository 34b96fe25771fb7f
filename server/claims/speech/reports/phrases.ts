import { HONORIFICS, isDocumentNoun, isPersonNoun } from "../lexicon/titles.ts";
import { is, NAMES_AND_MONTHS } from "../lexicon/words.ts";
import { has, isDash, type Range, type Word } from "../words.ts";

/** Prepositions that keep a noun phrase going: `a spokesman for the company`, `officials in two counties`. */
const LINKS = new Set(["of", "for", "at", "in", "from", "with", "to", "on", "behind", "near"]);

/** Verb-like words that part a subject from what stands before it. */
function isVerbal(words: readonly Word[], i: number): boolean {
	const word = words[i];
	if (!word) return false;
	if (has(word, is.auxiliary)) return true;
	if (word.verb && !word.capital) {
		// A form in -s or without an ending may be a noun: `press secretary`, `the reports show`.
		if (!word.verb.forms.has("past") && !word.verb.forms.has("ing") && !word.verb.forms.has("participle") && !has(words[i - 1], is.subject))
			return isSaying(word);
		const before = words[i - 1];
		return !has(before, is.determiner | is.possessive | is.preposition) && !before?.lower.endsWith("'s") && before !== undefined;
	}
	return false;
}

/** The head of a noun phrase: its last word, or the one before its first preposition. */
export function headOf(words: readonly Word[], { from, to }: Range): Word {
	for (let i = from + 1; i < to; i++) if (LINKS.has((words[i] as Word).lower)) return words[i - 1] as Word;
	return words[to - 1] as Word;
}

/** Present forms that are no nouns. */
function isSaying(word: Word): boolean {
	return /^(?:says?|tells?|thinks?|believes?|knows?|argues?|insists?|wants?)$/.test(word.lower);
}

/** Whether a word may be part of a noun phrase without being its article. */
function isNominal(word: Word | undefined): boolean {
	if (!word) return false;
	if (word.kind === "number") return true;
	if (word.kind !== "word") return word.text === "&" || word.text === "@";
	if (word.lower === "one") return true;
	if (word.capital && !has(word, is.time))
		return !has(word, is.subordinator | is.conjunction | is.subject | is.preposition | is.auxiliary | is.adverb);
	if (word.capital && has(word, is.time) && !/^\d/.test(word.text)) return NAMES_AND_MONTHS.has(word.text);
	return word.class === 0 || has(word, is.possessive | is.determiner) || word.lower === "one";
}

/**
 * The noun phrase that ends just before `end`, as the subject of a verb there: `the head of the bank`, `Ana Ruiz, its chief economist,` (the name alone), `he`.
 * Does not look before `floor`. Undefined when no noun stands there.
 */
export function nounPhraseBefore(words: readonly Word[], end: number, floor: number): Range | undefined {
	let to = end;
	let last = words[to - 1];
	if (to <= floor || !last) return undefined;
	if (last.kind === "mark" && last.text === ")") {
		to = openingBefore(words, to, floor);
		last = words[to - 1];
	}
	if (last?.lower === "who" || last?.lower === "which" || last?.lower === "that") {
		const name = last.lower === "that" ? to - 1 : words[to - 2]?.text === "," ? to - 2 : to - 1;
		const antecedent = name > floor ? nounPhraseBefore(words, name, floor) : undefined;
		if (antecedent) return last.lower === "who" ? somebodyIn(words, antecedent) : antecedent;
		return { from: to - 1, to };
	}
	// A title's own comma closes what explains a name too: `Ruiz, on “The Long Field,” said`.
	if (last?.text === "," || isDash(last) || (last?.quoted?.closes === "," && last.quoted.isTitle)) {
		const name = beforeApposition(words, to, floor);
		return name === undefined ? undefined : nounPhraseBefore(words, name, floor);
	}
	if (has(last, is.subject)) return { from: to - 1, to };
	if (last?.lower === "these" || last?.lower === "those" || last?.lower === "this") return { from: to - 1, to };
	let from = to;
	while (from > floor) {
		const word = words[from - 1] as Word;
		const before = words[from - 2];
		if (has(word, is.determiner | is.possessive) && from < to) {
			from--;
			if (before && LINKS.has(before.lower) && from - 2 > floor && isNominal(words[from - 2])) {
				from--;
				continue;
			}
			if (has(before, is.determiner)) continue;
			break;
		}
		if (word.text === ")") {
			from = openingBefore(words, from, floor);
			continue;
		}
		if (from < to && isTitleStop(words, from - 1)) {
			from--;
			continue;
		}
		if (
			LINKS.has(word.lower) &&
			from < to &&
			from - 2 >= floor &&
			isNominal(before) &&
			!has(before, is.possessive | is.determiner) &&
			!isVerbal(words, from - 2)
		) {
			from--;
			continue;
		}
		if (has(word, is.conjunction) && word.lower !== "but" && from < to && joins(words, from - 1, floor)) {
			from--;
			continue;
		}
		// An adverb before an adjective is inside of the phrase: `newly filed reports`.
		if (from < to && word.lower.endsWith("ly") && word.class === is.adverb && words[from]?.class === 0) {
			from--;
			continue;
		}
		if (!isNominal(word) || isVerbal(words, from - 1) || (from < to && isPastOf(before, word, words[from]))) break;
		from--;
	}
	// The noun of a prepositional phrase is no subject: what the clause begins with is (`Marchers along the river shouted`).
	if (from < to && from > floor && has(words[from - 1], is.preposition) && !has(words[from - 1], is.subordinator)) {
		// `Papers seen by the Courier show`: the agent explains the noun before the participle.
		const participle = words[from - 1]?.lower === "by" ? words[from - 2] : undefined;
		if (participle && !last?.lower.endsWith("'s") && from - 3 > floor - 1 && isParticiple(participle) && words[from - 3]?.class === 0)
			return nounPhraseBefore(words, from - 2, floor);
		const first = clauseSubject(words, from - 1, floor);
		if (first) return first;
	}
	if (from === to) return clauseSubject(words, to, floor);
	while (from < to && (has(words[from], is.adverb | is.conjunction) || words[from]?.text === "-") && !(words[from] as Word).verb) from++;
	return from < to ? { from, to } : undefined;
}

/** `risky for Ruiz, who left`: `who` stands for somebody, so for the name behind a preposition where the noun before it is no person's. */
function somebodyIn(words: readonly Word[], phrase: Range): Range {
	const head = headOf(words, phrase);
	if (head.capital || isPersonNoun(head.lower) || /[^s]s$/.test(head.lower)) return phrase;
	const starts: number[] = [];
	for (let i = phrase.from + 1; i < phrase.to - 1; i++) if (LINKS.has((words[i] as Word).lower)) starts.push(i + 1);
	const last = (n: number): Word | undefined => words[(starts[n + 1] ?? phrase.to + 1) - 2];
	const from =
		starts.find((_, n) => isPersonNoun(last(n)?.lower ?? "")) ??
		starts.findLast((start, n) => last(n)?.capital === true && words[start - 1]?.lower !== "in" && words[start - 1]?.lower !== "on");
	return from === undefined ? phrase : { from, to: phrase.to };
}

const isParticiple = (word: Word): boolean =>
	!word.capital && /^(?:.{3,}ed|.{3,}wn|.{2,}tten|seen|held|made|put|sent|kept|shown)$/.test(word.lower);

/** The first noun phrase of the clause that ends at `end`, unless a verb stands in it or the clause begins with a preposition. */
function clauseSubject(words: readonly Word[], end: number, floor: number): Range | undefined {
	let start = end;
	while (start > floor) {
		const word = words[start - 1] as Word;
		if (
			word.kind === "quote" ||
			(word.kind === "mark" && (isDash(word) || /^[,;:(]$/.test(word.text))) ||
			isVerbal(words, start - 1) ||
			(has(word, is.conjunction) && !has(words[start], is.preposition)) ||
			word.lower === "that"
		)
			break;
		start--;
	}
	while (start < end && has(words[start], is.adverb)) start++;
	if (has(words[start], is.preposition | is.subordinator)) return undefined;
	const phrase = nounPhraseAfter(words, start, end);
	return phrase;
}

/** `The effort included members of the board, which`: a form in -ed between two nouns is a verb. `People involved in it`, `a firm called Corvane` are one phrase. */
function isPastOf(noun: Word | undefined, word: Word, next: Word | undefined): boolean {
	const isCommon = (one: Word | undefined): boolean => one?.kind === "word" && one.class === 0 && !one.capital;
	return isCommon(word) && /[^e]ed$/.test(word.lower) && isCommon(noun) && isCommon(next);
}

/** The stop of a short title or an initial before a name: `Sen. Ruiz`, `Ana B. Ruiz`. */
function isTitleStop(words: readonly Word[], at: number): boolean {
	if (words[at]?.text !== ".") return false;
	const before = words[at - 1];
	const after = words[at + 1];
	return before?.kind === "word" && before.capital && (before.text.length === 1 || HONORIFICS.has(before.lower)) && after?.capital === true;
}

/** Whether `and` joins two names or two nouns rather than two clauses: both neighbours look alike. */
function joins(words: readonly Word[], at: number, floor: number): boolean {
	const left = words[at - 1];
	const right = words[at + 1];
	if (at - 1 < floor || !left || !right || left.kind !== "word" || right.kind !== "word") return false;
	if (isVerbal(words, at - 1)) return false;
	return left.capital === right.capital ? left.class === 0 : has(right, is.determiner | is.possessive) && left.class === 0;
}

function openingBefore(words: readonly Word[], end: number, floor: number): number {
	for (let i = end - 2; i >= Math.max(floor, end - 12); i--) if (words[i]?.text === "(") return i;
	return end - 1;
}

/** Where the name ends that an apposition or a relative clause between commas explains: `Ana Ruiz, who runs the bank,`. */
function beforeApposition(words: readonly Word[], end: number, floor: number): number | undefined {
	const mark = (words[end - 1] as Word).text || ",";
	for (let i = end - 3; i >= Math.max(floor + 1, end - 40); i--) {
		const word = words[i] as Word;
		if (word.kind === "quote") return undefined;
		if (word.text !== mark) continue;
		const after = words[i + 1];
		const before = words[i - 1];
		if (!before || (before.kind !== "word" && before.text !== ")")) continue;
		// What stands between commas must explain: a relative, an article, a possessive, a lower-case noun, an age.
		const explains =
			after !== undefined &&
			((before.capital && after.capital && end - i <= 5) ||
				/'s$/.test(after.lower) ||
				isName(words, i + 1, end - 1) ||
				has(after, is.relative | is.determiner | is.possessive) ||
				(mark !== "," && has(after, is.conjunction)) ||
				(has(after, is.preposition) && (before.capital || after.lower === "like" || after.lower === "including") && end - i < 20) ||
				after.kind === "number" ||
				(!after.capital && (after.class === 0 || has(after, is.adverb | is.time))));
		const names = before.capital || before.text === ")" || before.class === 0;
		if (explains && names) return i;
		// Another comma belongs to the same apposition: `Ana Ruiz, chair, chief executive and founder,`.
		if (!names) return undefined;
	}
	return undefined;
}

function isName(words: readonly Word[], from: number, to: number): boolean {
	return to - from > 0 && to - from <= 5 && words.slice(from, to).every((word) => word.capital || word.text === ".");
}

/** Nouns that name a medium: they end a source (`said Ruiz in a statement`). */
export const MEDIA = new Set(
	(
		"statement interview filing speech tweet post letter email e-mail memo blog note briefing conference call release testimony presentation " +
		"announcement message report article column editorial video transcript affidavit complaint lawsuit hearing webcast podcast op-ed essay book memoir document documents"
	).split(" "),
);

/** The noun phrase that begins at `start`: the source after `said` or `according to`. It ends before a comma, a verb, a medium or a date. */
export function nounPhraseAfter(words: readonly Word[], start: number, limit = words.length): Range | undefined {
	let to = start;
	while (to < limit) {
		const word = words[to] as Word;
		if (to === start && has(word, is.subject | is.object) && !(word.lower === "one" && isNominal(words[to + 1])) && word.lower !== "her")
			return { from: start, to: to + 1 };
		if (word.text === "(") {
			const close = words.findIndex((other, i) => i > to && i < to + 10 && other.text === ")");
			if (close < 0) break;
			to = close + 1;
			continue;
		}
		if (to > start && isTitleStop(words, to)) {
			to++;
			continue;
		}
		if (has(word, is.time) && to > start && !(word.capital && words[to - 1]?.capital && !has(word, is.time))) break;
		if (LINKS.has(word.lower) && to > start) {
			const noun = words.slice(to + 1, to + 5).find((other) => other.class === 0 || !isNominal(other));
			if (!noun || MEDIA.has(noun.lower) || !isNominal(words[to + 1]) || has(words[to + 1], is.time)) break;
			to++;
			continue;
		}
		if (
			has(word, is.conjunction) &&
			word.lower !== "but" &&
			to > start &&
			isNominal(words[to + 1]) &&
			words[to + 1]?.capital === words[to - 1]?.capital
		) {
			to++;
			continue;
		}
		if (!isNominal(word) || (to > start && (isVerbal(words, to) || followsName(words, to)))) break;
		to++;
	}
	return to > start ? { from: start, to } : undefined;
}

/** A small word after a name is a verb (`Ana Ruiz unveiled`), unless it is somebody's title or a name goes on after it (`Corvane spokeswoman Ana Ruiz`). */
function followsName(words: readonly Word[], at: number): boolean {
	const word = words[at] as Word;
	if (word.capital || word.kind !== "word" || word.class !== 0 || !words[at - 1]?.capital || words[at - 1]?.class !== 0) return false;
	return !word.isTitle && !isPersonNoun(word.lower) && !words[at + 1]?.capital && !isDocumentNoun(word.lower);
}

/** Whether a clause with a subject of its own begins: a noun or pronoun, and then a verb. */
export function startsClause(words: readonly Word[], at: number): boolean {
	const subject = nounPhraseAfter(words, at);
	const next = subject && words[subject.to];
	return next !== undefined && (next.verb !== undefined || has(next, is.auxiliary));
}
