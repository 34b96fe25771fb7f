import os from "node:os";

/** The machine that something was measured on, and how busy it was. */
export interface Machine {
	readonly processor: string;
	readonly cores: number;
	/** In gigabytes. */
	readonly memory: number;
	readonly system: string;
	readonly node: string;
	/** The load averages of one, five and fifteen minutes before the measurement began. */
	readonly load: readonly number[];
	readonly date: string;
}

export function thisMachine(): Machine {
	return {
		processor: os.cpus()[0]?.model.trim() ?? "unknown processor",
		cores: os.availableParallelism(),
		memory: Math.round(os.totalmem() / 2 ** 30),
		system: `${os.type()} ${os.arch()}`,
		node: process.version,
		load: os.loadavg(),
		date: new Date().toISOString().slice(0, 16).replace("T", " "),
	};
}

/** The machine in one line. */
export function machineWords({ processor, cores, memory, system, node, load, date }: Machine): string {
	const busy = load.map((one) => one.toFixed(1)).join(" ");
	return `${cores} × ${processor}, ${memory} GB, ${system}, Node ${node}; load ${busy} when it began; ${date} UTC.`;
}
