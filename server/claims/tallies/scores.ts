import type { Block } from "../../prose/block.ts";
import type { Found } from "../finder.ts";

// Words of a contest near a pair of figures, before it or behind it.
const CONTEST =
	/\b(?:defeat(?:s|ed|ing)?|beats?|beating|w[io]n(?:s|ning)?|victor(?:y|ies)|leads?|led|leading|scor(?:e[sd]?|ing|eline)|out-? ?scor(?:e[sd]?|ing)|edg(?:e[sd]?|ing)|topp(?:ed|ing)|routed|los(?:e|s|es|ing|t)|defeats?|draws?|drew|tied?|margin|record|battle|votes?|voted|passed|approved|rejected|thrash(?:ed|ing)|eliminated|downed|trailed|trailing|advantage)\b/i;
// What may follow a score. Anything else is a range of something: `10-15 pounds`.
const FOLLOWS =
	/^\s?(?:$|[.,;:)(!?"”—–]|(?:run|margin|win|victory|lead|loss|defeat|record|rout|tie|draw|triumph|decision|vote|advantage|edge|deficit|start|scoreline|final|series|thrashing|at|on|in|to|against|over|after|before|by|for|with|and|while|but|as|during|from|home|away|last|this|through|early|late|right|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)/;
const PAIR = /(?<![\d.,$€£¥/:–-])(\d{1,3})( ?[-–] ?)(?:(of|for)( ?[-–] ?))?(\d{1,3})(?![\d%/:]|[.,]\d| ?%| ?[-–] ?\d| ?percent)/g;

// `shot 7-24 from long range`, `went 3-8 (38 percent) from the line`: what was made of what was tried.
const SHOT =
	/\b(?:shot|shoots|shooting|went|going|was|were|hit|hitting|finished)(?: (?:just|only|a|an|combined|dismal|paltry|poor|hot|perfect)){0,3} ?$/;
const FROM =
	/^ ?(?:\( ?\d{1,3}(?:\.\d)? ?(?:%|percent) ?\) ?)?(?:from|at) (?:the|three|beyond|behind|deep|long|downtown|outside|inside|distance)\b/;
/** Room for what `FROM` matches, spaces of tokenised text included: ` ( 38.5 percent ) from downtown`. */
const FROM_REACH = 40;

/** Both figures of scores (`beat Fulham 3–1`), records in brackets behind a name (`(32-18)`) and shares of attempts (`9-of-17`). */
export function findScores(block: Block): Found[] {
	const { text } = block;
	const found: Found[] = [];
	for (const match of text.matchAll(PAIR)) {
		const [whole, first, , of] = match as unknown as [string, string, string, string | undefined];
		const second = match[5] as string;
		const start = match.index;
		const end = start + whole.length;
		const shares =
			of !== undefined ||
			/^ ?(?:[A-Z]{2}|\d[A-Z])[A-Za-z]{0,3}\b/.test(text.slice(end, end + 8)) ||
			(Number(first) <= Number(second) &&
				SHOT.test(text.slice(Math.max(0, start - 24), start)) &&
				FROM.test(text.slice(end, end + FROM_REACH)));
		if (!shares && !isScore(block, start, end)) continue;
		const pair = { kind: shares ? ("share" as const) : ("score" as const), span: { start, end } };
		found.push(figure(start, first, { ...pair, place: "first", other: Number(second) }));
		found.push(figure(end - second.length, second, { ...pair, place: "second", other: Number(first) }));
	}
	return found;
}

function isScore(block: Block, start: number, end: number): boolean {
	const { text } = block;
	const before = text.slice(Math.max(0, start - 3), start);
	const after = text.slice(end, end + 14);
	if (/\( ?$/.test(before) && /^ ?\)/.test(after) && isCapitalised(wordBefore(text, start))) return true;
	if (!FOLLOWS.test(after)) return false;
	const sentence = block.sentences[block.sentenceAt(start)];
	const from = Math.max(sentence?.start ?? 0, start - 90);
	const to = Math.min(sentence?.end ?? text.length, end + 30);
	return CONTEST.test(text.slice(from, start)) || CONTEST.test(text.slice(end, to));
}

/** The word in front of the bracket that opens right before an offset. */
function wordBefore(text: string, offset: number): string {
	let end = offset;
	while (end > 0 && " (".includes(text[end - 1] as string)) end--;
	let start = end;
	while (start > 0 && end - start < 40 && text[start - 1] !== " ") start--;
	return text.slice(start, end);
}

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

function figure(start: number, digits: string, pair: NonNullable<(Found & { kind: "count" })["quantity"]["pair"]>): Found {
	return {
		kind: "count",
		start,
		end: start + digits.length,
		quantity: { value: Number(digits), decimals: 0, scale: 1, unit: "none", unitKind: "none", hedge: "exactly", pair },
	};
}
