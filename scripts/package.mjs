// Packs the extension into plumbline.vsix, and the command line with the library into plumbline.tgz for npm. Neither holds node_modules or needs any.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fail, root, run, setup } from "./setup.mjs";

const NAME = "plumbline.vsix";
const TARBALL = "plumbline.tgz";
const LIMIT = 5_000_000;

setup();
// `vsce` runs the script `vscode:prepublish` first, which builds.
// The project names no repository, so links of the README stay as they are.
const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
rmSync(path.join(root, NAME), { force: true });
const packed = await run("vsce", ["package", ...options, "--out", NAME], { timeout: 180_000 });
if (packed.status !== 0) fail(packed.output);
tell(NAME);
await packForNpm();
tell(TARBALL);

function tell(name) {
	const { size } = statSync(path.join(root, name));
	if (size > LIMIT) fail(`${name} is ${size} bytes, more than ${LIMIT}. vsce ls --tree and tar -tf say what is in them.`);
	console.log(`${name}: ${(size / 1e6).toFixed(2)} MB`);
}

/** The bundles are built by now. The package is put together in a folder of its own, since its manifest is not the extension's. */
async function packForNpm() {
	// The suite `types` checks; here the declarations of three files are written.
	const types = await run("tsc", ["-p", "scripts/tsconfig.declarations.json"], { timeout: 180_000 });
	if (types.status !== 0) fail(types.output);
	const folder = path.join(root, ".build", "npm");
	const dist = path.join(folder, "dist");
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(dist, { recursive: true });
	const isOfTheEditor = (file) => /^(?:client|server)\b/.test(file) || file.endsWith(".map");
	const kept = readdirSync(path.join(root, "dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	for (const entry of kept) {
		const from = path.join(entry.parentPath, entry.name);
		const name = path.relative(path.join(root, "dist"), from);
		if (!isOfTheEditor(name)) cpSync(from, path.join(dist, name));
	}
	// The declarations of the library, and of the two files without imports that it speaks of.
	const declared = (file, place) => {
		const text = readFileSync(path.join(root, ".build", "declarations", file), "utf8");
		writeFileSync(
			path.join(dist, place),
			text.replaceAll("../review/contract.ts", "./contract.js").replaceAll("../verdicts/tolerances.ts", "./tolerances.js"),
		);
	};
	declared("node/library.d.ts", "index.d.ts");
	declared("review/contract.d.ts", "contract.d.ts");
	declared("verdicts/tolerances.d.ts", "tolerances.d.ts");
	for (const file of ["README.md", "CHANGELOG.md", "LICENSE"]) cpSync(path.join(root, file), path.join(folder, file));
	for (const part of ["docs", "images", "schemas", "packs"]) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
	writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(npmManifest(), undefined, "\t")}\n`);
	const packed = await run("npm", ["pack", folder, "--pack-destination", path.join(root, ".build"), "--json", "--loglevel=error"]);
	const name = packed.status === 0 && /"filename": "([^"]+)"/.exec(packed.output)?.[1];
	if (!name) fail(packed.output);
	renameSync(path.join(root, ".build", name), path.join(root, TARBALL));
}

function npmManifest() {
	const { name, version, license, keywords } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
	return {
		name,
		version,
		description:
			"Checks the figures, dates and quotations of news articles against a newsroom's own reference packs. Nothing leaves the machine.",
		license,
		keywords,
		type: "module",
		engines: { node: ">=22.13" },
		bin: { plumbline: "dist/cli.mjs" },
		exports: {
			".": { types: "./dist/index.d.ts", default: "./dist/index.mjs" },
			"./schemas/*": "./schemas/*",
			"./package.json": "./package.json",
		},
	};
}
