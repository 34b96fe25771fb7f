import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import {
	AbstractMessageReader,
	AbstractMessageWriter,
	createProtocolConnection,
	type DataCallback,
	type Diagnostic,
	type Disposable,
	type Message,
	type ProtocolConnection,
} from "vscode-languageserver/node";
import type { HostParams } from "../../server/protocol.ts";

const BUNDLE = fileURLToPath(new URL("../../dist/server.web.js", import.meta.url));

/** What a browser gives a worker, as far as the server uses it; Node's own modules are out of its reach. */
const WORLD = `
	const { parentPort } = require("node:worker_threads");
	const { readFileSync } = require("node:fs");
	const { runInNewContext } = require("node:vm");
	const self = {
		postMessage: (message) => parentPort.postMessage(message),
		addEventListener: (name, listener) => parentPort.on(name, (data) => listener({ data })),
	};
	parentPort.on("message", (data) => self.onmessage?.({ data }));
	const names = ["TextDecoder", "TextEncoder", "URL", "atob", "btoa", "console", "crypto", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask"];
	const world = Object.fromEntries(names.map((name) => [name, globalThis[name]]));
	runInNewContext(readFileSync(${JSON.stringify(BUNDLE)}, "utf8"), { ...world, self, globalThis: self, window: self });
`;

class FromWorker extends AbstractMessageReader {
	readonly #worker: Worker;
	constructor(worker: Worker) {
		super();
		this.#worker = worker;
	}
	listen(callback: DataCallback): Disposable {
		this.#worker.on("message", callback);
		return { dispose: () => this.#worker.off("message", callback) };
	}
}

class ToWorker extends AbstractMessageWriter {
	readonly #worker: Worker;
	constructor(worker: Worker) {
		super();
		this.#worker = worker;
	}
	async write(message: Message): Promise<void> {
		this.#worker.postMessage(message);
	}
	end(): void {}
}

describe("the server in a browser's worker", function () {
	this.timeout(30_000);
	let worker: Worker;
	let editor: ProtocolConnection;
	/** A workspace that is on no disk. */
	const files: Readonly<Record<string, string>> = {
		"/desk/packs/facts.csv": "subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\n",
	};
	const uri = "vscode-vfs://press/desk/draft.md";

	before(async () => {
		worker = new Worker(WORLD, { eval: true });
		editor = createProtocolConnection(new FromWorker(worker), new ToWorker(worker));
		const path = (params: HostParams) => decodeURIComponent(params.uri.replace("vscode-vfs://press", ""));
		const below = (folder: string) => Object.keys(files).filter((name) => name.startsWith(`${folder}/`));
		editor.onRequest("plumbline/host/read", (params: HostParams) =>
			files[path(params)] === undefined ? null : btoa(files[path(params)] as string),
		);
		editor.onRequest("plumbline/host/stat", (params: HostParams) => {
			if (files[path(params)] !== undefined) return { size: files[path(params)]?.length, modified: 0, kind: "file" };
			return below(path(params)).length > 0 ? { size: 0, modified: 0, kind: "directory" } : null;
		});
		editor.onRequest("plumbline/host/list", (params: HostParams) => {
			const names = below(path(params)).map((name) => name.slice(path(params).length + 1).split("/"));
			return names.map(([name, ...rest]) => ({ name, kind: rest.length > 0 ? "directory" : "file" }));
		});
		editor.listen();
		const folders = [{ uri: "vscode-vfs://press/desk", name: "desk" }];
		await editor.sendRequest("initialize", {
			processId: null,
			rootUri: null,
			capabilities: { textDocument: { diagnostic: {} } },
			workspaceFolders: folders,
		});
		await editor.sendNotification("initialized", {});
	});

	after(async () => {
		editor.dispose();
		await worker.terminate();
	});

	it("checks an article against a pack that it reads through the editor", async () => {
		const text = "The $45.2 billion Harbour Bridge opened.\n";
		await editor.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
		const { items } = await editor.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
		const wrong = items.find(({ code }) => code === "contradicted");
		assert.match(String(wrong?.message), /\$42\.45 billion, not \$45\.2 billion/);
		assert.equal(wrong?.relatedInformation?.[0]?.location.uri, "vscode-vfs://press/desk/packs/facts.csv");
	});
});
