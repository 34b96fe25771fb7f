import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { GROUPS } from "../tally-cues.ts";

const ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";
const PLACE = new RegExp(
	`\\b(?:was|is|were|are|ranked|finished|came|placed|stood) (${ORDINALS})(?= (?:on|in|of) (?:the|his|her|its|their) (?:${GROUPS.join("|")})\\b)`,
	"g",
);
const VALUES = ORDINALS.split("|");

/** `was second on the team`: a place among those who are part of the same whole. */
export function findPlaces(block: Block): Found[] {
	return [...block.text.matchAll(PLACE)].map((match) => {
		const word = match[1] as string;
		const start = match.index + match[0].length - word.length;
		return {
			kind: "rank",
			start,
			end: start + word.length,
			quantity: { value: VALUES.indexOf(word) + 1, decimals: 0, scale: 1, unit: "none", unitKind: "none", hedge: "exactly" },
		};
	});
}
