// The licences of what is in the bundles: most of them ask that their text goes with every copy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

/**
 * The text of `dist/THIRD-PARTY-LICENCES.txt`: each package that any of these bundles holds a file of, with its version, its licence and the words of it.
 * `metafiles` are esbuild's. Throws when a package names no licence.
 */
export function licences(metafiles) {
	const folders = new Set();
	for (const { outputs } of metafiles)
		for (const { inputs } of Object.values(outputs)) {
			// What was read but left out entirely has no bytes in any bundle.
			for (const [file, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) folders.add(packageOf(file));
		}
	folders.delete(undefined);
	const sections = [...folders].sort().map(section);
	return `${HEAD}\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}

const HEAD = `Plumbline's bundles hold parts of the packages below, each under its own licence.\n`;

/** The folder of the package that a file belongs to: `node_modules/@scope/name`. */
function packageOf(file) {
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

function section(folder) {
	const { name, version, license, licenses, author, repository } = JSON.parse(
		readFileSync(path.join(root, folder, "package.json"), "utf8"),
	);
	const kind = license?.type ?? license ?? licenses?.map(({ type }) => type).join(" or ");
	if (!kind) throw new Error(`${name} names no licence: see that it may be shipped, and how`);
	const where = repository?.url ?? repository ?? "";
	const words = readdirSync(path.join(root, folder)).find((file) => /^(?:licen[cs]e|copying)\b/i.test(file));
	const own = words && existsSync(path.join(root, folder, words)) ? readFileSync(path.join(root, folder, words), "utf8").trim() : undefined;
	const by = author?.name ?? author ?? "its authors";
	return `${name} ${version}\n${kind}${where ? `, ${where}` : ""}\n\n${own ?? `The package holds no copy of its licence. Copyright ${by}.`}\n`;
}
