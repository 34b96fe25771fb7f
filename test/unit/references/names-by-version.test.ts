import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "../../../server/prose/article.ts";
import { ArticleReferences, lookup, type References } from "../../../server/references/lookup.ts";
import type { ReferenceStore } from "../../../server/references/store.ts";
import { descriptor, open } from "./memory-host.ts";

const ENTITIES = `id,name,aliases,type,partOf
ngs,North Gas Services,North Gas,organisation,
marlow-us,Marlow,,place,ost
marlow-uk,Marlow,,place,wes
ost,Ostland,,place,
wes,Westmark,,place,
reed,Reed,,organisation,
`;
const PEOPLE = `id,name,title,organisation
hill1,Tom Hill,,
hill2,Sue Hill,,
`;

/** Names that leave doubt and what takes it away, short forms and what defines them, words that stand in small letters elsewhere. */
const sentences = [
	"North Gas Services (NGS) rose.",
	"North Gas Services, or NGS, fell.",
	"NGS rose again.",
	"Nobody in Marlow knew.",
	"Ostland voted.",
	"Westmark did not.",
	"Hill was there.",
	"Tom Hill came late.",
	"Sue Hill came early.",
	"Reed grew by half.",
	"They cut a reed by the river.",
	"Nothing happened.",
];

/** What is told of an article's names. */
function told({ mentions, entities, facts, people }: References): unknown {
	return { mentions, entities: [...entities], facts: [...facts.keys()], people: [...people] };
}

describe("names from version to version", function () {
	this.timeout(60_000);
	let store: ReferenceStore;
	before(async () => {
		const tables = ["entities", "people"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } }));
		({ store } = await open({ "datapackage.json": descriptor(...tables), "entities.csv": ENTITIES, "people.csv": PEOPLE }));
	});

	it("are those of a text that is read for the first time, and lists stay what they are as long as they say the same", async () => {
		const some = fc.array(fc.constantFrom(...sentences), { maxLength: 3 });
		const edit = fc.record({ at: fc.nat(12), out: fc.nat(3), by: some });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...sentences), { maxLength: 12 }),
				fc.array(edit, { minLength: 1, maxLength: 8 }),
				async (first, edits) => {
					const list = [...first];
					let article = parse(list.join("\n\n"));
					const kept = new ArticleReferences();
					let references = await kept.update(article, store);
					for (const { at, out, by } of edits) {
						list.splice(at, out, ...by);
						const before = references;
						article = parse(list.join("\n\n"), { previous: article });
						references = await kept.update(article, store);
						assert.deepEqual(told(references), told(await lookup(parse(list.join("\n\n")), store)));
						const { lists, before: had, change, changed } = references.named as NonNullable<References["named"]>;
						assert.equal(lists, references.mentions);
						assert.equal(had, before.mentions);
						const moved = change.toA - change.toB;
						for (const [i, own] of lists.entries()) if (!changed.has(i)) assert.equal(own, had[i < change.from ? i : i + moved]);
					}
				},
			),
			{ numRuns: 300, seed: 5 },
		);
	});
});
