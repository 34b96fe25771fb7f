import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { phrase } from "../../../language/phrase.ts";
import type { Connection } from "../connection.ts";
import { DatabaseFailure, failureOf } from "../failures.ts";
import { packs } from "./0001-packs.ts";
import { roles } from "./0002-roles.ts";

/** Every change of the schema in its order. One that was released is never altered. */
const MIGRATIONS: Readonly<Record<string, Migration>> = { "0001-packs": packs, "0002-roles": roles };

/** What bringing a database up to date did. */
export interface Migrated {
	/** The migrations that were run. */
	readonly done: readonly string[];
	/** Whether searches for names have an index of trigrams; without one they read all names. */
	readonly trigrams: boolean;
}

/** Makes or brings up to date the tables, grants and indexes, in one transaction. Whoever may change them owns the schema `plumbline`. */
export async function migrate(connection: Connection): Promise<Migrated> {
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: connection.pool }) });
	try {
		const migrator = new Migrator({
			db,
			provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
			migrationTableSchema: "plumbline",
			migrationTableName: "migration",
			migrationLockTableName: "migration_lock",
		});
		const pending = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt === undefined);
		if (pending.length === 0) return { done: [], trigrams: await hasTrigrams(db) };
		const { error, results = [] } = await migrator.migrateToLatest();
		if (error) throw error;
		const trigrams = await addTrigrams(db);
		return { done: results.map(({ migrationName }) => migrationName), trigrams };
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind === "refused" && /permission denied/.test(failure.message))
			throw new DatabaseFailure(
				"refused",
				phrase("{0}; “plumbline pack migrate” is for the owner of the database, who may also make roles", failure.said),
				{ cause: error },
			);
		throw failure;
	}
}

/**
 * An index by which any part of a name is found. It comes with an extension that PostgreSQL and YugabyteDB ship and CockroachDB builds in; where there is
 * none, or it may not be had, searches read all names instead.
 */
async function addTrigrams(db: Kysely<unknown>): Promise<boolean> {
	await sql
		.raw("CREATE EXTENSION IF NOT EXISTS pg_trgm")
		.execute(db)
		.catch(() => {});
	await sql
		.raw("CREATE INDEX IF NOT EXISTS name_trigrams ON plumbline.name USING gin (key gin_trgm_ops)")
		.execute(db)
		.catch(() => {});
	return hasTrigrams(db);
}

async function hasTrigrams(db: Kysely<unknown>): Promise<boolean> {
	const { rows } = await sql`SELECT 1 FROM pg_indexes WHERE schemaname = 'plumbline' AND indexname = 'name_trigrams'`.execute(db);
	return rows.length > 0;
}
