// Bundles the extension's client, the server and the command line into dist/. `--watch` keeps doing it.
import { writeFileSync } from "node:fs";
import { context } from "esbuild";
import { licences } from "./licences.mjs";

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
};
const browser = { platform: "browser", target: "es2023" };
// An ESM bundle of CommonJS libraries needs `require`.
const require = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";
const bundles = [
	{
		...shared,
		entryPoints: ["server/node/cli.ts"],
		outfile: "dist/cli.mjs",
		format: "esm",
		banner: { js: `#!/usr/bin/env node\n${require}` },
	},
	// What checks many articles at once, and the threads of the pool that it runs in.
	{ ...shared, entryPoints: ["server/node/check-worker.ts"], outfile: "dist/check-worker.mjs", format: "esm", banner: { js: require } },
	{ ...shared, entryPoints: ["node_modules/tinypool/dist/entry/worker.js"], outfile: "dist/entry/worker.js", format: "esm" },
	// What other programs import.
	{ ...shared, entryPoints: ["server/node/library.ts"], outfile: "dist/index.mjs", format: "esm", banner: { js: require } },
	{ ...shared, entryPoints: ["server/node/extension-server.ts"], outfile: "dist/server.mjs", format: "esm", banner: { js: require } },
	// VS Code loads an extension with `require` and gives it the module `vscode`.
	{ ...shared, entryPoints: ["client/node.ts"], outfile: "dist/client.cjs", format: "cjs", external: ["vscode"] },
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
if (!watch) writeFileSync("dist/THIRD-PARTY-LICENCES.txt", licences(metafiles));
