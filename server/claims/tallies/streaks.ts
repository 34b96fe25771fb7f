import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { COUNTS, countOf } from "./numbers.ts";

const STREAK = new RegExp(
	`\\b(won|lost|dropped) (?:the |their |its |his |her )?(?:last |past )?(${COUNTS})(?: ?- ?| )(?:straight|in a row|consecutive)\\b`,
	"gi",
);

/** `have lost two in a row`, `have won five straight games`: contests won or lost one after the other, up to now. */
export function findStreaks(block: Block): Found[] {
	return [...block.text.matchAll(STREAK)].map((match) => {
		const [whole, verb, number] = match as unknown as [string, string, string];
		const start = match.index + verb.length + whole.slice(verb.length).indexOf(number);
		return {
			kind: "count",
			start,
			end: match.index + whole.length,
			quantity: {
				value: countOf(number),
				decimals: 0,
				scale: 1,
				unit: verb.toLowerCase() === "won" ? "win in a row" : "loss in a row",
				unitKind: "noun",
				hedge: "exactly",
			},
		};
	});
}
