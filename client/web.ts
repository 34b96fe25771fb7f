import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension.ts";

/** Activation in a browser: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
	const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
	await start(context, (options) => new LanguageClient("plumbline", "Plumbline", new Worker(script), options));
}

/** Types of the page are out of reach in this room, and only this is wanted of them. */
declare class Worker {
	constructor(script: string);
}
