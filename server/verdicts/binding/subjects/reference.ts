import type { Span } from "../../../prose/span.ts";
import type { Entity } from "../../../references/fact.ts";
import { isCommonNoun, isKindNoun, kindNouns, mayBeCalled, typeOfColumn } from "../../../references/kinds/kinds.ts";
import type { SubjectCandidate, SubjectContext } from "../candidate.ts";
import { isInAside } from "../sentence/asides.ts";
import { clausesBetween, type Name, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { CAUSATIVES, COPULAS, OF_KIND, PERSON_PRONOUNS, PREPOSITIONS, STAND_INS, THING_PRONOUNS } from "../sentence/words.ts";
import { FARTHEST, goesOn, hasRelative, isSubject, subjectIds, wordsBetween } from "./names.ts";

/**
 * Whether a noun that stands for one kind of thing stands for somebody named around a figure, or for somebody else, since those are of other kinds: `the
 * hospital` is no school. Undefined where nothing tells.
 */
export function mayStandIn(context: SubjectContext): MayStand {
	const { passages, at, entities, heading, headline } = context;
	return (noun, start) => {
		let isOther = false;
		const may = (id: string): boolean => {
			const entity = entities.get(id);
			const called = entity && mayBeCalled(entity, noun);
			isOther ||= called === "no";
			return called === "surely";
		};
		if (heading.some(may) || headline.some(may)) return "surely";
		for (let back = 0; back <= FARTHEST; back++) if (passages[at - back]?.names.some(({ ids }) => ids.some(may))) return "surely";
		// `Vela, a shipyard in Tarn`
		if ((introductionOf({ word: noun, start }, context)?.length ?? 0) > 0) return "surely";
		return isOther ? "no" : undefined;
	};
}

type MayStand = (noun: string, start: number) => "surely" | "no" | undefined;

/** Words that stand for somebody named before: a pronoun, `the company`. */
export interface Reference extends Span {
	readonly word: string;
	readonly type: "person" | "thing" | "there" | string;
	/** Object of a verb that makes it do what follows. */
	readonly caused?: boolean;
	/** A stand-in says more than its noun, and may be somebody else's: `the lens maker`. */
	readonly isModified?: boolean;
}

/**
 * The last pronoun or stand-in before a figure with no subject between the two. `mayStand` tells whether a noun that stands for one kind of thing alone, such
 * as `school`, may stand for somebody.
 */
export function referenceBefore(figure: Span, passage: Passage, mayStand: MayStand): Reference | undefined {
	const words = passage.words;
	let n = passage.names.length - 1;
	const first = wordFrom(passage, figure.start);
	for (let i = first - 1; i >= 0; i--) {
		const word = words[i] as Word;
		// Names are in order and apart, as words are.
		while (n >= 0 && (passage.names[n] as Name).start > word.start) n--;
		const name = passage.names[n];
		if (name && word.start < name.end && (isSubject(name) || hasRelative(passage, name))) return undefined;
		const noun = bare(word.lower);
		// Most words stand for nobody.
		if (!REFERRING.has(noun)) continue;
		if (noun === "there") {
			if (isLocative(words, i)) return { start: word.start, end: word.end, word: noun, type: "there" };
			continue;
		}
		if ((PERSON_PRONOUNS.has(word.lower) || THING_PRONOUNS.has(word.lower)) && isInAside(words, i, first)) continue;
		if (PERSON_PRONOUNS.has(word.lower)) return { start: word.start, end: word.end, word: word.lower, type: "person" };
		if (
			THING_PRONOUNS.has(word.lower) &&
			!(word.lower === "it" && /^(?:is|was)$/.test(words[i + 1]?.lower ?? "") && /^(?:the|his|her|their)$/.test(words[i + 2]?.lower ?? ""))
		)
			return {
				start: word.start,
				end: word.end,
				word: word.lower,
				type: "thing",
				caused: word.lower === "them" && CAUSATIVES.has(words[i - 1]?.stem ?? ""),
			};
		const usual = STAND_INS.get(noun);
		const stands = isKindNoun(noun) ? mayStand(noun, word.start) : undefined;
		const type = usual ?? (stands ? "kind" : undefined);
		const at = type === undefined ? undefined : articleOf(words, i);
		const article = at === undefined ? undefined : words[at];
		if (type && at !== undefined && article) {
			const before = words[at - 1];
			if (
				!before ||
				/^(?:[^\p{L}\d]|and|but|while|as|when|that|said|because|since)$/u.test(before.lower) ||
				(stands === "surely" && OF_KIND.has(before.lower))
			)
				return { start: article.start, end: word.end, word: noun, type, ...(at < i - 1 && { isModified: true }) };
		}
	}
	return undefined;
}

const REFERRING: ReadonlySet<string> = new Set([...PERSON_PRONOUNS, ...THING_PRONOUNS, ...STAND_INS.keys(), ...kindNouns(), "there"]);

/** Whether a text may have a noun that stands for somebody, told without reading its words. */
export function saysStandIn(text: string): boolean {
	STANDING.lastIndex = 0;
	for (let match = STANDING.exec(text); match; match = STANDING.exec(text))
		for (let i = 1; i < 4; i++) if (match[i] !== undefined && REFERRING.has(bare(match[i] as string))) return true;
	return false;
}

const STANDING = /\b(?:the|this|that) ([a-z'’-]{2,30})(?: ([a-z'’-]{2,30}))?(?: ([a-z'’-]{2,30}))?/gi;

/** A word without the sign of its genitive. */
function bare(lower: string): string {
	if (!lower.endsWith("s")) return lower;
	const mark = lower.charCodeAt(lower.length - 2);
	return mark === 39 || mark === 0x2019 ? lower.slice(0, -2) : lower;
}

/** The index of the article of a noun, past one or two adjectives that do not tell it from another: `the lens maker`, not `the other school`. */
function articleOf(words: readonly Word[], noun: number): number | undefined {
	for (let i = noun - 1; i >= 0 && i >= noun - 3; i--) {
		const { lower, text } = words[i] as Word;
		if (/^(?:the|this|that)$/.test(lower)) return i;
		if (!/^\p{Ll}[\p{Ll}-]*$/u.test(text) || APART.test(lower) || PREPOSITIONS.has(lower)) return undefined;
	}
	return undefined;
}

const APART =
	/^(?:other|rival|new|newer|old|older|first|second|third|last|next|small|smaller|smallest|large|larger|largest|big|bigger|biggest|former|previous|parent|sister|neighbouring|nearby|same|average|typical|whole|only|best|worst|and|or)$/;

/** `Patients there wait` and `The rate there is 4%`, not `there were 40`, `are there 40`, `across the country there are 40`. */
function isLocative(words: readonly Word[], at: number): boolean {
	const before = words[at - 1]?.lower ?? "";
	if (!/^\p{Ll}{3,}$/u.test(before) && at !== 1) return false;
	if (NO_PLACE.test(before) || COPULAS.has(before)) return false;
	return (
		!BEING.test(words[at + 1]?.lower ?? "") ||
		(at < 4 && at > 0 && !TIMES.test(before) && words.slice(0, at).every(({ lower }) => !PREPOSITIONS.has(lower)))
	);
}

const TIMES =
	/^(?:years?|months?|weeks?|days?|nights?|time|morning|season|century|decade|today|tomorrow|yesterday|still|only|however|once|twice|overall|instead|meanwhile)$/;
const BEING =
	/^(?:['’]s|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|remains?|remained|seems?|exists?|to)$/;
const NO_PLACE =
	/^(?:and|but|that|when|while|because|since|though|although|whether|than|said|says|say|where|which|who|then|now|also|out|over|believe|think|hope)$/;

/** Whom a pronoun may stand for: subjects of the right kind before it in its sentence, else in the sentences before. */
export function antecedents(reference: Reference, figure: Span, context: SubjectContext): SubjectCandidate[] {
	const isNoun = reference.type !== "person" && reference.type !== "thing" && reference.type !== "there";
	const introduced = isNoun ? introductionOf(reference, context) : undefined;
	const fits = (id: string): boolean => {
		const entity = context.entities.get(id);
		const type = entity?.type ?? typeOfColumn(entity?.column);
		const called = isNoun && entity ? mayBeCalled(entity, reference.word) : undefined;
		if (called !== undefined) return called === "surely";
		if (introduced?.includes(id)) return true;
		// Nobody is in a department of a budget.
		if (reference.type === "there" && entity && isCommonNoun(entity)) return false;
		if (reference.type === "kind" || type === undefined) return reference.type !== "kind";
		// Ships are spoken of as women are.
		if (reference.type === "person") return type === "person" || (/^(?:she|hers?)$/.test(reference.word) && isShip(entity));
		if (reference.type === "thing" || reference.type === "there") return type !== "person";
		return type === reference.type;
	};
	// `a school in Tarn … the school`: it is the one that nobody knows.
	if (introduced?.length === 0) return [];
	if (introduced?.some(fits)) return spread(introduced.filter(fits), 0.93, "called so");
	const found = antecedentsBy(fits, reference, figure, context);
	return reference.isModified ? found.map((one) => (one.score > MODIFIED ? { ...one, score: MODIFIED } : one)) : found;
}

const isShip = (entity: Entity | undefined): boolean => entity !== undefined && mayBeCalled(entity, "ship") === "surely";

/** Whom `the lens maker` stands for no pack says: its figure may be borne out. */
const MODIFIED = 0.66;

function antecedentsBy(fits: (id: string) => boolean, reference: Reference, figure: Span, context: SubjectContext): SubjectCandidate[] {
	const passage = context.passages[context.at] as Passage;
	const distance = 0.06 * Math.min(3, clausesBetween(passage, reference.end, figure.start));
	const called = namedSo(reference, context).filter(fits);
	if (called.length === 1) return spread(called, 0.95 - distance, "called so");
	if (reference.type === "there") return placesBefore(reference, context, fits);
	let here = subjectIds(passage, reference.start).filter(fits);
	if (here.length === 0)
		here = [
			...new Set(passage.names.filter((name) => name.end <= reference.start && name.standing === "of").flatMap((name) => name.ids)),
		].filter(fits);
	if (reference.caused) {
		// `held Chad to 3 goals and forced them into 9 errors`: the object of both verbs.
		const held = passage.names.findLast((name) => name.end <= reference.start && isSubject(name));
		if (held?.standing === "caused" && clausesBetween(passage, held.end, reference.start) === 0)
			return spread(held.ids.filter(fits), 0.9, "pronoun");
		// `limiting them to 3 goals`: they are not who limits.
		const others = [...new Set([...here, ...context.headline])].filter((id) => id !== here[0] && fits(id));
		return others.length === 1 ? spread(others, 0.85, "pronoun") : spread(others, 0.6, "pronoun");
	}
	if (here.length > 0) return spread(here, 0.95 - distance, "pronoun");
	// A stand-in reaches further back than a pronoun.
	const reach = reference.type === "person" || reference.type === "thing" ? 2 : FARTHEST;
	let chain = 0;
	for (let back = 1; back <= Math.min(FARTHEST, reach + chain); back++) {
		const earlier = context.passages[context.at - back];
		if (!earlier) break;
		// `She won two. Her third came in 1971. She …`: the same pronoun leads on.
		if (reference.type === "person" && goesOn(reference.word, earlier)) chain++;
		const there = subjectIds(earlier, earlier.end).filter(fits);
		// `The company` in a new paragraph is whom the article is about rather than whom the last sentence named.
		if (there.length > 0 && reach > 2 && earlier.home !== passage.home) {
			const all = [...new Set([...there, ...lastNamed(context, reach).filter(fits)])];
			if (all.length > 1) return spread(all, 0.72 - distance, "sentence before");
		}
		if (there.length > 0) return spread(there, 0.92 - 0.06 * (back - 1) - distance, "sentence before");
		const any = [...new Set(earlier.names.flatMap((name) => name.ids))].filter(fits);
		if (any.length === 1) return spread(any, 0.84 - 0.06 * (back - 1) - distance, "sentence before");
	}
	if (reference.type !== "person" && reference.type !== "thing") return spread(context.headline.filter(fits), 0.7, "headline");
	return [];
}

/** `Patients there`: what the sentence has named, else the one before it. Of two nobody knows which. */
function placesBefore({ start }: Reference, { passages, at }: SubjectContext, fits: (id: string) => boolean): SubjectCandidate[] {
	for (let back = 0; back <= 2; back++) {
		const names = passages[at - back]?.names.filter((name) => back > 0 || name.end <= start) ?? [];
		const ids = [...new Set(names.flatMap((name) => name.ids))].filter(fits);
		if (ids.length > 0) return spread(ids, ids.length === 1 ? 0.88 - 0.05 * back : 0.55, "there");
	}
	return [];
}

/**
 * Whom the noun of a stand-in was last brought in as with `a` or `another`: those whose name stands beside it (`Orrin, a school in Tarn`, `Orrin is a school`),
 * nobody when it stands alone (`a school in Tarn closed`); undefined when it was not, or somebody was named after it.
 */
function introductionOf(reference: Pick<Reference, "word" | "start">, { passages, at }: SubjectContext): readonly string[] | undefined {
	for (let back = 0; back <= FARTHEST; back++) {
		const passage = passages[at - back];
		if (!passage) return undefined;
		const end = back === 0 ? reference.start : passage.end;
		// Few sentences have the noun twice. The text is that of all its block: putting that into small letters was a fifth of all memory that a check of prose takes.
		if (passage.text.slice(passage.start, end).toLowerCase().includes(reference.word)) {
			const { words, names } = passage;
			for (let i = words.length - 1; i > 0; i--) {
				const word = words[i] as Word;
				if (word.end > end || bare(word.lower) !== reference.word) continue;
				const opens = indefiniteBefore(words, i);
				if (opens === undefined) continue;
				const first = words[opens] as Word;
				const beside =
					names.find(
						({ start }) =>
							start >= word.end &&
							wordsBetween(passage, word.end, start).every(({ lower }) => /^(?:,|called|named|known|as|the|in|of|:)$/.test(lower)),
					) ??
					names.findLast(
						(name) =>
							name.end <= first.start &&
							wordsBetween(passage, name.end, first.start).every(({ lower }) =>
								/^(?:,|is|was|became|remains|has|been|as|one)$/.test(lower),
							),
					);
				if (beside) return beside.standing === "of" || beside.standing === "prepositional" ? [] : beside.ids;
				return names.some((name) => name.start >= word.end && name.end <= end && name.ids.length > 0) ? undefined : [];
			}
		}
		if (passage.names.some((name) => name.end <= end && name.ids.length > 0) && back > 0) return undefined;
	}
	return undefined;
}

/** The index of `a` or `another` in front of a noun and its adjectives. */
function indefiniteBefore(words: readonly Word[], noun: number): number | undefined {
	for (let i = noun - 1; i >= 0 && i >= noun - 4; i--) {
		const { lower, text } = words[i] as Word;
		if (/^(?:a|an|another|one|some|rival)$/.test(lower)) return i;
		if (!/^[\p{L}-]+$/u.test(text) || PREPOSITIONS.has(lower) || /^(?:the|this|that|its|their|his|her)$/.test(lower)) return undefined;
	}
	return undefined;
}

/** The subjects of the sentences before, as far back as a stand-in reaches, the newest first; and of the headline. */
function lastNamed({ passages, at, headline }: SubjectContext, reach: number): string[] {
	const found: string[] = [];
	for (let back = 1; back <= reach; back++) {
		const earlier = passages[at - back];
		if (earlier) found.push(...subjectIds(earlier, earlier.end));
	}
	return [...found, ...headline];
}

/** More than these cannot all have been meant. */
const MOST = 8;

/** `the district` is the Vire district that was named before, in this sentence or the three before it. */
function namedSo(reference: Reference, context: SubjectContext): string[] {
	if (reference.type === "person" || reference.type === "thing" || reference.type === "there") return [];
	for (let back = 0; back <= 3; back++) {
		const passage = context.passages[context.at - back];
		if (!passage) break;
		const ids = passage.names
			.filter((name) => back > 0 || name.end <= reference.start)
			.flatMap((name) => name.ids)
			.filter((id) => {
				const entity = context.entities.get(id);
				return (
					entity?.name.toLowerCase().split(" ").includes(reference.word) || (entity && mayBeCalled(entity, reference.word) === "surely")
				);
			});
		if (ids.length > 0) return [...new Set(ids)];
	}
	return [];
}

function spread(ids: readonly string[], score: number, how: string): SubjectCandidate[] {
	// A name of many things is nobody's.
	if (ids.length > MOST) return ids.slice(0, MOST).map((id) => ({ id, score: 0.3, how }));
	return ids.map((id, i) => ({ id, score: i === 0 ? score - (ids.length > 1 ? 0.08 : 0) : 0.45, how }));
}

/** `Chad and Mali were next, the former with 3 goals`: the first or the second of the last two names that were joined. */
export function formerOrLatter(
	figure: Span,
	{ passages, at }: SubjectContext,
): { readonly ids: readonly string[]; readonly how: string } | undefined {
	const passage = passages[at] as Passage;
	const { words } = passage;
	if (!/former|latter/i.test(passage.text.slice(passage.start, passage.end))) return undefined;
	const i = words.findLastIndex(
		(word, k) =>
			word.end <= figure.start && /^(?:former|latter)$/.test(word.lower) && words[k - 1]?.lower === "the" && isVerbal(words[k + 1]),
	);
	const marker = words[i];
	if (!marker || passage.names.some((name) => name.start >= marker.end && name.end <= figure.start && isSubject(name))) return undefined;
	for (const [one, end] of [
		[passage, marker.start],
		[passages[at - 1], Number.POSITIVE_INFINITY],
	] as const) {
		const names = one?.names.filter((name) => name.end <= end) ?? [];
		for (let k = names.length - 1; one && k > 0; k--) {
			const [first, second] = [names[k - 1] as Name, names[k] as Name];
			const between = wordsBetween(one, first.end, second.start);
			if (between.length === 1 && between[0]?.lower === "and")
				return { ids: (marker.lower === "former" ? first : second).ids, how: marker.lower };
		}
	}
	return undefined;
}

/** What shows that `the former` stands by itself: a verb or `with` behind it, no noun. */
const isVerbal = (word: Word | undefined): boolean =>
	word !== undefined &&
	/^(?:with|had|has|was|were|is|are|made|took|won|got|led|hit|put|at|by|on|in|\p{L}{2,}(?:ing|ed))$/u.test(word.lower);
