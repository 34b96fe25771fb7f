import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";
import packageJson from "../../../package.json" with { type: "json" };
import { localDay } from "../../host.ts";
import { either, remoteHost } from "../../remote-host.ts";
import { type Surroundings, serve } from "../../server.ts";
import { cacheFolder } from "../disk/caches.ts";
import { files } from "../disk/files.ts";
import { packIndex } from "../pack-index/index.ts";
import { Framing } from "./framing.ts";
import { markWriter } from "./mark-writer.ts";

/** Speaks the Language Server Protocol over standard input and output. The protocol's `exit` ends the process, and so does input that is none of it, with code 2. */
export function serveStdio(): Promise<number> {
	// Standard output belongs to the protocol: whatever else a library may want to print goes to standard error.
	console.log = console.info = console.debug = console.error;
	const input = new Framing((why) =>
		process.stderr.write(`plumbline: this is not the Language Server Protocol: ${why}\n`, () => process.exit(2)),
	);
	const reader = new StreamMessageReader(process.stdin.pipe(input));
	open(createConnection(ProposedFeatures.all, reader, markWriter(process.stdout)));
	process.stdin.on("close", () => process.exit(0));
	return new Promise(() => {});
}

/** Speaks it with the process that started this one, over Node's channel: how the VS Code extension does. */
export function serveParent(): void {
	open(createConnection(ProposedFeatures.all));
}

/** What is on the disk is read from there, and the rest (virtual workspaces) through the editor. */
function open(connection: Connection): void {
	serve(
		connection,
		either(files, (uri) => uri.startsWith("file:"), remoteHost(connection, localDay)),
		surroundings,
	);
}

/** Both bundles lie in `dist/`, beside `docs/`. */
const surroundings: Surroundings = {
	version: packageJson.version,
	docs: new URL("../docs/verdicts/", import.meta.url).href,
	index: packIndex(cacheFolder("packs")),
	databases: async (hooks) => {
		const { databasePacks } = await import("../database/open.ts");
		return databasePacks({ cache: cacheFolder("packs"), patience: PATIENCE, answerWithin: 5000, lookEvery: LOOK_EVERY, ...hooks });
	},
};

/** A writer waits so many milliseconds for a database before its copy is asked. */
const PATIENCE = 1500;

/** Milliseconds between two looks at whether anything has been pushed. */
const LOOK_EVERY = 30_000;
