import path from "node:path";
import type { Options } from "../check.ts";
import { tolerancesOf } from "../settings.ts";
import { withTolerances } from "./check/tolerance-option.ts";
import { files } from "./disk/files.ts";
import { configFolderOf, openWorkspace, type Workspace } from "./workspace.ts";

/** What a call says of how articles are checked. */
export interface Asked {
	/** Packs that take the place of those that are configured. */
	readonly packs: readonly string[];
	/** The path whose workspace counts for every article that no other configuration is nearer to. */
	readonly first: string | undefined;
	readonly date: string | undefined;
	/** `NAME=NUMBER`. */
	readonly tolerance: readonly string[];
}

/** A workspace with the options by which its articles are checked. */
export interface OpenedWorkspace {
	readonly workspace: Workspace;
	readonly options: Options;
}

/** The workspaces of the articles of one call: that of the first path, and one for each folder with a configuration of its own. */
export class Workspaces {
	readonly #asked: Asked;
	readonly #opened: (workspace: Workspace) => void;
	readonly #open = new Map<string | undefined, Promise<OpenedWorkspace>>();
	readonly #folders = new Map<string, Promise<string | undefined>>();

	/** `opened` is told of every workspace when it has been opened. */
	constructor(asked: Asked, opened: (workspace: Workspace) => void) {
		this.#asked = asked;
		this.#opened = opened;
	}

	/**
	 * The path by which the workspace of an article is opened: the folder of its configuration where that is another one than the first path has. Throws
	 * `CallError` for a fault in a configuration file.
	 */
	async placeOf(article: string): Promise<string | undefined> {
		const { first } = this.#asked;
		if (article === "-") return first;
		const own = await this.#configFolder(path.dirname(path.resolve(article)));
		const usual = first === undefined || first === "-" ? process.cwd() : path.resolve(first);
		return own === (await this.#configFolder(usual)) ? first : (own ?? first);
	}

	/** The workspace at a place that `placeOf` has answered. Throws `CallError` as `openWorkspace` does. */
	at(place: string | undefined): Promise<OpenedWorkspace> {
		let opened = this.#open.get(place);
		if (!opened) {
			opened = this.#openAt(place);
			this.#open.set(place, opened);
		}
		return opened;
	}

	async close(): Promise<void> {
		for (const opened of this.#open.values()) await opened.then(({ workspace }) => workspace.packs.store.close()).catch(() => {});
	}

	async #openAt(place: string | undefined): Promise<OpenedWorkspace> {
		const { packs, date, tolerance } = this.#asked;
		const workspace = await openWorkspace(packs, place);
		this.#opened(workspace);
		const tolerances = withTolerances(tolerancesOf(workspace.settings), tolerance);
		return { workspace, options: { today: files.today(), ...(date !== undefined && { date }), tolerances } };
	}

	#configFolder(folder: string): Promise<string | undefined> {
		let found = this.#folders.get(folder);
		if (!found) {
			found = configFolderOf(folder);
			this.#folders.set(folder, found);
		}
		return found;
	}
}
