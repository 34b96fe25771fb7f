import { firstWhere } from "../../../prose/halving.ts";
import type { Home } from "../../../prose/versions/home.ts";

/** What has changed in a directory: questions about names, and places in the order of the blocks where other names stand than before, the first one first. */
export interface Turned {
	/** Questions to which there may be another answer, as `question` writes them. */
	readonly questions: ReadonlySet<string>;
	readonly places: readonly number[];
}

/**
 * What may be asked about a name. Each question has its own answer: who is called by the last word of a name is told anew only where the answer hinges on
 * that word alone. (Thousands of companies may be called `Industries`; who said something for one of them was told anew with each of the others.)
 */
export const question = {
	/** Which fuller name a name is short for. */
	short: (name: string): string => `short ${name}`,
	/** What a name was taken for where it first stood. */
	kind: (name: string): string => `kind ${name}`,
	/** Which names begin or end with a word. */
	word: (word: string): string => `word ${word}`,
} as const;

/** What was asked of a directory to settle one thing. As long as none of it turns, the answers are the same. */
export class Asked {
	readonly questions: string[] = [];
	/** The block where names were asked for, and the earliest one that was looked at; undefined when nothing was found back to the start. */
	at: Home | undefined;
	from: Home | undefined;

	/** Notes that the names of the blocks from one to another were looked at. */
	looked(from: Home | undefined, at: Home): void {
		if (this.at === undefined || from === undefined || (this.from && from.index < this.from.index)) this.from = from;
		this.at = at;
	}

	isTouchedBy({ questions, places }: Turned): boolean {
		if (questions.size > 0 && this.questions.some((one) => questions.has(one))) return true;
		if (!this.at) return false;
		const [low, high] = [this.from ? this.from.index : 0, this.at.index];
		if (low < 0 || high < 0) return true;
		// A word may turn in hundreds of places.
		const next = places[firstWhere(places.length, (i) => (places[i] as number) >= low)];
		return next !== undefined && next <= high;
	}
}

/** Who asked what, so that only those ask again of whom something may be answered otherwise. */
export class Askers<T> {
	readonly #byQuestion = new Map<string, Set<T>>();
	/** Those who asked about names of other blocks than their own. */
	readonly #far = new Set<T>();

	/** Notes what somebody in a block has asked, in the place of what he asked `before`. */
	note(one: T, home: Home, asked: Asked, before: Asked | undefined): void {
		this.forget(one, before);
		for (const question of asked.questions) {
			const others = this.#byQuestion.get(question);
			if (others) others.add(one);
			else this.#byQuestion.set(question, new Set([one]));
		}
		if (asked.at !== asked.from || (asked.at && asked.at !== home)) this.#far.add(one);
	}

	forget(one: T, asked: Asked | undefined): void {
		for (const question of asked?.questions ?? []) {
			const others = this.#byQuestion.get(question);
			others?.delete(one);
			if (others?.size === 0) this.#byQuestion.delete(question);
		}
		this.#far.delete(one);
	}

	/** Those who may be answered otherwise now, but for those in whose own block other names stand. `askedBy` tells what one has asked. */
	reachedBy(turned: Turned, askedBy: (one: T) => Asked | undefined): Set<T> {
		const reached = new Set<T>();
		for (const question of turned.questions) for (const one of this.#byQuestion.get(question) ?? []) reached.add(one);
		if (turned.places.length > 0) for (const one of this.#far) if (askedBy(one)?.isTouchedBy(turned)) reached.add(one);
		return reached;
	}
}
