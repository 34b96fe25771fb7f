import type { Fact } from "../fact.ts";
import type { NearQuery } from "../store.ts";

/** How many facts on either side of a value are looked at for one that a query's filters let through. */
export const LOOKED_AT = 4000;

/** Whether a fact passes the filters of a query; its value is another matter. */
export function passes({ unit, measure, period }: Fact, query: NearQuery): boolean {
	return (
		(query.unit === undefined || unit === query.unit) &&
		(query.period === undefined || period === query.period) &&
		(query.measures === undefined || query.measures.includes(measure))
	);
}

/** The first facts of lists of which each begins with its nearest, the nearest of all first. */
export function nearest(lists: readonly (readonly Fact[])[], { value, limit }: NearQuery): Fact[] {
	const distance = (fact: Fact) => Math.abs(fact.value - value);
	return lists
		.flat()
		.sort((a, b) => distance(a) - distance(b))
		.slice(0, limit);
}

/** Facts in memory, in the order of their values. They are sorted when somebody first asks. */
export class ByValue {
	readonly #facts: readonly Fact[];
	#sorted: readonly Fact[] | undefined;

	constructor(facts: readonly Fact[]) {
		this.#facts = facts;
	}

	/** The facts that a query asks for. */
	near(query: NearQuery): Fact[] {
		this.#sorted ??= [...this.#facts].sort((a, b) => a.value - b.value);
		const from = this.#at(query.value);
		return nearest([this.#walk(from, 1, query), this.#walk(from - 1, -1, query)], query);
	}

	/** Facts that pass on one side of a place, up to the limit of the query. */
	#walk(from: number, step: 1 | -1, query: NearQuery): Fact[] {
		const found: Fact[] = [];
		const sorted = this.#sorted as readonly Fact[];
		for (let i = from, looked = 0; found.length < query.limit && looked < LOOKED_AT; i += step, looked++) {
			const fact = sorted[i];
			if (!fact || Math.abs(fact.value - query.value) > query.within) break;
			if (passes(fact, query)) found.push(fact);
		}
		return found;
	}

	/** The place of the first fact whose value is not below this one. */
	#at(value: number): number {
		const sorted = this.#sorted as readonly Fact[];
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] as Fact).value < value) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
