import assert from "node:assert/strict";
import fc from "fast-check";
import { isOneSlip, namesNear } from "../../../server/references/names/slips.ts";
import { MemoryNames } from "../../../server/references/names/table.ts";

/** A table with some names, each found with a slip in it. */
function tableOf(...names: string[]): MemoryNames {
	const table = new MemoryNames();
	for (const name of names) table.add({ key: name, entry: { kind: "entity", id: name, text: name }, slips: true });
	return table;
}

describe("references: names with a slip", () => {
	it("differ by one letter, or by two neighbours swapped", () => {
		for (const slip of ["harbour", "hrabor", "harbo", "xarbor", "harbox", "haarbor"]) assert.ok(isOneSlip("harbor", slip), slip);
		for (const other of ["harbor", "hrabro", "harb", "harbours", "robrah"]) assert.ok(!isOneSlip("harbor", other), other);
	});

	it("are found wherever in the name the slip is, whatever the name's length", () => {
		const letter = fc.constantFrom(..."abcdefgh");
		const name = fc.array(letter, { minLength: 9, maxLength: 30 }).map((letters) => `x${letters.join("")}e`);
		fc.assert(
			fc.property(name, fc.nat(), letter, fc.constantFrom("change", "drop", "double", "swap"), (key, place, wrong, how) => {
				const at = 1 + (place % (key.length - 3));
				const [before, here, next, after] = [key.slice(0, at), key[at] as string, key[at + 1] as string, key.slice(at + 2)];
				const slip = {
					change: before + wrong + next + after,
					drop: before + next + after,
					double: before + here + wrong + next + after,
					swap: before + next + here + after,
				}[how];
				fc.pre(slip !== key && isOneSlip(slip, key) && slip.at(-1) === key.at(-1) && !slip.startsWith(key) && !key.startsWith(slip));
				assert.deepEqual(namesNear(slip, tableOf(key, "another name", "quite different")), [key]);
			}),
		);
	});

	it("are not looked for in names of less than seven letters", () => {
		assert.deepEqual(namesNear("harbxr", tableOf("harbor")), []);
		assert.deepEqual(namesNear("harxour", tableOf("harbour")), ["harbour"]);
	});

	it("are never only longer, shorter or inflected", () => {
		const table = tableOf("georgia", "germany", "honduras");
		for (const other of ["georgian", "georgi", "germans", "honduran"]) assert.deepEqual(namesNear(other, table), []);
	});
});
