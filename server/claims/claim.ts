import type { Span } from "../prose/span.ts";

/** What a claim asserts; semantics of each in docs. */
export type ClaimKind =
	| "money"
	| "count"
	| "percent"
	| "measure"
	| "rank"
	| "ratio"
	| "date"
	| "duration"
	| "age"
	| "quotation"
	| "attribution"
	| "role";

/** How the writer bounded a value: `over` excludes it, `atLeast` includes it. */
export type Hedge = "exactly" | "about" | "over" | "under" | "atLeast" | "atMost" | "nearly" | "upTo";

/** A figure with its unit. */
export interface Quantity {
	/** After scaling: `$42.5 billion` is 42500000000. The lower end of a range. */
	readonly value: number;
	/** The upper end of a range. */
	readonly high?: number;
	/** Decimals as written, at the written scale: 1 for `42.5 billion`. */
	readonly decimals: number;
	/** The written scale: 1e9 for `42.5 billion`, 1 for `239.40`. */
	readonly scale: number;
	/** money: ISO 4217; `percent`, `percentage point`; a unit's singular English name; a counted noun, singular, with its modifiers; `none`. Rates join with ` per `. */
	readonly unit: string;
	readonly unitKind: "currency" | "percent" | "measure" | "noun" | "none";
	readonly hedge: Hedge;
	/** When the words say that the value moved. */
	readonly trend?: "up" | "down";
	/** The figure is the size of the move (`rose 0.33%`, `fell by 5`) or where it led (`to $239.40`) or came from (`from 20`). */
	readonly role?: "change" | "to" | "from";
	/** One of two figures that belong together: both sides of a score, or `9` and `17` of `9-of-17` (a share). The span is the block's and holds both. */
	readonly pair?: { readonly kind: "score" | "share"; readonly place: "first" | "second"; readonly other: number; readonly span: Span };
	/** Vague magnitudes (`tens of billions`) state no value that a fact could contradict narrowly. */
	readonly vague?: true;
}

/** A time expression, normalised as TIMEX3 (ISO 8601) against the dateline. */
export interface Time {
	readonly type: "date" | "time" | "duration" | "set";
	/** `2026-02-04`, `2025-Q3`, `P20Y`, `XXXX-WXX-3`, `PRESENT_REF`. */
	readonly value: string;
	/** The weekday that the words name beside a full date, 1 Monday to 7 Sunday: the consistency check compares them. */
	readonly weekday?: number;
	/** Resolved against the dateline: `on Wednesday`, `last month`. */
	readonly relative?: true;
	/** Of a duration that the words place: `2025-Q2` for `the three months to June`, `2025-01/2025-09` for `the first nine months of 2025`. */
	readonly period?: string;
}

/** Who said what. All spans are the article's. */
export interface Quote {
	readonly type: "direct" | "indirect" | "mixed";
	/** What was said, quotation marks included; a split quotation has several pieces. */
	readonly content: readonly Span[];
	readonly source: readonly Span[];
	readonly cue: readonly Span[];
	readonly anonymous: boolean;
	/** The source as the article knows it: a surname's full name, `the company`'s name. */
	readonly speaker?: string;
	readonly sourceKind?: "person" | "organisation" | "document" | "data provider" | "anonymous";
	/** `in a statement`, `in a filing`, `on Twitter`. */
	readonly medium?: string;
}

/** Who is what where: `Shawn Hakl, senior vice president of product at AT&T Business`. All spans are the article's. */
export interface Role {
	readonly person: string;
	readonly personSpan: Span;
	readonly title: string;
	readonly titleSpan: Span;
	readonly organisation?: string;
	readonly organisationSpan?: Span;
}

/** What every claim has. `start` and `end` are the article's. */
interface ClaimBase extends Span {
	/** Stable: survives edits elsewhere in the article. */
	readonly id: string;
	/** The claim as written, markup included. */
	readonly text: string;
	/** Index of the article's block, and the claim's span in that block's text. */
	readonly block: number;
	readonly span: Span;
}

export interface QuantityClaim extends ClaimBase {
	readonly kind: "money" | "count" | "percent" | "measure" | "rank" | "ratio";
	readonly quantity: Quantity;
}
export interface DateClaim extends ClaimBase {
	readonly kind: "date";
	readonly time: Time;
}
/** A duration or an age is both a figure and a time. */
export interface SpanOfTimeClaim extends ClaimBase {
	readonly kind: "duration" | "age";
	readonly quantity: Quantity;
	readonly time: Time;
}
/** `quotation` is direct or mixed speech, `attribution` indirect speech and `according to`. */
export interface QuoteClaim extends ClaimBase {
	readonly kind: "quotation" | "attribution";
	readonly quote: Quote;
}
export interface RoleClaim extends ClaimBase {
	readonly kind: "role";
	readonly role: Role;
}

/** A checkable span of prose. */
export type Claim = QuantityClaim | DateClaim | SpanOfTimeClaim | QuoteClaim | RoleClaim;

/** What a claim may have, whatever its kind. A property that its kind lacks may be absent or undefined: a claim that lives has them all. */
interface Parts {
	readonly quantity?: Quantity;
	readonly time?: Time;
	readonly quote?: Quote;
}

/** The quantity of a claim, when its kind has one. */
export function quantityOf(claim: Claim): Quantity | undefined {
	return (claim as Parts).quantity;
}
/** The time of a claim, when its kind has one. */
export function timeOf(claim: Claim): Time | undefined {
	return (claim as Parts).time;
}
/** The quote of a claim, when its kind has one. */
export function quoteOf(claim: Claim): Quote | undefined {
	return (claim as Parts).quote;
}

/** Whether a claim is a figure. */
export function hasQuantity<C extends Claim>(claim: C): claim is C & { readonly quantity: Quantity } {
	return (claim as Parts).quantity !== undefined;
}
/** Whether somebody says a claim. */
export function hasQuote(claim: Claim): claim is QuoteClaim {
	return (claim as Parts).quote !== undefined;
}
