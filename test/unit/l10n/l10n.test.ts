import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type Node, parse } from "acorn";
import { ancestor } from "acorn-walk";
import { transformSync } from "esbuild";
import { languageOf, say } from "../../../server/language/language.ts";

const root = new URL("../../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("package.nls.json", root), "utf8"));

/** Keys of the manifest whose values somebody reads. */
const READ = new Set([
	"title",
	"description",
	"name",
	"displayName",
	"userDescription",
	"markdownDescription",
	"contents",
	"contextualTitle",
]);

/** Names are the same in every language. */
const NAMES = new Set(["Plumbline"]);

describe("what a user reads", () => {
	it("stands in the manifest by its key, in titles and descriptions alike", () => {
		const bare = [...readIn(manifest.contributes, "contributes")].filter(([, text]) => !NAMES.has(text) && !/^%[\w.]+%$/.test(text));
		assert.deepEqual(bare, []);
	});

	it("has a text for every key of the manifest, and no text that nothing uses", () => {
		const keys = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key as string);
		assert.deepEqual(
			keys.filter((key) => texts[key] === undefined),
			[],
		);
		assert.deepEqual(
			Object.keys(texts).filter((key) => !keys.includes(key)),
			[],
		);
	});

	for (const name of readdirSync(new URL("client/", root)).filter((file) => file.endsWith(".ts"))) {
		it(`goes through VS Code's localisation in client/${name}`, () => {
			assert.deepEqual(bareWordsIn(readFileSync(new URL(`client/${name}`, root), "utf8")), []);
		});
	}

	it("is in the editor's language where there is a text, in English where there is none, with values as they are", () => {
		const german = languageOf({ "Cite “{0}” of {1}": "{1}: „{0}“ belegen" }, "de");
		assert.equal(say(german, "Cite “{0}” of {1}", "a $& {1}", 2025), "2025: „a $& {1}“ belegen");
		assert.equal(say(german, "Sign off “{0}”", "$42"), "Sign off “$42”");
		assert.equal(say(undefined, "and {0} more", 3), "and 3 more");
	});

	it("is noticed by this test when it does not", () => {
		assert.deepEqual(bareWordsIn('vscode.window.showInformationMessage("No pack here");'), ["No pack here"]);
		assert.deepEqual(bareWordsIn("item.tooltip = `Some claims are open`;"), ["Some claims are open"]);
		assert.deepEqual(bareWordsIn('item.label = vscode.l10n.t("No pack here");'), []);
		assert.deepEqual(bareWordsIn('show({ title: "Signed" });'), ["Signed"]);
	});
});

/** What stands under the keys that are read, however deep. Names of properties and patterns of settings are not for reading. */
function* readIn(value: unknown, path: string): Generator<[string, string]> {
	if (typeof value !== "object" || value === null) return;
	for (const [key, child] of Object.entries(value)) {
		const place = `${path}.${key}`;
		// Schemas of tools are for models, grammars and commands are named, not read.
		if (/\.(?:inputSchema|jsonValidation|grammars)$/.test(place)) continue;
		if (typeof child === "string" && READ.has(key) && !/\.languageModelTools\.\d+\.name$/.test(place)) yield [place, child];
		else yield* readIn(child, place);
	}
}

/** Words in a file of the client that are shown untranslated: sentences, and anything that is given as a title, a label or the like. */
function bareWordsIn(source: string): string[] {
	const { code } = transformSync(source, { loader: "ts", target: "esnext" });
	const found: string[] = [];
	const look = (text: string, ancestors: readonly Node[]) => {
		const around = ancestors.slice(0, -1).map((node) => code.slice(node.start, node.end));
		if (around.some((text) => /^(?:vscode\.l10n\.t|new Error|import)\b/.test(text))) return;
		const parent = ancestors.at(-2) as Node & { readonly key?: { readonly name?: string }; readonly left?: Node };
		const given =
			parent?.type === "Property" ? parent.key?.name : parent?.left && code.slice(parent.left.start, parent.left.end).split(".").at(-1);
		const isSentence = /\p{L}{2,} +\p{L}{2,}/u.test(text);
		const isLabel =
			/^(?:title|prompt|placeHolder|label|detail|description|tooltip|message|name)$/.test(given ?? "") && /^\p{Lu}\p{Ll}+/u.test(text);
		if ((isSentence || isLabel) && !NAMES.has(text)) found.push(text);
	};
	ancestor(parse(code, { ecmaVersion: "latest", sourceType: "module" }), {
		Literal: (node, _state, ancestors) => typeof node.value === "string" && look(node.value, ancestors),
		TemplateElement: (node, _state, ancestors) => look(node.value.cooked ?? "", ancestors),
	});
	return found;
}
