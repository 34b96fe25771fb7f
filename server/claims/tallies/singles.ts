import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";

const SINGLE =
	/(?:,|\band|\bwith|\bincluded|\badding|\badded|\balso) (an?|one|a pair of) ((?:[a-z]{3,14} ){0,1}[a-z]{3,14})(?= ?(?:[,.;]|and\b|on \d|in \d|off the\b|$))/g;
// The item of the list before it: a count with its noun, with or without the comma that parts them.
const COUNTED =
	/(?:\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\bpair of|-) (?:[a-z]{3,14} ){0,2}[a-z-]{3,14}(?: that also included)? ?$/;
// `a 12-goal season that also included a cup`: what is in it goes on with the list.
const INCLUDES = /\b(?:\d{1,3}|[a-z]{3,6})-[a-z]{3,14} (?:[a-z]{3,14} )?[a-z-]{3,14} that(?: also)? ?$/;
const NO_THINGS =
	/^(?:lot|few|number|couple|bit|pair|handful|little|half|third|quarter|dozen|hundred|thousand|million|while|day|week|month|year|result|another|more|day|hour|minute|second|person|way)\b/;

/** `six cars, two vans and a lorry`: an item of a list of counts is a count of one, `a pair of` one of two. */
export function findSingles(block: Block): Found[] {
	const { text } = block;
	const found: Found[] = [];
	for (const match of text.matchAll(SINGLE)) {
		const [whole, article, noun] = match as unknown as [string, string, string];
		if (NO_THINGS.test(noun)) continue;
		const start = match.index + whole.length - noun.length - 1 - article.length;
		const before = unbracketed(text.slice(Math.max(0, match.index - 110), match.index)).slice(-60);
		if (!COUNTED.test(before) && !INCLUDES.test(before)) continue;
		const pair = article === "a pair of";
		found.push({
			kind: "count",
			start,
			end: match.index + whole.length,
			quantity: {
				value: pair ? 2 : 1,
				decimals: 0,
				scale: 1,
				unit: pair ? noun.replace(/s$/, "") : noun,
				unitKind: "noun",
				hedge: "exactly",
			},
		});
	}
	return found;
}

/** `16 points (7-14 FG) ` without what stands in brackets at its end. */
function unbracketed(text: string): string {
	const bare = text.trimEnd();
	const open = bare.endsWith(")") ? bare.lastIndexOf("(") : -1;
	return open < 0 ? text : bare.slice(0, open);
}
