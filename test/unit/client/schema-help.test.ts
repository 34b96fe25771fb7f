import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { explained, namesSchema, proposals, type Schema } from "../../../client/packs/schema-help.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schemas/datapackage.schema.json", import.meta.url), "utf8")) as Schema;

/** A text without its cursor, and where it was. */
function cut(marked: string): [text: string, offset: number] {
	const offset = marked.indexOf("|");
	return [marked.replace("|", ""), offset];
}

const inResource = (plumbline: string) =>
	`{ "$schema": "https://datapackage.org/x", "resources": [{ "path": "f.csv", "plumbline": ${plumbline} }] }`;
const words = (marked: string) => explained(...cut(marked), schema)?.words;
const keys = (marked: string) => proposals(...cut(marked), schema).map(({ text }) => text);

describe("client: the schema of descriptors that name another", () => {
	it("is wanted where a descriptor names one", () => {
		assert.equal(namesSchema('{ "$schema": "https://datapackage.org/x" }'), true);
		assert.equal(namesSchema('{ "name": "desk" }'), false);
		assert.equal(namesSchema("[]"), false);
		assert.equal(namesSchema(""), false);
	});
	it("explains keys", () => {
		assert.match(words('{ "na|me": "desk" }') ?? "", /unique among the packs/);
		assert.match(words(inResource('{ "role": "facts", "com|plete": true }')) ?? "", /no period|nothing/i);
		assert.equal(words('{ "contrib|utors": [] }'), undefined);
		assert.equal(words("|"), undefined);
	});
	it("completes the keys that a role has and the object has not", () => {
		const facts = keys(inResource('{ "role": "facts", "subject": "Town", "|" }'));
		for (const key of ["measure", "value", "unit", "period", "valuesMatching", "known_at"]) assert.ok(facts.includes(key), key);
		for (const key of ["role", "subject", "partOf", "speaker"]) assert.ok(!facts.includes(key), key);
		const document = keys(inResource('{ "role": "document", "|" }'));
		assert.ok(document.includes("speaker") && !document.includes("measure"));
	});
	it("completes roles", () =>
		assert.deepEqual(keys(inResource('{ "role": "|" }')).sort(), ["document", "entities", "facts", "measures", "people"]));
	it("says nothing outside", () => assert.deepEqual(keys('{ "resources": [] } |'), []));
});
