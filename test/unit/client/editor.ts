import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { URI, Utils } from "vscode-uri";

/**
 * What the client asks of an editor to open a report in the browser: it stands for the module `vscode`. On the machine of the tests, the editor of the
 * other suites is one in a browser itself.
 */
export const UIKind = { Desktop: 1, Web: 2 };
export const env = {
	uiKind: UIKind.Desktop,
	remoteName: undefined as string | undefined,
	openExternal: async (uri: URI) => opened.push(uri) > 0,
};
export const Uri = { joinPath: Utils.joinPath, parse: URI.parse };
export const workspace = {
	fs: {
		writeFile: async ({ fsPath }: URI, bytes: Uint8Array) => {
			await mkdir(path.dirname(fsPath), { recursive: true });
			await writeFile(fsPath, bytes);
		},
		delete: ({ fsPath }: URI) => rm(fsPath, { recursive: true }),
	},
};
export const window = {
	activeTextEditor: undefined as object | undefined,
	showSaveDialog: async ({ defaultUri }: { defaultUri?: URI }) => {
		asked.push(defaultUri);
		return undefined;
	},
	showInformationMessage: async (message: string) => void told.push(message),
};
export const l10n = { t: (message: string) => message };

/** What the browser has been given, which files have been asked for, what has been said. */
export const opened: URI[] = [];
export const asked: (URI | undefined)[] = [];
export const told: string[] = [];
