/** Both Node and browsers have it; the library's types name neither. */
declare const TextDecoder: new (
	encoding: string,
	options?: { fatal?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };

/** Whether an encoding is known to the Encoding Standard, by any of its labels (`latin1`, `cp1252`, `utf-16le`). */
export function knownEncoding(encoding: string): boolean {
	try {
		new TextDecoder(encoding);
		return true;
	} catch {
		return false;
	}
}

/** The encoding that a byte order mark names, when there is one. */
function marked(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	return undefined;
}

/**
 * Turns pieces of a file into text. A byte order mark wins over what the descriptor says; without either, bytes that are no UTF-8
 * are read as Windows-1252, which is what spreadsheets write. The byte order mark itself is dropped.
 */
export async function* decode(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, encoding?: string): AsyncGenerator<string> {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	let guessing = false;
	for await (const bytes of pieces) {
		if (!decoder) {
			const named = marked(bytes) ?? (encoding && knownEncoding(encoding) ? encoding : undefined);
			guessing = named === undefined;
			decoder = new TextDecoder(named ?? "utf-8", { fatal: guessing });
		}
		try {
			yield decoder.decode(bytes, { stream: true });
		} catch {
			if (!guessing) throw new Error("bytes do not fit the encoding");
			guessing = false;
			decoder = new TextDecoder("windows-1252");
			yield decoder.decode(bytes, { stream: true });
		}
	}
	try {
		const rest = decoder?.decode();
		if (rest) yield rest;
	} catch {
		// A last character cut in half: a truncated file. What could be read was.
	}
}

/** The whole of a file as text. */
export async function decodeAll(bytes: Uint8Array, encoding?: string): Promise<string> {
	let text = "";
	for await (const part of decode([bytes], encoding)) text += part;
	return text;
}
