import module from "node:module";
import v8 from "node:v8";
import { cacheFolder } from "./disk/caches.ts";

/** Keeps what is compiled from here on, and takes it from the disk the next time. Node 20 has no such cache; a folder that can't be written is no fault. */
export function keepCompiled(): void {
	module.enableCompileCache?.(cacheFolder("code"));
}

/**
 * Loads modules compiled as wholes. V8 compiles a function when it is first called, and what Node keeps of a module was compiled before any was called:
 * a short run would compile every function that it needs anew.
 */
export async function loadWhole<T>(load: () => Promise<T>): Promise<T> {
	if (!module.getCompileCacheDir?.()) return load();
	await Promise.all(OF_NODE.map((name) => import(name)));
	v8.setFlagsFromString("--no-lazy");
	try {
		return await load();
	} finally {
		v8.setFlagsFromString("--lazy");
	}
}

// Node's own modules come compiled, but for the flags that Node began with: those that the checker needs are loaded before a flag is changed.
const OF_NODE = ["node:crypto", "node:fs", "node:fs/promises", "node:os", "node:perf_hooks", "node:tty", "node:url", "node:util"];
