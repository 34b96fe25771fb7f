import type { Claim } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import { nobodysPeriod } from "../binding/bind.ts";
import type { Passage } from "../binding/sentence/passage.ts";
import type { Reason, Verdict } from "../verdict.ts";

const NOTHING: Reason = { kind: "nothing known" };
const NO_FACTS: readonly Fact[] = [];

/**
 * The verdict on a figure of nobody whom the packs know, as most are. The period that its words name is read when somebody asks for it, as a hover and a
 * file of results do: that took as long as all else of judging such a figure.
 */
export class OfNobody implements Verdict {
	readonly name = "unreferenced";
	readonly reason = NOTHING;
	readonly references = NO_FACTS;
	readonly #claim: Claim;
	readonly #passage: Passage;
	readonly #cellDates: readonly Claim[];

	constructor(claim: Claim, passage: Passage, cellDates: readonly Claim[]) {
		this.#claim = claim;
		this.#passage = passage;
		this.#cellDates = cellDates;
	}

	get period(): string | undefined {
		return nobodysPeriod(this.#claim, this.#passage, this.#cellDates);
	}
}
