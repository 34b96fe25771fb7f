import type { Claim, Quantity } from "../../claims/claim.ts";
import type { Bound } from "../binding/bind.ts";
import type { SubjectCandidate } from "../binding/candidate.ts";
import type { Series } from "../binding/known-facts.ts";
import type { MeasureFit } from "../binding/measures/measure.ts";
import type { ClaimPeriod } from "../binding/periods/period.ts";
import type { Reading } from "../binding/reading.ts";
import type { Passage } from "../binding/sentence/passage.ts";

/** What a derivation may draw on. */
export interface Derivation {
	readonly claim: Claim;
	readonly quantity: Quantity;
	readonly passage: Passage;
	readonly period: ClaimPeriod | undefined;
	readonly reading: Reading;
	/** Years after which a fact is too old for a sentence that names no period. */
	readonly stale: number;
	readonly subjects: readonly SubjectCandidate[];
	/** The series of a subject that the words name, whatever their unit; also those that one word would narrow: `output per person`. */
	named(subject: string, narrowing?: string): readonly { readonly series: Series; readonly measure: MeasureFit }[];
}

/** Computes what no row states, where the words ask for it. Each answers readings whose only fact is derived; its inputs and the working stand with it. */
export type Derive = (derivation: Derivation) => Bound[];
