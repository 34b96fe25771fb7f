import { isDocumentNoun } from "../lexicon/titles.ts";
import { takes } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isComma, isDash, isStop, type Range, type Word } from "../words.ts";
import { skipAdverbials } from "./adverbials.ts";
import { laterQuote, leftContent, rightContent, rightQuote } from "./content.ts";
import { type Cue, cueAt } from "./cues.ts";
import { clauseEnd, namingEnd } from "./ends.ts";
import { endingAt, resumes, withoutNested } from "./nesting.ts";
import { nounPhraseAfter, nounPhraseBefore } from "./phrases.ts";
import type { Report } from "./report.ts";
import { firstNounPhrase, frontedSubject, isHuman, localSubject, participleSubject, relativeHead, speaks, subjectOf } from "./subjects.ts";

/** Reports of a unit, in order of their cues. Words inside of quotations are never cues. */
export function readReports(words: readonly Word[]): readonly Report[] {
	const reports: Report[] = [];
	let source: Range | undefined;
	let floor = 0;
	let done = 0;
	for (const cue of cuesIn(words)) {
		const report = readReport(words, cue, { subject: floor, content: done }, source);
		if (!report) continue;
		const last = reports.at(-1);
		const inside = last?.content.some((range) => range.from < cue.from && cue.from < range.to);
		if (last && inside && report.source === last.source && has(words[cue.from - 1], is.conjunction) && resumes(cue, last, words))
			reports[reports.length - 1] = endingAt(last, cue.from - 1, words);
		// `Voters who backed the plan say …`: one head, two verbs.
		if (last && inside && report.source && report.source.from === last.source?.from && relativeHead(words, cue, 0))
			reports[reports.length - 1] = endingAt(last, cue.from, words);
		// `The bank expects calm, its chairman said.`: what the bank expects is no longer than what he said.
		const [first] = report.content;
		if (last && inside && first && report.source && first.from <= last.cue.from && first.to >= last.cue.to)
			reports[reports.length - 1] = endingAt(last, report.source.from, words);
		// `Ruiz said it closed because “nobody came,” she said`: the second cue is no part of what the first reports.
		else if (last && inside && report.source && first?.to === report.source.from && words[first.to - 1]?.quoted?.closes === ",")
			reports[reports.length - 1] = endingAt(last, report.source.from, words);
		reports.push(report);
		source = report.source ?? source;
		done = Math.max(done, report.cue.to, report.source?.to ?? 0);
		if (report.source && report.source.from >= floor) floor = Math.max(floor, Math.min(report.source.from, report.cue.from));
	}
	return withoutNested(reports, words);
}

function cuesIn(words: readonly Word[]): Cue[] {
	const cues: Cue[] = [];
	for (let i = 0; i < words.length; i++) {
		const { verb } = words[i] as Word;
		const cue = verb && cueAt(words, i, verb);
		if (cue) cues.push(cue);
	}
	return cues;
}

/** How far back a cue may look: for its subject, and for what was said before it. */
interface Floors {
	readonly subject: number;
	readonly content: number;
}

function readReport(words: readonly Word[], cue: Cue, floors: Floors, earlier: Range | undefined): Report | undefined {
	if (cue.passive) return passiveReport(words, cue, floors.subject) ?? agentless(words, cue, floors.subject);
	// What somebody could say is no report, unless it was said in quotation marks.
	if (cue.modal && !words.some((word) => word.kind === "quote")) return undefined;
	if (asksForAnonymity(words, cue) || isIdiom(words, cue)) return undefined;
	const subject = cue.finite ? subjectOf(words, cue, floors.subject) : undefined;
	if (subject) return finiteReport(words, cue, subject, floors.content);
	if (cue.finite) {
		const inverted = invertedReport(words, cue, floors.content);
		if (inverted) return inverted;
	}
	return sharedSubject(words, cue, earlier);
}

/** `It goes without saying that`, `it is worth noting that`: the writer's own words. */
function isIdiom(words: readonly Word[], { at, from, finite }: Cue): boolean {
	const lead = words[from - 1]?.lower;
	return !finite && (lead === "worth" || (lead === "without" && words[at]?.verb?.lemma === "say"));
}

/** `asked not to be named`: a source's wish, and nothing that the article reports. */
function asksForAnonymity(words: readonly Word[], cue: Cue): boolean {
	const next = words[cue.to]?.lower;
	if (next !== "not" && next !== "to") return false;
	const rest = words.slice(cue.to, cue.to + 4).map((word) => word.lower);
	return (
		/^(?:not )?to (?:not )?be|^to remain|^to stay/.test(rest.join(" ")) &&
		words.slice(cue.to, cue.to + 6).some((word) => NAMED.has(word.lower))
	);
}

const NAMED = new Set("named identified quoted anonymous unnamed unidentified".split(" "));

/** `Ruiz said …` and `…, Ruiz said`. */
function finiteReport(words: readonly Word[], cue: Cue, subject: Range, floor: number): Report | undefined {
	const after = skipAdverbials(words, cue.to, cue.takes);
	// `That was what Ruiz said when she left`: what she said is not told behind it.
	if (words[subject.from - 1]?.lower === "what" && has(words[after.at], is.question | is.preposition | is.subordinator)) return undefined;
	// `…, as Ruiz put it` and `As Ruiz pointed out, …`
	const as = words[subject.from - 1]?.lower === "as";
	// `a firm that had declared it`: what stands before is what the relative clause explains.
	const isRelative = has(words[cue.from - 1], is.relative) && subject.to < cue.from;
	const isLast = isStop(words[after.at]) && isSaying(cue.takes);
	// `The Gulls lost, as they continue to struggle`: a reason, and nobody's words.
	const isReason = as && words[cue.to]?.lower === "to";
	const before =
		isRelative || isReason
			? undefined
			: leftContent(words, as ? subject.from - 1 : subject.from, isLast ? sentenceFloor(words, subject.from, floor) : floor);
	const plain = insideRelative(words, cue, rightContent(words, after.at, cue, before !== undefined, subject));
	const inserted = before || plain ? undefined : insertedAfterSubject(words, after.at, cue, subject, floor);
	const right = plain ?? (inserted ? undefined : afterInsertion(words, after.at, cue, subject, before !== undefined));
	const medium = after.medium;
	const common = { source: subject, cue: { from: cue.from, to: cue.to }, ...(medium && { medium }) };
	// A title before the cue is no speech: `Ruiz, on “The Long Field,” said the bank was sound`.
	const lastBefore = before && words[before.to - 1];
	const isQuoteBefore = lastBefore?.kind === "quote" && !(plain && lastBefore.quoted?.isTitle);
	if ((cue.takes & takes.clause) !== 0 && before && (isQuoteBefore || !right)) {
		// `Asked whether she would go, Ruiz declined to comment`: nothing was said.
		if (words[cue.at]?.verb?.lemma === "comment" && !isQuoteBefore) return undefined;
		// `in a box marked "fragile," Ruiz wrote "broken"`: what follows the cue at once is what it reports.
		if (words[cue.to]?.kind === "quote") return { ...common, content: [{ from: cue.to, to: cue.to + 1 }] };
		const more = rightQuote(words, after.at) ?? (isQuoteBefore ? laterQuote(words, cue.to) : undefined);
		const resumed = more ?? (!isQuoteBefore && isComma(words[after.at]) ? parenthesisEnd(words, after.at + 1) : undefined);
		return { ...common, content: resumed ? [before, resumed] : [before] };
	}
	if (inserted) return { ...common, content: inserted };
	if (as && !right && subject.from <= 2 && isComma(words[after.at]))
		return { ...common, content: [{ from: after.at + 1, to: clauseEnd(words, after.at + 1) }] };
	if (right) return { ...common, content: [right], ...calledSo(words, cue, right) };
	// `Ruiz said:` announces what the next paragraph says.
	return words[after.at]?.text === ":" && after.at === words.length - 1 ? { ...common, content: [] } : undefined;
}

/** `called the plan "a mess"`: the quoted words are the quotation, and not the thing that they are said of. */
function calledSo(words: readonly Word[], cue: Cue, right: Range): Pick<Report, "quoted"> {
	if ((cue.takes & takes.complement) === 0 || (cue.takes & takes.clause) !== 0) return {};
	const quote = words.findIndex((word, i) => i > right.from && i < right.to && word.kind === "quote");
	return quote < 0 ? {} : { quoted: { from: quote, to: right.to } };
}

/** `Ruiz, who had promised to stay, left`: what a relative clause between commas reports ends with it, at a comma that a verb follows. */
function insideRelative(words: readonly Word[], cue: Cue, content: Range | undefined): Range | undefined {
	if (!content || words[cue.from - 1]?.lower !== "who" || !isComma(words[cue.from - 2])) return content;
	for (let i = content.from + 1; i + 1 < content.to; i++) {
		const next = words[i + 1] as Word;
		if (isComma(words[i]) && (has(next, is.auxiliary) || (next.verb && !next.capital && !next.verb.forms.has("ing"))))
			return { from: content.from, to: i };
	}
	return content;
}

/** Whether a verb reports words and nothing else. */
const isSaying = (kinds: number): boolean => (kinds & (takes.clause | takes.weak | takes.thought | takes.phrase)) === takes.clause;

/** `The bank expects calm, its chairman said.`: who is named last answers for the whole sentence, back to a quotation or a further clause. */
function sentenceFloor(words: readonly Word[], end: number, floor: number): number {
	for (let i = end - 2; i > 0; i--) {
		const word = words[i] as Word;
		if (word.kind === "quote" || isDash(word) || (word.verb && isSaying(word.verb.takes))) return floor;
		if (isComma(words[i - 1]) && has(word, is.conjunction | is.relative)) return Math.min(i + 1, floor);
	}
	return has(words[0], is.preposition | is.subordinator | is.conjunction) ? floor : 0;
}

/** `The bridge, Ruiz said, will close`: a short subject before, its verb after. */
function insertedAfterSubject(words: readonly Word[], at: number, cue: Cue, subject: Range, floor: number): Range[] | undefined {
	const next = words[at + 1];
	if ((cue.takes & takes.clause) === 0 || !isComma(words[at]) || !isComma(words[subject.from - 1]) || !next) return undefined;
	const left = { from: floor, to: subject.from - 1 };
	if (left.to <= left.from || has(words[left.from], is.preposition | is.adverb | is.subordinator)) return undefined;
	const isVerb = has(next, is.auxiliary) || (next.class === 0 && !next.capital && /[^i]..(?:ed|s)$/.test(next.lower));
	return isVerb ? [left, { from: at + 1, to: clauseEnd(words, at + 1) }] : undefined;
}

/** `During the strike, Ruiz said, nobody slept`: the report is put in after what is fronted. */
function afterInsertion(words: readonly Word[], at: number, cue: Cue, subject: Range, hasLeft: boolean): Range | undefined {
	if (hasLeft || (cue.takes & takes.clause) === 0 || !isComma(words[at]) || !isComma(words[subject.from - 1])) return undefined;
	const next = words[at + 1];
	if (
		!next ||
		next.kind === "quote" ||
		next.verb ||
		has(next, is.conjunction | is.relative | is.preposition) ||
		(next.class === 0 && /ing$/.test(next.lower))
	)
		return undefined;
	return { from: at + 1, to: clauseEnd(words, at + 1) };
}

/** `The deal, Ruiz said, is dead`: a short stretch before, and a verb after the second comma. */
function parenthesisEnd(words: readonly Word[], at: number): Range | undefined {
	const next = words[at];
	if (
		next?.kind !== "word" ||
		has(next, is.conjunction | is.relative) ||
		next.verb ||
		/^(?:as|while|after|before|when|according|because|though|although|but|including)$/.test(next.lower)
	)
		return undefined;
	if (next.class === 0 && !next.capital && /ing$/.test(next.lower)) return undefined;
	return { from: at, to: clauseEnd(words, at) };
}

/** `The plan was praised by Ruiz as …`: the agent is the speaker, the subject what was spoken of. */
function passiveReport(words: readonly Word[], cue: Cue, floor: number): Report | undefined {
	if ((cue.takes & (takes.phrase | takes.as | takes.complement)) === 0 || words[cue.to]?.lower !== "by") return undefined;
	const source = nounPhraseAfter(words, cue.to + 1);
	const subject = nounPhraseBefore(words, cue.from, floor);
	if (!source || !subject || !isHuman(words, source)) return undefined;
	const as =
		words[source.to]?.lower === "as" ? { from: source.to, to: namingEnd(words, source.to, clauseEnd(words, source.to)) } : undefined;
	return { content: as ? [subject, as] : [subject], source, cue: { from: cue.from, to: cue.to + 1 } };
}

/** Passives that report without saying whose words they are: `is said to`, `was accused of`. */
const AGENTLESS = new Set(
	"say report believe expect think estimate accuse blame allege criticize criticise assume suspect rumor rumour consider predict forecast".split(
		" ",
	),
);

function agentless(words: readonly Word[], cue: Cue, floor: number): Report | undefined {
	const lemma = words[cue.at]?.verb?.lemma ?? "";
	const next = words[cue.to]?.lower;
	if (!AGENTLESS.has(lemma) || !(next === "to" || next === "of" || next === "for")) return undefined;
	const subject = nounPhraseBefore(words, cue.from, floor);
	if (!subject) return undefined;
	const from = next === "to" ? cue.to : cue.to + 1;
	const end = clauseEnd(words, from);
	return end - from < 2 ? undefined : { content: [subject, { from, to: end }], source: undefined, cue: { from: cue.from, to: cue.to } };
}

/** `…, said Ruiz`. */
function invertedReport(words: readonly Word[], cue: Cue, floor: number): Report | undefined {
	if ((cue.takes & takes.clause) === 0) return undefined;
	if (cue.from === 0) return leadingReport(words, cue);
	const before = leftContent(words, cue.from, floor);
	if (!before) return undefined;
	const lastBefore = words[before.to - 1] as Word;
	const isQuoteBefore = lastBefore.kind === "quote" && !lastBefore.quoted?.isTitle;
	const source = nounPhraseAfter(words, cue.to);
	if (!source) return undefined;
	if (!isQuoteBefore && (cue.takes & (takes.phrase | takes.weak | takes.thought)) !== 0 && !endsWithSource(words, cue, source))
		return undefined;
	const first = words[source.from] as Word;
	if (!isQuoteBefore && first.lower !== "one" && ((!first.capital && first.class === 0) || has(first, is.subject))) return undefined;
	const after = skipAdverbials(words, source.to, 0);
	const quote = rightQuote(words, after.at) ?? laterQuote(words, source.to);
	return {
		content: quote ? [before, quote] : [before],
		source,
		cue: { from: cue.from, to: cue.to },
		...(after.medium && { medium: after.medium }),
	};
}

/** `Prices are rising, noted Ruiz.`: whoever notes something ends the sentence, and could be nothing else there. */
function endsWithSource(words: readonly Word[], cue: Cue, { from, to }: Range): boolean {
	return (
		cue.from === cue.at &&
		(cue.takes & (takes.weak | takes.thought | takes.complement | takes.infinitive)) === 0 &&
		isComma(words[cue.from - 1]) &&
		words[from]?.capital === true &&
		isStop(words[to]) &&
		words.slice(0, cue.from).some((word) => has(word, is.auxiliary))
	);
}

/** `Said Ruiz: "…"` */
function leadingReport(words: readonly Word[], cue: Cue): Report | undefined {
	const source = nounPhraseAfter(words, cue.to);
	const quote = source && rightQuote(words, source.to);
	return source && quote && { content: [quote], source, cue: { from: cue.from, to: cue.to } };
}

/** `…, adding that …`, `… and called it …`: the speaker is that of the report before, or the sentence's own subject. */
function sharedSubject(words: readonly Word[], cue: Cue, earlier: Range | undefined): Report | undefined {
	const lead = words[cue.from - 1];
	// `voters supporting the plan` says which voters; `a letter saying so` reports.
	if (
		!cue.finite &&
		lead?.kind === "word" &&
		lead.class === 0 &&
		!isDocumentNoun(lead.lower) &&
		(cue.takes & (takes.clause | takes.thought)) !== takes.clause
	)
		return undefined;
	const joined = !cue.finite ? lead?.kind !== "number" : has(lead, is.conjunction) || (isComma(lead) && earlier !== undefined);
	if (!joined) return undefined;
	const after = skipAdverbials(words, cue.to, cue.takes);
	const right = rightContent(words, after.at, cue, false);
	if (!right) return undefined;
	const source =
		participleSubject(words, cue) ??
		frontedSubject(words, cue) ??
		localSubject(words, cue, earlier) ??
		earlier ??
		firstNounPhrase(words, cue.from);
	if (!source || !speaks(words, source, cue)) return undefined;
	return { content: [right], source, cue: { from: cue.from, to: cue.to }, ...(after.medium && { medium: after.medium }) };
}
