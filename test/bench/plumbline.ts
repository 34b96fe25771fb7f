import type { Position } from "vscode-languageserver";
import { check, type Options, type Report } from "../../server/check.ts";
import { changeSince, editedDocuments } from "../../server/documents/edits.ts";
import type { Snapshot } from "../../server/documents/snapshot.ts";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { files } from "../../server/node/disk/files.ts";
import { packIndex } from "../../server/node/pack-index/index.ts";
import { openPacks } from "../../server/references/packs.ts";
import { readSettings } from "../../server/settings.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";

const uri = "file:///article.md";

/** Something typed into a text, as an editor tells of it. */
export interface Key {
	readonly at: Position;
	readonly text: string;
}

/** Plumbline with an article open: takes a whole text, or what is typed into the one before, and answers the number of marks. */
export type Desk = (text: string | Key) => Promise<number>;

/**
 * Plumbline as the benchmarks run it: with the pack in a folder, opened as the command line opens it. What is answered is the number of marks that an editor
 * is sent, each with its line, its column and its sentence, as the other checkers answer them. With `keep` it goes on from the version before as a server
 * does: a key is put into the document by the server's own code, within what is measured.
 */
export async function plumbline(pack: string, { keep = true, cache = "" } = {}): Promise<Desk> {
	const index = cache ? await packIndex(cache) : undefined;
	const packs = await openPacks(files, [pack], index ? { index } : {});
	const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };
	const settings = readSettings(undefined);
	const folder = { uri: "file:///", settings, places: [], databases: [], packs, problems: [], reviews: [] };
	let before: { readonly report: Report; readonly document: Snapshot } | undefined;
	let version = 0;
	const next = (text: string | Key): Snapshot => {
		version++;
		if (typeof text === "string") return editedDocuments.create(uri, "markdown", version, text);
		if (!before) throw new Error("There is nothing to type into.");
		return editedDocuments.update(before.document, [{ range: { start: text.at, end: text.at }, text: text.text }], version);
	};
	return async (text) => {
		const document = next(text);
		const change = before && changeSince(document, before.document.version, version);
		const report = await check(document.text, packs.store, { ...options, change }, before?.report);
		if (keep) before = { report, document };
		return diagnostics({ uri, version, document, report, folder, settings, took: 0 }, undefined).length;
	};
}
