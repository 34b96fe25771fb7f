import type { Quote } from "../../server/claims/claim.ts";
import { findSpeech } from "../../server/claims/speech/finder.ts";
import { parse } from "../../server/prose/article.ts";

/** The quotes of a text, in order. */
export function quotesOf(text: string): Quote[] {
	return findSpeech(parse(text)).flatMap((claim) => (claim.kind === "role" ? [] : [claim.quote]));
}

/** What a text says, one line each: type, speaker's words, cue and content, `|` between them and ` … ` between pieces. */
export function speech(text: string): string[] {
	const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
	return quotesOf(text).map((quote) => [quote.type, words(quote.source), words(quote.cue), words(quote.content)].join(" | "));
}
