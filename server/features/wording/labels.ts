import type { ClaimKind } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import type { Checked, Verdict, VerdictName } from "../../verdicts/verdict.ts";
import { day } from "./values.ts";

/** Whether a claim is one that somebody could look up: those that are not are read and printed, but neither marked nor counted. */
export function isCheckable({ verdict }: Pick<Checked, "verdict">): boolean {
	return verdict.reason.kind !== "nothing to check";
}

/** Whether a claim carries a note for the desk, told though no reference speaks of it. */
export function isNote({ verdict }: Checked): boolean {
	return verdict.reason.kind === "anonymous source" || verdict.reason.kind === "surname first";
}

/** Texts of the editor's language by their English, for what is the editor's own: titles and headings. What is said of a claim is in the article's language. */
export type Texts = Readonly<Record<string, string>>;

/** A text in the language of the editor, in English where there is none. `{0}` stands for the first of the values. `scripts/l10n.mjs` collects the texts. */
export function say(texts: Texts | undefined, english: string, ...values: readonly (string | number)[]): string {
	return (texts?.[english] ?? english).replace(/\{(\d)\}/g, (place, i) => String(values[Number(i)] ?? place));
}

/** A verdict as a label. */
export function verdictWord(name: VerdictName): string {
	return name;
}

/** A verdict as a heading in the editor's language. */
export function verdictTitle(name: VerdictName, texts: Texts | undefined): string {
	switch (name) {
		case "supported":
			return say(texts, "Supported");
		case "contradicted":
			return say(texts, "Contradicted");
		case "inconsistent":
			return say(texts, "Inconsistent");
		case "outdated":
			return say(texts, "Outdated");
		case "imprecise":
			return say(texts, "Imprecise");
		case "disputed":
			return say(texts, "Disputed");
		case "unreferenced":
			return say(texts, "Unreferenced");
		case "reviewed":
			return say(texts, "Reviewed");
	}
}

/** A kind of claim as a label. */
export function kindWord(kind: ClaimKind): string {
	return kind;
}

/** Where a fact stands: `connectivity, facts.csv row 13 · Benzinga Pro · as of 2026-02-04`. */
export function factLine(fact: Fact): string {
	const parts = [`${fact.pack}, ${fact.resource} row ${fact.row}`];
	if (fact.source !== undefined) parts.push(fact.source);
	const asOf = fact.knownAt ?? fact.period;
	if (asOf !== undefined) parts.push(`as of ${asOf}`);
	return parts.join(" · ");
}

/** Who verified a row: `verified by Ada Moss on 4 Feb 2026`; undefined when nobody is named. */
export function verifiedWords({ verifiedBy, verifiedOn }: Fact): string | undefined {
	if (verifiedBy === undefined) return undefined;
	return `verified by ${verifiedBy}${verifiedOn === undefined ? "" : ` on ${day(verifiedOn)}`}`;
}

/** `9 of 14 checked: 6 supported, 2 contradicted, 1 outdated.` */
export function countsSentence(counts: Readonly<Record<VerdictName, number>>): string {
	const { unreferenced, ...answered } = counts;
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (total === 0) return "No claims found.";
	const parts = Object.entries(answered).filter(([, count]) => count > 0);
	const detail = parts.map(([name, count]) => `${count} ${verdictWord(name as VerdictName)}`).join(", ");
	return `${total - unreferenced} of ${total} checked${detail ? `: ${detail}` : ""}.`;
}

/** How the words led to a reference: whose figure it was taken for, of what, and as of when. Undefined when they led to none. */
export function bindingWords({ how, subject, measure, period }: Verdict): string | undefined {
	if (!how || !subject || !measure) return undefined;
	const when = period === undefined ? "no date is near" : `${day(period)}${behind(PERIODS[how.period])}`;
	return `Whose: ${subject.text}${behind(SUBJECTS[how.subject])}. What: ${measure.text}${behind(MEASURES[how.measure])}. When: ${when}.`;
}

const behind = (words: string | undefined): string => (words === undefined ? "" : `, ${words}`);

/** What each rule of `verdicts/binding/subject.ts` goes by. */
const SUBJECTS: Readonly<Record<string, string>> = {
	"row of the table": "named in the table",
	respectively: "who has the same place in the list",
	"in brackets behind the name": "named in front of the brackets",
	"in the figure": "named with the figure",
	"before the figure": "named before the figure",
	possessive: "named as the owner",
	"in front of the name": "named right behind the figure",
	"after the figure": "named behind the figure",
	pronoun: "whom the pronoun stands for",
	"called so": "called so here",
	"sentence before": "named in a sentence before",
	heading: "named in the heading",
	headline: "named in the headline",
	former: "the former of the two",
	latter: "the latter of the two",
	opponent: "the other side",
};

/** What each rule of `verdicts/binding/measure.ts` and `pair.ts` goes by. */
const MEASURES: Readonly<Record<string, string>> = {
	"in the figure": "named with the figure",
	counted: "which the figure counts",
	"around the figure": "named around the figure",
	"after the figure": "named behind the figure",
	"before the figure": "named before the figure",
	"said again": "said before and meant again",
	"column of the table": "named in the table",
	"the only one with this unit": "the only one in this unit",
	record: "from a record of wins and losses",
	score: "from a score",
	"part of the contest": "from a part of the game",
	"parts of the contest": "from parts of the game",
};

const PERIODS: Readonly<Record<string, string>> = {
	clause: "the date beside it",
	sentence: "the date in the sentence",
	newest: "the newest there is",
	none: "since no date is near",
};
