import { type Claim, quantityOf } from "../claims/claim.ts";
import type { Entity, Fact, Measure } from "../references/fact.ts";
import type { Spelling } from "../verdicts/spellings.ts";
import type { Reason } from "../verdicts/verdict.ts";
import { day, factValue, hedged, plural, withUnit } from "./values.ts";

/** What a sentence about a fact is made of. */
interface About {
	readonly fact: Fact;
	readonly subject?: Entity | undefined;
	readonly measure?: Measure | undefined;
	readonly derived?: string | undefined;
}

/** The one sentence that a user reads about a claim: what was written, what the reference says, where it is from, as of when. */
export function sentence(reason: Reason, claim: Claim): string {
	return capital(phrase(reason, claim));
}

/** A hint beside a sentence: what else in the packs has the figure as written. */
export function elsewhereSentence(found: readonly Reason[], claim: Claim): string {
	return `The same figure stands elsewhere: ${found.map((reason) => phrase(reason, claim).replace(/\.$/, "")).join("; ")}.`;
}

/** A name that the article spells otherwise than the packs. */
export function spellingSentence({ written, spelling, entity, claim }: Spelling): string {
	return sentence({ kind: "organisation misspelt", written, spelling, entity }, claim);
}

/** Every template, in one place. */
function phrase(reason: Reason, claim: Claim): string {
	const written = claim.text;
	switch (reason.kind) {
		case "no pack":
			return "No reference pack is set up yet.";
		case "nothing to check":
			return "There is no figure, date or quotation here to look up.";
		case "nothing known":
			return "No reference speaks of this.";
		case "too close to call":
			return "More than one reference could be meant, and none of them agrees.";
		case "agrees":
			return `${states(reason, claim)} ${from(reason.fact)}.`;
		case "disagrees":
			return `${states(reason, claim)}${denial(reason, claim)} ${from(reason.fact)}.`;
		case "superseded":
			return `${states({ ...reason, fact: reason.newer }, claim)}; ${bare(written, claim)} is the figure ${when(reason.fact, reason.newer)} ${from(reason.newer)}.`;
		case "misleads": {
			const fits =
				reason.fits?.period === undefined
					? ""
					: `; ${bare(written, claim)} would fit the ${day(reason.fits.period).replace(/^(?=\d)/, "figure of ")}`;
			return `${states(reason, claim)}, so ${hedged(quantityOf(claim)?.hedge ?? "exactly", bare(written, claim))} says too little${fits} ${from(reason.fact)}.`;
		}
		case "neighbour":
			return `${factValue(reason.fact, quantityOf(claim))} is the figure for ${reason.neighbour.label}, not for ${reason.measure?.label ?? "this"} ${from(reason.fact)}.`;
		case "place":
			return `${placed(reason)} ${from(reason.fact)}.`;
		case "extreme":
			return `${compared(reason, claim)} ${from(reason.rival ?? reason.fact)}.`;
		case "cannot tell":
			return reason.fact.period === undefined
				? `The reference gives ${countOf(reason, claim)} without a date, which does not settle this ${from(reason.fact)}.`
				: `The reference has ${possessive(reason.subject)}${reason.measure?.label ?? "this"} at ${factValue(reason.fact, quantityOf(claim))} for ${day(reason.fact.period)}, which does not settle this (${reason.fact.pack}).`;
		case "packs disagree":
			return `The references disagree: ${reason.facts.map((fact) => `${factValue(fact, quantityOf(claim))} ${from(fact)}`).join(", ")}.`;
		case "quoted faithfully":
			return `The words stand so in ${reason.document.title ?? reason.document.resource} (${place(reason.document.pack, reason.document.date)}).`;
		case "misquoted":
			return `${reason.document.title ?? "The source"} has “${reason.original}”, not “${reason.written}” (${place(reason.document.pack, reason.document.date)}).`;
		case "said by another":
			return `${reason.document.title ?? "The source"} gives these words to ${reason.speaker}, not to ${reason.written} (${place(reason.document.pack, reason.document.date)}).`;
		case "person agrees":
			return `${[reason.person.name, reason.person.title, reason.person.organisation].filter(Boolean).join(", ")} (${reason.person.pack}).`;
		case "name misspelt":
			return `The name is spelt ${reason.person.name}, not ${reason.written} (${reason.person.pack}).`;
		case "organisation misspelt":
			return `The name is spelt ${reason.spelling}, not ${reason.written} (${reason.entity.pack}).`;
		case "no speaker":
			return "The article does not say whose words these are.";
		case "surname first":
			return `${reason.full} is called ${reason.written} here before the full name has been given.`;
		case "anonymous source":
			return `The source is not named: ${words(reason.written)}.`;
		case "title differs":
			return `${reason.person.name} is ${reason.person.title ?? "listed without a title"}, not ${reason.written} (${place(reason.person.pack, reason.person.from)}).`;
		case "title ended":
			return `${reason.person.name} was ${reason.written} until ${day(reason.until)} (${reason.person.pack}).`;
		case "organisation differs":
			return `${reason.person.name} is with ${reason.person.organisation ?? "no organisation"}, not ${reason.written} (${reason.person.pack}).`;
		case "arithmetic":
			return `${bare(reason.written, claim)} does not fit the other figures, which give ${reason.expected}.`;
		case "said differently":
			return "quote" in claim
				? `The article quotes “${reason.written}” here and “${reason.other}” elsewhere.`
				: `The article says ${bare(reason.written, claim)} here and ${reason.other} elsewhere.`;
		case "headline":
			return `The headline says ${bare(reason.written, claim)}, the article ${bare(reason.other, claim)}.`;
		case "list":
			return `The article announces ${bare(reason.written, claim)} and lists ${reason.items}.`;
		case "conversion":
			return `${bare(reason.first, claim)} is ${inUnit(reason.expected, claim)}, not ${bare(reason.written, claim)}.`;
		case "rate":
			return `${bare(reason.first, claim)} and ${bare(reason.written, claim)} cannot be the same sum.`;
		case "two spellings":
			return `The article spells this name ${reason.other} elsewhere, and ${reason.written} here.`;
		case "weekday":
			return `${day(reason.date)} ${reason.tense === "future" ? "is" : "was"} a ${reason.actual}, not a ${reason.written}.`;
		case "projection is past":
			return `${bare(reason.written, claim)} is spoken of as still to come, but the article is of ${day(reason.dateline)}.`;
		case "ignored":
			return `The article asks for this not to be checked: ${reason.note.replace(/\.$/, "")}.`;
		case "signed off":
			return `Signed off by ${reason.by} on ${day(reason.on)}${reason.note ? `: ${reason.note}` : ""}.`;
	}
}

/** `Silva was third by goals at Rovers`, `Orne was at best second by sales`. */
function placed({ subject, measure, place, least, open, whole }: Extract<Reason, { readonly kind: "place" }>): string {
	const where = whole === undefined ? "" : ` ${whole.type === "organisation" ? "at" : "in"} ${named(whole)}`;
	return `${named(subject)} was ${open ? "at best " : ""}${ordinal(place)} ${least ? "from the bottom " : ""}by ${measure.label}${where}`;
}

/** `Orne's unemployment rate was higher in 2021, at 6.1%`, `Orne's unemployment rate was 5.2%, and never higher since 2019`. */
function compared({ fact, subject, measure, lowest, since, rival }: Extract<Reason, { readonly kind: "extreme" }>, claim: Claim): string {
	const [more, quantity] = [lowest ? "lower" : "higher", quantityOf(claim)];
	const what = `${possessive(subject)}${measure.label} ${isPlural(measure.label) ? "were" : "was"}`;
	if (rival) return `${what} ${more} ${during(rival.period ?? "")}, at ${factValue(rival, quantity)}`;
	return `${what} ${factValue(fact, quantity)}, and never ${more} since ${the(since)}`;
}

/** `in 2021`, `in the third quarter of 2025`, `on 4 Feb 2026`. */
const during = (period: string): string => `${/^\d{4}-\d\d-\d\d$/.test(period) ? "on" : "in"} ${the(period)}`;
const the = (period: string): string => day(period).replace(/^(?=(?:first|second|third|fourth) )/, "the ");

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** `third`, `12th`, `21st`: words up to ten, as newspapers write them. */
function ordinal(place: number): string {
	const tail = place % 100 > 10 && place % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
	return ORDINALS[place - 1] ?? `${place}${tail}`;
}

/** `, not 12 goals`; of a place, an occasion or a run of games, which no `not` can stand before: `, so “five straight” cannot be right`. */
function denial({ fact, measure }: About, claim: Claim): string {
	const trend = quantityOf(claim)?.trend;
	if (measure && movementOf(measure.label) && trend && fact.value !== 0 && trend !== (fact.value < 0 ? "down" : "up"))
		return `; it did not ${trend === "up" ? "rise" : "fall"}`;
	const loose = claim.kind === "rank" || fact.qualifier === "min" || fact.qualifier === "max" || / in a row$/.test(measure?.label ?? "");
	return loose ? `, so “${words(claim.text)}” cannot be right` : `, not ${compact(bare(claim.text, claim), claim, measure)}`;
}

/** A count without the noun that the sentence has just said; `12-point` is told as a count. */
function compact(written: string, claim: Claim, measure: Measure | undefined): string {
	const quantity = quantityOf(claim);
	if (quantity?.unitKind !== "noun") return written;
	if (/^[\p{L}\d]{1,12} ?- ?\p{L}/u.test(written)) return `${quantity.value} ${plural(quantity.unit, quantity.value)}`;
	const [number, ...nouns] = written.split(" ");
	return nouns.length > 0 && number && measure?.label.toLowerCase().endsWith(nouns.join(" ").toLowerCase()) ? number : written;
}

/** `share price` and where it is measured from, of `share price change` or `change of share price since 2026-02-03`. */
function movementOf(label: string): { readonly base: string; readonly since?: string } | undefined {
	const derived = /^change of (.{1,80}) since ([\dQHW-]{4,10})$/.exec(label);
	if (derived) return { base: derived[1] as string, since: derived[2] as string };
	const base = label.endsWith(" change") ? label.slice(0, -" change".length) : undefined;
	return base === undefined ? undefined : { base };
}

/** `AT&T's share price was $27.03`, `Silva had 12 goals`, `WarnerMedia separation: 8 Apr 2022`. */
function states(about: About, claim: Claim): string {
	const quantity = quantityOf(claim);
	const value = about.derived ?? factValue(about.fact, quantity);
	const label = about.measure?.label ?? "the figure";
	const name = about.subject?.name;
	if (about.fact.unit === "date")
		return `${name ? `${possessive(about.subject)}` : ""}${label} was ${/^\d{4}$/.test(about.fact.printed) ? "in" : "on"} ${value}`;
	const moved = movementOf(label);
	if (moved && about.derived === undefined && about.fact.high === undefined) {
		const size = factValue(
			{ ...about.fact, value: Math.abs(about.fact.value), printed: about.fact.printed.replace(/^[-−]/, "") },
			quantity,
		);
		const verb = about.fact.value === 0 ? "did not change" : `${about.fact.value < 0 ? "fell" : "rose"} ${size}`;
		return `${possessive(about.subject)}${moved.base} ${verb}${moved.since === undefined ? "" : ` from ${day(moved.since)}`}`;
	}
	if (about.derived === undefined && name && counts(about.fact, about.measure))
		return `${named(about.subject)} had ${countOf(about, claim)}`;
	return `${possessive(about.subject)}${label} ${isPlural(label) ? "were" : "was"} ${value}`;
}

/** The value with what is counted: `12 goals`, `109,000 attendees`. */
function countOf(about: About, claim: Claim): string {
	const value = factValue(about.fact, quantityOf(claim));
	if (!counts(about.fact, about.measure)) return value;
	const none = about.fact.value === 0 && about.fact.high === undefined;
	const bound = about.fact.qualifier === "min" ? "at least " : about.fact.qualifier === "max" ? "at most " : "";
	const count = none ? "no" : `${bound}${factValue({ ...about.fact, unit: "none" })}`;
	const label = about.measure?.label ?? plural(about.fact.unit, about.fact.value);
	return `${count} ${about.fact.value === 1 && isPlural(label) && plural(about.fact.unit, 2) === label ? about.fact.unit : label}`;
}

/** A count whose measure is a plural noun is had, not measured: `had 12 goals`. */
function counts(fact: Fact, measure: Measure | undefined): boolean {
	if (/^[A-Z]{3}\b/.test(fact.unit) || fact.unit === "percent" || fact.unit === "date") return false;
	return (
		measure !== undefined &&
		isPlural(measure.label.replace(/ in (?:a row|the last \d{1,3} games)$/, "")) &&
		!/\b(?:sales|earnings|savings)$/.test(measure.label)
	);
}

const isPlural = (label: string): boolean => /[^s']s$/.test(label) || /\b(?:people|men|women|children|dead)\b/.test(label);

/** `AT&T's `, `the company's `; company forms are dropped. */
function possessive(subject: Entity | undefined): string {
	if (!subject) return "";
	const name = named(subject);
	return `${name}${name.endsWith("s") ? "’" : "’s"} `;
}

/** A name in a sentence: `the Vire district`, `the United States`, `Chad`. */
function named(subject: Entity | undefined): string {
	if (!subject) return "";
	const name = short(subject.name);
	return TAKES_ARTICLE.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

// Names whose last word is a common noun, in small letters or as a part of the name (Quirk et al., A Comprehensive Grammar, 5.64 to 5.71).
const TAKES_ARTICLE =
	/ \p{Ll}[\p{L}-]{1,30}$|(?:States|Kingdom|Games|Office|Agency|Authority|Commission|Ministry|Department|Union|Institute|Committee|Emirates|Netherlands|Philippines)$|^(?:House|Bank|University|City|County|Kingdom|Republic|Ministry|Department) of /u;

const short = (name: string): string => name.replace(/,? (?:Inc|Corp|Ltd|LLC|plc|PLC|Co|AG|SA|NV|SE)\.?$/, "");

/** `(market-closes, 4 Feb 2026)`. */
const from = (fact: Fact): string => `(${place(fact.pack, fact.unit === "date" ? fact.knownAt : (fact.period ?? fact.knownAt))})`;
const place = (pack: string, date: string | undefined): string => (date === undefined ? pack : `${pack}, ${day(date)}`);

function when(fact: Fact, newer: Fact): string {
	if (fact.period !== undefined && fact.period !== newer.period) return `of ${day(fact.period)}`;
	return fact.knownAt === undefined ? "of an older edition" : `published in ${day(fact.knownAt.slice(0, 7))}`;
}

/** What was written without its hedge, when it is one of the small words that go before a figure. */
function bare(written: string, claim: Claim): string {
	return quantityOf(claim) ? words(written) : written;
}

/** A printed number with the unit of a claim: `9,012 kilometers`. */
function inUnit(printed: string, claim: Claim): string {
	const unit = quantityOf(claim)?.unit;
	return unit === undefined || unit === "none" ? printed : withUnit(printed, unit, 2);
}

const words = (written: string): string =>
	written
		.replace(/[*_`]+/g, "")
		.replace(/\s+/g, " ")
		.trim();
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
