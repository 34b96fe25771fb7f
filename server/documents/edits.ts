import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from "vscode-languageserver";
import { type Change, joined } from "../prose/versions/change.ts";
import { Snapshot } from "./snapshot.ts";

/** One thing that the editor has told of a document, from one version to another. */
interface Edit {
	readonly before: number;
	readonly version: number;
	readonly change: Change;
}

const edits = new WeakMap<Snapshot, Edit[]>();

/** So many are remembered: those between two checks. */
const REMEMBERED = 64;

/**
 * Documents of the editor that remember what was last changed in them: to find it by comparing two texts of 1 MB takes half a millisecond each time. Each
 * version is an object of its own that nothing changes any more, and is made of the one before without looking through its text.
 */
export const editedDocuments: TextDocumentsConfiguration<Snapshot> = {
	create: (uri, languageId, version, content) => new Snapshot({ uri, languageId, version }, content),
	update: (document, changes, version) => {
		const { uri, languageId, version: before } = document;
		const known = edits.get(document) ?? [];
		let now = document;
		for (const told of changes) {
			const change = changeIn(now, told);
			known.push({ before, version, change });
			now = "range" in told ? now.edited(version, change, told.text) : new Snapshot({ uri, languageId, version }, told.text);
		}
		known.splice(0, known.length - REMEMBERED);
		edits.set(now, known);
		return now;
	},
};

/** What has changed in a document between two versions; undefined when that is not remembered. */
export function changeSince(document: Snapshot, before: number, version: number): Change | undefined {
	const known = edits.get(document) ?? [];
	const first = known.findIndex((edit) => edit.before === before);
	const last = known.findLastIndex((edit) => edit.version === version);
	// The first of those that were told at once may be forgotten already.
	if (first < 0 || last < first || (first === 0 && known.length === REMEMBERED)) return undefined;
	return known
		.slice(first, last + 1)
		.map(({ change }) => change)
		.reduce(joined);
}

function changeIn(document: Snapshot, change: TextDocumentContentChangeEvent): Change {
	const { length } = document.text;
	if (!("range" in change)) return { fromA: 0, toA: length, fromB: 0, toB: change.text.length };
	const [one, two] = [change.range.start, change.range.end].map((position) => Math.min(length, document.offsetAt(position))) as [
		number,
		number,
	];
	const from = Math.min(one, two);
	return { fromA: from, toA: Math.max(one, two), fromB: from, toB: from + change.text.length };
}
