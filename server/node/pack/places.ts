import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PackProblem } from "../../references/packs.ts";
import { CallError } from "../call-error.ts";

/** The URI of a folder or file that a call names. Throws `CallError` when it is not there. */
export function placeOf(name: string): string {
	if (!existsSync(name)) throw new CallError(`pack: ${name} is not there`);
	return pathToFileURL(path.resolve(name)).href;
}

/** A problem as a line: `packs/desk/facts.csv:3:7: error: …`, the file seen from here, lines and columns from 1. */
export function lineOf({ uri, line, column, severity, message }: PackProblem): string {
	const file = uri.startsWith("file:") ? path.relative(process.cwd(), fileURLToPath(uri)) || "." : uri;
	return `${file}:${line + 1}:${column + 1}: ${severity}: ${message.replaceAll("\n", " ")}\n`;
}
