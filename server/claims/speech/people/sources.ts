import { Lexicon } from "../../../prose/lexicon.ts";
import type { Span } from "../../../prose/span.ts";
import type { Home } from "../../../prose/versions/home.ts";
import type { Quote } from "../../claim.ts";
import { DATA_NOUNS, DOCUMENT_NOUNS, NAMELESS_NOUNS, ORGANISATION_NOUNS, PERSON_NOUNS } from "../lexicon/titles.ts";
import type { Directory } from "./directory.ts";

/** Who a source is, as far as its words and the names before it tell. */
export type Source = Pick<Quote, "speaker" | "sourceKind" | "anonymous">;

// How English papers say that a source wants no name (Associated Press style guide, `anonymous sources`).
const ANONYMITY =
	/\b(?:anonymity|anonymously|unnamed|unidentified|not (?:to )?be (?:named|identified)|familiar with|close to the|briefed on|with (?:direct )?knowledge of|not authorized to|not authorised to|speak publicly)\b/i;

/** Whether a text says of somebody that no name is given. */
export const isAnonymous = (text: string): boolean => ANONYMITY.test(text);

/**
 * Resolves a source. `words` are the source as written; `sentence` is the one that it stands in; the span is its block's text's; `spokeLast` answers the person who spoke last.
 */
export function sourceOf(
	words: string,
	sentence: { readonly isAnonymous: boolean },
	directory: Directory,
	home: Home,
	span: Span,
	spokeLast: () => { readonly name: string; readonly home: Home } | undefined,
): Source {
	const lower = words.toLowerCase();
	const nouns = nounsIn(lower);
	const at = span.start;
	const last = directory.within(home, span);
	// `officials in Tarn` are not Tarn.
	const isPlace = last && last.start > at && /\b(?:in|near|across|around|outside) (?:the )?$/i.test(words.slice(0, last.start - at));
	const named = isPlace ? undefined : last;
	if (
		(nouns & noun.nameless) !== 0 ||
		((!named || /^(?:an?|one|two|three|some|several|many)\b/i.test(words)) && (sentence.isAnonymous || isAnonymous(words)))
	)
		return { sourceKind: "anonymous", anonymous: true, speaker: words };
	if (named && (nouns & noun.data) !== 0 && /\b(?:from|by|of)\b/.test(lower))
		return { sourceKind: "data provider", anonymous: false, speaker: named.name };
	if (PERSONS.has(lower)) {
		// Who spoke last goes on, unless another person has been the subject of a sentence since.
		const speaker = spokeLast();
		const since = speaker && isNear(speaker.home, home) ? directory.subjectSince(speaker, home, at) : directory.last("person", home, at);
		return person(since?.name ?? speaker?.name);
	}
	if (BODIES.has(lower)) return organisation(directory.last("organisation", home, at)?.name);
	const heads = lower.startsWith("th") ? headsOf(lower) : NONE;
	if (heads.length === 2 && /^(?:the|this|that)$/.test(heads[0] as string)) {
		if (ORGANISATION_NOUNS.has(heads[1] as string)) return organisation(directory.last("organisation", home, at)?.name ?? words);
		if (PERSON_NOUNS.has(heads[1] as string)) return person(directory.last("person", home, at)?.name ?? words);
	}
	if ((nouns & noun.document) !== 0) return { sourceKind: "document", anonymous: false, speaker: words };
	if (!named) return { anonymous: false, speaker: words };
	const full = directory.full(named.name, home, at);
	const known = directory.kindOf(full) ?? named.kind;
	return known === "unknown" ? { anonymous: false, speaker: full } : { anonymous: false, speaker: full, sourceKind: known };
}

/** Pronouns for a person and for a body of people. */
const PERSONS = new Set(["he", "she", "him", "her", "i"]);
const BODIES = new Set(["it", "they", "we"]);

/** What nouns say of a source, as bits. */
const noun = { nameless: 1, data: 2, document: 4 } as const;

const NOUNS = new Lexicon(nouns());

function nouns(): Map<string, number> {
	const bits = new Map<string, number>();
	for (const [bit, words] of [
		[noun.nameless, NAMELESS_NOUNS],
		[noun.data, DATA_NOUNS],
		[noun.document, DOCUMENT_NOUNS],
	] as const)
		for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
	return bits;
}

/** What the nouns of a source in small letters say of it. */
function nounsIn(lower: string): number {
	let bits = 0;
	let start = -1;
	for (let at = 0; at <= lower.length; at++) {
		const code = at < lower.length ? lower.charCodeAt(at) : 32;
		if (!isPart(code) && code > 127) {
			// Letters beyond those of ASCII are told by the pattern alone.
			bits = 0;
			for (const head of headsOf(lower)) bits |= NOUNS.at(head, 0, head.length) ?? 0;
			return bits;
		}
		if (isPart(code) === start >= 0) continue;
		if (start >= 0) bits |= NOUNS.at(lower, start, at) ?? 0;
		start = start < 0 ? at : -1;
	}
	return bits;
}

/** Letters of ASCII, apostrophes and hyphens: what is within a word. */
const isPart = (code: number): boolean => (code >= 97 && code <= 122) || code === 39 || code === 45 || code === 0x2019;

/** The words of a source in small letters, without what stands between them. */
const headsOf = (lower: string): string[] => lower.split(/[^\p{L}'’-]+/u).filter(Boolean);

const NONE: readonly never[] = [];

/** Whether somebody spoke in the same block as a place or in the one before it. */
export function isNear(speaker: Home, home: Home): boolean {
	return home.index - speaker.index <= 1;
}

function person(name: string | undefined): Source {
	return name === undefined ? { anonymous: false, sourceKind: "person" } : { anonymous: false, sourceKind: "person", speaker: name };
}

function organisation(name: string | undefined): Source {
	return name === undefined
		? { anonymous: false, sourceKind: "organisation" }
		: { anonymous: false, sourceKind: "organisation", speaker: name };
}
