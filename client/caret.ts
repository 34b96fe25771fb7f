import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ClaimItem, type ClaimsParams, type ClaimsResult, claimsRequest, type ReviewTarget, type Since } from "../server/protocol.ts";
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
	return (await everyClaim(client, { uri }))?.claims ?? [];
}

/**
 * Every claim of an article, in order: those of a long one come in several answers, between which the server does other things. Begins again when the
 * article changes meanwhile. Undefined once `goesOn` says that nobody wants them any more.
 */
export async function everyClaim(
	client: BaseLanguageClient,
	params: ClaimsParams,
	goesOn: () => boolean = () => true,
): Promise<ClaimsResult | undefined> {
	const ask = (page: ClaimsParams) => client.sendRequest<ClaimsResult>(claimsRequest, page);
	let first = await ask(params);
	const claims = [...first.claims];
	// What the article was held against is known by then.
	const since: Since | undefined = params.since?.kind === "text" ? { kind: "text" } : params.since;
	for (let from = first.next; from !== undefined && goesOn(); ) {
		const page = await ask({ uri: params.uri, ...(since && { since }), from });
		const isSame = page.version === first.version;
		if (!isSame) {
			first = await ask(params);
			claims.length = 0;
		}
		claims.push(...(isSame ? page : first).claims);
		from = (isSame ? page : first).next;
	}
	return goesOn() ? { ...first, claims } : undefined;
}
