import { URI, Utils } from "vscode-uri";
import type { Host } from "./host.ts";
import { isDatabase } from "./references/address.ts";
import { emptyStore } from "./references/empty-store.ts";
import { decode } from "./references/pack/decode.ts";
import { type Databases, type OpenedPacks, openPacks, type PackIndex } from "./references/packs.ts";
import { LEDGER, type Review, readLedger } from "./review/ledger.ts";
import type { Settings } from "./settings.ts";

/** One place with settings and packs of its own: a workspace folder, or the folder of an article that is in none. */
export interface Folder {
	/** Without a slash at its end. */
	readonly uri: string;
	readonly settings: Settings;
	/** Where its packs are looked for, whether or not something is there: a change at or below one of these may change the packs. */
	readonly places: readonly string[];
	/** The addresses of databases that its packs are in. */
	readonly databases: readonly string[];
	/** A new object whenever anything in the packs has changed. */
	readonly packs: OpenedPacks;
	/** What has been signed off in its articles. */
	readonly reviews: readonly Review[];
}

/** Folders by URI, opened when first asked for and kept until told that something has changed. */
export class Folders {
	readonly #host: Host;
	readonly #settings: (uri: string) => Promise<Settings>;
	readonly #opened: () => void;
	readonly #index: Promise<PackIndex | undefined> | undefined;
	readonly #databases: (() => Promise<Databases>) | undefined;
	#roots: readonly string[] = [];
	#open = new Map<string, Promise<Folder>>();

	/** `settings` answers those of one folder; `opened` is told after one has been opened or opened again; `index` keeps packs that are too large for memory, `databases` opens those elsewhere. */
	constructor(
		host: Host,
		settings: (uri: string) => Promise<Settings>,
		opened: () => void,
		index?: Promise<PackIndex | undefined>,
		databases?: () => Promise<Databases>,
	) {
		this.#host = host;
		this.#settings = settings;
		this.#opened = opened;
		this.#index = index;
		this.#databases = databases;
	}

	/** Sets the workspace folders. */
	setRoots(uris: readonly string[]): void {
		this.#roots = uris.map(normal);
		for (const uri of [...this.#open.keys()]) if (!this.#roots.includes(uri)) this.#drop(uri);
	}

	get roots(): readonly string[] {
		return this.#roots;
	}

	/** The folder that an article belongs to: the innermost workspace folder around it, else the folder it lies in. */
	of(uri: string): Promise<Folder> {
		const article = normal(uri);
		const around = this.#roots.filter((root) => isBelow(article, root)).sort((a, b) => b.length - a.length);
		return this.get(around[0] ?? this.#homeless(article));
	}

	/** One folder by its URI. */
	get(uri: string): Promise<Folder> {
		let folder = this.#open.get(uri);
		if (!folder) {
			folder = this.#read(uri);
			this.#open.set(uri, folder);
			void folder.then(this.#opened);
		}
		return folder;
	}

	/** Every folder that has been opened. */
	all(): Promise<Folder[]> {
		return Promise.all(this.#open.values());
	}

	/** Reads again what a change may touch: the packs of a folder, or its ledger alone. Answers whether there was anything. */
	async changed(changed: readonly string[]): Promise<boolean> {
		const uris = changed.map(normal);
		let any = false;
		for (const folder of await this.all()) {
			const touched = [
				...folder.places.filter((place) => uris.some((uri) => isBelow(uri, place) || isBelow(place, uri))),
				...folder.databases.filter((address) => changed.includes(address)),
			];
			if (touched.length === 0) continue;
			any = true;
			if (touched.every((place) => place === ledgerOf(folder.uri))) {
				this.#open.set(
					folder.uri,
					this.#readReviews(folder.uri).then((reviews) => ({ ...folder, reviews })),
				);
				continue;
			}
			this.#drop(folder.uri);
			this.get(folder.uri);
		}
		return any;
	}

	/** Forgets everything, since settings have changed. Folders that were open open again. */
	reset(): void {
		const uris = [...this.#open.keys()];
		for (const uri of uris) this.#drop(uri);
		for (const uri of uris) this.get(uri);
	}

	close(): void {
		for (const uri of [...this.#open.keys()]) this.#drop(uri);
	}

	/** An untitled article has no place: it is of the first workspace folder. */
	#homeless(article: string): string {
		const slash = article.lastIndexOf("/");
		return article.startsWith("untitled:") || slash < 0 ? (this.#roots[0] ?? "") : article.slice(0, slash);
	}

	#drop(uri: string): void {
		const old = this.#open.get(uri);
		this.#open.delete(uri);
		// A check that is still asking is answered with what the store still has.
		void old?.then((folder) => folder.packs.store.close());
	}

	async #read(uri: string): Promise<Folder> {
		const settings = await this.#settings(uri);
		if (uri === "") return { uri, settings, places: [], databases: [], packs: noPacks, reviews: [] };
		const named = settings.packs
			.map((place) => (isDatabase(place) ? place.trim() : resolve(uri, place)))
			.filter((place) => place !== undefined);
		const databases = named.filter(isDatabase);
		const own = `${uri}/datapackage.json`;
		const candidates = (await this.#host.stat(own)) ? [uri, ...named] : named;
		const there: string[] = [];
		for (const place of new Set(candidates)) if (isDatabase(place) || (await this.#host.stat(place))) there.push(place);
		const index = await this.#index;
		const opener = databases.length > 0 ? await this.#databases?.() : undefined;
		const options = { trusted: settings.trustedKeys, ...(index && { index }), ...(opener && { databases: opener }) };
		const packs = there.length > 0 ? await openPacks(this.#host, there, options) : noPacks;
		const places = [...new Set([...named.filter((place) => !isDatabase(place)), own, ledgerOf(uri)])];
		return { uri, settings, places, databases, packs, reviews: await this.#readReviews(uri) };
	}

	async #readReviews(uri: string): Promise<Review[]> {
		const bytes = await this.#host.read(ledgerOf(uri)).catch(() => undefined); // most folders have none
		return bytes ? readLedger(decode(bytes)) : [];
	}
}

const noPacks: OpenedPacks = { store: emptyStore, problems: [], notices: [] };

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
