import type { ChildProcess } from "node:child_process";
import type { ExtensionContext } from "vscode";
import { IPCMessageReader, IPCMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/node";
import { start } from "./extension.ts";

/** Speaks with the server that runs in `first`, and when that has ended, with one that `begin` starts. */
export async function connect(context: ExtensionContext, first: ChildProcess, begin: () => ChildProcess): Promise<void> {
	let server: ChildProcess | undefined;
	let ready: ChildProcess | undefined = first;
	let client: LanguageClient | undefined;
	const transports = async (): Promise<MessageTransports> => {
		endLater(server);
		server = ready?.connected ? ready : begin();
		ready = undefined;
		for (const stream of [server.stdout, server.stderr])
			stream?.setEncoding("utf8").on("data", (text: string) => client?.outputChannel.append(text));
		return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
	};
	context.subscriptions.push({ dispose: () => endLater(server) });
	await start(context, (options) => {
		client = new LanguageClient("plumbline", "Plumbline", transports, options);
		return client;
	});
}

/** The protocol asks a server to end. One that hangs is ended. */
function endLater(server: ChildProcess | undefined): void {
	if (!server || server.exitCode !== null || server.signalCode !== null) return;
	const late = setTimeout(() => server.kill("SIGKILL"), PATIENCE_MS);
	server.once("exit", () => clearTimeout(late));
}

/** How long a server that has been asked to end may take, in milliseconds. */
const PATIENCE_MS = 2000;
