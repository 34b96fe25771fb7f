import { type Phrase, phrase } from "../../../language/phrase.ts";
import { decode, markedEncoding } from "./decode.ts";

/** What a file is by its first bytes when it is no text, and what to do about it, as a phrase that can follow its name; undefined for text. */
export function noText(bytes: Uint8Array): Phrase | undefined {
	const kind = KINDS.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
	if (kind) return kind.words;
	if (markedEncoding(bytes) === undefined && bytes.subarray(0, LOOKED_AT).includes(0)) return phrase("is no text; save its table as CSV");
	if (/^\s{0,100}<(?:!doctype html|html)\b/i.test(decode(bytes.subarray(0, 200))))
		return phrase("is a page of the web; save its table as CSV");
	return undefined;
}

// Text in UTF-16 without its mark has a zero byte for every letter, but then its encoding is declared.
const LOOKED_AT = 4096;

/** What files of other kinds begin with: RFC 1952, PKWARE's APPNOTE, [MS-CFB], ISO 32000, SQLite's file format, Apache Parquet. */
const KINDS: readonly { readonly magic: readonly number[]; readonly words: Phrase }[] = [
	{ magic: [0x1f, 0x8b], words: phrase("is compressed; unpack it, and name the table in it") },
	{ magic: [0x50, 0x4b, 3, 4], words: phrase("is a zip archive or a spreadsheet; unpack it, or save it as .xlsx or CSV") },
	{ magic: [0xd0, 0xcf, 0x11, 0xe0], words: phrase("is a spreadsheet of an old kind; save it as .xlsx or CSV") },
	{ magic: [0x25, 0x50, 0x44, 0x46], words: phrase("is a PDF; save its table as CSV") },
	{ magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], words: phrase("is an SQLite database; save its table as CSV") },
	{ magic: [0x50, 0x41, 0x52, 0x31], words: phrase("is a Parquet file; save its table as CSV") },
];
