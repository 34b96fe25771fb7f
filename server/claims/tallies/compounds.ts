import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";

// What a contest is counted in, and how many of each somebody had. Time and length have finders of their own.
const NOUNS =
	"point|goal|run|vote|rebound|assist|hit|try|wicket|save|touchdown|basket|shot|steal|block|tackle|medal|seat|strikeout|homer|ace|putt|birdie|game|set|win|loss";
const WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const COMPOUND = new RegExp(
	`(?<![\\d.,$€£-])\\b(\\d{1,3}|${WORDS}) ?- ?(${NOUNS})\\b(?! ?- |-| (?:line|range|land|shot|shooter|attempt|percentage|territory|mark|field|play|arc|plan|system|turn|guide))`,
	"gi",
);
const VALUES: ReadonlyMap<string, number> = new Map(WORDS.split("|").map((word, i) => [word, i + 1]));

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
