import { findNodeAtOffset, getLocation, getNodePath, type JSONPath, type Node, parseTree } from "jsonc-parser";

/** As much of a JSON Schema as ours uses. */
export interface Schema {
	readonly description?: string;
	readonly $ref?: string;
	readonly definitions?: Readonly<Record<string, Schema>>;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
	readonly allOf?: readonly Schema[];
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
}

/** What may be written somewhere: the text in quotation marks, and what it means. */
export interface Proposal {
	readonly text: string;
	readonly description?: string;
	/** It is a key, which a value comes behind. */
	readonly isKey: boolean;
}

/** Whether a descriptor names a schema of its own: an editor then takes that one and no other, and cannot explain what is ours. */
export function namesSchema(text: string): boolean {
	return schemaOf(parseTree(text)) !== undefined;
}

/** What a schema says of the key or the value at an offset, and where that stands; undefined when it says nothing. */
export function explained(text: string, offset: number, schema: Schema): { words: string; offset: number; length: number } | undefined {
	const root = parseTree(text);
	const node = root && findNodeAtOffset(root, offset);
	if (!node || node.type === "object" || node.type === "array") return undefined;
	const path = getNodePath(node);
	const words = at(schema, path, root).find(({ description }) => description !== undefined)?.description;
	return words === undefined ? undefined : { words, offset: node.offset, length: node.length };
}

/** What may be written at an offset. */
export function proposals(text: string, offset: number, schema: Schema): Proposal[] {
	const { path, isAtPropertyKey } = getLocation(text, offset);
	const root = parseTree(text);
	if (!isAtPropertyKey)
		return at(schema, path, root).flatMap(({ const: only, enum: all = only === undefined ? [] : [only] }) =>
			all.flatMap((value) => (typeof value === "string" ? [{ text: value, isKey: false }] : [])),
		);
	const around = path.slice(0, -1);
	const there = new Set(Object.keys((valueAt(root, around) as object | undefined) ?? {}));
	const found = new Map<string, Proposal>();
	for (const { properties = {} } of at(schema, around, root))
		for (const [key, own] of Object.entries(properties)) {
			if (there.has(key) || found.has(key)) continue;
			const description = parts(own, schema, undefined).find((part) => part.description !== undefined)?.description;
			found.set(key, { text: key, isKey: true, ...(description !== undefined && { description }) });
		}
	return [...found.values()];
}

/** All that a schema says of a place of a document. */
function at(schema: Schema, path: JSONPath, root: Node | undefined): Schema[] {
	let here = parts(schema, schema, valueAt(root, []));
	for (const [i, key] of path.entries()) {
		const value = valueAt(root, path.slice(0, i + 1));
		here = here
			.flatMap(({ properties, additionalProperties, items }) => {
				if (typeof key === "number") return items ? [items] : [];
				const own = properties?.[key] ?? additionalProperties;
				return typeof own === "object" ? [own] : [];
			})
			.flatMap((part) => parts(part, schema, value));
	}
	return here;
}

/** A schema and what it is put together from. Of alternatives those that a value has not left behind, by the keys that only some of them allow such a value. */
function parts(schema: Schema, root: Schema, value: unknown): Schema[] {
	const referred = schema.$ref === undefined ? undefined : root.definitions?.[schema.$ref.replace("#/definitions/", "")];
	const all = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
	const fitting = all.filter(({ properties = {} }) =>
		Object.entries(properties).every(([key, { const: only }]) => {
			const own = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
			return only === undefined || own === undefined || own === only;
		}),
	);
	const alternatives = fitting.length > 0 ? fitting : all;
	return [
		schema,
		...[...(referred ? [referred] : []), ...(schema.allOf ?? []), ...alternatives].flatMap((part) => parts(part, root, value)),
	];
}

function valueAt(root: Node | undefined, path: JSONPath): unknown {
	let node = root;
	for (const key of path)
		node =
			typeof key === "number" ? node?.children?.[key] : node?.children?.find((child) => child.children?.[0]?.value === key)?.children?.[1];
	return node && plain(node);
}

/** An object's own keys with their values, as far as those are plain; a value itself. */
function plain({ type, children = [], value }: Node): unknown {
	if (type !== "object") return value;
	return Object.fromEntries(children.map(({ children: [key, own] = [] }) => [key?.value as string, own?.value as unknown]));
}

function schemaOf(root: Node | undefined): unknown {
	const value = valueAt(root, ["$schema"]);
	return typeof value === "string" ? value : undefined;
}
