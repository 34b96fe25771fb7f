import type { ReportingVerb, VerbForm } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isStop, type Word } from "../words.ts";

/** A reporting verb where it stands: its group (`has also said`) and its form. */
export interface Cue {
	readonly at: number;
	readonly from: number;
	/** After the verb and its particle (`called for`). */
	readonly to: number;
	readonly takes: number;
	readonly finite: boolean;
	readonly passive: boolean;
	/** `could`, `would`, `may` and their like stand before it. */
	readonly modal: boolean;
}

/** Verbs before `to` that leave the subject the speaker: `declined to say`, `went on to argue`. */
const RAISING = new Set(
	"continue continues continued declined declines refused refuses on wants wanted sought seeks tried used had began going hastened failed forced likely quick careful able want appears appeared seems seemed".split(
		" ",
	),
);

const MODALS = new Set("can could will would shall should may might must can't can’t won't won’t".split(" "));

export function cueAt(words: readonly Word[], at: number, verb: ReportingVerb): Cue | undefined {
	const word = words[at] as Word;
	const before = words[at - 1];
	if (before && (before.text === "-" || before.text === "$" || (/'s?$/.test(before.lower) && !has(before, is.subject)))) return undefined;
	let from = at;
	let be = false;
	let modal = false;
	let infinitive = false;
	for (let j = at - 1; j >= 0; j--) {
		const left = words[j] as Word;
		if (left.lower === "to" && j === from - 1 && !infinitive && !be && !modal) {
			const raiser = words[j - 1];
			if (!raiser || !RAISING.has(raiser.lower)) return undefined;
			infinitive = true;
			from = raiser.lower === "on" ? j - 2 : j - 1;
			j = from;
			continue;
		}
		if (!has(left, is.auxiliary | is.adverb | is.negation)) break;
		if (has(left, is.auxiliary)) {
			if (has(left, is.be)) be = true;
			else modal = true;
		}
		// `He's claiming`: subject and helping verb in one word.
		if (has(left, is.subject)) break;
		from = j;
	}
	const lead = words[from - 1];
	if (
		has(lead, is.determiner | is.possessive) &&
		!has(lead, is.subject | is.relative) &&
		!/^(?:many|some|others?|most|both|few|several|these|those|this|all|each|another)$/.test(lead?.lower ?? "")
	)
		return undefined;
	if (has(lead, is.preposition) && !has(lead, is.subordinator) && !verb.forms.has("ing")) return undefined;
	const form = formOf(verb, be, modal || infinitive, word.capital && at > 0 && !isHeadline(words));
	if (!form || (from === at && isNoun(words, at, form))) return undefined;
	// `declined to say`: the second verb reports.
	if (
		RAISING.has(word.lower) &&
		words[at + 1]?.lower === "to" &&
		words[at + 2]?.verb?.forms.has("base") &&
		words[at + 2]?.verb?.takes !== 0
	)
		return undefined;
	const particle = particleAfter(words, at, verb);
	const kinds = particle ? particle.takes : verb.takes;
	if (kinds === 0) return undefined;
	return {
		at,
		from: Math.max(from, 0),
		to: particle ? at + 1 + particle.length : at + 1,
		takes: kinds,
		finite: form !== "ing" || be,
		modal: words.slice(from, at).some((other) => MODALS.has(other.lower)),
		passive: be && (form === "past" || form === "participle"),
	};
}

function formOf(verb: ReportingVerb, be: boolean, supported: boolean, isName: boolean): VerbForm | undefined {
	const { forms } = verb;
	if (forms.has("past")) return "past";
	if (forms.has("participle")) return be || supported ? "participle" : undefined;
	// A capital inside of a sentence is a name's, except in headlines: `Ruiz Says Bridge Is Safe`.
	if (forms.has("third")) return isName && verb.lemma !== "say" ? undefined : "third";
	if (forms.has("base")) return isName ? undefined : "base";
	return forms.has("ing") ? "ing" : undefined;
}

/** Whether a sentence has the capitals of a headline: on nearly every word of more than three letters. */
function isHeadline(words: readonly Word[]): boolean {
	const long = words.filter((word) => word.kind === "word" && word.text.length > 3);
	return long.length > 2 && long.filter((word) => word.capital).length >= long.length * 0.8;
}

/** A form in the present that a verb follows is a noun (`the claims could`, `his tweets shaming`). */
function isNoun(words: readonly Word[], at: number, form: VerbForm): boolean {
	const next = words[at + 1];
	if (form === "ing") return words[at - 1]?.verb !== undefined && !isStop(next);
	if (form !== "base" && form !== "third") return false;
	if (has(next, is.auxiliary) && !has(next, is.subject)) return true;
	const before = words[at - 1];
	// `no doubt`, `the greatest fear`, `state officials`
	if (before?.lower === "no" || (before?.class === 0 && /.{2}est$/.test(before.lower) && form === "base")) return true;
	if (form === "base" && words[at]?.verb?.lemma === "state" && next?.class === 0 && !next.capital) return true;
	return (
		next?.class === 0 &&
		!next.capital &&
		/ing$/.test(next.lower) &&
		before?.kind === "word" &&
		!before.capital &&
		!has(before, is.subject) &&
		words[at]?.verb?.lemma !== "report"
	);
}

function particleAfter(words: readonly Word[], at: number, verb: ReportingVerb): { takes: number; length: number } | undefined {
	for (const { words: particle, takes: kinds } of verb.particles) {
		if (particle.every((part, i) => words[at + 1 + i]?.lower === part)) return { takes: kinds, length: particle.length };
	}
	return undefined;
}
