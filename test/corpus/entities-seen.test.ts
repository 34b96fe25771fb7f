import assert from "node:assert/strict";
import { check } from "../../server/check.ts";
import { sentence } from "../../server/features/wording/wording.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { descriptor, open } from "../unit/references/memory-host.ts";

const PACK = {
	"datapackage.json": descriptor(...["facts", "entities"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } }))),
	"facts.csv":
		"subject,measure,value,unit,period\nveladata,revenue,33.0,USD billion,2025\nmarl-c,population,3.7,million people,2025\nmarl-s,population,11.0,million people,2025\n",
	"entities.csv":
		"id,name,aliases,type,partOf\nveladata,Veladata Pro,Veladata,organisation,\nmarl-c,Marland,Republic of Marland,place,\nmarl-s,Marland,State of Marland,place,Union\n",
};

/** What a reader is told of the claim with these words. */
async function told(article: string, words: string): Promise<{ name: string; says: string; candidates?: string[] }> {
	const { store } = await open(PACK);
	const { checked } = await check(article, store, { today: "2026-02-04", tolerances: defaultTolerances });
	const found = checked.find(({ claim }) => claim.text.includes(words)) ?? assert.fail(`no claim holds “${words}”`);
	const { verdict, claim } = found;
	return {
		name: verdict.name,
		says: sentence(verdict.reason, claim),
		...(verdict.candidates && { candidates: verdict.candidates.map(({ subject }) => subject).sort() }),
	};
}

describe("names of a pack as a reader is told of them", () => {
	for (const [article, words, says] of [
		[
			"According to data from Veladeta Pro, revenue was $33.0 billion in 2025.",
			"Veladeta",
			"The name is spelt Veladata Pro, not Veladeta Pro (desk).",
		],
		["Vealdata reported revenue of $33.0 billion in 2025.", "Vealdata", "The name is spelt Veladata, not Vealdata (desk)."],
	] as const)
		it(`a source that is misspelt: ${words}`, async () => {
			assert.deepEqual(await told(article, words), { name: "contradicted", says });
		});

	it("a name of two things that nothing settles is left open, with both", async () => {
		assert.deepEqual(await told("Marland had a population of 5 million in 2025.", "5 million"), {
			name: "unreferenced",
			says: "It is not clear which reference is meant.",
			candidates: ["marl-c", "marl-s"],
		});
	});

	it("a name of two things that the article settles is no longer open", async () => {
		const { name, says } = await told("The State of Marland grew. Marland had a population of 5 million in 2025.", "5 million");
		assert.equal(name, "contradicted");
		assert.match(says, /population was 11\.0 million, not 5 million/);
	});
});
