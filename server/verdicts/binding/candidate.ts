import type { Span } from "../../prose/span.ts";
import type { Entity } from "../../references/fact.ts";
import type { Passage } from "./sentence/passage.ts";

/** Somebody or something that a figure may be about. */
export interface SubjectCandidate {
	readonly id: string;
	/** How well the words fit, 0 to 1. */
	readonly score: number;
	/** The words that name it. Offsets are the block's text's; absent when it stands in another block. */
	readonly name?: Span;
	/** Why, for the hover. */
	readonly how: string;
	/** One of several of whom the same is said: `Chad and Mali each have 40 ships`. */
	readonly each?: true;
}

/** The sentences of an article in order, and what the packs call the names in them. */
export interface SubjectContext {
	readonly passages: readonly Passage[];
	/** Index of the passage in `passages`. */
	readonly at: number;
	readonly entities: ReadonlyMap<string, Entity>;
	/** Subjects of the section's heading and of the headline. */
	readonly heading: readonly string[];
	readonly headline: readonly string[];
	/** Subjects that a table cell's row and column name. */
	readonly cell: readonly string[];
}
