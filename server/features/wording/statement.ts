import { type Claim, quantityOf } from "../../claims/claim.ts";
import type { Entity, Fact, Measure } from "../../references/fact.ts";
import { headOf, isPlural, isPluralName, named, owning, possessive } from "./names.ts";
import { day, factValue, plural } from "./values.ts";
import { COUNTING, DONE, EVENTS, ONES, PAST, PEOPLE } from "./words.ts";

/** What a sentence about a fact is made of. */
export interface About {
	readonly fact: Fact;
	readonly subject?: Entity | undefined;
	readonly measure?: Measure | undefined;
}

/** What a fact says, as a clause: `AT&T’s share price was $27.03`, `Silva had 12 goals`, `the Harbour Bridge opened on 8 Apr 2022`. */
export function states(about: About, claim: Claim): string {
	const { fact, subject, measure } = about;
	const quantity = quantityOf(claim);
	const label = measure?.label ?? "figure";
	if (fact.unit === "date") return happened(about, label);
	const moved = movementOf(label);
	if (moved && fact.high === undefined) {
		const decimals = moved.since === undefined ? fact.decimals : Math.min(fact.decimals, Math.max(2, quantity?.decimals ?? 0));
		const size = factValue({ ...fact, value: Math.abs(fact.value), printed: fact.printed.replace(/^[-−]/, ""), decimals }, quantity);
		const verb = fact.value === 0 ? "did not change" : `${fact.value < 0 ? "fell" : "rose"} ${size}`;
		return `${whose(subject)}${moved.base} ${verb}${moved.since === undefined ? "" : ` from ${the(moved.since)}`}`;
	}
	const [, base, rival] = /^(.{1,80}) as a multiple of (.{1,80})$/.exec(label) ?? [];
	if (base && rival) return `${whose(subject)}${base} ${was(base)} ${factValue(fact, quantity)} times ${owning(rival)}`;
	const [, level, since] = /^(.{1,80}) as a multiple since ([\dQHW-]{4,10})$/.exec(label) ?? [];
	if (level && since) {
		const [of, share] = [isPlural(level) ? "those" : "that", Math.round(Math.abs(fact.value - 1) * 1000) / 10];
		return fact.value < 1
			? `${whose(subject)}${level} fell ${share}% from ${the(since)}`
			: `${whose(subject)}${level} ${was(level)} ${Math.round(fact.value * 100) / 100} times ${of} of ${the(since)}`;
	}
	if (/^difference in .{1,80} between /.test(label)) return `the ${label} was ${factValue(fact, quantity)}`;
	const done = label.split(" ").at(-1) as string;
	if (subject && counts(fact, measure))
		return DONE.has(done) && label.includes(" ")
			? `${named(subject)} ${PAST[done] ?? done} ${countOf(about, claim, label.slice(0, -done.length - 1))}`
			: `${named(subject)} had ${countOf(about, claim, label)}`;
	// `economic output per head was $3,000`, not `per person` as well.
	const value = `${boundOf(fact)}${factValue(fact, quantity)}`;
	return `${whose(subject)}${label} ${was(label)} ${/ per /.test(label) ? value.replace(/ per .*/, "") : value}`;
}

/** What was written, behind `not`: `12` where goals have been spoken of, `6.4` behind `4.6 days`, `35%` behind `27%`. */
export function written(claim: Claim, { fact, measure }: About): string {
	const text = plain(claim.text);
	const quantity = quantityOf(claim);
	if (!quantity) return text;
	if (quantity.unit === "percent") return text.replace(/ ?(?:percent|per cent|pc)$/, "%");
	if (quantity.unitKind === "currency") return /\bper\b/.test(fact.unit) ? text.replace(/(?<=[\d.]) (?:an?|per|each) .*/, "") : text;
	if (quantity.unitKind === "measure") return british(quantity.unit) === british(fact.unit) ? unitless(text) : text;
	if (quantity.unitKind !== "noun") return text;
	// `a 12-point lead` is told as a count.
	if (/^[\p{L}\d]{1,12} ?- ?\p{L}/u.test(text)) return `${quantity.value} ${plural(quantity.unit, quantity.value)}`;
	const [number, ...nouns] = text.split(" ");
	const noun = nouns.join(" ").toLowerCase();
	const said = measure?.label
		.toLowerCase()
		.split(" ")
		.includes(nouns.at(-1)?.toLowerCase() ?? "");
	const scaled = /^(?:hundred|thousand|million|billion|trillion) ?/.exec(noun)?.[0];
	if (nouns.length === 0 || !number || noun === scaled) return text;
	if (!said && !PEOPLE.has(noun.slice(scaled?.length ?? 0)) && british(fact.unit) !== british(quantity.unit)) return text;
	return scaled ? `${number} ${scaled.trim()}` : number;
}

/** The first number of a figure without its unit: `13.1` of `13.1 kilometres`. */
const unitless = (text: string): string =>
	/^([-−]?[\d.,]{1,30}(?: (?:thousand|million|billion|trillion))?)[ -]?\p{L}[\p{L} -]{0,60}$/u.exec(text)?.[1] ?? text;

const british = (unit: string): string => unit.toLowerCase().replaceAll("meter", "metre").replaceAll("liter", "litre");

/** What was written, without marks of Markdown and line breaks. */
export const plain = (text: string): string =>
	text
		.replace(/[*_`]+/g, "")
		.replace(/\s+/g, " ")
		.trim();

/** `was` or `were`. */
export const was = (label: string): string => (isPlural(label) ? "were" : "was");

/** `share price` and where it is measured from, of `share price change` or `change of share price since 2026-02-03`. */
export function movementOf(label: string): { readonly base: string; readonly since?: string } | undefined {
	const derived = /^change of (.{1,80}) since ([\dQHW-]{4,10})$/.exec(label);
	if (derived) return { base: derived[1] as string, since: derived[2] as string };
	const base = label.endsWith(" change") ? label.slice(0, -" change".length) : undefined;
	return base === undefined ? undefined : { base };
}

/** `in 2021`, `in the third quarter of 2025`, `on 4 Feb 2026`. */
export const during = (period: string): string => `${/^\d{4}-\d\d-\d\d$/.test(period) ? "on" : "in"} ${the(period)}`;

/** A period where a sentence needs its article: `the third quarter of 2025`. */
export const the = (period: string): string => day(period).replace(/^(?=(?:first|second|third|fourth) )/, "the ");

const whose = (subject: Entity | undefined): string => (subject ? possessive(subject) : "the ");

/** `Vela was founded in 1987`, `Cassini arrived at Saturn on 1 Jul 2004`, `Vela’s stock split was on 3 May 2021`. */
function happened({ fact, subject }: About, label: string): string {
	const on = `${/^\d{4}-\d\d-\d\d/.test(fact.printed) ? "on" : "in"} ${day(fact.printed)}`;
	const plurals = subject && isPluralName(subject.name);
	if (subject && plurals !== undefined) {
		const [, noun = "", rest = ""] = /^(\p{L}{1,30})((?: (?:at|in|on|from|into) .{1,80})?)$/u.exec(label) ?? [];
		const verb = EVENTS.get(noun.toLowerCase());
		if (verb) return `${named(subject)} ${plurals ? verb.replace(/^was\b/, "were") : verb}${rest} ${on}`;
		if (/^(?:first |last )?(?:\p{L}{3,30}ed|held|built|born|won|rebuilt|seen)\b/u.test(label))
			return `${named(subject)} ${plurals ? "were" : "was"} ${label} ${on}`;
	}
	return `${whose(subject)}${label} ${was(label)} ${on}`;
}

/** The value with what is counted: `12 goals`, `nine cases` for a writer who spells numbers out, `no losses`. */
function countOf({ fact }: About, claim: Claim, label: string): string {
	const none = fact.value === 0 && fact.high === undefined;
	const bound = boundOf(fact);
	const spelt = /^\p{L}/u.test(claim.text) && bound === "" && fact.high === undefined ? ONES[fact.value] : undefined;
	const count = none ? "no" : `${bound}${spelt ?? factValue({ ...fact, unit: "none" })}`;
	const nouns = plural(fact.unit, 2);
	// `one player in double figures`
	const isOne = fact.value === 1 && bound === "" && (label === nouns || label.startsWith(`${nouns} `));
	return `${count} ${isOne ? fact.unit + label.slice(nouns.length) : label}`;
}

const boundOf = ({ qualifier }: Fact): string => (qualifier === "min" ? "at least " : qualifier === "max" ? "at most " : "");

/** A count whose measure is a plural noun is had, not measured: `had 12 goals`; but `emissions were 300 tonnes`. */
function counts(fact: Fact, measure: Measure | undefined): boolean {
	if (/^[A-Z]{3}\b/.test(fact.unit) || fact.unit === "percent" || fact.unit === "percentage point" || !measure) return false;
	const label = measure.label.replace(/ in (?:a row|the last \d{1,3} games)$/, "");
	if (!isPlural(label) || /^(?:sales|earnings|savings)$/.test(headOf(label))) return false;
	return COUNTING.has(fact.unit) || isNounOf(fact.unit, label);
}

/** Whether a unit is the noun that a measure counts: `gold medal` of `medals`, `goal` of `field goals made`. */
function isNounOf(unit: string, label: string): boolean {
	const noun =
		unit
			.replace(/ in (?:a row|the last \d{1,3} games)$/, "")
			.split(/[ -]/)
			.at(-1) ?? "";
	return label
		.toLowerCase()
		.split(/[ -]/)
		.some((word) => word === plural(noun.toLowerCase(), 2) || word === noun.toLowerCase());
}
