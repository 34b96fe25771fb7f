#!/usr/bin/env node
import { keepCompiled } from "./compiled.ts";

/** Ends when whoever read the output has gone (`plumbline check … | head`), with the code that shells give a program whose reader has left. */
function endWithReader(error: NodeJS.ErrnoException): void {
	if (error.code !== "EPIPE") throw error;
	process.exit(128 + 13);
}

process.stdout.on("error", endWithReader);
process.stderr.on("error", endWithReader);
keepCompiled();
const { runCommandLine } = await import("./command-line.ts");
process.exitCode = await runCommandLine(process.argv);
