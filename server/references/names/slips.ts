import type { NameTable } from "./table.ts";

// A shorter name is one letter away from too many words.
const SHORTEST = 7;
const LONGEST = 60;

/**
 * The halves under which a name's key is found again when one letter of it is wrong, missing, doubled or swapped: a slip leaves one of the two whole,
 * since they leave out one or two letters in the middle. None for measures and for short names.
 */
export function halvesOf(key: string): string[] {
	if (key.length < SHORTEST || key.length > LONGEST || key.startsWith("~")) return [];
	return halves(key, key.length);
}

function halves(key: string, length: number): string[] {
	const half = (length - 1) >> 1;
	return [`<${length} ${key.slice(0, half)}`, `>${length} ${key.slice(key.length - half)}`];
}

/**
 * The names that a key is one slip away from; never one that it only continues or cuts short (Georgian and Georgia), and never one that differs in an
 * ending that English inflects names with (Germans and Germany, Honduran and Honduras).
 */
export function namesNear(key: string, table: NameTable): string[] {
	if (key.length < SHORTEST || key.length > LONGEST) return [];
	const near = new Set<string>();
	for (let length = Math.max(SHORTEST, key.length - 1); length <= key.length + 1; length++) {
		for (const half of halves(key, length)) {
			for (const name of table.slips(half))
				if (name[0] === key[0] && !name.startsWith(key) && !key.startsWith(name) && !isInflected(key, name) && isOneSlip(key, name))
					near.add(name);
		}
	}
	return [...near];
}

function isInflected(key: string, name: string): boolean {
	return key.at(-1) !== name.at(-1) && !/[aeiou]$/.test(key);
}

/** Whether two words differ by one letter changed, missing or too many, or by two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
	if (a === b || Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let ends = 0;
	while (ends < Math.min(a.length, b.length) - start && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
	const left = a.length - start - ends;
	const right = b.length - start - ends;
	if (left <= 1 && right <= 1) return true;
	return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
