// Writes the JSON Schema of a pack's descriptor from its zod definition, for completion and hover in the editor.
// `--check` writes nothing and fails when the file is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { Descriptor } from "../server/references/pack/descriptor.ts";

const file = new URL("../schemas/datapackage.schema.json", import.meta.url);
const { $schema, ...schema } = z.toJSONSchema(Descriptor, { target: "draft-7", io: "input", reused: "ref" });
const content = `${JSON.stringify(
	{
		$schema,
		title: "Reference pack",
		description: "A Data Package whose resources say what they mean to Plumbline. Made by scripts/schema.mjs.",
		...schema,
	},
	undefined,
	"\t",
)}\n`;
const before = read();
if (process.argv.includes("--check")) {
	if (before !== content) {
		console.error('schemas/datapackage.schema.json is not what server/references/pack/descriptor.ts says: run "node scripts/schema.mjs".');
		process.exitCode = 1;
	}
} else if (before !== content) {
	mkdirSync(new URL(".", file), { recursive: true });
	writeFileSync(file, content);
}

function read() {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
