import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension.ts";

/** Activation in a browser: the server is a worker, a new one each time that it starts. */
export async function activate(context: ExtensionContext): Promise<void> {
	const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
	let worker: Worker | undefined;
	// The client takes a worker too, but does not know one by VS Code's own class.
	const begin = async () => {
		worker?.terminate();
		worker = new Worker(script);
		return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
	};
	await start(context, (options) => new LanguageClient("plumbline", "Plumbline", begin, options));
}

/** Types of the page are out of reach in this room, and only this is wanted of them. */
declare class Worker {
	constructor(script: string);
	terminate(): void;
}
