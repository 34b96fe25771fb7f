import v8 from "node:v8";

/** Bytes of heap beyond which time counts more than memory: articles of hundreds of kilobytes are open. */
const LEAN = 64e6;

/**
 * Keeps memory near to what is in use. A server lives for days and hardly ever works for long: by default V8 lets the part of the heap for what is new grow
 * to several times its size, and the rest to several times what is alive, before it collects; and it compiles what is called often a third time, by a
 * compiler that takes megabytes for each function, and whose own code is five. Measured with 1000 keystrokes in 8 KB: 92 MB for 110, and four fifths of the
 * processor's time. In 1 MB each keystroke took a third longer or more, so with a large heap V8 may do as it likes but for the heap, which may grow by more
 * than half: 440 MB for 620 after 80 keystrokes, each of which takes a fifth more of the processor, most of it beside the work. To be called before much has
 * been done: what has grown stays.
 */
export function stayLean(): void {
	const set = (flags: readonly string[]) => {
		for (const flag of flags) v8.setFlagsFromString(flag);
	};
	// Which compilers there are is only changed under Node itself, where it has been measured and run for long. The V8 of VS Code's own program is another build.
	const isNode = process.versions.electron === undefined;
	set(SMALL_HEAP);
	if (isNode) set(FEW_COMPILERS);
	const collections = new PerformanceObserver(() => {
		if (v8.getHeapStatistics().used_heap_size < LEAN) return;
		collections.disconnect();
		set(LARGE_HEAP);
		if (isNode) set(ALL_COMPILERS);
	});
	collections.observe({ entryTypes: ["gc"] });
}

const SMALL_HEAP = ["--semi-space-growth-factor=1", "--heap-growing-percent=25"];
const LARGE_HEAP = ["--semi-space-growth-factor=2", "--heap-growing-percent=60"];

/** Maglev, V8's second compiler, is the last then, and waits longer until it thinks a function worth its while. */
const FEW_COMPILERS = [
	"--optimize-for-size",
	"--no-turbofan",
	// What is compiled meanwhile counts its calls on, so that it may be compiled better later.
	"--force-emit-interrupt-budget-checks",
	"--invocation-count-for-maglev=2500",
];
const ALL_COMPILERS = ["--no-optimize-for-size", "--turbofan", "--invocation-count-for-maglev=400"];
