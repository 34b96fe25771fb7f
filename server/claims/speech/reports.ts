import { headOf, MEDIA, nounPhraseAfter, nounPhraseBefore } from "./phrases.ts";
import { isDocumentNoun, isPersonNoun } from "./titles.ts";
import type { Range, Word } from "./units.ts";
import { type ReportingVerb, takes, type VerbForm } from "./verbs.ts";
import { is } from "./words.ts";

/** One report inside of a unit: what was said, by whom, by which words. Ranges count the unit's words. */
export interface Report {
	readonly content: readonly Range[];
	readonly source: Range | undefined;
	readonly cue: Range;
	/** Words that say where it was said: `in a statement`. */
	readonly medium?: Range;
}

const has = (word: Word | undefined, kinds: number): boolean => word !== undefined && (word.class & kinds) !== 0;
const isStop = (word: Word | undefined): boolean => word === undefined || (word.kind === "mark" && /^[.!?;…]$/.test(word.text));
const isComma = (word: Word | undefined): boolean => word?.text === ",";

/** A reporting verb where it stands: its group (`has also said`) and its form. */
interface Cue {
	readonly at: number;
	readonly from: number;
	/** After the verb and its particle (`called for`). */
	readonly to: number;
	readonly takes: number;
	readonly finite: boolean;
	readonly passive: boolean;
	/** `could`, `would`, `may` and their like stand before it. */
	readonly modal: boolean;
}

/** Reports of a unit, in order of their cues. Words inside of quotations are never cues. */
export function readReports(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	let source: Range | undefined;
	let floor = 0;
	let done = 0;
	for (let i = 0; i < words.length; i++) {
		const verb = (words[i] as Word).verb;
		const cue = verb && cueAt(words, i, verb);
		if (!cue) continue;
		const report = readReport(words, cue, { subject: floor, content: done }, source);
		if (!report) continue;
		const last = reports.at(-1);
		const inside = last?.content.some((range) => range.from < cue.from && cue.from < range.to);
		if (last && inside && report.source === last.source && has(words[cue.from - 1], is.conjunction) && resumes(cue, last, words))
			reports[reports.length - 1] = endingAt(last, cue.from - 1, words);
		reports.push(report);
		source = report.source ?? source;
		done = Math.max(done, report.cue.to, report.source?.to ?? 0);
		if (report.source && report.source.from >= floor) floor = Math.max(floor, Math.min(report.source.from, report.cue.from));
	}
	return withoutNested(reports, words);
}

/** Whether a cue after `and` goes back to the first speaker: after a noun phrase always, after a clause only when it is a verb of saying. */
function resumes(cue: Cue, last: Report, words: readonly Word[]): boolean {
	const [content] = last.content;
	const verb = words[last.cue.from]?.verb ?? words[last.cue.to - 1]?.verb;
	const isClause =
		(content !== undefined &&
			(has(words[content.from], is.subject) ||
				(verb !== undefined && (verb.takes & (takes.clause | takes.phrase)) === takes.clause && words[content.from]?.lower !== "to"))) ||
		(content !== undefined &&
			words.slice(content.from, cue.from).some((word, i) => i > 0 && (has(word, is.auxiliary) || word.lower === "that")));
	return !isClause || (cue.takes & (takes.clause | takes.phrase | takes.thought | takes.weak)) === takes.clause;
}

/** Drops reports inside of what somebody else is reported to have said: the outer speaker answers for them. */
function withoutNested(reports: readonly Report[], words: readonly Word[]): Report[] {
	const cut = reports.map((outer) =>
		reports.reduce(
			(whole, inner) =>
				inner !== outer && inner.source && (isOwnQuotation(inner, words) || (X.conj && isOwnClause(inner, outer, words)))
					? endingBefore(whole, inner.source, words)
					: whole,
			outer,
		),
	);
	return cut.filter(
		(inner) =>
			!cut.some((outer) => outer !== inner && outer.content.some((range) => range.from <= inner.cue.from && inner.cue.to <= range.to)),
	);
}

/** `Ruiz said, "…"`: a quotation after a comma or colon is its own speaker's, and no part of a report before it. */
function isOwnQuotation({ content, cue }: Report, words: readonly Word[]): boolean {
	const [first] = content;
	return (
		first !== undefined && first.from > cue.from && words[first.from]?.kind === "quote" && /^[,:]$/.test(words[first.from - 1]?.text ?? "")
	);
}

/** `Ruiz said the bank was sound and Marlow accused it of fraud`: a clause joined by `and` with a speaker of its own ends the one before. */
function isOwnClause({ source, cue }: Report, outer: Report, words: readonly Word[]): boolean {
	if (!source || source.from > cue.from || !has(words[source.from - 1], is.conjunction)) return false;
	const verb = words[cue.to - 1]?.verb ?? words[cue.from]?.verb;
	return verb !== undefined && (verb.takes & (takes.thought | takes.weak)) === 0 && outer.cue.to <= source.from;
}

/** A report that ends before another's speaker, when that stands inside of its words. */
function endingBefore(report: Report, source: Range, words: readonly Word[]): Report {
	if (
		!report.content.some((range) => range.from < source.from && source.from < range.to) ||
		(report.source && report.source.from === source.from)
	)
		return report;
	let to = source.from;
	while (to > 0 && (words[to - 1]?.kind === "mark" || has(words[to - 1], is.conjunction))) to--;
	return {
		...report,
		content: report.content.filter((range) => range.from < to).map((range) => ({ from: range.from, to: Math.min(range.to, to) })),
	};
}

/** A report whose words end where the same speaker's next cue begins: `called it a mess and asked for help`. */
function endingAt(report: Report, at: number, words: readonly Word[]): Report {
	const to = isComma(words[at - 1]) ? at - 1 : at;
	return {
		...report,
		content: report.content.filter((range) => range.from < to).map((range) => ({ from: range.from, to: Math.min(range.to, to) })),
	};
}

/** Verbs before `to` that leave the subject the speaker: `declined to say`, `went on to argue`. */
const RAISING = new Set(
	"continue continues continued declined declines refused refuses on wants wanted sought seeks tried used had began going hastened failed forced likely quick careful able want appears appeared seems seemed".split(
		" ",
	),
);

const MODALS = new Set("can could will would shall should may might must can't can’t won't won’t".split(" "));

function cueAt(words: readonly Word[], at: number, verb: ReportingVerb): Cue | undefined {
	const word = words[at] as Word;
	const before = words[at - 1];
	if (before && (before.text === "-" || before.text === "$" || (/'s?$/.test(before.lower) && !has(before, is.subject)))) return undefined;
	let from = at;
	let be = false;
	let modal = false;
	let infinitive = false;
	for (let j = at - 1; j >= 0; j--) {
		const left = words[j] as Word;
		if (left.lower === "to" && j === from - 1 && !infinitive && !be && !modal) {
			const raiser = words[j - 1];
			if (!raiser || !RAISING.has(raiser.lower)) return undefined;
			infinitive = true;
			from = raiser.lower === "on" ? j - 2 : j - 1;
			j = from;
			continue;
		}
		if (!has(left, is.auxiliary | is.adverb | is.negation)) break;
		if (has(left, is.auxiliary)) {
			if (has(left, is.be)) be = true;
			else modal = true;
		}
		// `He's claiming`: subject and helping verb in one word.
		if (has(left, is.subject)) break;
		from = j;
	}
	const lead = words[from - 1];
	if (
		has(lead, is.determiner | is.possessive) &&
		!has(lead, is.subject | is.relative) &&
		!/^(?:many|some|others?|most|both|few|several|these|those|this|all|each|another)$/.test(lead?.lower ?? "")
	)
		return undefined;
	if (has(lead, is.preposition) && !has(lead, is.subordinator) && !verb.forms.has("ing")) return undefined;
	const form = formOf(verb, be, modal || infinitive, word);
	if (!form || (from === at && isNoun(words, at, form))) return undefined;
	const particle = particleAfter(words, at, verb);
	const kinds = particle ? particle.takes : verb.takes;
	if (kinds === 0) return undefined;
	return {
		at,
		from: Math.max(from, 0),
		to: particle ? at + 1 + particle.length : at + 1,
		takes: kinds,
		finite: form !== "ing" || be,
		modal: words.slice(from, at).some((other) => MODALS.has(other.lower)),
		passive: be && (form === "past" || form === "participle"),
	};
}

function formOf(verb: ReportingVerb, be: boolean, supported: boolean, word: Word): VerbForm | undefined {
	const { forms } = verb;
	if (forms.has("past")) return "past";
	if (forms.has("participle")) return be || supported ? "participle" : undefined;
	// A capital inside of a sentence is a name's, except in headlines: `Ruiz Says Bridge Is Safe`.
	if (forms.has("third")) return word.capital && word.start > 0 && verb.lemma !== "say" ? undefined : "third";
	if (forms.has("base")) return "base";
	return forms.has("ing") ? "ing" : undefined;
}

/** A form in the present that a verb follows is a noun (`the claims could`, `his tweets shaming`). */
function isNoun(words: readonly Word[], at: number, form: VerbForm): boolean {
	const next = words[at + 1];
	if (form === "ing") return words[at - 1]?.verb !== undefined && !isStop(next);
	if (form !== "base" && form !== "third") return false;
	if (has(next, is.auxiliary) && !has(next, is.subject)) return true;
	const before = words[at - 1];
	return (
		next?.class === 0 &&
		!next.capital &&
		/ing$/.test(next.lower) &&
		before?.kind === "word" &&
		!before.capital &&
		!has(before, is.subject) &&
		words[at]?.verb?.lemma !== "report"
	);
}

function particleAfter(words: readonly Word[], at: number, verb: ReportingVerb): { takes: number; length: number } | undefined {
	for (const { words: particle, takes: kinds } of verb.particles) {
		if (particle.every((part, i) => words[at + 1 + i]?.lower === part)) return { takes: kinds, length: particle.length };
	}
	return undefined;
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
	const subject = cue.finite ? subjectOf(words, cue, floors.subject) : undefined;
	if (subject) return finiteReport(words, cue, subject, floors.content);
	if (cue.finite) {
		const inverted = invertedReport(words, cue, floors.content);
		if (inverted) return inverted;
	}
	return sharedSubject(words, cue, earlier);
}

function subjectOf(words: readonly Word[], cue: Cue, floor: number): Range | undefined {
	const subject = nounPhraseBefore(words, cue.from, floor);
	if (!subject) return undefined;
	const word = words[cue.at] as Word;
	// A base form needs a plural subject or a helping verb; otherwise it is a noun (`the trade demands`, `a White House claim`).
	if (word.verb?.forms.has("base") && !word.verb.forms.has("past") && cue.from === cue.at && !isPlural(words, subject)) return undefined;
	if (word.verb?.forms.has("third") && cue.from === cue.at && isBareNoun(words, subject)) return undefined;
	return speaks(words, subject, cue) ? subject : undefined;
}

/** A single lower-case noun without an article before a form in -s is part of a name for a thing (`power demands`), not a speaker. */
function isBareNoun(words: readonly Word[], { from, to }: Range): boolean {
	const word = words[from] as Word;
	return to - from === 1 && !word.capital && word.class === 0;
}

/** Whether a subject can say or think what the cue asks of it: things say and show, but only people and bodies criticise, want and oppose. */
function speaks(words: readonly Word[], { from, to }: Range, cue: Cue): boolean {
	if (
		cue.finite &&
		(cue.takes & (takes.clause | takes.preposition)) !== 0 &&
		(cue.takes & (takes.weak | takes.thought)) === 0 &&
		!cue.modal
	)
		return true;
	if (
		(cue.takes & (takes.phrase | takes.as | takes.complement)) !== 0 &&
		words.slice(cue.to, cue.to + 8).some((word) => word.kind === "quote")
	)
		return true;
	for (let i = from; i < to; i++) {
		const word = words[i] as Word;
		if (/^(?:i|it|he|she|we|they|who|you|many|some|others|most|both|few|several|those|critics)$/.test(word.lower)) return true;
		if (word.capital) return true;
	}
	return isPersonNoun(headOf(words, { from, to }).lower);
}

function isPlural(words: readonly Word[], { from, to }: Range): boolean {
	const last = headOf(words, { from, to });
	if (/^(?:those|many|some|several|few|most|both|these|others|critics)$/.test((words[from] as Word).lower)) return true;
	if (
		/^(?:i|you|we|they|who|people|police|many|some|others|most|both|few|several|data|men|women|those|these|all|that|which)$/.test(
			last.lower,
		)
	)
		return true;
	return /[^s]s$/.test(last.lower) || words.slice(from, to).some((word) => word.lower === "and");
}

/** `Ruiz said …` and `…, Ruiz said`. */
function finiteReport(words: readonly Word[], cue: Cue, subject: Range, floor: number): Report | undefined {
	const after = skipAdverbials(words, cue.to, cue.takes);
	const before = leftContent(words, subject.from, floor);
	const right =
		rightContent(words, after.at, cue, before !== undefined, subject) ??
		afterInsertion(words, after.at, cue, subject, before !== undefined);
	const medium = after.medium;
	const common = { source: subject, cue: { from: cue.from, to: cue.to }, ...(medium && { medium }) };
	const isQuoteBefore = before !== undefined && words[before.to - 1]?.kind === "quote";
	if ((cue.takes & takes.clause) !== 0 && before && (isQuoteBefore || !right)) {
		// `in a box marked "fragile," Ruiz wrote "broken"`: what follows the cue at once is what it reports.
		if (words[cue.to]?.kind === "quote") return { ...common, content: [{ from: cue.to, to: cue.to + 1 }] };
		const more = rightQuote(words, after.at) ?? (isQuoteBefore ? laterQuote(words, cue.to) : undefined);
		const resumed = more ?? (!isQuoteBefore && isComma(words[after.at]) ? parenthesisEnd(words, after.at + 1) : undefined);
		return { ...common, content: resumed ? [before, resumed] : [before] };
	}
	if (right) return { ...common, content: [right] };
	// `Ruiz said:` announces what the next paragraph says.
	return words[after.at]?.text === ":" && after.at === words.length - 1 ? { ...common, content: [] } : undefined;
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
		!X.par ||
		!next ||
		next.kind !== "word" ||
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
	if (!source || !subject || !speaks(words, source, cue)) return undefined;
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
	const isQuoteBefore = words[before.to - 1]?.kind === "quote";
	if (!isQuoteBefore && (cue.takes & (takes.phrase | takes.weak | takes.thought)) !== 0) return undefined;
	const source = nounPhraseAfter(words, cue.to);
	if (!source) return undefined;
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

/** `Said Ruiz: "…"` */
function leadingReport(words: readonly Word[], cue: Cue): Report | undefined {
	const source = nounPhraseAfter(words, cue.to);
	const quote = source && rightQuote(words, source.to);
	return source && quote && { content: [quote], source, cue: { from: cue.from, to: cue.to } };
}

/** A further piece of a split quotation, after what explains the source or the occasion: `"…," said Ruiz, its chair, "…"`. */
function laterQuote(words: readonly Word[], from: number): Range | undefined {
	for (let i = from; i < words.length; i++) {
		const word = words[i] as Word;
		if (word.kind === "quote") {
			const before = has(words[i - 1], is.conjunction) ? words[i - 2] : words[i - 1];
			return isComma(before) || before?.text === ":" ? { from: i, to: i + 1 } : undefined;
		}
		const introduces = word.verb && (!word.verb.forms.has("ing") || (word.verb.takes & takes.clause) !== 0);
		if (introduces && !has(words[i - 1], is.determiner | is.possessive)) return undefined;
		if (has(word, is.conjunction) && word.lower !== "or" && has(words[i + 1], is.subject)) return undefined;
	}
	return undefined;
}

/** `"…" — Ana Ruiz`: the name that signs a quotation, on its own after a dash. */
export function readSignatures(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 0; i + 2 < words.length; i++) {
		if (words[i]?.kind !== "quote" || !/^[—–―-]$/.test(words[i + 1]?.text ?? "") || !words[i + 2]?.capital) continue;
		const source = nounPhraseAfter(words, i + 2);
		const next = source && words[source.to];
		if (!source || (next && !isStop(next) && !isComma(next) && next.kind !== "quote")) continue;
		reports.push({ content: [{ from: i, to: i + 1 }], source, cue: { from: i + 1, to: i + 2 } });
	}
	return reports;
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
	const joined = !cue.finite
		? lead !== undefined && lead.kind !== "number"
		: has(lead, is.conjunction) || (isComma(lead) && earlier !== undefined);
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

/** `Calling it a mess, Ruiz left`: what a participle in front has for its subject comes after the comma. */
function frontedSubject(words: readonly Word[], cue: Cue): Range | undefined {
	if (cue.finite || cue.from > 2 || (cue.from > 0 && !has(words[0], is.preposition | is.subordinator | is.adverb))) return undefined;
	const comma = words.findIndex((word, i) => i > cue.to && isComma(word));
	return comma < 0 ? undefined : nounPhraseAfter(words, comma + 1);
}

/** `Ruiz laughed and said`: the subject of the verb before `and`, when it is nearer than the last speaker. */
function localSubject(words: readonly Word[], cue: Cue, earlier: Range | undefined): Range | undefined {
	const lead = cue.from - 1;
	if (!cue.finite || !has(words[lead], is.conjunction)) return undefined;
	let start = lead;
	while (start > 0 && words[start - 1]?.kind !== "quote" && words[start - 1]?.kind !== "mark") start--;
	if (earlier && earlier.from >= start) return undefined;
	const first = words[start];
	if (!first || !(first.capital || has(first, is.subject | is.determiner | is.possessive)) || has(first, is.preposition | is.subordinator))
		return undefined;
	const subject = nounPhraseAfter(words, start, lead);
	return subject && subject.to < lead ? subject : undefined;
}

/** `a letter urging …`: the noun right before a participle is its subject. */
function participleSubject(words: readonly Word[], cue: Cue): Range | undefined {
	const lead = words[cue.from - 1];
	if (cue.finite || lead?.kind !== "word" || lead.class !== 0) return undefined;
	return lead.capital || isPersonNoun(lead.lower) ? nounPhraseBefore(words, cue.from, 0) : undefined;
}

/** The subject of a sentence: its first noun phrase after what is fronted. */
export function firstNounPhrase(words: readonly Word[], limit: number): Range | undefined {
	let start = 0;
	if (has(words[0], is.preposition | is.subordinator)) {
		start = words.findIndex((word, i) => i < limit && isComma(word)) + 1;
		if (start === 0) return undefined;
	}
	while (start < limit && (has(words[start], is.conjunction | is.adverb) || words[start]?.kind === "mark")) start++;
	return nounPhraseAfter(words, start, limit);
}

/** What stands before a subject at `end` and may be its content: up to a comma, a dash or a quotation's end. */
function leftContent(words: readonly Word[], end: number, floor: number): Range | undefined {
	const last = words[end - 1];
	if (!last) return undefined;
	const to = last.kind === "quote" ? end : isComma(last) || last.text === "—" || last.text === "–" ? end - 1 : -1;
	if (to < 1) return undefined;
	let from = to;
	while (from > floor && !/^[;:]$/.test((words[from - 1] as Word).text)) from--;
	if (words[to - 1]?.kind === "quote") {
		// The quotation may be the last piece of a longer sentence: `The plan is "a mess," she said.`
		if (from === to - 1 || isComma(words[to - 2])) return { from: to - 1, to };
		return { from, to };
	}
	if (has(words[from], is.conjunction) && has(words[from + 1], is.preposition | is.subordinator) && !holdsClause(words, from, to))
		return undefined;
	if (to - from < 3) return undefined;
	if (has(words[from], is.preposition | is.subordinator) && !holdsClause(words, from, to)) return undefined;
	return { from, to };
}

/** Whether a sentence goes on after what is fronted: a comma and then a helping verb (`Unlike Ruiz, Marlow has no plan`). */
function holdsClause(words: readonly Word[], from: number, to: number): boolean {
	const comma = words.findIndex((word, i) => i > from && i < to && isComma(word));
	return comma >= 0 && words.slice(comma, to).some((word) => has(word, is.auxiliary));
}

function rightQuote(words: readonly Word[], at: number): Range | undefined {
	let i = has(words[at], is.object) && words[at + 1]?.text === ":" ? at + 1 : at;
	while (words[i]?.text === "," || words[i]?.text === ":") i++;
	return words[i]?.kind === "quote" ? { from: i, to: i + 1 } : undefined;
}

/** What was said after a cue whose adverbials end at `at`. */
function rightContent(words: readonly Word[], at: number, cue: Cue, hasLeft: boolean, subject?: Range): Range | undefined {
	const quote = rightQuote(words, at);
	if (quote && (isComma(words[quote.from - 1]) || words[quote.from - 1]?.text === ":" || (cue.takes & takes.weak) === 0)) {
		const whole = clauseEnd(words, quote.to);
		const end = isStop(words[quote.to]) ? quote.to : (cue.takes & takes.clause) !== 0 ? whole : namingEnd(words, quote.from, whole);
		const inner = words[quote.from]?.quoted?.closes ?? "";
		return words[at]?.kind === "quote" && !/[.,!?]/.test(inner) ? { from: quote.from, to: end } : quote;
	}
	const first = words[at];
	if (!first || first.kind === "mark" || isStop(first) || isComma(first) || first.text === ":" || has(first, is.conjunction))
		return undefined;
	if (hasLeft && !has(first, is.subject | is.determiner | is.possessive) && first.class !== 0 && first.lower !== "that") return undefined;
	const asAt =
		(cue.takes & takes.as) !== 0
			? words.findIndex((word, i) => i >= at && word.lower === (COMPARES.has(words[cue.at]?.verb?.lemma ?? "") ? "to" : "as"))
			: -1;
	const naming =
		(first.kind === "quote" && (cue.takes & takes.clause) === 0) ||
		((cue.takes & takes.complement) !== 0 && (cue.takes & takes.clause) === 0) ||
		(asAt >= 0 && asAt < at + 14) ||
		((cue.takes & takes.as) !== 0 && words.slice(at, at + 10).some((word) => word.kind === "quote"));
	const limit = Math.min(clauseEnd(words, at), frontedEnd(words, at, cue));
	const summed =
		(cue.takes & takes.clause) === 0 || (first.lower !== "that" && (cue.takes & takes.phrase) !== 0 && !startsClause(words, at));
	const end = naming ? namingEnd(words, at, limit) : summed ? phraseEnd(words, at, limit) : limit;
	const content = { from: at, to: end };
	const holdsQuote = words.slice(at, end).some((word) => word.kind === "quote");
	if (end - at < 2 && !holdsQuote && !(cue.finite && summed && (first.capital || has(first, is.object)))) return undefined;
	const { takes: kinds } = cue;
	// A study finds and a poll shows what it says; people find and show things too.
	const documented = subject !== undefined && words.slice(subject.from, subject.to).some((word) => isDocumentNoun(word.lower));
	if ((kinds & takes.weak) !== 0)
		return first.lower === "that" || startsClause(words, at) || (documented && !has(first, is.preposition)) ? content : undefined;
	if ((kinds & takes.clause) !== 0) {
		if (first.lower === "that" || has(first, is.question)) return content;
		if (first.lower === "to") return (kinds & takes.infinitive) !== 0 ? content : undefined;
		if (has(first, is.preposition) && !has(first, is.subordinator) && !holdsQuote) return undefined;
		return content;
	}
	if ((kinds & takes.infinitive) !== 0 && first.lower === "to") return content;
	if ((kinds & takes.as) !== 0 && (holdsQuote || (asAt >= 0 && asAt < at + 12))) return content;
	if ((kinds & takes.complement) !== 0 && !holdsQuote && !namesTwice(words, at, end)) return undefined;
	if ((kinds & (takes.phrase | takes.preposition | takes.complement)) !== 0) {
		return has(first, is.preposition) && first.lower !== "that" ? undefined : content;
	}
	if ((kinds & takes.addressee) !== 0) return content;
	return undefined;
}

/** Where a clause or phrase in front of the sentence ends (`Although Ruiz denied it, …`): at the comma after the cue; else beyond the sentence. */
function frontedEnd(words: readonly Word[], at: number, cue: Cue): number {
	let start = cue.from;
	while (start > 0 && words[start - 1]?.kind !== "quote" && !isComma(words[start - 1]) && words[start - 1]?.text !== "—") start--;
	const first = words[start];
	const isFronted = cue.from === 0 ? !cue.finite : has(first, is.preposition | is.subordinator) && first?.lower !== "that";
	if (!isFronted) return words.length;
	const comma = words.findIndex(
		(word, i) => i > at && isComma(word) && (words[i + 1]?.capital || has(words[i + 1], is.subject | is.determiner | is.possessive)),
	);
	return comma < 0 ? words.length : comma;
}

/** `called the plan a mistake`: a noun or pronoun and then another word for it, not a time or place (`called her on Friday`). */
function namesTwice(words: readonly Word[], at: number, end: number): boolean {
	const object = nounPhraseAfter(words, at, end);
	if (!object) return false;
	const next = words[object.to];
	if (object.to < end && next !== undefined && next.kind === "word" && (next.class === 0 || has(next, is.determiner | is.possessive)))
		return true;
	// An article inside of the phrase begins the second noun.
	if (words.slice(object.from + 2, object.to).some((word) => !word.capital && /[^e]ed$/.test(word.lower))) return true;
	return words
		.slice(object.from + 1, object.to)
		.some((word, i) => has(word, is.determiner) && !has(words[object.from + i], is.preposition | is.determiner));
}

/** Where a reported clause that begins at `from` ends: at the sentence's end, a semicolon, or a further clause with a speaker of its own. */
export function clauseEnd(words: readonly Word[], from: number): number {
	for (let i = from; i < words.length; i++) {
		const word = words[i] as Word;
		if (word.text === ";") return i;
		if (isStop(word) && i >= words.length - 2) return i;
		if (word.quoted?.closes === "," && BREAKS.has(words[i + 1]?.lower ?? "")) return i + 1;
		if (!isComma(word)) continue;
		const next = words[i + 1];
		if (next?.lower === "according" || BREAKS.has(next?.lower ?? "")) return i;
		if (X.which && (next?.lower === "which" || next?.lower === "who" || next?.lower === "where")) return i;
		if (X.and && has(next, is.conjunction) && (X.and > 1 || words[from]?.lower === "to") && startsClause(words, i + 2)) return i;
		const participle = has(next, is.adverb) ? words[i + 2] : next;
		if (X.ing && participle?.class === 0 && !participle.capital && /.{2}ing$/.test(participle.lower)) return i;
	}
	return words.length;
}

const X: any = JSON.parse((globalThis as any).process?.env?.X ?? '{"which":0,"and":1,"ing":1,"par":1,"conj":1}');
/** Whether a clause with a subject of its own begins: a noun or pronoun, and then a verb. */
function startsClause(words: readonly Word[], at: number): boolean {
	const subject = nounPhraseAfter(words, at);
	const next = subject && words[subject.to];
	return next !== undefined && (next.verb !== undefined || has(next, is.auxiliary));
}

const BREAKS = new Set(["but", "though", "although", "while"]);

/** Verbs whose second noun follows `to`: `likened it to`. */
const COMPARES = new Set(["liken", "compare"]);

/** Words that begin what a sentence says of the occasion rather than of the thing spoken of. */
const OCCASION = new Set(
	"because after before since while when as if should so during despite amid notwithstanding until unless though although where".split(" "),
);

/** Where a noun phrase or infinitive that sums up what was said ends: before the occasion, a date, a medium, a relative clause after a comma, or a verb joined on. */
function phraseEnd(words: readonly Word[], from: number, end: number): number {
	const infinitive = words[from]?.lower === "to";
	for (let i = from + 1; i < end; i++) {
		const word = words[i] as Word;
		const next = words[i + 1];
		if (word.kind === "quote") return end;
		if (OCCASION.has(word.lower) && !(word.lower === "as" && infinitive)) return isComma(words[i - 1]) ? i - 1 : i;
		if (
			isComma(word) &&
			(has(next, is.relative) || (has(next, is.conjunction) && (has(words[i + 2], is.auxiliary) || startsClause(words, i + 2))))
		)
			return i;
		if (has(word, is.conjunction) && has(next, is.auxiliary)) return i;
		if (infinitive || !has(word, is.preposition)) {
			if (!infinitive && has(word, is.time) && word.capital && i + 1 >= end) return i;
			continue;
		}
		if (has(next, is.time) && next?.capital) return i;
		const phrase = nounPhraseAfter(words, i + 1, end);
		if (phrase && /^(?:in|on|at|via)$/.test(word.lower) && MEDIA.has(headOf(words, phrase).lower)) return i;
	}
	return end;
}

/** Where the words end that a verb of naming quotes (`called the plan "a mess"`): with the quotation, or the last of several that follow closely. */
function namingEnd(words: readonly Word[], from: number, end: number): number {
	let last = -1;
	for (let i = from; i < end; i++) {
		const word = words[i] as Word;
		if (word.kind === "quote") last = i;
		else if (i - Math.max(last, from) > (last < 0 ? 14 : 6)) break;
		else if (last >= 0 && (word.verb || word.kind === "number" || (has(word, is.preposition) && !has(word, is.subordinator)))) break;
	}
	if (last < 0) return end;
	// `a "threat" to the region` goes on; `a "mess" during a speech` says when.
	const next = words[last + 1];
	if (last + 1 >= end || !next || !/^(?:of|to|for|that|who)$/.test(next.lower)) return last + 1;
	for (let i = last + 2; i < end; i++)
		if (isComma(words[i]) || has(words[i], is.conjunction) || (has(words[i], is.preposition) && words[i]?.lower !== "of")) return i;
	return end;
}

/** Skips dates, places, media and, where the verb takes one, the person addressed. */
function skipAdverbials(words: readonly Word[], start: number, kinds: number): { at: number; medium?: Range } {
	let at = start;
	let medium: Range | undefined;
	const addressed =
		(kinds & (takes.addressee | takes.clause)) === (takes.addressee | takes.clause) ||
		words[start - 1]?.verb?.lemma === "tell" ||
		words[start - 1]?.verb?.lemma === "ask";
	const that = (kinds & takes.clause) !== 0 && (kinds & takes.as) === 0 ? thatAfter(words, start, addressed) : -1;
	if (that >= 0) return { at: that, ...mediumIn(words, start, that) };
	if (addressed) at = skipAddressee(words, at);
	for (let guard = 0; guard < 6; guard++) {
		const word = words[at];
		if (!word) break;
		if (has(word, is.time) && !has(word, is.auxiliary) && word.lower !== "may") {
			at++;
			continue;
		}
		if (has(word, is.adverb) && !has(word, is.determiner | is.subordinator)) {
			at++;
			continue;
		}
		if (has(word, is.preposition) && !has(word, is.subordinator) && !/^(?:as|of|than|about|like)$/.test(word.lower)) {
			const phrase = nounPhraseAfter(words, at + 1) ?? timeAfter(words, at + 1);
			if (!phrase) break;
			// `agreed to a loan` says what was agreed; `said to reporters on Monday` does not.
			if (word.lower === "to" && (kinds & takes.infinitive) !== 0) break;
			const next = words[phrase.to];
			const isMedium = words.slice(phrase.from, phrase.to).some((other) => MEDIA.has(other.lower)) || MEDIA.has(next?.lower ?? "");
			if (isMedium && !medium) medium = { from: at, to: phrase.to };
			at = phrase.to;
			continue;
		}
		break;
	}
	return medium ? { at, medium } : { at };
}

/** The `that` which begins what was said, with only nouns and prepositions before it: `told a group of voters in Delft that`. -1 when there is none. */
function thatAfter(words: readonly Word[], start: number, addressed: boolean): number {
	// `warned, as others did, that`
	if (isComma(words[start])) {
		const close = words.findIndex((word, i) => i > start && i < start + 14 && isComma(word));
		return close > 0 && words[close + 1]?.lower === "that" ? close + 1 : -1;
	}
	const first = words[start];
	if (
		!first ||
		first.lower === "to" ||
		(!addressed && first.lower !== "that" && !has(first, is.time | is.preposition | is.adverb | is.object))
	)
		return -1;
	for (let i = start; i < Math.min(words.length, start + 16); i++) {
		const word = words[i] as Word;
		if (word.lower === "that") return has(words[i + 1], is.auxiliary) && i > start && !has(words[i - 1], is.time) ? -1 : i;
		if (word.kind === "quote" || has(word, is.auxiliary) || (has(word, is.subject) && !has(word, is.object))) return -1;
		if (word.kind === "mark" && !/^[.,'’-]$/.test(word.text)) return -1;
		if (word.text === "," && i === start) return -1;
	}
	return -1;
}

function mediumIn(words: readonly Word[], start: number, end: number): { medium?: Range } {
	const noun = words.findIndex((word, i) => i >= start && i < end && MEDIA.has(word.lower));
	if (noun < 0) return {};
	let from = noun;
	while (from > start && !has(words[from], is.preposition)) from--;
	return { medium: { from, to: noun + 1 } };
}

function timeAfter(words: readonly Word[], at: number): Range | undefined {
	let to = at;
	while (has(words[to], is.time | is.determiner) || words[to]?.kind === "number") to++;
	return to > at ? { from: at, to } : undefined;
}

function skipAddressee(words: readonly Word[], at: number): number {
	const first = words[at];
	if (!first) return at;
	if (has(first, is.object) && first.kind === "word") return at + 1;
	if (first.kind !== "word" || first.lower === "that" || has(first, is.question | is.subject) || has(first, is.preposition)) return at;
	const phrase = nounPhraseAfter(words, at);
	if (!phrase) return at;
	// `told reporters the plan …`: an article after a noun begins the content.
	for (let i = phrase.from + 1; i < phrase.to; i++) {
		if (has(words[i], is.determiner) && !has(words[i - 1], is.determiner | is.preposition | is.conjunction)) return i;
		if (words[i]?.lower === "to") return i;
	}
	return phrase.to;
}
