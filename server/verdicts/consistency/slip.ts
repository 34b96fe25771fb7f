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

/** `Korean` of Korea, `Republicans` of a Republican: a word made of the other, and no slip. */
export function isDerived(word: string, base: string): boolean {
	if (!word.startsWith(base)) return false;
	const ending = word.slice(base.length);
	return (ending === "n" && /[aeiouy]$/.test(base)) || (ending === "s" && /(?:an|ist|crat|er|or|ite|ese|can)$/.test(base));
}
