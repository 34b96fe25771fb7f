import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";
import { CONTESTED, COUNT_WORDS } from "../tally-cues.ts";

const NOUNS = CONTESTED.join("|");
const WORDS = COUNT_WORDS.join("|");
const COMPOUND = new RegExp(
	`(?<![\\d.,$€£-])\\b(\\d{1,3}|${WORDS}) ?- ?(${NOUNS})\\b(?! ?- |-| (?:line|range|land|shot|shooter|attempt|percentage|territory|mark|field|play|arc|plan|system|turn|guide))`,
	"gi",
);
const VALUES: ReadonlyMap<string, number> = new Map(COUNT_WORDS.map((word, i) => [word, i + 1]));

/** `a 31-point, 12-rebound night`, `a 14-vote margin`: a count in front of what it describes. */
export function findCompounds(block: Block): Found[] {
	return [...block.text.matchAll(COMPOUND)].map((match) => {
		const [whole, number, noun] = match as unknown as [string, string, string];
		return {
			kind: "count",
			start: match.index,
			end: match.index + whole.length,
			quantity: {
				value: VALUES.get(number.toLowerCase()) ?? Number(number),
				decimals: 0,
				scale: 1,
				unit: noun.toLowerCase(),
				unitKind: "noun",
				hedge: "exactly",
			},
		};
	});
}
