import type { Claim, DateClaim, QuoteClaim } from "../../claims/claim.ts";
import type { SourceDocument } from "../../references/fact.ts";
import { dayNumber, daysOf } from "../binding/periods/period.ts";
import type { Context } from "../context.ts";

/**
 * Whether the words around a quotation place it before a document was made, so that the document cannot have it: `In 2019 she had said`, where it is of 2026.
 * A document without a day is taken for a new one, unless it speaks of that year itself.
 */
export function isOlderThan(document: SourceDocument, claim: QuoteClaim, context: Context): boolean {
	const said = saidOn(claim, context);
	if (said) {
		const last = dayOf(daysOf(said.time.value)?.to ?? 0);
		if (document.date !== undefined) return dayOf(dayNumber(document.date)) - last > LATE;
		return dayOf(dayNumber(context.dateline)) - last > NEW && !document.text.includes(said.time.value.slice(0, 4));
	}
	if (!wasSaidBefore(claim, context)) return false;
	return document.date === undefined || dayOf(dayNumber(context.dateline)) - dayOf(dayNumber(document.date)) <= SAME;
}

/** How many days later than what was said a document may be made that has it. */
const LATE = 14;
/** How many days old what is said may be for a document without a day to have it. */
const NEW = 60;
/** How many days before the article a document is of what the article tells, and not of what had been before. */
const SAME = 3;

/** Days since 1970. */
const dayOf = (day: number): number => Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100) / 86400000;

/** The date that the words who report a quotation say it on. */
function saidOn(claim: QuoteClaim, context: Context): DateClaim | undefined {
	return context.claims[claim.block]?.find((one): one is DateClaim => isDate(one) && isOfCue(one, claim, context));
}

const isDate = (claim: Claim): claim is DateClaim =>
	claim.kind === "date" && /^\d{4}/.test(claim.time.value) && daysOf(claim.time.value) !== undefined;

/** Whether a date stands in the reporting words: before the one who speaks, or behind the verb. */
function isOfCue({ start, end }: DateClaim, { quote }: QuoteClaim, { article }: Context): boolean {
	const [cue] = quote.cue;
	if (!cue || quote.content.some((part) => part.start < end && start < part.end)) return false;
	const [from, to] = start < cue.start ? [end, cue.start] : [cue.end, start];
	if (to - from > FAR || from > to) return false;
	const between = article.text.slice(from, to);
	if (/["“”.!?;]/.test(between) || /\b(?:who|whose|which|that|as|when|where|while|and|but)\b/i.test(between)) return false;
	// `Since 2019 she has said`, `said of 2019`
	return !/\b(?:since|by|until|till|for|from|after|before|than|of|about|the|its|his|her|their) $/i.test(
		article.text.slice(Math.max(0, start - 8), start),
	);
}

/** How many characters the verb may be away from the date. */
const FAR = 80;

/** `Had said`, `once said`, `said at the time`: before whatever else is told. */
const wasSaidBefore = ({ quote: { cue } }: QuoteClaim, { article }: Context): boolean =>
	cue.some(
		({ start, end }) =>
			/\b(?:had|once|previously)\b/i.test(article.text.slice(Math.max(0, start - 12), end)) ||
			/^ (?:\p{L}{1,20} ){0,4}(?:at (?:the|that) time|back then|then)[.,:]/iu.test(article.text.slice(end, end + FAR)),
	);
