import { CallError } from "../call-error.ts";
import { cacheFolder } from "../disk/caches.ts";
import { packIndex } from "../pack-index/index.ts";
import { openWithProgress } from "./open.ts";
import { counted, type Output } from "./output.ts";
import { lineOf, placeOf } from "./places.ts";

/** Makes the indexes of some packs, whatever their size, and says how long it took. */
export async function build(dirs: readonly string[], cache: string | undefined, { out, err }: Output): Promise<number> {
	const folder = cache ?? cacheFolder("packs");
	if (!(await packIndex(folder))) throw new CallError("pack build: this Node has no SQLite; use Node 22.13 or later");
	const start = performance.now();
	const { store, problems } = await openWithProgress(dirs.map(placeOf), { threshold: 0, cache: folder });
	for (const problem of problems) err(lineOf(problem));
	for (const { name, version, facts } of store.packs) out(`${name}${version ? ` ${version}` : ""}: ${counted(facts, "fact")}\n`);
	err(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
	store.close();
	return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}
