import { openWithProgress } from "./open.ts";

import { counted, type Output } from "./output.ts";
import { lineOf, placeOf } from "./places.ts";

/** Prints every fault of some packs in its place. Answers 1 when there is an error among them; warnings alone are in order. */
export async function validate(dirs: readonly string[], { out, err }: Output): Promise<number> {
	const { store, problems } = await openWithProgress(dirs.map(placeOf));
	for (const problem of problems) out(lineOf(problem));
	const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
	const facts = store.packs.reduce((sum, pack) => sum + pack.facts, 0);
	const counts = [
		counted(store.packs.length, "pack"),
		counted(facts, "fact"),
		counted(count("error"), "error"),
		counted(count("warning"), "warning"),
	];
	err(`${counts.join(", ")}\n`);
	store.close();
	return count("error") > 0 ? 1 : 0;
}
