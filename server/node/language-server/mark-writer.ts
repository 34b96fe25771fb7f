import { type Message, StreamMessageWriter } from "vscode-languageserver/node";

/** The marks of one message are put into words one by one from so many on. */
const MANY = 50;

/** What a message is made of that says all marks of an article: everything else of it, and the marks. */
interface Marked {
	readonly rest: string;
	/** Where the marks go in it. */
	readonly at: number;
	readonly marks: readonly object[];
}

/**
 * A writer of messages that keeps each mark as it was last written. An editor is sent all marks of an article with every keystroke, nearly all of them the
 * same objects as before: in an article of 1 MB they are 800 KB, and putting them into words took the server longer than the check.
 */
export function markWriter(output: NodeJS.WritableStream): StreamMessageWriter {
	const written = new WeakMap<object, Buffer>();
	const bufferOf = (mark: object): Buffer => {
		let buffer = written.get(mark);
		if (!buffer) {
			buffer = Buffer.from(JSON.stringify(mark));
			written.set(mark, buffer);
		}
		return buffer;
	};
	const encode = async (message: Message): Promise<Uint8Array> => {
		const marked = markedOf(message);
		if (!marked) return Buffer.from(JSON.stringify(message));
		return joined(Buffer.from(marked.rest.slice(0, marked.at)), marked.marks.map(bufferOf), Buffer.from(marked.rest.slice(marked.at)));
	};
	// The writer begins with a message when the one before has been written: one stretch of memory serves them all.
	let room = Buffer.alloc(0);
	const joined = (head: Buffer, marks: readonly Buffer[], tail: Buffer): Buffer => {
		let length = head.length + tail.length + marks.length - 1;
		for (const mark of marks) length += mark.length;
		if (room.length < length) room = Buffer.allocUnsafeSlow(Math.ceil(length * 1.2));
		room.set(head, 0);
		let at = head.length;
		for (const mark of marks) {
			if (at > head.length) room[at++] = COMMA;
			room.set(mark, at);
			at += mark.length;
		}
		room.set(tail, at);
		return room.subarray(0, length);
	};
	return new StreamMessageWriter(output, { contentTypeEncoder: { name: "application/json", encode } });
}

const COMMA = 44;

/** The marks of a message; undefined where it has few or none. */
function markedOf(message: Message): Marked | undefined {
	const { params, result } = message as {
		readonly params?: { readonly diagnostics?: unknown };
		readonly result?: { readonly kind?: unknown; readonly items?: unknown } | null;
	};
	if (isMany(params?.diagnostics))
		return markedBy({ ...message, params: { ...params, diagnostics: [] } }, "diagnostics", params.diagnostics);
	if (result?.kind === "full" && isMany(result.items))
		return markedBy({ ...message, result: { ...result, items: [] } }, "items", result.items);
	return undefined;
}

function markedBy(rest: object, key: string, marks: readonly object[]): Marked | undefined {
	const words = JSON.stringify(rest);
	const empty = `"${key}":[]`;
	const at = words.indexOf(empty);
	// Where it says so twice, nobody knows which of them it is.
	return at >= 0 && at === words.lastIndexOf(empty) ? { rest: words, at: at + empty.length - 1, marks } : undefined;
}

function isMany(list: unknown): list is readonly object[] {
	return Array.isArray(list) && list.length >= MANY && list.every((one) => typeof one === "object" && one !== null);
}
