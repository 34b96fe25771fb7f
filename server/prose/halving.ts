/** Index of the first of some ordered things from which on something holds, by halving; their number when it holds of none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
