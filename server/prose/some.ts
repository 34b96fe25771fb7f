/**
 * Those of a list that something holds of: the same list where it holds of all. What is kept of a block is in small lists, thousands of each kind, and one
 * that grows has room for sixteen more.
 */
export function some<T>(list: readonly T[], holds: (one: T) => boolean): readonly T[] {
	let count = 0;
	for (const one of list) if (holds(one)) count++;
	return count === list.length ? list : count === 0 ? NONE : list.filter(holds).slice();
}

const NONE: readonly never[] = [];
