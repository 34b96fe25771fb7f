import * as vscode from "vscode";
import { explained, namesSchema, proposals, type Schema } from "./schema-help.ts";

const DESCRIPTORS: vscode.DocumentSelector = { language: "json", pattern: "**/datapackage.json" };

/**
 * Explains and completes the keys of descriptors that name the schema of Data Package, as those of `plumbline pack init` do: VS Code then follows that
 * schema alone, which knows nothing of the property `plumbline`. The others are explained by the schema that the manifest contributes.
 */
export function helpWithDescriptors({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
	let reading: Promise<Schema> | undefined;
	const schema = (): Promise<Schema> => {
		reading ??= Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "schemas", "datapackage.schema.json"))).then(
			(bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Schema,
		);
		return reading;
	};
	const hovers = vscode.languages.registerHoverProvider(DESCRIPTORS, {
		async provideHover(document, position) {
			const text = document.getText();
			if (!namesSchema(text)) return undefined;
			const found = explained(text, document.offsetAt(position), await schema());
			if (!found) return undefined;
			const range = new vscode.Range(document.positionAt(found.offset), document.positionAt(found.offset + found.length));
			return new vscode.Hover(new vscode.MarkdownString().appendText(found.words), range);
		},
	});
	const completions = vscode.languages.registerCompletionItemProvider(
		DESCRIPTORS,
		{
			async provideCompletionItems(document, position) {
				const text = document.getText();
				if (!namesSchema(text)) return [];
				const found = proposals(text, document.offsetAt(position), await schema());
				// What is being written, its quotation marks included.
				const range = document.getWordRangeAtPosition(position, /"[^"\n]{0,200}"?/) ?? new vscode.Range(position, position);
				const isFollowed = /^\s*:/.test(document.lineAt(range.end.line).text.slice(range.end.character));
				return found.map((one) => {
					const item = new vscode.CompletionItem(
						one.text,
						one.isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.EnumMember,
					);
					item.filterText = `"${one.text}"`;
					item.insertText = one.isKey && !isFollowed ? `"${one.text}": ` : `"${one.text}"`;
					item.range = range;
					if (one.description !== undefined) item.documentation = one.description;
					return item;
				});
			},
		},
		'"',
	);
	return vscode.Disposable.from(hovers, completions);
}
