#!/usr/bin/env node
import { loadKept } from "./compiled.ts";

/** Ends when whoever read the output has gone (`plumbline check … | head`), with the code that shells give a program whose reader has left. */
function endWithReader(error: NodeJS.ErrnoException): void {
	if (error.code !== "EPIPE") throw error;
	process.exit(128 + 13);
}

process.stdout.on("error", endWithReader);
process.stderr.on("error", endWithReader);
// The bundle lies beside this file in `dist/`.
const commandLine = loadKept<typeof import("./command-line.ts")>(new URL("command-line.cjs", import.meta.url));
process.exitCode = await commandLine.exports.runCommandLine(process.argv);
// A check is what somebody waits for. What other commands need first would fill what is kept with what a check does not need.
if (process.argv[2] === "check") commandLine.keep();
