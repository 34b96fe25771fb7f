import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { countOf, ORDINALS } from "./numbers.ts";

const FEAT = new RegExp(`\\b(${ORDINALS}) (?:(?:straight|consecutive|career) )?(double|triple) ?- ?double\\b`, "gi");

/** `his second double-double in a row`: how often somebody has reached two or three figures of ten or more in one game, counted by an ordinal. */
export function findFeats(block: Block): Found[] {
	return [...block.text.matchAll(FEAT)].map((match) => ({
		kind: "rank",
		start: match.index,
		end: match.index + match[0].length,
		quantity: {
			value: countOf(match[1] as string),
			decimals: 0,
			scale: 1,
			unit: `${(match[2] as string).toLowerCase()}-double`,
			unitKind: "noun",
			hedge: "exactly",
		},
	}));
}
