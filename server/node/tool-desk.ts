import { realpath } from "node:fs/promises";
import path from "node:path";
import type { Options } from "../check.ts";
import type { ReferenceStore } from "../references/store.ts";
import { tolerancesOf } from "../settings.ts";
import { type Desk, ToolError } from "../tools/tool.ts";
import { CallError } from "./call-error.ts";
import { readArticle } from "./check/articles.ts";
import { files } from "./disk/files.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** A desk on this machine's disk: the articles below a folder and the packs that the folder configures, or those that are named. */
export interface FolderDesk extends Desk {
	close(): Promise<void>;
}

/** Opens the packs when they are first asked for, and keeps them. Articles outside of the folder are refused. */
export function folderDesk(folder: string, named: readonly string[]): FolderDesk {
	let opened: Promise<Workspace> | undefined;
	const workspace = () => {
		opened ??= openWorkspace(named, folder);
		return opened;
	};
	return {
		packs: async (): Promise<ReferenceStore> => (await workspace()).packs.store,
		options: async (): Promise<Options> => ({ today: files.today(), tolerances: tolerancesOf((await workspace()).settings) }),
		read: (article) => readBelow(folder, article),
		close: async () => (await opened)?.packs.store.close(),
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
