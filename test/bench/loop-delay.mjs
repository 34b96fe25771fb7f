// Loaded into a process whose turns are measured: at each SIGUSR2 the longest turn since the last one is written to PLUMBLINE_LOOP, in milliseconds.
import { renameSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
let asked = 0;
process.on("SIGUSR2", () => {
	// A turn that has just ended is counted by the next tick of the clock.
	setTimeout(() => {
		const file = process.env.PLUMBLINE_LOOP;
		writeFileSync(`${file}.new`, `${++asked} ${delays.max / 1e6}`);
		renameSync(`${file}.new`, file);
		delays.reset();
	}, 5);
});
