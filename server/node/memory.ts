import { PerformanceObserver } from "node:perf_hooks";
import v8 from "node:v8";

/** Bytes of heap beyond which time counts more than memory: articles of hundreds of kilobytes are open. */
const LEAN = 64e6;

/**
 * Keeps memory near to what is in use. A server lives for days and hardly ever works for long: by default V8 lets the part of the heap for what is new grow
 * to several times its size, and the rest to several times what is alive, before it collects. Measured with 300 keystrokes in 8 KB: 108 MB for 172, and no
 * slower. In 1 MB each keystroke took a third longer or more, so a large heap may grow by more than half: 440 MB for 620 after 80 keystrokes, each of which
 * takes a fifth more of the processor, most of it beside the work. To be called before the server is loaded: what has grown stays.
 */
export function stayLean(): void {
	v8.setFlagsFromString("--semi-space-growth-factor=1");
	v8.setFlagsFromString("--heap-growing-percent=25");
	const collections = new PerformanceObserver(() => {
		if (v8.getHeapStatistics().used_heap_size < LEAN) return;
		collections.disconnect();
		v8.setFlagsFromString("--semi-space-growth-factor=2");
		v8.setFlagsFromString("--heap-growing-percent=60");
	});
	collections.observe({ entryTypes: ["gc"] });
}
