import { firstWhere } from "../../../prose/halving.ts";
import type { Span } from "../../../prose/span.ts";
import type { Steps } from "../../../prose/steps.ts";
import type { Replaced } from "../../../prose/versions/compare.ts";
import type { Home } from "../../../prose/versions/home.ts";
import type { NameMention } from "./names.ts";
import { CountedWords, lastBefore, listIn, putInOrder, takeFrom, takeOut } from "./ordered.ts";

/** What has changed in a directory: words of names, and places in the order of the blocks where other names stand than before, the first one first. */
export interface Turned {
	readonly words: ReadonlySet<string>;
	readonly places: readonly number[];
}

/** What was asked of a directory to settle one thing. As long as none of it turns, the answers are the same. */
export class Asked {
	readonly words: string[] = [];
	/** The block where names were asked for, and the earliest one that was looked at; undefined when nothing was found back to the start. */
	at: Home | undefined;
	from: Home | undefined;

	/** Notes that the names of the blocks from one to another were looked at. */
	looked(from: Home | undefined, at: Home): void {
		if (this.at === undefined || from === undefined || (this.from && from.index < this.from.index)) this.from = from;
		this.at = at;
	}

	isTouchedBy({ words, places }: Turned): boolean {
		if (words.size > 0 && this.words.some((word) => words.has(word))) return true;
		if (!this.at) return false;
		const [low, high] = [this.from ? this.from.index : 0, this.at.index];
		if (low < 0 || high < 0) return true;
		// A word may turn in hundreds of places.
		const next = places[firstWhere(places.length, (i) => (places[i] as number) >= low)];
		return next !== undefined && next <= high;
	}
}

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
		const turned = new Set<string>();
		for (const home of gone) this.#count(home, this.#rows.get(home)?.read ?? [], -1, turned);
		for (const [home, names] of read) this.#count(home, names, 1, turned);
		yield;
		const before = gone.map((home) => this.#rows.get(home)?.names ?? []);
		for (const home of gone) {
			for (const mention of this.#rows.get(home)?.names ?? []) this.#remove(mention);
			this.#rows.delete(home);
		}
		yield;
		const words = new Set<string>();
		const places: number[] = [];
		const stale = new Set<Home>();
		if (!isFirst) for (const word of turned) for (const home of this.#waiting.get(word) ?? []) if (!read.has(home)) stale.add(home);
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
			for (const mention of out) this.#remove(mention);
			for (const mention of put) this.#put(mention);
			for (const { first, last } of [...out, ...put]) words.add(first).add(last);
			places.push(home.index);
			this.#rows.set(home, { read: row.read, names });
		}
		const now: (readonly NameMention[])[] = [];
		for (const [home, names] of read) {
			const row = { read: names, names: this.#settled(names) };
			this.#rows.set(home, row);
			for (const mention of row.names) this.#put(mention);
			now.push(row.names);
			yield;
		}
		// Nobody has asked anything yet that could be otherwise now.
		if (!isFirst && before.map(inWords).join("\n") !== now.map(inWords).join("\n")) {
			addTurned(before.flat(), now.flat(), words);
			places.push(from);
			for (const home of read.keys()) places.push(home.index);
		}
		return { words, places: places.sort((a, b) => a - b) };
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
		const candidates = this.#named(lastWord(name));
		for (let i = lastBefore(candidates, home, at), steps = 0; i >= 0 && steps < 100; i--, steps++) {
			const candidate = candidates[i] as NameMention;
			if (standsFor(name, candidate)) return candidate.name;
		}
		return name;
	}

	/** What a name was taken for where it first stood. */
	kindOf(name: string): NameMention["kind"] | undefined {
		this.#asked.words.push(lastWord(name));
		return this.#byName.get(name)?.[0]?.kind;
	}

	/** Whether another block names somebody or something so, alone or as the first or last word of a longer name. */
	knows(name: string, home: Home): boolean {
		return this.#named(lastWord(name))
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

	#named(word: string): readonly NameMention[] {
		this.#asked.words.push(word);
		return this.#byWord.get(word) ?? [];
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

	#count(home: Home, names: readonly NameMention[], by: 1 | -1, turned: Set<string>): void {
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
		if (by > 0) listIn(this.#waiting, word).push(home);
		else takeFrom(this.#waiting, word, home);
	}

	#put(mention: NameMention): void {
		const list = this.#ofKind(mention);
		if (list) putInOrder(list, mention);
		putInOrder(listIn(this.#byName, mention.name), mention);
		putInOrder(listIn(this.#byWord, mention.last), mention);
		if (mention.first !== mention.last) putInOrder(listIn(this.#byWord, mention.first), mention);
	}

	#remove(mention: NameMention): void {
		const list = this.#ofKind(mention);
		if (list) takeOut(list, mention);
		takeFrom(this.#byName, mention.name, mention);
		takeFrom(this.#byWord, mention.last, mention);
		if (mention.first !== mention.last) takeFrom(this.#byWord, mention.first, mention);
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
 * Adds the words that other names begin or end with than before, or the same ones in another order. Only these: a block in which one name comes or goes
 * has on average five others, and whoever is called by those would be told anew all over the article.
 */
function addTurned(before: readonly NameMention[], now: readonly NameMention[], turned: Set<string>): void {
	const [was, is] = [namesByWord(before), namesByWord(now)];
	for (const [word, names] of was) if (is.get(word) !== names) turned.add(word);
	for (const word of is.keys()) if (!was.has(word)) turned.add(word);
}

/** Names in a form to compare, by the words that they are looked up by. */
function namesByWord(names: readonly NameMention[]): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const { name, first, last, kind } of names)
		for (const word of first === last ? [last] : [last, first]) found.set(word, `${found.get(word) ?? ""}${name}|${kind}\n`);
	return found;
}

/** Whether a name is short for another: a surname for a person's name, a company without its form. */
function standsFor(name: string, { name: longer, kind }: NameMention): boolean {
	if (longer.length <= name.length) return false;
	if (kind === "person" && longer.endsWith(` ${name}`)) return true;
	return (
		longer.startsWith(`${name} `) &&
		COMPANY_FORMS.has(
			longer
				.slice(name.length + 1)
				.toLowerCase()
				.replace(/\.$/, ""),
		)
	);
}

const COMPANY_FORMS = new Set("inc corp co ltd llc plc ag sa nv se gmbh group holdings corporation company".split(" "));
