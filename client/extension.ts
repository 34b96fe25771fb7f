import * as vscode from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { type CheckedParams, checkedNotification, type InitializationOptions } from "../server/protocol.ts";
import { Calm } from "./calm.ts";
import { registerCommands } from "./commands.ts";
import { answerHost } from "./host.ts";
import { keepPasswords } from "./packs/databases.ts";
import { Example } from "./packs/example.ts";
import { ClaimsView } from "./review/claims-view.ts";
import { Status } from "./status.ts";
import { registerTools } from "./tools.ts";

/** What the extension is on the desktop and in the browser alike, once somebody has made a client for it. */
export async function start(
	context: vscode.ExtensionContext,
	makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
	const calm = new Calm();
	const client = makeClient(clientOptions(calm));
	calm.attach(client);
	const status = new Status();
	const claims = new ClaimsView(client);
	const example = new Example(context);
	const openExample = vscode.commands.registerCommand("plumbline.openExample", () => example.open());
	context.subscriptions.push(client, calm, status, claims, openExample);
	client.onNotification(checkedNotification, (params: CheckedParams) => {
		status.show(params);
		claims.update(params);
		example.update(params);
	});
	context.subscriptions.push(answerHost(client), keepPasswords(context, client));
	registerCommands(context, client);
	registerTools(context, client);
	await client.start();
}

/** How both clients are set up. */
function clientOptions(calm: Calm): LanguageClientOptions {
	// Asked for anew when the server starts again, since trust may have been granted meanwhile.
	const initializationOptions = (): InitializationOptions => ({
		announceChecks: true,
		prompts: true,
		marksInHover: true,
		keepsPasswords: true,
		trusted: vscode.workspace.isTrusted,
		...(vscode.l10n.bundle && { texts: vscode.l10n.bundle }),
	});
	const languages = vscode.workspace.getConfiguration("plumbline").get<string[]>("languages", ["markdown"]);
	return {
		// No scheme: articles in virtual workspaces and untitled ones are articles too.
		documentSelector: [
			...languages.map((language) => ({ language })),
			{ pattern: "**/{*.csv,*.tsv,plumbline.config.json,datapackage.json,datapackage.yaml,datapackage.yml}" },
		],
		initializationOptions,
		middleware: calm.middleware,
		diagnosticPullOptions: { onChange: true, onTabs: false, onFocus: false },
		outputChannelName: "Plumbline",
		revealOutputChannelOn: RevealOutputChannelOn.Never,
	};
}
