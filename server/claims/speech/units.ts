import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { Quoted } from "./marks.ts";
import { type ReportingVerb, reportingVerbs } from "./verbs.ts";
import { classOf } from "./words.ts";

/** A word, number, mark, or a whole quotation seen as one word. Offsets are the block's text's. */
export interface Word extends Span {
	readonly kind: "word" | "number" | "mark" | "quote";
	readonly text: string;
	/** Lower case, with a straight apostrophe. */
	readonly lower: string;
	/** Closed word classes, bits of `is`. */
	readonly class: number;
	/** Begins with a capital letter. */
	readonly capital: boolean;
	/** What it may report, when it has the form of a reporting verb. */
	readonly verb: ReportingVerb | undefined;
	readonly quoted?: Quoted;
}

/** A stretch of a unit's words: indices, half open. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/**
 * A block's sentences as words, quotations being single words: a sentence that ends inside of a quotation does not end the unit.
 * After `…!" she said` the unit goes on, though the mark looks like a sentence's end.
 */
export function unitsOf(block: Block, quoted: readonly Quoted[]): Word[][] {
	const units: Word[][] = [];
	let unit: Word[] = [];
	let next = 0;
	let sentence = 0;
	const flush = () => {
		if (unit.length > 0) units.push(unit);
		unit = [];
	};
	let skipUntil = -1;
	for (const token of block.tokens) {
		if (token.start < skipUntil) continue;
		while (sentence < block.sentences.length && token.start >= (block.sentences[sentence] as Span).end) {
			sentence++;
			const last = unit.at(-1);
			// Whether the unit goes on after a quotation is settled by what follows, in joinAttributions.
			if (last) flush();
		}
		while (next < quoted.length && (quoted[next] as Quoted).end <= token.start) next++;
		const inside = quoted[next];
		if (inside && inside.start <= token.start && token.start < inside.end) {
			unit.push({
				kind: "quote",
				text: "",
				lower: "",
				class: 0,
				capital: false,
				verb: undefined,
				start: inside.start,
				end: inside.end,
				quoted: inside,
			});
			skipUntil = inside.end;
			// Sentences that begin inside of the quotation are part of this unit.
			while (sentence + 1 < block.sentences.length && (block.sentences[sentence + 1] as Span).start < inside.end) sentence++;
			continue;
		}
		unit.push(wordOf(token));
	}
	flush();
	return joinAttributions(units, block.text);
}

function wordOf(token: { kind: "word" | "number" | "mark"; text: string; start: number; end: number }): Word {
	const { kind, text, start, end } = token;
	if (kind !== "word") return { kind, text, lower: text, class: 0, capital: false, verb: undefined, start, end };
	const lower = text.toLowerCase().replace("’", "'");
	const capital = text[0] !== lower[0];
	return { kind, text, lower, class: classOf(lower), capital, verb: reportingVerbs.get(lower), start, end };
}

/** Joins `"Will it hold?"` and `Smith asked.`: a unit that ends with a quotation's own question or exclamation mark, and a short one that only attributes. */
function joinAttributions(units: Word[][], text: string): Word[][] {
	const joined: Word[][] = [];
	for (const unit of units) {
		const before = joined.at(-1);
		const last = before?.at(-1);
		if (before && last?.kind === "quote" && attributes(unit, text[last.end - 2] ?? "")) before.push(...unit);
		else joined.push(unit);
	}
	return joined;
}

/** Whether a sentence after a quotation only says whose it was: a name or pronoun and a reporting verb among its first words, and nothing reported after it. */
function attributes(unit: readonly Word[], stop: string): boolean {
	// A dash and a name sign the quotation.
	if (/^[—–―]$/.test(unit[0]?.text ?? "") && unit[1]?.capital) return true;
	if (unit.some((word) => word.kind === "quote") && stop === ".") return false;
	const verb = unit.findIndex((word) => word.verb !== undefined && !word.capital);
	if (verb < 1 || verb > 8) return false;
	const rest = unit.slice(verb + 1).filter((word) => word.kind === "word");
	const first = unit[verb + 1];
	const ends = first === undefined || first.kind === "mark";
	if (stop === ".") return ends && rest.length === 0;
	return ends || rest.length <= 6;
}
