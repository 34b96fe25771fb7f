import { type Quantity, quantityOf } from "../../claims/claim.ts";
import type { Article } from "../../prose/article.ts";
import type { Fact } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import type { NearQuery } from "../../references/store.ts";
import type { Tolerances } from "../tolerances.ts";
import { writtenInterval } from "../values/interval.ts";
import type { Checked } from "../verdict.ts";

/** What a search for a figure elsewhere in the packs may draw on. */
export interface Around {
	readonly article: Article;
	readonly references: References;
	readonly dateline: string;
	readonly tolerances: Tolerances;
}

/** What a claim's words lead to, by id: several when they only name them. */
interface Kin {
	readonly subjects: readonly string[];
	readonly measures: readonly string[];
}

/** A figure of fewer digits is found somewhere by chance. */
const TELLING = 3;
/** The same figure of the same subject and measure, of another period, may be shorter. */
const TELLING_OF_BOTH = 2;
/** What more facts than these have in common tells nothing. */
const MOST = 2;
/** Facts asked for: enough to see that there are too many. */
const ASKED = 12;

/** What to ask the packs for a figure that its references do not bear out; undefined when its value tells nothing or nothing can be asked. */
export function queryElsewhere(checked: Checked, around: Around): NearQuery | undefined {
	const quantity = searched(checked);
	const { measures } = kinOf(checked, around);
	if (!quantity || measures.length === 0 || digits(quantity) < TELLING) return undefined;
	const { low, high } = writtenInterval(quantity, around.tolerances);
	return { value: quantity.value, within: (high - low) / 2, measures, limit: ASKED };
}

/**
 * Facts that have just the value of a figure that its references do not bear out, and that are about what its words lead to: another period of the
 * same, the same measure of somebody else, another measure of the same subject. `answers` are those of `queryElsewhere`. A hint for whoever looks
 * into it, never a verdict: none where several facts have the value.
 */
export function factsElsewhere(checked: Checked, answers: readonly Fact[], around: Around): readonly Fact[] {
	const quantity = searched(checked);
	if (!quantity) return [];
	const { subjects, measures } = kinOf(checked, around);
	const { references, tolerances, dateline } = around;
	const { low, high } = writtenInterval(quantity, tolerances);
	const slack = 1e-9 * Math.abs(quantity.value);
	const told = new Set([...checked.verdict.references, ...(checked.verdict.candidates ?? [])].map(placeOf));
	const fits = (fact: Fact): boolean =>
		fact.high === undefined &&
		fact.value >= low - slack &&
		fact.value <= high + slack &&
		sharesUnit(quantity, fact) &&
		(fact.knownAt ?? "") <= dateline &&
		!told.has(placeOf(fact));
	const own = subjects.flatMap((subject) => references.facts.get(subject) ?? []).filter(fits);
	const others = answers.filter((fact) => fits(fact) && !subjects.includes(fact.subject));
	const both = own.filter(({ measure }) => measures.includes(measure));
	const isTelling = digits(quantity) >= TELLING;
	const tiers = [digits(quantity) >= TELLING_OF_BOTH ? both : [], isTelling ? others : [], isTelling ? own : []];
	return tiers.find((tier) => tier.length > 0 && tier.length <= MOST) ?? [];
}

/** The figure of a claim that is wrong or unknown, when it is written as a value of its own. */
function searched({ claim, verdict }: Checked): Quantity | undefined {
	if (verdict.name !== "contradicted" && verdict.name !== "unreferenced") return undefined;
	if (!["money", "count", "percent", "measure"].includes(claim.kind)) return undefined;
	const quantity = quantityOf(claim);
	return quantity && quantity.hedge === "exactly" && !quantity.vague && quantity.high === undefined ? quantity : undefined;
}

/** Whom and what the verdict speaks of; where it speaks of nothing, what the sentence names. */
function kinOf({ claim, verdict }: Checked, { article, references }: Around): Kin {
	const { subject, measure } = verdict;
	if (subject?.entity !== undefined && measure?.measure !== undefined) return { subjects: [subject.entity], measures: [measure.measure] };
	const block = article.places.at(claim.block);
	const sentence = block?.sentences[block.sentenceAt(claim.span.start)];
	const named = (references.mentions[claim.block] ?? []).filter(
		({ start, end, partial }) => sentence && start >= sentence.start && end <= sentence.end && !partial,
	);
	const idsOf = (kind: string) => [...new Set(named.filter((mention) => mention.kind === kind).flatMap(({ ids }) => ids))];
	return { subjects: idsOf("entity"), measures: idsOf("measure") };
}

/** The figures as written that say something: noughts at either end do not, unless they are decimals. */
function digits({ value, scale, decimals }: Quantity): number {
	const printed = [
		...Math.abs(value / scale)
			.toFixed(Math.min(decimals, 20))
			.replace(".", ""),
	];
	const says = (digit: string) => digit !== "0";
	const end = decimals > 0 ? printed.length : printed.findLastIndex(says) + 1;
	return Math.max(0, end - Math.max(0, printed.findIndex(says)));
}

function sharesUnit({ unit, unitKind }: Quantity, fact: Fact): boolean {
	if (unitKind === "currency" || unitKind === "percent" || unitKind === "measure") return fact.unit === unit;
	return !/^[A-Z]{3}\b/.test(fact.unit) && !["percent", "percentage point", "date"].includes(fact.unit);
}

const placeOf = ({ pack, resource, uri, row, measure, period }: Fact): string =>
	`${pack}\n${resource}\n${uri}\n${row}\n${measure}\n${period ?? ""}`;
