// Starts and ends VS Code's own server, which serves VS Code's own workbench and runs extensions in the real Node extension host.
import { spawn } from "node:child_process";
import path from "node:path";
import { vscodeRoot } from "./install.mjs";

/** The server's entry, for command line calls such as `--install-extension`. */
export const serverMain = path.join(vscodeRoot, "out", "server-main.js");

/** Flags that every call of the server takes. `dirs` names the folders for its user data, extensions and own state. */
export function serverArgs(dirs) {
	return [
		"--accept-server-license-terms",
		...["--server-data-dir", dirs.server, "--user-data-dir", dirs.userData, "--extensions-dir", dirs.extensions],
	];
}

// Built-in extensions that cost start-up time or look for the network. Markdown, JSON, themes and grammars stay.
const SKIPPED = [
	...["github.copilot-chat", "vscode.github", "vscode.github-authentication", "vscode.microsoft-authentication"],
	...["ms-vscode.js-debug", "ms-vscode.js-debug-companion", "ms-vscode.vscode-js-profile-table"],
	...["vscode.tunnel-forwarding", "vscode.mermaid-markdown-features"],
];

/** The server's environment: no extension gallery, none of the extensions that PLUMBLINE_WITHOUT names, sockets in a folder of this run. */
export function serverEnv(dirs) {
	const skipped = [...SKIPPED, ...(process.env.PLUMBLINE_WITHOUT?.split(",") ?? [])].join();
	return { EXTENSIONS_GALLERY: "{}", VSCODE_SKIP_BUILTIN_EXTENSIONS: skipped, ...process.env, XDG_RUNTIME_DIR: dirs.server };
}

/**
 * Starts the server on 127.0.0.1, on `port` or, with 0, on any free port, in a process group of its own.
 *
 * With `trusting` no folder is asked about: each is trusted.
 * `token` is the secret that a browser must send (`?tkn=`); without it anyone on this machine may connect.
 * Answers the port; `hostExit`, a promise of how the extension host's process ended (`{ code, signal }`, both strings);
 * `gone`, a promise that rejects when the server ends unasked; and `stop()`. Throws when no server is up after 60 s.
 */
export async function startServer({ dirs, port = 0, token, trusting = true, proposed = [], log = () => {} }) {
	const server = spawn(
		process.execPath,
		[
			serverMain,
			...["--host", "127.0.0.1", "--port", String(port)],
			...(token ? ["--connection-token", token] : ["--without-connection-token"]),
			// Without this flag a built workbench ignores the paths of an extension under development and of its tests.
			"--enable-smoke-test-driver",
			...(trusting ? ["--disable-workspace-trust"] : []),
			...["--telemetry-level", "off"],
			...serverArgs(dirs),
			...proposed.flatMap((name) => ["--enable-proposed-api", name]),
		],
		{ stdio: ["ignore", "pipe", "pipe"], detached: true, env: serverEnv(dirs) },
	);
	let stopping = false;
	let reportHostExit;
	const hostExit = new Promise((resolve) => {
		reportHostExit = resolve;
	});
	const gone = new Promise((_, reject) => {
		server.once("exit", (code) => stopping || reject(new Error(`VS Code's server ended with ${code}`)));
	});
	gone.catch(() => {});
	// Whatever ends this process without `stop()`, short of SIGKILL, must not leave the server behind.
	process.once("exit", () => stopping || signalGroup(server.pid, "SIGKILL"));

	async function stop() {
		stopping = true;
		const exited = new Promise((resolve) => {
			if (server.exitCode !== null || server.signalCode !== null) resolve();
			else server.once("exit", resolve);
		});
		signalGroup(server.pid, "SIGTERM");
		await Promise.race([exited, after(3000)]);
		signalGroup(server.pid, "SIGKILL");
	}

	const listening = new Promise((resolve, reject) => {
		let printed = "";
		const read = (data) => {
			const text = String(data);
			log(text.trimEnd());
			const exit = /Extension Host Process exited with code: (\S+), signal: (\w+)/.exec(text);
			if (exit) reportHostExit({ code: exit[1], signal: exit[2] });
			if (printed === undefined) return;
			printed += text;
			const up = /Extension host agent listening on (\d+)/.exec(printed);
			if (!up) return;
			printed = undefined;
			resolve(Number(up[1]));
		};
		server.stdout.on("data", read);
		server.stderr.on("data", read);
		server.once("error", reject);
		server.once("exit", (code) => reject(new Error(`VS Code's server ended with ${code}\n${printed ?? ""}`)));
		setTimeout(() => reject(new Error(`VS Code's server did not start in 60 s\n${printed ?? ""}`)), 60_000).unref();
	});
	try {
		return { port: await listening, hostExit, gone, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The address of the workbench with `folder` open, which may be a file of several folders. `payload` is what VS Code's web form takes as `[key, value]` pairs. */
export function workbenchUrl({ port, folder, token, payload = [] }) {
	const query = new URLSearchParams(
		folder ? { [folder.endsWith(".code-workspace") ? "workspace" : "folder"]: path.resolve(folder) } : { ew: "true" },
	);
	if (token) query.set("tkn", token);
	if (payload.length > 0) query.set("payload", JSON.stringify(payload));
	return `http://127.0.0.1:${port}/?${query}`;
}

/** The address by which the workbench names a file of the machine that the server runs on. */
export function remoteUri(port, file) {
	const encoded = path.resolve(file).split(path.sep).map(encodeURIComponent).join("/");
	return `vscode-remote://127.0.0.1:${port}${encoded}`;
}

function signalGroup(pid, signal) {
	try {
		process.kill(-pid, signal);
	} catch {
		// The group is gone already.
	}
}

function after(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
