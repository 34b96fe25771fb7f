import type { Claim } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import type { Entity } from "../../../references/fact.ts";
import { mayBeCalled } from "../../../references/kinds/kinds.ts";
import type { Bound } from "../bind.ts";
import { clauseAt, indexFrom, type Name, type Passage, type Word, wordsBefore } from "../sentence/passage.ts";
import { COPULAS, NEUTRAL_HEADS, POSSESSIVES, PREPOSITIONS, SPECIFIERS, STAND_INS } from "../sentence/words.ts";
import { hasRelative } from "./names.ts";
import { referenceBefore } from "./reference.ts";

/**
 * Whether the clause of a figure has a subject of its own that no pack knows, whoever is named or meant beside it: `its roof will cost £90,000`,
 * `the park around it covers 400 square kilometres`, `Harlow's factory employs 900`, `no one else had more than eight goals`.
 */
export function hasOwnSubject(claim: Claim, bound: Bound, passage: Passage, entities: ReadonlyMap<string, Entity>): boolean {
	const entity = entities.get(bound.subject.id);
	const subject = relativeSubject(claim, bound, passage) ?? ownSubject(claim, passage, entity);
	if (!subject) return false;
	const { words, end, isDefinite } = subject;
	const called = new Set([entity?.name, ...(entity?.aliases ?? [])].flatMap((name) => name?.toLowerCase().split(/[\s-]/) ?? []));
	const { forms, measure } = bound.series.words;
	const mayBe = (noun: string) => entity && mayBeCalled(entity, noun);
	const isCalled = (noun: string): boolean => mayBe(noun) === "surely";
	const isKnown = (word: Word): boolean =>
		forms.some((form) => form.includes(word.stem)) ||
		measure.label.toLowerCase().includes(word.lower) ||
		// `The bridge` may be the one that was named; `a bridge` is another, and `its bridge` too.
		(isDefinite && (called.has(word.lower) || STAND_INS.has(word.lower) || isCalled(word.lower))) ||
		NEUTRAL_HEADS.has(word.lower) ||
		/-old$/.test(word.lower);
	if (words.some(isKnown)) return false;
	const { name } = bound.subject;
	if (name) return name.start < end;
	// A pronoun is reached past the subject when it is one itself, or owns what follows.
	const reference = referenceBefore(claim.span, passage, mayBe);
	if (!reference || reference.start < end) return true;
	return !POSSESSIVES.has(reference.word) && isObject(reference, passage);
}

/** A subject made of common nouns, its modifiers included up to the first word that may be a verb. */
interface OwnSubject {
	readonly words: readonly Word[];
	readonly end: number;
	/** Begins with `the` or `this`. */
	readonly isDefinite: boolean;
}

/** `Haverby has three other museums, which drew 90,000`: what a relative clause around the figure is about, when it is no name. */
function relativeSubject(claim: Claim, { subject }: Bound, passage: Passage): OwnSubject | undefined {
	const { words } = passage;
	const name = passage.names.find((one) => one === subject.name);
	const first = indexFrom(passage, claim.span.start);
	const at = words.findLastIndex((word, i) => i < first && i > 1 && /^(?:which|who)$/.test(word.lower) && words[i - 1]?.text === ",");
	const noun = words[at - 2];
	if (at < 0 || !noun || !/^\p{Ll}{3,}$/u.test(noun.text) || (name && hasRelative(passage, name))) return undefined;
	// A clause that a comma has ended is not around the figure.
	if (words.slice(at + 1, first).some(({ text }) => text === "," || text === ";")) return undefined;
	let from = at - 2;
	while (
		from > 0 &&
		at - from < 5 &&
		/^\p{Ll}+$/u.test(words[from - 1]?.text ?? "") &&
		!PREPOSITIONS.has(words[from - 1]?.lower ?? "") &&
		!COPULAS.has(words[from - 1]?.lower ?? "")
	)
		from--;
	// `The` that begins the sentence is no small word.
	const isDefinite = [words[from], words[from - 1]].some((word) => /^(?:the|this|that|these|those)$/.test(word?.lower ?? ""));
	return { words: [noun], end: noun.end, isDefinite };
}

function ownSubject(claim: Claim, passage: Passage, entity: Entity | undefined): OwnSubject | undefined {
	const clause = clauseAt(passage, claim.span.start);
	const words = passage.words.filter((word) => word.start >= clause.start && word.end <= claim.span.start);
	// `…, and no one else won more than 30`: a clause of its own, though nothing marks where it begins but its subject.
	const joined = words.findLastIndex(
		(word, i) =>
			(/^(?:and|but|or)$/.test(word.lower) &&
				words[i - 1]?.text === "," &&
				(INDEFINITE.test(words[i + 1]?.lower ?? "") || SPECIFIERS.has(words[i + 1]?.lower ?? "")) &&
				words.length - i > 4) ||
			// `promised 9.5% when banks were paying 1%`
			(i > 0 &&
				/^(?:when|while|whereas|although|though|because)$/.test(word.lower) &&
				isBareNoun(words[i + 1] ?? word) &&
				isVerb(words[i + 2])),
	);
	const first = words.findIndex((word, i) => i > joined && !LEADING.test(word.lower));
	const head = words[first];
	if (!head) return undefined;
	if (INDEFINITE.test(head.lower)) return { words: [], end: head.end, isDefinite: false };
	if (head.lower === "no" && words[first + 1]?.lower === "one")
		return { words: [], end: (words[first + 1] as Word).end, isDefinite: false };
	// `That one, released in 2019`: another than was spoken of.
	if (/^ones?$/.test(head.lower) && /^(?:that|this|these|those)$/.test(words[first - 1]?.lower ?? "") && words[first + 1]?.text === ",")
		return { words: [], end: head.end, isDefinite: false };
	const noun = SPECIFIERS.has(head.lower) ? (words[first + 1] ?? head) : head;
	const named = (word: Word) => passage.names.find((name) => name.start <= word.start && word.start < name.end);
	const elsewhere = named(noun);
	if (elsewhere && isElsewhere(elsewhere, words, passage, entity)) return { words: [], end: elsewhere.end, isDefinite: false };
	const owner = named(head);
	let at = first;
	if (owner) {
		if (owner.standing !== "possessive") return undefined;
		while (at < words.length && (words[at] as Word).start < owner.end) at++;
		while (/^['’]s?$/.test(words[at]?.text ?? "")) at++;
	} else if (SPECIFIERS.has(head.lower)) at++;
	// `Polls had given them 45 seats`, `clothing brought in £1.3bn`: a bare noun and its verb.
	else if (!isBareNoun(head) || !isVerb(words[at + 1])) return undefined;
	const nouns: Word[] = [];
	for (; at < words.length && nouns.length < 5; at++) {
		const word = words[at] as Word;
		if (!/^\p{L}[\p{Ll}'’-]*$/u.test(word.text) || PREPOSITIONS.has(word.lower) || COPULAS.has(word.lower) || STOPS.test(word.lower)) break;
		if (passage.names.some((name) => name.start <= word.start && word.start < name.end)) return undefined;
		// `The government promises each family €10,000`: what stands before a determiner is the verb.
		if (nouns.length > 1 && SPECIFIERS.has(word.lower)) {
			nouns.pop();
			break;
		}
		nouns.push(word);
	}
	// `Orrin's oldest ship carries 400`: no noun stands right before a figure, so that the last one is the verb.
	if (owner && nouns.length > 1 && at === words.length) nouns.pop();
	if (nouns.length === 0) return undefined;
	// Modifiers go on to the verb: names and pronouns in them are no subjects.
	while (at < words.length && !COPULAS.has((words[at] as Word).lower) && at < first + 12 && words[at]?.text !== ",") at++;
	const isModified = PREPOSITIONS.has(nextTo(nouns, words)) || STOPS.test(nextTo(nouns, words));
	return {
		words: nouns,
		isDefinite: !owner && /^(?:the|this|that|these|those)$/.test(head.lower),
		end: isModified ? (words[at - 1] as Word).end : (nouns.at(-1) as Word).end,
	};
}

/** A plural, or what may be a mass noun: any word that is none of those that stand before a verb without being its subject's name. */
const isBareNoun = (word: Word): boolean => /^\p{L}\p{Ll}+$/u.test(word.text) && (/[^s]s$/.test(word.lower) || !NO_NOUNS.test(word.lower));

const NO_NOUNS =
	/^(?:i|it|he|she|we|you|they|there|here|this|that|these|those|what|who|which|one|both|all|each|none|some|many|most|few|several|half|today|yesterday|tomorrow|now|then|only|even|also|not|never|so|thus|just|always|once|still|nor|has|had|have|is|was|are|were|did|does|do|will|would|\p{L}+ly)$/u;

const isVerb = (word: Word | undefined): boolean =>
	word !== undefined &&
	(COPULAS.has(word.lower) || /^(?:brought|earned|contributed|added|accounted|yielded|paid|spent|owed)$/.test(word.lower));

/** `The cooperative in Vire`: a common noun that stands for a name, of another place than the name says or the packs know it to be in. */
function isElsewhere(owner: Name, words: readonly Word[], passage: Passage, entity: Entity | undefined): boolean {
	const at = words.findIndex((word) => word.start >= owner.end);
	if (!/^(?:in|at|near|from)$/.test(words[at]?.lower ?? "") || !words.some((word) => word.start >= owner.start && word.end <= owner.end))
		return false;
	const last = words.findLast((word) => word.end <= owner.end);
	if (!last || last.text !== last.lower) return false;
	const place = words[at + 1];
	return (
		place !== undefined &&
		/^\p{Lu}/u.test(place.text) &&
		!entity?.name.includes(place.text) &&
		!passage.names.some((name) => name.start === place.start && name.ids.some((id) => id === entity?.partOf || owner.ids.includes(id)))
	);
}

const nextTo = (nouns: readonly Word[], words: readonly Word[]): string => words[words.indexOf(nouns.at(-1) as Word) + 1]?.lower ?? "";

const INDEFINITE = /^(?:nobody|everyone|everybody|someone|somebody|anyone|others|neither|none)$/;
const LEADING =
	/^(?:[^\p{L}\d]|and|but|while|whereas|as|although|though|because|when|if|so|then|also|still|yet|now|or|that|which|whom|however|meanwhile)$/u;
const STOPS = /^(?:that|which|who|whose|,|;|:|and|or|but|not|around|near|outside|inside|behind|beside|between|beyond|with|along)$/;

function isObject(reference: Span, passage: Passage): boolean {
	const before = wordsBefore(passage, reference.start, 1)[0];
	return (
		before !== undefined && !/^(?:[^\p{L}\d]|and|but|that|when|as|because|while|if|though|where|which|said|says|or)$/u.test(before.lower)
	);
}
