import Big from "big.js";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Entity, Fact } from "../../../references/fact.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import { wordsBehind } from "../../binding/sentence/passage.ts";
import { MEMBERS } from "../../binding/sentence/words.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { current, LEAST, plain, printed, rankedBy, toldReading, wordsInside } from "../parts.ts";
import { valuesOf } from "./members.ts";

/**
 * `second on the team with 15 points`, `the third-largest sales of the five branches`: a place among the parts of a whole, by a measure that the words
 * name. Who is known to be ahead refutes a place; a place is vouched for only when no part is missing.
 */
export const rankOf: Derive = (derivation) => {
	const { claim, quantity, subjects } = derivation;
	if (claim.kind !== "rank" || /-double$/.test(quantity.unit)) return [];
	const [subject] = subjects;
	if (!subject || subject.score < 0.7) return [];
	const group = groupOf(subject, derivation);
	const nearest = group && rankedBy(subject, derivation);
	if (!group || !nearest) return [];
	const { series } = nearest;
	const own = current(series, derivation);
	if (!own) return [];
	const { facts, complete } = valuesOf(group.members, group.whole?.id, series.words.measure.id, own.period, derivation.reading);
	const least = wordsInside(derivation).some((word) => LEAST.has(word));
	const others = facts.filter((fact) => fact.subject !== own.subject && fact.unit === own.unit);
	const ahead = others.filter((fact) => (least ? fact.value < own.value : fact.value > own.value));
	const level = others.filter((fact) => fact.value === own.value).length;
	const holds = quantity.value > ahead.length && quantity.value <= ahead.length + 1 + level;
	if (!complete && (holds || quantity.value > ahead.length)) return [];
	const place = holds ? quantity.value : ahead.length + 1;
	const nearer = [...ahead].sort((a, b) => Math.abs(a.value - own.value) - Math.abs(b.value - own.value));
	const told = {
		kind: "place",
		fact: own,
		subject: series.subject,
		measure: series.words.measure,
		place,
		least,
		open: !complete,
		...(group.whole && { whole: group.whole }),
	} as const;
	const working = workingOf(own, nearer, least, derivation);
	return [toldReading({ value: new Big(place), inputs: [own, ...nearer], working }, told, nearest, subject, quantity)];
};

/** How many of those who are ahead a working lists. */
const LISTED = 6;

function workingOf(own: Fact, ahead: readonly Fact[], least: boolean, { reading }: Derivation): Phrase {
	const names = ahead.slice(0, LISTED).map((fact) => `${reading.seriesOf(fact.subject)[0]?.subject.name ?? fact.subject} ${printed(fact)}`);
	if (ahead.length === 0) return phrase(least ? "none below {0}" : "none above {0}", printed(own));
	const all = [ahead.length, printed(own), names.join(", ")];
	if (ahead.length <= LISTED) return phrase(least ? "{0} below {1}: {2}" : "{0} above {1}: {2}", ...all);
	return phrase(least ? "{0} below {1}: {2} and {3} more" : "{0} above {1}: {2} and {3} more", ...all, plain(ahead.length - LISTED));
}

/** Those among whom somebody is ranked. */
interface Group {
	readonly members: readonly Entity[];
	readonly whole?: Entity;
}

const INSIDE = /^(?:in|of|on|among)$/;
const POINTING = /^(?:the|his|her|its|their|all|this)$/;
/** Nouns for a whole that is not named. */
const WHOLES =
	/^(?:team|side|squad|club|group|league|division|party|company|region|country|nation|state|county|district|province|council|chamber|parliament|house|family|city|field|conference|union|federation)$/;

/** The whole whose parts are ranked: named behind the rank, or the subject's own when a common noun stands for it. Undefined when it is somebody else's. */
function groupOf(subject: SubjectCandidate, { claim, passage, reading }: Derivation): Group | undefined {
	const members = reading.fellowsOf(subject.id);
	if (members.length < 2) return undefined;
	const { partOf } = reading.references.entities.get(subject.id) ?? {};
	const whole = [...reading.references.entities.values()].find((entity) => entity.id === partOf || entity.name === partOf);
	const group: Group = whole ? { members, whole } : { members };
	const after = wordsBehind(passage, claim.span.end);
	const at = after.findIndex((word) => INSIDE.test(word.lower));
	// `the third-largest sales by volume of the five`: three words may come between.
	if (at < 0 || at > 3) return undefined;
	let next = at + 1;
	while (POINTING.test(after[next]?.lower ?? "")) next++;
	const word = after[next];
	if (!word) return undefined;
	const name = passage.names.find((one) => one.start <= word.start && word.start < one.end);
	if (name) return whole && name.ids.includes(whole.id) ? group : undefined;
	if (next === at + 1) return undefined;
	const count = COUNTS.get(word.lower);
	if (count !== undefined) return count === members.length && MEMBERS.has(after[next + 1]?.lower ?? "") ? group : undefined;
	if (WHOLES.test(word.lower)) return group;
	const isNamed = whole !== undefined && passage.names.some((one) => one.ids.includes(whole.id));
	return isNamed && MEMBERS.has(word.lower) ? group : undefined;
}

const COUNTS: ReadonlyMap<string, number> = new Map(
	"two three four five six seven eight nine ten eleven twelve".split(" ").flatMap((word, i) => [
		[word, i + 2],
		[String(i + 2), i + 2],
	]),
);
