import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Bound } from "../../binding/bind.ts";
import { wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { labelOf, plain, printed, readingOf, upTo } from "../parts.ts";

/**
 * `ten points behind the leaders`, `two points clear at the top`: how far somebody is from the first, or the first from the next. Only those whom the article
 * names are known: somebody else may be further ahead, or nearer behind, so that a distance is refuted only where one who is known lies between.
 */
export const gapOf: Derive = (derivation) => {
	const { claim, quantity, subjects } = derivation;
	if (quantity.pair || (claim.kind !== "count" && claim.kind !== "money") || quantity.trend !== undefined) return [];
	const behind = wordsBehind(derivation.passage, claim.span.end, 8).map(({ lower }) => lower);
	const isBehind = BEHIND.test(behind[0] ?? "");
	const isAhead = AHEAD.test(behind[0] ?? "");
	if (isBehind || isAhead ? !(isBehind ? LEADERS : TOP).test(behind.slice(1).join(" ")) : !leadsBy(derivation)) return [];
	const [subject] = subjects.filter(({ score }) => score >= 0.5);
	if (!subject) return [];
	return derivation.named(subject.id).flatMap(({ series, measure }): Bound[] => {
		const [own] = upTo(series, derivation);
		if (!own) return [];
		const rivals = rivalsOf(own, derivation).sort((a, b) => b.value - a.value);
		const [first] = rivals;
		if (!first || isBehind !== first.value > own.value) return [];
		const value = new Big(own.value).minus(first.value).abs();
		const [more, less] = isBehind ? [first, own] : [own, first];
		const rival = derivation.reading.seriesOf(first.subject)[0]?.subject.name ?? first.subject;
		const bound = readingOf(
			{
				value,
				unit: own.unit,
				inputs: [own, first],
				working: `${printed(more)} − ${printed(less)} = ${plain(value.div(own.scale))}`,
				label: phrase("difference in {0} between {1} and {2}", labelOf(series.words.measure), series.subject.name, rival),
			},
			quantity,
			series,
			subject,
			measure,
			subject.score * measure.score * 0.97,
		);
		const isRefuted = isBehind ? value.gt(quantity.value) : value.lt(quantity.value);
		return [isRefuted ? bound : { ...bound, isOpen: true }];
	});
};

const BEHIND = /^(?:behind|adrift|off)$/;
const AHEAD = /^(?:clear|ahead)$/;
/** Who is first, however called. */
const LEADERS = /^(?:of )?(?:the |their |league |division |early )*(?:leaders?|top|summit|lead|pace|leading|front-runners?|first)\b/;
const TOP = /^(?:at|on) (?:the )?top\b|^(?:of )?(?:the )?(?:rest|field|pack|second|chasing|nearest)\b|^in (?:first|top)\b/;

/** `lead the league by two points`, but not `led by two points` at some time of a match. */
function leadsBy({ claim, passage }: Derivation): boolean {
	return LEADS.test(
		wordsBefore(passage, claim.span.start, 6)
			.map(({ lower }) => lower)
			.join(" "),
	);
}

const LEADS =
	/\b(?:leads?|top|tops|head|heads|leading|topping) the (?:\w{1,12} )?(?:league|table|standings|division|group|list|rankings?) by(?: just| only)?$/;

/** What the others in the same table have, as far as the article names them. */
function rivalsOf(own: Fact, { reading }: Derivation): Fact[] {
	const found: Fact[] = [];
	for (const [subject, facts] of reading.references.facts) {
		if (subject === own.subject) continue;
		for (const fact of facts)
			if (
				fact.measure === own.measure &&
				fact.period === own.period &&
				fact.pack === own.pack &&
				fact.resource === own.resource &&
				fact.unit === own.unit &&
				fact.high === undefined
			)
				found.push(fact);
	}
	return found;
}
