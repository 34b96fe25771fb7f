import assert from "node:assert/strict";
import fc from "fast-check";
import { fullDialect, parseRows } from "../../../server/references/pack/text/csv.ts";
import { segments } from "../../../server/references/pack/text/segments.ts";

const MARKS = { delimiter: 44, quote: 34 };
const bytes = (text: string) => new TextEncoder().encode(text);

async function cut(pieces: Iterable<Uint8Array>): Promise<string[]> {
	const found: string[] = [];
	let end = 0;
	for await (const { bytes: part, start } of segments(pieces, MARKS)) {
		assert.equal(start, end);
		end += part.length;
		found.push(new TextDecoder().decode(part));
	}
	return found;
}

/** Rows as a spreadsheet writes them. */
const csv = (rows: readonly (readonly string[])[]) =>
	rows.map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n");

describe("references: stretches of a table", () => {
	it("are given while the rest is still to come", async () => {
		let given = 0;
		const pieces = function* () {
			for (; given < 1000; given++) yield bytes("Northgas,revenue,33.0,USD billion,2025\n".repeat(1000));
		};
		for await (const { bytes: part } of segments(pieces(), MARKS)) {
			assert.ok(part.length < 320_000, `${part.length}`);
			assert.ok(given < 10, `${given} pieces were read for one stretch`);
			break;
		}
	});

	it("end where a row ends, not where a cell has a line end", async () => {
		const row = `Northgas,revenue,"one ""quoted""\ntwo, three\nfour",5" pipe,33.0\n`;
		const parts = await cut([bytes(row.repeat(20_000))]);
		assert.ok(parts.length > 3);
		for (const part of parts) assert.equal(part, row.repeat(part.length / row.length));
	});

	it("go on when a quotation mark is never closed", async () => {
		const parts = await cut([bytes(`a,b\n"x,1\n${"Northgas,2\n".repeat(2_000_000)}`)]);
		assert.ok(parts.length > 1);
	});

	it("hold the same rows as the whole, however the bytes come", async () => {
		const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " ", "5"), maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 1, max: 40 }),
				async (rows, step) => {
					const text = csv(rows);
					// Long enough for several stretches, and cut into pieces at any byte.
					const block = `${text}\n`.repeat(Math.ceil(700_000 / (text.length + 1)));
					const whole = bytes(block);
					const pieces = Array.from({ length: step }, (_, i) =>
						whole.subarray(Math.floor((whole.length * i) / step), Math.floor((whole.length * (i + 1)) / step)),
					);
					const parts = await cut(pieces);
					assert.equal(parts.join(""), block);
					const dialect = fullDialect("", { delimiter: "," });
					const read = parts.flatMap((part) => parseRows(part, dialect, 1, 0).rows);
					assert.equal(read.length, parseRows(block, dialect, 1, 0).rows.length);
				},
			),
			{ numRuns: 15, seed: 11 },
		);
	});

	it("tell the place of a cell as the text has it", () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "b"), maxLength: 5 }), { minLength: 2, maxLength: 4 }), {
					minLength: 1,
					maxLength: 5,
				}),
				(rows) => {
					const text = csv(rows);
					const lines = text.split("\n");
					const batch = parseRows(text, fullDialect("", { delimiter: "," }), 1, 0);
					for (const [row, cells] of batch.rows.entries()) {
						for (const [field, cell] of cells.entries()) {
							const { line, column, endColumn } = batch.place(row, field);
							const written = lines[line]?.slice(column, endColumn) ?? "";
							const first = cell.split("\n")[0] as string;
							assert.ok(
								written === cell || written.replace(/^"/, "").replaceAll('""', '"').startsWith(first),
								`${JSON.stringify(text)} ${row} ${field}: ${written}`,
							);
						}
					}
				},
			),
		);
	});
});
