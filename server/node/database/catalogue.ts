import { phrase } from "../../language/phrase.ts";
import type { PackSummary } from "../../references/store.ts";
import type { Connection } from "./connection.ts";
import { DatabaseFailure } from "./failures.ts";

/** What a database holds at its newest revision. */
export interface Catalogue {
	readonly revision: number;
	readonly packs: readonly CataloguedPack[];
}

/** A pack in a database. */
export interface CataloguedPack extends PackSummary {
	/** The last revision that changed anything in it. */
	readonly revision: number;
	/** How its names were made into keys. */
	readonly names: number;
}

/** Looks up what a database holds, in one round trip: all of its packs, or those of some names. Waits for so many milliseconds when it is away. */
export async function catalogue(connection: Connection, wanted: readonly string[], patience?: number): Promise<Catalogue> {
	const rows = await connection.ask<
		{ now: string } & Record<"name" | "title" | "version" | "hash" | "facts" | "names" | "revision", unknown>
	>("SELECT state.revision AS now, pack.* FROM plumbline.state LEFT JOIN plumbline.pack ON true ORDER BY pack.name", [], patience);
	const packs = rows.flatMap((row) => {
		if (row.name === null) return [];
		const name = String(row.name);
		if (wanted.length > 0 && !wanted.includes(name)) return [];
		const [title, version, revision] = [String(row.title), String(row.version), Number(row.revision)];
		return [{ name, title, version, facts: Number(row.facts), names: Number(row.names), revision, hash: `${row.hash}@${revision}` }];
	});
	const missing = wanted.filter((name) => !packs.some((pack) => pack.name === name));
	if (missing.length > 0) throw new DatabaseFailure("refused", phrase("has no pack called {0}", missing.join(", ")));
	return { revision: Number(rows[0]?.now ?? 0), packs };
}
