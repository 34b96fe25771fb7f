/** One stretch that was put in the place of another: offsets of the text before (A) and of the text now (B), half open. */
export interface Change {
	readonly fromA: number;
	readonly toA: number;
	readonly fromB: number;
	readonly toB: number;
}

/** The smallest stretch that turns one text into another: all that is not alike at both ends. */
export function changeBetween(before: string, now: string): Change {
	const most = Math.min(before.length, now.length);
	const head = alike(most, (length) => before.startsWith(now.slice(0, length)));
	const tail = alike(most - head, (length) => before.endsWith(now.slice(now.length - length)));
	return { fromA: head, toA: before.length - tail, fromB: head, toB: now.length - tail };
}

/** The greatest length up to `most` that is alike. Whole stretches are compared at once, which costs far less than unit by unit. */
function alike(most: number, isAlike: (length: number) => boolean): number {
	let low = 0;
	let high = most;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (isAlike(middle)) low = middle;
		else high = middle - 1;
	}
	return low;
}
