import { inEnglish, type Phrase, phrase } from "../../language/phrase.ts";

/** What can be wrong with a pack. Each code is one class of fault; a test reads its line, column and words. */
export type PackProblemCode =
	| "unreadable"
	| "not-json"
	| "invalid-descriptor"
	| "unknown-key"
	| "unknown-column"
	| "missing-column"
	| "missing-file"
	| "leaves-pack"
	| "unknown-encoding"
	| "broken-table"
	| "missing-value"
	| "bad-value"
	| "unknown-type"
	| "unknown-unit"
	| "bad-period"
	| "bad-date"
	| "bad-qualifier"
	| "unknown-subject"
	| "unknown-measure"
	| "unit-mismatch"
	| "duplicate-id"
	| "duplicate-row"
	| "rows-disagree"
	| "stale"
	| "missing-licence"
	| "missing-source"
	| "same-name"
	| "unlisted"
	| "changed"
	| "unsigned"
	| "bad-signature"
	| "too-many-problems"
	| "no-pack"
	// Those of a configuration file, which is shown as packs are.
	| "unknown-setting"
	| "bad-setting"
	| "secret"
	| "untrusted";

/** How a fault is mended: what an editor offers, and the text that takes the place of a range. Lines and columns count from 0. */
export interface PackFix {
	readonly title: string;
	/** The title, as it can be said in another language. */
	readonly said?: Phrase;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly newText: string;
}

/** A fault of a pack where it stands. Lines and columns count from 0, columns in UTF-16 units, the end is exclusive. */
export interface PackProblem {
	readonly uri: string;
	readonly line: number;
	readonly column: number;
	readonly endColumn: number;
	readonly severity: "error" | "warning" | "information";
	readonly code: PackProblemCode;
	/** What is wrong, where, and how to mend it, in words for whoever keeps the table. */
	readonly message: string;
	/** The same, as it can be said in another language. */
	readonly said?: Phrase;
	readonly fix?: PackFix;
	/** Something that another pack may declare, by id, name or alias: then there is no fault. */
	readonly unless?: { readonly kind: "entity" | "measure"; readonly name: string };
}

/** A place in one line of a file. */
export interface Place {
	readonly line: number;
	readonly column: number;
	readonly endColumn: number;
	/** How another text is written there, in quotation marks where it needs them; undefined where nobody can write by hand. As it is when absent. */
	readonly written?: (text: string) => string | undefined;
}

/** How grave a fault is, and how it is mended: by another text in its place, or by an edit of more than that. */
export interface Mending {
	readonly severity?: PackProblem["severity"];
	readonly fix?: string | undefined;
	readonly edit?: PackFix | undefined;
	readonly unless?: PackProblem["unless"];
}

// A table with one column read wrongly has as many faults as rows: the first ones say it all.
const PROBLEMS_OF_A_CODE = 50;

/** Collects problems; of one code in one file it keeps the first fifty and counts the rest. */
export class Problems {
	readonly #list: PackProblem[] = [];
	readonly #counts = new Map<string, { count: number; first: PackProblem }>();

	/** Adds a fault, an error unless said otherwise. `place` is asked for only when the problem is kept, since finding it costs. */
	add(
		uri: string,
		code: PackProblemCode,
		words: Phrase,
		place: Place | (() => Place),
		{ severity = "error", fix, edit, unless }: Mending = {},
	): void {
		const key = `${uri}\n${code}`;
		const known = this.#counts.get(key);
		if (known && known.count >= PROBLEMS_OF_A_CODE) {
			known.count++;
			return;
		}
		const at = typeof place === "function" ? place() : place;
		const { line, column, endColumn, written = (text) => text } = at;
		const newText = fix === undefined ? undefined : written(fix);
		const change =
			newText === undefined ? edit : { ...titled(phrase("Change to “{0}”", fix ?? "")), line, column, endLine: line, endColumn, newText };
		const problem: PackProblem = {
			uri,
			line,
			column,
			endColumn,
			severity,
			code,
			...told(words),
			...(change && { fix: change }),
			...(unless && { unless }),
		};
		if (known) known.count++;
		else this.#counts.set(key, { count: 1, first: problem });
		this.#list.push(problem);
	}

	/** Whether another problem of this code in this file would be kept. */
	keeps(uri: string, code: PackProblemCode): boolean {
		return (this.#counts.get(`${uri}\n${code}`)?.count ?? 0) < PROBLEMS_OF_A_CODE;
	}

	/** All problems kept, by file and line, and one line for each kind that had more. */
	list(): PackProblem[] {
		const more = [...this.#counts.values()].flatMap(({ count, first }): PackProblem[] =>
			count <= PROBLEMS_OF_A_CODE
				? []
				: [
						{
							...first,
							code: "too-many-problems",
							...told(
								phrase(
									"{0} more problems of this kind in this file are not listed: {1}",
									count - PROBLEMS_OF_A_CODE,
									first.said ?? first.message,
								),
							),
						},
					],
		);
		return [...this.#list, ...more.map(({ fix: _, ...problem }) => problem)].sort(
			(a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || a.line - b.line || a.column - b.column,
		);
	}
}

/** The title of a fix, in English and for other languages. */
export const titled = (words: Phrase): Pick<PackFix, "title" | "said"> => ({ title: inEnglish(words), said: words });

/** The message of a fault, in English and for other languages. */
export const told = (words: Phrase): Pick<PackProblem, "message" | "said"> => ({ message: inEnglish(words), said: words });
