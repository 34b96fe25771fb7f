import { isKindNoun } from "../../../references/kinds/kinds.ts";
import { goesOnBehindAside } from "../sentence/asides.ts";
import { clauseAt, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { AGGREGATING, COPULAS, NARROWING, NEUTRAL, PART_NOUNS } from "../sentence/words.ts";

/**
 * What makes the measure that some words name one of a part, of an aim or of several occasions: `male life expectancy`, `the growth of the population`. `low` and `high` are the
 * words that name it, `first` the figure's first one, as indices; `form` is the name, as stems. Undefined when nothing does.
 */
export function narrowing(passage: Passage, low: number, high: number, first: number, form: readonly string[]): string | undefined {
	const figure = passage.words[first]?.start ?? 0;
	// Words of an aside that is over by the figure are not said of it.
	const from = goesOnBehindAside(passage, figure) ? wordFrom(passage, clauseAt(passage, figure).start) : 0;
	const near = [low - 2, low - 1, high + 1, high + 2, first - 3, first - 2, first - 1].map((i) =>
		isSaidOfFigure(passage.words, i, first) || isStandIn(passage.words, i) || (i > high && i < from) ? undefined : passage.words[i],
	);
	// A word of the subject's own name narrows nothing: `Skerry Island had 2,140 inhabitants`.
	const inName = (word: Word): boolean =>
		passage.names.some((name) => name.ids.length > 0 && name.start <= word.start && word.start < name.end);
	const found = near.find((word) => word !== undefined && NARROWING.has(word.lower) && !form.includes(word.stem) && !inName(word));
	if (found) return found.lower;
	const before = passage.words[low - 1];
	// `The bridge in Ferry Street costs £64 million`: what stands before a verb tells no kind of it.
	if (before && !COPULAS.has(passage.words[low]?.lower ?? "") && restricts(before, passage)) return before.lower;
	// `the growth rate of the population`
	let of = low - 1;
	while (of >= 0 && /^(?:the|its|their|his|her|total|world's)$/.test(passage.words[of]?.lower ?? "")) of--;
	const part = passage.words[of]?.lower === "of" ? passage.words[of - 1] : undefined;
	const own = passage.words[first];
	if (part && PART_NOUNS.has(part.lower) && !form.includes(part.stem) && !(own && of - 1 >= first && of - 1 <= first + 2))
		return part.lower;
	const clause = clauseAt(passage, passage.words[Math.max(first, 0)]?.start ?? 0);
	return passage.words.find(
		(word, i) => i < first && word.start >= clause.start && AGGREGATING.has(word.lower) && !form.includes(word.stem),
	)?.lower;
}

/** The `per` of `per cent`, what somebody thinks of a figure: `shipped a record 14.8 million tonnes`, and the verb before it: `employed 900 people`. */
function isSaidOfFigure(words: readonly Word[], i: number, first: number): boolean {
	const word = words[i]?.lower;
	if (word === "per") return words[i + 1]?.lower === "cent";
	if (word === "employed")
		return i < first && i >= first - 3 && words[first - 1]?.text !== "," && !NO_VERB_BEHIND.has(words[i - 1]?.lower ?? "the");
	return word === "record" && i === first - 1 && words[i - 1]?.lower === "a";
}

/** `The prison has 390 officers`: a noun that stands for the subject is no kind of what it has. */
const isStandIn = (words: readonly Word[], i: number): boolean =>
	/^(?:the|this)$/.test(words[i - 1]?.lower ?? "") && isKindNoun(words[i]?.lower ?? "") && COPULAS.has(words[i + 1]?.lower ?? "");

/** Behind these `employed` is what people are, and no verb of the clause. */
const NO_VERB_BEHIND: ReadonlySet<string> = new Set(
	"the a an of for among newly is are was were be been being those these all people workers women men , self".split(" "),
);

/** An adjective that makes the measure that of a part: `aboriginal population`, `Catholic population`. */
function restricts(word: Word, passage: Passage): boolean {
	if (NEUTRAL.has(word.lower)) return false;
	if (/^\p{Lu}\p{Ll}/u.test(word.text) && word.start > passage.start)
		return passage.names.some(
			(name) => name.start <= word.start && word.start < name.end && name.ids.length === 0 && name.end === word.end,
		);
	return /^\p{Ll}{3,}(?:al|ive|ic|ous|ish|ary)$/u.test(word.text);
}
