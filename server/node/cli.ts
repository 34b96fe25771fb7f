#!/usr/bin/env node
import { loadKept } from "./compiled.ts";
import { stayLean } from "./language-server/memory.ts";

/** Ends when whoever read the output has gone (`plumbline check … | head`), with the code that shells give a program whose reader has left. */
function endWithReader(error: NodeJS.ErrnoException): void {
	if (error.code !== "EPIPE") throw error;
	process.exit(128 + 13);
}

process.stdout.on("error", endWithReader);
process.stderr.on("error", endWithReader);
/** A server lives for days, so it is spared the code of all other commands: its bundle is another one. Both lie beside this file in `dist/`. */
async function serve(): Promise<number> {
	stayLean();
	const server: typeof import("./language-server/main.ts") = await import(new URL("language-server.mjs", import.meta.url).href);
	return server.serveStdio();
}

const [command, ...options] = process.argv.slice(2);
if (command === "lsp" && options.every((option) => option === "--stdio")) process.exitCode = await serve();
else {
	const commandLine = loadKept<typeof import("./command-line.ts")>(new URL("command-line.cjs", import.meta.url));
	process.exitCode = await commandLine.exports.runCommandLine(process.argv, serve);
	// A check is what somebody waits for. What other commands need first would fill what is kept with what a check does not need.
	if (command === "check") commandLine.keep();
}
