import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
	type DatabasesResult,
	databasesRequest,
	openAgainNotification,
	type PasswordParams,
	passwordRequest,
	trustedNotification,
} from "../../server/protocol.ts";

/** Passwords of databases are in the editor's secret storage, and nowhere else. Nothing is handed out in Restricted Mode. */
export function keepPasswords(context: vscode.ExtensionContext, client: BaseLanguageClient): vscode.Disposable {
	return vscode.Disposable.from(
		client.onRequest(passwordRequest, async ({ database }: PasswordParams): Promise<string | null> => {
			if (!vscode.workspace.isTrusted) return null;
			return (await context.secrets.get(keyOf(database))) ?? null;
		}),
		vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(trustedNotification)),
	);
}

/** Asks for the password of a database that the settings name, and keeps it. An empty one forgets it. */
export async function setDatabasePassword(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
	const { names, unreachable } = await client.sendRequest<DatabasesResult>(databasesRequest);
	if (unreachable) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t(
				"Databases can't be asked from a browser. In VS Code on the desktop they can, and a pack in a folder can be read here too.",
			),
		);
		return;
	}
	if (names.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t("No setting plumbline.packs names a database yet."));
		return;
	}
	const title = vscode.l10n.t("Set Database Password");
	const name = names.length === 1 ? names[0] : await vscode.window.showQuickPick(names, { title });
	if (name === undefined) return;
	const password = await vscode.window.showInputBox({
		title,
		prompt: vscode.l10n.t("The password for {0}. It is kept in the secret storage of this machine; leave it empty to forget it.", name),
		password: true,
		ignoreFocusOut: true,
	});
	if (password === undefined) return;
	if (password === "") await context.secrets.delete(keyOf(name));
	else await context.secrets.store(keyOf(name), password);
	await client.sendNotification(openAgainNotification);
}

function keyOf(database: string): string {
	return `plumbline.password ${database}`;
}
