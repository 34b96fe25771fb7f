import type { Block } from "../prose/block.ts";
import type { Span } from "../prose/span.ts";
import type { Home } from "../prose/versions/home.ts";
import type { Quantity, QuantityClaim, Quote, Role, Time } from "./claim.ts";

/** What a block finder answers: a claim without its place in the article. `start` and `end` are offsets of the block's text. */
export type Found =
	| (Span & { readonly kind: QuantityClaim["kind"]; readonly quantity: Quantity })
	| (Span & { readonly kind: "date"; readonly time: Time })
	| (Span & { readonly kind: "duration" | "age"; readonly quantity: Quantity; readonly time: Time });

/** What a block finder may know beyond its block. The same block and setting give the same claims, so that they can be kept. */
export interface Setting {
	/** The date that the article speaks from, `YYYY-MM-DD`. */
	readonly dateline: string;
	/** The period that the article reports on, `2025-Q4`, when it is about one: `a year earlier` is told from it. */
	readonly period?: string;
}

/** Finds the claims of some kinds in one block. Finders know nothing of each other: `finders.ts` settles overlaps. */
export type BlockFinder = (block: Block, setting: Setting) => Found[];

/** What the speech finder answers: `start` and `end` are offsets of the text of its block; spans inside `quote` and `role` are the article's and move along with it. */
export type FoundSpeech = Span & { readonly home: Home } & (
		| { readonly kind: "quotation" | "attribution"; readonly quote: Quote }
		| { readonly kind: "role"; readonly role: Role }
	);
