import * as vscode from "vscode";
import type { CheckedParams } from "../../server/protocol.ts";

/** What lies in the folder of the example: an article and the pack that it is checked by. */
const ARTICLE = "article.md";
const FILES = [ARTICLE, "datapackage.json", "facts.csv"];

/** The example of the walkthrough: a copy of one's own, in the extension's own storage, so that it is there without a folder being open. */
export class Example {
	readonly #from: vscode.Uri;
	readonly #folder: vscode.Uri;

	constructor({ extensionUri, globalStorageUri }: vscode.ExtensionContext) {
		this.#from = vscode.Uri.joinPath(extensionUri, "examples", "first");
		this.#folder = vscode.Uri.joinPath(globalStorageUri, "example");
	}

	/** Opens it as it was at first, beside what is in front, unless there are changes that have not been saved. */
	async open(): Promise<void> {
		const article = vscode.Uri.joinPath(this.#folder, ARTICLE);
		const isBeingChanged = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === article.toString());
		if (!isBeingChanged) {
			await vscode.workspace.fs.createDirectory(this.#folder);
			for (const name of FILES) {
				const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#from, name));
				await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, name), content);
			}
		}
		await vscode.window.showTextDocument(article, { viewColumn: vscode.ViewColumn.Beside, preview: false });
	}

	/** The walkthrough's second step is done once nothing in the example is wrong. */
	update({ uri, counts }: CheckedParams): void {
		const article = vscode.Uri.joinPath(this.#folder, ARTICLE).toString();
		if (vscode.Uri.parse(uri).toString() !== article) return;
		void vscode.commands.executeCommand("setContext", "plumbline.exampleMended", counts.contradicted === 0 && counts.supported > 0);
	}
}
