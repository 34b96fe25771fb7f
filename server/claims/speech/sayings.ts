import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import { readAccordingTo } from "./according.ts";
import { readAdjectives } from "./adjectives.ts";
import { findQuoted, type Quoted } from "./marks.ts";
import { readSpeechNouns } from "./nouns.ts";
import { firstNounPhrase, type Report, readReports, readSignatures } from "./reports.ts";
import { type Range, unitsOf, type Word } from "./units.ts";
import { reportingVerbs } from "./verbs.ts";

/** A span of the text of the block with that index. */
export interface Place extends Span {
	readonly block: number;
}

/** Something said, before its speaker is resolved. */
export interface Saying {
	readonly type: "direct" | "mixed" | "indirect";
	readonly content: readonly Place[];
	readonly source: Place | undefined;
	readonly cue: Place | undefined;
	readonly medium: Place | undefined;
	/** Which of its block's units holds it; for several, the last. */
	readonly unit: number;
	/** The sentence around it without the quoted words. */
	readonly around: string;
	/** Who stands before the colon that leads to a quotation: `The clerk used one word: "…"`. */
	readonly announcer?: Place;
	/** The opening mark of its last quotation. */
	readonly mark?: string;
	/** Ends with its block while its closing mark is still to come, or only announces (`Ruiz said:`). */
	readonly goesOn: boolean;
}

/** What one block says: reports, and quotations that name nobody. In order. */
export function sayingsOf(block: Block, index: number): Saying[] {
	const quoted = findQuoted(block);
	if (quoted.length === 0 && !block.tokens.some(mayReport)) return [];
	const sayings: Saying[] = [];
	for (const [unit, words] of unitsOf(block, quoted).entries()) {
		const reports = [
			...readAccordingTo(words),
			...readReports(words),
			...readSpeechNouns(words),
			...readAdjectives(words),
			...readSignatures(words),
		].sort((a, b) => a.cue.from - b.cue.from);
		const used = new Set<Quoted>();
		const around = words.map((word) => word.text).join(" ");
		for (const report of withoutDoubles(reports)) {
			for (const quote of quotesIn(report, words)) used.add(quote);
			sayings.push({ ...sayingOf(report, words, index, around), unit });
		}
		for (const [i, word] of words.entries()) {
			if (!word.quoted || used.has(word.quoted) || !isSpeech(words, i, block.text)) continue;
			const place = { block: index, start: word.start, end: word.end };
			const goesOn = word.quoted.open && word.end >= block.text.trimEnd().length;
			const announcer = words[i - 1]?.text === ":" ? firstNounPhrase(words, i - 1) : undefined;
			sayings.push({
				type: "direct",
				content: [place],
				source: undefined,
				cue: undefined,
				medium: undefined,
				unit,
				around,
				goesOn,
				mark: word.quoted.mark,
				...(announcer && { announcer: placeOf(announcer, words, index) }),
			});
		}
	}
	return sayings.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(saying: Saying): number {
	return saying.content[0]?.start ?? saying.cue?.start ?? 0;
}

function mayReport({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
	if (kind !== "word") return false;
	const lower = text.toLowerCase();
	return lower === "according" || reportingVerbs.has(lower);
}

/** Two cues may claim the same words (`according to a report, he said`): the first keeps them. */
function withoutDoubles(reports: readonly Report[]): Report[] {
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

function placeOf({ from, to }: Range, words: readonly Word[], block: number): Place {
	return { block, start: (words[from] as Word).start, end: (words[to - 1] as Word).end };
}

function sayingOf(report: Report, words: readonly Word[], block: number, around: string): Omit<Saying, "unit"> {
	const place = (range: Range) => placeOf(range, words, block);
	const content = report.content.filter(({ from, to }) => to > from);
	const within = content.flatMap(({ from, to }) => words.slice(from, to));
	const outside = within.filter((word) => word.kind === "word" || word.kind === "number");
	const quotes = within.filter((word) => word.kind === "quote");
	const type = quotes.length === 0 ? "indirect" : outside.length === 0 ? "direct" : "mixed";
	return {
		type,
		content: content.map(place),
		source: report.source && place(report.source),
		cue: place(report.cue),
		medium: report.medium && place(report.medium),
		around,
		...(quotes.length > 0 && { mark: quotes.at(-1)?.quoted?.mark ?? "" }),
		goesOn: content.length === 0 || quotes.at(-1)?.quoted?.open === true,
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
	if (startsSentence && /[.!?,…—-]/.test(last) && length >= 2) return true;
	return startsSentence && quoted.open && length >= 4;
}

/** Puts together what belongs together over sentences and paragraphs: split quotations, quotations of several paragraphs, `Ruiz said:` and what follows. */
export function joinQuotations(perBlock: readonly (readonly Saying[])[]): Saying[] {
	const joined: Saying[] = [];
	perBlock.forEach((sayings, block) => {
		for (const saying of sayings) {
			const named = saying.source !== undefined || saying.cue !== undefined;
			const at = named ? joined.length - 1 : lastQuotation(joined, saying, block);
			const before = joined[at];
			const merged = before && merge(before, saying, block);
			if (merged) joined[at] = merged;
			else joined.push(named ? saying : withSpeakerBefore(saying, joined, block));
		}
	});
	return joined.filter((saying) => saying.content.length > 0);
}

/** The last quotation or announcement before a quotation that names nobody; indirect speech of the same sentence stands in between at most. */
function lastQuotation(joined: readonly Saying[], saying: Saying, block: number): number {
	for (let i = joined.length - 1; i >= Math.max(0, joined.length - 4); i--) {
		const before = joined[i] as Saying;
		if (blockOf(before) < block - 1 || (blockOf(before) === block && before.unit < saying.unit - 1)) break;
		if (before.type !== "indirect" || before.content.length === 0) return i;
	}
	return joined.length - 1;
}

function blockOf(saying: Saying): number {
	return (saying.content.at(-1) ?? saying.cue)?.block ?? -1;
}

function merge(before: Saying, saying: Saying, block: number): Saying | undefined {
	if (saying.content.length === 0) return undefined;
	const last = blockOf(before);
	const announced = before.content.length === 0;
	const adjacent = last === block ? saying.unit - before.unit <= 1 : last === block - 1 && saying.unit === 0;
	const sameMarks = announced || before.type === "indirect" || !before.goesOn || before.mark === saying.mark;
	const follows =
		adjacent &&
		sameMarks &&
		(announced || !saying.announcer) &&
		(announced || (last === block ? before.type !== "indirect" : before.goesOn));
	if (!follows) return undefined;
	if (saying.source === undefined && saying.cue === undefined) {
		const type = announced ? saying.type : before.type;
		return { ...before, type, content: [...before.content, ...saying.content], unit: saying.unit, goesOn: saying.goesOn };
	}
	// A quotation that began in an earlier paragraph names its speaker only here.
	if (before.source === undefined && before.goesOn && !announced) return { ...saying, content: [...before.content, ...saying.content] };
	return undefined;
}

/** A quotation that names nobody is the last speaker's: of the same paragraph, or of the paragraph before when that quoted too. */
function withSpeakerBefore(saying: Saying, joined: readonly Saying[], block: number): Saying {
	const before = joined.findLast((other) => other.source !== undefined);
	if (!before || saying.announcer) return saying.announcer ? { ...saying, source: saying.announcer } : saying;
	const last = blockOf(before);
	const speaks = last === block || (last === block - 1 && saying.unit === 0 && before.type !== "indirect");
	return speaks ? { ...saying, source: before.source } : saying;
}
