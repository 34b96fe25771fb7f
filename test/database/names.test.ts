import assert from "node:assert/strict";
import { hash } from "node:crypto";
import fc from "fast-check";
import { NAMES, nameRows } from "../../server/node/database/rows.ts";
import { findMentions } from "../../server/references/names/find.ts";
import { headOf, keysOf } from "../../server/references/names/grams.ts";
import { RememberedNames } from "../../server/references/names/remembered.ts";
import { partsNear } from "../../server/references/names/slips.ts";
import { rememberingStemmer } from "../../server/references/names/stem.ts";
import type { NameTable } from "../../server/references/names/table.ts";

describe("the keys that a text leads to", () => {
	const stem = rememberingStemmer();
	const word = fc.constantFrom(
		..."Northgas north Gas gas Tidal Power the The of U.S. us Wren's Harbours harbour Glassworks glassworks 3M iPhone AT&T - , . … 1,200 Nine".split(
			" ",
		),
	);
	const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));

	it("are all that finding names in it asks for", () => {
		fc.assert(
			fc.property(
				fc.array(text, { minLength: 1, maxLength: 3 }),
				fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
				(texts, small) => {
					const { large, small: others, slips } = keysOf(texts);
					const parts = new Set([...slips].flatMap(partsNear));
					const table: NameTable = {
						longest: (first) => (first.startsWith("~") ? 0 : 5),
						named: (key) => {
							const head = headOf(key);
							assert.ok(large.has(head) || others.has(head), `“${key}” is asked for in ${JSON.stringify(texts)}`);
							return [];
						},
						slips: (part) => {
							assert.ok(parts.has(part), `“${part}” is asked for in ${JSON.stringify(texts)}`);
							return [];
						},
					};
					findMentions(texts, new RememberedNames(table, stem), (key) => small[key.length % 5] === true);
				},
			),
		);
	});

	it("are few: a name is asked for by its first three words, in small letters only where it stands so", () => {
		const { large, small, slips } = keysOf(["The Tidal Power works of Northgas rose."]);
		assert.deepEqual(
			[...large].filter((key) => key.startsWith("tidal")),
			["tidal", "tidal power", "tidal power works", "tidal power work"],
		);
		assert.ok(small.has("works of northgas") && !large.has("works of northgas"));
		assert.ok(slips.has("northgas") && !slips.has("tidal"));
	});
});

describe("the names that a database keeps", () => {
	it("are made as its number of that says: raise NAMES when this fails, so that packs are pushed again", () => {
		const entity = { id: "a", name: "The Harbour Glass-Works Co. Ltd", aliases: ["HGW", "Harbour Glass"], type: "organisation", pack: "p" };
		const school = { id: "s", name: "Ashdown Grammar", aliases: [], column: "School", pack: "p", implied: true } as const;
		const measure = { id: "m", label: "wireless subscribers (total)", aliases: ["customers"], confusableWith: [], pack: "p" };
		const person = { id: "w", name: "Ada B. van der Wren Jr.", aliases: [], pack: "p", resource: "people", row: 2 };
		const stem = rememberingStemmer();
		const rows = [
			...nameRows({ kind: "entity", body: entity }, stem),
			...nameRows({ kind: "entity", body: school }, stem),
			...nameRows({ kind: "measure", body: measure }, stem),
			...nameRows({ kind: "person", body: person }, stem),
		];
		assert.deepEqual({ names: NAMES, digest: hash("sha256", JSON.stringify(rows)).slice(0, 16) }, { names: 2, digest: "50cc1e574dc6e9d0" });
	});
});
