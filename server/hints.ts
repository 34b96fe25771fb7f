import type { Report } from "./check.ts";
import type { ReferenceStore } from "./references/store.ts";
import { type Around, factsElsewhere, queryElsewhere } from "./verdicts/figures/elsewhere.ts";
import type { Tolerances } from "./verdicts/tolerances.ts";
import type { Checked, Reason } from "./verdicts/verdict.ts";

/** What else in the packs has the value of a claim. */
export type Elsewhere = Extract<Reason, { readonly kind: "agrees" }>;

/** Facts that have just the value of some claims that their references do not bear out, by claim; in one batch, and only when somebody looks. */
export async function elsewhere(
	{ article, dateline, references }: Report,
	claims: readonly Checked[],
	store: ReferenceStore,
	tolerances: Tolerances,
): Promise<ReadonlyMap<Checked, readonly Elsewhere[]>> {
	const around: Around = { article, dateline, references, tolerances };
	const queries = claims.map((checked) => queryElsewhere(checked, around));
	const answers = await store.near(queries.filter((query) => query !== undefined));
	let next = 0;
	const found = claims.map((checked, i) => ({
		checked,
		facts: factsElsewhere(checked, queries[i] ? (answers[next++] ?? []) : [], around),
	}));
	const facts = found.flatMap((one) => one.facts);
	if (facts.length === 0) return new Map();
	const [entities, measures] = await Promise.all([
		store.entities([...new Set(facts.map(({ subject }) => subject))]),
		store.measures([...new Set(facts.map(({ measure }) => measure))]),
	]);
	const subjects = new Map(entities.map((entity) => [entity.id, entity]));
	const named = new Map(measures.map((measure) => [measure.id, measure]));
	const reasons = found
		.filter((one) => one.facts.length > 0)
		.map(({ checked, facts }): [Checked, Elsewhere[]] => {
			const about = facts.map((fact): Elsewhere => {
				const [subject, measure] = [subjects.get(fact.subject), named.get(fact.measure)];
				return { kind: "agrees", fact, ...(subject && { subject }), ...(measure && { measure }) };
			});
			return [checked, about];
		});
	return new Map(reasons);
}
