// Packs the extension into plumbline.vsix: the bundles of dist/, the manifest, README and LICENSE, no node_modules.
import { statSync } from "node:fs";
import path from "node:path";
import { fail, root, run, setup } from "./setup.mjs";

const NAME = "plumbline.vsix";
const LIMIT = 5_000_000;

setup();
// `vsce` runs the script `vscode:prepublish` first, which builds.
const packed = await run("vsce", ["package", "--no-dependencies", "--allow-missing-repository", "--out", NAME], { timeout: 180_000 });
if (packed.status !== 0) fail(packed.output);
const { size } = statSync(path.join(root, NAME));
if (size > LIMIT) fail(`${NAME} is ${size} bytes, more than ${LIMIT}. vsce ls --tree says what is in it.`);
console.log(`${NAME}: ${(size / 1e6).toFixed(2)} MB`);
