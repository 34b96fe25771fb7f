import { inEnglish, type Phrase } from "./language/phrase.ts";

/** What can be read at one place. Names are relative to their folder. */
export interface DirectoryEntry {
	readonly name: string;
	readonly kind: "file" | "directory" | "other";
}

/**
 * The only door to the world. Paths are absolute URIs as strings (`file:///…`, `vscode-vfs://…`), so that a virtual workspace works like a disk.
 * Reading something that is not there or may not be read rejects with a `HostError`.
 */
export interface Host {
	read(uri: string): Promise<Uint8Array>;
	/** The same in pieces, for files that are too large to be held; absent where reading whole is all there is. */
	stream?(uri: string): AsyncIterable<Uint8Array>;
	/** The SHA-256 of a file in hexadecimal, without holding the file; absent where reading whole is all there is. */
	sha256?(uri: string): Promise<string>;
	/**
	 * Puts a text in the place of a file: at no time is there less than the one or the other, whoever is killed. Makes the file's folder. Answers whether it
	 * was written: false where only the editor can. Absent where that is so of every file.
	 */
	write?(uri: string, text: string): Promise<boolean>;
	/** Size in bytes and time of the last change in milliseconds, or undefined when there is nothing. */
	stat(uri: string): Promise<{ readonly size: number; readonly modified: number; readonly kind: DirectoryEntry["kind"] } | undefined>;
	list(uri: string): Promise<readonly DirectoryEntry[]>;
	/** Where a place truly is, symbolic links followed; absent where there are none. */
	realpath?(uri: string): Promise<string>;
	/** Calls back when something at or below a place changes. Answers how to stop. */
	watch(uri: string, changed: (uri: string) => void): () => void;
	/** Today's date, `YYYY-MM-DD`, where the writer is. */
	today(): string;
}

/** Something could not be read; `reason` is a phrase that can follow the path: `does not exist`, `is a folder`. `said` is the same for other languages. */
export class HostError extends Error {
	readonly uri: string;
	readonly reason: string;
	readonly said: Phrase;
	constructor(uri: string, said: Phrase) {
		const reason = inEnglish(said);
		super(`${uri} ${reason}`);
		this.uri = uri;
		this.reason = reason;
		this.said = said;
	}
}

/** Today's date where the writer is, `YYYY-MM-DD`. */
export function localDay(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, "0");
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
