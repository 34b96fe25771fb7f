import assert from "node:assert/strict";
import { descriptor, open } from "./memory-host.ts";
import { workbook } from "./workbook.ts";

const HEADER = ["subject", "measure", "value", "unit", "period"];

function opened(xlsx: Uint8Array, resource: object = {}) {
	return open({ "datapackage.json": descriptor({ path: "f.xlsx", ...resource, plumbline: { role: "facts" } }), "f.xlsx": xlsx });
}

describe("references: spreadsheets", () => {
	it("are read like tables", async () => {
		const { store, problems } = await opened(workbook({ Sheet1: [HEADER, ["Northgas", "revenue", 33.25, "USD billion", 2025]] }));
		assert.deepEqual(problems, []);
		const [fact] = (await store.facts([{ subject: "Northgas" }]))[0] ?? [];
		assert.deepEqual([fact?.value, fact?.printed, fact?.period, fact?.row], [33.25e9, "33.25", "2025", 2]);
	});

	it("are read from the sheet that the dialect names", async () => {
		const xlsx = workbook({ Notes: [["read me"]], Figures: [HEADER, ["Northgas", "stores", 12, "store", 2025]] });
		for (const dialect of [{ sheetName: "Figures" }, { sheetNumber: 2 }]) {
			const { store } = await opened(xlsx, { dialect });
			assert.equal((await store.facts([{ subject: "Northgas" }]))[0]?.[0]?.value, 12);
		}
	});

	it("tell a fault by row and cell", async () => {
		const { problems } = await opened(workbook({ Sheet1: [HEADER, ["Northgas", "revenue", "much", "USD", 2025]] }));
		assert.deepEqual(
			problems.map(({ code, line, column }) => [code, line, column]),
			[["bad-value", 1, 2]],
		);
	});

	it("are refused when they are none, or have no such sheet", async () => {
		for (const [xlsx, resource] of [
			[new TextEncoder().encode("subject,measure"), {}],
			[workbook({ Sheet1: [HEADER] }), { dialect: { sheetName: "Figures" } }],
		] as const) {
			const { problems } = await opened(xlsx, resource);
			assert.match(
				problems[0]?.message ?? "",
				/^The spreadsheet can't be read \(.+\)\. Save it as \.xlsx again, or save the sheet as CSV\.$/,
			);
		}
	});

	it("are refused when they unpack to more than is read", async () => {
		const xlsx = workbook({ Sheet1: [HEADER] });
		// The directory at the archive's end says how large each part is: the first now claims 512 MB.
		const view = new DataView(xlsx.buffer, xlsx.byteOffset, xlsx.byteLength);
		let directory = 0;
		while (view.getUint32(directory, true) !== 0x02014b50) directory++;
		view.setUint32(directory + 24, 512 * 1024 * 1024, true);
		const { problems } = await opened(xlsx);
		assert.equal(problems[0]?.message, "The spreadsheet unpacks to 537 MB, which is more than is read. Save the sheet as CSV.");
	});
});
