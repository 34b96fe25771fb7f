import { type Claim, quantityOf } from "../../claims/claim.ts";
import type { Fact, Person } from "../../references/fact.ts";
import type { Spelling } from "../../verdicts/spellings.ts";
import type { Reason } from "../../verdicts/verdict.ts";
import { named, possessive, withArticle } from "./names.ts";
import { type About, during, movementOf, plain, states, the, was, written as writtenOf } from "./statement.ts";
import { day, factValue, hedged, withUnit } from "./values.ts";
import { ONES, ORDINALS } from "./words.ts";

/** The one sentence that a user reads about a claim: what was written, what the reference says, where it is from, as of when. */
export function sentence(reason: Reason, claim: Claim): string {
	return capital(phrase(reason, claim));
}

/** A hint beside a sentence: what else in the packs has the figure as written. */
export function elsewhereSentence(found: readonly Reason[], claim: Claim): string {
	return `The same figure is found elsewhere: ${found.map((reason) => phrase(reason, claim).replace(/\.$/, "")).join("; ")}.`;
}

/** A name that the article spells otherwise than the packs. */
export function spellingSentence({ written, spelling, entity, claim }: Spelling): string {
	return sentence({ kind: "organisation misspelt", written, spelling, entity }, claim);
}

/** A word that is written large only because it begins a sentence. */
const DETERMINER = /^(?:An?|The|One|Two|Three|Some|Several|Many|Most|Other|Another)\b/;

/** Every template, in one place. */
function phrase(reason: Reason, claim: Claim): string {
	const written = claim.text;
	switch (reason.kind) {
		case "no pack":
			return "No reference pack is set up yet.";
		case "nothing to check":
			return "There is no figure, date or quotation here to look up.";
		case "nothing known":
			return "The reference packs have nothing on this.";
		case "too close to call":
			return "It is not clear which reference is meant.";
		case "agrees":
			return `${states(reason, claim)} ${from(reason.fact)}.`;
		case "disagrees":
			return `${states(reason, claim)}${denial(reason, claim)} ${from(reason.fact)}.`;
		case "superseded":
			return `${states({ ...reason, fact: reason.newer }, claim)}; ${plain(written)} ${when(reason.fact, reason.newer)} ${from(reason.newer)}.`;
		case "misleads": {
			const fits = reason.fits?.period === undefined ? "" : `; ${writtenOf(claim, reason)} would fit ${the(reason.fits.period)}`;
			return `${states(reason, claim)}${misled(reason, claim)}${fits} ${from(reason.fact)}.`;
		}
		case "percent for points":
			return `${states(reason, claim)}, not ${writtenOf(claim, reason)} ${from(reason.fact)}.`;
		case "neighbour":
			return `${factValue(reason.fact, quantityOf(claim))} is the figure for ${reason.neighbour.label}, not for ${reason.measure?.label ?? "this"} ${from(reason.fact)}.`;
		case "place":
			return `${placed(reason)} ${from(reason.fact)}.`;
		case "extreme":
			return `${compared(reason, claim)} ${from(reason.rival ?? reason.fact)}.`;
		case "cannot tell":
			return `${states(reason, claim)}${reason.fact.period === undefined ? "" : ` ${during(reason.fact.period)}`}, which does not settle this (${reason.fact.pack}).`;
		case "packs disagree":
			return `The references disagree: ${reason.facts.map((fact) => `${factValue(fact, quantityOf(claim))} ${from(fact)}`).join(" and ")}.`;
		case "quoted faithfully":
			return `The quotation matches ${reason.document.title ?? reason.document.resource} word for word (${place(reason.document.pack, reason.document.date)}).`;
		case "misquoted":
			return `The wording in ${reason.document.title ?? "the source"} is “${reason.original}”, not “${reason.written}” (${place(reason.document.pack, reason.document.date)}).`;
		case "said by another":
			return `${reason.document.title ?? "The source"} attributes these words to ${reason.speaker}, not ${reason.written} (${place(reason.document.pack, reason.document.date)}).`;
		case "person agrees":
			return `${office(reason.person)} (${reason.person.pack}).`;
		case "name misspelt":
			return `The name is spelt ${reason.person.name}, not ${reason.written} (${reason.person.pack}).`;
		case "organisation misspelt":
			return `The name is spelt ${reason.spelling}, not ${reason.written} (${reason.entity.pack}).`;
		case "no speaker":
			return "The article does not say whose words these are.";
		case "surname first":
			return `${reason.full} is called ${reason.written} here, before the article gives the full name.`;
		case "anonymous source":
			return `The source is not named: ${plain(reason.written).replace(DETERMINER, (word) => word.toLowerCase())}.`;
		case "title differs":
			return `${reason.person.name} is ${reason.person.title === undefined ? "" : `${reason.person.title}, `}not ${reason.written} (${place(reason.person.pack, reason.person.from)}).`;
		case "title ended":
			return `${reason.person.name} was ${reason.written} until ${day(reason.until)} (${reason.person.pack}).`;
		case "organisation differs":
			return `${reason.person.name} is ${reason.person.organisation === undefined ? "" : `with ${withArticle(reason.person.organisation)}, `}not with ${reason.written} (${reason.person.pack}).`;
		case "arithmetic":
			return `The other figures make it ${reason.expected}, not ${likewise(reason.written, reason.expected)}.`;
		case "no winner":
			return `Nobody wins ${reason.score}, which is a draw.`;
		case "more than all":
			return `${plain(reason.written)} cannot come out of ${reason.most}.`;
		case "said differently":
			return "quote" in claim
				? `The article quotes “${reason.written}” here and “${reason.other}” elsewhere.`
				: `The article says ${plain(reason.written)} here and ${reason.other} elsewhere.`;
		case "headline":
			return `The headline says ${plain(reason.written)}, the article ${plain(reason.other)}.`;
		case "list":
			return `The article announces ${plain(reason.written)} and lists ${/^\p{L}/u.test(reason.written) ? (ONES[reason.items] ?? reason.items) : reason.items}.`;
		case "conversion":
			return `${plain(reason.first)} is ${inUnit(reason.expected, claim)}, not ${plain(reason.written)}.`;
		case "rate":
			return `${plain(reason.first)} and ${plain(reason.written)} cannot be the same sum.`;
		case "two spellings":
			return `The article spells this name ${reason.other} elsewhere and ${reason.written} here.`;
		case "weekday":
			return `${day(reason.date)} ${reason.tense === "future" ? "is" : "was"} a ${reason.actual}, not a ${reason.written}.`;
		case "projection is past":
			return `The article is dated ${day(reason.dateline)} and speaks of ${plain(reason.written).replace(/^by /i, "")} as still to come.`;
		case "ignored":
			return `The article asks for this not to be checked: ${reason.note.replace(/\.$/, "")}.`;
		case "signed off":
			return `Signed off ${reason.whole ? "with the article " : ""}by ${reason.by} on ${day(reason.on)}${reason.note ? `: ${reason.note}` : ""}.`;
	}
}

/** `Silva ranked third for goals at Rovers`, `Orne ranked at best second for sales`. */
function placed({ subject, measure, place, least, open, whole }: Extract<Reason, { readonly kind: "place" }>): string {
	const where = whole === undefined ? "" : ` ${whole.type === "organisation" ? "at" : "in"} ${named(whole)}`;
	return `${named(subject)} ranked ${open ? "at best " : ""}${ordinal(place)} ${least ? "from the bottom " : ""}for ${measure.label}${where}`;
}

/** `Orne’s unemployment rate was higher in 2021, at 6.1%`, `Orne’s unemployment rate was 5.2%, with no higher figure since 2019`. */
function compared({ fact, subject, measure, lowest, since, rival }: Extract<Reason, { readonly kind: "extreme" }>, claim: Claim): string {
	const [more, quantity] = [lowest ? "lower" : "higher", quantityOf(claim)];
	const what = `${possessive(subject)}${measure.label} ${was(measure.label)}`;
	if (rival) return `${what} ${more} ${during(rival.period ?? "")}, at ${factValue(rival, quantity)}`;
	return `${what} ${factValue(fact, quantity)}, with no ${more} figure since ${the(since)}`;
}

/** `third`, `12th`, `21st`: words up to ten, as newspapers write them. */
function ordinal(place: number): string {
	const tail = place % 100 > 10 && place % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
	return ORDINALS[place] ?? `${place}${tail}`;
}

/** `, not 12`; of a place, an occasion or a run of games, which no `not` can stand before: `, so “five straight” cannot be right`. */
function denial(about: About, claim: Claim): string {
	const { fact, measure } = about;
	const trend = quantityOf(claim)?.trend;
	if (measure && movementOf(measure.label) && trend && fact.value !== 0 && trend !== (fact.value < 0 ? "down" : "up"))
		return `; it did not ${trend === "up" ? "rise" : "fall"}`;
	const loose =
		claim.kind === "rank" ||
		(claim.kind === "ratio" && trend !== undefined) ||
		fact.qualifier === "min" ||
		fact.qualifier === "max" ||
		/ in a row$/.test(measure?.label ?? "");
	return loose ? `, so “${plain(claim.text)}” cannot be right` : `, not ${writtenOf(claim, about)}`;
}

/** `, so over $25 billion says too little`; of `nearly`, from the wrong side: `, which is over 100, not nearly 100`. */
function misled(about: About, claim: Claim): string {
	const quantity = quantityOf(claim);
	const figure = writtenOf(claim, about);
	if (quantity?.hedge === "nearly") return `, which is over ${figure}, not nearly that`;
	return `, so ${hedged(quantity?.hedge ?? "exactly", figure)} says too little`;
}

/** What was written in the manner of what it should be: `55%` beside `63%`, `600` beside `650`. */
function likewise(written: string, expected: string): string {
	const text = plain(written);
	if (expected.endsWith("%")) return text.replace(/ ?(?:percent|per cent)$/, "%");
	return /^[\d,]+$/.test(expected) ? (/^[\d,]+(?= \p{L})/u.exec(text)?.[0] ?? text) : text;
}

/** `Ada Moss is chief executive of …`: a person as the pack has them, in the past when the pack says until when. */
function office({ name, title, organisation, to }: Person): string {
	const is = to === undefined ? "is" : "was";
	if (title === undefined)
		return organisation === undefined ? `The name is spelt ${name}` : `${name} ${is} with ${withArticle(organisation)}`;
	// `head of surgery at the hospital`, but `chief executive of the company`.
	const of = / (?:of|for) /.test(title) || !HEADING.test(title) ? "at" : "of";
	return `${name} ${is} ${title}${organisation === undefined ? "" : ` ${of} ${withArticle(organisation)}`}`;
}

/** Titles of those who lead what they belong to. */
const HEADING =
	/^(?:deputy |acting |interim |former |co-)?(?:chief|president|chair|head|director|manag|captain|mayor|leader|minister|governor|editor|founder|owner|secretary|ceo|cfo)/i;

/** `(market-closes, 4 Feb 2026)`. */
// A day that became known when it came is not said twice.
const from = (fact: Fact): string =>
	`(${place(fact.pack, fact.unit !== "date" ? (fact.period ?? fact.knownAt) : fact.knownAt === fact.printed ? undefined : fact.knownAt)})`;
const place = (pack: string, date: string | undefined): string => (date === undefined ? pack : `${pack}, ${day(date)}`);

function when(fact: Fact, newer: Fact): string {
	if (fact.period !== undefined && fact.period !== newer.period) return `was the figure for ${the(fact.period)}`;
	return fact.knownAt === undefined ? "was the figure before" : `was the figure published in ${day(fact.knownAt.slice(0, 7))}`;
}

/** A printed number with the unit of a claim: `9,012 kilometers`. */
function inUnit(printed: string, claim: Claim): string {
	const unit = quantityOf(claim)?.unit;
	return unit === undefined || unit === "none" ? printed : withUnit(printed, unit, 2);
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
