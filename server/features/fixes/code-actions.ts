import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from "vscode-languageserver";
import { type Claim, quantityOf } from "../../claims/claim.ts";
import { type Language, said, say } from "../../language/language.ts";
import {
	addFactCommand,
	addPackCommand,
	type DiagnosticData,
	describeTableCommand,
	falseAlarmCommand,
	ignoreCommand,
	NO_PACK,
	type ReviewTarget,
	signOffCommand,
} from "../../protocol.ts";
import type { PackProblem } from "../../references/packs.ts";
import type { View } from "../../session.ts";
import type { Checked } from "../../verdicts/verdict.ts";
import { claimsIn, columnRange, rangeOf } from "../ranges.ts";
import { isCheckable } from "../wording/labels.ts";
import { day } from "../wording/periods.ts";
import { factValue } from "../wording/values.ts";
import { cited } from "./cite.ts";
import { corrections } from "./correct.ts";
import { ignored } from "./ignore.ts";
import { pinnable, pinned } from "./pin.ts";

/** What the menu offers at a range of an article, and whether the editor can ask its user for a reason. */
export interface Asked {
	readonly range: Range;
	readonly diagnostics: readonly Diagnostic[];
	readonly canPrompt: boolean;
	/** Titles in the editor's language. */
	readonly language?: Language | undefined;
}

/**
 * Quick fixes for the claims at a range. None is ever preferred and none is of a kind that an editor applies by itself: whoever changes a fact
 * has looked at it.
 */
export function codeActions(view: View, asked: Asked): CodeAction[] {
	const forClaims = claimsIn(view, asked.range)
		.filter(isCheckable)
		.flatMap((checked) => [
			...correct(view, checked, asked),
			...cite(view, checked, asked),
			...pins(view, checked, asked),
			...addFact(view, checked, asked),
			...signOff(view, checked, asked),
			...ignore(view, checked, asked),
			...falseAlarm(view, checked, asked),
		]);
	return [...addPack(asked), ...forClaims];
}

/** The fixes of faults in a pack's file. */
export function packActions(uri: string, problems: readonly PackProblem[], range: Range, language?: Language): CodeAction[] {
	return problems.flatMap(({ fix, ...problem }) => {
		const at = columnRange(problem);
		if (!fix || at.start.line > range.end.line || at.end.line < range.start.line) return [];
		const place = { start: { line: fix.line, character: fix.column }, end: { line: fix.endLine, character: fix.endColumn } };
		return [action(uri, said(language, fix.said ?? fix.title), [{ range: place, newText: fix.newText }])];
	});
}

/** What the hint that there is no pack speaks of. */
function addPack({ diagnostics, canPrompt, language }: Asked): CodeAction[] {
	const hints = diagnostics.filter(({ code }) => code === NO_PACK);
	if (!canPrompt || hints.length === 0) return [];
	return [
		{ title: say(language, "Add a reference pack to this folder"), command: addPackCommand },
		{ title: say(language, "Use a table as a reference pack"), command: describeTableCommand },
	].map(({ title, command }) => ({ title, kind: CodeActionKind.QuickFix, command: { title, command }, diagnostics: hints }));
}

function correct(view: View, checked: Checked, asked: Asked): CodeAction[] {
	return corrections(view, checked, asked.language).map(({ title, span, words }) => ({
		...action(view.uri, title, [{ range: rangeOf(view, span), newText: words }]),
		...of(checked, asked),
	}));
}

function cite(view: View, checked: Checked, { language }: Asked): CodeAction[] {
	const [fact] = checked.verdict.references;
	const edits = fact && checked.verdict.name === "supported" ? cited(view, checked.claim, fact) : undefined;
	return edits ? [action(view.uri, say(language, "Cite the source of “{0}”", inShort(checked.claim)), edits)] : [];
}

/** Where the words leave open what is spoken of, its writer can say so. */
function pins(view: View, checked: Checked, asked: Asked): CodeAction[] {
	return pinnable(view, checked).map((fact) => {
		const { references } = view.report;
		const subject = references.entities.get(fact.subject)?.name ?? fact.subject;
		const measure = references.measures.get(fact.measure)?.label ?? fact.measure;
		const about = [subject, measure, fact.period && day(fact.period, asked.language)].filter(Boolean).join(", ");
		const edits = pinned(view, checked.claim, fact);
		return {
			...action(view.uri, say(asked.language, "Hold it against {0}: {1}", about, factValue(fact, undefined, asked.language)), edits),
			...of(checked, asked),
		};
	});
}

/** A claim's words for a title within quotation marks: on one line, without marks of their own, as many as a menu holds. */
function inShort({ text }: Claim): string {
	const words = text.replace(/\s+/g, " ").replace(/^["“‘']|["”’']$/g, "");
	if (words.length <= LONGEST) return words;
	const space = words.lastIndexOf(" ", LONGEST - 1);
	return `${words.slice(0, space > 0 ? space : LONGEST - 1)}…`;
}

const LONGEST = 48;

/** Whether a row of a table could answer a claim: a figure or a date of which no reference speaks. */
const isAddable = ({ claim, verdict }: Checked): boolean =>
	verdict.name === "unreferenced" && (quantityOf(claim) !== undefined || claim.kind === "date");

/** Where no reference speaks of a figure, the desk can write one. Asks where the figure is from, so it is for editors that can ask. */
function addFact(view: View, checked: Checked, asked: Asked): CodeAction[] {
	if (!asked.canPrompt || !isAddable(checked)) return [];
	const { claim } = checked;
	const title = say(asked.language, "Add “{0}” to a reference pack, with its source", inShort(claim));
	const target: ReviewTarget = { uri: view.uri, id: claim.id, text: claim.text };
	return [
		{ title, kind: CodeActionKind.QuickFix, command: { title, command: addFactCommand, arguments: [target] }, ...of(checked, asked) },
	];
}

/** Signing off asks for a name and a reason, so it is for editors that can ask. */
function signOff(view: View, checked: Checked, asked: Asked): CodeAction[] {
	const { claim, verdict } = checked;
	if (!asked.canPrompt || verdict.name === "reviewed") return [];
	const title = say(asked.language, "Sign off “{0}”", inShort(claim));
	const target: ReviewTarget = { uri: view.uri, id: claim.id, text: claim.text };
	return [
		{ title, kind: CodeActionKind.QuickFix, command: { title, command: signOffCommand, arguments: [target] }, ...of(checked, asked) },
	];
}

function ignore(view: View, checked: Checked, asked: Asked): CodeAction[] {
	const { claim, verdict } = checked;
	if (verdict.name === "supported" || verdict.name === "reviewed") return [];
	const title = say(asked.language, "Do not check “{0}” here, with a reason", inShort(claim));
	if (!asked.canPrompt) return [{ ...action(view.uri, title, ignored(view, claim, "")), ...of(checked, asked) }];
	const command = { title, command: ignoreCommand, arguments: [{ uri: view.uri, id: claim.id, text: claim.text }] };
	return [{ title, kind: CodeActionKind.QuickFix, command, ...of(checked, asked) }];
}

/** For marks that say that something is wrong. Asks what is, so it is for editors that can ask. */
function falseAlarm(view: View, checked: Checked, asked: Asked): CodeAction[] {
	const { claim, verdict } = checked;
	if (!asked.canPrompt || ["supported", "reviewed", "unreferenced"].includes(verdict.name)) return [];
	const title = say(asked.language, "Report “{0}” as a false alarm", inShort(claim));
	const target: ReviewTarget = { uri: view.uri, id: claim.id, text: claim.text };
	return [
		{ title, kind: CodeActionKind.QuickFix, command: { title, command: falseAlarmCommand, arguments: [target] }, ...of(checked, asked) },
	];
}

function action(uri: string, title: string, edits: TextEdit[]): CodeAction {
	return { title: title.replace(/\s+/g, " "), kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: edits } } };
}

/** The marks that a fix is for. */
function of({ claim }: Checked, { diagnostics }: Asked): { diagnostics?: Diagnostic[] } {
	const own = diagnostics.filter(({ data }) => (data as DiagnosticData | undefined)?.claim === claim.id);
	return own.length > 0 ? { diagnostics: own } : {};
}
