import * as vscode from "vscode";
import type { DocumentSelector } from "vscode-languageclient";

/** Which documents are articles: those in the languages that the setting names. */
export class Articles implements vscode.Disposable {
	/** What the client tells the server of: articles, in whatever file system they lie or in none, and the files that packs and settings are made of. */
	readonly selector: DocumentSelector = [];
	readonly #listening: vscode.Disposable;

	/** `changed` is told when other languages hold articles from now on. */
	constructor(changed: () => void) {
		this.#read();
		const tell = () => tellInFront(vscode.window.activeTextEditor?.document);
		this.#listening = vscode.Disposable.from(
			vscode.window.onDidChangeActiveTextEditor(tell),
			// A document whose language has changed is opened anew.
			vscode.workspace.onDidOpenTextDocument(tell),
			vscode.workspace.onDidChangeConfiguration((change) => {
				if (!change.affectsConfiguration("plumbline.languages")) return;
				this.#read();
				tell();
				changed();
			}),
		);
		tell();
	}

	dispose(): void {
		this.#listening.dispose();
	}

	#read(): void {
		this.selector.splice(0, this.selector.length, ...languages().map((language) => ({ language })), {
			pattern: "**/{*.csv,*.tsv,plumbline.config.json,datapackage.json,datapackage.yaml,datapackage.yml}",
		});
	}
}

/** Whether a document is in a language of articles. */
export function isArticle({ languageId }: vscode.TextDocument): boolean {
	return languages().includes(languageId);
}

function languages(): readonly string[] {
	return vscode.workspace.getConfiguration("plumbline").get<string[]>("languages", ["markdown"]);
}

/** The keys for claims are those of articles alone: the manifest asks for this. */
function tellInFront(document: vscode.TextDocument | undefined): void {
	void vscode.commands.executeCommand("setContext", "plumbline.articleInFront", document !== undefined && isArticle(document));
}
