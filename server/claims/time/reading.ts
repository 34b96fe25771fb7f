import type { Block } from "../../prose/block.ts";
import type { Figure, Reading as Read } from "../quantities/figures.ts";
import type { Lexeme, Lexemes } from "./lexemes.ts";
import type { Word } from "./lexicon.ts";

/** One block while its times are read. */
export interface Reading {
	readonly block: Block;
	readonly lexemes: Lexemes;
	/** Figures that count a unit of time or have no unit, by where they start in the block's text. */
	readonly figures: ReadonlyMap<number, Figure>;
}

/** Prepares a block that has been read for its figures. */
export function readingOf(block: Block, { times, figures: all }: Read): Reading {
	const figures = new Map<number, Figure>();
	for (const figure of all) if (!figure.unit || figure.unit.kind === "time") figures.set(figure.start, figure);
	return { block, lexemes: times, figures };
}

/** A word's text at an index, empty beyond the ends. */
export function textAt(reading: Reading, i: number): string {
	return reading.lexemes.at(i)?.text ?? "";
}

/** The role of a word, when it has one. */
export function roleAt(reading: Reading, i: number): Word["role"] | undefined {
	return reading.lexemes.at(i)?.word?.role;
}

/** The word at an index when it has this role. */
export function wordAt<R extends Word["role"]>(reading: Reading, i: number, role: R): Extract<Word, { role: R }> | undefined {
	const word = reading.lexemes.at(i)?.word;
	return word?.role === role ? (word as Extract<Word, { role: R }>) : undefined;
}

/**
 * Whether a month's or a weekday's name is written so that it can be one: with a capital, unless it is no other English word, as `friday` in a draft.
 */
export function isCalendarName(lexeme: Lexeme | undefined): boolean {
	if (lexeme === undefined || lexeme.capital) return lexeme !== undefined;
	const word = lexeme.word;
	return (word?.role === "month" && !word.short && !word.ambiguous) || (word?.role === "weekday" && !word.short);
}

/** Whether nothing stands between a lexeme and the one before. */
export function touches(reading: Reading, i: number): boolean {
	const lexeme = reading.lexemes.at(i);
	const before = reading.lexemes.at(i - 1);
	return lexeme !== undefined && before !== undefined && lexeme.start === before.end;
}

/** The index after an optional comma at `i`. */
export function afterComma(reading: Reading, i: number): number {
	return textAt(reading, i) === "," ? i + 1 : i;
}

/** The index after an optional full stop that touches the lexeme before: `Feb.`. */
export function afterStop(reading: Reading, i: number): number {
	return textAt(reading, i) === "." && touches(reading, i) ? i + 1 : i;
}
