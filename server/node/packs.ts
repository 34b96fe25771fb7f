import { emptyStore } from "../references/empty-store.ts";
import type { ReferenceStore } from "../references/store.ts";

export async function openConfiguredPacks(_folders: readonly string[], _firstPath: string | undefined): Promise<ReferenceStore> {
	return emptyStore;
}
