import * as vscode from "vscode";

/** Whether nothing can be written where a document lies; its user is told so before anything is asked. */
export function isOnlyRead({ scheme }: vscode.Uri): boolean {
	if (vscode.workspace.fs.isWritableFileSystem(scheme) !== false) return false;
	void vscode.window.showWarningMessage(vscode.l10n.t("The files here can only be read, so that nothing can be kept beside the article."));
	return true;
}

/** Writes a file through the editor. Where that can't be done it says why, and answers whether its user wants to try again: nothing that was typed is lost. */
export async function writeFile(uri: vscode.Uri, text: string): Promise<"written" | "again" | "given up"> {
	try {
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		return "written";
	} catch (error) {
		const again = vscode.l10n.t("Try Again");
		const message = vscode.l10n.t("{0} can't be written, and is as it was: {1}", vscode.workspace.asRelativePath(uri), reasonOf(error));
		return (await vscode.window.showErrorMessage(message, again)) === again ? "again" : "given up";
	}
}

/** What a file system says of itself, without the name that it has for the fault. */
function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/^\w{1,40} \(FileSystemError\): ?/, "");
}
