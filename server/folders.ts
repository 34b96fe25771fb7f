import { URI, Utils } from "vscode-uri";
import { CONFIG_FILES, configIn } from "./config/find.ts";
import type { Configuration } from "./config/read.ts";
import type { Host } from "./host.ts";
import { isDatabase } from "./references/address.ts";
import { decode } from "./references/pack/text/decode.ts";
import { type Databases, type OpenedPacks, openPacks, type PackIndex, type PackProblem } from "./references/packs.ts";
import { emptyStore } from "./references/stores/empty-store.ts";
import { LEDGER, type Review, readLedger } from "./review/ledger.ts";
import type { Settings } from "./settings.ts";

/** One place with settings and packs of its own: a workspace folder, a folder in it that has a configuration file, or the folder of an article that is in none. */
export interface Folder {
	/** The workspace folder, where the ledger is. Without a slash at its end. */
	readonly uri: string;
	/** What a configuration file says; its folder is the one that places are told from. */
	readonly config?: Configuration;
	readonly settings: Settings;
	/** Where its packs are looked for, whether or not something is there: a change at or below one of these may change the packs. */
	readonly places: readonly string[];
	/** The addresses of databases that its packs are in. */
	readonly databases: readonly string[];
	/** A new object whenever anything in the packs has changed. */
	readonly packs: OpenedPacks;
	/** What is wrong with its packs and its configuration file. */
	readonly problems: readonly PackProblem[];
	/** What has been signed off in its articles. */
	readonly reviews: readonly Review[];
}

/** What folders are opened with. */
export interface FoldersOptions {
	/** The settings of one folder, in which what its configuration file says counts before what the editor says. */
	readonly settings: (uri: string, configured: Configuration["values"]) => Promise<Settings>;
	/** Told after one has been opened or opened again. */
	readonly opened: () => void;
	/** Whether the person at the editor trusts what lies in the workspace. */
	readonly isTrusted: () => boolean;
	/** Keeps packs that are too large for memory. */
	readonly index?: Promise<PackIndex | undefined> | undefined;
	/** Opens packs that are in databases. */
	readonly databases?: (() => Promise<Databases>) | undefined;
}

/** Folders by URI, opened when first asked for and kept until told that something has changed. */
export class Folders {
	readonly #host: Host;
	readonly #options: FoldersOptions;
	#roots: readonly string[] = [];
	/** By the URI of the folder that their places are told from. */
	#open = new Map<string, Promise<Folder>>();
	/** What has been found in folders that were looked into for a configuration. */
	#configs = new Map<string, Promise<Configuration | undefined>>();

	constructor(host: Host, options: FoldersOptions) {
		this.#host = host;
		this.#options = options;
	}

	/** Sets the workspace folders. */
	setRoots(uris: readonly string[]): void {
		this.#roots = uris.map(normal);
		this.#configs.clear();
		for (const uri of [...this.#open.keys()]) if (!this.#roots.includes(uri)) this.#drop(uri);
	}

	get roots(): readonly string[] {
		return this.#roots;
	}

	/**
	 * The folder that an article belongs to: the nearest one with a configuration file up to the innermost workspace folder around it; that workspace
	 * folder where there is none, and the folder it lies in when it is in no workspace folder.
	 */
	async of(uri: string): Promise<Folder> {
		const article = normal(uri);
		const root = this.#around(article);
		if (root === undefined) return this.get(this.#homeless(article));
		for (let folder = parent(article); isBelow(folder, root) && folder !== root; folder = parent(folder))
			if (await this.#config(folder)) return this.get(folder);
		return this.get(root);
	}

	/** One folder by its URI. */
	get(uri: string): Promise<Folder> {
		let folder = this.#open.get(uri);
		if (!folder) {
			folder = this.#read(uri);
			this.#open.set(uri, folder);
			void folder.then(this.#options.opened);
		}
		return folder;
	}

	/** Every folder that has been opened. */
	all(): Promise<Folder[]> {
		return Promise.all(this.#open.values());
	}

	/** Reads again what a change may touch: the packs of a folder, its ledger alone, or all when a configuration says something else. Answers whether there was anything. */
	async changed(changed: readonly string[]): Promise<boolean> {
		const uris = changed.map(normal);
		if (await this.#isConfiguredAnew(uris)) {
			this.reset();
			return true;
		}
		let any = false;
		for (const [key, opening] of [...this.#open]) {
			const folder = await opening;
			const touched = [
				...folder.places.filter((place) => uris.some((uri) => isBelow(uri, place) || isBelow(place, uri))),
				...folder.databases.filter((address) => changed.includes(address)),
			];
			if (touched.length === 0) continue;
			any = true;
			if (touched.every((place) => place === ledgerOf(folder.uri))) {
				// Its packs may have been opened anew meanwhile.
				const newest = this.#open.get(key) ?? opening;
				this.#open.set(
					key,
					Promise.all([newest, this.#readReviews(folder.uri)]).then(([now, reviews]) => ({ ...now, reviews })),
				);
				continue;
			}
			this.#drop(key);
			this.get(key);
		}
		return any;
	}

	/** Forgets everything, since settings have changed. Folders that were open open again. */
	reset(): void {
		const uris = [...this.#open.keys()];
		this.#configs.clear();
		for (const uri of uris) this.#drop(uri);
		for (const uri of uris) if (this.#isRootOrHomeless(uri)) this.get(uri);
	}

	close(): void {
		for (const uri of [...this.#open.keys()]) this.#drop(uri);
	}

	/** An untitled article has no place: it is of the first workspace folder. */
	#homeless(article: string): string {
		const slash = article.lastIndexOf("/");
		return article.startsWith("untitled:") || slash < 0 ? (this.#roots[0] ?? "") : article.slice(0, slash);
	}

	/** The innermost workspace folder around a place. */
	#around(uri: string): string | undefined {
		return this.#roots.filter((root) => isBelow(uri, root)).sort((a, b) => b.length - a.length)[0];
	}

	/** A folder within a workspace folder is open for its configuration alone, which may be gone. */
	#isRootOrHomeless(uri: string): boolean {
		return this.#roots.includes(uri) || this.#around(uri) === undefined;
	}

	/** The configuration that a folder holds itself, looked for once. */
	#config(folder: string): Promise<Configuration | undefined> {
		let found = this.#configs.get(folder);
		if (!found) {
			const root = this.#around(folder) ?? folder;
			const isOutside = (place: string) => !isBelow(resolve(folder, place) ?? "", root);
			found = configIn(this.#host, folder, this.#options.isTrusted() ? undefined : isOutside);
			this.#configs.set(folder, found);
		}
		return found;
	}

	/** Whether a folder that was looked into says something else than it did. A `package.json` changes often and seldom in what concerns us. */
	async #isConfiguredAnew(changed: readonly string[]): Promise<boolean> {
		const files = changed.filter((uri) => CONFIG_FILES.some((name) => uri.endsWith(`/${name}`)));
		for (const folder of new Set(files.map(parent))) {
			const before = this.#configs.get(folder);
			if (!before) continue;
			this.#configs.delete(folder);
			if (JSON.stringify(await before) !== JSON.stringify(await this.#config(folder))) return true;
		}
		return false;
	}

	#drop(uri: string): void {
		const old = this.#open.get(uri);
		this.#open.delete(uri);
		// A check that is still asking is answered with what the store still has.
		void old?.then((folder) => folder.packs.store.close());
	}

	/** Opens a folder; `base` is where its places are told from. */
	async #read(base: string): Promise<Folder> {
		const config = base === "" ? undefined : await this.#config(base);
		const settings = await this.#options.settings(base, config?.values ?? {});
		const uri = this.#around(base) ?? base;
		if (uri === "") return { uri, settings, places: [], databases: [], packs: noPacks, problems: [], reviews: [] };
		const named = settings.packs
			.map((place) => (isDatabase(place) ? place.trim() : resolve(base, place)))
			.filter((place) => place !== undefined);
		const databases = named.filter(isDatabase);
		const own = `${base}/datapackage.json`;
		const candidates = (await this.#host.stat(own)) ? [base, ...named] : named;
		const there: string[] = [];
		for (const place of new Set(candidates)) if (isDatabase(place) || (await this.#host.stat(place))) there.push(place);
		const index = await this.#options.index;
		const opener = databases.length > 0 ? await this.#options.databases?.() : undefined;
		const options = { trusted: settings.trustedKeys, ...(index && { index }), ...(opener && { databases: opener }) };
		const packs = there.length > 0 ? await openPacks(this.#host, there, options) : noPacks;
		const places = [...new Set([...named.filter((place) => !isDatabase(place)), own, ledgerOf(uri)])];
		const problems = [...(config?.problems ?? []), ...packs.problems];
		return { uri, ...(config && { config }), settings, places, databases, packs, problems, reviews: await this.#readReviews(uri) };
	}

	async #readReviews(uri: string): Promise<Review[]> {
		const bytes = await this.#host.read(ledgerOf(uri)).catch(() => undefined); // most folders have none
		return bytes ? readLedger(decode(bytes)) : [];
	}
}

const noPacks: OpenedPacks = { store: emptyStore, problems: [], unread: [], notices: [] };

/** Where the ledger of a folder lies. */
export function ledgerOf(folder: string): string {
	return `${folder}/${LEDGER}`;
}

/** Where the report of a false alarm lies, by its claim. */
export function caseOf(folder: string, claim: string): string {
	return `${folder}/.plumbline/cases/${claim}.md`;
}

/** An article's path below its folder, as the ledger names it. */
export function pathBelow(article: string, folder: string): string {
	const uri = normal(article);
	return decodeURIComponent(isBelow(uri, folder) ? uri.slice(folder.length + 1) : uri);
}

function parent(uri: string): string {
	return uri.slice(0, Math.max(0, uri.lastIndexOf("/")));
}

/** Whether a place is another one or inside of it. */
export function isBelow(uri: string, folder: string): boolean {
	return uri === folder || uri.startsWith(`${folder}/`);
}

/** The URI of a place that a setting names: relative to a folder, absolute on its disk, or a URI already. Undefined when it is none of these. */
export function resolve(folder: string, place: string): string | undefined {
	const written = place.trim().replaceAll("\\", "/");
	try {
		if (/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return normal(written);
		if (written === "") return undefined;
		return normal(Utils.resolvePath(URI.parse(folder, true), /^[a-z]:\//i.test(written) ? `/${written}` : written).toString());
	} catch {
		return undefined;
	}
}

/** One spelling of a URI: editors differ in what they escape. Without a slash at its end. */
export function normal(uri: string): string {
	try {
		return URI.parse(uri).toString().replace(/\/$/, "");
	} catch {
		return uri;
	}
}
