/** One letter more, less or other, or two neighbours exchanged. Linear, and without a copy of either: names are held against all others of their kind. */
export function isOneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	const most = Math.min(a.length, b.length);
	let head = 0;
	while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
	let tail = 0;
	while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
	const restA = a.length - head - tail;
	const restB = b.length - head - tail;
	if (restA <= 1 && restB <= 1) return true;
	return restA === 2 && restB === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
}
