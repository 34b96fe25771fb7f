import { Transform, type TransformCallback } from "node:stream";

/**
 * Bytes of one message. The longest article takes a fifth of it with every letter escaped. The library below holds whatever a header announces until it is
 * complete, and there is no longer string than twice as much.
 */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

/** Bytes of a header; those of editors have thirty. */
const LONGEST_HEADER = 4096;

const END = "\r\n\r\n";

/**
 * Passes on what a client of the Language Server Protocol sends, as long as each message announces a length that can be meant. After anything else nobody can
 * say where the next message begins: `refuse` is told why, once, and nothing more is passed on.
 */
export class Framing extends Transform {
	readonly #refuse: (why: string) => void;
	/** What has come of a header. */
	#header = "";
	/** How much of a message is still to come. */
	#left = 0;
	#isRefused = false;

	constructor(refuse: (why: string) => void) {
		super();
		this.#refuse = refuse;
	}

	override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
		const why = this.#isRefused ? undefined : this.#read(chunk);
		if (why !== undefined) {
			this.#isRefused = true;
			this.#refuse(why);
		}
		if (this.#isRefused) done();
		else done(null, chunk);
	}

	/** Follows headers and bodies; answers what is wrong with them. */
	#read(chunk: Buffer): string | undefined {
		for (let at = 0; at < chunk.length; ) {
			if (this.#left > 0) {
				const taken = Math.min(this.#left, chunk.length - at);
				this.#left -= taken;
				at += taken;
				continue;
			}
			const header = this.#header + chunk.toString("latin1", at, at + LONGEST_HEADER);
			const end = header.indexOf(END);
			if (end < 0) {
				if (header.length >= LONGEST_HEADER) return `a header has no end within ${LONGEST_HEADER} bytes`;
				this.#header = header;
				return undefined;
			}
			at += end + END.length - this.#header.length;
			this.#header = "";
			const length = lengthIn(header.slice(0, end));
			if (length === undefined) return "a header says no length";
			if (length > LONGEST_MESSAGE) return `a message of ${length} bytes is announced, and ${LONGEST_MESSAGE} are the most that is read`;
			this.#left = length;
		}
		return undefined;
	}
}

/** The length that a header announces; of several the last one, as the library reads them. */
function lengthIn(header: string): number | undefined {
	const fields = header.split("\r\n").map((line) => /^content-length\s{0,9}:\s{0,9}(\d{1,20})\s{0,9}$/i.exec(line)?.[1]);
	const length = fields.findLast((field) => field !== undefined);
	return length === undefined ? undefined : Number(length);
}
