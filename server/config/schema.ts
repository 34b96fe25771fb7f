import * as z from "zod";
import { type Definition, definitions } from "../settings.ts";

/** The settings that may stand in a configuration file: those that may differ from folder to folder. What is a writer's own is the editor's. */
export const configurable: readonly string[] = Object.entries<Definition>(definitions)
	.filter(([, { scope }]) => scope === "resource")
	.map(([name]) => name);

/** What a configuration file may say: the same settings as the editor's, by name, with a dot as one level more. */
export const Config = z.strictObject({
	$schema: z.string().optional().meta({ description: "Where the schema of this file is, for editors." }),
	...nested(),
});

/** The keys that may stand at a path of a configuration file. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
	const group = path[0];
	if (group === undefined) return [...new Set(configurable.map((name) => name.split(".")[0] as string))];
	return configurable.filter((name) => name.startsWith(`${String(group)}.`)).map((name) => name.slice(String(group).length + 1));
}

function nested(): Record<string, z.ZodType> {
	const top: Record<string, z.ZodType> = {};
	for (const key of keysAt([])) {
		const inner = keysAt([key]);
		top[key] =
			inner.length === 0
				? described(key)
				: z.strictObject(Object.fromEntries(inner.map((name) => [name, described(`${key}.${name}`)]))).optional();
	}
	return top;
}

/** A setting's schema with what an editor shows of it. `markdownDescription` and `markdownEnumDescriptions` are VS Code's words. */
function described(name: string): z.ZodType {
	const { schema, doc, default: fallback, valueDocs } = (definitions as Readonly<Record<string, Definition>>)[name] as Definition;
	const words = {
		description: doc,
		markdownDescription: doc,
		default: fallback,
		...(valueDocs && { markdownEnumDescriptions: valueDocs }),
	};
	return schema.optional().meta(words);
}
