import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const READER = "plumbline_reader";
export const EDITOR = "plumbline_editor";

/**
 * Readers look up; editors push too. Neither can delete, and an editor can't change what a row says: a correction is a new row beside the old one. Roles are
 * the server's, not the database's: they may be there already.
 */
export const roles: Migration = {
	async up(db: Kysely<unknown>) {
		const { rows } = await sql<{ rolname: string }>`SELECT rolname FROM pg_roles`.execute(db);
		const there = new Set(rows.map(({ rolname }) => rolname));
		for (const role of [READER, EDITOR]) if (!there.has(role)) await sql.raw(`CREATE ROLE ${role} NOLOGIN`).execute(db);
		const { rows: versions } = await sql<{ version: string }>`SELECT version() AS version`.execute(db);
		// CockroachDB grants no single columns.
		const ofColumns = !versions.some(({ version }) => /cockroach/i.test(version));
		const only = (columns: string) => (ofColumns ? ` (${columns})` : "");
		for (const statement of [
			`GRANT USAGE ON SCHEMA plumbline TO ${READER}, ${EDITOR}`,
			`GRANT SELECT ON ALL TABLES IN SCHEMA plumbline TO ${READER}, ${EDITOR}`,
			`GRANT INSERT ON plumbline.push, plumbline.pack, plumbline.fact, plumbline.item, plumbline.name, plumbline.part TO ${EDITOR}`,
			`GRANT UPDATE${only("revision")} ON plumbline.state TO ${EDITOR}`,
			`GRANT UPDATE ON plumbline.pack TO ${EDITOR}`,
			`GRANT UPDATE${only("row, gone")} ON plumbline.fact TO ${EDITOR}`,
			`GRANT UPDATE${only("gone")} ON plumbline.item TO ${EDITOR}`,
			`GRANT UPDATE${only("gone")} ON plumbline.name TO ${EDITOR}`,
		])
			await sql.raw(statement).execute(db);
	},
};
