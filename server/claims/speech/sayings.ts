import type { Span } from "../../prose/span.ts";
import type { Home } from "../../prose/versions/home.ts";
import { sign } from "./lexicon/words.ts";
import { findQuoted, type Quoted } from "./marks.ts";
import { isAnonymous } from "./people/sources.ts";
import { readAccordingTo, readSurveys } from "./reports/according.ts";
import { readAdjectives } from "./reports/adjectives.ts";
import { readSpeechNouns } from "./reports/nouns.ts";
import type { Report } from "./reports/report.ts";
import { readReports } from "./reports/reports.ts";
import { readSignatures } from "./reports/signatures.ts";
import { firstNounPhrase } from "./reports/subjects.ts";
import { readUnlisted } from "./reports/unlisted.ts";
import { type Unit, unitsOf } from "./units.ts";
import type { Word, Words } from "./words.ts";

/** A span of the text of a block. */
export interface Place extends Span {
	readonly home: Home;
}

/** A sentence in which something is said. */
export class Sentence implements Place {
	readonly home: Home;
	readonly start: number;
	readonly end: number;
	#isAnonymous: boolean | undefined;

	constructor(home: Home, start: number, end: number) {
		this.home = home;
		this.start = start;
		this.end = end;
	}

	/** Whether it says of somebody that no name is given. Told when somebody asks: it takes a slow pattern, and most sources have a name. */
	get isAnonymous(): boolean {
		this.#isAnonymous ??= isAnonymous(this.home.prose.text.slice(this.start, this.end));
		return this.#isAnonymous;
	}
}

/** Something said, before its speaker is resolved. */
export interface Saying {
	readonly type: "direct" | "mixed" | "indirect";
	readonly content: readonly Place[];
	readonly source: Place | undefined;
	readonly cue: Place | undefined;
	readonly medium: Place | undefined;
	/** Where a quotation is shown that begins after its content does. */
	readonly quoted: Place | undefined;
	/** Which of its block's units holds it; for several, the last. */
	readonly unit: number;
	/** The sentence in which it is said. */
	readonly sentence: Sentence;
	/** Who stands before the colon that leads to a quotation: `The clerk used one word: "…"`. */
	readonly announcer: Place | undefined;
	/** The opening mark of its last quotation. */
	readonly mark: string | undefined;
	/** Ends with its block while its closing mark is still to come, or only announces (`Ruiz said:`). */
	readonly goesOn: boolean;
}

/** What one block says: reports, and quotations that name nobody. In order. */
export function sayingsOf(home: Home, words: Words): readonly Saying[] {
	const { block } = home;
	const quoted = (words.signs & sign.mark) !== 0 ? findQuoted(block) : NONE;
	if (quoted.length === 0 && (words.signs & sign.report) === 0) return NONE;
	const sayings: Saying[] = [];
	const units = unitsOf(block, words, quoted);
	for (let nth = 0; nth < units.length; nth++) {
		const unit = units[nth];
		if (!unit) continue;
		const hasQuote = (unit.signs & sign.quote) !== 0;
		if (!hasQuote && (unit.signs & sign.report) === 0) continue;
		const reports = withoutDoubles(reportsOf(unit));
		if (reports.length === 0 && !hasQuote) continue;
		const sentence = new Sentence(home, unit.startOf(0), unit.endOf(unit.words.length - 1));
		for (const report of reports) sayings.push(sayingOf(report, unit, nth, sentence));
		if (hasQuote) addUnclaimed(sayings, reports, unit, nth, sentence);
	}
	return inOrder(sayings, startOf);
}

const NONE: readonly never[] = [];

/** Adds the quotations of a unit that are speech though nothing reports them. */
function addUnclaimed(sayings: Saying[], reports: readonly Report[], unit: Unit, nth: number, sentence: Sentence): void {
	const { words } = unit;
	const { home } = sentence;
	const { text } = home.prose;
	for (let i = 0; i < words.length; i++) {
		const { quoted } = words[i] as Word;
		if (!quoted || reports.some(({ content }) => content.some(({ from, to }) => from <= i && i < to))) continue;
		if (!isSpeech(words, i, text)) continue;
		const announcer = words[i - 1]?.text === ":" ? firstNounPhrase(words, i - 1) : undefined;
		sayings.push({
			type: "direct",
			content: [placeOf(unit, i, i + 1, home)],
			source: undefined,
			cue: undefined,
			medium: undefined,
			quoted: undefined,
			unit: nth,
			sentence,
			announcer: announcer && placeOf(unit, announcer.from, announcer.to, home),
			mark: quoted.mark,
			goesOn: quoted.open && text.slice(quoted.end).trim() === "",
		});
	}
}

function reportsOf({ words, signs }: Unit): readonly Report[] {
	const read = (signs & sign.verb) !== 0 ? readReports(words) : NONE;
	// Nearly all that is reported is reported by a verb alone.
	if ((signs & (sign.according | sign.survey | sign.noun | sign.feeling | sign.quote)) === 0) return inOrder(read, cueOf);
	const reports: Report[] = (signs & sign.according) !== 0 ? readAccordingTo(words) : [];
	for (const report of read.length === 0 && (signs & sign.survey) !== 0 ? readSurveys(words) : read) reports.push(report);
	if ((signs & sign.noun) !== 0) for (const report of readSpeechNouns(words)) reports.push(report);
	if ((signs & sign.feeling) !== 0) for (const report of readAdjectives(words)) reports.push(report);
	if ((signs & sign.quote) !== 0) {
		for (const report of readSignatures(words)) reports.push(report);
		for (const report of withoutCue(readUnlisted(words), reports)) reports.push(report);
	}
	return inOrder(reports, cueOf);
}

const cueOf = ({ cue }: Report): number => cue.from;

/** Things by where they stand. They nearly always are in that order, which costs less to see than to sort them. */
function inOrder<T>(things: readonly T[], at: (thing: T) => number): readonly T[] {
	for (let i = 1; i < things.length; i++) if (at(things[i] as T) < at(things[i - 1] as T)) return [...things].sort((a, b) => at(a) - at(b));
	return things;
}

/** Of reports by verbs that no list has, those whose quotation nothing else reports. */
function withoutCue(unlisted: readonly Report[], reports: readonly Report[]): Report[] {
	return unlisted.filter(({ content: [quote] }) =>
		reports.every(({ content }) => content.every(({ from, to }) => quote !== undefined && (to <= quote.from || quote.to <= from))),
	);
}

function startOf(saying: Saying): number {
	return saying.content[0]?.start ?? saying.cue?.start ?? 0;
}

/** Two cues may claim the same words (`according to a report, he said`): the first keeps them. */
function withoutDoubles(reports: readonly Report[]): readonly Report[] {
	if (reports.length < 2) return reports;
	const kept: Report[] = [];
	for (const report of reports) {
		const first = report.content[0];
		const same = kept.some((other) => first && other.content.some((range) => range.from === first.from && range.to === first.to));
		if (!same) kept.push(report);
	}
	return kept;
}

function placeOf(unit: Unit, from: number, to: number, home: Home): Place {
	return { home, start: unit.startOf(from), end: unit.endOf(to - 1) };
}

function sayingOf(report: Report, unit: Unit, nth: number, sentence: Sentence): Saying {
	const { home } = sentence;
	const { words } = unit;
	const { source, cue, medium, quoted } = report;
	const ranges = report.content.filter(({ from, to }) => to > from);
	const content = ranges.map(({ from, to }) => placeOf(unit, from, to, home));
	let said = 0;
	let last: Quoted | undefined;
	for (const { from, to } of ranges) {
		for (let i = from; i < to; i++) {
			const word = words[i] as Word;
			if (word.kind === "quote") last = word.quoted;
			else if (word.kind !== "mark") said++;
		}
	}
	return {
		type: !last ? "indirect" : said === 0 ? "direct" : "mixed",
		content,
		source: source && placeOf(unit, source.from, source.to, home),
		cue: placeOf(unit, cue.from, cue.to, home),
		medium: medium && placeOf(unit, medium.from, medium.to, home),
		quoted: quoted && placeOf(unit, quoted.from, quoted.to, home),
		unit: nth,
		sentence,
		announcer: undefined,
		mark: last?.mark,
		goesOn: content.length === 0 || last?.open === true,
	};
}

/** Whether a quotation that no cue claims is speech: whole sentences, rather than a title or a word held at arm's length. */
function isSpeech(words: readonly Word[], at: number, text: string): boolean {
	const quoted = words[at]?.quoted as Quoted;
	const { start, end } = quoted;
	const inner = text.slice(start + 1, quoted.open ? end : end - 1);
	const length = inner.split(/\s+/, 8).length;
	const last = inner.replace(/[\s'"’”)]{0,8}$/, "").at(-1) ?? "";
	const before = words[at - 1];
	const startsSentence = before === undefined || before.text === ":" || (before.text === "," && /^\p{Lu}/u.test(inner));
	if (startsSentence && /[.!?,…—-]/.test(last) && (length >= 2 || before?.text === ":")) return true;
	if (quoted.isTitle) return false;
	// `To her, “there is nothing like getting it right.”`: a whole clause that ends the sentence.
	if (before?.text === "," && /[.!?]/.test(last) && length >= 6) return true;
	// A quotation that begins a sentence of the writer's: `"They have a plan" to grow.`
	return startsSentence && length >= (quoted.open ? 4 : 6) && /^\p{Lu}/u.test(inner);
}
