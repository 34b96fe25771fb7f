import type { Span } from "../../../prose/span.ts";
import type { SubjectCandidate, SubjectContext } from "../candidate.ts";
import { isInAside } from "../clauses.ts";
import { clausesBetween, type Name, type Passage, type Word, wordFrom } from "../passage.ts";
import { CAUSATIVES, PERSON_PRONOUNS, STAND_INS, THING_PRONOUNS } from "../words.ts";
import { FARTHEST, goesOn, hasRelative, isSubject, subjectIds, wordsBetween } from "./names.ts";

/** Words that stand for somebody named before: a pronoun, `the company`. */
export interface Reference extends Span {
	readonly word: string;
	readonly type: "person" | "thing" | string;
	/** Object of a verb that makes it do what follows. */
	readonly caused?: boolean;
}

/** The last pronoun or stand-in before a figure with no subject between the two. */
export function referenceBefore(figure: Span, passage: Passage): Reference | undefined {
	const words = passage.words;
	let n = passage.names.length - 1;
	const first = wordFrom(passage, figure.start);
	for (let i = first - 1; i >= 0; i--) {
		const word = words[i] as Word;
		// Names are in order and apart, as words are.
		while (n >= 0 && (passage.names[n] as Name).start > word.start) n--;
		const name = passage.names[n];
		if (name && word.start < name.end && (isSubject(name) || hasRelative(passage, name))) return undefined;
		// Most words stand for nobody.
		if (!REFERRING.has(word.lower)) continue;
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
		const type = STAND_INS.get(word.lower);
		const article = words[i - 1];
		if (type && article && /^(?:the|this|that)$/.test(article.lower)) {
			const before = words[i - 2];
			if (!before || /^(?:[^\p{L}\d]|and|but|while|as|when|that|said|because|since)$/u.test(before.lower))
				return { start: article.start, end: word.end, word: word.lower, type };
		}
	}
	return undefined;
}

const REFERRING: ReadonlySet<string> = new Set([...PERSON_PRONOUNS, ...THING_PRONOUNS, ...STAND_INS.keys()]);

/** Whom a pronoun may stand for: subjects of the right kind before it in its sentence, else in the sentences before. */
export function antecedents(reference: Reference, figure: Span, context: SubjectContext): SubjectCandidate[] {
	const passage = context.passages[context.at] as Passage;
	const fits = (id: string): boolean => {
		const type = context.entities.get(id)?.type;
		if (type === undefined) return true;
		if (reference.type === "person") return type === "person";
		if (reference.type === "thing") return type !== "person";
		return type === reference.type;
	};
	const distance = 0.06 * Math.min(3, clausesBetween(passage, reference.end, figure.start));
	const called = namedSo(reference, context).filter(fits);
	if (called.length === 1) return spread(called, 0.95 - distance, "called so");
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
	if (reference.type === "person" || reference.type === "thing") return [];
	for (let back = 0; back <= 3; back++) {
		const passage = context.passages[context.at - back];
		if (!passage) break;
		const ids = passage.names
			.filter((name) => back > 0 || name.end <= reference.start)
			.flatMap((name) => name.ids)
			.filter((id) => context.entities.get(id)?.name.toLowerCase().split(" ").includes(reference.word));
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
