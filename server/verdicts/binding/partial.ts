import type { Quantity } from "../../claims/claim.ts";
import type { MeasureWords } from "./measure.ts";
import type { Stemmer } from "./stem.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** In front of a counted noun these leave some of what is counted out: by place, by occasion, by who or how. */
const PARTIAL = set(
	"road home away bench reserve league conference divisional playoff postseason preseason exhibition cup overtime halftime midweek weekend weekday " +
		"postal absentee mail-in in-person advance proxy online export import overseas foreign offshore onshore rural urban suburban indoor outdoor nighttime daytime",
);
/** A part of a contest or of a year by its place: `first-half turnovers`. */
const PART =
	/^(?:first|second|third|fourth|opening|early|late|mid|final|last)-(?:half|quarter|period|round|set|leg|inning|day|week|month|season)$/;

/** The word in front of a counted noun that makes it a part of what a measure counts: `road` of `four road wins`, unless the measure's own words have it. */
export function partialBy(quantity: Quantity, { forms }: MeasureWords, stemmer: Stemmer): string | undefined {
	if (quantity.unitKind !== "noun" || !quantity.unit.includes(" ")) return undefined;
	const modifiers = quantity.unit.toLowerCase().split(" ").slice(0, -1);
	return modifiers.find(
		(word) =>
			(PARTIAL.has(word) || PART.test(word)) && !forms.some((form) => word.split("-").every((piece) => form.includes(stemmer.stem(piece)))),
	);
}
