// A shorter name is one letter away from too many words.
const SHORTEST = 7;
const LONGEST = 60;

// From here on a name has letters enough for two of its thirds to tell it from most others.
const THIRDS = 12;

/** Names by their parts, however they are stored. */
export interface SlipTable {
	/** Keys that share a part with a misspelt one, by what `partsOf` makes of it. */
	slips(part: string): readonly string[];
}

/**
 * The parts under which a name's key is found again when one letter of it is wrong, missing, too many or swapped with the next. A short name is kept by
 * its halves, of which a slip leaves one whole; a long one by each two of its thirds, of which it leaves two whole. Between parts a letter is left out, so
 * that two letters swapped never spoil both. None for measures and for very short names.
 */
export function partsOf(key: string): string[] {
	if (key.length < SHORTEST || key.length > LONGEST || key.startsWith("~")) return [];
	return parts(key, key.length);
}

/** The parts of a key as a name of that length would have them: what stands behind the slip is counted from the end. */
function parts(key: string, length: number): string[] {
	if (length < THIRDS) {
		const half = (length - 1) >> 1;
		return [`<${length} ${key.slice(0, half)}`, `>${length} ${key.slice(key.length - half)}`];
	}
	const third = Math.floor((length - 2) / 3);
	const first = key.slice(0, third);
	const last = key.slice(key.length - third);
	const middle = key.slice(third + 1, 2 * third + 1);
	const shifted = third + 1 + key.length - length;
	return [`<${length} ${first} ${middle}`, `>${length} ${key.slice(shifted, shifted + third)} ${last}`, `=${length} ${first} ${last}`];
}

/**
 * The names that a key is one slip away from; never one that it only continues or cuts short (Georgian and Georgia), and never one that differs in an
 * ending that English inflects names with (Germans and Germany, Honduran and Honduras).
 */
export function namesNear(key: string, table: SlipTable): string[] {
	if (key.length < SHORTEST || key.length > LONGEST) return [];
	const near = new Set<string>();
	for (const part of partsNear(key)) {
		for (const name of table.slips(part))
			if (name[0] === key[0] && !name.startsWith(key) && !key.startsWith(name) && !isInflected(key, name) && isOneSlip(key, name))
				near.add(name);
	}
	return [...near];
}

/** The parts that a name may have of which a key is a slip. */
export function partsNear(key: string): string[] {
	if (key.length < SHORTEST || key.length > LONGEST) return [];
	const near: string[] = [];
	for (let length = Math.max(SHORTEST, key.length - 1); length <= key.length + 1; length++) near.push(...parts(key, length));
	return near;
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
