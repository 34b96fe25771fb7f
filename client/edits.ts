import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { PlainEdit, PlainRange } from "../server/protocol.ts";

/** Makes the server's edits to a document. */
export async function applyEdits(client: BaseLanguageClient, place: string, edits: readonly PlainEdit[]): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	const uri = client.protocol2CodeConverter.asUri(place);
	for (const { range, newText } of edits) edit.replace(uri, rangeOf(range), newText);
	await vscode.workspace.applyEdit(edit);
}

/** A range of the protocol as VS Code's. */
export function rangeOf({ start, end }: PlainRange): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}
