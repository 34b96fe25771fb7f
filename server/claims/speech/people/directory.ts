import type { Span } from "../../../prose/span.ts";
import { Pace, type Steps } from "../../../prose/steps.ts";
import type { Replaced } from "../../../prose/versions/compare.ts";
import type { Home } from "../../../prose/versions/home.ts";
import { Asked, question, type Turned } from "./asked.ts";
import type { NameMention } from "./names.ts";
import { CountedWords, lastBefore, putIn, putInOrder, takeFrom, takeOut } from "./ordered.ts";

/** The names of an article in their order, and who a shorter one means; kept from version to version. */
export class Directory {
	/** By block, the names as they were read and as the article settles them. */
	readonly #rows = new Map<Home, Row>();
	readonly #people: NameMention[] = [];
	readonly #organisations: NameMention[] = [];
	/** Names of two or three words that nothing tells to be a person's or a body's. */
	readonly #undecided: NameMention[] = [];
	/** Names by their first and their last word. */
	readonly #byWord = new Map<string, NameMention[]>();
	readonly #byName = new Map<string, NameMention[]>();
	/** Names by what they may be called for short. */
	readonly #byShort = new Map<string, NameMention[]>();
	/** Names of one word; those of them that are no sentence's first word; last words of longer names; longer names that a title says to be a person's. */
	readonly #single = new CountedWords();
	readonly #inside = new CountedWords();
	readonly #surnames = new CountedWords();
	readonly #titled = new CountedWords();
	/** Blocks with a name that is settled by a word or a name elsewhere. */
	readonly #waiting = new Map<string, Home[]>();
	#asked = new Asked();

	/** Moves to another version: `gone` are blocks that are no longer there, `read` the names of new ones. */
	*update({ from }: Replaced, gone: readonly Home[], read: ReadonlyMap<Home, readonly NameMention[]>): Steps<Turned> {
		const isFirst = this.#rows.size === 0;
		const turned = isFirst ? undefined : new Set<string>();
		for (const home of gone) this.#count(home, this.#rows.get(home)?.read ?? [], -1, turned);
		for (const [home, names] of read) this.#count(home, names, 1, turned);
		yield;
		const before = gone.map((home) => this.#rows.get(home)?.names ?? []);
		/** What the names that come and go were taken for. Nobody has asked anything yet when an article is read for the first time. */
		const kinds = new Map<string, NameMention["kind"] | undefined>();
		const noteKinds = (names: readonly NameMention[]): void => {
			for (const { name } of isFirst ? [] : names) if (!kinds.has(name)) kinds.set(name, this.#byName.get(name)?.[0]?.kind);
		};
		for (const names of before) {
			noteKinds(names);
			for (const mention of names) this.#remove(mention, from);
		}
		for (const home of gone) this.#rows.delete(home);
		yield;
		const questions = new Set<string>();
		const places: number[] = [];
		const stale = new Set<Home>();
		for (const word of turned ?? []) for (const home of this.#waiting.get(word) ?? []) if (!read.has(home)) stale.add(home);
		for (const home of stale) {
			const row = this.#rows.get(home) as Row;
			// What stays as it was stays the same object, so that only what turns has to be taken out and put in.
			const names = this.#settled(row.read).map(
				(name) => row.names.find((one) => one.start === name.start && one.kind === name.kind) ?? name,
			);
			yield;
			const out = row.names.filter((name) => !names.includes(name));
			const put = names.filter((name) => !row.names.includes(name));
			if (out.length === 0 && put.length === 0) continue;
			noteKinds([...out, ...put]);
			for (const mention of out) this.#remove(mention, from);
			for (const mention of put) this.#put(mention);
			addTurned(out, put, questions);
			places.push(home.index);
			this.#rows.set(home, { read: row.read, names });
		}
		const now: (readonly NameMention[])[] = [];
		const pace = new Pace();
		for (const [home, names] of read) {
			const row = { read: names, names: this.#settled(names) };
			this.#rows.set(home, row);
			noteKinds(row.names);
			for (const mention of row.names) this.#put(mention);
			now.push(row.names);
			if (pace.isStep(home.prose.text.length)) yield;
		}
		if (!isFirst && before.map(inWords).join("\n") !== now.map(inWords).join("\n")) {
			addTurned(before.flat(), now.flat(), questions);
			places.push(from);
			for (const home of read.keys()) places.push(home.index);
		}
		for (const [name, kind] of kinds) if (this.#byName.get(name)?.[0]?.kind !== kind) questions.add(question.kind(name));
		return { questions, places: places.sort((a, b) => a - b) };
	}

	/** Notes down what is asked while something is settled. */
	noting(settle: () => void): Asked {
		this.#asked = new Asked();
		settle();
		return this.#asked;
	}

	/** The names of a block. */
	of(home: Home): readonly NameMention[] {
		this.#asked.looked(home, home);
		return this.#rows.get(home)?.names ?? [];
	}

	/** The last name that lies within a span of a block. */
	within(home: Home, { start, end }: Span): NameMention | undefined {
		const names = this.of(home);
		for (let i = lastBefore(names, home, end); i >= 0; i--) {
			const mention = names[i] as NameMention;
			if (mention.start < start) return undefined;
			if (mention.end <= end) return mention;
		}
		return undefined;
	}

	/** The last fuller name before a place that a surname or short form stands for; the name itself when there is none. */
	full(name: string, home: Home, at: number): string {
		this.#asked.questions.push(question.short(name));
		const fuller = this.#byShort.get(name);
		return fuller?.[lastBefore(fuller, home, at)]?.name ?? name;
	}

	/** What a name was taken for where it first stood. */
	kindOf(name: string): NameMention["kind"] | undefined {
		this.#asked.questions.push(question.kind(name));
		return this.#byName.get(name)?.[0]?.kind;
	}

	/** Whether another block names somebody or something so, alone or as the first or last word of a longer name. */
	knows(name: string, home: Home): boolean {
		const word = lastWord(name);
		this.#asked.questions.push(question.word(word));
		return (this.#byWord.get(word) ?? [])
			.slice(0, 100)
			.some((mention) => mention.home !== home && ` ${mention.name} `.includes(` ${name} `));
	}

	/** The last person who is a sentence's first name between a speaker's block and a place, when it is somebody else. */
	subjectSince(speaker: { readonly name: string; readonly home: Home }, home: Home, at: number): NameMention | undefined {
		this.#asked.looked(speaker.home, home);
		for (let i = lastBefore(this.#people, home, at), steps = 0; i >= 0 && steps < 10; i--, steps++) {
			const mention = this.#people[i] as NameMention;
			if (mention.home.index < speaker.home.index) return undefined;
			if (mention.leads) return mention.name === speaker.name ? undefined : mention;
		}
		return undefined;
	}

	/** The last mention of a kind before a place. */
	last(kind: "person" | "organisation", home: Home, at: number): NameMention | undefined {
		const list = kind === "person" ? this.#people : this.#organisations;
		let found = list[lastBefore(list, home, at)];
		if (!found && kind === "person") {
			found = this.#undecided[lastBefore(this.#undecided, home, at)];
			// A person further back would be heard before.
			this.#asked.looked(undefined, home);
		} else this.#asked.looked(found?.home, home);
		return found;
	}

	/** Two or three words with capitals are a person's name when their last word is a name by itself elsewhere, or when a title says so; else nobody knows. */
	#settled(read: readonly NameMention[]): readonly NameMention[] {
		const names: NameMention[] = [];
		for (const mention of read) {
			const { name, last, kind } = mention;
			if (mention.initial && kind === "unknown" && !this.#inside.has(name) && !this.#surnames.has(name)) continue;
			// Initials and products are called by their last part too (`New GM`).
			const isPerson = isOpen(mention) && (this.#titled.has(name) || (this.#single.has(last) && /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(last)));
			names.push(isPerson ? { ...mention, kind: "person" } : mention);
		}
		return names;
	}

	#count(home: Home, names: readonly NameMention[], by: 1 | -1, turned: Set<string> | undefined): void {
		for (const mention of names) {
			const { name, last } = mention;
			if (mention.to - mention.from === 1) {
				this.#single.count(name, by, turned);
				if (!mention.initial) this.#inside.count(name, by, turned);
				else if (mention.kind === "unknown") this.#wait(name, home, by);
				continue;
			}
			this.#surnames.count(last, by, turned);
			if (mention.kind === "person") this.#titled.count(name, by, turned);
			if (!isOpen(mention)) continue;
			this.#wait(name, home, by);
			this.#wait(last, home, by);
		}
	}

	#wait(word: string, home: Home, by: 1 | -1): void {
		const homes = this.#waiting.get(word);
		if (by > 0) {
			if (homes) homes.push(home);
			else this.#waiting.set(word, [home]);
		} else if (homes && homes.length > 1) homes.splice(homes.indexOf(home), 1);
		else this.#waiting.delete(word);
	}

	#put(mention: NameMention): void {
		const list = this.#ofKind(mention);
		if (list) putInOrder(list, mention);
		putIn(this.#byName, mention.name, mention);
		putIn(this.#byWord, mention.last, mention);
		if (mention.first !== mention.last) putIn(this.#byWord, mention.first, mention);
		for (const short of shortFormsOf(mention)) putIn(this.#byShort, short, mention);
	}

	/** `from` is where blocks have been taken out of the article. */
	#remove(mention: NameMention, from: number): void {
		const list = this.#ofKind(mention);
		if (list) takeOut(list, mention, from);
		takeFrom(this.#byName, mention.name, mention, from);
		takeFrom(this.#byWord, mention.last, mention, from);
		if (mention.first !== mention.last) takeFrom(this.#byWord, mention.first, mention, from);
		for (const short of shortFormsOf(mention)) takeFrom(this.#byShort, short, mention, from);
	}

	#ofKind({ kind, from, to }: NameMention): NameMention[] | undefined {
		if (kind === "person") return this.#people;
		if (kind === "organisation") return this.#organisations;
		return to - from > 1 && to - from < 4 ? this.#undecided : undefined;
	}
}

/** The names of a block, as read and as settled. */
interface Row {
	readonly read: readonly NameMention[];
	readonly names: readonly NameMention[];
}

/** Whether a name may turn out to be a person's. */
function isOpen({ kind, from, to }: NameMention): boolean {
	return kind === "unknown" && to - from >= 2 && to - from <= 5;
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** Names in a form to compare: what the directory answers from. */
function inWords(names: readonly NameMention[]): string {
	return names.map(({ name, kind, leads }) => `${name}|${kind}|${leads}`).join("\n");
}

/**
 * Adds the questions that names have another part in than before, or the same ones in another order. Only these: a block in which one name comes or goes
 * has on average five others, and whoever is called by those would be told anew all over the article.
 */
function addTurned(before: readonly NameMention[], now: readonly NameMention[], turned: Set<string>): void {
	const [was, is] = [partsIn(before), partsIn(now)];
	for (const [question, names] of was) if (is.get(question) !== names) turned.add(question);
	for (const question of is.keys()) if (!was.has(question)) turned.add(question);
}

/** Names in a form to compare, by the questions that they have a part in. */
function partsIn(names: readonly NameMention[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const add = (asked: string, name: string): void => void found.set(asked, `${found.get(asked) ?? ""}${name}\n`);
	for (const mention of names) {
		const { name, first, last } = mention;
		add(question.word(last), name);
		if (first !== last) add(question.word(first), name);
		for (const short of shortFormsOf(mention)) add(question.short(short), name);
	}
	return found;
}

const NONE: readonly string[] = [];

/** What a name may be called for short: a person by the last words of the name, a company without its form. */
function shortFormsOf({ name, first, last, kind }: NameMention): readonly string[] {
	if (first === last && name === first) return NONE;
	const forms = kind === "person" ? endingsOf(name) : [];
	const space = name.lastIndexOf(" ");
	const ending = name.slice(space + 1).toLowerCase();
	if (!COMPANY_FORMS.has(ending.endsWith(".") ? ending.slice(0, -1) : ending)) return forms;
	// It is asked for by its own last word, and found by the first or last of the longer one.
	const short = name.slice(0, space);
	const word = lastWord(short);
	if ((word === first || word === last) && !forms.includes(short)) forms.push(short);
	return forms;
}

/** What stands behind each space of a name. */
function endingsOf(name: string): string[] {
	const endings: string[] = [];
	for (let space = name.indexOf(" "); space >= 0; space = name.indexOf(" ", space + 1)) endings.push(name.slice(space + 1));
	return endings;
}

const COMPANY_FORMS = new Set("inc corp co ltd llc plc ag sa nv se gmbh group holdings corporation company".split(" "));
