import type { Claim } from "../../claims/claim.ts";
import type { Home } from "../../prose/versions/home.ts";

/** What the cells of a table name, by their text. */
export interface Table {
	readonly subjects: string[];
	readonly rows: Map<string, Cell>;
}

interface Cell {
	readonly subjects: readonly string[];
	/** Its figures and dates. */
	readonly figures: readonly Claim[];
}

/** The tables that a run of cells makes up. */
export class Tables {
	readonly first: Home;
	readonly length: number;
	readonly #tables: readonly Table[];

	/** `cells` are what was read in the blocks with those homes. */
	constructor(homes: readonly Home[], cells: readonly Cell[]) {
		this.first = homes[0] as Home;
		this.length = homes.length;
		let table: Table = { subjects: [], rows: new Map() };
		this.#tables = homes.map(({ block }, i) => {
			const isHeader = block.context.cell?.isHeader === true;
			const own = cells[i] as Cell;
			if (isHeader && !homes[i - 1]?.block.context.cell?.isHeader) table = { subjects: [], rows: new Map() };
			if (isHeader) table.subjects.push(...own.subjects);
			if (!table.rows.has(block.text)) table.rows.set(block.text, own);
			return table;
		});
	}

	/** The table of a cell, counted from the first one. */
	of(cell: number): Table | undefined {
		return this.#tables[cell];
	}
}
