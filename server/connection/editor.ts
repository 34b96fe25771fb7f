import {
	type ClientCapabilities,
	CodeLensRefreshRequest,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type Disposable,
	type FileSystemWatcher,
} from "vscode-languageserver";
import type { Host } from "../host.ts";
import { readSettings, type Settings } from "../settings.ts";

/** The other end of the connection, and what it can do: every question that depends on the client's capabilities is settled here. */
export class Editor {
	readonly #connection: Connection;
	readonly #capabilities: ClientCapabilities;
	readonly #host: Host;
	readonly #changed: (uri: string) => void;
	#sent: unknown;
	#watched = new Map<string, Disposable>();

	/** `sent` are settings that came with the initialisation; `changed` is told of files that change at the watched places. */
	constructor(connection: Connection, capabilities: ClientCapabilities, host: Host, sent: unknown, changed: (uri: string) => void) {
		this.#connection = connection;
		this.#capabilities = capabilities;
		this.#host = host;
		this.#sent = sent;
		this.#changed = changed;
	}

	/** Whether the editor asks for diagnostics. Those that do not are sent them. */
	get pullsDiagnostics(): boolean {
		return this.#capabilities.textDocument?.diagnostic !== undefined;
	}

	/** Whether the editor tells of workspace folders that come and go. */
	get followsFolders(): boolean {
		return this.#capabilities.workspace?.workspaceFolders === true;
	}

	/** The settings of one folder; those of the window when it is empty. What its configuration file says, by the settings' names, goes before what the editor says. */
	async settings(folder: string, configured: Readonly<Record<string, unknown>>): Promise<Settings> {
		let given = this.#sent;
		if (this.#capabilities.workspace?.configuration) {
			const [answer] = await this.#connection.workspace.getConfiguration([{ section: "plumbline", ...(folder && { scopeUri: folder }) }]);
			given = answer;
		}
		return readSettings({ ...(given as object | null | undefined), ...configured }, (name, why) =>
			this.#connection.console.warn(`The setting plumbline.${name} is ignored: ${why}`),
		);
	}

	/** Keeps settings that the editor sends without being asked. */
	take(settings: unknown): void {
		const whole = settings as { plumbline?: unknown } | null | undefined;
		this.#sent = whole?.plumbline ?? settings ?? this.#sent;
	}

	/** Asks to be told when settings change. */
	async followSettings(): Promise<void> {
		if (!this.#capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
		await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: "plumbline" });
	}

	/** Watches these places and no others; and files of these names, however deep in some folders, where the editor can. */
	async watch(places: readonly string[], names: readonly string[], folders: readonly string[]): Promise<void> {
		const deep = folders.map((folder) => `${folder}/**/${names.join()}`);
		for (const [place, watcher] of this.#watched) {
			if (places.includes(place) || deep.includes(place)) continue;
			watcher.dispose();
			this.#watched.delete(place);
		}
		for (const place of places) if (!this.#watched.has(place)) await this.#watchOne(place);
		if (!this.#watchesPatterns) return;
		for (const [i, folder] of folders.entries()) {
			const key = deep[i] as string;
			if (!this.#watched.has(key)) await this.#register(key, [below(folder, `**/{${names.join()}}`)]);
		}
	}

	/** Asks the editor to ask again for everything that depends on packs or settings. */
	refresh(): void {
		const { workspace } = this.#capabilities;
		const { languages } = this.#connection;
		if (workspace?.diagnostics?.refreshSupport) this.#quietly(languages.diagnostics.refresh());
		if (workspace?.inlayHint?.refreshSupport) this.#quietly(languages.inlayHint.refresh());
		if (workspace?.codeLens?.refreshSupport) this.#quietly(this.#connection.sendRequest(CodeLensRefreshRequest.type));
		if (workspace?.semanticTokens?.refreshSupport) this.#quietly(languages.semanticTokens.refresh());
	}

	async #watchOne(place: string): Promise<void> {
		if (!this.#watchesPatterns) {
			this.#watched.set(place, { dispose: this.#host.watch(place, this.#changed) });
			return;
		}
		const slash = place.lastIndexOf("/");
		// The place itself may come and go; everything below it may change.
		await this.#register(place, [below(place.slice(0, slash), decodeURIComponent(place.slice(slash + 1))), below(place, "**/*")]);
	}

	/** Whether the editor watches what we name. */
	get #watchesPatterns(): boolean {
		const files = this.#capabilities.workspace?.didChangeWatchedFiles;
		return files?.dynamicRegistration === true && files.relativePatternSupport === true;
	}

	async #register(key: string, watchers: FileSystemWatcher[]): Promise<void> {
		this.#watched.set(key, { dispose: () => {} });
		this.#watched.set(key, await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
	}

	/** A client that goes away while it is asked to refresh is no fault. */
	#quietly(asked: Promise<void>): void {
		asked.catch(() => {});
	}
}

/** Files by a pattern in a folder. The top of a file system needs its slash: without one it is a name of a machine and no folder. */
function below(folder: string, pattern: string): FileSystemWatcher {
	return { globPattern: { baseUri: /^[^:/]+:\/\/[^/]*$/.test(folder) ? `${folder}/` : folder, pattern } };
}
