import { fileURLToPath } from "node:url";
import type { Outcome, Task } from "./check-worker.ts";

/** How many articles wait at each thread: enough to keep it busy, few enough to keep memory bounded. */
const AHEAD = 4;

/** Checks articles in several threads and answers the outcomes in the order of the tasks. Memory does not grow with their number. */
export async function* outcomes(tasks: readonly Task[], threads: number): AsyncGenerator<Outcome> {
	const { default: Tinypool } = await import("tinypool");
	const filename = fileURLToPath(new URL("check-worker.mjs", import.meta.url));
	const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, isolateWorkers: false });
	try {
		const running: Promise<Outcome>[] = [];
		let next = 0;
		for (let done = 0; done < tasks.length; done++) {
			while (next < tasks.length && running.length < threads * AHEAD) running.push(pool.run(tasks[next++]) as Promise<Outcome>);
			yield await (running.shift() as Promise<Outcome>);
		}
	} finally {
		await pool.destroy();
	}
}
