import type { QuotedWord } from "./words.ts";

/** A pair of neighbouring words that so many quotations have says nothing of which they are like. */
const COMMON = 100;

const NONE: readonly never[] = [];

/** What a quotation is found by. */
export interface Paired<T> {
	readonly words: readonly QuotedWord[];
	/** The pairs of neighbouring words in it, each once; filled when it enters. */
	readonly pairs: Pair<T>[];
}

/** A pair of neighbouring words, and the quotations that have it. */
export class Pair<T> {
	readonly first: string;
	readonly second: string;
	#few: T[] = [];
	/** In their place where there are too many. */
	#many: Set<T> | undefined;
	/** The one that entered last. */
	last: T | undefined;

	constructor(first: string, second: string) {
		this.first = first;
		this.second = second;
	}

	/** None when the pair is common. */
	get few(): readonly T[] {
		return this.#many ? NONE : this.#few;
	}

	get isEmpty(): boolean {
		return this.#few.length === 0 && !this.#many;
	}

	/** `turned` is told of all that have it when that makes it common. */
	add(one: T, turned: Set<T>): void {
		this.last = one;
		if (this.#many) this.#many.add(one);
		else if (this.#few.push(one) > COMMON) {
			this.#many = new Set(this.#few);
			for (const other of this.#few) turned.add(other);
			this.#few = [];
		}
	}

	/** `turned` is told of all that have it when it is common no longer. */
	remove(one: T, turned: Set<T>): void {
		if (this.last === one) this.last = undefined;
		if (!this.#many) {
			this.#few.splice(this.#few.indexOf(one), 1);
			return;
		}
		this.#many.delete(one);
		if (this.#many.size > COMMON) return;
		this.#few = [...this.#many];
		this.#many = undefined;
		for (const other of this.#few) turned.add(other);
	}
}

/** Quotations by the pairs of neighbouring words in them: by the first, then by the second, since joining the two to look them up takes longer. */
export class PairIndex<T extends Paired<T>> {
	readonly #byFirst = new Map<string, Map<string, Pair<T>>>();

	enter(one: T, turned: Set<T>): void {
		for (let i = 0; i + 1 < one.words.length; i++) {
			const pair = this.#pairOf((one.words[i] as QuotedWord).key, (one.words[i + 1] as QuotedWord).key);
			if (pair.last === one) continue;
			pair.add(one, turned);
			one.pairs.push(pair);
		}
	}

	leave(one: T, turned: Set<T>): void {
		for (const pair of one.pairs) {
			pair.remove(one, turned);
			if (!pair.isEmpty) continue;
			const bySecond = this.#byFirst.get(pair.first) as Map<string, Pair<T>>;
			bySecond.delete(pair.second);
			if (bySecond.size === 0) this.#byFirst.delete(pair.first);
		}
	}

	#pairOf(first: string, second: string): Pair<T> {
		let bySecond = this.#byFirst.get(first);
		if (!bySecond) {
			bySecond = new Map();
			this.#byFirst.set(first, bySecond);
		}
		let pair = bySecond.get(second);
		if (!pair) {
			pair = new Pair(first, second);
			bySecond.set(second, pair);
		}
		return pair;
	}
}
