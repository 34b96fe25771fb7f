// Runs commands without a way out of this machine.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const guard = path.join(import.meta.dirname, "no-network.cjs");

/** Brings up 127.0.0.1, which a new namespace has but does not use, and goes on as the command. */
const UP = 'ip link set lo up && exec "$@"';

/** Inside of the namespace nothing but 127.0.0.1 is there, and that answers. */
const PROBE = `
	const names = Object.keys(require("node:os").networkInterfaces());
	const server = require("node:net").createServer((socket) => socket.end());
	server.listen(0, "127.0.0.1", () => require("node:net").connect(server.address().port, "127.0.0.1")
		.once("close", () => process.exit(names.join() === "lo" ? 0 : 1)).resume());
`;

/**
 * How commands are kept from the network here. With a network namespace the system does it, for every program; a guard in Node processes takes note of
 * attempts, and is all there is where the system gives no namespace away.
 */
export function confinement(env = process.env) {
	const prefix = namespaces().find(([program, ...args]) => {
		const { status } = spawnSync(program, [...args, process.execPath, "-e", PROBE], { stdio: "ignore", timeout: 20_000, env });
		return status === 0;
	});
	const options = [env.NODE_OPTIONS, `--require=${JSON.stringify(guard)}`].filter(Boolean).join(" ");
	return {
		words: prefix
			? "Every suite runs in a network namespace of its own, without a way out of this machine."
			: "Every suite runs with a guard in its Node processes that knows this machine alone; there are no network namespaces here.",
		/** The command that runs another one confined. */
		around: (program, args) => (prefix ? [...prefix, program, ...args] : [program, ...args]),
		/** The environment in which it runs; what it asks of the outside is written to `file`. */
		env: (file) => {
			writeFileSync(file, "");
			return { NODE_OPTIONS: options, PLUMBLINE_OUTSIDE: file };
		},
	};
}

/** What was asked of the outside, a line each, as the guard wrote it down. */
export function attempts(file) {
	if (!existsSync(file)) return [];
	return readFileSync(file, "utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}

/** Ways into a namespace without a network, the best first. Root keeps its users; anybody else becomes root of the namespace, and then himself again. */
function namespaces() {
	if (process.platform !== "linux") return [];
	const [user, group] = [process.getuid(), process.getgid()];
	if (user === 0)
		return [
			["unshare", "--net", "sh", "-c", UP, "sh"],
			["unshare", "--map-root-user", "--net", "sh", "-c", UP, "sh"],
		];
	const himself = `ip link set lo up && exec unshare --user --map-user=${user} --map-group=${group} "$@"`;
	return [["unshare", "--map-root-user", "--net", "sh", "-c", himself, "sh"]];
}
