import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { COUNTS, countOf } from "./numbers.ts";

const OWN = new RegExp(`\\b(${COUNTS}) of (?:their|his|her|its) own\\b(?! [a-z])`, "gi");
const COUNTED = new RegExp(`\\b(?:${COUNTS}) ([a-z][a-z-]{2,14})\\b`, "gi");

/** `forced nine errors and made three of their own`: what is counted is the noun that was counted before. */
export function findEllipses(block: Block): Found[] {
	const { text } = block;
	return [...text.matchAll(OWN)].flatMap((match) => {
		const number = match[1] as string;
		const sentence = block.sentences[block.sentenceAt(match.index)];
		const from = Math.max(sentence?.start ?? 0, match.index - 160);
		const noun = [...text.slice(from, match.index).matchAll(COUNTED)].at(-1)?.[1];
		if (noun === undefined || !noun.endsWith("s")) return [];
		return [
			{
				kind: "count",
				start: match.index,
				end: match.index + number.length,
				quantity: {
					value: countOf(number),
					decimals: 0,
					scale: 1,
					unit: noun.slice(0, -1).toLowerCase(),
					unitKind: "noun",
					hedge: "exactly",
				},
			},
		];
	});
}
