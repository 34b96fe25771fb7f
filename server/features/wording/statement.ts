import { type Claim, type Quantity, quantityOf } from "../../claims/claim.ts";
import { type Said, say } from "../../language/language.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Entity, Fact, Measure } from "../../references/fact.ts";
import { called, headOf, isPlural, isPluralName, named, ofWhom, owned } from "./names.ts";
import { day, dayOf, the } from "./periods.ts";
import { factValue, plural, renumbered } from "./values.ts";
import { COUNTING, DONE, EVENTS, ONES, PAST, PEOPLE } from "./words.ts";

/** What changed, and since when. */
interface Movement {
	readonly base: string;
	readonly since?: string;
}

/** What a sentence about a fact is made of. */
export interface About {
	readonly fact: Fact;
	readonly subject?: Entity | undefined;
	readonly measure?: Measure | undefined;
}

/** What a fact says, as a clause: `AT&T’s share price was $27.03`, `Silva had 12 goals`, `the Harbour Bridge opened on 8 Apr 2022`. */
export function states(about: About, claim: Claim): Said {
	const { fact, subject, measure } = about;
	const label = measure?.label ?? "figure";
	if (fact.unit === "date") return happened(about, label);
	const moved = movementOf(label);
	if (moved && fact.high === undefined) return movement(about, moved, claim);
	const value = amount(fact, quantityOf(claim));
	const [, base, rival] = /^(.{1,80}) as a multiple of (.{1,80})$/.exec(label) ?? [];
	if (base && rival) {
		const were = isPlural(base);
		return (language) =>
			say(language, were ? "{0} were {1} times {2}" : "{0} was {1} times {2}", ofWhom(subject, base), value, owned(rival));
	}
	const [, level, since] = /^(.{1,80}) as a multiple since ([\dQHW/-]{4,21})$/.exec(label) ?? [];
	if (level && since) return multiple(about, level, since);
	if (/^difference in .{1,80} between /.test(label))
		return (language) => say(language, "the {0} was {1}", measure ? called(measure) : label, value);
	if (subject && measure && counts(fact, measure)) return had(subject, about, measure, claim);
	const told = saidOf(fact, measure);
	const were = told === undefined && isPlural(label);
	// `economic output per head was $3,000`, not `per person` as well.
	const size = bounded(fact, / per /.test(label) ? withoutRate(fact, quantityOf(claim)) : value);
	return (language) => say(language, were ? "{0} were {1}" : "{0} was {1}", ofWhom(subject, told ?? (measure && called(measure))), size);
}

/**
 * What a column is called that is no noun for what it holds: `Coast’s share of children vaccinated was 81%`, `Skylark Air’s “on time” was 78%`. Undefined where
 * the measure's name says it.
 */
function saidOf(fact: Fact, measure: Measure | undefined): string | Phrase | undefined {
	if (!measure || measure.said) return undefined;
	const { label } = measure;
	if (NO_NOUN.test(label)) return `“${label}”`;
	return fact.unit === "percent" && isPlural(label) && COUNTED_SO.test(label) ? phrase("share of {0}", label) : undefined;
}

/** A column that is called by when or how something was: `on time`, `seen within 18 weeks`. */
const NO_NOUN = /^(?:(?:on|in|at|within) \p{L}|(?:seen|\p{Ll}{3,}ed) (?:on|in|at|within|by|under|over|with|without|from|before|after) )/u;
/** Those of whom something is so: `children vaccinated`, `flights on time`. */
const COUNTED_SO = /\p{L}s? (?:\p{Ll}{3,}ed|on time|in work|at work)$/u;

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

/** `share price` and where it is measured from, of `share price change` or `change of share price since 2026-02-03`. */
export function movementOf(label: string): Movement | undefined {
	const derived = /^change of (.{1,80}) since ([\dQHW/-]{4,21})$/.exec(label);
	if (derived) return { base: derived[1] as string, since: derived[2] as string };
	const base = label.endsWith(" change") ? label.slice(0, -" change".length) : undefined;
	return base === undefined ? undefined : { base };
}

/** A fact's value in a slot. */
export const amount =
	(fact: Fact, written?: Quantity): Said =>
	(language) =>
		factValue(fact, written, language);

/** Units are written behind their figure and their rate behind them in English; elsewhere the figure is printed without its rate. */
const withoutRate =
	(fact: Fact, written: Quantity | undefined): Said =>
	(language) =>
		language
			? factValue({ ...fact, unit: fact.unit.split(" per ")[0] as string }, written, language)
			: factValue(fact, written).replace(/ per .*/, "");

const bounded = ({ qualifier }: Fact, value: Said): Said =>
	qualifier === "min" || qualifier === "max"
		? (language) => say(language, qualifier === "min" ? "at least {0}" : "at most {0}", value)
		: value;

/** `Vela’s share price rose 0.75%`, `… fell $2 from 4 Feb 2026`. */
function movement({ fact, subject }: About, { base, since }: Movement, claim: Claim): Said {
	const quantity = quantityOf(claim);
	const decimals = since === undefined ? fact.decimals : Math.min(fact.decimals, Math.max(2, quantity?.decimals ?? 0));
	const size = amount({ ...fact, value: Math.abs(fact.value), printed: fact.printed.replace(/^[-−]/, ""), decimals }, quantity);
	const what = ofWhom(subject, NO_NOUN.test(base) ? `“${base}”` : base);
	if (since === undefined)
		return (language) =>
			fact.value === 0
				? say(language, "{0} did not change", what)
				: say(language, fact.value < 0 ? "{0} fell {1}" : "{0} rose {1}", what, size);
	return (language) =>
		fact.value === 0
			? say(language, "{0} did not change from {1}", what, the(since))
			: say(language, fact.value < 0 ? "{0} fell {1} from {2}" : "{0} rose {1} from {2}", what, size, the(since));
}

/** `Vela’s sales were 2.5 times those of 2021`, `… fell 40% from 2021`. */
function multiple({ fact, subject }: About, level: string, since: string): Said {
	const what = ofWhom(subject, level);
	const share = `${Math.round(Math.abs(fact.value - 1) * 1000) / 10}%`;
	const times = `${Math.round(fact.value * 100) / 100}`;
	if (fact.value < 1) return (language) => say(language, "{0} fell {1} from {2}", what, printed(share), the(since));
	const were = isPlural(level);
	return (language) =>
		say(language, were ? "{0} were {1} times those of {2}" : "{0} was {1} times that of {2}", what, printed(times), the(since));
}

/** Figures of ours in a slot. */
const printed =
	(figures: string): Said =>
	(language) =>
		renumbered(figures, language);

/** `Vela was founded in 1987`, `Cassini arrived at Saturn on 1 Jul 2004`, `Vela’s stock split was on 3 May 2021`. */
function happened({ fact, subject, measure }: About, label: string): Said {
	const isDay = /^\d{4}-\d\d-\d\d/.test(fact.printed);
	const date = dayOf(fact.printed);
	const were = isPlural(label);
	return (language) => {
		const verb = language || !subject ? undefined : verbOf(subject, label);
		if (subject && verb !== undefined) return `${named(subject)()} ${verb} ${isDay ? "on" : "in"} ${day(fact.printed)}`;
		const what = ofWhom(subject, measure && called(measure));
		return isDay
			? say(language, were ? "{0} were on {1}" : "{0} was on {1}", what, date)
			: say(language, were ? "{0} were in {1}" : "{0} was in {1}", what, date);
	};
}

/** What somebody did or what was done to them, in English and of English labels alone: `arrived at Saturn`, `was founded`. */
function verbOf(subject: Entity, label: string): string | undefined {
	const plurals = isPluralName(subject.name);
	const isDone = /^(?:first |last )?(?:\p{L}{3,30}ed|held|built|born|won|rebuilt|seen)\b/u.test(label);
	// Without a noun there is no other way to say it: `Harbour Lights was released`.
	if (plurals === undefined) return isDone ? `was ${label}` : undefined;
	const [, noun = "", rest = ""] = /^(\p{L}{1,30})((?: (?:at|in|on|from|into) .{1,80})?)$/u.exec(label) ?? [];
	const verb = EVENTS.get(noun.toLowerCase());
	if (verb) return `${plurals ? verb.replace(/^was\b/, "were") : verb}${rest}`;
	if (isDone) return `${plurals ? "were" : "was"} ${label}`;
	return undefined;
}

/** `Silva had 12 goals`; in English and of English labels `made nine field goals` too. */
function had(subject: Entity, about: About, measure: Measure, claim: Claim): Said {
	const { fact } = about;
	const { label } = measure;
	return (language) => {
		const done = label.split(" ").at(-1) as string;
		if (!language && DONE.has(done) && label.includes(" "))
			return `${named(subject)()} ${PAST[done] ?? done} ${countOf(about, claim, label.slice(0, -done.length - 1))}`;
		if (!language) return say(language, "{0} had {1}", named(subject), countOf(about, claim, label));
		const counted: Said = (inner) => say(inner, "{0} {1}", amount({ ...fact, unit: "none" }), called(measure));
		return say(language, "{0} had {1}", named(subject), bounded(fact, counted));
	};
}

/** The value with what is counted in English: `12 goals`, `nine cases` for a writer who spells numbers out, `no losses`. */
function countOf({ fact }: About, claim: Claim, label: string): string {
	const none = fact.value === 0 && fact.high === undefined;
	const isBound = fact.qualifier === "min" || fact.qualifier === "max";
	const spelt = /^\p{L}/u.test(claim.text) && !isBound && fact.high === undefined ? ONES[fact.value] : undefined;
	const count = none ? "no" : bounded(fact, (language) => spelt ?? factValue({ ...fact, unit: "none" }, undefined, language))();
	const nouns = plural(fact.unit, 2);
	// `one player in double figures`
	const isOne = fact.value === 1 && !isBound && (label === nouns || label.startsWith(`${nouns} `));
	return `${count} ${isOne ? fact.unit + label.slice(nouns.length) : label}`;
}

/** A count whose measure is a plural noun is had, not measured: `had 12 goals`; but `emissions were 300 tonnes`. */
function counts(fact: Fact, measure: Measure): boolean {
	if (/^[A-Z]{3}\b/.test(fact.unit) || fact.unit === "percent" || fact.unit === "percentage point") return false;
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
