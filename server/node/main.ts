import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import packageJson from "../../package.json" with { type: "json" };
import { type Surroundings, serve } from "../server.ts";
import { files } from "./files.ts";

/** Speaks the Language Server Protocol over standard input and output. The protocol's `exit` ends the process. */
export function serveStdio(): Promise<number> {
	// Standard output belongs to the protocol: whatever else a library may want to print goes to standard error.
	console.log = console.info = console.debug = console.error;
	const reader = new StreamMessageReader(process.stdin);
	serve(createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout)), files, surroundings);
	process.stdin.on("close", () => process.exit(0));
	return new Promise(() => {});
}

/** Speaks it with the process that started this one, over Node's channel: how the VS Code extension does. */
export function serveParent(): void {
	serve(createConnection(ProposedFeatures.all), files, surroundings);
}

/** Both bundles lie in `dist/`, beside `docs/`. */
const surroundings: Surroundings = {
	version: packageJson.version,
	docs: new URL("../docs/verdicts/", import.meta.url).href,
};
