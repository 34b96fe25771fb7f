// Writes the settings of server/settings.ts and the tools of server/tools into the manifest, its texts and docs/settings.md.
// `--check` writes nothing and fails when either is not what it would write.
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { definitions } from "../server/settings.ts";
import { tools } from "../server/tools/tools.ts";

const root = new URL("../", import.meta.url);
const stale = [
	update("package.json", withSettings(readFileSync(new URL("package.json", root), "utf8"))),
	update("package.nls.json", withTexts(readFileSync(new URL("package.nls.json", root), "utf8"))),
	update("docs/settings.md", manual()),
].filter((name) => name !== undefined);
if (stale.length > 0 && process.argv.includes("--check")) {
	console.error(`${stale.join(" and ")} ${stale.length > 1 ? "are" : "is"} not what server/settings.ts says: run "npm run manifest".`);
	process.exitCode = 1;
}

/** Answers the file's name when it was not yet so. */
function update(name, content) {
	const file = new URL(name, root);
	let before;
	try {
		before = readFileSync(file, "utf8");
	} catch {
		before = undefined;
	}
	if (before === content) return undefined;
	if (!process.argv.includes("--check")) writeFileSync(file, content);
	return name;
}

function withSettings(text) {
	const manifest = JSON.parse(text);
	const properties = Object.fromEntries(
		Object.entries(definitions).map(([name, definition], order) => {
			const { $schema: _, ...schema } = z.toJSONSchema(definition.schema);
			const { default: fallback, scope, valueDocs } = definition;
			const values = valueDocs ? { markdownEnumDescriptions: valueDocs.map((_doc, i) => `%setting.${name}.${i}%`) } : {};
			return [`plumbline.${name}`, { ...schema, default: fallback, scope, order, markdownDescription: `%setting.${name}%`, ...values }];
		}),
	);
	manifest.contributes.languageModelTools = tools.map(({ name, description, input }) => {
		const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: "input" });
		return {
			name: `plumbline_${name}`,
			toolReferenceName: `plumbline_${name}`,
			displayName: `%tool.${name}%`,
			// For the model, which reads English whatever its user's language is.
			modelDescription: description,
			userDescription: `%tool.${name}.description%`,
			canBeReferencedInPrompt: true,
			icon: "$(verified)",
			inputSchema,
		};
	});
	manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = Object.entries(definitions)
		.filter(([, { restricted }]) => restricted)
		.map(([name]) => `plumbline.${name}`);
	manifest.contributes.configuration = { title: "Plumbline", properties };
	return `${JSON.stringify(manifest, undefined, "\t")}\n`;
}

/** Texts of the manifest stand in a file of their own, so that they can be translated. */
function withTexts(text) {
	const texts = Object.fromEntries(Object.entries(JSON.parse(text)).filter(([key]) => !/^(?:setting|tool)\./.test(key)));
	for (const { name, title, description } of tools) {
		texts[`tool.${name}`] = title;
		texts[`tool.${name}.description`] = description;
	}
	for (const [name, { doc, valueDocs = [] }] of Object.entries(definitions)) {
		texts[`setting.${name}`] = doc;
		for (const [i, valueDoc] of valueDocs.entries()) texts[`setting.${name}.${i}`] = valueDoc;
	}
	return `${JSON.stringify(texts, undefined, "\t")}\n`;
}

function manual() {
	const lines = [
		"# Settings",
		"",
		"Made by `npm run manifest` from `server/settings.ts`. A setting of scope *folder* may differ from folder to folder in a workspace.",
		"",
	];
	for (const [name, { schema, default: fallback, scope, restricted, doc, valueDocs }] of Object.entries(definitions)) {
		lines.push(`## \`plumbline.${name}\``, "", doc, "");
		const values = z.toJSONSchema(schema).enum;
		if (values && valueDocs) lines.push(...values.map((value, i) => `- \`${value}\`: ${valueDocs[i]}`), "");
		const trust = restricted ? " In Restricted Mode what the workspace says here is not followed." : "";
		lines.push(`Default: \`${JSON.stringify(fallback)}\`. Scope: ${scope === "resource" ? "folder" : "window"}.${trust}`, "");
	}
	return lines.join("\n");
}
