import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** A PostgreSQL of the system's packages, started for the tests alone: a folder, a port and a process of its own. */
export interface Server {
	readonly port: number;
	/** Of the owner, who needs no password. */
	address(database?: string, user?: string): string;
	/** Runs statements as the owner, one after another, each by itself. */
	run(database: string, ...statements: string[]): Promise<Record<string, unknown>[]>;
	/** An empty database of that name. */
	create(database: string): Promise<string>;
	/** Ends it at once, as a power cut does. */
	kill(): Promise<void>;
	/** Holds it: it stays connected and answers nothing. */
	freeze(): void;
	thaw(): void;
	start(): Promise<void>;
	/** Ends it and removes its folder. */
	remove(): Promise<void>;
}

/** Where Debian, Homebrew and others put PostgreSQL's programs, beside the PATH. */
const PLACES = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/** The folder of PostgreSQL's programs. On Debian it is installed when it is missing and may be. Throws with the one command that helps. */
export function findPrograms(places: readonly string[] = PLACES): string {
	const found = find(places);
	if (found) return found;
	const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
	const apt = (...words: string[]) => {
		const [program = "", ...args] = [...sudo, "apt-get", ...words];
		return (
			spawnSync(program, args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore", timeout: 300_000 }).status ===
			0
		);
	};
	apt("update");
	apt("install", "-y", "--no-install-recommends", "postgresql");
	const now = find(places);
	if (now) return now;
	throw new Error(
		"These tests need PostgreSQL 13 or later. Install it (Debian: apt-get install postgresql), or name the folder of its programs in PLUMBLINE_POSTGRES.",
	);
}

function find(places: readonly string[]): string | undefined {
	const onPath = (process.env.PATH ?? "").split(path.delimiter);
	const versions = places.flatMap((place) =>
		existsSync(place)
			? readdirSync(place)
					.sort()
					.reverse()
					.map((name) => path.join(place, name, "bin"))
			: [],
	);
	return [process.env.PLUMBLINE_POSTGRES ?? "", ...versions, ...onPath].find(
		(folder) => folder && existsSync(path.join(folder, "postgres")),
	);
}

/** PostgreSQL refuses to run as root: another user runs it then. */
function unprivileged(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const of = (flag: string, user: string) => Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }).toString());
	for (const user of ["postgres", "nobody"]) {
		try {
			return { uid: of("-u", user), gid: of("-g", user) };
		} catch {
			// There is no such user.
		}
	}
	throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
}

/** Starts a server. `settings` go to its command line. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
	const bin = findPrograms();
	const user = unprivileged();
	const folder = mkdtempSync(path.join(tmpdir(), "plumbline-postgres-"));
	if (user.uid !== undefined) chownSync(folder, user.uid, user.gid as number);
	const data = path.join(folder, "data");
	const secret = path.join(folder, "password");
	writeFileSync(secret, PASSWORD);
	const made = spawnSync(
		path.join(bin, "initdb"),
		["-D", data, "-U", "owner", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C", `--pwfile=${secret}`],
		{
			...user,
			cwd: folder,
			encoding: "utf8",
		},
	);
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error ?? ""}`);
	const port = await freePort();
	let running: ChildProcess | undefined;
	const server: Server = {
		port,
		address: (database = "postgres", name = "owner") => `postgres://${name}@127.0.0.1:${port}/${database}`,
		async run(database, ...statements) {
			const client = new Client({ host: "127.0.0.1", port, user: "owner", password: PASSWORD, database });
			await client.connect();
			try {
				let rows: Record<string, unknown>[] = [];
				for (const statement of statements) rows = (await client.query(statement)).rows;
				return rows;
			} finally {
				await client.end();
			}
		},
		async create(database) {
			await server.run("postgres", `CREATE DATABASE ${database}`);
			return server.address(database);
		},
		async kill() {
			await end(running, "SIGQUIT");
			running = undefined;
		},
		freeze: () => signalAll(running, "SIGSTOP"),
		thaw: () => signalAll(running, "SIGCONT"),
		async start() {
			const options = {
				listen_addresses: "127.0.0.1",
				port: String(port),
				unix_socket_directories: "",
				max_connections: "60",
				...settings,
			};
			const words = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
			const started = spawn(path.join(bin, "postgres"), ["-D", data, ...words], { ...user, cwd: folder, stdio: "ignore" });
			running = started;
			// Tests that are ended leave nothing behind.
			process.once("exit", () => started.kill("SIGQUIT"));
			// After a crash it first recovers, which takes its time when the machine has other things to do.
			for (const until = performance.now() + 120_000; ; ) {
				try {
					await server.run("postgres", "SELECT 1");
					return;
				} catch (error) {
					if (performance.now() > until || started.exitCode !== null) throw error;
					await pause(50);
				}
			}
		},
		async remove() {
			server.thaw();
			await server.kill();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	try {
		await server.start();
		return server;
	} catch (error) {
		await server.remove();
		throw error;
	}
}

/** Of the owner and of every user that the tests make. */
export const PASSWORD = "plumb and level";

/** Ends a server. SIGQUIT is PostgreSQL's own "at once": nothing is written any more, and the next start recovers as after a crash. */
async function end(running: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
	if (!running || running.exitCode !== null || running.signalCode !== null) return;
	const over = new Promise((resolve) => running.once("exit", resolve));
	running.kill(signal);
	await over;
}

/** Signals the server and the processes that it has started, one for each connection. */
function signalAll(running: ChildProcess | undefined, signal: NodeJS.Signals): void {
	if (!running?.pid) return;
	const listed = spawnSync("ps", ["-o", "pid=", "--ppid", String(running.pid)], { encoding: "utf8" }).stdout ?? "";
	for (const pid of [running.pid, ...listed.split(/\s+/).filter(Boolean).map(Number)]) {
		try {
			process.kill(pid, signal);
		} catch {
			// A connection may have ended meanwhile.
		}
	}
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
	const { port } = probe.address() as { port: number };
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
