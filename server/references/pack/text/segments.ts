/** A stretch of a table's bytes that begins and ends with a row. */
export interface Segment {
	readonly bytes: Uint8Array;
	/** Offset of its first byte in the file. */
	readonly start: number;
}

const NEWLINE = 10;
// Large enough to parse fast, small enough to read again at once when a row in it changes.
const SEGMENT = 64 * 1024;
// A row that has not ended by now has a quotation mark that nobody closes.
const LONGEST_ROW = 16 * 1024 * 1024;

/** Cuts a table into stretches of whole rows, 64 KB each. Line ends inside quoted cells do not part rows. Memory is bounded. */
export async function* segments(
	pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	{ delimiter, quote }: { delimiter: number; quote: number },
): AsyncGenerator<Segment> {
	let rest: Uint8Array = new Uint8Array(0);
	let start = 0;
	for await (const piece of pieces) {
		rest = rest.length === 0 ? piece : joined(rest, piece);
		let used = 0;
		while (rest.length - used > SEGMENT) {
			const end = cut(rest, used, delimiter, quote);
			if (end === undefined) break;
			yield { bytes: rest.subarray(used, end), start: start + used };
			used = end;
		}
		start += used;
		rest = used > 0 ? rest.slice(used) : rest;
	}
	for (let used = 0; used < rest.length; ) {
		const end = rest.length - used > SEGMENT ? (cut(rest, used, delimiter, quote) ?? rest.length) : rest.length;
		yield { bytes: rest.subarray(used, end), start: start + used };
		used = end;
	}
}

/** The end of the first row that ends behind a segment's length, counted from where a row begins. */
function cut(bytes: Uint8Array, from: number, delimiter: number, quote: number): number | undefined {
	let at = from;
	for (;;) {
		const open = bytes.indexOf(quote, at);
		const newline = bytes.indexOf(NEWLINE, Math.max(at, from + SEGMENT));
		if (newline >= 0 && (open < 0 || newline < open)) return newline + 1;
		if (open < 0) return undefined;
		const before = open === from ? NEWLINE : bytes[open - 1];
		at = open + 1;
		// A quotation mark opens a cell only where the cell begins.
		if (before !== delimiter && before !== NEWLINE) continue;
		for (;;) {
			const close = bytes.indexOf(quote, at);
			if (close < 0) {
				if (bytes.length - from < LONGEST_ROW) return undefined;
				return bytes.indexOf(NEWLINE, from + SEGMENT) + 1 || undefined;
			}
			at = close + 1;
			if (bytes[at] !== quote) break;
			at++;
		}
	}
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
	const both = new Uint8Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}
