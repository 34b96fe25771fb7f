import {
	CodeActionKind,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver";
import { CONFIG_FILES } from "./config/find.ts";
import { Changes } from "./connection/changes.ts";
import { Colours } from "./connection/colours.ts";
import { DatabaseDesk, Notices, type OpenDatabases } from "./connection/databases.ts";
import { describedTable } from "./connection/described-table.ts";
import { Editor } from "./connection/editor.ts";
import { newRow, tablesFor } from "./connection/new-facts.ts";
import { PackFiles } from "./connection/pack-files.ts";
import { Pauses, wait } from "./connection/pauses.ts";
import { answerRequests } from "./connection/requests.ts";
import { SentMarks } from "./connection/sent-marks.ts";
import { reviewed } from "./connection/sign-off.ts";
import { answerTool } from "./connection/tool-desk.ts";
import { Uses } from "./connection/uses.ts";
import { editedDocuments } from "./documents/edits.ts";
import { counts } from "./features/claims-view.ts";
import { completionTriggers } from "./features/completion.ts";
import { markArticle } from "./features/diagnostics.ts";
import { semanticTokensLegend } from "./features/semantic-tokens.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { type Language, languageOf } from "./language/language.ts";
import {
	type CheckedParams,
	checkedNotification,
	type DatabasesResult,
	databasesRequest,
	type InitializationOptions,
	openAgainNotification,
	type TableParams,
	type ToolParams,
	tableRequest,
	toolRequest,
	trustedNotification,
} from "./protocol.ts";
import type { PackIndex } from "./references/packs.ts";
import { Session, type View } from "./session.ts";
import { workerWith } from "./turns.ts";

/** What the entries know and the server does not. */
export interface Surroundings {
	readonly version: string;
	/** Where the pages about verdicts are, ending in a slash; absent when they are not at hand. */
	readonly docs?: string;
	/** Keeps packs that are too large for memory; absent where there is no disk to keep them on. */
	readonly index?: Promise<PackIndex | undefined>;
	/** Opens databases that settings name; absent where there is no network. Loaded when the first one is named. */
	readonly databases?: OpenDatabases;
}

/** Serves one editor until it says goodbye. No request of it ends in a crash: what goes wrong is logged and answered empty. */
export function serve(connection: Connection, host: Host, surroundings: Surroundings): void {
	const documents = new TextDocuments(editedDocuments);
	const changedFiles = new Set<string>();
	let options: InitializationOptions = {};
	let language: Language | undefined;
	let editor: Editor | undefined;
	let order: Promise<unknown> = Promise.resolve();
	const databases =
		surroundings.databases &&
		new DatabaseDesk(connection, {
			open: surroundings.databases,
			changed: fileChanged,
			keepsPasswords: () => options.keepsPasswords === true,
		});
	const folders = new Folders(host, {
		settings: (uri, configured) => theEditor().settings(uri, configured),
		opened: () => attempt("packs", showPacks),
		isTrusted: () => options.trusted === true,
		index: surroundings.index,
		databases: databases && (() => databases.open()),
	});
	const changes = new Changes();
	const colours = new Colours();
	const marks = new SentMarks();
	const inTurns = workerWith(() => wait(0));
	const session = new Session(documents, folders, host, () => wait(0), announce);
	const pauses = new Pauses(session);
	const packFiles = new PackFiles(connection, folders);
	const notices = new Notices(connection);

	connection.onInitialize((params: InitializeParams): InitializeResult => {
		options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
		language = languageOf(options.texts, params.locale);
		editor = new Editor(connection, params.capabilities, host, options.settings, fileChanged);
		const roots = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
		folders.setRoots(roots);
		return {
			serverInfo: { name: "Plumbline", version: surroundings.version },
			capabilities: {
				positionEncoding: "utf-16",
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
				workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
				...(editor.pullsDiagnostics && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
				hoverProvider: true,
				inlayHintProvider: true,
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
				completionProvider: { triggerCharacters: completionTriggers },
				workspaceSymbolProvider: true,
				definitionProvider: true,
				referencesProvider: true,
				codeLensProvider: { resolveProvider: false },
				documentSymbolProvider: { label: "Plumbline" },
				foldingRangeProvider: true,
				semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
			},
		};
	});

	connection.onInitialized((): void => {
		if (theEditor().followsFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				const gone = removed.map((folder) => folder.uri);
				folders.setRoots([...folders.roots.filter((root) => !gone.includes(root)), ...added.map((folder) => folder.uri)]);
				attempt("folders", openRoots);
			});
		}
		attempt("settings", () => theEditor().followSettings());
		attempt("packs", openRoots);
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		theEditor().take(settings);
		folders.reset();
		attempt("settings", checkAgain);
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		for (const change of changes) fileChanged(change.uri);
	});
	connection.onRequest(
		databasesRequest,
		async (): Promise<DatabasesResult> => ({
			names: (await databases?.names(folders)) ?? [],
			...(!databases && { unreachable: true }),
		}),
	);
	connection.onNotification(openAgainNotification, () => {
		folders.reset();
		attempt("packs", checkAgain);
	});
	connection.onNotification(trustedNotification, () => {
		options = { ...options, trusted: true };
		folders.reset();
		attempt("packs", checkAgain);
	});
	connection.onShutdown(() => folders.close());

	// Some editors open a document anew with a version that it had before.
	documents.onDidOpen(({ document }) => session.forget(document.uri));
	documents.onDidChangeContent(({ document }) => {
		pauses.changed(document.uri);
		if (!theEditor().pullsDiagnostics) attempt("check", () => push(document.uri, document.version));
	});
	// Editors without watchers tell of what they save, and watchers may miss what lies in a folder that has just been made.
	documents.onDidSave(({ document: { uri } }) => fileChanged(uri));
	documents.onDidClose(({ document: { uri } }) => {
		pauses.forget(uri);
		session.forget(uri);
		changes.forget(uri);
		colours.forget(uri);
		marks.forget(uri);
		if (!theEditor().pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
	});

	answerRequests(connection, {
		view: (uri) => session.view(uri),
		quiet: (uri, token) => pauses.quiet(uri, token),
		inTurns,
		problemsOf: (uri) => packFiles.problemsOf(uri),
		search: async (text, kinds, limit) =>
			(await Promise.all((await folders.all()).map(({ packs }) => packs.store.search(text, kinds, limit)))).flat(),
		row: (uri, line) => packFiles.rowOf(uri, line),
		review: (view, params) => inOrder(() => reviewed(host, view, params, language)),
		tables: (view) => tablesFor(host, view, language),
		newRow: (view, params) => newRow(host, view, params, language),
		today: () => host.today(),
		log,
		uses: new Uses(host, folders, session, () => wait(0)),
		changes,
		colours,
		marks,
		options: () => options,
		language: () => language,
		docs: surroundings.docs,
	});
	connection.onRequest(toolRequest, (params: ToolParams) => answerTool(params, { folders, documents, host, pause: () => wait(0) }));
	connection.onRequest(tableRequest, (params: TableParams) => describedTable(host, folders, params, language));
	documents.listen(connection);
	connection.listen();

	function theEditor(): Editor {
		if (!editor) throw new Error("The editor has not introduced itself.");
		return editor;
	}

	/** Sends the marks of a version, if nothing newer has come meanwhile. */
	async function push(uri: string, version: number): Promise<void> {
		await pauses.pause(uri);
		if (documents.get(uri)?.version !== version) return;
		const view = await session.view(uri);
		if (view?.version !== version) return;
		const diagnostics = await inTurns(markArticle(view, surroundings.docs, language));
		if (documents.get(uri)?.version !== version) return;
		await connection.sendDiagnostics({ uri, version, diagnostics });
	}

	function announce(view: View): void {
		if (!options.announceChecks) return;
		const params: CheckedParams = {
			uri: view.uri,
			version: view.version,
			counts: counts(view),
			packs: view.folder.packs.store.packs.length,
		};
		attempt("announcement", () => connection.sendNotification(checkedNotification, params));
	}

	async function openRoots(): Promise<void> {
		await Promise.all(folders.roots.map((root) => folders.get(root)));
	}

	function fileChanged(uri: string): void {
		if (changedFiles.size === 0) attempt("packs", packsAgain);
		changedFiles.add(uri);
	}

	/** Saving a pack touches several files: they are taken together. */
	async function packsAgain(): Promise<void> {
		await wait(FILES_PAUSE_MS);
		const uris = [...changedFiles];
		changedFiles.clear();
		if (await folders.changed(uris)) await checkAgain();
	}

	async function checkAgain(): Promise<void> {
		await folders.all();
		theEditor().refresh();
		if (theEditor().pullsDiagnostics) return;
		for (const { uri, version } of documents.all()) attempt("check", () => push(uri, version));
	}

	/** Shows what is wrong with packs, and watches where they are. */
	async function showPacks(): Promise<void> {
		const open = await folders.all();
		await packFiles.mark(open, language);
		const places = open.flatMap(({ places, config }) => (config ? [...places, config.uri] : places));
		await theEditor().watch([...new Set(places)], CONFIG_FILES, folders.roots);
		attempt("notices", () =>
			notices.tell(
				open.flatMap(({ packs }) => packs.notices),
				language,
			),
		);
	}

	/** Does one thing after another. */
	function inOrder<T>(work: () => Promise<T>): Promise<T> {
		const done = order.then(work);
		order = done.catch(() => undefined);
		return done;
	}

	/** Runs what nobody waits for. */
	function attempt(what: string, work: () => Promise<unknown>): void {
		work().catch((error: unknown) => log(what, error));
	}

	function log(what: string, error: unknown): void {
		connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	}
}

/** The pause after which changed files are read again. */
const FILES_PAUSE_MS = 120;
