import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { transformSync } from "esbuild";

/** A regular expression of the server and where it was found. */
export interface Pattern {
	readonly source: string;
	readonly flags: string;
	readonly where: string;
}

/** Every regular expression below a folder: literals from the source, and those that modules build from lists when they are loaded. Each once. */
export async function collectPatterns(folder: string): Promise<Pattern[]> {
	const found = new Map<string, Pattern>();
	const add = (pattern: Pattern): void => {
		const key = `/${pattern.source}/${pattern.flags}`;
		if (!found.has(key)) found.set(key, pattern);
	};
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
	for (const file of files) for (const pattern of literals(path.join(folder, file), file)) add(pattern);
	// Modules that start a program when they are loaded stay out; they hold no reading code.
	const loadable = files.filter((file) => !file.startsWith("node") && !file.startsWith("web"));
	for (const pattern of await built(loadable.map((file) => path.join(folder, file)))) add(pattern);
	return [...found.values()];
}

function literals(file: string, where: string): Pattern[] {
	const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", format: "esm", target: "es2024" });
	const patterns: Pattern[] = [];
	simple(parse(code, { ecmaVersion: "latest", sourceType: "module" }), {
		Literal(node) {
			if (node.regex) patterns.push({ source: node.regex.pattern, flags: node.regex.flags, where });
		},
	});
	return patterns;
}

async function built(files: readonly string[]): Promise<Pattern[]> {
	const patterns: Pattern[] = [];
	const original = globalThis.RegExp;
	globalThis.RegExp = new Proxy(original, {
		construct(target, args: [string, string?]) {
			const made = new target(...args);
			// The stack names the module that builds the pattern; libraries' own patterns are not ours to check.
			const caller = /server\/([\w./-]+\.ts)/.exec(new Error().stack ?? "")?.[1];
			if (caller !== undefined) patterns.push({ source: made.source, flags: made.flags, where: caller });
			return made;
		},
	});
	try {
		for (const file of files) await import(`${pathToFileURL(file).href}?patterns`);
	} finally {
		globalThis.RegExp = original;
	}
	return patterns;
}
