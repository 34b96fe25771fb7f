/**
 * The same words without the text that they were cut from. Engines keep a whole text in memory for as long as any cut of it is kept; what outlives the
 * version of the article that it was read in must not hold on to it.
 */
export function detached(text: string): string {
	return text.length < SHORTEST_CUT ? text : JSON.parse(JSON.stringify(text));
}

/** V8 copies what is shorter, be it cut out or joined (`SlicedString::kMinLength`, `ConsString::kMinLength`): most words. */
const SHORTEST_CUT = 13;
