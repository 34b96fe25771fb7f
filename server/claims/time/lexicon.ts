import { DAY_PARTS, MONTHS, NAMED_HOURS, SEASONS, WEEKDAYS } from "./data/calendar-words.ts";
import { HOLIDAYS } from "./data/holidays.ts";
import { CARDINALS, ORDINALS } from "./data/numerals.ts";
import { DEICTICS, EDGES, FREQUENCIES, PARTS_OF_PERIOD, REFERENCES } from "./data/time-words.ts";
import { type TimeUnit, UNIT_FORMS, UNITS } from "./data/units.ts";

/** What a word can be in a time expression. */
export type Word =
	| { readonly role: "month"; readonly month: number; readonly short?: true; readonly ambiguous?: true }
	| { readonly role: "weekday"; readonly weekday: number; readonly plural: boolean; readonly short: boolean }
	| { readonly role: "season"; readonly code: string; readonly plural: boolean }
	| { readonly role: "unit"; readonly unit: TimeUnit; readonly plural: boolean }
	| { readonly role: "ordinal"; readonly value: number }
	| { readonly role: "cardinal"; readonly value: number }
	/** `last` -1, `this` 0, `next` 1. */
	| { readonly role: "deictic"; readonly by: -1 | 0 | 1 }
	/** `today`, `yesterday`: days from the dateline; `tonight` has a part. */
	| { readonly role: "today"; readonly by: number; readonly part?: string }
	| { readonly role: "dayPart"; readonly code: string; readonly plural: boolean }
	| { readonly role: "hour"; readonly clock: string }
	/** `early`, `mid`, `late`: part of a period, which the value does not show. */
	| { readonly role: "part" }
	/** `end`, `beginning`: takes `of`. */
	| { readonly role: "edge" }
	/** `ago`, `earlier` -1; `later`, `hence` 1. */
	| { readonly role: "shift"; readonly by: -1 | 1; readonly fromNow: boolean }
	| { readonly role: "reference"; readonly value: string }
	| { readonly role: "frequency"; readonly value: string }
	| { readonly role: "every" }
	| { readonly role: "article" }
	| { readonly role: "the" }
	| { readonly role: "fiscal" }
	| { readonly role: "half" }
	| { readonly role: "latest" }
	| { readonly role: "same" }
	| { readonly role: "vague" }
	| { readonly role: "holiday"; readonly name: string }
	/** `Q3`, `H1`, `FY25`. */
	| { readonly role: "label"; readonly label: "Q" | "H" | "FY"; readonly number: number };

/** Every word with a role, in lower case. */
export const LEXICON: ReadonlyMap<string, Word> = build();

function build(): Map<string, Word> {
	const words = new Map<string, Word>();
	for (const [text, value] of Object.entries(CARDINALS)) words.set(text, { role: "cardinal", value });
	for (const [text, unit] of Object.entries(UNITS)) {
		words.set(text, { role: "unit", unit, plural: false });
		words.set(`${text}s`, { role: "unit", unit, plural: true });
	}
	for (const [text, name] of Object.entries(UNIT_FORMS)) {
		words.set(text, { role: "unit", unit: UNITS[name] as TimeUnit, plural: true });
	}
	for (const [text, value] of Object.entries(ORDINALS)) words.set(text, { role: "ordinal", value });
	for (const [text, name] of Object.entries(MONTHS)) words.set(text, { role: "month", ...name });
	for (const [text, weekday] of Object.entries(WEEKDAYS)) {
		const short = !text.endsWith("day");
		words.set(text, { role: "weekday", weekday, plural: false, short });
		if (!short) words.set(`${text}s`, { role: "weekday", weekday, plural: true, short });
	}
	for (const [text, code] of Object.entries(SEASONS)) {
		words.set(text, { role: "season", code, plural: false });
		words.set(`${text}s`, { role: "season", code, plural: true });
	}
	for (const [text, code] of Object.entries(DAY_PARTS)) {
		words.set(text, { role: "dayPart", code, plural: false });
		words.set(`${text}s`, { role: "dayPart", code, plural: true });
	}
	for (const [text, clock] of Object.entries(NAMED_HOURS)) words.set(text, { role: "hour", clock });
	for (const [text, by] of Object.entries(DEICTICS)) words.set(text, { role: "deictic", by });
	for (const text of PARTS_OF_PERIOD) words.set(text, { role: "part" });
	for (const text of EDGES) words.set(text, { role: "edge" });
	for (const [text, value] of Object.entries(REFERENCES)) words.set(text, { role: "reference", value });
	for (const [text, value] of Object.entries(FREQUENCIES)) words.set(text, { role: "frequency", value });
	for (const name of Object.keys(HOLIDAYS)) words.set(name, { role: "holiday", name });
	words.set("today", { role: "today", by: 0 });
	words.set("tonight", { role: "today", by: 0, part: "TNI" });
	words.set("yesterday", { role: "today", by: -1 });
	words.set("tomorrow", { role: "today", by: 1 });
	words.set("ago", { role: "shift", by: -1, fromNow: true });
	words.set("hence", { role: "shift", by: 1, fromNow: true });
	words.set("earlier", { role: "shift", by: -1, fromNow: false });
	words.set("before", { role: "shift", by: -1, fromNow: false });
	words.set("previously", { role: "shift", by: -1, fromNow: false });
	words.set("later", { role: "shift", by: 1, fromNow: false });
	words.set("after", { role: "shift", by: 1, fromNow: false });
	words.set("every", { role: "every" });
	words.set("each", { role: "every" });
	for (const text of ["a", "an"]) words.set(text, { role: "article" });
	words.set("the", { role: "the" });
	words.set("fiscal", { role: "fiscal" });
	words.set("half", { role: "half" });
	for (const text of ["latest", "recent"]) words.set(text, { role: "latest" });
	for (const text of ["same", "comparable", "corresponding", "similar", "equivalent"]) words.set(text, { role: "same" });
	for (const text of ["few", "several", "many", "some", "couple"]) words.set(text, { role: "vague" });
	words.set("fy", { role: "fiscal" });
	for (let n = 1; n <= 4; n++) words.set(`q${n}`, { role: "label", label: "Q", number: n });
	for (let n = 1; n <= 2; n++) words.set(`h${n}`, { role: "label", label: "H", number: n });
	return words;
}
