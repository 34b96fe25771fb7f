import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { type Phrase, phrase } from "../../language/phrase.ts";
import { type DatabaseNotice, type Databases, notice, type OpenedDatabase } from "../../references/packs.ts";
import type { LiveSource } from "../../references/stores/live.ts";
import type { PackPart } from "../../references/stores/part.ts";
import { type Address, AddressError, nameOf, readAddress } from "./address.ts";
import { type CataloguedPack, catalogue } from "./catalogue.ts";
import { Connection, type ConnectionOptions } from "./connection.ts";
import { Copies, type Copy } from "./copy.ts";
import { failureOf } from "./failures.ts";
import { liveSource } from "./live.ts";
import { NAMES } from "./rows.ts";

/** How databases are opened. */
export interface DatabaseOptions extends ConnectionOptions {
	/** Where copies of packs are kept. */
	readonly cache: string;
	/** Packs of up to so many facts are copied when they are opened, larger ones are asked where they are. */
	readonly copied?: number;
	/** Milliseconds between two looks at whether anything has been pushed; none unless given. */
	readonly lookEvery?: number;
	/** Told when what a database holds, or whether it answers, is no longer what it was when it was opened. */
	readonly changed?: (place: string) => void;
	/** Now, in ISO 8601. */
	readonly now?: () => string;
}

// Measured: so many facts are copied in about a second.
const COPIED = 50_000;

const WITH_COPY = 1500;

/** Opens the packs of databases for whoever names their addresses. */
export async function databasePacks(options: DatabaseOptions): Promise<Databases> {
	const sqlite = await import("node:sqlite").catch(() => undefined);
	const openFile = sqlite && ((file: string) => new sqlite.DatabaseSync(file, { timeout: 5000 }));
	return {
		open: (place, stem) => openDatabase(place, stem, options, openFile),
		nameOf: (place) => {
			try {
				return nameOf(readAddress(place));
			} catch {
				return undefined;
			}
		},
	};
}

async function openDatabase(
	place: string,
	stem: (word: string) => string,
	options: DatabaseOptions,
	openFile: ((file: string) => DatabaseSync) | undefined,
): Promise<OpenedDatabase> {
	let address: Address;
	try {
		address = readAddress(place);
	} catch (error) {
		if (!(error instanceof AddressError)) throw error;
		return { parts: [], notices: [notice("error", error.said)], close: () => {} };
	}
	const opening = new Opening(place, address, stem, options, openFile);
	return opening.open();
}

class Opening {
	readonly #place: string;
	readonly #address: Address;
	readonly #name: string;
	readonly #stem: (word: string) => string;
	readonly #options: DatabaseOptions;
	readonly #copies: Copies | undefined;
	readonly #now: () => string;
	readonly #notices: DatabaseNotice[] = [];
	#timer: NodeJS.Timeout | undefined;

	constructor(
		place: string,
		address: Address,
		stem: (word: string) => string,
		options: DatabaseOptions,
		openFile: ((file: string) => DatabaseSync) | undefined,
	) {
		this.#place = place;
		this.#address = address;
		this.#name = nameOf(address);
		this.#stem = stem;
		this.#options = options;
		this.#copies =
			openFile &&
			new Copies(options.cache, this.#name, (file) => {
				// SQLite makes an empty file of what is not there.
				if (!file.endsWith(".new") && !file.endsWith("packs.sqlite") && !existsSync(file)) throw new Error("there is no copy");
				return openFile(file);
			});
		this.#now = options.now ?? (() => new Date().toISOString());
	}

	async open(): Promise<OpenedDatabase> {
		const connection = new Connection(this.#address, this.#options);
		const close = () => {
			clearTimeout(this.#timer);
			void connection.close().catch(() => {});
		};
		try {
			const parts = await this.#openParts(connection);
			return { parts, notices: this.#notices, fallback: (failed) => this.#fallback(failed), close };
		} catch (error) {
			const failure = failureOf(error);
			const parts = this.#fromCopies(failure.said);
			this.#look(connection, undefined);
			return { parts, notices: this.#notices, close };
		}
	}

	async #openParts(connection: Connection): Promise<(PackPart | LiveSource)[]> {
		const { revision, packs } = await catalogue(connection, this.#address.packs, this.#patience());
		const asOf = this.#now();
		const parts: (PackPart | LiveSource)[] = [];
		const live: CataloguedPack[] = [];
		for (const pack of packs) {
			const isSmall = pack.facts <= (this.#options.copied ?? COPIED) || pack.names !== NAMES;
			const copy = await this.#copyOf(connection, pack, revision, asOf, isSmall);
			if (copy) parts.push(copy.part);
			else live.push(pack);
		}
		// Packs that are asked where they are are asked together.
		if (live.length > 0) parts.push(await liveSource(connection, live, revision, this.#stem));
		if (packs.length === 0)
			this.#notices.push(notice("warning", phrase("{0} holds no pack yet; push one with “plumbline pack push”", this.#name)));
		this.#look(connection, revision);
		return parts;
	}

	/** Where there is a copy, a database that is away is not waited for long. */
	#patience(): number | undefined {
		const { patience = 0 } = this.#options;
		return (this.#copies?.catalogue.length ?? 0) > 0 ? Math.min(patience, WITH_COPY) : patience;
	}

	/** The copy of a pack as it is now: the one that is there or, of a small pack, a new one. */
	async #copyOf(connection: Connection, pack: CataloguedPack, revision: number, asOf: string, isSmall: boolean): Promise<Copy | undefined> {
		const there = this.#copies?.get(pack.name);
		if (there?.of.revision === pack.revision) {
			this.#copies?.confirm(there.of, asOf);
			return there;
		}
		there?.part.close();
		if (!this.#copies || !isSmall) return undefined;
		await this.#copies.make(connection, pack, revision, this.#stem, asOf);
		return this.#copies.get(pack.name);
	}

	/** What this machine has of the packs that stopped answering. */
	#fallback(failed: LiveSource): PackPart[] {
		const parts = this.#fromCopies(
			phrase("does not answer any more"),
			failed.parts.map(({ summary }) => summary.name),
		);
		this.#options.changed?.(this.#place);
		return parts;
	}

	#fromCopies(why: Phrase, only?: readonly string[]): PackPart[] {
		const wanted = only ?? (this.#address.packs.length > 0 ? this.#address.packs : (this.#copies?.catalogue ?? []));
		const copies = wanted.flatMap((pack) => this.#copies?.get(pack) ?? []);
		const missing = wanted.filter((pack) => !copies.some((copy) => copy.of.pack === pack));
		for (const { of } of copies)
			this.#notices.push(
				notice(
					"warning",
					phrase(
						"{0} {1}. Its pack {2} is asked as it was on {3} at {4} UTC (revision {5})",
						...[this.#name, why, of.pack, of.asOf.slice(0, 10), of.asOf.slice(11, 16), of.revision],
					),
				),
			);
		if (copies.length === 0 || missing.length > 0) {
			const words =
				missing.length > 0
					? phrase(
							"{0} {1}. There is no copy of its pack {2} on this machine, so nothing is compared with it; “plumbline pack pull” makes one when it is back",
							...[this.#name, why, missing.join(", ")],
						)
					: phrase(
							"{0} {1}. There is no copy of its packs on this machine, so nothing is compared with it; “plumbline pack pull” makes one when it is back",
							...[this.#name, why],
						);
			this.#notices.push(notice("error", words));
		}
		return copies.map(({ part }) => part);
	}

	/** Looks now and then whether the database holds something newer, or answers again; `known` is the revision that is open. */
	#look(connection: Connection, known: number | undefined): void {
		const { lookEvery, changed } = this.#options;
		if (lookEvery === undefined || !changed) return;
		const look = async (): Promise<void> => {
			try {
				const { revision } = await catalogue(connection, [], 0);
				if (revision !== known) return changed(this.#place);
			} catch (error) {
				if (known !== undefined && failureOf(error).kind === "away") return changed(this.#place);
			}
			this.#look(connection, known);
		};
		this.#timer = setTimeout(() => void look(), lookEvery);
		this.#timer.unref();
	}
}
