import { fork } from "node:child_process";
import type { ExtensionContext } from "vscode";

/**
 * Activation on the desktop: the server is a Node process of its own. It is started first and gets ready while the client is loaded, which is most of
 * this extension's code and therefore in a file of its own.
 */
export async function activate(context: ExtensionContext): Promise<void> {
	const begin = () =>
		fork(context.asAbsolutePath("dist/server.mjs"), ["--node-ipc", `--clientProcessId=${process.pid}`], {
			// What it prints goes to the log.
			silent: true,
			execArgv: [],
			// VS Code's own program is a Node when it is told so. With glibc, where the editor works on another machine, each of V8's threads would keep a heap of
			// its own for what it compiles: 7 MB of 88.
			env: { MALLOC_ARENA_MAX: "1", ...process.env, ELECTRON_RUN_AS_NODE: "1", ELECTRON_NO_ASAR: "1" },
		});
	const first = begin();
	// Other extensions that start now have their turn.
	await new Promise(setImmediate);
	const { connect }: typeof import("./desktop.ts") = require("./client-desktop.cjs");
	await connect(context, first, begin);
}
