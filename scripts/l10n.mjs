// Writes the words of the client, and the titles and headings of the server, into l10n/bundle.l10n.json, from which translators start.
// `--check` writes nothing and fails when the file is not what the code says.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { transformSync } from "esbuild";

const root = new URL("../", import.meta.url);
const bundle = new URL("l10n/bundle.l10n.json", root);

const messages = ["client/", "server/features/"].flatMap((folder) =>
	readdirSync(new URL(folder, root), { recursive: true })
		.filter((name) => name.endsWith(".ts"))
		.flatMap((name) => messagesIn(`${folder}${name}`)),
);
const text = `${JSON.stringify(Object.fromEntries([...new Set(messages)].sort().map((message) => [message, message])), undefined, "\t")}\n`;
if (process.argv.includes("--check")) {
	if (read() !== text) {
		console.error('l10n/bundle.l10n.json is not what the code says. Run "npm run l10n".');
		process.exitCode = 1;
	}
} else {
	mkdirSync(new URL(".", bundle), { recursive: true });
	if (read() !== text) writeFileSync(bundle, text);
}

/** What a file has translated: the first argument for VS Code, the second for `say` of server/features/wording/labels.ts. A message that is put together at run time can't be translated and is refused. */
function messagesIn(name) {
	const { code } = transformSync(readFileSync(new URL(name, root), "utf8"), { loader: "ts", target: "esnext" });
	const found = [];
	full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
		const called = node.type === "CallExpression" && code.slice(node.callee.start, node.callee.end);
		if (called !== "vscode.l10n.t" && called !== "say") return;
		const message = node.arguments[called === "say" ? 1 : 0];
		if (message?.type !== "Literal" || typeof message.value !== "string")
			throw new Error(`${name}: a message to translate is no plain string: ${code.slice(node.start, node.end)}`);
		found.push(message.value);
	});
	return found;
}

function read() {
	try {
		return readFileSync(bundle, "utf8");
	} catch {
		return undefined;
	}
}
