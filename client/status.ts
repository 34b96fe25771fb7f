import * as vscode from "vscode";
import type { CheckedParams } from "../server/protocol.ts";

/** The counts of the article in the active editor, in the status bar. */
export class Status implements vscode.Disposable {
	readonly #item: vscode.StatusBarItem;
	readonly #latest = new Map<string, CheckedParams>();
	readonly #disposables: vscode.Disposable[];

	constructor() {
		this.#item = vscode.window.createStatusBarItem("plumbline.status", vscode.StatusBarAlignment.Right, 90);
		this.#item.name = "Plumbline";
		this.#disposables = [
			this.#item,
			vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
			vscode.workspace.onDidCloseTextDocument((document) => this.#latest.delete(document.uri.toString())),
		];
	}

	/** Keeps what a check found and shows it, if its article is the one in front. */
	show(params: CheckedParams): void {
		this.#latest.set(vscode.Uri.parse(params.uri).toString(), params);
		this.#update();
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}

	#update(): void {
		const uri = vscode.window.activeTextEditor?.document.uri.toString();
		const latest = uri === undefined ? undefined : this.#latest.get(uri);
		if (!latest) {
			this.#item.hide();
			return;
		}
		const { counts, packs } = latest;
		const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
		const wrong = counts.contradicted + counts.inconsistent;
		const doubtful = counts.outdated + counts.imprecise + counts.disputed;
		const checked = total - counts.unreferenced;
		// Where nothing could be checked a tick would say that all is right.
		const right = checked > 0 ? "$(check)" : "$(circle-outline)";
		const icon = wrong > 0 ? "$(error)" : doubtful > 0 ? "$(warning)" : right;
		this.#item.text = `${icon} ${vscode.l10n.t("{0} of {1} checked", checked, total)}`;
		const lines = [
			vscode.l10n.t(
				"{0} wrong, {1} doubtful, {2} right, {3} without a reference",
				wrong,
				doubtful,
				counts.supported + counts.reviewed,
				counts.unreferenced,
			),
			packs === 0
				? vscode.l10n.t("No reference pack is set up for this article. Select to add one.")
				: vscode.l10n.t("Select to go to the next finding."),
		];
		this.#item.tooltip = lines.join("\n");
		this.#item.accessibilityInformation = { label: `Plumbline: ${this.#item.text.replace(/\$\([a-z-]+\) /, "")}. ${lines[0]}` };
		this.#item.command = packs === 0 ? "plumbline.addPack" : "plumbline.nextFinding";
		this.#item.show();
	}
}
