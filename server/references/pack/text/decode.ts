/** Both Node and browsers have it; the library's types name neither. */
declare const TextDecoder: new (
	encoding: string,
	options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

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
export function markedEncoding(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	return undefined;
}

/** Whether commas, quotes and line ends are single bytes in an encoding, so that its bytes can be cut at them. */
export function isByteWise(encoding: string | undefined): boolean {
	return !/^(?:utf-?16|ucs-?2|unicode|iso-10646-ucs-2|csunicode|gbk|gb18030|gb2312|big5|shift|sjis|ms_kanji|iso-2022)/i.test(
		encoding ?? "",
	);
}

/** Text that becomes the same bytes again when it is written as UTF-8, a byte order mark included; undefined for bytes that are no UTF-8. */
export function decodeExactly(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/**
 * Turns bytes into text. A byte order mark wins over what the descriptor says; without either, bytes that are no UTF-8
 * are read as Windows-1252, which is what spreadsheets write. The byte order mark itself is dropped. Never throws.
 */
export function decode(bytes: Uint8Array, encoding?: string): string {
	const named = markedEncoding(bytes) ?? (encoding && knownEncoding(encoding) ? encoding : undefined);
	if (named !== undefined) return new TextDecoder(named).decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}
