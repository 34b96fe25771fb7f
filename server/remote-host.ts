import type { Connection } from "vscode-languageserver";
import { type Host, HostError } from "./host.ts";
import { phrase } from "./language/phrase.ts";
import { type HostEntry, type HostParams, type HostStat, hostListRequest, hostReadRequest, hostStatRequest } from "./protocol.ts";

/** A host behind the connection: the editor reads for us, wherever the workspace is. Changes are told by the editor's own watchers. */
export function remoteHost(connection: Connection, today: Host["today"]): Host {
	const ask = async <R>(request: string, uri: string): Promise<R> => {
		const params: HostParams = { uri };
		const answer = await connection.sendRequest<R | null>(request, params).catch(() => null);
		if (answer === null) throw new HostError(uri, phrase("can't be read"));
		return answer;
	};
	return {
		read: async (uri) => bytesOf(await ask<string>(hostReadRequest, uri)),
		stat: (uri) => ask<HostStat>(hostStatRequest, uri).catch(() => undefined),
		list: (uri) => ask<readonly HostEntry[]>(hostListRequest, uri),
		watch: () => () => {},
		today,
	};
}

/** A host that leaves to another one what it cannot reach itself. */
export function either(near: Host, isNear: (uri: string) => boolean, far: Host): Host {
	const of = (uri: string) => (isNear(uri) ? near : far);
	return {
		...near,
		read: (uri) => of(uri).read(uri),
		stat: (uri) => of(uri).stat(uri),
		list: (uri) => of(uri).list(uri),
		watch: (uri, changed) => of(uri).watch(uri, changed),
		write: async (uri, text) => (await of(uri).write?.(uri, text)) ?? false,
		realpath: async (uri) => of(uri).realpath?.(uri) ?? uri,
		stream: (uri) => of(uri).stream?.(uri) ?? whole(of(uri), uri),
	};
}

async function* whole(host: Host, uri: string): AsyncGenerator<Uint8Array> {
	yield await host.read(uri);
}

/** Bytes come as base64: JSON has no bytes. */
function bytesOf(base64: string): Uint8Array {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}

/** Node and browsers alike have it. */
declare function atob(base64: string): string;
