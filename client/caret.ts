import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ClaimItem, type ClaimsParams, type ClaimsResult, claimsRequest, type ReviewTarget } from "../server/protocol.ts";
import { rangeOf } from "./edits.ts";

/** The claim at the caret, the innermost where one stands in another. Says so and answers undefined where there is none. */
export async function claimAtCaret(client: BaseLanguageClient): Promise<ReviewTarget | undefined> {
	const editor = vscode.window.activeTextEditor;
	const uri = editor && client.code2ProtocolConverter.asUri(editor.document.uri);
	const around =
		uri === undefined
			? []
			: (await claimsOf(client, uri)).filter(({ range }) => rangeOf(range).contains(editor?.selection.active as vscode.Position));
	const inner = around.reduce<ClaimItem | undefined>(
		(found, one) => (found && rangeOf(one.range).contains(rangeOf(found.range)) ? found : one),
		undefined,
	);
	if (uri === undefined || !inner) {
		void vscode.window.showInformationMessage(vscode.l10n.t("Put the caret into a claim first: a figure, a date, a quotation, a role."));
		return undefined;
	}
	return { uri, id: inner.id, text: inner.text };
}

/** Every claim of an article, in order. */
export async function claimsOf(client: BaseLanguageClient, uri: string): Promise<readonly ClaimItem[]> {
	return (await client.sendRequest<ClaimsResult>(claimsRequest, { uri } satisfies ClaimsParams)).claims;
}
