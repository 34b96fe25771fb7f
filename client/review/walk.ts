import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClaimItem } from "../../server/protocol.ts";
import { claimsOf } from "../caret.ts";
import { rangeOf } from "../edits.ts";
import { isFinding, verdictLabel } from "./claims-view.ts";

/** Takes the caret from claim to claim. What it has come to stands in the status bar, with a role by which screen readers say it. */
export class Walk implements vscode.Disposable {
	readonly #client: BaseLanguageClient;
	readonly #item: vscode.StatusBarItem;
	readonly #leaving: vscode.Disposable;
	/** Where the last step led, and to which claim, as long as the caret stays there. */
	#at: { readonly document: vscode.TextDocument; readonly position: vscode.Position; readonly id: string } | undefined;
	/** The caret has been sent somewhere, and has not been told to be there. */
	#isOnItsWay = false;
	#going: Promise<void> = Promise.resolve();

	constructor(client: BaseLanguageClient) {
		this.#client = client;
		this.#item = vscode.window.createStatusBarItem("plumbline.walk", vscode.StatusBarAlignment.Left);
		this.#item.name = vscode.l10n.t("Plumbline: the claim at the caret");
		this.#leaving = vscode.Disposable.from(
			vscode.window.onDidChangeActiveTextEditor((editor) => {
				if (editor?.document !== this.#at?.document) this.#hide();
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection], kind }) => {
				if (this.#at && textEditor.document !== this.#at.document) return;
				const isThere = this.#at !== undefined && selection?.active.isEqual(this.#at.position) === true;
				// What is told before the caret has arrived is of where it was, unless a key or the mouse has moved it.
				if (isThere) this.#isOnItsWay = false;
				else if (!this.#isOnItsWay || byHand.includes(kind)) this.#hide();
			}),
		);
	}

	/** Moves to the next claim, or to the one before it, round the end of the article; with `findingsOnly` to those that are not in order. Shows its hover. */
	go(step: 1 | -1, findingsOnly: boolean): Promise<void> {
		// Keys come faster than answers: each step begins where the one before has led.
		const going = this.#going.then(() => this.#go(step, findingsOnly));
		this.#going = going.catch(() => {});
		return going;
	}

	async #go(step: 1 | -1, findingsOnly: boolean): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		if (!editor) return;
		const claims = await claimsOf(this.#client, this.#client.code2ProtocolConverter.asUri(editor.document.uri));
		const stops = findingsOnly ? claims.filter(({ verdict }) => isFinding(verdict)) : claims;
		// Claims may begin at one place, one in another: from where the last step led, the next one goes on in order.
		const last = this.#at?.position.isEqual(editor.selection.active) ? stops.findIndex(({ id }) => id === this.#at?.id) : -1;
		const target = last < 0 ? neighbour(stops, editor.selection.active, step) : stops.at((last + step) % stops.length);
		if (!target) {
			this.#say(findingsOnly ? vscode.l10n.t("Plumbline: nothing to correct here.") : vscode.l10n.t("Plumbline: no claims here."));
			return;
		}
		const { start } = rangeOf(target.range);
		this.#at = { document: editor.document, position: start, id: target.id };
		this.#isOnItsWay = !editor.selection.active.isEqual(start);
		editor.selection = new vscode.Selection(start, start);
		editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
		const words = target.text.replace(/\s+/g, " ");
		const place = vscode.l10n.t("{0} of {1}", stops.indexOf(target) + 1, stops.length);
		this.#say(
			`${place}: ${words}, ${verdictLabel(target.verdict)}`,
			`${place}: ${words}, ${verdictLabel(target.verdict)}. ${target.message}`,
		);
		await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
	}

	dispose(): void {
		this.#leaving.dispose();
		this.#item.dispose();
	}

	#say(text: string, spoken = text): void {
		this.#item.text = text;
		this.#item.accessibilityInformation = { label: spoken, role: "status" };
		this.#item.show();
	}

	#hide(): void {
		this.#at = undefined;
		this.#isOnItsWay = false;
		this.#item.hide();
	}
}

/** How a person moves the caret. */
const byHand: readonly (vscode.TextEditorSelectionChangeKind | undefined)[] = [
	vscode.TextEditorSelectionChangeKind.Keyboard,
	vscode.TextEditorSelectionChangeKind.Mouse,
];

/** The first claim behind the caret, or the last one before it, round the end of the article. */
function neighbour(claims: readonly ClaimItem[], caret: vscode.Position, step: 1 | -1): ClaimItem | undefined {
	const start = ({ range }: ClaimItem) => rangeOf(range).start;
	if (step === 1) return claims.find((item) => start(item).isAfter(caret)) ?? claims[0];
	return claims.findLast((item) => start(item).isBefore(caret)) ?? claims.at(-1);
}
