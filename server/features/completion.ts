import { type CompletionItem, CompletionItemKind, type Position } from "vscode-languageserver";
import { quantityOf, timeOf } from "../claims/claim.ts";
import { type Language, say } from "../language/language.ts";
import type { Block } from "../prose/block.ts";
import type { Span } from "../prose/span.ts";
import type { Fact } from "../references/fact.ts";
import type { Known } from "../references/store.ts";
import type { View } from "../session.ts";
import { unitOfMeasure } from "../units/units.ts";
import { restyled } from "./fixes/restyle.ts";
import { rangeOf } from "./ranges.ts";
import { rowWords } from "./wording/labels.ts";
import { longDay } from "./wording/periods.ts";
import { factValue } from "./wording/values.ts";

/** What makes an editor ask without being told to: a figure or a person begins. */
export const completionTriggers = ["@", "$", "€", "£"];

/**
 * The figures of the subject and the measure that the sentence has named before a position, the newest first, each with its period and written as
 * the article writes such figures, in English whatever the editor speaks. None in quotation marks: those words are somebody else's.
 */
export function figures(view: View, position: Position, language?: Language): CompletionItem[] {
	const place = placeAt(view, position);
	const named = place && namedBefore(view, place);
	if (!named) return [];
	const typed = /[$€£]?[\d.,]{0,20}$/.exec(place.before)?.[0] ?? "";
	const range = rangeOf(view, { start: place.offset - typed.length, end: place.offset });
	return newest(named.facts, view.report.dateline).map((fact, i) => {
		const words = `${inStyle(view, fact)}${fact.period === undefined ? "" : ` ${inPeriod(view, fact.period)}`}`;
		return {
			label: words,
			kind: CompletionItemKind.Value,
			detail: say(language, "{0}, {1}", named.subject, named.measure),
			documentation: [fact.source, say(language, "{0}, {1}", fact.pack, rowWords(fact))].filter(Boolean).join(" · "),
			filterText: `${typed}${words}`,
			sortText: String(i).padStart(2, "0"),
			textEdit: { range, newText: words },
		};
	});
}

/** The name that a person is asked for by, when the caret is behind an `@` and letters. Undefined when it is not. */
export function personAsked(view: View, position: Position): { readonly name: string; readonly span: Span } | undefined {
	const offset = view.document.offsetAt(position);
	const before = view.report.article.text.slice(Math.max(0, offset - LONGEST_NAME), offset);
	const name = /(?:^|[\s("“—])@([\p{L}\p{M}’' -]{0,40})$/u.exec(before)?.[1];
	return name === undefined ? undefined : { name, span: { start: offset - name.length - 1, end: offset } };
}

/** People to choose from, with their titles. Who holds an office no longer on the day of the article is not offered in it. */
export function people(view: View, { span }: { readonly span: Span }, known: readonly Known[], language?: Language): CompletionItem[] {
	const { dateline } = view.report;
	const range = rangeOf(view, span);
	const typed = view.report.article.text.slice(span.start, span.end);
	return known
		.filter(({ from = "", to }) => from <= dateline && (to === undefined || to >= dateline.slice(0, to.length)))
		.map(({ name, detail, pack, ...place }) => ({
			label: name,
			kind: CompletionItemKind.Constant,
			...(detail !== undefined && { detail }),
			documentation: say(language, "{0}, {1}", pack, rowWords(place)),
			filterText: `${typed} @${name}`,
			textEdit: { range, newText: detail === undefined ? name : `${name}, ${detail}` },
		}));
}

/** UTF-16 units looked at before the caret for an `@`. */
const LONGEST_NAME = 60;

/** Periods that one list offers. */
const MOST = 8;

interface Place {
	readonly index: number;
	readonly block: Block;
	/** Of the article. */
	readonly offset: number;
	/** Of the block's text. */
	readonly at: number;
	/** The block's text up to there. */
	readonly before: string;
}

/** The place in prose that a position falls on; white space at the end of a block is no prose, but the caret waits there. */
function placeAt(view: View, position: Position): Place | undefined {
	const { places, text } = view.report.article;
	const offset = view.document.offsetAt(position);
	const index = places.indexAt(offset);
	const block = places.at(index);
	if (!block || block.context.quoted || !/^[ \t]*$/.test(text.slice(block.end, offset))) return undefined;
	const at = offset > block.end ? block.text.length : block.fromArticle(offset);
	const before = block.text.slice(0, at);
	const isOpen = before.split('"').length % 2 === 0 || before.lastIndexOf("“") > before.lastIndexOf("”");
	return at < 0 || isOpen ? undefined : { index, block, offset, at, before };
}

/** The last subject before a place and the last measure of its sentence, with the facts of both. */
function namedBefore(view: View, { index, block, at }: Place) {
	const { mentions, facts, entities, measures } = view.report.references;
	const before = (mentions[index] ?? []).filter(({ end, ids }) => end <= at && ids.length === 1);
	const sentence = block.sentences[block.sentenceAt(at)];
	const measure = before.findLast(({ kind, start }) => kind === "measure" && start >= (sentence?.start ?? 0))?.ids[0];
	const subject = before.findLast(({ kind }) => kind === "entity")?.ids[0];
	if (measure === undefined || subject === undefined) return undefined;
	const own = (facts.get(subject) ?? []).filter((fact) => fact.measure === measure);
	return { subject: entities.get(subject)?.name ?? subject, measure: measures.get(measure)?.label ?? measure, facts: own };
}

/** What was known on a day: the newest vintage of each period, the newest period first. */
function newest(facts: readonly Fact[], dateline: string): Fact[] {
	const byPeriod = new Map<string, Fact>();
	for (const fact of facts) {
		if ((fact.knownAt ?? "") > dateline) continue;
		const other = byPeriod.get(fact.period ?? "");
		if (!other || (other.knownAt ?? "") < (fact.knownAt ?? "")) byPeriod.set(fact.period ?? "", fact);
	}
	return [...byPeriod.values()].sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? 1 : -1)).slice(0, MOST);
}

/** A fact's value like a figure of the same unit and size in the article; without one, as newspapers write it. Counted nouns are left to the sentence. */
function inStyle(view: View, fact: Fact): string {
	for (const { claim } of view.report.checked) {
		const quantity = quantityOf(claim);
		const size = quantity && Math.abs(fact.value) / quantity.scale;
		if (!size || quantity.unit !== fact.unit || quantity.unitKind === "noun") continue;
		if (fact.value >= 1000 && (size < 1 || size >= 1000)) continue;
		const words = restyled(claim, fact, "the reference's");
		if (words !== undefined) return words;
	}
	const isNoun =
		!/^[A-Z]{3}\b/.test(fact.unit) && !["percent", "percentage point", "date"].includes(fact.unit) && !unitOfMeasure(fact.unit);
	return isNoun ? factValue({ ...fact, unit: "none" }) : factValue(fact);
}

/** `in the third quarter of 2025`, `on 4 February 2026`; days as the article writes them. */
function inPeriod(view: View, period: string): string {
	if (period.includes("/"))
		return `from ${period
			.split("/")
			.map((end) => longDay(end))
			.join(" to ")}`;
	const isDay = /^\d{4}-\d\d-\d\d$/.test(period);
	if (!isDay) return `in ${/-[QHW]/.test(period) ? "the " : ""}${longDay(period)}`;
	const monthFirst = view.report.checked.some(({ claim }) => timeOf(claim) && /\b[A-Z][a-z]{2,8}\.? \d{1,2}\b(?!\d)/.test(claim.text));
	return `on ${longDay(period, monthFirst)}`;
}
