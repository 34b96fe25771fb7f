import { type Claim, hasQuote, quantityOf } from "../../claims/claim.ts";
import { weekdayIn } from "../../language/formats.ts";
import { type Language, type Said, say } from "../../language/language.ts";
import type { Reason } from "../../verdicts/verdict.ts";
import { dayOf } from "./periods.ts";
import { plain } from "./statement.ts";
import { printedFigure, renumbered } from "./values.ts";
import { ONES } from "./words.ts";

/** What the article says against itself. */
export function ofItself(
	reason: Extract<
		Reason,
		{
			readonly kind:
				| "arithmetic"
				| "change"
				| "direction"
				| "no winner"
				| "no draw"
				| "over all"
				| "more than all"
				| "said differently"
				| "headline"
				| "list"
				| "conversion"
				| "rate"
				| "two spellings"
				| "weekday"
				| "projection is past";
		}
	>,
	claim: Claim,
	language: Language | undefined,
): string {
	switch (reason.kind) {
		case "arithmetic":
			return say(language, "The other figures make it {0}, not {1}.", expected(reason.expected), likewise(reason.written, reason.expected));
		case "change":
			return changed(reason, language);
		case "direction":
			return reason.isMore
				? say(language, "{0} is less than {1}, not more.", plain(reason.written), plain(reason.other))
				: say(language, "{0} is more than {1}, not less.", plain(reason.written), plain(reason.other));
		case "no winner":
			return say(language, "Nobody wins {0}, which is a draw.", reason.score);
		case "no draw":
			return say(language, "{0} is no draw: one side has more.", reason.score);
		case "over all":
			return say(language, "The shares add up to {0}.", (inner) => renumbered(reason.sum, inner));
		case "more than all":
			return say(language, "{0} cannot come out of {1}.", plain(reason.written), (inner) => renumbered(reason.most, inner));
		case "said differently":
			return hasQuote(claim)
				? say(language, "The article quotes “{0}” here and “{1}” elsewhere.", reason.written, reason.other)
				: say(language, "The article says {0} here and {1} elsewhere.", plain(reason.written), reason.other);
		case "headline":
			return say(language, "The headline says {0}, the article {1}.", plain(reason.written), plain(reason.other));
		case "list": {
			const isSpelt = /^\p{L}/u.test(reason.written);
			const items: Said = (inner) => String(isSpelt && !inner ? (ONES[reason.items] ?? reason.items) : reason.items);
			return say(language, "The article announces {0} and lists {1}.", plain(reason.written), items);
		}
		case "conversion":
			return say(language, "{0} is {1}, not {2}.", plain(reason.first), inUnit(reason.expected, claim), plain(reason.written));
		case "rate":
			return say(language, "{0} and {1} cannot be the same sum.", plain(reason.first), plain(reason.written));
		case "two spellings":
			return say(language, "The article spells this name {0} elsewhere and {1} here.", reason.other, reason.written);
		case "weekday": {
			const { date, actual, written, tense } = reason;
			const right: Said = (inner) => weekdayIn(inner, date) ?? actual;
			return say(language, tense === "future" ? "{0} is a {1}, not a {2}." : "{0} was a {1}, not a {2}.", dayOf(date), right, written);
		}
		case "projection is past":
			return say(
				language,
				"The article is dated {0} and speaks of {1} as still to come.",
				dayOf(reason.dateline),
				plain(reason.written).replace(/^by /i, ""),
			);
	}
}

/** What the ends of a change give, and what was written. */
function changed({ written, size, unit }: Extract<Reason, { readonly kind: "change" }>, language: Language | undefined): string {
	const number: Said = (inner) => renumbered(size, inner);
	switch (unit) {
		case "percentage point":
			return say(language, "The other figures make it {0} percentage points, not {1}.", number, plain(written));
		case "basis point":
			return say(language, "The other figures make it {0} basis points, not {1}.", number, plain(written));
		case "times":
			return say(language, "The other figures make it {0} times as much, not {1}.", number, plain(written));
	}
}

/** What was written in the manner of what it should be: `55%` beside `63%`, `600` beside `650`. */
function likewise(written: string, expected: string): string {
	const text = plain(written);
	if (expected.endsWith("%")) return text.replace(/ ?(?:percent|per cent)$/, "%");
	return /^[\d,]+$/.test(expected) ? (/^[\d,]+(?= \p{L})/u.exec(text)?.[0] ?? text) : text;
}

/** What arithmetic gives: `60%`, `3.2% down`, `54 or 55`. */
function expected(figures: string): Said {
	return (language) => {
		const number = (text: string): string => renumbered(text, language);
		const [, first, second] = /^(\S{1,40}) or (\S{1,40})$/.exec(figures) ?? [];
		if (first && second) return say(language, "{0} or {1}", number(first), number(second));
		const [, size, way] = /^(\S{1,40}) (up|down)$/.exec(figures) ?? [];
		return size && way ? say(language, way === "up" ? "{0} up" : "{0} down", number(size)) : number(figures);
	};
}

/** A printed number with the unit of a claim: `9,012 kilometers`. */
const inUnit =
	(printed: string, claim: Claim): Said =>
	(language) => {
		const unit = quantityOf(claim)?.unit;
		return unit === undefined || unit === "none" ? renumbered(printed, language) : printedFigure(printed, unit, language);
	};
