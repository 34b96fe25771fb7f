import { type Folders, isBelow, normal } from "../folders.ts";
import type { Host } from "../host.ts";
import { type Language, said, say } from "../language/language.ts";
import type { TableParams, TableResult } from "../protocol.ts";
import { findDescriptor } from "../references/pack/find.ts";
import { describeTable } from "../references/pack/guess/description.ts";
import { baseName, below, folderOf } from "../references/pack/paths.ts";

// A table is read whole, and beside the typing: whoever has a larger one has a command line.
const LARGEST = 20 * 1024 * 1024;

/** A first descriptor for a table, for the folder that it lies in; or why there is none, as a phrase that can follow the table's name. */
export async function describedTable(
	host: Host,
	folders: Folders,
	{ uri }: TableParams,
	language: Language | undefined,
): Promise<TableResult> {
	const folder = folderOf(uri);
	const there = await findDescriptor(host, folder).catch(() => undefined);
	if (there !== undefined)
		return { descriptor: there, refusal: say(language, "lies beside a datapackage.json already: add a resource for it there") };
	const descriptor = below(folder, "datapackage.json");
	const stat = await host.stat(uri).catch(() => undefined);
	if (!stat) return { descriptor, refusal: say(language, "is not there") };
	if (stat.size > LARGEST)
		return { descriptor, refusal: say(language, "is too large to be looked at here: run “plumbline pack describe”") };
	const found = await describeTable({ name: baseName(uri), bytes: await host.read(uri) });
	if ("refusal" in found) return { descriptor, refusal: said(language, found.refusal) };
	const { places } = await folders.of(uri);
	return {
		descriptor,
		text: `${JSON.stringify(found.descriptor, undefined, 2)}\n`,
		doubts: found.doubts.map((doubt) => said(language, doubt)),
		isUsed: places.some((place) => isBelow(normal(descriptor), place)),
	};
}
