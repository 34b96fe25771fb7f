import assert from "node:assert/strict";
import { zipSync } from "fflate";
import { descriptor, open } from "./memory-host.ts";

/** The parts of an `.xlsx` file with these sheets. Numbers are cells of numbers, everything else of text. */
function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
	const bytes = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	const names = Object.keys(sheets);
	const cell = (value: string | number, row: number, column: number) => {
		const at = `${String.fromCharCode(65 + column)}${row + 1}`;
		return typeof value === "number" ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
	};
	const parts: Record<string, Uint8Array> = {
		"[Content_Types].xml": bytes('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
		"_rels/.rels": bytes(
			`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		),
		"xl/workbook.xml": bytes(
			`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
		),
		"xl/_rels/workbook.xml.rels": bytes(
			`<Relationships xmlns="${relations}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
		),
	};
	for (const [i, name] of names.entries()) {
		const rows = sheets[name]?.map(
			(cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join("")}</row>`,
		);
		parts[`xl/worksheets/sheet${i + 1}.xml`] = bytes(`<worksheet xmlns="${main}"><sheetData>${rows?.join("")}</sheetData></worksheet>`);
	}
	return zipSync(parts);
}

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
