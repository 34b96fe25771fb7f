import { once } from "node:events";
import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { CallError } from "../call-error.ts";
import { clearLeftovers, freshOf, isDevice, putInPlace, realTarget } from "../disk/whole-file.ts";

/** Where results go: standard output, or a file that takes the place of an older one when all has been written. */
export class Sink {
	readonly #file: string | undefined;
	readonly #target: string;
	/** What is written to: the target itself where nothing can take its place. */
	readonly #fresh: string;
	readonly #stream: NodeJS.WriteStream | WriteStream;
	#failure: Error | undefined;

	/** Without a file, to standard output. */
	constructor(file: string | undefined) {
		this.#file = file;
		this.#target = realTarget(file ?? "");
		this.#fresh = isDevice(this.#target) ? this.#target : freshOf(this.#target);
		if (file !== undefined) clearLeftovers(this.#target);
		this.#stream = file === undefined ? process.stdout : createWriteStream(this.#fresh);
		if (file !== undefined)
			this.#stream.on("error", (error) => {
				this.#failure = error;
			});
	}

	/** Waits while the reader is behind, so that memory stays bounded. */
	async write(text: string): Promise<void> {
		if (text === "" || this.#failure || this.#stream.write(text)) return;
		// A failure has been noted by then, and is told when the file is closed.
		await once(this.#stream, "drain").catch(() => {});
	}

	/** Puts the file in its place. Throws `CallError` when it can't be written. */
	async close(): Promise<void> {
		if (this.#file === undefined) return;
		try {
			this.#stream.end();
			if (!this.#failure) {
				const { finished } = await import("node:stream/promises");
				await finished(this.#stream);
			}
			if (this.#failure) throw this.#failure;
			if (this.#fresh !== this.#target) putInPlace(this.#fresh, this.#target);
		} catch (error) {
			this.drop();
			throw new CallError(`--output ${this.#file} can't be written: ${(error as Error).message}`);
		}
	}

	/** Leaves an older file as it was. */
	drop(): void {
		if (this.#file === undefined) return;
		(this.#stream as WriteStream).destroy();
		if (this.#fresh !== this.#target) rmSync(this.#fresh, { force: true });
	}
}
