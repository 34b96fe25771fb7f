import { type Claim, quantityOf, timeOf } from "../../claims/claim.ts";
import type { Article } from "../../prose/article.ts";
import type { Prose } from "../../prose/content.ts";
import type { Entity, Fact } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import type { Mention } from "../../references/store.ts";
import { type MeasureWords, measureWords, type Positions, positionsOf } from "./measure.ts";
import { leadOf } from "./names.ts";
import { type Name, type Passage, type PassageSource, passagesOf } from "./passage.ts";
import { dayNumber } from "./period.ts";
import { Stemmer } from "./stem.ts";
import { CHANGE_WORDS, FUNCTION_WORDS } from "./words.ts";

/** The facts of one subject about one measure, newest first, and the words for the measure. */
export interface Series {
	readonly subject: Entity;
	readonly words: MeasureWords;
	/** Known on the dateline; all periods and vintages. */
	readonly facts: readonly Fact[];
	/** How the only fact was computed, when no row states it. */
	readonly derived?: { readonly inputs: readonly Fact[]; readonly working: string };
}

/** What the cells of a table name, by their text. */
interface Table {
	readonly subjects: string[];
	readonly rows: Map<string, { readonly subjects: readonly string[]; readonly claims: readonly Claim[] }>;
}

/** An article with the packs' names read into its sentences: all that binding needs, made once a check. */
export class Reading {
	readonly passages: readonly Passage[];
	/** By block, what was read in it: the same object from version to version as long as that is the same. */
	readonly contents: readonly object[];
	/** By block, all that figures of later blocks may take from it. */
	readonly leads: readonly string[];
	readonly references: References;
	readonly dateline: string;
	readonly stemmer = stemmer;
	/** Subjects that each block's section heading names, by block. */
	readonly headings: readonly (readonly string[])[];
	readonly headline: readonly string[];
	readonly #article: Article;
	readonly #at = new Map<number, number>();
	readonly #series = new Map<string, readonly Series[]>();
	readonly #words = new Map<string, MeasureWords>();
	readonly #positions = new Map<Passage, Positions>();
	readonly #tables = new Map<number, Table>();

	constructor(article: Article, claims: readonly Claim[], references: References, dateline: string) {
		this.#article = article;
		this.references = references;
		this.dateline = dateline;
		const byBlock = new Map<number, Claim[]>();
		for (const claim of claims) {
			if (!("quantity" in claim) && claim.kind !== "date") continue;
			const list = byBlock.get(claim.block);
			if (list) list.push(claim);
			else byBlock.set(claim.block, [claim]);
		}
		const mentions = settleAmbiguous(references.mentions);
		const passages: Passage[] = [];
		const read: object[] = [];
		const leads: string[] = [];
		const headings: string[][] = [];
		let heading: string[] = [];
		let table: Table = { subjects: [], rows: new Map() };
		article.blocks.forEach((block, index) => {
			this.#at.set(index, passages.length);
			const own = mentions[index] ?? [];
			if (block.context.kind === "heading" && (block.context.level ?? 1) > 1) heading = subjectsIn(own, references);
			headings.push(heading);
			const { cell } = block.context;
			if (cell) {
				if (cell.isHeader && !article.blocks[index - 1]?.context.cell?.isHeader) table = { subjects: [], rows: new Map() };
				if (cell.isHeader) table.subjects.push(...subjectsIn(own, references));
				if (!table.rows.has(block.text))
					table.rows.set(block.text, { subjects: subjectsIn(own, references), claims: byBlock.get(index) ?? [] });
				this.#tables.set(index, table);
			}
			const known = readAgain(
				{ block, index, mentions: own, figures: byBlock.get(index) ?? [], entities: references.entities, stemmer: this.stemmer },
				references,
			);
			read.push(known.content);
			leads.push(known.lead);
			for (const passage of known.passages) passages.push(passage);
		});
		this.passages = passages;
		this.contents = read;
		this.leads = leads;
		this.headings = headings;
		const first = article.blocks.findIndex((block) => block.text.length > 0);
		this.headline = first >= 0 ? subjectsIn((mentions[first] ?? []).slice(0, 6), references).slice(0, 2) : [];
	}

	/** Index in `passages` of the sentence that holds a claim, or -1. */
	passageOf(claim: Claim): number {
		let low = this.#at.get(claim.block) ?? -1;
		let high = (this.#at.get(claim.block + 1) ?? this.passages.length) - 1;
		if (low < 0 || high < low) return -1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.passages[middle] as Passage).start <= claim.span.start) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Subjects of a table cell: those that its row names, else its column, else any of the table's headers. */
	cellSubjects(block: number): readonly string[] {
		const cell = this.#article.blocks[block]?.context.cell;
		const table = this.#tables.get(block);
		if (!cell || !table) return [];
		const row = table.rows.get(cell.row)?.subjects ?? [];
		if (row.length > 0) return row;
		const column = table.rows.get(cell.header)?.subjects ?? [];
		return column.length > 0 ? column : table.subjects;
	}

	/** The dates that a table cell's row and column name. */
	cellDates(block: number): readonly Claim[] {
		const cell = this.#article.blocks[block]?.context.cell;
		const table = this.#tables.get(block);
		if (!cell || !table) return [];
		return [cell.row, cell.header].flatMap((text) => table.rows.get(text)?.claims ?? []).filter((claim) => claim.kind === "date");
	}

	/** The words of a table cell's column and row. */
	cellWords(block: number): string {
		const cell = this.#article.blocks[block]?.context.cell;
		return cell ? `${cell.header} ${cell.row}` : "";
	}

	/** What the packs know of a subject, a series a measure. */
	seriesOf(subject: string): readonly Series[] {
		let series = this.#series.get(subject);
		if (!series) {
			series = this.#readSeries(subject);
			this.#series.set(subject, series);
		}
		return series;
	}

	/** What the packs declare to be part of the same whole as a subject, itself included; nothing when it is part of none. */
	fellowsOf(subject: string): readonly Entity[] {
		const { partOf } = this.references.entities.get(subject) ?? {};
		return partOf === undefined ? [] : (this.references.members.get(partOf) ?? []);
	}

	/** What the packs declare to be part of a subject. */
	membersOf(subject: string): readonly Entity[] {
		return this.references.members.get(subject) ?? [];
	}

	positionsOf(passage: Passage): Positions {
		let positions = this.#positions.get(passage);
		if (!positions) {
			positions = positionsOf(passage, this.stemmer);
			this.#positions.set(passage, positions);
		}
		return positions;
	}

	/** The words for a measure, or undefined when no pack describes it. */
	measureWords(id: string): MeasureWords | undefined {
		let words = this.#words.get(id);
		if (!words) {
			const measure = this.references.measures.get(id) ?? {
				id,
				label: id.replace(/[_-]/g, " "),
				aliases: [],
				confusableWith: [],
				pack: "",
			};
			words = measureWords(measure, this.stemmer);
			if (words.isChange) words = this.#withBase(words);
			this.#words.set(id, words);
		}
		return words;
	}

	/** The change of a share price is spoken of in the words of the share price: `shares rose 3%`. */
	#withBase(words: MeasureWords): MeasureWords {
		const base = words.forms[0]?.filter((stem) => !CHANGE_WORDS.has(stem) && !FUNCTION_WORDS.has(stem)).join(" ");
		if (!base) return words;
		for (const measure of this.references.measures.values()) {
			const other = measureWords(measure, this.stemmer);
			if (!other.isChange && other.forms.some((form) => form.join(" ") === base))
				return { ...words, forms: [...words.forms, ...other.forms] };
		}
		return { ...words, forms: [...words.forms, base.split(" ")] };
	}

	/** Something that the article does not name, as a part of something that it does. */
	#member(id: string): Entity | undefined {
		for (const list of this.references.members.values()) {
			const entity = list.find((one) => one.id === id);
			if (entity) return entity;
		}
		return undefined;
	}

	#readSeries(subject: string): Series[] {
		const entity = this.references.entities.get(subject) ?? this.#member(subject);
		if (!entity) return [];
		const byMeasure = new Map<string, Fact[]>();
		const today = dayNumber(this.dateline);
		for (const fact of this.references.facts.get(subject) ?? []) {
			// What was not yet known on the dateline does not count.
			if (fact.knownAt !== undefined && dayNumber(fact.knownAt) > today) continue;
			const list = byMeasure.get(fact.measure);
			if (list) list.push(fact);
			else byMeasure.set(fact.measure, [fact]);
		}
		return [...byMeasure].map(([measure, facts]) => ({ subject: entity, words: this.measureWords(measure) as MeasureWords, facts }));
	}
}

/** Stems of words do not change: they are kept for all articles. */
const stemmer = new Stemmer();

/** A block as it was last read. */
interface Read {
	readonly mentions: readonly Mention[];
	readonly entities: ReadonlyMap<string, Entity>;
	readonly figures: readonly Claim[];
	readonly index: number;
	readonly passages: readonly Passage[];
	readonly content: object;
	readonly lead: string;
}

const lastRead = new WeakMap<Prose, Read>();

/** The passages of a block, read again only when something in them is new; a block that has moved has its figures moved along. */
function readAgain(source: PassageSource, { entities }: References): Read {
	const { block, index, mentions, figures } = source;
	const before = lastRead.get(block.prose);
	let read: Read;
	if (before && before.mentions === mentions && before.entities === entities && sameFigures(before.figures, figures)) {
		if (before.index === index && before.figures.every((figure, i) => figure === figures[i])) return before;
		let first = 0;
		const passages = before.passages.map((passage) => {
			const own = figures.slice(first, first + passage.figures.length);
			first += own.length;
			return { ...passage, block: index, figures: own };
		});
		read = { ...before, index, figures, passages };
	} else {
		const passages = passagesOf(source);
		read = { mentions, entities, figures, index, passages, content: {}, lead: passages.map(leadOf).join("\n") };
	}
	lastRead.set(block.prose, read);
	return read;
}

/** Whether two lists of claims of one block say the same, wherever the block stands. What was read of a figure stays the same object. */
function sameFigures(a: readonly Claim[], b: readonly Claim[]): boolean {
	return (
		a.length === b.length &&
		a.every((one, i) => {
			const other = b[i] as Claim;
			return one === other || (one.span === other.span && quantityOf(one) === quantityOf(other) && timeOf(one) === timeOf(other));
		})
	);
}

/** A name that several entities share is the one that the article has named without doubt, if there is just one. */
function settleAmbiguous(mentions: readonly (readonly Mention[])[]): readonly (readonly Mention[])[] {
	const certain = new Set<string>();
	for (const list of mentions)
		for (const mention of list) if (mention.kind === "entity" && mention.ids.length === 1) certain.add(mention.ids[0] as string);
	let last: string | undefined;
	return mentions.map((list) => {
		if (!list.some((mention) => mention.kind === "entity" && mention.ids.length !== 1)) {
			last = list.findLast((mention) => mention.kind === "entity")?.ids[0] ?? last;
			return list;
		}
		const all = list.map((mention) => {
			if (mention.kind !== "entity") return mention;
			if (mention.ids.length === 1) {
				last = mention.ids[0];
				return mention;
			}
			const known = mention.ids.filter((id) => certain.has(id));
			const ids = known.length > 0 ? known : mention.ids;
			const recent = last !== undefined && ids.includes(last) ? [last] : ids;
			return { ...mention, ids: recent };
		});
		const before = settled.get(list);
		if (before?.every((mention, i) => mention.ids.join("\n") === all[i]?.ids.join("\n"))) return before;
		settled.set(list, all);
		return all;
	});
}

/** How mentions were last settled, so that what is settled in the same way stays the same object. */
const settled = new WeakMap<readonly Mention[], readonly Mention[]>();

function subjectsIn(mentions: readonly Mention[], references: References): string[] {
	const ids = mentions.filter((mention) => mention.kind === "entity" && mention.ids.length === 1).flatMap((mention) => mention.ids);
	return [...new Set(ids)].filter((id) => references.entities.has(id));
}

/** The ids of names in a passage. */
export function idsOf(names: readonly Name[]): string[] {
	return [...new Set(names.flatMap((name) => name.ids))];
}
