import { isatty } from "node:tty";
import { SingleBar } from "cli-progress";
import { openPacks } from "../../references/packs.ts";
import { CallError } from "../call-error.ts";
import { files } from "../files.ts";
import { cacheFolder, packIndex } from "../pack-index/index.ts";
import type { Output } from "./command.ts";
import { lineOf, placeOf } from "./places.ts";

/** Makes the indexes of some packs, whatever their size, and says how long each took. */
export async function build(dirs: readonly string[], cache: string | undefined, { out, err }: Output): Promise<number> {
	const bar = isatty(2)
		? new SingleBar({ format: "{bar} {percentage}% of {file}", stream: process.stderr, clearOnComplete: true })
		: undefined;
	let current = "";
	const progress = (uri: string, bytes: number, size: number) => {
		if (uri !== current) {
			current = uri;
			bar?.start(size, 0, { file: decodeURIComponent(uri.split("/").at(-1) ?? "") });
		}
		bar?.update(bytes);
	};
	const index = await packIndex(cache ?? cacheFolder(), { threshold: 0, progress });
	if (!index) throw new CallError("pack build: this Node has no SQLite; use Node 22.13 or later");
	const start = performance.now();
	const { store, problems } = await openPacks(files, dirs.map(placeOf), { index });
	bar?.stop();
	for (const problem of problems) err(lineOf(problem));
	for (const { name, version, facts } of store.packs) out(`${name}${version ? ` ${version}` : ""}: ${facts} facts\n`);
	err(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
	store.close();
	return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}
