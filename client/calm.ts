import * as vscode from "vscode";
import { type BaseLanguageClient, type DiagnosticProviderMiddleware, DocumentDiagnosticRequest, vsdiag } from "vscode-languageclient";

/**
 * Holds back what is marked under the caret while its user types: a figure that is half written is wrong by nature. As soon as the typing
 * rests, the marks are asked for again.
 */
export class Calm implements vscode.Disposable {
	readonly #lastChange = new Map<string, number>();
	readonly #waiting = new Map<string, NodeJS.Timeout>();
	readonly #listening: vscode.Disposable;
	#client: BaseLanguageClient | undefined;

	constructor() {
		this.#listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0) this.#lastChange.set(document.uri.toString(), Date.now());
		});
	}

	/** The client whose marks are held back. */
	attach(client: BaseLanguageClient): void {
		this.#client = client;
	}

	readonly middleware: DiagnosticProviderMiddleware = {
		provideDiagnostics: async (document, previousResultId, token, next) => {
			const report = await next(document, previousResultId, token);
			const uri = document instanceof vscode.Uri ? document : document.uri;
			const left = (this.#lastChange.get(uri.toString()) ?? 0) + REST_MS - Date.now();
			if (!report || report.kind !== vsdiag.DocumentDiagnosticReportKind.full || left <= 0) return report;
			const carets = caretsIn(uri);
			const items = report.items.filter(({ range }) => !carets.some((caret) => range.contains(caret)));
			if (items.length === report.items.length) return report;
			this.#askAgain(uri, left);
			// Without a name for them: the server is not to say that they are still the same.
			return { kind: report.kind, items };
		},
	};

	dispose(): void {
		this.#listening.dispose();
		for (const timer of this.#waiting.values()) clearTimeout(timer);
	}

	#askAgain(uri: vscode.Uri, after: number): void {
		const key = uri.toString();
		clearTimeout(this.#waiting.get(key));
		const ask = () => {
			this.#waiting.delete(key);
			const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
			const feature = this.#client?.getFeature(DocumentDiagnosticRequest.method);
			if (document) feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
		};
		this.#waiting.set(key, setTimeout(ask, after));
	}
}

/** How long typing must rest, in milliseconds. */
const REST_MS = 400;

function caretsIn(uri: vscode.Uri): vscode.Position[] {
	const editors = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
	return editors.flatMap(({ selections }) => selections.map(({ active }) => active));
}
