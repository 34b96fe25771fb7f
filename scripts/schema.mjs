// Writes the JSON Schemas of a pack's descriptor and of the configuration file from their zod definitions, for completion and hover in the editor.
// `--check` writes nothing and fails when a file is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { Config } from "../server/config/schema.ts";
import { Descriptor } from "../server/references/pack/descriptor.ts";

const folder = new URL("../schemas/", import.meta.url);
const { $schema: draft, ...config } = schemaOf(Config, "inline");
const { $schema: _, ...keys } = config.properties;
const schemas = {
	"datapackage.schema.json": [
		"server/references/pack/descriptor.ts",
		"Reference pack",
		"A Data Package whose resources say what they mean to Plumbline.",
		schemaOf(Descriptor),
	],
	"plumbline.config.schema.json": [
		"server/settings.ts",
		"Plumbline's configuration",
		"How the articles in this folder are checked, for the editor and the command line alike.",
		{ $schema: draft, ...config },
	],
	// The same, as the key "plumbline" of a package.json: completion there comes from several schemas at once.
	"package.schema.json": [
		"server/settings.ts",
		"Plumbline's configuration in a package.json",
		"How the articles in this folder are checked.",
		{ $schema: draft, type: "object", properties: { plumbline: { ...config, properties: keys } } },
	],
};
const stale = Object.entries(schemas).filter(([name, schema]) => read(name) !== content(schema));
if (process.argv.includes("--check")) {
	for (const [name, [source]] of stale) console.error(`schemas/${name} is not what ${source} says: run "node scripts/schema.mjs".`);
	if (stale.length > 0) process.exitCode = 1;
} else if (stale.length > 0) {
	mkdirSync(folder, { recursive: true });
	for (const [name, schema] of stale) writeFileSync(new URL(name, folder), content(schema));
}

function schemaOf(definition, reused = "ref") {
	return z.toJSONSchema(definition, { target: "draft-7", io: "input", reused });
}

function content([, title, description, { $schema, ...schema }]) {
	return `${JSON.stringify({ $schema, title, description: `${description} Made by scripts/schema.mjs.`, ...schema }, undefined, "\t")}\n`;
}

function read(name) {
	try {
		return readFileSync(new URL(name, folder), "utf8");
	} catch {
		return undefined;
	}
}
