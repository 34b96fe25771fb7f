// Bundles the extension's client, the server and the command line into dist/. `--watch` keeps doing it.
import { context } from "esbuild";

const shared = {
	bundle: true,
	platform: "node",
	target: "node22",
	sourcemap: "linked",
	minify: true,
	logLevel: "warning",
	legalComments: "linked",
};
const bundles = [
	// An ESM bundle of CommonJS libraries needs `require`.
	{
		...shared,
		entryPoints: ["server/node/cli.ts"],
		outfile: "dist/cli.mjs",
		format: "esm",
		banner: { js: "#!/usr/bin/env node\nimport{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
	},
];
const watch = process.argv.includes("--watch");
for (const bundle of bundles) {
	const built = await context(bundle);
	if (watch) await built.watch();
	else {
		await built.rebuild();
		await built.dispose();
	}
}
