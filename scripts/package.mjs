// Packs the extension into plumbline.vsix: the bundles of dist/, the manifest, README and LICENSE, no node_modules.
import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { fail, root, run, setup } from "./setup.mjs";

const NAME = "plumbline.vsix";
const LIMIT = 5_000_000;

setup();
// `vsce` runs the script `vscode:prepublish` first, which builds.
// The project names no repository, so links of the README stay as they are.
const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
rmSync(path.join(root, NAME), { force: true });
const packed = await run("vsce", ["package", ...options, "--out", NAME], { timeout: 180_000 });
if (packed.status !== 0) fail(packed.output);
const { size } = statSync(path.join(root, NAME));
if (size > LIMIT) fail(`${NAME} is ${size} bytes, more than ${LIMIT}. vsce ls --tree says what is in it.`);
console.log(`${NAME}: ${(size / 1e6).toFixed(2)} MB`);
