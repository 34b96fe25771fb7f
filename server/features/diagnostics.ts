import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver";
import { type Language, type Said, said, say } from "../language/language.ts";
import { phrase } from "../language/phrase.ts";
import { LONGEST_ARTICLE } from "../limits.ts";
import { detached } from "../prose/detached.ts";
import { atOnce, type Steps } from "../prose/steps.ts";
import { type DiagnosticData, NO_PACK } from "../protocol.ts";
import type { Fact } from "../references/fact.ts";
import type { PackProblem } from "../references/packs.ts";
import { type DirectiveProblem, directiveWords } from "../review/directives.ts";
import type { View } from "../session.ts";
import { type Settings, type Severity, severityFor } from "../settings.ts";
import type { CheckedBlocks } from "../verdicts/checked-blocks.ts";
import type { Spelling } from "../verdicts/spellings.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { fewFaint, KeptMarks } from "./kept-marks.ts";
import { columnRange, locationOf, rangeOf, rowLocation } from "./ranges.ts";
import { isCheckable, nameBehind, placeBehind } from "./wording/labels.ts";
import { place } from "./wording/sources.ts";
import { amount } from "./wording/statement.ts";
import { sentence, spellingSentence } from "./wording/wording.ts";

/** The marks of one article, in order. `docs` is where the pages are that explain each verdict, ending in a slash. */
export function diagnostics(view: View, docs: string | undefined, language?: Language): Diagnostic[] {
	return atOnce(markArticle(view, docs, language));
}

/** The same in steps. */
export function* markArticle(view: View, docs: string | undefined, language?: Language): Steps<Diagnostic[]> {
	const desk = { view, docs, language };
	if (view.tooLong) return [tooLong(view, language)];
	const hint = noPackHint(view, language);
	const { blocks, spellings, directives } = view.report;
	const marks = blocks ? yield* keptMarks(desk, blocks) : fewFaint(marksOf(desk, view.report.checked, true), 0, many(language));
	const names = spellings.map((spelling) => spellingDiagnostic(desk, spelling));
	const faults = directives.problems.map((problem) => directiveDiagnostic(desk, problem));
	// Put together at once: a list that grows mark by mark is copied a dozen times.
	return (hint ? [hint] : []).concat(marks, names, faults);
}

/** The faults of one pack's file. */
export function packDiagnostics(problems: readonly PackProblem[], language?: Language): Diagnostic[] {
	return problems.map((problem) => ({
		range: columnRange(problem),
		severity: severities[problem.severity],
		source: SOURCE,
		code: problem.code,
		message: said(language, problem.said ?? problem.message),
	}));
}

const SOURCE = "Plumbline";

const MANY = phrase(
	"There are more faint marks from here on than an article can show. The claims view lists every claim; findings are marked all the same.",
);

const severities: Readonly<Record<Exclude<Severity, "off">, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** What marks are made of, and for whom. */
interface Desk {
	readonly view: View;
	readonly docs: string | undefined;
	readonly language: Language | undefined;
}

/** What is kept of the marks of an article for its next version, and what they were made by. */
interface Kept extends Pick<Desk, "docs" | "language"> {
	readonly marks: KeptMarks;
	readonly settings: Settings;
}

const kept = new WeakMap<object, Kept>();

/** The marks of all blocks. */
function* keptMarks({ view, docs, language }: Desk, blocks: CheckedBlocks): Steps<readonly Diagnostic[]> {
	const { settings, document } = view;
	const { draft } = view.report;
	const before = kept.get(draft);
	// For one taker: others may have their turn while marks are made.
	kept.delete(draft);
	const isSame = before?.settings === settings && before.docs === docs && before.language === language;
	const marks = isSame
		? before.marks
		: new KeptMarks((view, checked, isFaintToo) => marksOf({ view, docs, language }, checked, isFaintToo), many(language));
	const found = yield* marks.update(view, blocks, document);
	kept.set(draft, { marks, settings, docs, language });
	return found;
}

/** What stands for the faint marks that are not shown, at the first of them. */
function many(language: Language | undefined): (mark: Diagnostic) => Diagnostic {
	return (mark) => ({ ...mark, code: "many", message: said(language, MANY), data: undefined });
}

function marksOf(desk: Desk, checked: readonly Checked[], isFaintToo: boolean): Diagnostic[] {
	return checked.flatMap((one) => diagnosticOf(desk, one, isFaintToo) ?? []);
}

function diagnosticOf({ view, docs, language }: Desk, checked: Checked, isFaintToo: boolean): Diagnostic | undefined {
	const { claim, verdict } = checked;
	const severity = severityFor(verdict, view.settings);
	if (severity === "off" || (severity === "hint" && !isFaintToo) || !isCheckable(checked)) return undefined;
	const related = relatedInformation(view, checked, language);
	const data: DiagnosticData = { claim: claim.id };
	return {
		range: rangeOf(view, claim),
		severity: severities[severity],
		source: SOURCE,
		code: verdict.name,
		...(docs !== undefined && { codeDescription: { href: `${docs}${verdict.name}.md` } }),
		message: sentence(verdict.reason, claim, language),
		...(related.length > 0 && { relatedInformation: related }),
		data,
	};
}

function relatedInformation(view: View, { verdict }: Checked, language: Language | undefined): DiagnosticRelatedInformation[] {
	const related: DiagnosticRelatedInformation[] = (verdict.related ?? []).map((span) => ({
		location: locationOf(view, span),
		message: detached(view.report.article.text.slice(span.start, span.end)),
	}));
	const named = nameBehind(verdict.reason);
	const behind = placeBehind(verdict.reason);
	const place = behind && rowLocation(behind);
	if (named !== undefined && place) related.push({ location: place, message: named });
	for (const fact of [...verdict.references, ...(verdict.candidates ?? [])].slice(0, MOST_RELATED)) {
		const location = rowLocation(fact);
		if (location) related.push({ location, message: say(language, "{0} ({1})", amount(fact), whence(fact)) });
	}
	return related;
}

/** A name that the packs write otherwise. */
function spellingDiagnostic({ view, language }: Desk, spelling: Spelling): Diagnostic {
	return {
		range: rangeOf(view, spelling),
		severity: DiagnosticSeverity.Information,
		source: SOURCE,
		code: "spelling",
		message: spellingSentence(spelling, language),
	};
}

/** A directive that does nothing is told, since whoever wrote it thinks that it does. */
function directiveDiagnostic({ view, docs, language }: Desk, problem: DirectiveProblem): Diagnostic {
	return {
		range: rangeOf(view, problem),
		severity: DiagnosticSeverity.Warning,
		source: SOURCE,
		code: "directive",
		// The page about directives lies beside the folder of those about verdicts.
		...(docs !== undefined && { codeDescription: { href: `${docs.slice(0, docs.lastIndexOf("/", docs.length - 2) + 1)}directives.md` } }),
		message: directiveSentence(problem, language),
	};
}

function directiveSentence({ kind, word }: DirectiveProblem, language: Language | undefined): string {
	switch (kind) {
		case "unknown":
			return say(
				language,
				"“{0}” is no directive of Plumbline's. There are {1}, and “plumbline: { ignore: … }” in the front matter.",
				word,
				Object.keys(directiveWords).join(", "),
			);
		case "no reason":
			return say(language, "“{0}” needs a reason, for whoever reads the article next.", word);
		case "no fact":
			return say(
				language,
				"“{0}” leads to no fact of the packs, or no figure or date follows it. Write <!-- plumbline-pin SUBJECT; MEASURE; PERIOD --> as the pack's row does.",
				word,
			);
		case "no review":
			return say(
				language,
				"“{0}” says what was looked at, by whom, when and how. Write <!-- plumbline-reviewed WORDS; NAME; YYYY-MM-DD; REASON -->.",
				word,
			);
		case "review is past":
			return say(
				language,
				"This review holds no longer: the words behind it are others, or a reference is newer than it. Look again, then sign it off anew or take it out.",
			);
		case "never ended":
			return say(language, "“{0}” holds to the end of the article. End it with <!-- plumbline-enable -->.", word);
		case "nothing to end":
			return say(language, "“{0}” has nothing to end here.", word);
	}
}

/** `Annual report, 4 Feb 2026`. */
const whence = ({ source, pack, period, knownAt }: Fact): Said => place(source ?? pack, period ?? knownAt);

/** More places than these are a table, which the hover shows. */
const MOST_RELATED = 5;

/** One mark at the start of an article that is not checked. */
function tooLong(view: View, language: Language | undefined): Diagnostic {
	return {
		range: rangeOf(view, { start: 0, end: 0 }),
		severity: DiagnosticSeverity.Information,
		source: SOURCE,
		code: "too-long",
		message: say(
			language,
			"This article is longer than {0} MB, which is more than is checked; cut it into parts.",
			LONGEST_ARTICLE / 1024 / 1024,
		),
	};
}

/** One mark at the first claim, where no pack is set up. */
function noPackHint(view: View, language: Language | undefined): Diagnostic | undefined {
	const { blocks } = view.report;
	const first = blocks ? blocks.first() : view.report.checked[0];
	if (!first || view.folder.packs.store.packs.length > 0 || !view.settings.noPackHint) return undefined;
	return {
		range: rangeOf(view, first.claim),
		severity: DiagnosticSeverity.Hint,
		source: SOURCE,
		code: NO_PACK,
		message: say(
			language,
			"No reference pack is set up here, so nothing can be compared. Put a facts.csv with the columns subject, measure, value, unit, period and source in a folder named “packs”, or name your packs in the setting plumbline.packs.",
		),
	};
}
