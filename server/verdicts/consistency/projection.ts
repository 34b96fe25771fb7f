import { dayNumber, daysOf } from "../binding/periods/period.ts";
import { HAS } from "../binding/sentence/kinds.ts";
import { type Check, inSentences, wordsIn } from "./inconsistency.ts";

const FORESEES =
	/^(?:will|expected|projected|projections?|forecasts?|forecasted|predicts?|predicted|estimates?|estimating|estimated|plans?|planned|aims?|hopes?|to)$/;

/** `is projected to reach 50 by 2024` in an article of 2026: what is spoken of as still to come is over. */
export const projections: Check = {
	name: "projection that is past",
	wrong: "Demand is projected to reach 50 gigawatts by 2024. (of 2026)",
	right: "Demand was projected in 2020 to reach 50 gigawatts by 2024. (of 2026)",
	track: inSentences(HAS.date, (passage, context) => {
		if (!passage.figures.some((claim) => claim.kind === "date" && saysBy(passage.text, claim.span.start))) return undefined;
		return passage.figures.flatMap((claim) => {
			if (claim.kind !== "date" || claim.time.relative) return [];
			const days = daysOf(claim.time.value);
			const by = wordsIn(passage, claim.span.start - BEFORE, claim.span.end)[0];
			if (!days || (by !== "by" && !/^by\b/i.test(claim.text)) || days.to >= dayNumber(context.dateline)) return [];
			const before = wordsIn(passage, passage.start, claim.span.start);
			const after = wordsIn(passage, claim.span.end, passage.end);
			const all = [...before, ...after];
			const foresees =
				before.some((word) => /^(?:will|is|are|projections?|forecasts?|expects?|predicts?|plans?|aims?)$/.test(word)) &&
				before.some((word) => FORESEES.test(word) && word !== "to");
			const past = all.some((word) => /^(?:was|were|had|would|originally|once|then|earlier|previously|did)$/.test(word));
			const otherYear = passage.figures.some(
				(other) => other !== claim && other.kind === "date" && (daysOf(other.time.value)?.from ?? 0) <= days.from,
			);
			if (!foresees || past || otherYear) return [];
			return [{ claim, reason: { kind: "projection is past" as const, written: claim.text, dateline: context.dateline } }];
		});
	}),
};

/** How many characters before a date `by` may stand. */
const BEFORE = 4;

/** Whether `by` may stand before a date or begin it. */
function saysBy(text: string, at: number): boolean {
	return /by/i.test(text.slice(Math.max(0, at - BEFORE), at + 2));
}
