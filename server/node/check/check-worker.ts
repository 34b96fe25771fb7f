import { CallError } from "../call-error.ts";
import type { ImpactOutcome, ImpactTask } from "../impact/judge.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";
import { assertSame } from "./article.ts";
import type { Source } from "./articles.ts";
import { type Printed, type Printing, printed } from "./printed.ts";

/** One article for a thread, with all that says how it is to be checked. */
export interface Task {
	readonly source: Source;
	readonly packs: readonly string[];
	/** The path whose workspace holds settings and packs for it. */
	readonly first?: string;
	readonly printing: Printing;
	/** The packs that the call found, as `statesOf` tells them: whoever has others checks nothing. */
	readonly states?: readonly string[];
}

/** What became of it: its report as printed, or why it could not be read. */
export type Outcome = Printed | { readonly unreadable: string };

/** Packs are opened once a thread. */
const opened = new Map<string, Promise<Workspace>>();

/** Does one task in this thread. */
export default async function work(task: Task | ImpactTask): Promise<Outcome | ImpactOutcome> {
	try {
		if (!("differences" in task)) return await checkOne(task);
		const { impactOn } = await import("../impact/judge.ts");
		return await impactOn(task);
	} catch (error) {
		if (error instanceof CallError) return { unreadable: error.message };
		throw error;
	}
}

async function checkOne({ source, packs, first, printing, states }: Task): Promise<Outcome> {
	const key = JSON.stringify([packs, first]);
	let workspace = opened.get(key);
	if (!workspace) {
		// What is wrong with the settings has been said where the call was read.
		workspace = openWorkspace(packs, first, () => {});
		opened.set(key, workspace);
	}
	assertSame(await workspace, states, source);
	return await printed(source, await workspace, printing);
}
