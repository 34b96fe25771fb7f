import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import type { Figure, Passage } from "../../binding/sentence/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, written } from "../inconsistency.ts";

/**
 * `€1.2 billion, up from €4.9 billion`, `410 flats, fewer than the 380 of a year ago`: two figures that are set beside each other, and the words say the other
 * way round which is more. Wrong only when no rounding of the two allows it.
 */
export const directions: Check = {
	name: "more or less than before",
	wrong: "The line made a profit of €1.2 billion, up from €4.9 billion.",
	right: "The line made a profit of €1.2 billion, down from €4.9 billion.",
	track: inSentences(HAS.quantities, inPassage),
};

function inPassage(passage: Passage): Inconsistency[] | undefined {
	let found: Inconsistency[] | undefined;
	const { quantities, text } = passage;
	for (let i = 1; i < quantities.length; i++) {
		const [now, before] = [quantities[i - 1] as Figure, quantities[i] as Figure];
		if (before.span.start - now.span.end > FURTHEST) continue;
		const between = text.slice(now.span.end, before.span.start);
		if (!between.includes(" from ") && !between.includes(" than ")) continue;
		const [, up, down, more, less] = COMPARED.exec(between) ?? movedFrom(now, before, between, passage) ?? [];
		const isMore = (up ?? more) !== undefined;
		if (!isMore && (down ?? less) === undefined) continue;
		if (i > 1 && between.startsWith(",") && ASIDE.test(text.slice(Math.max(passage.start, now.span.start - 60), now.span.start))) continue;
		if (!areAlike(now, before) || UNTOLD.test(text.slice(passage.start, passage.end))) continue;
		const [a, b] = [written(now.quantity), written(before.quantity)];
		if (isMore ? a.high >= b.low : a.low <= b.high) continue;
		const sign = isMore ? "<" : ">";
		found ??= [];
		found.push({
			claim: before,
			reason: { kind: "direction", written: now.text, other: before.text, isMore },
			working: `${shown(now.quantity.value)} ${sign} ${shown(before.quantity.value)}`,
			related: [placeOf(now)],
		});
	}
	return found;
}

/** `edged up to 27.6% from 27.9%`: the verb in front of the first figure says which way it went. */
function movedFrom(now: Figure, before: Figure, between: string, { start, text }: Passage): readonly (string | undefined)[] | undefined {
	if (now.quantity.role !== "to" || before.quantity.role !== "from" || now.quantity.unitKind === "none" || !FROM.test(between))
		return undefined;
	return MOVED.exec(text.slice(Math.max(start, now.span.start - 60), now.span.start)) ?? undefined;
}

const FROM = /^(?: [\p{L}\d%’'. -]{1,40})? from (?:the |its |about |around |some |nearly |almost |just )?$/u;

/** Verbs that say which way a figure went, and nothing of whether that is good: times improve by getting shorter. */
const MOVED =
	/\b(?:(rose|rises|risen|rising|climbed|climbs|climbing|grew|grows|grown|increased|jumped|soared|surged|(?:edged|ticked|went|crept|inched|moved|shot) up)|(fell|falls|fallen|falling|dropped|drops|declined|decreased|slipped|slid|tumbled|plunged|plummeted|shrank|dipped|(?:edged|ticked|went|crept|inched|moved) down)) (?:(?:slightly|sharply|further|again|back|slowly|steadily) )?to (?:a record |a new high of |a low of |about |around |some |nearly |almost |just |only )?$/u;

/** `last year, up from about`, and its spaces. */
const FURTHEST = 60;

/** What may stand between the two. `More than 20` without an article begins another figure. */
const COMPARED =
	/^(?: [\p{L}\d%’'. -]{1,40})?,? (?:(?:(up)|(down)) from (?:the |its |about |around |some |nearly |almost |just )?|(?:(more|higher|larger|bigger|greater)|(fewer|less|lower|smaller)) than (?:the|its|their|his|her|last year['’]s) )$/u;

/** `Lowick, a town of 88,100 people, `: what is said of something by the way is not what a comparison behind it goes on about. */
const ASIDE = /, (?:an?|the|with|which|whose|home) [^,;.]{0,50}$/;

/** A minus that a word tells, and rates of exchange, where a stronger currency is the smaller figure. */
const UNTOLD =
	/\bminus\b|[-−–]\d|\bbelow (?:zero|freezing)\b|\b(?:to|per|against|a) (?:the )?(?:us |u\.s\. )?(?:dollar|euro|pound|yen|yuan)\b|\brank|\bplaces?\b|\bseed|\bNo\. ?\d/i;

/** Whether two figures are of one kind: the same unit, or one without its noun. */
function areAlike({ kind, quantity, text }: Figure, { kind: other, quantity: before }: Figure): boolean {
	if (!KINDS.has(kind) || !KINDS.has(other) || quantity.pair || before.pair || quantity.high !== undefined || before.high !== undefined)
		return false;
	if (quantity.value <= 0 || before.value <= 0 || quantity.role === "change" || quantity.role === "from" || / in /.test(text)) return false;
	if (quantity.unit === before.unit) return true;
	return (quantity.unitKind === "noun" && before.unitKind === "none") || (quantity.unitKind === "none" && before.unitKind === "noun");
}

const KINDS: ReadonlySet<string> = new Set(["money", "count", "percent", "measure"]);
