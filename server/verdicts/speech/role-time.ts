import type { RoleClaim } from "../../claims/claim.ts";
import type { Context } from "../context.ts";

/** When somebody was what he is called: `former` as the words say, at some `other` time, or on the dateline; `lasting` may be either of these two. */
export type RoleTime = "former" | "other" | "lasting" | "present";

/** When a role was held, as the words in it and right around it say: `a former director`, `then the director`, `director at the time`, `director in 2019`. */
export function roleTime({ block, span, role }: RoleClaim, context: Context): RoleTime {
	const text = context.article.places.at(block)?.text ?? "";
	const before = text.slice(Math.max(0, span.start - AROUND), span.start);
	const inside = `${text.slice(span.start, span.end)} ${role.title}`;
	if (FORMER.test(inside) || FORMER_BEFORE.test(before)) return "former";
	if (
		OTHER.test(inside) ||
		OTHER_BEFORE.test(before) ||
		REPLACED.test(before) ||
		OTHER_BEHIND.test(text.slice(span.end, span.end + AROUND))
	)
		return "other";
	return LASTING.test(text.slice(span.end, span.end + AROUND)) ? "lasting" : "present";
}

/** A title without the word that says that it is over. */
export function withoutFormer(title: string): string {
	return title.replace(/^(?:an? |the )?(?:former|formerly|ex|then|one-?time|erstwhile|previously|once)[ -](?:the )?/i, "");
}

/** So many characters on both sides are looked at. */
const AROUND = 32;
/** Words inside a role are looked for in small letters, since `Will` and `Then` may be names. */
const FORMER = /\b(?:[Ff]ormer|formerly|ex|one-?time|erstwhile)\b/;
const FORMER_BEFORE = /\b(?:former|ex|one-?time|erstwhile)[ -](?:[\p{L}’']{1,20} )?$/iu;
const OTHER =
	/\b(?:then|once|was|were|had|became|becomes|becoming|will|would|served|until|soon|incoming|future|previously|designate|elect|emeritus)\b/;
const OTHER_BEFORE = /\b(?:then|incoming|future|next)[ -](?:[\p{L}’']{1,20} )?$/iu;
/** `Replaced Ana Ruiz, the mayor`: who was it until then. */
const REPLACED =
	/\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing)|oust(?:ed|s|ing)|unseat(?:ed|s|ing)|takes? over from|took over from|taking over from)[ ]$/;
/** `Mayor for ten years`: until now, or until somebody else was. */
const LASTING = /^,? for (?:the past |more than |nearly |almost |over )?\S{1,12} (?:years?|months?|terms?|decades?)\b/;
const OTHER_BEHIND =
	/^,? (?:at (?:the|that) time|back then|until\b|till\b|before\b|during\b|under\b|when\b|(?:in|from|between) (?:(?:early|late|mid)[ -])?(?:the )?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December))/;
