import { loadKept } from "../compiled.ts";

/** What a thread of the pool does with a task: as the command line would, with the same code. */
export default loadKept<typeof import("../command-line.ts")>(new URL("command-line.cjs", import.meta.url)).exports.work;
