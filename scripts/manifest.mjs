// Writes the settings of server/settings.ts and the tools of server/tools into the manifest, its texts and docs/settings.md.
// `--check` writes nothing and fails when either is not what it would write.
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { definitions } from "../server/settings.ts";
import { tools } from "../server/tools/tools.ts";

const root = new URL("../", import.meta.url);

/** What the manual says of the configuration file, before the settings one by one. */
const configuration = `## A file that a newsroom shares

\`plumbline.config.json\` says how the articles of its folder are checked, in the editor and on the command line alike. It may hold every setting of scope
*folder*, by its name without \`plumbline.\`; a dot in a name is a level:

\`\`\`json
{
  "packs": ["packs", "../shared/packs"],
  "severity": { "outdated": "error" },
  "tolerances": { "about": 0.05 }
}
\`\`\`

In a folder that has a \`package.json\`, its key \`plumbline\` may hold the same. The editor completes and explains the keys in both.

- The nearest file counts, from each article's folder upwards: in the editor to the workspace folder, on the command line to the top of the disk. Files are not added to each other.
- Paths in \`packs\` are relative to the file. Without \`packs\`, the folder \`packs\` beside the file is the default.
- What the file says goes before the settings of the editor, those in \`.vscode/settings.json\` included. \`--packs\` and \`--tolerance\` go before the file.
- A key that is no setting, or a value of the wrong kind, is marked in the file. \`plumbline check\` ends with 2 and says where it is.
- A change is followed as soon as the file is saved.
- No secret belongs into the file. An address with a password in it, or a secret key, is an error and is not used.
- Until you trust the workspace, only packs that lie in it are followed, no database and no \`trustedKeys\`. An editor other than VS Code says so by
  \`"trusted": true\` in \`initializationOptions\`; on the command line the call itself is trusted.
`.split("\n");
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
		...configuration,
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
