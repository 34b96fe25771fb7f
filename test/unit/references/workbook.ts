import { zipSync } from "fflate";

/** The parts of an `.xlsx` file with these sheets. Numbers are cells of numbers, everything else of text. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
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
