import type { ClaimKind } from "../../claims/claim.ts";
import { type Language, type Said, said, say } from "../../language/language.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Fact, RowPlace } from "../../references/fact.ts";
import type { Checked, Reason, Verdict, VerdictName } from "../../verdicts/verdict.ts";
import { dayOf } from "./periods.ts";

/** Whether a claim is one that somebody could look up: those that are not are read and printed, but neither marked nor counted. */
export function isCheckable({ verdict }: Pick<Checked, "verdict">): boolean {
	return verdict.reason.kind !== "nothing to check";
}

/** Whether a claim carries a note for the desk, told though no reference speaks of it. */
export function isNote({ verdict }: Checked): boolean {
	return verdict.reason.kind === "anonymous source" || verdict.reason.kind === "surname first";
}

/** A verdict as a label. */
export function verdictWord(name: VerdictName, language?: Language): string {
	return said(language, VERDICTS[name]);
}

/** A verdict as a heading. */
export function verdictTitle(name: VerdictName, language?: Language): string {
	return said(language, TITLES[name]);
}

/** A kind of claim as a label. */
export function kindWord(kind: ClaimKind, language?: Language): string {
	return said(language, KINDS[kind]);
}

const VERDICTS: Readonly<Record<VerdictName, Phrase>> = {
	supported: phrase("supported"),
	contradicted: phrase("contradicted"),
	inconsistent: phrase("inconsistent"),
	outdated: phrase("outdated"),
	imprecise: phrase("imprecise"),
	disputed: phrase("disputed"),
	unreferenced: phrase("unreferenced"),
	reviewed: phrase("reviewed"),
};

const TITLES: Readonly<Record<VerdictName, Phrase>> = {
	supported: phrase("Supported"),
	contradicted: phrase("Contradicted"),
	inconsistent: phrase("Inconsistent"),
	outdated: phrase("Outdated"),
	imprecise: phrase("Imprecise"),
	disputed: phrase("Disputed"),
	unreferenced: phrase("Unreferenced"),
	reviewed: phrase("Reviewed"),
};

const KINDS: Readonly<Record<ClaimKind, Phrase>> = {
	money: phrase("money"),
	count: phrase("count"),
	percent: phrase("percent"),
	measure: phrase("measure"),
	rank: phrase("rank"),
	ratio: phrase("ratio"),
	date: phrase("date"),
	duration: phrase("duration"),
	age: phrase("age"),
	quotation: phrase("quotation"),
	attribution: phrase("attribution"),
	role: phrase("role"),
};

/** Where a fact stands: `connectivity, facts.csv row 13 · Benzinga Pro · as of 2026-02-04`. */
export function factLine(fact: Fact, language?: Language): string {
	const parts = [say(language, "{0}, {1} {2}", fact.pack, tableOf(fact), rowWords(fact))];
	if (fact.source !== undefined) parts.push(fact.source);
	const asOf = fact.knownAt ?? fact.period;
	if (asOf !== undefined) parts.push(say(language, "as of {0}", asOf));
	return parts.join(" · ");
}

/** A row by its number, as a spreadsheet counts it; in JSON and YAML, where nobody counts records, by its line. */
export const rowWords = ({ uri, row, lines }: RowPlace): Phrase =>
	lines && uri !== undefined && /\.(?:json|ya?ml)$/i.test(uri) ? phrase("line {0}", lines[0]) : phrase("row {0}", row);

/** The row of a person, or the line of a document where the words begin, that a verdict rests on. */
export function placeBehind(reason: Reason): RowPlace | undefined {
	if ("person" in reason) return reason.person;
	if (!("document" in reason)) return undefined;
	const { document, at = 0 } = reason;
	const line = document.text.slice(0, at).split("\n").length;
	return { ...(document.uri !== undefined && { uri: document.uri }), row: line };
}

/** Where what `nameBehind` names stands: `harbour, people row 3`, `harbour, release line 12`. */
export function whereBehind(reason: Reason, language?: Language): string | undefined {
	const place = placeBehind(reason);
	if (!place) return undefined;
	const { pack, resource } = "person" in reason ? reason.person : (reason as Extract<Reason, { document: unknown }>).document;
	return say(language, "{0}, {1} {2}", pack, resource, "person" in reason ? rowWords(place) : phrase("line {0}", place.row));
}

/** Whom or which document a verdict rests on, by name: `Ada Moss, chief engineer, Vela`. Undefined when it rests on neither. */
export function nameBehind(reason: Reason): string | undefined {
	if ("person" in reason) return [reason.person.name, reason.person.title, reason.person.organisation].filter(Boolean).join(", ");
	return "document" in reason ? (reason.document.title ?? reason.document.resource) : undefined;
}

/** The first place that a verdict rests on, with its source: a fact's row, a person's, the line of a document. Undefined when it rests on none. */
export function restsOn({ references: [fact], reason }: Verdict): string | undefined {
	if (fact) return factLine(fact);
	const where = whereBehind(reason);
	const source = "document" in reason ? reason.document.source : undefined;
	return where === undefined || source === undefined ? where : `${where} · ${source}`;
}

/** A table by its resource; by its file where that has another name, since a resource may be of several files, each with a row 2. */
function tableOf({ resource, uri }: Fact): string {
	const file = uri === undefined ? resource : decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
	return file === resource || file.replace(/\.[^.]{1,8}$/, "") === resource ? resource : file;
}

/** Who verified a row: `verified by Ada Moss on 4 Feb 2026`; undefined when nobody is named. */
export function verifiedWords({ verifiedBy, verifiedOn }: Fact, language?: Language): string | undefined {
	if (verifiedBy === undefined) return undefined;
	return verifiedOn === undefined
		? say(language, "verified by {0}", verifiedBy)
		: say(language, "verified by {0} on {1}", verifiedBy, dayOf(verifiedOn));
}

/** `9 of 14 checked: 6 supported, 2 contradicted, 1 outdated.` */
export function countsSentence(counts: Readonly<Record<VerdictName, number>>, language?: Language): string {
	const { unreferenced, ...answered } = counts;
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (total === 0) return say(language, "No claims found.");
	const parts = Object.entries(answered).filter(([, count]) => count > 0);
	if (parts.length === 0) return say(language, "{0} of {1} checked.", total - unreferenced, total);
	const detail: Said = (inner) => parts.map(([name, count]) => countOf(name as VerdictName, count, inner)).join(", ");
	return say(language, "{0} of {1} checked: {2}.", total - unreferenced, total, detail);
}

/** `6 supported`. */
export function countOf(name: VerdictName, count: number, language?: Language): string {
	return say(language, "{0} {1}", count, VERDICTS[name]);
}

/** How the words led to a reference: whose figure it was taken for, of what, and as of when. Undefined when they led to none. */
export function bindingWords({ how, subject, measure, period }: Verdict, language?: Language): string | undefined {
	if (!how || !subject || !measure) return undefined;
	return say(
		language,
		"Whose: {0}. What: {1}. When: {2}.",
		because(subject.text, SUBJECTS[how.subject]),
		because(measure.said ?? measure.text, MEASURES[how.measure]),
		period === undefined ? phrase("the sentence gives no date") : because(dayOf(period), PERIODS[how.period]),
	);
}

/** What was read, and by what. */
const because =
	(what: string | Phrase | Said, rule: Phrase | undefined): Said =>
	(language) => {
		if (rule) return say(language, "{0}, {1}", what, rule);
		return typeof what === "function" ? what(language) : said(language, what);
	};

/** What each rule of `verdicts/binding/subject.ts` goes by. */
const SUBJECTS: Readonly<Record<string, Phrase>> = {
	"row of the table": phrase("named in the table"),
	respectively: phrase("who has the same place in the list"),
	"in brackets behind the name": phrase("named in front of the brackets"),
	"in the figure": phrase("named with the figure"),
	"before the figure": phrase("named before the figure"),
	possessive: phrase("named as the owner"),
	"in front of the name": phrase("named right behind the figure"),
	"after the figure": phrase("named behind the figure"),
	"place in front": phrase("the place named in front"),
	"in the clause behind": phrase("named in the clause behind the figure"),
	"the only one with this measure": phrase("the only one that has it"),
	pronoun: phrase("whom the pronoun stands for"),
	"called so": phrase("called so here"),
	"sentence before": phrase("named in a sentence before"),
	heading: phrase("named in the heading"),
	headline: phrase("named in the headline"),
	former: phrase("the former of the two"),
	latter: phrase("the latter of the two"),
	opponent: phrase("the other side"),
};

/** What each rule of `verdicts/binding/measure.ts` and `pair.ts` goes by. */
const MEASURES: Readonly<Record<string, Phrase>> = {
	"in the figure": phrase("named with the figure"),
	counted: phrase("which the figure counts"),
	"around the figure": phrase("named around the figure"),
	"after the figure": phrase("named behind the figure"),
	"before the figure": phrase("named before the figure"),
	"said again": phrase("said before and meant again"),
	"column of the table": phrase("named in the table"),
	"the only one with this unit": phrase("the only one in this unit"),
	record: phrase("from a record of wins and losses"),
	score: phrase("from a score"),
	"part of the contest": phrase("from a part of the game"),
	"parts of the contest": phrase("from parts of the game"),
};

const PERIODS: Readonly<Record<string, Phrase>> = {
	clause: phrase("the date beside it"),
	sentence: phrase("the date in the sentence"),
	newest: phrase("the newest there is"),
	none: phrase("the date of the reference, as the sentence gives none"),
};
