import { realpath } from "node:fs/promises";
import path from "node:path";
import type { Options } from "../check.ts";
import type { ReferenceStore } from "../references/store.ts";
import { type Desk, ToolError } from "../tools/tool.ts";
import { CallError } from "./call-error.ts";
import { readArticle } from "./check/articles.ts";
import { files } from "./disk/files.ts";
import { type OpenedWorkspace, Workspaces } from "./workspaces.ts";

/** A desk on this machine's disk: the articles below a folder and the packs that the folder configures, or those that are named. */
export interface FolderDesk extends Desk {
	close(): Promise<void>;
}

/** Opens the packs of the folder, and those of folders in it that have a configuration of their own, when they are first asked for, and keeps them. Articles outside of the folder are refused. */
export function folderDesk(folder: string, named: readonly string[]): FolderDesk {
	const workspaces = new Workspaces({ packs: named, first: folder, date: undefined, tolerance: [] }, () => {});
	const at = async (article: string | undefined): Promise<OpenedWorkspace> =>
		workspaces.at(article === undefined ? folder : await workspaces.placeOf(path.resolve(folder, article)));
	return {
		packs: async (article): Promise<ReferenceStore> => (await at(article)).workspace.packs.store,
		options: async (article): Promise<Options> => ({ ...(await at(article)).options, today: files.today() }),
		read: (article) => readBelow(folder, article),
		close: () => workspaces.close(),
	};
}

async function readBelow(folder: string, article: string): Promise<string> {
	const top = await realpath(folder);
	// A link is as far as what it leads to: nothing outside of the folder is read for a program.
	const file = await realpath(path.resolve(top, article)).catch(() => {
		throw new ToolError(`${article}: there is no such file in ${folder}.`);
	});
	if (path.relative(top, file).split(path.sep)[0] === ".." || path.isAbsolute(path.relative(top, file)))
		throw new ToolError(`${article} is outside of ${folder}, where the articles are.`);
	try {
		return await readArticle({ path: file });
	} catch (error) {
		if (error instanceof CallError) throw new ToolError(error.message);
		throw error;
	}
}
