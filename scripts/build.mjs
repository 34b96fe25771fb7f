// Bundles the extension's client, the server and the command line into dist/. `--watch` keeps doing it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { context } from "esbuild";
import { licences } from "./licences.mjs";

// Of the manifest nothing but the version is asked for; the rest is as long as a room of the checker.
const manifest = {
	name: "version of the manifest",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
			if (resolve(path) !== resolve("package.json")) return undefined;
			return { contents: JSON.stringify({ version: JSON.parse(readFileSync(path, "utf8")).version }), loader: "json" };
		});
	},
};
// Bundles are ASCII, so that V8 keeps their text with one byte a character: a single quotation mark makes it two. esbuild escapes what stands in texts, but
// leaves regular expressions as they are.
const ascii = {
	name: "ASCII alone",
	setup({ onLoad, onEnd }) {
		onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
			const text = readFileSync(path, "utf8");
			if (!/[^\0-\x7f]/.test(text)) return undefined;
			if (/\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(text)) throw new Error(`${path} has a character that an escape would change`);
			const contents = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
			return { contents, loader: /ts$/.test(path) ? "ts" : "js" };
		});
		onEnd(({ metafile }) => {
			for (const file of Object.keys(metafile?.outputs ?? {}))
				if (/js$/.test(file) && /[^\0-\x7f]/.test(readFileSync(file, "latin1"))) throw new Error(`${file} is not ASCII`);
		});
	},
};
// Commander can start programs, and loads what that takes at once: a sixth of what Node itself loads. No command of ours is such a program.
const commander = {
	name: "commander without programs of its own",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => {
			const text = readFileSync(path, "utf8");
			const contents = text.replace("const childProcess = require('node:child_process');", "");
			if (contents === text) throw new Error(`${path} loads child_process in another way`);
			return { contents: contents.replaceAll("childProcess.", "require('node:child_process')."), loader: "js" };
		});
	},
};
// Libraries that a check seldom needs, by what is asked of them: they are made ready when they are first called, which spares each start 4 ms.
const SELDOM = {
	entities: "export const decodeHTMLStrict = (text) => require('entities').decodeHTMLStrict(text);",
	re2js:
		"export const RE2JS = { compile: (source) => require('re2js').RE2JS.compile(source), " +
		"translateRegExp: (source) => require('re2js').RE2JS.translateRegExp(source) };",
	"natural/lib/natural/distance/levenshtein_distance.js":
		"const load = () => require('natural/lib/natural/distance/levenshtein_distance.js');" +
		"export default { DamerauLevenshteinDistance: (...all) => load().DamerauLevenshteinDistance(...all) };",
};
const seldom = {
	name: "seldom needed",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^(?:entities|re2js|natural\/lib\/natural\/distance\/levenshtein_distance\.js)$/ }, ({ path, kind }) =>
			kind === "import-statement" ? { path, namespace: "seldom" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "seldom" }, ({ path }) => ({ contents: SELDOM[path], resolveDir: "." }));
	},
};
// What Node is made of, as `require` gives it: to import a part loads all that the part may lazily load, such as streams with files, which is 8 ms of a start.
const parts = {
	name: "Node's parts by require",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
			namespace === "part" ? { path, external: true } : { path, namespace: "part" },
		);
		onLoad({ filter: /.*/, namespace: "part" }, ({ path }) => ({ contents: `module.exports = require("${path}")` }));
	},
};
const shared = {
	bundle: true,
	platform: "node",
	target: "node22",
	sourcemap: "linked",
	minify: true,
	// Libraries with a "module" entry come as ES modules: jsonc-parser's other one loads its parts by names that a bundle does not have.
	mainFields: ["module", "main"],
	logLevel: "warning",
	// Every licence is told in one file.
	legalComments: "none",
	metafile: true,
	plugins: [manifest, commander, seldom, ascii],
};
const browser = { platform: "browser", target: "es2023" };
// An ESM bundle of CommonJS libraries needs `require`.
const require = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";
// Bundles of ES modules share what they have in common, and load the rest when it is first needed.
const modules = { ...shared, format: "esm", splitting: true, outdir: "dist", outExtension: { ".js": ".mjs" }, banner: { js: require } };
const url = 'const __url=require("node:url").pathToFileURL(__filename).href;';
const bundles = [
	// The command line, and what loads it: one script, since V8 keeps what it has compiled by script.
	{
		...shared,
		entryPoints: ["server/node/command-line.ts"],
		outfile: "dist/command-line.cjs",
		format: "cjs",
		define: { "import.meta.url": "__url" },
		banner: { js: url },
		// A script that is run by hand has no `import()`.
		supported: { "dynamic-import": false },
	},
	{
		...shared,
		entryPoints: { cli: "server/node/cli.ts", "check-worker": "server/node/check/thread.ts" },
		outdir: "dist",
		outExtension: { ".js": ".mjs" },
		format: "esm",
		banner: { js: require },
		plugins: [...shared.plugins, parts],
	},
	// What other programs import, and the server of other editors.
	{
		...modules,
		entryPoints: { index: "server/node/library.ts", "language-server": "server/node/language-server/main.ts" },
		chunkNames: "index-[name]-[hash]",
	},
	// The threads of the pool that checks many articles.
	{ ...shared, entryPoints: ["node_modules/tinypool/dist/entry/worker.js"], outfile: "dist/entry/worker.js", format: "esm" },
	{ ...modules, entryPoints: { server: "server/node/language-server/extension-server.ts" }, chunkNames: "server-[name]-[hash]" },
	// VS Code loads an extension with `require` and gives it the module `vscode`. The first file starts the server and loads the second.
	{ ...shared, entryPoints: ["client/node.ts"], outfile: "dist/client.cjs", format: "cjs", external: ["vscode", "./client-desktop.cjs"] },
	{ ...shared, entryPoints: ["client/desktop.ts"], outfile: "dist/client-desktop.cjs", format: "cjs", external: ["vscode"] },
	{ ...shared, ...browser, entryPoints: ["client/web.ts"], outfile: "dist/client.web.cjs", format: "cjs", external: ["vscode"] },
	// Papa Parse asks for Node's streams only when it is given one.
	{ ...shared, ...browser, entryPoints: ["server/web/worker.ts"], outfile: "dist/server.web.js", format: "iife", external: ["stream"] },
];
const metafiles = [];
const watch = process.argv.includes("--watch");
for (const bundle of bundles) {
	const built = await context(bundle);
	if (watch) await built.watch();
	else {
		metafiles.push((await built.rebuild()).metafile);
		await built.dispose();
	}
}
if (!watch) {
	writeFileSync("dist/THIRD-PARTY-LICENCES.txt", licences(metafiles));
	// Parts are named by what they hold: those of earlier builds would stay for ever.
	const made = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs)));
	for (const file of readdirSync("dist")) if (/^(?:cli|index|server)-/.test(file) && !made.has(`dist/${file}`)) rmSync(`dist/${file}`);
}
