import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * The tables of packs. What they use is common to PostgreSQL and those that speak its protocol: no triggers, functions, sequences or foreign keys, and every
 * key begins with the pack, by which a cluster may spread the rows.
 *
 * No row is ever changed or deleted. It is there from the revision in which it was `since` pushed until the one in which it was `gone`, so that a reader who
 * keeps to one revision never sees half a push.
 */
export const packs: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of TABLES) await sql.raw(statement).execute(db);
	},
};

const TABLES = [
	"CREATE TABLE plumbline.state (one int PRIMARY KEY CHECK (one = 1), revision bigint NOT NULL)",
	"INSERT INTO plumbline.state VALUES (1, 0)",
	// One line a push.
	`CREATE TABLE plumbline.push (
		revision bigint PRIMARY KEY, pack text NOT NULL, version text NOT NULL, hash text NOT NULL,
		pushed_at timestamptz NOT NULL DEFAULT now(), pushed_by text NOT NULL DEFAULT session_user, added int NOT NULL, gone int NOT NULL
	)`,
	`CREATE TABLE plumbline.pack (
		name text PRIMARY KEY, title text NOT NULL, version text NOT NULL, hash text NOT NULL, facts int NOT NULL,
		-- How names were made into keys: a reader of another release makes them otherwise.
		names int NOT NULL, revision bigint NOT NULL
	)`,
	`CREATE TABLE plumbline.fact (
		pack text NOT NULL, n bigint NOT NULL, subject text NOT NULL, measure text NOT NULL, period text, value double precision NOT NULL,
		printed text NOT NULL, unit text NOT NULL, known_at text, source text, resource text NOT NULL, row int NOT NULL, more text NOT NULL,
		digest text NOT NULL, since bigint NOT NULL, gone bigint, PRIMARY KEY (pack, n)
	)`,
	"CREATE INDEX fact_subject ON plumbline.fact (pack, subject)",
	"CREATE INDEX fact_value ON plumbline.fact (pack, value)",
	// Entities, measures, people and documents.
	`CREATE TABLE plumbline.item (
		pack text NOT NULL, n bigint NOT NULL, kind text NOT NULL CHECK (kind IN ('entity', 'measure', 'person', 'document')),
		id text NOT NULL, name text NOT NULL, part_of text, body text NOT NULL, digest text NOT NULL, since bigint NOT NULL, gone bigint,
		PRIMARY KEY (pack, n)
	)`,
	"CREATE INDEX item_id ON plumbline.item (pack, kind, id)",
	"CREATE INDEX item_part_of ON plumbline.item (pack, part_of)",
	// Every form under which an item is met; \`head\` is the first words of its key.
	`CREATE TABLE plumbline.name (
		pack text NOT NULL, item bigint NOT NULL, key text NOT NULL, head text NOT NULL, kind text NOT NULL, id text NOT NULL, text text NOT NULL,
		partial boolean NOT NULL, slips boolean NOT NULL, capital boolean NOT NULL, since bigint NOT NULL, gone bigint, PRIMARY KEY (pack, item, key)
	)`,
	"CREATE INDEX name_head ON plumbline.name (pack, head)",
	"CREATE INDEX name_key ON plumbline.name (pack, key)",
	// Parts of names, hashed: a name with a slip still has one of them.
	"CREATE TABLE plumbline.part (pack text NOT NULL, part bigint NOT NULL, item bigint NOT NULL, key text NOT NULL, PRIMARY KEY (pack, part, item, key))",
];
