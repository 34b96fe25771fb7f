import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { COUNTS, countOf } from "./numbers.ts";

const BY = new RegExp(`\\bby (${COUNTS})(?= (?:in|on|at|after|and|over|during|to) |[,.;](?!\\d)|$)`, "gi");
const DECIDED = /\b(?:outscored|out-scored|outscoring|beat|beating|defeated|defeating|edged|routed|won|lost|fell)\b/i;
/** How far before the figure its verb may stand, in characters of the same clause. */
const REACH = 80;

/** `outscored Chad by 16 in the third quarter`: a margin whose points go without saying. */
export function findMargins(block: Block): Found[] {
	return [...block.text.matchAll(BY)].flatMap((match) => {
		const clause = block.text
			.slice(Math.max(0, match.index - REACH), match.index)
			.split(/[.,;:]/)
			.at(-1);
		if (!DECIDED.test(clause ?? "")) return [];
		const number = match[1] as string;
		const end = match.index + match[0].length;
		return [
			{
				kind: "count",
				start: end - number.length,
				end,
				quantity: { value: countOf(number), decimals: 0, scale: 1, unit: "none", unitKind: "none", hedge: "exactly" },
			},
		];
	});
}
