import type { Span } from "../span.ts";

/**
 * TeX math between dollar signs in a stretch of Markdown, as article spans.
 * Prices are no math: an inline formula opens before and closes after something that is not a space, is not followed by a digit
 * (Pandoc's rule, `tex_math_dollars`), and here must also hold a mark that only formulas use.
 */
export function mathSpans(text: string, from: number, to: number): Span[] {
	const spans: Span[] = [];
	let at = text.indexOf("$", from);
	while (at >= 0 && at < to) {
		const double = text[at + 1] === "$";
		const open = at + (double ? 2 : 1);
		const close = double ? text.indexOf("$$", open) : text.indexOf("$", open);
		if (close < 0 || close >= to || close - open > LONGEST_FORMULA) {
			at = text.indexOf("$", open);
			continue;
		}
		const body = text.slice(open, close);
		const end = close + (double ? 2 : 1);
		const tight = double || (/^\S/.test(body) && /\S$/.test(body) && !/^\d/.test(text.slice(end, end + 1)));
		if (tight && text[at - 1] !== "\\" && /[\\^_={}]/.test(body)) {
			spans.push({ start: at, end });
			at = text.indexOf("$", end);
		} else at = text.indexOf("$", open);
	}
	return spans;
}

/** UTF-16 units; keeps a stray dollar sign from swallowing the paragraph, and the search linear. */
const LONGEST_FORMULA = 300;
