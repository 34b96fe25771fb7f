import type { Span } from "../../../prose/span.ts";
import { type Home, HomeSpan } from "../../../prose/versions/home.ts";
import type { FoundSpeech } from "../../finder.ts";
import { HONORIFICS, ORGANISATION_NOUNS, ORGANISATION_WORDS } from "../lexicon/titles.ts";
import { is, sign } from "../lexicon/words.ts";
import { endOf, has, type Word, type Words } from "../words.ts";
import type { Directory } from "./directory.ts";

export type FoundRole = Extract<FoundSpeech, { readonly kind: "role" }>;

/** A title, and the organisation that it names. Offsets are the block's text's. */
interface Office {
	readonly title: Span;
	readonly organisation?: Span & { readonly name: string };
	/** A word that belongs to the title and stands before the organisation: `Former Corvane CEO`. */
	readonly rank?: string;
}

/**
 * Who is what where, in one block: `Ana Ruiz, chief economist at the bank,`, `Corvane CEO Ana Ruiz`, `Ana Ruiz, the bank's spokeswoman`,
 * `Ana Ruiz, who is mayor of Delft`. A title alone (`the chief executive said`) names nobody and is no role.
 */
export function findRoles(home: Home, words: Words, directory: Directory): FoundRole[] {
	const { text } = home.block;
	const roles: FoundRole[] = [];
	for (const name of directory.of(home)) {
		if (name.kind === "organisation" || name.to - name.from < 2) continue;
		const office =
			(words.list[name.to]?.text === "(" && words.list[name.to + 1]?.kind === "word"
				? officeInBrackets(text, words, name.to, home, directory)
				: officeAfter(text, words, behindAge(words.list, name.to), home, directory)) ??
			officeBefore(text, words, name.from, name.start) ??
			officeNamed(text, words, name, home, directory);
		if (!office) continue;
		const { title, organisation, rank } = office;
		const parts = [name, title, ...(organisation ? [organisation] : [])];
		const span = { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) };
		if (words.list[name.to]?.text === "(" && text[span.end] === ")") span.end++;
		roles.push({
			kind: "role",
			home,
			...span,
			role: {
				person: name.name,
				personSpan: new HomeSpan(home, name),
				title: [rank, text.slice(title.start, title.end)].filter(Boolean).join(" "),
				titleSpan: new HomeSpan(home, title),
				...(organisation && { organisation: organisation.name, organisationSpan: new HomeSpan(home, organisation) }),
			},
		});
	}
	return roles;
}

/** Whether two readings of one block found the same. */
export function areSameRoles(a: readonly FoundRole[], b: readonly FoundRole[]): boolean {
	return (
		a.length === b.length &&
		a.every(({ role: one, ...place }, i) => {
			const { role: other, ...there } = b[i] as FoundRole;
			return (
				isSameSpan(place, there) &&
				one.person === other.person &&
				one.title === other.title &&
				one.organisation === other.organisation &&
				isSameSpan(one.personSpan, other.personSpan) &&
				isSameSpan(one.titleSpan, other.titleSpan) &&
				isSameSpan(one.organisationSpan, other.organisationSpan)
			);
		})
	);
}

function isSameSpan(a: Span | undefined, b: Span | undefined): boolean {
	return a?.start === b?.start && a?.end === b?.end;
}

/** The comma behind an age that stands behind a name: `Ana Ruiz, 54, …`, `Ana Ruiz (54), …`. Where none does, the place behind the name. */
function behindAge(tokens: readonly Word[], to: number): number {
	const isAge = (at: number): boolean => /^\d{2}$/.test(tokens[at]?.text ?? "");
	if (tokens[to]?.text === "(" && isAge(to + 1) && tokens[to + 2]?.text === ")") return to + 3;
	if (tokens[to]?.text !== ",") return to;
	const at = tokens[to + 1]?.lower === "aged" ? to + 2 : to + 1;
	return isAge(at) && tokens[at + 1]?.text === "," ? at + 1 : to;
}

/** `Ana Ruiz (mayor of Delft)`, `Ana Ruiz (finance director, Corvane)`: with a year in the brackets it is of some time. */
function officeInBrackets(text: string, words: Words, open: number, home: Home, directory: Directory): Office | undefined {
	const { list: tokens, starts } = words;
	if (tokens[open]?.text !== "(") return undefined;
	const office = officeAfter(text, words, open, home, directory);
	if (!office) return undefined;
	const end = Math.max(office.title.end, office.organisation?.end ?? 0);
	let at = open;
	while (at < tokens.length && (starts[at] as number) < end) at++;
	// `Ana Ruiz (Captain Reyl)`: a part that she plays.
	if (tokens[at]?.text === ")")
		return office.organisation || !/^\p{Lu}\p{Ll}/u.test(text.slice(office.title.start, office.title.end)) ? office : undefined;
	if (tokens[at]?.text !== "," || office.organisation) return undefined;
	let close = at + 1;
	while (close < at + MOST_IN_BRACKETS && tokens[close]?.kind === "word") close++;
	if (tokens[close]?.text !== ")") return undefined;
	const organisation = organisationAt(text, words, at + 1, close, home, directory);
	return organisation && { ...office, organisation };
}

/** An organisation's name has no more words. */
const MOST_IN_BRACKETS = 9;

/** `, senior vice president of product at Corvane Business,` and `, who is …`. */
function officeAfter(text: string, words: Words, comma: number, home: Home, directory: Directory): Office | undefined {
	const { list: tokens, starts } = words;
	// `Ana Ruiz is the mayor of Delft`; `is a director` may be one thing that somebody is among others.
	const isSaid = tokens[comma]?.text === "is" && !/^(?:an?|not|one|no)$/.test(tokens[comma + 1]?.lower ?? "");
	if (!/^[,(]$/.test(tokens[comma]?.text ?? "") && !isSaid) return undefined;
	let i = comma + 1;
	if (BEFORE_VERB.has(tokens[i]?.text ?? "")) i++;
	if (VERBS.has(tokens[i]?.text ?? "")) i += tokens[i]?.text === "serves" ? 2 : 1;
	let possessor = -1;
	if (BEFORE_TITLE.has(tokens[i]?.text ?? "")) i++;
	const begin = i;
	// `the bank's chief economist`, `Corvane's chair`: the possessor is the organisation.
	for (let j = begin; j < Math.min(begin + 5, tokens.length); j++) {
		if (isPossessive((tokens[j] as Word).text)) {
			possessor = j;
			i = j + 1;
			break;
		}
		if ((tokens[j] as Word).kind !== "word") break;
	}
	const start = i;
	let noun = -1;
	let link = -1;
	let linked = false;
	let end = i;
	for (; end < tokens.length && end - start < 24; end++) {
		const word = tokens[end] as Word;
		if (word.kind === "mark" && !/^[&/-]$/.test(word.text)) break;
		if (
			noun < 0 &&
			(end - start > 6 || (word.kind === "word" && has(word, is.auxiliary | is.relative | is.conjunction | is.preposition | is.subject)))
		)
			return undefined;
		if (word.isTitle && !linked) noun = end;
		else if (noun >= 0) {
			const isLink = TITLE_LINKS.has(word.lower);
			if (!isLink && endsTitle(tokens, end, linked)) break;
			if (isLink) linked = true;
			if (link < 0 && (word.lower === "at" || word.lower === "for" || word.lower === "with")) link = end;
		}
	}
	if (noun < 0) return undefined;
	const from = starts[start] as number;
	const titleTo = (word: number): Span => ({ start: from, end: endOf(words, word) });
	if (link >= 0) {
		const organisation = organisationAt(text, words, link + 1, end, home, directory);
		return { title: titleTo(link - 1), ...(organisation && { organisation }) };
	}
	if (possessor >= 0) {
		const head = starts[begin] as number;
		const written = text.slice(head, endOf(words, possessor)).replace(/['’]s?$/, "");
		const organisation = { start: head, end: head + written.length, name: nameOf(written, home, head, directory) };
		return { title: titleTo(end - 1), organisation };
	}
	// `president of Corvane`: the last `of` before a name parts title and organisation, when what follows is no field of work.
	for (let j = end - 2; j > noun; j--) {
		if (!/^(?:of|in)$/.test((tokens[j] as Word).text)) continue;
		// `chief executive of the University of Ardal`: a name goes on behind a capital.
		if (j - 1 > noun && tokens[j - 1]?.capital && !tokens[noun]?.capital) continue;
		const organisation = organisationAt(text, words, j + 1, end, home, directory);
		if (organisation) return { title: titleTo(j - 1), organisation };
		break;
	}
	return { title: titleTo(end - 1) };
}

/** What may stand between a name's comma and a title: `, who is now the …`. */
const BEFORE_VERB = new Set(["who", "now"]);
const VERBS = new Set(["is", "was", "serves", "has", "became"]);
const BEFORE_TITLE = new Set(["the", "a", "an", "its", "their", "his", "her", "one", "then"]);

/** Whether a word is somebody's or something's: `bank's`, `workers’`. */
function isPossessive(word: string): boolean {
	const mark = word.charCodeAt(word.length - (word.endsWith("s") ? 2 : 1));
	return (mark === 39 || mark === 0x2019) && /^[^a-z]?[\p{L}&.-]+['’]s?$/u.test(word);
}

const TITLE_LINKS = new Set(["of", "at", "for", "with", "in", "and", "the", "its"]);

/** Whether a title is over before a word: at a verb or a clause, and, when no `of` or `at` leads on, at whatever is no part of it. */
function endsTitle(words: readonly Word[], at: number, linked: boolean): boolean {
	const [before, word] = [words[at - 1] as Word, words[at] as Word];
	if (word.text === "&" || word.text === "-" || before.text === "-" || before.text === "&") return false;
	if (has(word, is.auxiliary | is.relative | is.subordinator | is.time | is.adverb | is.subject)) return true;
	if (word.verb && !word.capital) return true;
	// A small word after a name is a verb (`chief of Corvane announced`).
	if (!word.capital && before.capital && linked) return true;
	// `chief financial officer`: the title goes on to a further word for what somebody is.
	return !linked && !words[at + 1]?.isTitle && !words[at + 2]?.isTitle;
}

/** `the company` and its like stand for the organisation named last; a name stands for itself. */
function organisationAt(text: string, words: Words, from: number, end: number, home: Home, directory: Directory): Office["organisation"] {
	const { list: tokens } = words;
	const first = tokens[from];
	if (!first || from >= end) return undefined;
	let start = from;
	if (/^(?:the|its|their|a|an)$/i.test(first.text)) start++;
	const head = tokens[start];
	if (!head || start >= end) return undefined;
	const noun = head.text.toLowerCase();
	const begin = words.starts[from] as number;
	const place = { start: begin, end: endOf(words, start) };
	if (start > from && ORGANISATION_NOUNS.has(noun) && start + 1 >= end) {
		const written = text.slice(place.start, place.end);
		return { ...place, name: directory.last("organisation", home, begin)?.name ?? written };
	}
	if (!head.capital) return undefined;
	let to = start + 1;
	while (to < end && (tokens[to]?.capital || tokens[to]?.text === "&" || tokens[to]?.text === "." || tokens[to + 1]?.capital)) to++;
	const at = { start: words.starts[start] as number, end: endOf(words, to - 1) };
	return { ...at, name: text.slice(at.start, at.end).replace(/['’]s$/, "") };
}

function nameOf(written: string, home: Home, at: number, directory: Directory): string {
	const noun = written.replace(/^(?:the|its)\s+/i, "").toLowerCase();
	return ORGANISATION_NOUNS.has(noun) ? (directory.last("organisation", home, at)?.name ?? written) : written;
}

/** `Corvane CEO Ana Ruiz`, `spokeswoman Ana Ruiz`: the title stands right before the name, the organisation before the title. */
function officeBefore(text: string, words: Words, first: number, nameStart: number): Office | undefined {
	const { list: tokens, starts } = words;
	let from = first;
	// namesIn has left the title out, so that it ends where the name begins.
	while (from > 0 && isTitlePart(tokens, from - 1)) from--;
	if (from === first) return undefined;
	const parts = tokens.slice(from, first);
	if (!parts.some((word) => word.isTitle) || parts.every(isHonorific)) return undefined;
	const title = { start: starts[from] as number, end: endOf(words, first - 1) };
	if (text.slice(title.end, nameStart).trim() !== "") return undefined;
	let org = from;
	// `On Monday President Ana Ruiz`: a day is nobody's.
	while (org > 0 && isNamePart(tokens[org - 1] as Word) && !has(tokens[org - 1] as Word, is.time)) org--;
	while (org < from && !/^\p{Lu}/u.test((tokens[org] as Word).text)) org++;
	if (org === from) return { title };
	const start = starts[org] as number;
	const written = text.slice(start, endOf(words, from - 1)).replace(/['’]s?$/, "");
	const isSentenceWord = org === 0 || tokens[org - 1]?.text === ".";
	if (
		isSentenceWord &&
		!ORGANISATION_WORDS.has(written.toLowerCase()) &&
		/^(?:The|A|An|In|On|At|But|And|When|While|As|After|For)$/.test(written)
	)
		return { title };
	// `Former Corvane CEO` is no longer at Corvane; the words before the title say so.
	const former = /^(?:Former|Ex) /.exec(written)?.[0].length ?? 0;
	return {
		title,
		...(former > 0 && { rank: "former" }),
		organisation: { start: start + former, end: start + written.length, name: written.slice(former) },
	};
}

/** `the prime minister, Ana Ruiz,`, `Corvane's chief executive, Ana Ruiz.`: the name says who a title is that stands before it by itself. */
function officeNamed(
	text: string,
	words: Words,
	name: { readonly from: number; readonly to: number },
	home: Home,
	directory: Directory,
): Office | undefined {
	const { list: tokens, starts } = words;
	if (tokens[name.from - 1]?.text !== ",") return undefined;
	const behind = tokens[name.to]?.text;
	// `the mayor, Ana Ruiz, and a nurse` may be three people, and `the mayor, Ana Ruiz said` has a speaker.
	if (behind !== undefined && !/^[,.;:!?)]$/.test(behind)) return undefined;
	const next = behind === "," ? tokens[name.to + 1] : undefined;
	if (next && (next.capital || next.lower === "and" || next.lower === "or")) return undefined;
	let from = name.from - 1;
	while (from > 0 && isTitlePart(tokens, from - 1)) from--;
	const parts = tokens.slice(from, name.from - 1);
	const lead = tokens[from - 1];
	if (!lead || !parts.some((word) => word.isTitle) || parts.some(({ capital }) => capital)) return undefined;
	const title = { start: starts[from] as number, end: endOf(words, name.from - 2) };
	if (!isPossessive(lead.text)) return /^(?:the|its|their|our)$/i.test(lead.text) && tokens[from - 2]?.text !== "," ? { title } : undefined;
	let org = from - 1;
	while (org > 0 && lead.capital && isNamePart(tokens[org - 1] as Word)) org--;
	if (!lead.capital && tokens[org - 1]?.lower === "the") org--;
	const start = starts[org] as number;
	const written = text.slice(start, endOf(words, from - 1)).replace(/['’]s?$/, "");
	return { title, organisation: { start, end: start + written.length, name: nameOf(written, home, start, directory) } };
}

/** Whether a title is one of those that anybody is given in front of a name. A president or a senator holds an office. */
function isHonorific({ lower }: Word): boolean {
	return HONORIFICS.has(lower) && !/^(?:president|senator|representative|congress(?:wo)?man)$/.test(lower);
}

function isTitlePart(tokens: readonly Word[], i: number): boolean {
	return ((tokens[i] as Word).signs & (sign.title | sign.modifier)) !== 0;
}

function isNamePart(token: Word): boolean {
	return token.text === "&" || (token.kind === "word" && /^\p{Lu}/u.test(token.text));
}
