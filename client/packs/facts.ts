import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
	type FactDraftParams,
	type FactDraftResult,
	type FactFaultParams,
	type FactFaultResult,
	type FactRow,
	type FactRowParams,
	type FactRowResult,
	type FactTableItem,
	factDraftRequest,
	factFaultRequest,
	factRowRequest,
	type NewFact,
	type ReviewTarget,
} from "../../server/protocol.ts";
import { tellWritten } from "../edits.ts";
import { reviewer } from "../review/review.ts";
import { addPack } from "./packs.ts";

/**
 * Writes what a claim says into a table of a pack, as an edit that can be undone, once its user has said where it is from. Whoever calls the command with a
 * fact is asked nothing. The claim is judged again as soon as the table is saved.
 */
export async function addFact(client: BaseLanguageClient, target: ReviewTarget, given?: NewFact): Promise<void> {
	const { row, tables } = await draftOf(client, target);
	if (!row) {
		void vscode.window.showInformationMessage(vscode.l10n.t("This claim has changed meanwhile."));
		return;
	}
	const table = given ? tables.find(({ uri }) => uri === given.table) : await chooseTable(client, target, tables);
	if (!table) return;
	const answered = given?.row ?? (await askForRow(client, target, table, row));
	if (answered) await append(client, target, table, answered);
}

async function draftOf(client: BaseLanguageClient, { uri, id }: ReviewTarget): Promise<FactDraftResult> {
	const { row, tables } = await client.sendRequest<FactDraftResult>(factDraftRequest, { uri, id } satisfies FactDraftParams);
	return { ...(row && { row }), tables: await Promise.all(tables.map((table) => withWritability(client, table))) };
}

/** A file that the editor may not write is told as such before anybody is asked anything. */
async function withWritability(client: BaseLanguageClient, table: FactTableItem): Promise<FactTableItem> {
	const uri = client.protocol2CodeConverter.asUri(table.uri);
	const isReadOnly = await vscode.workspace.fs.stat(uri).then(
		({ permissions = 0 }) =>
			(permissions & vscode.FilePermission.Readonly) !== 0 || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false,
		() => false, // what is not there is told when it is opened
	);
	return isReadOnly && table.refusal === undefined ? { ...table, refusal: vscode.l10n.t("can only be read") } : table;
}

/** The only table that can take a row, else the one that is chosen. Where there is none, one can be made. */
async function chooseTable(
	client: BaseLanguageClient,
	target: ReviewTarget,
	tables: readonly FactTableItem[],
): Promise<FactTableItem | undefined> {
	const open = tables.filter(({ refusal }) => refusal === undefined);
	if (open.length === 0) return offerPack(client, target, tables);
	const [only] = open;
	// What is locked would be used no more: that is not done without a word.
	if (open.length === 1 && only && !only.locked) return only;
	const items = tables.map((table) => ({
		table,
		label: table.path,
		description: table.pack,
		...(table.refusal !== undefined
			? { detail: vscode.l10n.t("$(circle-slash) No row can be added: it {0}", table.refusal) }
			: table.locked && {
					detail: vscode.l10n.t("$(lock) Locked: with a new row it is not used before “plumbline pack lock”"),
				}),
	}));
	const title = vscode.l10n.t("Add “{0}” to which table?", words(target));
	for (;;) {
		const chosen = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true, matchOnDescription: true });
		if (chosen?.table.refusal === undefined) return chosen?.table;
	}
}

async function offerPack(
	client: BaseLanguageClient,
	target: ReviewTarget,
	tables: readonly FactTableItem[],
): Promise<FactTableItem | undefined> {
	const make = vscode.l10n.t("Make a Pack");
	const why = tables.map(({ path, refusal }) => `${path} ${refusal}`).join("; ");
	const message =
		tables.length === 0
			? vscode.l10n.t("There is no reference pack here that could take a figure.")
			: vscode.l10n.t("No table here can take a row: {0}.", why);
	// Where nothing can be written no pack can be made either.
	const canMake = vscode.workspace.fs.isWritableFileSystem(vscode.Uri.parse(target.uri).scheme) !== false;
	if ((await vscode.window.showInformationMessage(message, ...(canMake ? [make] : []))) !== make) return undefined;
	const made = await addPack();
	if (!made) return undefined;
	const again = (await draftOf(client, target)).tables.find(
		({ uri }) => client.protocol2CodeConverter.asUri(uri).toString() === made.toString(),
	);
	if (again && again.refusal === undefined) return again;
	const what = again
		? vscode.l10n.t("{0} is there already and {1}: mend it, and the row can be written.", again.path, again.refusal ?? "")
		: vscode.l10n.t("{0} is in no place that the setting plumbline.packs names.", made.fsPath);
	void vscode.window.showInformationMessage(what);
	return undefined;
}

/** Asks cell by cell, with what the article says already filled in. */
async function askForRow(
	client: BaseLanguageClient,
	target: ReviewTarget,
	table: FactTableItem,
	draft: FactRow,
): Promise<FactRow | undefined> {
	const questions = questionsFor(table);
	let row = draft;
	for (const [i, { column, prompt, placeHolder }] of questions.entries()) {
		const text = await vscode.window.showInputBox({
			title: vscode.l10n.t("Add “{0}” to {1} ({2} of {3})", words(target), table.path, i + 1, questions.length),
			prompt,
			placeHolder,
			value: row[column] ?? "",
			// Whoever looks something up in the article has not given up.
			ignoreFocusOut: true,
			validateInput: async (value) => {
				const params: FactFaultParams = { column, row: { ...row, [column]: value } };
				return (await client.sendRequest<FactFaultResult>(factFaultRequest, params)).fault;
			},
		});
		if (text === undefined) return undefined;
		row = { ...row, [column]: text.trim() };
	}
	if (!table.columns.includes("verified_by")) return row;
	const by = await reviewer();
	return by === undefined ? undefined : { ...row, verified_by: by };
}

interface Question {
	readonly column: keyof FactRow;
	readonly prompt: string;
	readonly placeHolder: string;
}

function questionsFor(table: FactTableItem): Question[] {
	const { t } = vscode.l10n;
	const all: Question[] = [
		{ column: "subject", prompt: t("Whose figure is it? As the pack's other rows name them."), placeHolder: t("Harbour Bridge") },
		{ column: "measure", prompt: t("What was measured?"), placeHolder: t("net sales") },
		{ column: "value", prompt: t("The figure as the source prints it, or a date. A range is written 10..12."), placeHolder: "42.45" },
		{ column: "unit", prompt: t("The unit, with its scale; “date” for a date; nothing for a bare number."), placeHolder: "USD billion" },
		{
			column: "period",
			prompt: t("When does it hold? May be left empty where it holds at any time."),
			placeHolder: "2025, 2025-Q4, 2026-02-04",
		},
		{ column: "source", prompt: t("Where is it from? An address, or the title of a document."), placeHolder: "https://…" },
		{ column: "locator", prompt: t("Where in it? A page, a table. May be left empty."), placeHolder: t("page 9") },
	];
	return all.filter(({ column }) => table.columns.includes(column));
}

async function append(client: BaseLanguageClient, target: ReviewTarget, table: FactTableItem, row: FactRow): Promise<void> {
	const uri = client.protocol2CodeConverter.asUri(table.uri);
	const fail = (why: string) => void vscode.window.showErrorMessage(vscode.l10n.t("{0} {1}. Nothing was written.", table.path, why));
	let document: vscode.TextDocument;
	try {
		document = await vscode.workspace.openTextDocument(uri);
	} catch {
		return fail(vscode.l10n.t("can't be opened in the editor"));
	}
	const wasDirty = document.isDirty;
	const params: FactRowParams = { uri: target.uri, table: table.uri, text: document.getText(), row };
	const { newText, refusal } = await client.sendRequest<FactRowResult>(factRowRequest, params);
	if (newText === undefined) return fail(refusal ?? vscode.l10n.t("can't take a row now"));
	const end = document.lineAt(document.lineCount - 1).range.end;
	const edit = new vscode.WorkspaceEdit();
	edit.insert(uri, end, newText);
	if (!(await vscode.workspace.applyEdit(edit))) return fail(vscode.l10n.t("can't be edited"));
	// What somebody else has left unsaved in the table is theirs to save.
	const saved = !wasDirty && (await document.save());
	if (saved) await tellWritten(client, table.uri);
	const last = document.lineAt(Math.max(0, document.lineCount - 2)).range;
	await vscode.window.showTextDocument(document, {
		viewColumn: vscode.ViewColumn.Beside,
		selection: last,
		preserveFocus: true,
		preview: true,
	});
	if (!saved)
		void vscode.window.showWarningMessage(vscode.l10n.t("The row is in {0}, which is not saved yet. It counts once it is.", table.path));
	else if (table.locked) {
		void vscode.window.showWarningMessage(
			vscode.l10n.t(
				"The pack “{0}” is locked, and with the new row nothing of it is used. Run “plumbline pack lock” on its folder again.",
				table.pack,
			),
		);
	}
}

function words({ text }: ReviewTarget): string {
	return text.replace(/\s+/g, " ");
}
