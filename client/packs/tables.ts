import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type TableParams, type TableResult, tableRequest } from "../../server/protocol.ts";
import { tellWritten } from "../edits.ts";
import { isOnlyRead, writeFile } from "../files.ts";

/**
 * Makes a pack of a table: writes what its columns seem to hold into a `datapackage.json` beside it, opens that to be corrected, and says what the table
 * does not tell. The table itself is not touched. Without one, the table in front is meant, else one is asked for.
 */
export async function describeTable(client: BaseLanguageClient, given?: vscode.Uri): Promise<void> {
	const table = given ?? inFront() ?? (await askForTable());
	if (!table || isOnlyRead(table)) return;
	const params: TableParams = { uri: client.code2ProtocolConverter.asUri(table) };
	const found = await client.sendRequest<TableResult>(tableRequest, params);
	const descriptor = client.protocol2CodeConverter.asUri(found.descriptor);
	const name = vscode.workspace.asRelativePath(table);
	if (found.text === undefined) return tellRefusal(name, found, descriptor);
	let outcome = await writeFile(descriptor, found.text);
	while (outcome === "again") outcome = await writeFile(descriptor, found.text);
	if (outcome !== "written") return;
	await tellWritten(client, found.descriptor);
	await vscode.window.showTextDocument(descriptor);
	await tellMade(table, found);
}

/** Says what is left to do. A pack in a place that no setting names checks nothing, which can be mended at once. */
async function tellMade(table: vscode.Uri, { doubts = [], isUsed }: TableResult): Promise<void> {
	const name = vscode.workspace.asRelativePath(table);
	const folder = vscode.workspace.getWorkspaceFolder(table);
	const use = vscode.l10n.t("Check Against It");
	const unused = isUsed === false && folder !== undefined;
	const message = unused
		? vscode.l10n.t(
				"{0} is a reference pack now, in a folder that no setting names. Look through what was guessed. {1}",
				name,
				doubts.join(" "),
			)
		: vscode.l10n.t("{0} is a reference pack now. Look through what was guessed. {1}", name, doubts.join(" "));
	const chosen = await vscode.window.showInformationMessage(message, ...(unused ? [use] : []));
	if (chosen !== use || !folder) return;
	const settings = vscode.workspace.getConfiguration("plumbline", folder);
	const isOnly = vscode.workspace.workspaceFolders?.length === 1;
	const target = isOnly ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
	const place = vscode.workspace.asRelativePath(vscode.Uri.joinPath(table, ".."), false);
	await settings.update("packs", [...(settings.get<string[]>("packs") ?? []), place], target);
}

async function tellRefusal(name: string, { refusal }: TableResult, descriptor: vscode.Uri): Promise<void> {
	const open = vscode.l10n.t("Open datapackage.json");
	const isThere = await vscode.workspace.fs.stat(descriptor).then(
		() => true,
		() => false,
	);
	const message = vscode.l10n.t("{0} {1}.", name, refusal ?? "");
	if ((await vscode.window.showInformationMessage(message, ...(isThere ? [open] : []))) === open)
		await vscode.window.showTextDocument(descriptor);
}

/** The table in the editor in front; a spreadsheet is never there. */
function inFront(): vscode.Uri | undefined {
	const uri = vscode.window.activeTextEditor?.document.uri;
	return uri && /\.[ct]sv$/i.test(uri.path) ? uri : undefined;
}

// A list that can still be read; letters make it shorter.
const MOST = 500;

async function askForTable(): Promise<vscode.Uri | undefined> {
	const found = await vscode.workspace.findFiles("**/*.{csv,tsv,xlsx}", "**/node_modules/**", MOST);
	if (found.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t("There is no table here: no .csv, .tsv or .xlsx file."));
		return undefined;
	}
	const items = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => (a.label < b.label ? -1 : 1));
	const title = vscode.l10n.t("Use Which Table as a Reference Pack?");
	return (await vscode.window.showQuickPick(items, { title }))?.uri;
}
