import * as vscode from "vscode";

/** A file system in memory. What is written to a file that `refuses` names is refused, as a disk refuses what is somebody else's. */
export class Vault implements vscode.FileSystemProvider {
	readonly #files: Map<string, Uint8Array>;
	readonly #refuses: (path: string) => boolean;
	/** Those that have been made, and may hold nothing. */
	readonly #folders = new Set<string>();
	readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changed.event;

	constructor(files: Readonly<Record<string, string>>, refuses: (path: string) => boolean = () => false) {
		this.#files = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
		this.#refuses = refuses;
	}

	/** What a file holds; undefined when it is not there. */
	text(path: string): string | undefined {
		const bytes = this.#files.get(path);
		return bytes && Buffer.from(bytes).toString();
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => {});
	}

	stat({ path }: vscode.Uri): vscode.FileStat {
		const bytes = this.#files.get(path);
		if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
		if (this.#below(path).length === 0 && !this.#folders.has(path)) throw vscode.FileSystemError.FileNotFound(path);
		return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
	}

	readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
		const entries = new Map<string, vscode.FileType>();
		for (const [name, ...more] of this.#below(path))
			entries.set(name as string, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
		return [...entries];
	}

	readFile({ path }: vscode.Uri): Uint8Array {
		const bytes = this.#files.get(path);
		if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
		return bytes;
	}

	/** Rejects and does not throw: the editor would wait for ever for what is written after it. */
	async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
		if (this.#refuses(uri.path)) throw vscode.FileSystemError.NoPermissions("it is kept by the archive");
		this.#files.set(uri.path, content);
		this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
	}

	createDirectory({ path }: vscode.Uri): void {
		this.#folders.add(path);
	}

	delete({ path }: vscode.Uri): void {
		this.#files.delete(path);
	}

	rename(): void {
		throw vscode.FileSystemError.NoPermissions();
	}

	/** The names on the way to each file below a folder. */
	#below(folder: string): string[][] {
		const start = folder.endsWith("/") ? folder : `${folder}/`;
		return [...this.#files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length).split("/"));
	}
}
