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
 * Resolves a source. `words` are the source as written; `anonymous` says that its sentence speaks of anonymity; the span is its block's text's; `spokeLast` answers the person who spoke last.
 */
export function sourceOf(
	words: string,
	anonymous: boolean,
	directory: Directory,
	home: Home,
	span: Span,
	spokeLast: () => { readonly name: string; readonly home: Home } | undefined,
): Source {
	const lower = words.toLowerCase();
	const heads = lower.split(/[^\p{L}'’-]+/u).filter(Boolean);
	const at = span.start;
	const last = directory.within(home, span);
	// `officials in Tarn` are not Tarn.
	const named =
		last && /\b(?:in|near|across|around|outside) (?:the )?$/i.test(words.slice(0, Math.max(0, last.start - at))) ? undefined : last;
	if (
		heads.some((head) => NAMELESS_NOUNS.has(head)) ||
		((anonymous || isAnonymous(words)) && (!named || /^(?:an?|one|two|three|some|several|many)\b/i.test(words)))
	)
		return { sourceKind: "anonymous", anonymous: true, speaker: words };
	if (named && heads.some((head) => DATA_NOUNS.has(head)) && /\b(?:from|by|of)\b/.test(lower))
		return { sourceKind: "data provider", anonymous: false, speaker: named.name };
	if (/^(?:he|she|him|her|i)$/.test(lower)) {
		// Who spoke last goes on, unless another person has been the subject of a sentence since.
		const speaker = spokeLast();
		const since = speaker && isNear(speaker.home, home) ? directory.subjectSince(speaker, home, at) : directory.last("person", home, at);
		return person(since?.name ?? speaker?.name);
	}
	if (/^(?:it|they|we)$/.test(lower)) return organisation(directory.last("organisation", home, at)?.name);
	if (/^(?:the|this|that)$/.test(heads[0] ?? "") && heads.length === 2) {
		if (ORGANISATION_NOUNS.has(heads[1] as string)) return organisation(directory.last("organisation", home, at)?.name ?? words);
		if (PERSON_NOUNS.has(heads[1] as string)) return person(directory.last("person", home, at)?.name ?? words);
	}
	if (heads.some((head) => DOCUMENT_NOUNS.has(head))) return { sourceKind: "document", anonymous: false, speaker: words };
	if (!named) return { anonymous: false, speaker: words };
	const full = directory.full(named.name, home, at);
	const known = directory.kindOf(full) ?? named.kind;
	return { anonymous: false, speaker: full, ...(known !== "unknown" && { sourceKind: known }) };
}

/** Whether somebody spoke in the same block as a place or in the one before it. */
export function isNear(speaker: Home, home: Home): boolean {
	return home.index - speaker.index <= 1;
}

function person(name: string | undefined): Source {
	return { anonymous: false, sourceKind: "person", ...(name !== undefined && { speaker: name }) };
}

function organisation(name: string | undefined): Source {
	return { anonymous: false, sourceKind: "organisation", ...(name !== undefined && { speaker: name }) };
}
