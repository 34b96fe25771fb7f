import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { Hedge } from "../claim.ts";
import { type Cut, cut } from "../cut.ts";
import { readFigures } from "./reading/figures.ts";
import type { Lexemes } from "./reading/lexemes.ts";
import type { NumberRead } from "./reading/numbers/number.ts";

/**
 * A number as written, with all that its neighbours say of it. `start` and `end` are offsets of the block's text and hold the digits or words
 * and their scale word (`42.5 billion`, `10 to 12`, `two and a half`), without hedge, currency sign and unit.
 */
export interface Figure extends Span {
	/** After scaling. The first end of a range. */
	readonly value: number;
	/** The other end of a range. */
	readonly high?: number | undefined;
	/** Decimals as written, at the written scale. */
	readonly decimals: number;
	/** 1e9 for `42.5 billion`. */
	readonly scale: number;
	/** `tens of billions`, `dozens`. */
	readonly vague?: true | undefined;
	readonly hedge: Hedge;
	readonly trend?: "up" | "down" | undefined;
	readonly role?: "change" | "to" | "from" | undefined;
	/** The unit that stands beside the figure. A bare figure has none; neither has a count, whose noun is read later. */
	readonly unit?: FigureUnit | undefined;
	/** Start of the words that bound the value, when they stand before it. */
	readonly hedgeStart?: number | undefined;
	/** End of the words that bound the value, when they stand behind it (`or so`, `-odd`). */
	readonly hedgeEnd?: number | undefined;
}

/** A unit as it stands beside a figure; offsets are the block's. Of a range with a unit behind each end, the last one. */
export interface FigureUnit extends Span {
	/** ISO 4217; `percent`, `percentage point`, `basis point`; the singular English name. Rates join with ` per `: `hour per week`. */
	readonly name: string;
	/** `time` takes in second to century; a rate of time (`hour per week`) is a `measure`. */
	readonly kind: "currency" | "percent" | "measure" | "time";
	/** Joined to the figure by a hyphen: `54-year-old`, `two-year`. */
	readonly hyphenated?: true;
}

/** A figure and where its words are among the block's lexemes: what the finders of this room read on from. Lexeme indices, half open. */
export interface PlacedFigure extends Figure {
	/** The first lexeme, currency sign included. */
	readonly first: number;
	/** Behind the figure, its unit and a hedge that stands behind them. */
	readonly next: number;
	readonly number: NumberRead;
	/** Lexeme behind the number and a hedge that touches it (`20-odd`), where the unit or the noun begins. */
	readonly nounAt: number;
	/** The unit was lent by a neighbour in a row (`3, 4 and 5 miles`). */
	readonly lent?: true | undefined;
}

/** What one reading of a block found. */
export interface Reading {
	readonly lexemes: Lexemes;
	/** The same text cut for its times. */
	readonly times: Cut["times"];
	readonly figures: readonly PlacedFigure[];
}

/**
 * Reads the figures of a block, in order and without overlap, with the lexemes that they are read from: several times the room of what is found, so nobody keeps it.
 * Numbers that assert nothing (years, dates, names, versions, times of day, scores) are left out.
 */
export function readingOf(block: Block): Reading {
	const { figures, times } = cut(block.text);
	return { lexemes: figures, times, figures: readFigures(figures) };
}

/** The figures of a block alone. */
export function figuresOf(block: Block): readonly Figure[] {
	return readingOf(block).figures;
}
