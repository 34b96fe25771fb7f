import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import type { Known } from "../../references/store.ts";
import { rowLocation } from "../ranges.ts";

/** Entities and measures of the packs as symbols of the workspace, each at its row. */
export function workspaceSymbols(known: readonly Known[]): WorkspaceSymbol[] {
	return known.flatMap((one) => {
		const location = rowLocation(one);
		const containerName = one.detail === undefined ? one.pack : `${one.detail}, ${one.pack}`;
		return location ? [{ name: one.name, kind: symbolKinds[one.kind], location, containerName }] : [];
	});
}

/** Editors know the symbols of programs alone; these have the icons that fit best. */
const symbolKinds: Readonly<Record<Known["kind"], SymbolKind>> = {
	entity: SymbolKind.Object,
	measure: SymbolKind.Field,
	person: SymbolKind.Object,
};
