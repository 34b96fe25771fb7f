import { type Claim, hasQuantity } from "../../claims/claim.ts";
import { some } from "../../prose/some.ts";
import { Pace, type Steps } from "../../prose/steps.ts";
import { type Replaced, replaceIn, splicedStarts } from "../../prose/versions/compare.ts";
import type { Home } from "../../prose/versions/home.ts";
import { listsSince } from "../../prose/versions/lists.ts";
import type { Entity } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import type { Mention } from "../../references/store.ts";
import { KnownFacts, type Series } from "./known-facts.ts";
import { type Positions, positionsOf } from "./measures/positions.ts";
import type { MeasureWords } from "./measures/words.ts";
import type { Asker } from "./noted.ts";
import { kindsOf } from "./sentence/kinds.ts";
import { type Name, type Passage, passagesOf } from "./sentence/passage.ts";
import { Stemmer } from "./sentence/stem.ts";
import { Settling } from "./settling.ts";
import { FARTHEST, leadsOf } from "./subjects/names.ts";
import { mayCall } from "./subjects/naming.ts";
import { type Table, Tables } from "./tables.ts";

/** One version of an article to be read. */
export interface Source {
	readonly homes: readonly Home[];
	readonly change: Replaced;
	/** Claims by block, and the blocks in which they are not those of the version before. */
	readonly lists: readonly (readonly Claim[])[];
	readonly changed: ReadonlySet<number>;
	readonly references: References;
	readonly dateline: string;
}

/** Which blocks read otherwise than before, and with them those around which something does: a heading, a table, the names of the packs. */
export interface Reread {
	readonly stale: ReadonlySet<number>;
	readonly touched: ReadonlySet<number>;
}

/** An article with the packs' names read into its sentences: all that binding needs, kept from version to version. */
export class Reading {
	#homes: readonly Home[] = [];
	#references: References | undefined;
	#dateline = "";
	readonly #reads: Read[] = [];
	readonly #passages: Passage[] = [];
	/** By block, the index of its first passage; and the number of passages behind the last. */
	#at: Int32Array = new Int32Array(1);
	#headings: readonly (readonly string[])[] = [];
	#headline: readonly string[] = [];
	readonly #tables: (Tables | undefined)[] = [];
	#mentions: References["mentions"] = [];
	readonly #facts = new KnownFacts(stemmer);
	readonly #known = new Known();
	readonly #settling = new Settling();
	readonly #lists = new Map<string, readonly string[]>();
	readonly #positions = new WeakMap<Passage, Positions>();
	readonly stemmer = stemmer;

	/** Moves to another version. */
	*update({ homes, change, lists, changed, references, dateline }: Source): Steps<Reread> {
		const isAnew = this.#references?.store !== references.store;
		this.#homes = homes;
		this.#facts.update(references, dateline);
		const firms = isAnew ? [] : organisationsTurned(this.#references?.entities, references.entities);
		this.#references = references;
		this.#known.entities = references.entities;
		this.#dateline = dateline;
		const stale = new Set<number>();
		const was = this.#reads.slice(change.from, change.toA);
		const named = listsSince(this.#mentions, references.mentions, references.named, change);
		this.#mentions = references.mentions;
		const { lists: mentions, changed: settled } = this.#settling.update(named);
		const reads: (Read | undefined)[] = this.#reads;
		replaceIn(
			reads,
			change,
			Array.from({ length: change.toB - change.from }, () => undefined),
		);
		// Whom `the Norvik group` means hinges on what other blocks name.
		const calling = new Set<number>();
		if (firms.length > 0) for (const [i, { prose }] of homes.entries()) if (mayCall(prose.text, firms)) calling.add(i);
		const open = isAnew ? homes.keys() : Int32Array.from(new Set([...settled, ...changed, ...calling])).sort();
		const pace = new Pace();
		for (const i of open) {
			const before = isAnew || calling.has(i) ? undefined : reads[i];
			if (before && before.mentions === mentions[i] && !changed.has(i)) continue;
			if (pace.isStep((homes[i] as Home).prose.text.length)) yield;
			const figures = some(lists[i] as readonly Claim[], isFigure);
			if (before && before.mentions === mentions[i] && isSame(before.figures, figures)) continue;
			const home = homes[i] as Home;
			const own = mentions[i] ?? [];
			const passages = passagesOf({ home, mentions: own, figures, known: this.#known, stemmer });
			const subjects = home.prose.context.kind === "paragraph" ? NOBODY : this.#listOf(subjectsIn(own, references));
			if (reads[i]) was.push(reads[i]);
			const { kind, level = 1 } = home.prose.context;
			reads[i] = {
				isHeading: kind === "heading" && level > 1,
				mentions: own,
				figures,
				kinds: figures.length === 0 ? 0 : kindsOf(figures),
				passages,
				subjects,
				leads: leadsOf(passages),
			};
			stale.add(i);
		}
		this.#number(change, stale);
		const touched = new Set(stale);
		// Where blocks have been put in or taken out, others stand behind each other.
		if (change.toA !== change.toB || change.from !== change.toB) for (const block of [change.from, change.toB]) touched.add(block);
		const shift = change.toA - change.toB;
		for (const i of named.changed) touched.add(i);
		const other = [...was, ...[...stale].map((block) => this.#reads[block] as Read)];
		if (shift !== 0 || stale.has(0) || other.some(({ isHeading }) => isHeading)) this.#readHeadings(change, touched);
		this.#readTables(change, stale, touched);
		return { stale, touched };
	}

	/** The references, which note whom they are asked about. */
	get references(): References {
		return this.#facts.references;
	}

	/** Whom the references are asked about from now on is noted of an asker: as long as nothing else is known of them, what is made of the answers is the same. */
	noteOf(asker: Asker): void {
		this.#facts.noteOf(asker);
	}

	get dateline(): string {
		return this.#dateline;
	}
	get passages(): readonly Passage[] {
		return this.#passages;
	}
	/** Subjects that each block's section heading names, by block. */
	get headings(): readonly (readonly string[])[] {
		return this.#headings;
	}
	get headline(): readonly string[] {
		return this.#headline;
	}

	/** The sentences of a block. The same list as long as nothing in it reads otherwise. */
	passagesIn(block: number): readonly Passage[] {
		return this.#reads[block]?.passages ?? [];
	}

	/** The figures and dates of a block, in order. */
	figuresIn(block: number): readonly Claim[] {
		return this.#reads[block]?.figures ?? [];
	}

	/** Of which kinds the figures of a block are. */
	kindsIn(block: number): number {
		return this.#reads[block]?.kinds ?? 0;
	}

	/** What the sentences before a block may lead its figures to, as far back as anything is followed, however they are parted into blocks. */
	leadsBefore(block: number): string {
		const found: string[] = [];
		for (let i = block - 1; i >= 0 && found.length < FARTHEST; i--)
			for (const lead of (this.#reads[i] as Read).leads.slice(found.length - FARTHEST).reverse()) found.push(lead);
		return found.join("\n");
	}

	/** The last sentence before a block. */
	lastBefore(block: number): Passage | undefined {
		return this.#passages[(this.#at[block] ?? 0) - 1];
	}

	/** The sentences before a block, as far back as anything is followed. */
	passagesBefore(block: number): readonly Passage[] {
		const end = this.#at[block] ?? 0;
		return this.#passages.slice(Math.max(0, end - FARTHEST), end);
	}

	/** Whether the block before one says something: what it says is near. */
	follows(block: number): boolean {
		return this.passagesIn(block - 1).length > 0;
	}

	/** What stands for the tables around a cell: the same as long as none of their cells reads otherwise. */
	tablesAround(block: number): object | undefined {
		return this.#tables[block];
	}

	/** Index in `passages` of the sentence that holds a claim, or -1. */
	passageOf(claim: Claim): number {
		let low = this.#at[claim.block] ?? 0;
		let high = (this.#at[claim.block + 1] ?? 0) - 1;
		if (high < low) return -1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.passages[middle] as Passage).start <= claim.span.start) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Subjects of a table cell: those that its row names, else its column, else any of the table's headers. */
	cellSubjects(block: number): readonly string[] {
		const cell = this.#homes[block]?.prose.context.cell;
		const table = cell && this.#tableOf(block);
		if (!table) return NOBODY;
		const row = table.rows.get(cell.row)?.subjects ?? [];
		if (row.length > 0) return row;
		const column = table.rows.get(cell.header)?.subjects ?? [];
		return column.length > 0 ? column : table.subjects;
	}

	/** The dates that a table cell's row and column name. */
	cellDates(block: number): readonly Claim[] {
		const cell = this.#homes[block]?.prose.context.cell;
		const table = cell && this.#tableOf(block);
		if (!table) return NO_DATES;
		return [cell.row, cell.header].flatMap((text) => table.rows.get(text)?.figures ?? []).filter((claim) => claim.kind === "date");
	}

	#tableOf(block: number): Table | undefined {
		const tables = this.#tables[block];
		return tables?.of(block - tables.first.index);
	}

	/** The words of a table cell's column and row. */
	cellWords(block: number): string {
		const cell = this.#homes[block]?.prose.context.cell;
		return cell ? `${cell.header} ${cell.row}` : "";
	}

	/** What the packs know of a subject, a series a measure. */
	typesWith(measure: string): ReadonlySet<string> {
		return this.#facts.typesWith(measure);
	}

	ownerOf(measure: string): string | undefined {
		return this.#facts.ownerOf(measure);
	}

	seriesOf(subject: string): readonly Series[] {
		return this.#facts.seriesOf(subject);
	}

	/** The words for a measure; those of its id when no pack describes it. */
	measureWords(id: string): MeasureWords {
		return this.#facts.measureWords(id);
	}

	/** What the packs declare to be part of the same whole as a subject, itself included; nothing when it is part of none. */
	fellowsOf(subject: string): readonly Entity[] {
		const { partOf } = this.references.entities.get(subject) ?? {};
		return partOf === undefined ? [] : this.membersOf(partOf);
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

	/** Puts the passages in their order. */
	#number({ toA, toB }: Replaced, stale: ReadonlySet<number>): void {
		const moved = toA - toB;
		let [from, to] = [toB, toB];
		let isSame = moved === 0;
		for (const block of stale) {
			[from, to] = [Math.min(from, block), Math.max(to, block + 1)];
			isSame &&= (this.#reads[block] as Read).passages.length === (this.#at[block + 1] ?? 0) - (this.#at[block] ?? 0);
		}
		if (isSame) {
			// Most changes leave a block with as many sentences as it had.
			for (const block of stale)
				for (const [i, passage] of (this.#reads[block] as Read).passages.entries())
					this.#passages[(this.#at[block] as number) + i] = passage;
			return;
		}
		const [first, end] = [this.#at[from] as number, this.#at[to + moved] as number];
		const passages: Passage[] = [];
		const at: number[] = [];
		for (const read of this.#reads.slice(from, to)) {
			at.push(first + passages.length);
			for (const passage of read.passages) passages.push(passage);
		}
		replaceIn(this.#passages, { from: first, toA: end, toB: first + passages.length }, passages);
		this.#at = splicedStarts(this.#at, from, to + moved, at, passages.length - (end - first));
	}

	#readHeadings({ from, toA, toB }: Replaced, touched: Set<number>): void {
		let heading = NOBODY;
		const before = this.#headings;
		this.#headings = this.#reads.map(({ subjects, isHeading }, i) => {
			if (isHeading) heading = subjects;
			if (heading !== before[i < from ? i : i + toA - toB]) touched.add(i);
			return heading;
		});
		const first = this.#homes.findIndex(({ prose }) => prose.text.length > 0);
		const names = first < 0 ? [] : subjectsIn((this.#reads[first] as Read).mentions.slice(0, 6), this.references);
		this.#headline = this.#listOf(names.slice(0, 2));
	}

	/** Reads again the runs of cells that something has changed in or beside; those between others are not looked at. */
	#readTables(change: Replaced, stale: ReadonlySet<number>, touched: Set<number>): void {
		const isCell = (i: number): boolean => this.#homes[i]?.prose.context.cell !== undefined;
		const tables = this.#tables;
		replaceIn(
			tables,
			change,
			Array.from({ length: change.toB - change.from }, () => undefined),
		);
		let done = 0;
		for (const at of Int32Array.from([...stale, Math.max(0, change.from - 1), change.toB]).sort()) {
			if (at < done || !isCell(at)) continue;
			let from = at;
			while (isCell(from - 1)) from--;
			let to = from;
			let isKept = true;
			for (; isCell(to); to++) isKept &&= tables[to] !== undefined && tables[to] === tables[from] && !stale.has(to);
			if (!isKept || tables[from]?.length !== to - from) {
				tables.fill(new Tables(this.#homes.slice(from, to), this.#reads.slice(from, to)), from, to);
				for (let i = from; i < to; i++) touched.add(i);
			}
			done = to;
		}
	}

	/** Lists that say the same are the same. */
	#listOf(list: readonly string[]): readonly string[] {
		const key = list.join("\n");
		const known = this.#lists.get(key);
		if (known) return known;
		this.#lists.set(key, list);
		return list;
	}
}

/** The organisations that one of two versions names and the other does not. */
function organisationsTurned(before: References["entities"] | undefined, now: References["entities"]): readonly Entity[] {
	if (!before || before === now) return [];
	const turned = new Set<Entity>();
	for (const [id, entity] of before) if (now.get(id) !== entity) turned.add(entity);
	for (const [id, entity] of now) if (before.get(id) !== entity) turned.add(entity);
	return [...turned].filter(({ type }) => type === "organisation");
}

/** Whom the article names, as the packs know them. */
class Known {
	#entities: References["entities"] = new Map();
	#hasOrganisations: boolean | undefined;

	get entities(): References["entities"] {
		return this.#entities;
	}
	set entities(entities: References["entities"]) {
		if (this.#entities !== entities) this.#hasOrganisations = undefined;
		this.#entities = entities;
	}
	get hasOrganisations(): boolean {
		this.#hasOrganisations ??= [...this.#entities.values()].some(({ type }) => type === "organisation");
		return this.#hasOrganisations;
	}
}

/** Stems of words do not change: they are kept for all articles. */
const stemmer = new Stemmer();

/** A block as it was last read. */
interface Read {
	/** Of a section, whose name its figures may be about. */
	readonly isHeading: boolean;
	readonly mentions: readonly Mention[];
	readonly figures: readonly Claim[];
	readonly kinds: number;
	readonly passages: readonly Passage[];
	readonly subjects: readonly string[];
	readonly leads: readonly string[];
}

const NOBODY: readonly string[] = [];
const NO_DATES: readonly Claim[] = [];

const isFigure = (claim: Claim): boolean => hasQuantity(claim) || claim.kind === "date";

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((one, i) => one === b[i]);
}

function subjectsIn(mentions: readonly Mention[], references: References): string[] {
	const ids = mentions.filter((mention) => mention.kind === "entity" && mention.ids.length === 1).flatMap((mention) => mention.ids);
	return [...new Set(ids)].filter((id) => references.entities.has(id));
}

/** The ids of names in a passage. */
export function idsOf(names: readonly Name[]): string[] {
	return [...new Set(names.flatMap((name) => name.ids))];
}
