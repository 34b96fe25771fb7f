import * as vscode from "vscode";
import { type BaseLanguageClient, DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageclient";
import type { PlainEdit, PlainRange, RevealTarget } from "../server/protocol.ts";

/** Makes the server's edits to a document. */
export async function applyEdits(client: BaseLanguageClient, place: string, edits: readonly PlainEdit[]): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	const uri = client.protocol2CodeConverter.asUri(place);
	for (const { range, newText } of edits) edit.replace(uri, rangeOf(range), newText);
	await vscode.workspace.applyEdit(edit);
}

/** Tells the server of a file that the client has written: watchers may miss one in a folder that has just been made. */
export async function tellWritten(client: BaseLanguageClient, uri: string): Promise<void> {
	await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
}

/** Shows a place in its document, where that is open already or else in a column, the active one unless another is named. */
export async function show(client: BaseLanguageClient, { uri, range }: RevealTarget, column?: vscode.ViewColumn): Promise<void> {
	const place = client.protocol2CodeConverter.asUri(uri);
	const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === place.toString());
	await vscode.window.showTextDocument(place, {
		selection: rangeOf(range),
		viewColumn: open?.viewColumn ?? column ?? vscode.ViewColumn.Active,
	});
}

/** A range of the protocol as VS Code's. */
export function rangeOf({ start, end }: PlainRange): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}
