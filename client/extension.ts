import * as vscode from "vscode";
import { type BaseLanguageClient, type HoverMiddleware, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { type CheckedParams, checkedNotification, type InitializationOptions, openRowCommand } from "../server/protocol.ts";
import { Articles } from "./articles.ts";
import { Calm } from "./calm.ts";
import { registerCommands, restart } from "./commands.ts";
import { answerHost } from "./host.ts";
import { keepPasswords } from "./packs/databases.ts";
import { helpWithDescriptors } from "./packs/descriptor-help.ts";
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
	// A client that is only starting begins with the languages as they are now.
	const articles = new Articles(() => void restart(client).catch(() => {}));
	const client = makeClient(clientOptions(calm, articles));
	calm.attach(client);
	const status = new Status();
	const claims = new ClaimsView(client);
	const example = new Example(context);
	const openExample = vscode.commands.registerCommand("plumbline.openExample", () => example.open());
	context.subscriptions.push(client, calm, articles, status, claims, openExample);
	client.onNotification(checkedNotification, (params: CheckedParams) => {
		status.show(params);
		claims.update(params);
		example.update(params);
	});
	context.subscriptions.push(answerHost(client), keepPasswords(context, client), helpWithDescriptors(context));
	registerCommands(context, client);
	registerTools(context, client);
	await client.start();
}

/** How both clients are set up. */
function clientOptions(calm: Calm, { selector }: Articles): LanguageClientOptions {
	// Asked for anew when the server starts again, since trust may have been granted meanwhile.
	const initializationOptions = (): InitializationOptions => ({
		announceChecks: true,
		prompts: true,
		marksInHover: true,
		opensRows: true,
		keepsPasswords: true,
		trusted: vscode.workspace.isTrusted,
		...(vscode.l10n.bundle && { texts: vscode.l10n.bundle }),
	});
	return {
		documentSelector: selector,
		initializationOptions,
		middleware: { ...calm.middleware, provideHover: openingRows },
		diagnosticPullOptions: { onChange: true, onTabs: false, onFocus: false },
		outputChannelName: "Plumbline",
		revealOutputChannelOn: RevealOutputChannelOn.Never,
	};
}

/** The links of a hover may open a row of a pack, and call nothing else. */
const openingRows: NonNullable<HoverMiddleware["provideHover"]> = async (document, position, token, next) => {
	const found = await next(document, position, token);
	for (const content of found?.contents ?? [])
		if (content instanceof vscode.MarkdownString) content.isTrusted = { enabledCommands: [openRowCommand] };
	return found;
};
