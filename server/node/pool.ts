import { fileURLToPath } from "node:url";
import type { Outcome, Task } from "./check-worker.ts";
import type { ImpactOutcome, ImpactTask } from "./impact/judge.ts";

/** How many articles wait at each thread: enough to keep it busy, few enough to keep memory bounded. */
const AHEAD = 4;

/** What became of a task of one kind. */
export type OutcomeOf<T extends Task | ImpactTask> = T extends Task ? Outcome : ImpactOutcome | { readonly unreadable: string };

/** Does tasks in several threads and answers the outcomes in the order of the tasks. Memory does not grow with their number. */
export async function* outcomes<T extends Task | ImpactTask>(tasks: readonly T[], threads: number): AsyncGenerator<OutcomeOf<T>> {
	const { default: Tinypool } = await import("tinypool");
	const filename = fileURLToPath(new URL("check-worker.mjs", import.meta.url));
	const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, isolateWorkers: false });
	try {
		const running: Promise<OutcomeOf<T>>[] = [];
		let next = 0;
		for (let done = 0; done < tasks.length; done++) {
			while (next < tasks.length && running.length < threads * AHEAD) running.push(pool.run(tasks[next++]) as Promise<OutcomeOf<T>>);
			yield await (running.shift() as Promise<OutcomeOf<T>>);
		}
	} finally {
		await pool.destroy();
	}
}
