import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { CONTESTED, COUNT_WORDS, countsNothing } from "../tally-cues.ts";

const NOUNS = CONTESTED.join("|");
const WORDS = COUNT_WORDS.join("|");
const COMPOUND = new RegExp(
	`(?<![\\d.,$€£-])\\b(\\d{1,3}|${WORDS}) ?- ?(${NOUNS})\\b(?! ?- |-| (?:line|range|land|field|play|plan|system|turn|guide))`,
	"gi",
);
const VALUES: ReadonlyMap<string, number> = new Map(COUNT_WORDS.map((word, i) => [word, i + 1]));

/** `a 31-point, 12-rebound night`, `a 14-vote margin`: a count in front of what it describes. */
export function findCompounds(block: Block): Found[] {
	return [...block.text.matchAll(COMPOUND)].flatMap((match): Found[] => {
		const [whole, number, noun] = (match as unknown as [string, string, string]).map((part) => part.toLowerCase()) as [
			string,
			string,
			string,
		];
		const end = match.index + whole.length;
		const behind = /^ ([a-z]{3,12})\b/.exec(block.text.slice(end, end + 14))?.[1];
		if (behind !== undefined && countsNothing(number, noun, behind)) return [];
		return [
			{
				kind: "count",
				start: match.index,
				end,
				quantity: {
					value: VALUES.get(number) ?? Number(number),
					decimals: 0,
					scale: 1,
					unit: noun,
					unitKind: "noun",
					hedge: "exactly",
				},
			},
		];
	});
}
