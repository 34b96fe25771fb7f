import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
	type ClientCapabilities,
	createProtocolConnection,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type Hover,
	type InitializeResult,
	type InlayHint,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
	type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

/** The built command line, which any editor starts as `plumbline lsp --stdio`. */
const PROGRAM = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));

/** What VS Code can do, as far as the server asks. */
export const pulling: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
		diagnostics: { refreshSupport: true },
		inlayHint: { refreshSupport: true },
	},
	textDocument: { diagnostic: {} },
};

/** An editor that knows nothing beyond the protocol's first version. */
export const plain: ClientCapabilities = {};

/** A small editor for tests: it starts the server, opens documents and listens. */
export class TestEditor {
	readonly connection: ProtocolConnection;
	readonly process: ChildProcess;
	readonly initialized: InitializeResult;
	/** Everything that the server has published, in order. */
	readonly published: PublishDiagnosticsParams[] = [];
	/** What the server said in its log. */
	readonly log: string[] = [];
	/** What it has told its user. */
	readonly shown: string[] = [];
	readonly #versions = new Map<string, number>();
	#news: (() => void)[] = [];

	static async start(
		folders: readonly string[],
		capabilities: ClientCapabilities,
		settings: (folder: string | undefined) => unknown = () => ({}),
		password?: (database: string) => string | null,
		trusted = false,
		language: { readonly locale?: string; readonly texts?: Readonly<Record<string, string>> } = {},
	): Promise<TestEditor> {
		const server = spawn(process.execPath, [PROGRAM, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
		const reader = new StreamMessageReader(server.stdout);
		// A server that is killed halfway through a message would have it asked after every ten seconds, for ever, and keep the tests from ending.
		reader.partialMessageTimeout = 0;
		const connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
		const news: { editor?: TestEditor } = {};
		connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
			items.map((item) => settings(item.scopeUri)),
		);
		for (const answered of ["client/registerCapability", "client/unregisterCapability"]) connection.onRequest(answered, () => null);
		for (const refresh of [
			"workspace/diagnostic/refresh",
			"workspace/inlayHint/refresh",
			"workspace/codeLens/refresh",
			"workspace/semanticTokens/refresh",
		]) {
			connection.onRequest(refresh, () => {
				news.editor?.refreshed.push(refresh);
				news.editor?.tell();
				return null;
			});
		}
		const early: PublishDiagnosticsParams[] = [];
		connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
			(news.editor?.published ?? early).push(params);
			news.editor?.tell();
		});
		connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
			news.editor?.log.push(message);
		});
		const shown: string[] = [];
		connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
			(news.editor?.shown ?? shown).push(message);
			news.editor?.tell();
		});
		if (password) connection.onRequest("plumbline/password", ({ database }: { database: string }) => password(database));
		connection.listen();
		const initialized = await connection.sendRequest<InitializeResult>("initialize", {
			processId: process.pid,
			rootUri: null,
			capabilities,
			workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
			...(language.locale !== undefined && { locale: language.locale }),
			initializationOptions: {
				settings: settings(undefined),
				...(password && { keepsPasswords: true }),
				...(trusted && { trusted }),
				...(language.texts && { texts: language.texts }),
			},
		});
		const editor = new TestEditor(server, connection, initialized);
		news.editor = editor;
		editor.published.push(...early);
		editor.shown.push(...shown);
		await connection.sendNotification("initialized", {});
		return editor;
	}

	readonly refreshed: string[] = [];

	constructor(server: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
		this.process = server;
		this.connection = connection;
		this.initialized = initialized;
	}

	async open(uri: string, text: string, languageId = "markdown"): Promise<void> {
		this.#versions.set(uri, 1);
		await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
	}

	/** Replaces the first occurrence of some words of a text, as a keystroke does, and answers the text as it is then. */
	async type(uri: string, text: string, before: string, after: string): Promise<string> {
		const at = text.indexOf(before);
		const lines = text.slice(0, at).split("\n");
		const start = { line: lines.length - 1, character: (lines.at(-1) as string).length };
		await this.change(uri, [{ range: { start, end: { ...start, character: start.character + before.length } }, text: after }]);
		return text.slice(0, at) + after + text.slice(at + before.length);
	}

	async change(uri: string, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
		const version = (this.#versions.get(uri) ?? 0) + 1;
		this.#versions.set(uri, version);
		await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
	}

	async close(uri: string): Promise<void> {
		await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
	}

	/** The marks of an article, asked for. */
	async pull(uri: string): Promise<Diagnostic[]> {
		const report = await this.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
		return report.kind === "full" ? report.items : [];
	}

	/** The first marks published for a file that fit, those of the past included. */
	async publishedFor(uri: string, fits: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<PublishDiagnosticsParams> {
		return this.#until(() => this.published.findLast((params) => params.uri === uri && fits(params)));
	}

	/** The first message to the user that fits, those of the past included. */
	async shownMessage(fits: RegExp): Promise<string> {
		return this.#until(() => this.shown.find((message) => fits.test(message)));
	}

	/** Waits until the server has asked for a refresh `times` times. */
	async refreshes(times: number): Promise<void> {
		await this.#until(() => this.refreshed.filter((name) => name === "workspace/diagnostic/refresh").length >= times || undefined);
	}

	async hover(uri: string, text: string, words: string): Promise<string | undefined> {
		const lines = text.slice(0, text.indexOf(words)).split("\n");
		const position = { line: lines.length - 1, character: (lines.at(-1) as string).length };
		const hover = await this.connection.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
		return (hover?.contents as { value: string } | undefined)?.value;
	}

	async ticks(uri: string, lines: number): Promise<InlayHint[]> {
		const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
		return this.connection.sendRequest("textDocument/inlayHint", { textDocument: { uri }, range });
	}

	/** Says goodbye as the protocol asks and answers the exit code. */
	async stop(): Promise<number | null> {
		const gone = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
		await this.connection.sendRequest("shutdown");
		await this.connection.sendNotification("exit");
		const code = await gone;
		this.connection.dispose();
		return code;
	}

	/** Something has arrived. */
	tell(): void {
		const waiting = this.#news;
		this.#news = [];
		for (const wake of waiting) wake();
	}

	/** Looks again whenever something arrives; mocha's time limit ends a wait in vain. */
	async #until<T>(look: () => T | undefined): Promise<T> {
		for (;;) {
			const found = look();
			if (found !== undefined) return found;
			await new Promise<void>((resolve) => this.#news.push(resolve));
		}
	}
}

/** A folder of its own with some files, by their paths. Answers its URI; `clean` removes it. */
export async function folderWith(
	files: Readonly<Record<string, string>>,
): Promise<{ uri: string; at: string; clean: () => Promise<void> }> {
	const at = await mkdtemp(path.join(tmpdir(), "plumbline-"));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(at, name)), { recursive: true });
		await writeFile(path.join(at, name), content);
	}
	return { uri: pathToFileURL(at).href, at, clean: () => rm(at, { recursive: true, force: true }) };
}
