// The parts of papaparse that are used. Its published types draw in Node's, which this library does without.
declare module "papaparse" {
	export interface ParserConfig {
		readonly delimiter?: string;
		readonly newline?: "\n";
		readonly quoteChar?: string;
		readonly escapeChar?: string;
		readonly comments?: string | false;
		readonly preview?: number;
		readonly skipEmptyLines?: boolean;
	}
	export interface ParseError {
		readonly type: "Quotes" | "Delimiter" | "FieldMismatch";
		readonly code: string;
		readonly message: string;
		/** Index of the row in `data`. */
		readonly row?: number;
	}
	export interface ParseResult {
		readonly data: string[][];
		readonly errors: readonly ParseError[];
		readonly meta: { readonly delimiter: string; readonly cursor: number };
	}
	export interface UnparseConfig {
		readonly delimiter: string;
		readonly quoteChar: string;
		readonly escapeChar: string;
		/** Which columns are quoted whatever they hold; the others where they must be. */
		readonly quotes: readonly boolean[];
	}
	class Parser {
		constructor(config: ParserConfig);
		parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParseResult;
	}
	const Papa: {
		readonly Parser: typeof Parser;
		parse(input: string, config: ParserConfig): ParseResult;
		unparse(rows: readonly (readonly string[])[], config: UnparseConfig): string;
	};
	export default Papa;
}
