import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ExportParams, type ExportResult, exportRequest, type RevealTarget, revealCommand } from "../../server/protocol.ts";
import { show } from "../edits.ts";
import { writeFile } from "../files.ts";

/** Reports on articles: in panels of the editor, in the browser, in files. */
export class Reports implements vscode.Disposable {
	readonly #client: BaseLanguageClient;
	/** Where pages for the browser are kept until the editor is closed. */
	readonly #pages: vscode.Uri;
	/** By the article's URI. */
	readonly #panels = new Map<string, vscode.WebviewPanel>();

	constructor(context: vscode.ExtensionContext, client: BaseLanguageClient) {
		this.#client = client;
		this.#pages = vscode.Uri.joinPath(context.globalStorageUri, "reports");
	}

	/** Shows the report on the active article beside it. The page runs no script and fetches nothing; its links lead to the claims in the article. */
	async open(): Promise<void> {
		const article = this.#article();
		const html = article && (await this.#page(article, true));
		if (!article || html === undefined) return;
		const key = article.toString();
		let panel = this.#panels.get(key);
		if (!panel) {
			const made = vscode.window.createWebviewPanel(
				"plumbline.report",
				vscode.l10n.t("Report: {0}", nameOf(article)),
				{ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
				{ enableScripts: false, enableForms: false, enableCommandUris: [revealCommand], localResourceRoots: [], enableFindWidget: true },
			);
			made.onDidDispose(() => this.#panels.delete(key));
			this.#panels.set(key, made);
			panel = made;
		} else panel.reveal(undefined, true);
		panel.webview.html = html;
	}

	/** Shows the report in the browser, which can print it. Where the editor's files are not the browser's, a file is asked for. */
	async openInBrowser(): Promise<void> {
		const article = this.#article();
		if (!article) return;
		if (vscode.env.uiKind === vscode.UIKind.Web || vscode.env.remoteName !== undefined) return this.save();
		const html = await this.#page(article, false);
		if (html === undefined) return;
		const page = vscode.Uri.joinPath(this.#pages, `${nameOf(article)}.html`);
		await vscode.workspace.fs.writeFile(page, new TextEncoder().encode(html));
		await vscode.env.openExternal(page);
	}

	/** Writes the report into a file that its user chooses. */
	async save(): Promise<void> {
		const article = this.#article();
		const html = article && (await this.#page(article, false));
		if (!article || html === undefined) return;
		const defaultUri = article.scheme === "untitled" ? undefined : vscode.Uri.joinPath(article, "..", `${nameOf(article)}.html`);
		const target = await vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { HTML: ["html"] } });
		while (target && (await writeFile(target, html)) === "again");
	}

	/** Shows a claim in its article, where the article is open already or else in the first column. */
	async reveal(target: RevealTarget): Promise<void> {
		await show(this.#client, target, vscode.ViewColumn.One);
	}

	dispose(): void {
		for (const panel of [...this.#panels.values()]) panel.dispose();
		vscode.workspace.fs.delete(this.#pages, { recursive: true }).then(undefined, () => {}); // most often there is none
	}

	/** The article of the panel in front, else the one that is being written. Says so when there is none. */
	#article(): vscode.Uri | undefined {
		const [shown] = [...this.#panels].find(([, panel]) => panel.active) ?? [];
		const article = shown === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(shown);
		if (!article) sayNone();
		return article;
	}

	async #page(article: vscode.Uri, inEditor: boolean): Promise<string | undefined> {
		const params: ExportParams = { uri: this.#client.code2ProtocolConverter.asUri(article), ...(inEditor && { inEditor }) };
		const { html } = await this.#client.sendRequest<ExportResult>(exportRequest, params);
		if (html === undefined) sayNone();
		return html;
	}
}

function sayNone(): void {
	void vscode.window.showInformationMessage(vscode.l10n.t("Open an article first: its claims are what a report is about."));
}

function nameOf(article: vscode.Uri): string {
	return (article.path.split("/").at(-1) ?? "").replace(/\.\w{1,10}$/, "");
}
