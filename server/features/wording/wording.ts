import { type Claim, quantityOf } from "../../claims/claim.ts";
import { listIn } from "../../language/formats.ts";
import { type Language, type Said, said, say } from "../../language/language.ts";
import type { Fact } from "../../references/fact.ts";
import type { Spelling } from "../../verdicts/spellings.ts";
import type { Reason, ResultSide } from "../../verdicts/verdict.ts";
import { ofItself } from "./itself.ts";
import { called, isPlural, named, ofWhom } from "./names.ts";
import { compareQuote, office, otherOffice } from "./people.ts";
import { dayOf, during, the } from "./periods.ts";
import { from, fromRow } from "./sources.ts";
import { amount, movementOf, plain, states, written as writtenOf } from "./statement.ts";
import { hedged } from "./values.ts";
import { ORDINALS } from "./words.ts";

/** The one sentence that a user reads about a claim: what was written, what the reference says, where it is from, as of when. In English unless a language is given. */
export function sentence(reason: Reason, claim: Claim, language?: Language): string {
	return capital(told(reason, claim, language), language);
}

/** A hint beside a sentence: what else in the packs has the figure as written. */
export function elsewhereSentence(found: readonly Reason[], claim: Claim, language?: Language): string {
	const all: Said = (inner) => found.map((reason) => told(reason, claim, inner).replace(/[.。]$/, "")).join("; ");
	return say(language, "The same figure is found elsewhere: {0}.", all);
}

/** A name that the article spells otherwise than the packs. */
export function spellingSentence({ written, spelling, entity, claim }: Spelling, language?: Language): string {
	return sentence({ kind: "organisation misspelt", written, spelling, entity }, claim, language);
}

/** A word that is written large only because it begins a sentence. */
const DETERMINER = /^(?:An?|The|One|Two|Three|Some|Several|Many|Most|Other|Another)\b/;

type Of<K extends Reason["kind"]> = Extract<Reason, { readonly kind: K }>;

/** Every kind of reason in words. */
function told(reason: Reason, claim: Claim, language: Language | undefined): string {
	switch (reason.kind) {
		case "no pack":
			return say(language, "No reference pack is set up yet.");
		case "nothing to check":
			return say(language, "There is no figure, date or quotation here to look up.");
		case "nothing known":
			return say(language, "The reference packs have nothing on this.");
		case "too close to call":
			return say(language, "It is not clear which reference is meant.");
		case "agrees":
			return say(language, "{0} ({1}).", states(reason, claim), from(reason.fact));
		case "disagrees":
			return disagreement(reason, claim, language);
		case "superseded":
			return supersession(reason, claim, language);
		case "misleads":
			return misled(reason, claim, language);
		case "percent for points":
			return say(language, "{0}, not {1} ({2}).", states(reason, claim), writtenOf(claim, reason), from(reason.fact));
		case "neighbour":
			return neighbour(reason, claim, language);
		case "place":
			return say(language, "{0} ({1}).", placed(reason), from(reason.fact));
		case "extreme":
			return say(language, "{0} ({1}).", compared(reason, claim), from(reason.rival ?? reason.fact));
		case "cannot tell":
			return reason.fact.period === undefined
				? say(language, "{0}, which does not settle this ({1}).", states(reason, claim), reason.fact.pack)
				: say(language, "{0} {1}, which does not settle this ({2}).", states(reason, claim), during(reason.fact.period), reason.fact.pack);
		case "packs disagree":
			return say(language, "The references disagree: {0}.", (inner) => allOf(reason.facts, claim, inner));
		case "quoted faithfully":
		case "misquoted":
		case "said by another":
			return compareQuote(reason, language);
		case "person agrees":
			return office(reason.person, language);
		case "name misspelt":
			return say(language, "The name is spelt {0}, not {1} ({2}).", reason.person.name, reason.written, reason.person.pack);
		case "organisation misspelt":
			return say(language, "The name is spelt {0}, not {1} ({2}).", reason.spelling, reason.written, reason.entity.pack);
		case "title differs":
		case "title ended":
		case "organisation differs":
			return otherOffice(reason, language);
		case "no speaker":
			return say(language, "The article does not say whose words these are.");
		case "surname first":
			return say(language, "{0} is called {1} here, before the article gives the full name.", reason.full, reason.written);
		case "anonymous source":
			return say(
				language,
				"The source is not named: {0}.",
				plain(reason.written).replace(DETERMINER, (word) => word.toLowerCase()),
			);
		case "ignored":
			return say(language, "The article asks for this not to be checked: {0}.", reason.note.replace(/\.$/, ""));
		case "signed off":
			return signedOff(reason, language);
		default:
			return ofItself(reason, claim, language);
	}
}

/** `…, not 12`; of a place, an occasion or a run of games, which no `not` can stand before: `…, so “five straight” cannot be right`. */
function disagreement(reason: Of<"disagrees">, claim: Claim, language: Language | undefined): string {
	const { fact, measure, rival } = reason;
	if (rival)
		return say(language, "The references disagree, and none has {0}: {1}.", plain(claim.text), (inner) =>
			allOf([fact, rival], claim, inner),
		);
	const [clause, where] = [states(reason, claim), from(fact)];
	const quantity = quantityOf(claim);
	if (reason.side && quantity && quantity.value >= 0) return otherSide(reason.side, clause, where, language);
	// `67 more than in 2023` of what fell by 67: the words behind the figure tell which way.
	const size = quantity?.trend === undefined && quantity?.value === Math.abs(fact.value) ? fact.value : 0;
	const trend = quantity?.trend ?? (size === 0 ? undefined : size < 0 ? "up" : "down");
	if (measure && movementOf(measure.label) && trend && fact.value !== 0 && trend !== (fact.value < 0 ? "down" : "up"))
		return say(language, trend === "up" ? "{0}; it did not rise ({1})." : "{0}; it did not fall ({1}).", clause, where);
	const loose =
		claim.kind === "rank" ||
		(claim.kind === "ratio" && trend !== undefined) ||
		fact.qualifier === "min" ||
		fact.qualifier === "max" ||
		/ in a row$/.test(measure?.label ?? "");
	return loose
		? say(language, "{0}, so “{1}” cannot be right ({2}).", clause, plain(claim.text), where)
		: say(language, "{0}, not {1} ({2}).", clause, writtenOf(claim, reason), where);
}

/** What a result is not: `Vela’s pre-tax loss was €3 million, not a profit`. */
function otherSide(side: ResultSide, clause: Said, where: Said, language: Language | undefined): string {
	switch (side) {
		case "profit":
			return say(language, "{0}, not a profit ({1}).", clause, where);
		case "loss":
			return say(language, "{0}, not a loss ({1}).", clause, where);
		case "surplus":
			return say(language, "{0}, not a surplus ({1}).", clause, where);
		case "deficit":
			return say(language, "{0}, not a deficit ({1}).", clause, where);
	}
}

/** `…; $25.0 million was the figure for 2024`. */
function supersession(reason: Of<"superseded">, claim: Claim, language: Language | undefined): string {
	const { fact, newer } = reason;
	const quantity = quantityOf(claim);
	// `Fewer than 8,000` was no figure: the one that it was right of is.
	const figure = quantity && quantity.hedge !== "exactly" ? amount(fact, quantity) : plain(claim.text);
	const [clause, where] = [states({ ...reason, fact: newer }, claim), from(newer)];
	if (fact.period !== undefined && fact.period !== newer.period)
		return say(language, "{0}; {1} was the figure for {2} ({3}).", clause, figure, the(fact.period), where);
	if (fact.qualifier === "forecast" && newer.qualifier !== "forecast")
		return fact.knownAt === undefined
			? say(language, "{0}; {1} was the forecast ({2}).", clause, figure, where)
			: say(language, "{0}; {1} was the forecast of {2} ({3}).", clause, figure, dayOf(fact.knownAt.slice(0, 7)), where);
	if (fact.knownAt === undefined) return say(language, "{0}; {1} was the figure before ({2}).", clause, figure, where);
	return say(language, "{0}; {1} was the figure published in {2} ({3}).", clause, figure, dayOf(fact.knownAt.slice(0, 7)), where);
}

/** `…, so over $25 billion says too little`; of `nearly`, from the wrong side: `…, which is over 100, not nearly that`. */
function misled(reason: Of<"misleads">, claim: Claim, language: Language | undefined): string {
	const hedge = quantityOf(claim)?.hedge ?? "exactly";
	const figure = writtenOf(claim, reason);
	const [clause, where, period] = [states(reason, claim), from(reason.fact), reason.fits?.period];
	if (hedge === "nearly") {
		if (period === undefined) return say(language, "{0}, which is over {1}, not nearly that ({2}).", clause, figure, where);
		return say(
			language,
			"{0}, which is over {1}, not nearly that; {2} would fit {3} ({4}).",
			...[clause, figure, figure, the(period), where],
		);
	}
	const bound: Said = (inner) => hedged(hedge, figure, inner);
	if (period === undefined) return say(language, "{0}, so {1} says too little ({2}).", clause, bound, where);
	return say(language, "{0}, so {1} says too little; {2} would fit {3} ({4}).", clause, bound, figure, the(period), where);
}

function neighbour({ fact, measure, neighbour }: Of<"neighbour">, claim: Claim, language: Language | undefined): string {
	const value = amount(fact, quantityOf(claim));
	return measure
		? say(language, "{0} is the figure for {1}, not for {2} ({3}).", value, called(neighbour), called(measure), from(fact))
		: say(language, "{0} is the figure for {1}, not for this ({2}).", value, called(neighbour), from(fact));
}

/** Each value with where it is from: of rows of one pack, by what tells them from each other. */
function allOf(facts: readonly Fact[], claim: Claim, language: Language | undefined): string {
	const [first] = facts;
	const isOfOne = facts.every(({ pack }) => pack === first?.pack);
	const each = facts.map((fact) => say(language, "{0} ({1})", amount(fact, quantityOf(claim)), isOfOne ? fromRow(fact) : from(fact)));
	return listIn(language, each) ?? each.join(" and ");
}

/** `Silva ranked third for goals at Rovers`, `Orne ranked at best second for sales`. */
function placed({ subject, measure, place, least, open, whole }: Of<"place">): Said {
	const name = named(subject);
	const rank: Said = (language) => (language ? String(place) : ordinal(place));
	const what: Said = (language) => {
		if (whole === undefined) return said(language, called(measure));
		return say(language, whole.type === "organisation" ? "{0} at {1}" : "{0} in {1}", called(measure), named(whole.name));
	};
	return (language) =>
		least
			? say(language, open ? "{0} ranked at best {1} from the bottom for {2}" : "{0} ranked {1} from the bottom for {2}", name, rank, what)
			: say(language, open ? "{0} ranked at best {1} for {2}" : "{0} ranked {1} for {2}", name, rank, what);
}

/** `Orne’s unemployment rate was higher in 2021, at 6.1%`, `Orne’s unemployment rate was 5.2%, with no higher figure since 2019`. */
function compared({ fact, subject, measure, lowest, since, rival }: Of<"extreme">, claim: Claim): Said {
	const quantity = quantityOf(claim);
	const what = ofWhom(subject, called(measure));
	const were = isPlural(measure.label);
	if (rival) {
		const [when, value] = [during(rival.period ?? ""), amount(rival, quantity)];
		return (language) =>
			lowest
				? say(language, were ? "{0} were lower {1}, at {2}" : "{0} was lower {1}, at {2}", what, when, value)
				: say(language, were ? "{0} were higher {1}, at {2}" : "{0} was higher {1}, at {2}", what, when, value);
	}
	const value = amount(fact, quantity);
	return (language) =>
		lowest
			? say(
					language,
					were ? "{0} were {1}, with no lower figure since {2}" : "{0} was {1}, with no lower figure since {2}",
					...[what, value, the(since)],
				)
			: say(
					language,
					were ? "{0} were {1}, with no higher figure since {2}" : "{0} was {1}, with no higher figure since {2}",
					...[what, value, the(since)],
				);
}

/** `third`, `12th`, `21st`: words up to ten, as English newspapers write them. */
function ordinal(place: number): string {
	const tail = place % 100 > 10 && place % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
	return ORDINALS[place] ?? `${place}${tail}`;
}

function signedOff({ by, on, note, whole }: Of<"signed off">, language: Language | undefined): string {
	if (!note) return say(language, whole ? "Signed off with the article by {0} on {1}." : "Signed off by {0} on {1}.", by, dayOf(on));
	return say(
		language,
		whole ? "Signed off with the article by {0} on {1}: {2}." : "Signed off by {0} on {1}: {2}.",
		...[by, dayOf(on), note],
	);
}

const capital = (text: string, language: Language | undefined): string =>
	text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language?.locale ?? "en"));
