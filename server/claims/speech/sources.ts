import { tokenize } from "../../prose/tokens.ts";
import type { Quote } from "../claim.ts";
import { type Directory, namesIn } from "./names.ts";
import { DATA_NOUNS, DOCUMENT_NOUNS, NAMELESS_NOUNS, ORGANISATION_NOUNS, PERSON_NOUNS } from "./titles.ts";

/** Who a source is, as far as its words and the names before it tell. */
export type Source = Pick<Quote, "speaker" | "sourceKind" | "anonymous">;

// How English papers say that a source wants no name (Associated Press style guide, `anonymous sources`).
const ANONYMITY =
	/\b(?:anonymity|anonymously|unnamed|unidentified|not (?:to )?be (?:named|identified)|familiar with|close to the|briefed on|with (?:direct )?knowledge of|not authorized to|not authorised to|speak publicly)\b/i;

/**
 * Resolves a source. `words` are the source as written, `around` the sentence outside of quotations, where anonymity is often explained; the place is
 * an offset of the text of the block with that index.
 */
export function sourceOf(words: string, around: string, directory: Directory, block: number, at: number): Source {
	const lower = words.toLowerCase();
	const heads = lower.split(/[^\p{L}'’-]+/u).filter(Boolean);
	const names = namesIn(words, tokenize(words));
	const named = names.at(-1);
	if (
		heads.some((head) => NAMELESS_NOUNS.has(head)) ||
		(ANONYMITY.test(`${words} ${around}`) && !names.some((name) => name.kind === "person"))
	)
		return { sourceKind: "anonymous", anonymous: true, speaker: words };
	if (heads.some((head) => DATA_NOUNS.has(head)) && named && /\b(?:from|by|of)\b/.test(lower))
		return { sourceKind: "data provider", anonymous: false, speaker: named.name };
	if (/^(?:he|she|him|her|i)$/.test(lower)) return person(directory.last("person", block, at)?.name);
	if (/^(?:it|they|we)$/.test(lower)) return organisation(directory.last("organisation", block, at)?.name);
	if (/^(?:the|this|that)\s/.test(lower) && heads.length === 2) {
		if (ORGANISATION_NOUNS.has(heads[1] as string)) return organisation(directory.last("organisation", block, at)?.name ?? words);
		if (PERSON_NOUNS.has(heads[1] as string)) return person(directory.last("person", block, at)?.name ?? words);
	}
	if (heads.some((head) => DOCUMENT_NOUNS.has(head))) return { sourceKind: "document", anonymous: false, speaker: words };
	if (named) {
		const full = directory.full(named.name, block, at);
		const known = directory.mentions.find((mention) => mention.name === full);
		const kind =
			known?.kind === "person" || (named.kind === "person" && known?.kind !== "organisation")
				? "person"
				: known?.kind === "organisation"
					? "organisation"
					: undefined;
		return { anonymous: false, speaker: full, ...(kind && { sourceKind: kind }) };
	}
	return { anonymous: false, speaker: words };
}

function person(name: string | undefined): Source {
	return { anonymous: false, sourceKind: "person", ...(name !== undefined && { speaker: name }) };
}

function organisation(name: string | undefined): Source {
	return { anonymous: false, sourceKind: "organisation", ...(name !== undefined && { speaker: name }) };
}
