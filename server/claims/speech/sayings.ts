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
import { type Range, unitsOf, type Word } from "./units.ts";

/** A span of the text of a block. */
export interface Place extends Span {
	readonly home: Home;
}

/** Something said, before its speaker is resolved. */
export interface Saying {
	readonly type: "direct" | "mixed" | "indirect";
	readonly content: readonly Place[];
	readonly source: Place | undefined;
	readonly cue: Place | undefined;
	readonly medium: Place | undefined;
	/** Where a quotation is shown that begins after its content does. */
	readonly quoted?: Place;
	/** Which of its block's units holds it; for several, the last. */
	readonly unit: number;
	/** Its block says of somebody that no name is given. */
	readonly anonymous: boolean;
	/** Who stands before the colon that leads to a quotation: `The clerk used one word: "…"`. */
	readonly announcer?: Place;
	/** The opening mark of its last quotation. */
	readonly mark?: string;
	/** Ends with its block while its closing mark is still to come, or only announces (`Ruiz said:`). */
	readonly goesOn: boolean;
}

/** What one block says: reports, and quotations that name nobody. In order. */
export function sayingsOf(home: Home, tokens: readonly Word[]): readonly Saying[] {
	const { block } = home;
	const quoted = findQuoted(block);
	if (quoted.length === 0 && !maySay(tokens)) return NONE;
	const sayings: Saying[] = [];
	const units = unitsOf(block, tokens, quoted);
	for (let unit = 0; unit < units.length; unit++) {
		const words = units[unit] as Word[];
		const hasQuote = quoted.length > 0 && words.some((word) => word.quoted);
		if (!hasQuote && !maySay(words)) continue;
		const reports = withoutDoubles(reportsOf(words));
		if (reports.length === 0 && !hasQuote) continue;
		const anonymous = isAnonymous(block.text.slice((words[0] as Word).start, (words.at(-1) as Word).end));
		const used = new Set<Quoted>();
		for (const report of reports) {
			if (hasQuote) for (const quote of quotesIn(report, words)) used.add(quote);
			sayings.push(sayingOf(report, words, { home, unit, anonymous }));
		}
		if (!hasQuote) continue;
		for (let i = 0; i < words.length; i++) {
			const word = words[i] as Word;
			if (!word.quoted || used.has(word.quoted) || !isSpeech(words, i, block.text)) continue;
			const announcer = words[i - 1]?.text === ":" ? firstNounPhrase(words, i - 1) : undefined;
			sayings.push({
				type: "direct",
				content: [{ home, start: word.start, end: word.end }],
				source: undefined,
				cue: undefined,
				medium: undefined,
				unit,
				anonymous,
				goesOn: word.quoted.open && block.text.slice(word.end).trim() === "",
				mark: word.quoted.mark,
				...(announcer && { announcer: placeOf(announcer, words, home) }),
			});
		}
	}
	return sayings.length > 1 ? sayings.sort((a, b) => startOf(a) - startOf(b)) : sayings;
}

const NONE: readonly never[] = [];

/** Whether some word may carry a report. */
function maySay(words: readonly Word[]): boolean {
	for (let i = 0; i < words.length; i++) {
		const { verb, signs } = words[i] as Word;
		if (verb !== undefined || signs !== 0) return true;
	}
	return false;
}

function reportsOf(words: readonly Word[]): Report[] {
	let signs = 0;
	let verbs = 0;
	let quotes = 0;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as Word;
		signs |= word.signs;
		if (word.verb) verbs++;
		else if (word.quoted) quotes++;
	}
	const read = verbs > 0 ? readReports(words) : NONE;
	const reports = [
		...((signs & sign.according) !== 0 ? readAccordingTo(words) : NONE),
		...(read.length === 0 && (signs & sign.survey) !== 0 ? readSurveys(words) : read),
		...((signs & sign.noun) !== 0 ? readSpeechNouns(words) : NONE),
		...((signs & sign.feeling) !== 0 ? readAdjectives(words) : NONE),
		...(quotes > 0 ? readSignatures(words) : NONE),
	];
	if (quotes > 0) reports.push(...withoutCue(readUnlisted(words), reports));
	return reports.length > 1 ? reports.sort((a, b) => a.cue.from - b.cue.from) : reports;
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

function quotesIn(report: Report, words: readonly Word[]): Quoted[] {
	return report.content.flatMap(({ from, to }) => words.slice(from, to).flatMap((word) => word.quoted ?? []));
}

function placeOf({ from, to }: Range, words: readonly Word[], home: Home): Place {
	return { home, start: (words[from] as Word).start, end: (words[to - 1] as Word).end };
}

function sayingOf(report: Report, words: readonly Word[], at: { home: Home; unit: number; anonymous: boolean }): Saying {
	const place = (range: Range) => placeOf(range, words, at.home);
	const content = report.content.filter(({ from, to }) => to > from);
	let said = 0;
	let last: Quoted | undefined;
	for (const { from, to } of content) {
		for (let i = from; i < to; i++) {
			const { kind, quoted } = words[i] as Word;
			if (kind === "quote") last = quoted;
			else if (kind !== "mark") said++;
		}
	}
	const type = !last ? "indirect" : said === 0 ? "direct" : "mixed";
	return {
		type,
		content: content.map(place),
		source: report.source && place(report.source),
		cue: place(report.cue),
		medium: report.medium && place(report.medium),
		...(report.quoted && { quoted: place(report.quoted) }),
		unit: at.unit,
		anonymous: at.anonymous,
		...(last && { mark: last.mark }),
		goesOn: content.length === 0 || last?.open === true,
	};
}

/** Whether a quotation that no cue claims is speech: whole sentences, rather than a title or a word held at arm's length. */
function isSpeech(words: readonly Word[], at: number, text: string): boolean {
	const { quoted, start, end } = words[at] as Word & { quoted: Quoted };
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
