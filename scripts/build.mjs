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
	plugins: [manifest],
};
const browser = { platform: "browser", target: "es2023" };
// An ESM bundle of CommonJS libraries needs `require`.
const require = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";
// Bundles of ES modules share what they have in common, and load the rest when it is first needed.
const modules = { ...shared, format: "esm", splitting: true, outdir: "dist", outExtension: { ".js": ".mjs" }, banner: { js: require } };
const bundles = [
	{
		...modules,
		entryPoints: {
			cli: "server/node/cli.ts",
			// What checks many articles at once.
			"check-worker": "server/node/check/check-worker.ts",
			// What other programs import.
			index: "server/node/library.ts",
		},
		chunkNames: "cli-[name]-[hash]",
	},
	// The threads of the pool that checks many articles.
	{ ...shared, entryPoints: ["node_modules/tinypool/dist/entry/worker.js"], outfile: "dist/entry/worker.js", format: "esm" },
	{ ...modules, entryPoints: { server: "server/node/extension-server.ts" }, chunkNames: "server-[name]-[hash]" },
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
	for (const file of readdirSync("dist")) if (/^(?:cli|server)-/.test(file) && !made.has(`dist/${file}`)) rmSync(`dist/${file}`);
}
