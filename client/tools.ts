import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ToolParams, type ToolResult, toolRequest } from "../server/protocol.ts";

/**
 * Registers the tools that the manifest tells language models of. Each call is answered by the server, on this machine, from the articles and packs of
 * the folder of the active editor; nothing is changed. Editors without language models have no such registry.
 */
export function registerTools(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	if (typeof vscode.lm?.registerTool !== "function") return;
	const declared: readonly { readonly name: string }[] = context.extension.packageJSON.contributes?.languageModelTools ?? [];
	for (const { name } of declared) {
		const tool: vscode.LanguageModelTool<unknown> = {
			invoke: ({ input }, token) => call(client, { name: name.replace(/^plumbline_/, ""), input, ...activeFolder(client) }, token),
		};
		context.subscriptions.push(vscode.lm.registerTool(name, tool));
	}
}

async function call(
	client: BaseLanguageClient,
	params: ToolParams,
	token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
	const { answer, refusal } = await client.sendRequest<ToolResult>(toolRequest, params, token);
	// A model goes on from the sentence of an error.
	if (answer === undefined) throw new Error(refusal);
	return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
}

function activeFolder(client: BaseLanguageClient): Pick<ToolParams, "folder"> {
	const active = vscode.window.activeTextEditor?.document.uri;
	const folder = active && vscode.workspace.getWorkspaceFolder(active);
	return folder ? { folder: client.code2ProtocolConverter.asUri(folder.uri) } : {};
}
