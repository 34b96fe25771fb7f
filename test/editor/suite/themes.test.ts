import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, takePicture } from "./picture.ts";

/** VS Code's kinds of theme, and the class that the window has in each. */
const KINDS = { "vs-dark": ".vs-dark", "hc-black": ".hc-black", "hc-light": ".hc-light", vs: ".vs" } as const;

const CLAIMS = '.pane-body .monaco-list-row[aria-label^="Contradicted"]';

describe("in every kind of theme", () => {
	before(async () => {
		await openDraft();
		await vscode.commands.executeCommand("plumbline.claims.focus");
	});

	for (const [kind, mark] of Object.entries(KINDS)) {
		it(`squiggle, tick, hover and claims show in ${kind}`, async function () {
			if (!canTakePictures) this.skip();
			const editor = await openDraft();
			const place = placeOf(editor.document, "$27.30");
			await untilDiagnostics(editor.document, "a finding", () => diagnosticsAt(editor.document, place).length > 0);
			await vscode.workspace.getConfiguration("workbench").update("colorTheme", themeOf(kind), vscode.ConfigurationTarget.Global);
			editor.selection = new vscode.Selection(place.start.translate(0, 2), place.start.translate(0, 2));
			editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
			await vscode.commands.executeCommand("editor.action.showHover");
			await takePicture(
				`theme-${kind}`,
				`.monaco-workbench${mark}`,
				CLAIMS,
				".squiggly-error",
				".monaco-hover:not(.hidden) .hover-contents",
			);
			await vscode.commands.executeCommand("editor.action.hideHover");
			const fixes = async () => {
				await vscode.commands.executeCommand("editor.action.quickFix");
				await takePicture(`theme-${kind}-fixes`, `.monaco-workbench${mark}`, '.action-widget :text("Use the reference")');
			};
			// The menu closes when the focus goes elsewhere, which a theme that is still being put on may do.
			await fixes().catch(fixes);
			await vscode.commands.executeCommand("hideCodeActionWidget");
			await vscode.commands.executeCommand("plumbline.nextClaim");
			await takePicture(`theme-${kind}-walk`, `.monaco-workbench${mark}`, '.statusbar-item [role="status"]:text(" of ")');
			await vscode.commands.executeCommand("plumbline.previousClaim");
			const asked = vscode.commands.executeCommand("plumbline.ignore");
			await takePicture(
				`theme-${kind}-asked`,
				`.monaco-workbench${mark}`,
				'.quick-input-widget .quick-input-title:has-text("Do not check")',
			);
			await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
			await asked;
		});
	}
});

/** A theme of a kind that VS Code itself brings. */
function themeOf(kind: string): string {
	for (const { id, packageJSON } of vscode.extensions.all) {
		if (id !== "vscode.theme-defaults") continue;
		const themes: readonly { readonly id: string; readonly uiTheme: string }[] = packageJSON.contributes.themes;
		const found = themes.findLast(({ uiTheme }) => uiTheme === kind);
		assert.ok(found, `VS Code brings a theme of the kind ${kind}`);
		return found.id;
	}
	assert.fail("VS Code brings its themes");
}
