import { type Node, parse } from "acorn";
import { ancestor } from "acorn-walk";
import { transformSync } from "esbuild";

/** What is passed by: it is translated, told to nobody but whoever reads a log, or no words. */
const PASSED = /^(?:vscode\.l10n\.t|t|say|phrase|new Error|import|new RegExp|new Set|new Map|new CallError|new ToolError)\b/;

/** Names are the same in every language. */
export const NAMES: ReadonlySet<string> = new Set(["Plumbline"]);

/** Words in a file that are shown untranslated: sentences, and anything that is given as a title, a label or the like. */
export function bareWordsIn(source: string): string[] {
	const { code } = transformSync(source, { loader: "ts", target: "esnext" });
	const found: string[] = [];
	const look = (text: string, ancestors: readonly Node[]) => {
		const around = ancestors.slice(0, -1);
		if (around.some((node) => PASSED.test(code.slice(node.start, node.end)) && /^(?:Call|New|Import)/.test(node.type))) return;
		const parent = ancestors.at(-2) as Node & { readonly key?: { readonly name?: string }; readonly left?: Node };
		// `case "nothing known":` and `kind === "nothing known"` compare what is no text for a reader, and so do the names of kinds themselves.
		if (parent?.type === "SwitchCase" || (parent?.type === "BinaryExpression" && /[=!]==/.test(code.slice(parent.start, parent.end))))
			return;
		const given =
			parent?.type === "Property" ? parent.key?.name : parent?.left && code.slice(parent.left.start, parent.left.end).split(".").at(-1);
		if (given === "kind") return;
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
