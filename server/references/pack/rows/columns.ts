import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { CellReference, NamesReference } from "../descriptor.ts";
import type { Mending, PackProblemCode } from "../problem.ts";
import { closest } from "../suggest.ts";
import { compilePattern, type Pattern } from "./pattern.ts";

/** A table's header and where its faults are shown. */
export interface Header {
	readonly names: readonly string[];
	/** Index of a column by its name; padding and capitals don't matter. -1 when there is none. */
	index(name: string): number;
}

// A pattern in a message is there to be recognised.
const LONGEST_SHOWN = 80;

/** A row's cells to a value; empty when there is none. */
export type Read = (cells: readonly string[]) => string;

export function headerOf(cells: readonly string[]): Header {
	const names = cells.map((cell) =>
		cell
			.replace(/^\ufeff/, "")
			.trim()
			.replace(/\s+/g, " "),
	);
	const exact = new Map<string, number>();
	const loose = new Map<string, number>();
	for (const [i, name] of names.entries()) {
		if (!exact.has(name)) exact.set(name, i);
		if (!loose.has(name.toLowerCase())) loose.set(name.toLowerCase(), i);
	}
	return {
		names,
		index: (name) => {
			const clean = name.trim().replace(/\s+/g, " ");
			return exact.get(clean) ?? loose.get(clean.toLowerCase()) ?? -1;
		},
	};
}

type CellFault = (column: number, code: PackProblemCode, message: Phrase, more: Mending) => void;

/** Turns cell references into readers. What is wrong with one is told through `fault`, with the path of the reference below `plumbline`. */
export class Columns {
	readonly header: Header;
	readonly #path: string;
	readonly #cell: CellFault;
	readonly #isBare: boolean;
	readonly #fault: (path: readonly PropertyKey[], code: PackProblemCode, message: Phrase, more?: Mending) => void;

	/**
	 * `fault` tells what is wrong in the descriptor, `cell` what is wrong in a cell of the header; without it, that is told of the descriptor too. A bare
	 * table has no descriptor.
	 */
	constructor(
		header: Header,
		path: string,
		fault: Columns["fault"],
		cell: CellFault = (_, code, message) => fault([], code, message),
		isBare = false,
	) {
		this.#isBare = isBare;
		this.#cell = cell;
		this.header = header;
		this.#path = path;
		this.#fault = fault;
	}

	/** Tells that the table has no column for what it needs: at the column whose name has a slip, when there is one, else in the descriptor. */
	lacks(name: string): void {
		const near = closest(name, this.header.names);
		if (near !== undefined && near.length > 3) {
			this.#cell(
				this.header.names.indexOf(near),
				"missing-column",
				phrase("The table has no column “{0}”; did you mean it by “{1}”?", name, near),
				{ fix: name },
			);
			return;
		}
		if (this.#isBare) {
			this.#fault([], "missing-column", phrase("The table has no column “{0}”. Add it; its columns are {1}.", name, shown(this.header)));
			return;
		}
		const message = phrase(
			'The table has no column “{0}”, and the descriptor does not say what stands for it. Add "{0}" to "plumbline", or such a column to the table.',
			name,
		);
		this.#fault([], "missing-column", message);
	}

	/** Tells of something wrong in the descriptor, below `plumbline`. */
	get fault() {
		return this.#fault;
	}

	/** The reader of a reference; of the first column that has one of the usual names when there is no reference; undefined when there is neither. */
	reader(
		reference: CellReference | undefined,
		path: readonly PropertyKey[],
		...usual: readonly string[]
	): { read: Read; column?: number } | undefined {
		if (reference === undefined) {
			const column = usual.map((name) => this.header.index(name)).find((index) => index >= 0);
			return column === undefined ? undefined : { read: (cells) => cells[column]?.trim() ?? "", column };
		}
		if (typeof reference === "string") return this.#column(reference, undefined, path);
		if ("is" in reference) {
			const constant = String(reference.is);
			return { read: () => constant };
		}
		if ("fromPath" in reference) {
			const pattern = this.pattern(reference.fromPath, [...path, "fromPath"]);
			const found = pattern?.groups(this.#path);
			if (pattern && !found)
				this.#fault(
					[...path, "fromPath"],
					"missing-value",
					phrase("The file's path {0} does not match “{1}”, so there is nothing to take from it.", this.#path, reference.fromPath),
				);
			const value = found?.[1] ?? found?.[0] ?? "";
			return { read: () => value };
		}
		return this.#column(reference.column, reference.pattern, [...path, "column"]);
	}

	/** Readers of one or several columns, each of several names. */
	list(
		references: NamesReference | undefined,
		path: readonly PropertyKey[],
		...usual: readonly string[]
	): (cells: readonly string[]) => string[] {
		const readers = (Array.isArray(references) ? references : [references]).flatMap((reference, i) => {
			const reader = this.reader(reference, Array.isArray(references) ? [...path, i] : path, ...usual);
			return reader ? [reader.read] : [];
		});
		return (cells) => [...new Set(readers.flatMap((read) => splitNames(read(cells))))];
	}

	/** A pattern of the descriptor's; one that can't be used is told. */
	pattern(source: string, path: readonly PropertyKey[]): Pattern | undefined {
		const pattern = compilePattern(source);
		if ("groups" in pattern) return pattern;
		this.#fault(path, "invalid-descriptor", phrase("The pattern “{0}” {1}.", source.slice(0, LONGEST_SHOWN), pattern));
		return undefined;
	}

	#column(name: string, pattern: string | undefined, path: readonly PropertyKey[]): { read: Read; column?: number } | undefined {
		const column = this.header.index(name);
		if (column < 0) {
			const near = closest(name, this.header.names);
			this.#fault(
				path,
				"unknown-column",
				near
					? phrase("The table has no column “{0}”; did you mean “{1}”?", name, near)
					: phrase("The table has no column “{0}”. Its columns are {1}.", name, shown(this.header)),
				{ fix: near },
			);
			return undefined;
		}
		if (pattern === undefined) return { read: (cells) => cells[column]?.trim() ?? "", column };
		const expression = this.pattern(pattern, [...path.slice(0, -1), "pattern"]);
		if (!expression) return undefined;
		return {
			column,
			read: (cells) => {
				const groups = expression.groups(cells[column]?.trim() ?? "");
				return groups?.[1] ?? groups?.[0] ?? "";
			},
		};
	}
}

/** The first names of a header, for a message. */
export function shown({ names }: Header): string {
	return names
		.slice(0, 12)
		.map((name) => `“${name}”`)
		.join(", ");
}

/** Names in one cell, parted by | or ;. */
function splitNames(cell: string): string[] {
	return cell
		.split(/[|;]/)
		.map((name) => withoutFootnote(name.trim()))
		.filter(Boolean);
}

/** A name without the mark of a footnote: `Aeroflot*`, `China[b]`, `France¹`. */
export function withoutFootnote(name: string): string {
	return name.replace(/\s{0,4}(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\[[a-z\d*]{1,3}\])$/u, "");
}
