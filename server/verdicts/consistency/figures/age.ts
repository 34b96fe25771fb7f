import { placeOf } from "../../../prose/versions/home.ts";
import { daysOf } from "../../binding/periods/period.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import type { Passage } from "../../binding/sentence/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn } from "../inconsistency.ts";

/** `Mara Ilves, 54, who was born in 1981`: an age that the year of birth beside it does not give on the dateline. */
export const ages: Check = {
	name: "age",
	wrong: "Mara Ilves, 54, was born in 1981.",
	right: "Mara Ilves, 44, was born in 1981.",
	track: inSentences(HAS.age | HAS.date, (passage, context) => inPassage(passage, context.dateline)),
};

function inPassage(passage: Passage, dateline: string): Inconsistency[] | undefined {
	if (!passage.figures.some(({ kind }) => kind === "age") || !passage.figures.some(({ kind }) => kind === "date")) return undefined;
	const ages = passage.quantities.filter((claim) => claim.kind === "age" && /^year/.test(claim.quantity.unit));
	const births = passage.figures.filter(
		(claim) => claim.kind === "date" && wordsIn(passage, claim.span.start - 24, claim.span.start).includes("born"),
	);
	const [age] = ages;
	const [birth] = births;
	// Two people in a sentence may have an age and a birth year each.
	if (
		!age ||
		!birth ||
		ages.length > 1 ||
		births.length > 1 ||
		birth.kind !== "date" ||
		passage.names.filter((name) => name.standing !== "prepositional" && name.standing !== "of").length > 1
	)
		return undefined;
	if (
		wordsIn(passage, passage.start, passage.end).some((word) =>
			/^(?:died|dead|when|then|late|was killed|wife|husband|son|daughter|brother|sister|mother|father)$/.test(word),
		)
	)
		return undefined;
	const days = daysOf(birth.time.value);
	if (!days || days.grain === "span") return undefined;
	const year = Number(dateline.slice(0, 4));
	const [low, high] = [year - Math.floor(days.to / 10000) - 1, year - Math.floor(days.from / 10000)];
	const { value, hedge } = age.quantity;
	if (hedge !== "exactly" || (value >= low && value <= high)) return undefined;
	return [
		{
			claim: age,
			reason: { kind: "arithmetic", written: age.text, expected: low === high ? shown(low) : `${low} or ${high}`, working: "" },
			working: `${year} − ${Math.floor(days.from / 10000)} = ${high}`,
			related: [placeOf(birth)],
		},
	];
}
