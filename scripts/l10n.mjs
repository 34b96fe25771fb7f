// Writes the words of the client and of the server into l10n/bundle.l10n.json, from which translators start.
// `--check` writes nothing and fails when the file is not what the code says.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { transformSync } from "esbuild";

const root = new URL("../", import.meta.url);
const bundle = new URL("l10n/bundle.l10n.json", root);

const messages = ["client/", "server/"].flatMap((folder) =>
	readdirSync(new URL(folder, root), { recursive: true })
		.filter((name) => name.endsWith(".ts") && name !== "language/language.ts")
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

/**
 * What a file has translated: the first argument for VS Code and of `phrase`, the second of `say` in server/language. A message that is put together at
 * run time can't be translated and is refused; one may be chosen there between several.
 */
function messagesIn(name) {
	const source = readFileSync(new URL(name, root), "utf8");
	const places = new Map([
		["vscode.l10n.t", 0],
		// `const { t } = vscode.l10n`
		...(source.includes("= vscode.l10n;") ? [["t", 0]] : []),
		...(/\bphrase\b[^;]*?from "[./]*language\/phrase\.ts"/.test(source) ? [["phrase", 0]] : []),
		...(/\bsay\b[^;]*?from "[./]*language\/language\.ts"/.test(source) ? [["say", 1]] : []),
	]);
	const { code } = transformSync(source, { loader: "ts", target: "esnext" });
	const found = [];
	full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
		const place = node.type === "CallExpression" ? places.get(code.slice(node.callee.start, node.callee.end)) : undefined;
		if (place === undefined) return;
		const put = (message) => {
			if (message?.type === "ConditionalExpression") {
				put(message.consequent);
				put(message.alternate);
			} else if (message?.type === "Literal" && typeof message.value === "string") found.push(message.value);
			else throw new Error(`${name}: a message to translate is no plain string: ${code.slice(node.start, node.end)}`);
		};
		put(node.arguments[place]);
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
