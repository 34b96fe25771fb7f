import { type Language, say } from "../../language/language.ts";
import type { Person } from "../../references/fact.ts";
import type { Reason } from "../../verdicts/verdict.ts";
import { named } from "./names.ts";
import { dayOf } from "./periods.ts";
import { place } from "./sources.ts";

/** Quoted words held against their document. */
export function compareQuote(
	reason: Extract<Reason, { readonly kind: "quoted faithfully" | "misquoted" | "said by another" }>,
	language: Language | undefined,
): string {
	const { title, resource, pack, date } = reason.document;
	const where = place(pack, date);
	switch (reason.kind) {
		case "quoted faithfully":
			return say(language, "The quotation matches {0} word for word ({1}).", title ?? resource, where);
		case "misquoted":
			return title === undefined
				? say(language, "The wording in the source is “{0}”, not “{1}” ({2}).", reason.original, reason.written, where)
				: say(language, "The wording in {0} is “{1}”, not “{2}” ({3}).", title, reason.original, reason.written, where);
		case "said by another":
			return title === undefined
				? say(language, "The source attributes these words to {0}, not {1} ({2}).", reason.speaker, reason.written, where)
				: say(language, "{0} attributes these words to {1}, not {2} ({3}).", title, reason.speaker, reason.written, where);
	}
}

/** `Ada Moss is chief executive of …`: a person as the pack has them, in the past when the pack says until when. */
export function office({ name, title, organisation, to, pack }: Person, language: Language | undefined): string {
	const isNow = to === undefined;
	if (organisation === undefined) {
		if (title === undefined) return say(language, "The name is spelt {0} ({1}).", name, pack);
		return say(language, isNow ? "{0} is {1} ({2})." : "{0} was {1} ({2}).", name, title, pack);
	}
	const where = named(organisation);
	if (title === undefined) return say(language, isNow ? "{0} is with {1} ({2})." : "{0} was with {1} ({2}).", name, where, pack);
	// `head of surgery at the hospital`, but `chief executive of the company`.
	return / (?:of|for) /.test(title) || !HEADING.test(title)
		? say(language, isNow ? "{0} is {1} at {2} ({3})." : "{0} was {1} at {2} ({3}).", name, title, where, pack)
		: say(language, isNow ? "{0} is {1} of {2} ({3})." : "{0} was {1} of {2} ({3}).", name, title, where, pack);
}

/** Titles of those who lead what they belong to. */
const HEADING =
	/^(?:deputy |acting |interim |former |co-)?(?:chief|president|chair|head|director|manag|captain|mayor|leader|minister|governor|editor|founder|owner|secretary|ceo|cfo)/i;

/** A person whose title or organisation is another one. */
export function otherOffice(
	reason: Extract<Reason, { readonly kind: "title differs" | "title ended" | "organisation differs" }>,
	language: Language | undefined,
): string {
	const { written, person } = reason;
	const { name, title, organisation, pack } = person;
	switch (reason.kind) {
		case "title differs": {
			const where = place(pack, person.from);
			return title === undefined
				? say(language, "{0} is not {1} ({2}).", name, written, where)
				: say(language, "{0} is {1}, not {2} ({3}).", name, title, written, where);
		}
		case "title ended":
			return say(language, "{0} was {1} until {2} ({3}).", name, written, dayOf(reason.until), pack);
		case "organisation differs":
			return organisation === undefined
				? say(language, "{0} is not with {1} ({2}).", name, written, pack)
				: say(language, "{0} is with {1}, not with {2} ({3}).", name, named(organisation), written, pack);
	}
}
