import type { Claim } from "../claims/claim.ts";
import type { Phrase } from "../language/phrase.ts";
import type { Span } from "../prose/span.ts";
import type { Entity, Fact, Measure, Person, SourceDocument } from "../references/fact.ts";

export type VerdictName =
	| "supported"
	| "contradicted"
	| "outdated"
	| "imprecise"
	| "disputed"
	| "inconsistent"
	| "unreferenced"
	| "reviewed";

/** What the facts say of one claim, always with a reason. Sentences are made from reasons in `features/wording.ts` and nowhere else. */
export interface Verdict {
	readonly name: VerdictName;
	readonly reason: Reason;
	readonly subject?: { readonly text: string; readonly entity?: string };
	readonly measure?: { readonly text: string; readonly measure?: string; readonly said?: Phrase };
	/** The period that the claim speaks of, ISO 8601. May be read when it is asked for, and then a spread does not copy it. */
	readonly period?: string | undefined;
	/** By which words the subject, the measure and the period were found; names of rules, which `features/labels.ts` puts into words. */
	readonly how?: { readonly subject: string; readonly measure: string; readonly period: string };
	/** Facts that the verdict rests on, the decisive one first; a derived fact's inputs. */
	readonly references: readonly Fact[];
	/** How a derived value was computed: `(27.03 − 26.83) / 26.83 = 0.75%`. Where it has words, as a phrase. */
	readonly working?: string | Phrase;
	/** Other places of the article that the verdict speaks of. Article offsets. */
	readonly related?: readonly Span[];
	/** Facts that came near when it was too close to call. */
	readonly candidates?: readonly Fact[];
	/** Where a compared quotation differs from its document. */
	readonly difference?: readonly { readonly kind: "same" | "written" | "document"; readonly text: string }[];
}

/** What a result is called, above nothing and below it. */
export type ResultSide = "profit" | "loss" | "surplus" | "deficit";

/** Why. Each kind is one sentence of the wording; the fields are what it needs. */
export type Reason =
	| { readonly kind: "nothing known" }
	| { readonly kind: "too close to call" }
	| { readonly kind: "no pack" }
	/** Read, but nothing that could be looked up: see `checkable.ts`. */
	| { readonly kind: "nothing to check" }
	/** The reference agrees, disagrees, is newer, fits another period, or misleads. */
	| { readonly kind: "agrees"; readonly fact: Fact; readonly subject?: Entity; readonly measure?: Measure; readonly working?: string }
	/** `rival` is another row that says another thing than `fact`, and not what was written either. `side` is what the words call a result that is on the other side of nothing: `measure` then has its name there, and `fact` no minus. */
	| {
			readonly kind: "disagrees";
			readonly fact: Fact;
			readonly subject?: Entity;
			readonly measure?: Measure;
			readonly working?: string;
			readonly side?: ResultSide;
			readonly rival?: Fact;
	  }
	| { readonly kind: "superseded"; readonly fact: Fact; readonly newer: Fact; readonly subject?: Entity; readonly measure?: Measure }
	| { readonly kind: "misleads"; readonly fact: Fact; readonly subject?: Entity; readonly measure?: Measure; readonly fits?: Fact }
	/** A change in percentage points that was written as one in percent. */
	| { readonly kind: "percent for points"; readonly fact: Fact; readonly subject?: Entity; readonly measure?: Measure }
	| { readonly kind: "neighbour"; readonly fact: Fact; readonly subject?: Entity; readonly measure?: Measure; readonly neighbour: Measure }
	/** A place among the parts of a whole; `open` when more parts than the pack has may be ahead, `least` when it is counted from the lowest value. */
	| {
			readonly kind: "place";
			readonly fact: Fact;
			readonly subject: Entity;
			readonly measure: Measure;
			readonly place: number;
			readonly least: boolean;
			readonly open: boolean;
			readonly whole?: Entity;
	  }
	/** The highest or the lowest since a period, or ever; `rival` is the row that refutes it, `since` the first period that was compared. */
	| {
			readonly kind: "extreme";
			readonly fact: Fact;
			readonly subject: Entity;
			readonly measure: Measure;
			readonly lowest: boolean;
			readonly since: string;
			readonly rival?: Fact;
	  }
	/** A fact of the same subject and measure exists, of another period or too coarse to decide. */
	| { readonly kind: "cannot tell"; readonly fact: Fact; readonly subject?: Entity; readonly measure?: Measure }
	| { readonly kind: "packs disagree"; readonly facts: readonly Fact[] }
	/** Of what a document says: `at` is where the words begin there, in UTF-16 units of its text. */
	| { readonly kind: "quoted faithfully"; readonly document: SourceDocument; readonly at?: number }
	| {
			readonly kind: "misquoted";
			readonly document: SourceDocument;
			readonly at?: number;
			readonly written: string;
			readonly original: string;
	  }
	/** The words are the document's, and somebody else says them there. */
	| {
			readonly kind: "said by another";
			readonly written: string;
			readonly speaker: string;
			readonly document: SourceDocument;
			readonly at?: number;
	  }
	| { readonly kind: "person agrees"; readonly person: Person }
	| { readonly kind: "name misspelt"; readonly written: string; readonly person: Person }
	| { readonly kind: "organisation misspelt"; readonly written: string; readonly spelling: string; readonly entity: Entity }
	| { readonly kind: "title differs"; readonly written: string; readonly person: Person }
	/** The title was the person's until a day before the dateline. */
	| { readonly kind: "title ended"; readonly written: string; readonly until: string; readonly person: Person }
	| { readonly kind: "organisation differs"; readonly written: string; readonly person: Person }
	/** Words in quotation marks that nobody says, a surname before its full name, a source that wants no name. */
	| { readonly kind: "no speaker" }
	| { readonly kind: "surname first"; readonly written: string; readonly full: string }
	| { readonly kind: "anonymous source"; readonly written: string }
	/** The article against itself; `expected` is the value that the arithmetic gives, as it would be printed. */
	| { readonly kind: "arithmetic"; readonly written: string; readonly expected: string; readonly working: string }
	/** A change that its two ends do not give: `size` is what they give, in `unit`. */
	| {
			readonly kind: "change";
			readonly written: string;
			readonly size: string;
			readonly unit: "percentage point" | "basis point" | "times";
	  }
	/** Of two figures set beside each other the first is said to be more than the other, or less, and it is the other way round. */
	| { readonly kind: "direction"; readonly written: string; readonly other: string; readonly isMore: boolean }
	/** A result in which both sides have as many. */
	| { readonly kind: "no winner"; readonly score: string }
	/** A draw in which one side has more. */
	| { readonly kind: "no draw"; readonly score: string }
	/** Shares of one whole that are more than it: `sum` in percent. */
	| { readonly kind: "over all"; readonly sum: string }
	/** More of something than there is in all: `most` with its noun. */
	| { readonly kind: "more than all"; readonly written: string; readonly most: string }
	| { readonly kind: "said differently"; readonly written: string; readonly other: string; readonly related: Span }
	/** A headline's figure that the body gives otherwise. */
	| { readonly kind: "headline"; readonly written: string; readonly other: string }
	/** A list that was announced with another number of items. */
	| { readonly kind: "list"; readonly written: string; readonly items: number }
	/** One measure in two units, one price in two currencies. */
	| { readonly kind: "conversion"; readonly written: string; readonly first: string; readonly expected: string }
	| { readonly kind: "rate"; readonly written: string; readonly first: string }
	| { readonly kind: "two spellings"; readonly written: string; readonly other: string }
	| { readonly kind: "weekday"; readonly written: string; readonly actual: string; readonly date: string; readonly tense?: "future" }
	| { readonly kind: "projection is past"; readonly written: string; readonly dateline: string }
	/** The article itself says that the claim is not to be checked, and why. */
	| { readonly kind: "ignored"; readonly note: string }
	/** In the ledger, by itself or with the whole article, or by a review mark in the article. */
	| {
			readonly kind: "signed off";
			readonly by: string;
			readonly on: string;
			readonly note?: string;
			readonly inArticle?: true;
			readonly whole?: true;
	  };

/** A claim with its verdict. */
export interface Checked {
	readonly claim: Claim;
	readonly verdict: Verdict;
}
