import {
	type CancellationToken,
	CodeActionKind,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	MessageType,
	RAL,
	ShowMessageNotification,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver";
import { CONFIG_FILES } from "./config/find.ts";
import { Changes } from "./connection/changes.ts";
import { Colours } from "./connection/colours.ts";
import { Editor } from "./connection/editor.ts";
import { newRow, tablesFor } from "./connection/new-facts.ts";
import { answerRequests } from "./connection/requests.ts";
import { SentMarks } from "./connection/sent-marks.ts";
import { reviewed } from "./connection/sign-off.ts";
import { answerTool } from "./connection/tool-desk.ts";
import { Uses } from "./connection/uses.ts";
import { editedDocuments } from "./documents/edits.ts";
import { counts } from "./features/claims-view.ts";
import { completionTriggers } from "./features/completion.ts";
import { markArticle, packDiagnostics } from "./features/diagnostics.ts";
import { semanticTokensLegend } from "./features/semantic-tokens.ts";
import { Folders, normal } from "./folders.ts";
import type { Host } from "./host.ts";
import { type Language, languageOf, say } from "./language/language.ts";
import {
	type CheckedParams,
	checkedNotification,
	type DatabasesResult,
	databasesRequest,
	type InitializationOptions,
	openAgainNotification,
	type PasswordParams,
	passwordRequest,
	type ToolParams,
	toolRequest,
	trustedNotification,
} from "./protocol.ts";
import type { DatabaseNotice, Databases, PackIndex, PackProblem } from "./references/packs.ts";
import type { RowContent } from "./references/store.ts";
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
	readonly databases?: (hooks: DatabaseHooks) => Promise<Databases>;
}

/** What databases want of the editor. */
export interface DatabaseHooks {
	/** Told when what a database holds has changed, or whether it answers. */
	readonly changed: (place: string) => void;
	/** The password that the editor keeps for one. */
	readonly secrets: (name: string) => Promise<string | undefined>;
}

/** Serves one editor until it says goodbye. No request of it ends in a crash: what goes wrong is logged and answered empty. */
export function serve(connection: Connection, host: Host, surroundings: Surroundings): void {
	const documents = new TextDocuments(editedDocuments);
	const lastChange = new Map<string, number>();
	const published = new Set<string>();
	const changedFiles = new Set<string>();
	let options: InitializationOptions = {};
	let language: Language | undefined;
	let editor: Editor | undefined;
	let databases: Promise<Databases> | undefined;
	let order: Promise<unknown> = Promise.resolve();
	const told = new Set<string>();
	const folders = new Folders(host, {
		settings: (uri, configured) => theEditor().settings(uri, configured),
		opened: () => attempt("packs", showPacks),
		isTrusted: () => options.trusted === true,
		index: surroundings.index,
		databases: surroundings.databases && theDatabases,
	});
	const changes = new Changes();
	const colours = new Colours();
	const marks = new SentMarks();
	const inTurns = workerWith(() => wait(0));
	const session = new Session(documents, folders, host, () => wait(0), announce);

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
			names: await databaseNames(),
			...(!surroundings.databases && { unreachable: true }),
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
		lastChange.set(document.uri, Date.now());
		if (!theEditor().pullsDiagnostics) attempt("check", () => push(document.uri, document.version));
	});
	// Editors without watchers tell of what they save, and watchers may miss what lies in a folder that has just been made.
	documents.onDidSave(({ document: { uri } }) => fileChanged(uri));
	documents.onDidClose(({ document: { uri } }) => {
		lastChange.delete(uri);
		session.forget(uri);
		changes.forget(uri);
		colours.forget(uri);
		marks.forget(uri);
		if (!theEditor().pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
	});

	answerRequests(connection, {
		view: (uri) => session.view(uri),
		quiet,
		inTurns,
		problemsOf,
		search: async (text, kinds, limit) =>
			(await Promise.all((await folders.all()).map(({ packs }) => packs.store.search(text, kinds, limit)))).flat(),
		row: rowOf,
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
	documents.listen(connection);
	connection.listen();

	function theEditor(): Editor {
		if (!editor) throw new Error("The editor has not introduced itself.");
		return editor;
	}

	/** Waits until nothing has been typed for a moment, so that a burst of keystrokes is one check. */
	async function quiet(uri: string, token: CancellationToken): Promise<void> {
		while (!token.isCancellationRequested) {
			const left = (lastChange.get(uri) ?? 0) + pauseOf(uri) - Date.now();
			if (left <= 0) return;
			await wait(left);
		}
	}

	function pauseOf(uri: string): number {
		return Math.max(PAUSE_MS, Math.min(session.tookLast(uri), LONGEST_PAUSE_MS));
	}

	/** Sends the marks of a version, if nothing newer has come meanwhile. */
	async function push(uri: string, version: number): Promise<void> {
		await wait(pauseOf(uri));
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

	async function problemsOf(uri: string): Promise<PackProblem[]> {
		const place = normal(uri);
		return (await folders.all()).flatMap(({ problems }) => problems.filter((problem) => normal(problem.uri) === place));
	}

	async function rowOf(uri: string, line: number): Promise<RowContent | undefined> {
		for (const { packs } of await folders.all()) {
			for (const place of new Set([normal(uri), uri])) {
				const content = await packs.store.row(place, line);
				if (content.facts.length > 0 || content.declared.length > 0) return content;
			}
		}
		return undefined;
	}

	/** Shows the faults of all open packs in their files, and watches where packs are. */
	async function showPacks(): Promise<void> {
		const open = await folders.all();
		const byFile = new Map<string, Map<string, PackProblem>>();
		for (const uri of published) byFile.set(uri, new Map());
		for (const folder of open) {
			for (const problem of folder.problems) {
				// Two folders may share a pack.
				const list = byFile.get(problem.uri) ?? new Map<string, PackProblem>();
				byFile.set(problem.uri, list.set(JSON.stringify(problem), problem));
			}
		}
		published.clear();
		for (const [uri, problems] of byFile) {
			if (problems.size > 0) published.add(uri);
			await connection.sendDiagnostics({ uri, diagnostics: packDiagnostics([...problems.values()], language) });
		}
		const places = open.flatMap(({ places, config }) => (config ? [...places, config.uri] : places));
		await theEditor().watch([...new Set(places)], CONFIG_FILES, folders.roots);
		tellNotices(open.flatMap(({ packs }) => packs.notices));
	}

	/** Says once what there is to say of databases, and again after it has not been so for a while. */
	function tellNotices(notices: readonly DatabaseNotice[]): void {
		const now = new Set(notices.map(({ message }) => message));
		for (const message of told) if (!now.has(message)) told.delete(message);
		for (const { severity, message, said = message } of notices) {
			if (told.has(message)) continue;
			told.add(message);
			const type = severity === "error" ? MessageType.Error : MessageType.Warning;
			attempt("notice", () =>
				connection.sendNotification(ShowMessageNotification.type, { type, message: say(language, "Plumbline: {0}.", said) }),
			);
		}
	}

	function theDatabases(): Promise<Databases> {
		databases ??= (surroundings.databases as NonNullable<Surroundings["databases"]>)({
			changed: fileChanged,
			secrets: async (database) => {
				if (!options.keepsPasswords) return undefined;
				return (await connection.sendRequest<string | null>(passwordRequest, { database } satisfies PasswordParams)) ?? undefined;
			},
		});
		return databases;
	}

	/** The databases that the settings of open folders name. */
	async function databaseNames(): Promise<string[]> {
		const places = (await folders.all()).flatMap((folder) => folder.databases);
		if (places.length === 0 || !surroundings.databases) return [];
		const { nameOf } = await theDatabases();
		return [...new Set(places.map((place) => nameOf(place)).filter((name) => name !== undefined))];
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

/** The pause in typing after which an article is checked: enough for what one keystroke sends at once. A check of what has changed costs little. */
const PAUSE_MS = 8;

/** The pause after which changed files are read again. */
const FILES_PAUSE_MS = 120;

/** The pause for an article so long that its check takes longer than this. */
const LONGEST_PAUSE_MS = 2000;

function wait(ms: number): Promise<void> {
	const { timer } = RAL();
	return new Promise((resolve) => {
		if (ms === 0) timer.setImmediate(resolve);
		else timer.setTimeout(resolve, ms);
	});
}
