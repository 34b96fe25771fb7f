import * as vscode from "vscode";
import { isOnlyRead, writeFile } from "../files.ts";

/** The columns of a pack's table, and nothing else: what stands in it is its keeper's. */
const HEADER = "subject,measure,value,unit,period,known_at,source\n";
const TABLE = "facts.csv";

/**
 * Makes a table of facts in the folder of the article in front, unless it is there, opens it and answers where it is: `packs/facts.csv`, and
 * `packs/desk/facts.csv` where other packs lie in `packs`, which a table beside them would hide.
 */
export async function addPack(): Promise<vscode.Uri | undefined> {
	const folder = await folderOfArticle();
	if (!folder) {
		void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first: a pack lies in one."));
		return undefined;
	}
	const packs = vscode.Uri.joinPath(folder, "packs");
	const entries = await vscode.workspace.fs.readDirectory(packs).then(
		(found) => found,
		() => [],
	);
	const isAmongOthers = entries.some(([, kind]) => (kind & vscode.FileType.Directory) !== 0) && !entries.some(([name]) => name === TABLE);
	const table = vscode.Uri.joinPath(packs, ...(isAmongOthers ? ["desk", TABLE] : [TABLE]));
	const isThere = await vscode.workspace.fs.stat(table).then(
		() => true,
		() => false,
	);
	if (!isThere) {
		if (isOnlyRead(table)) return undefined;
		let outcome = await writeFile(table, HEADER);
		while (outcome === "again") outcome = await writeFile(table, HEADER);
		if (outcome !== "written") return undefined;
	}
	await vscode.window.showTextDocument(table);
	return table;
}

async function folderOfArticle(): Promise<vscode.Uri | undefined> {
	const { activeTextEditor } = vscode.window;
	const around = activeTextEditor && vscode.workspace.getWorkspaceFolder(activeTextEditor.document.uri);
	const all = vscode.workspace.workspaceFolders ?? [];
	if (around ?? all.length < 2) return (around ?? all[0])?.uri;
	return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
