import type { Claim, Quantity } from "../../../claims/claim.ts";
import type { MeasureWords } from "../measures/words.ts";
import { indexFrom, type Passage } from "../sentence/passage.ts";
import type { Stemmer } from "../sentence/stem.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** In front of a counted noun these leave some of what is counted out: by place, by occasion, by who or how. */
const PARTIAL = set(
	"road home away bench reserve league conference divisional playoff postseason preseason exhibition cup overtime halftime midweek weekend weekday " +
		"postal absentee mail-in in-person advance proxy online export import overseas foreign offshore onshore rural urban suburban indoor outdoor nighttime daytime",
);
/** A part of a contest or of a year by its place: `first-half turnovers`. */
const PART =
	/^(?:first|second|third|fourth|opening|early|late|mid|final|last)-(?:half|quarter|period|round|set|leg|inning|day|week|month|season)$/;

/**
 * What makes a figure a part of what a measure counts: `road` of `four road wins`, unless the measure's own words have it, and `of` in `12 of his 22 points`.
 */
export function partialBy(
	claim: Claim,
	quantity: Quantity,
	{ forms }: MeasureWords,
	passage: Passage,
	stemmer: Stemmer,
): string | undefined {
	if (claim.kind !== "count" || quantity.pair) return undefined;
	if (isSome(claim, passage)) return "of";
	if (quantity.unitKind !== "noun" || !/[ -]/.test(quantity.unit)) return undefined;
	const modifiers = quantity.unit.toLowerCase().split(" ");
	const [prefix, noun] = (modifiers.pop() ?? "").split("-");
	// `e-books` are some of the books.
	if (
		prefix &&
		noun &&
		forms.some((form) => form.includes(stemmer.stem(noun))) &&
		!forms.some((form) => form.includes(stemmer.stem(prefix)))
	)
		return prefix;
	return modifiers.find(
		(word) =>
			(PARTIAL.has(word) || PART.test(word)) && !forms.some((form) => word.split("-").every((piece) => form.includes(stemmer.stem(piece)))),
	);
}

/** Whether a figure may be a part of anything: a cheap test before its measures are looked at. */
export function mayBePartial(claim: Claim, quantity: Quantity, passage: Passage): boolean {
	return (quantity.unitKind === "noun" && /[ -]/.test(quantity.unit)) || isSome(claim, passage);
}

/** `12 of his 22 points`, `40 of the club's 98 goals`: another figure behind `of` is the whole. */
function isSome(claim: Claim, passage: Passage): boolean {
	const first = indexFrom(passage, claim.span.end);
	if (passage.words[first]?.lower !== "of" || !OWNER.test(passage.words[first + 1]?.lower ?? "")) return false;
	const end = passage.words[first + 5]?.start ?? passage.end;
	return passage.figures.some((one) => one.kind === "count" && one.span.start >= claim.span.end && one.span.start <= end);
}

const OWNER = /^(?:his|her|its|their|the|our)$/;
