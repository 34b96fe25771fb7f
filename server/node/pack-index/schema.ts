import type { DatabaseSync } from "node:sqlite";

/** Raised whenever an index made by an earlier release can't serve: such an index is made anew. */
export const FORMAT = 9;

/** The tables of an index. Indexes on them are made last, when the rows are in. */
export const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE subject (n INTEGER PRIMARY KEY, id TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE measure (n INTEGER PRIMARY KEY, id TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE person (id TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE document (json TEXT NOT NULL);
-- What many facts share: resource, file, column, unit, scale, source, qualifier.
CREATE TABLE shape (n INTEGER PRIMARY KEY, json TEXT NOT NULL);
-- A stretch of a table's bytes, and the facts that were read from it.
CREATE TABLE segment (
	n INTEGER PRIMARY KEY, uri TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, hash TEXT NOT NULL,
	firstRow INTEGER NOT NULL, firstLine INTEGER NOT NULL, rows INTEGER NOT NULL, firstFact INTEGER, lastFact INTEGER
);
CREATE TABLE fact (
	n INTEGER PRIMARY KEY, subject INTEGER NOT NULL, measure INTEGER NOT NULL, period TEXT, value REAL NOT NULL, printed TEXT NOT NULL,
	decimals INTEGER NOT NULL, shape INTEGER NOT NULL, known TEXT, more TEXT, segment INTEGER NOT NULL, row INTEGER NOT NULL,
	-- Counted from the first line of the segment, as the row is from its first row; NULL where they are the same.
	line INTEGER, lastLine INTEGER
);
CREATE TABLE name (n INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, partial INTEGER NOT NULL);
CREATE TABLE longest (word TEXT PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
-- Parts of names, hashed: a name with a slip still has one of them.
CREATE TABLE part (part INTEGER NOT NULL, name INTEGER NOT NULL);
`;

export const INDEXES = `
CREATE UNIQUE INDEX subject_id ON subject (id);
CREATE INDEX subject_whole ON subject (json ->> '$.partOf') WHERE json ->> '$.partOf' IS NOT NULL;
CREATE UNIQUE INDEX measure_id ON measure (id);
CREATE INDEX person_id ON person (id);
CREATE INDEX segment_uri ON segment (uri, start);
CREATE INDEX fact_about ON fact (subject, measure, period);
CREATE INDEX fact_value ON fact (value, measure);
CREATE INDEX name_key ON name (key);
CREATE INDEX part_part ON part (part);
`;

/** A part of a name as a number (FNV-1a, 32 bits): two that meet by chance cost one comparison. */
export function hashOf(part: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

/** What an index says of itself under a key. */
export function readMeta<T>(database: DatabaseSync, key: string): T | undefined {
	const row = database.prepare("SELECT value FROM meta WHERE key = ?").get(key);
	return row ? (JSON.parse(row.value as string) as T) : undefined;
}

export function writeMeta(database: DatabaseSync, key: string, value: unknown): void {
	database.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)").run(key, JSON.stringify(value));
}
