import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type HostEntry, type HostParams, type HostStat, hostListRequest, hostReadRequest, hostStatRequest } from "../server/protocol.ts";

/** Reads for the server what it cannot reach itself: anything in a browser, virtual workspaces on the desktop. */
export function answerHost(client: BaseLanguageClient): vscode.Disposable {
	const uriOf = ({ uri }: HostParams) => client.protocol2CodeConverter.asUri(uri);
	const orNull = async <R>(work: Thenable<R>): Promise<R | null> => {
		try {
			return await work;
		} catch {
			return null; // what is not there is an answer too
		}
	};
	return vscode.Disposable.from(
		client.onRequest(hostReadRequest, (params: HostParams) => orNull(vscode.workspace.fs.readFile(uriOf(params)).then(base64))),
		client.onRequest(hostStatRequest, (params: HostParams) => orNull(vscode.workspace.fs.stat(uriOf(params)).then(statOf))),
		client.onRequest(hostListRequest, (params: HostParams) => orNull(vscode.workspace.fs.readDirectory(uriOf(params)).then(entriesOf))),
	);
}

/** In pieces, since a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
	let text = "";
	for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
	return btoa(text);
}

const PIECE = 8192;

function statOf({ size, mtime, type }: vscode.FileStat): HostStat {
	return { size, modified: mtime, kind: kindOf(type) };
}

function entriesOf(entries: [string, vscode.FileType][]): HostEntry[] {
	return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

function kindOf(type: vscode.FileType): HostStat["kind"] {
	if (type & vscode.FileType.Directory) return "directory";
	return type & vscode.FileType.File ? "file" : "other";
}
