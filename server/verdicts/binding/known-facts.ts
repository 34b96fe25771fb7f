import type { Phrase } from "../../language/phrase.ts";
import type { Entity, Fact } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import { type MeasureWords, measureWords } from "./measures/words.ts";
import { type Asker, everyOf, Noted, noteOf } from "./noted.ts";
import { dayNumber } from "./periods/period.ts";
import type { Stemmer } from "./sentence/stem.ts";
import { CHANGE_WORDS, FUNCTION_WORDS } from "./sentence/words.ts";

/** The facts of one subject about one measure, newest first, and the words for the measure. */
export interface Series {
	readonly subject: Entity;
	readonly words: MeasureWords;
	/** Known on the dateline; all periods and vintages. */
	readonly facts: readonly Fact[];
	/** How the only fact was computed, when no row states it. */
	readonly derived?: { readonly inputs: readonly Fact[]; readonly working: string | Phrase };
}

/** What the packs know of an article's subjects, in the words that speak of it; made when it is asked for and kept as long as it is the same. */
export class KnownFacts {
	#references: References | undefined;
	/** The references with a note taken of whom they are asked about. */
	#noting: References | undefined;
	#asker: Asker = { asked: undefined };
	#dateline = "";
	readonly #stemmer: Stemmer;
	#series = new Map<string, readonly Series[]>();
	#words = new Map<string, MeasureWords>();
	/** By measure, the one subject that the packs know it of; found when somebody asks. */
	#owners: ReadonlyMap<string, string | undefined> | undefined;
	/** Subjects of which a change of something is known, whose words hinge on all measures; measures that no pack describes. */
	readonly #withChange = new Set<string>();
	readonly #undescribed = new Set<string>();

	constructor(stemmer: Stemmer) {
		this.#stemmer = stemmer;
	}

	/** Moves to another version. */
	update(references: References, dateline: string): void {
		const before = this.#references;
		if (
			before?.store !== references.store ||
			before.facts !== references.facts ||
			before.measures !== references.measures ||
			this.#dateline !== dateline
		) {
			this.#series = new Map();
			this.#words = new Map();
			this.#owners = undefined;
			this.#withChange.clear();
			this.#undescribed.clear();
		}
		this.#dateline = dateline;
		if (before === references) return;
		this.#references = references;
		const note = (one: string): void => this.#note(one);
		this.#noting = {
			...references,
			entities: new Noted("subject", references.entities, note),
			facts: new Noted("subject", references.facts, note),
			measures: new Noted("measure", references.measures, note),
			members: new Noted("whole", references.members, note),
			people: new Noted("person", references.people, note),
		};
	}

	/** The references, which note whom they are asked about. */
	get references(): References {
		return this.#noting as References;
	}

	/** Whom the references are asked about from now on is noted of another asker. */
	noteOf(asker: Asker): void {
		this.#asker = asker;
	}

	#note(one: string): void {
		this.#asker.asked ??= new Set();
		this.#asker.asked.add(one);
	}

	/** What the packs know of a subject, a series a measure. */
	seriesOf(subject: string): readonly Series[] {
		this.#note(subject);
		let series = this.#series.get(subject);
		if (!series) {
			series = this.#readSeries(subject);
			this.#series.set(subject, series);
			if (series.some(({ words }) => words.isChange)) this.#withChange.add(subject);
		}
		if (this.#withChange.has(subject)) this.#note(everyOf("measure"));
		return series;
	}

	/** The only one of the article's subjects, and of their parts, of which the packs know a measure. */
	ownerOf(measure: string): string | undefined {
		this.#note(everyOf("subject"));
		if (!this.#owners) {
			const owners = new Map<string, string | undefined>();
			for (const [subject, facts] of this.#references?.facts ?? [])
				for (const fact of facts)
					owners.set(fact.measure, owners.has(fact.measure) && owners.get(fact.measure) !== subject ? undefined : subject);
			this.#owners = owners;
		}
		return this.#owners.get(measure);
	}

	/** The types of the article's entities of which the packs know a measure. */
	typesWith(measure: string): ReadonlySet<string> {
		const types = new Set<string>();
		for (const [subject, facts] of this.references.facts) {
			const type = this.#references?.entities.get(subject)?.type;
			if (type !== undefined && !types.has(type) && facts.some((fact) => fact.measure === measure)) types.add(type);
		}
		return types;
	}

	/** The words for a measure; those of its id when no pack describes it. */
	measureWords(id: string): MeasureWords {
		let words = this.#words.get(id);
		if (!words) {
			const described = this.#references?.measures.get(id);
			if (!described) this.#undescribed.add(id);
			const measure = described ?? {
				id,
				label: id.replace(/[_-]/g, " "),
				aliases: [],
				confusableWith: [],
				pack: "",
			};
			words = measureWords(measure, this.#stemmer);
			if (words.isChange) words = this.#withBase(words);
			this.#words.set(id, words);
		}
		// One that is described is the same as long as anything speaks of it.
		if (words.isChange) this.#note(everyOf("measure"));
		if (this.#undescribed.has(id)) this.#note(noteOf("measure", id));
		return words;
	}

	/** The change of a share price is spoken of in the words of the share price: `shares rose 3%`. */
	#withBase(words: MeasureWords): MeasureWords {
		const base = words.forms[0]?.filter((stem) => !CHANGE_WORDS.has(stem) && !FUNCTION_WORDS.has(stem)).join(" ");
		if (!base) return words;
		for (const measure of this.#references?.measures.values() ?? []) {
			const other = measureWords(measure, this.#stemmer);
			if (!other.isChange && other.forms.some((form) => form.join(" ") === base)) return withForms(words, other.forms);
		}
		return withForms(words, [base.split(" ")]);
	}

	/** Something that the article does not name, as a part of something that it does. */
	#member(id: string): Entity | undefined {
		for (const list of this.#references?.members.values() ?? []) {
			const entity = list.find((one) => one.id === id);
			if (entity) return entity;
		}
		return undefined;
	}

	#readSeries(subject: string): Series[] {
		const entity = this.references.entities.get(subject) ?? this.#member(subject);
		if (!entity) return [];
		const byMeasure = new Map<string, Fact[]>();
		const today = dayNumber(this.#dateline);
		for (const fact of this.references.facts.get(subject) ?? []) {
			// What was not yet known on the dateline does not count.
			if (fact.knownAt !== undefined && dayNumber(fact.knownAt) > today) continue;
			const list = byMeasure.get(fact.measure);
			if (list) list.push(fact);
			else byMeasure.set(fact.measure, [fact]);
		}
		return [...byMeasure].map(([measure, facts]) => ({ subject: entity, words: this.measureWords(measure), facts }));
	}
}

/** More forms by which a measure is named, as good as those of its pack. */
function withForms(words: MeasureWords, forms: MeasureWords["forms"]): MeasureWords {
	const own = [...words.forms.slice(0, words.own), ...forms];
	const same = words.forms.slice(words.own, words.sure);
	return { ...words, forms: [...own, ...same, ...words.forms.slice(words.sure)], own: own.length, sure: own.length + same.length };
}
