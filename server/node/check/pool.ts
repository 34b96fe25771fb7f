import { fileURLToPath } from "node:url";
import type { ImpactOutcome, ImpactTask } from "../impact/judge.ts";
import type { Outcome, Task } from "./check-worker.ts";

/** How many articles wait at each thread: enough to keep it busy while this one is, few enough to keep memory bounded. */
const AHEAD = 8;

/** What became of a task of one kind. */
export type OutcomeOf<T extends Task | ImpactTask> = T extends Task ? Outcome : ImpactOutcome | { readonly unreadable: string };

/**
 * Does tasks in several threads and answers the outcomes in the order of the tasks. Memory does not grow with their number. With `own` this thread does
 * tasks too, with what it has open already, and one thread fewer is begun: each costs a third of a second and as much memory as this one.
 */
export async function* outcomes<T extends Task | ImpactTask>(
	tasks: readonly T[],
	threads: number,
	own?: (task: T) => Promise<OutcomeOf<T>>,
): AsyncGenerator<OutcomeOf<T>> {
	const { default: Tinypool } = await import("tinypool");
	const filename = fileURLToPath(new URL("check-worker.mjs", import.meta.url));
	const others = own ? threads - 1 : threads;
	// A thread is given its next tasks before this one has heard of the last: it may be busy itself.
	const pool = new Tinypool({ filename, minThreads: others, maxThreads: others, isolateWorkers: false, concurrentTasksPerWorker: AHEAD });
	const running: Promise<OutcomeOf<T>>[] = [];
	let next = 0;
	let isBusy = own === undefined;
	const fill = (): void => {
		while (next < tasks.length && running.length < threads * AHEAD) {
			const task = tasks[next++] as T;
			const outcome = isBusy || !own ? (pool.run(task) as Promise<OutcomeOf<T>>) : here(own, task);
			// Whoever takes it is told of a failure.
			outcome.catch(() => {});
			running.push(outcome);
		}
	};
	const here = async (work: (task: T) => Promise<OutcomeOf<T>>, task: T): Promise<OutcomeOf<T>> => {
		isBusy = true;
		try {
			return await work(task);
		} finally {
			isBusy = false;
			fill();
		}
	};
	try {
		for (let done = 0; done < tasks.length; done++) {
			fill();
			yield await (running.shift() as Promise<OutcomeOf<T>>);
		}
	} finally {
		next = tasks.length;
		await pool.destroy();
	}
}
