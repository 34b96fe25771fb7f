import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./extension.ts";

/** Activation on the desktop: the server is a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
	const module = context.asAbsolutePath("dist/server.mjs");
	const debug = { module, transport: TransportKind.ipc, options: { execArgv: ["--enable-source-maps"] } };
	await start(
		context,
		(options) => new LanguageClient("plumbline", "Plumbline", { run: { module, transport: TransportKind.ipc }, debug }, options),
	);
}
