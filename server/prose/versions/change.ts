import type { Text } from "./text.ts";

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
	const head = alikeAtStart(before, now, most);
	const tail = alikeAtEnd(before, now, most - head);
	return { fromA: head, toA: before.length - tail, fromB: head, toB: now.length - tail };
}

/**
 * A change that somebody has told of, made as small as it is. Undefined when it is none of these two texts, as far as their lengths and the words around it
 * tell.
 */
export function changeWithin(before: Text, now: Text, { fromA, toA, fromB, toB }: Change): Change | undefined {
	if (fromA !== fromB || fromA > toA || fromB > toB || before.length - toA !== now.length - toB) return undefined;
	const around = (text: Text, from: number, to: number) => text.slice(Math.max(0, from - AROUND), from) + text.slice(to, to + AROUND);
	if (around(before, fromA, toA) !== around(now, fromB, toB)) return undefined;
	const change = changeBetween(before.slice(fromA, toA), now.slice(fromB, toB));
	return { fromA: fromA + change.fromA, toA: fromA + change.toA, fromB: fromB + change.fromB, toB: fromB + change.toB };
}

/** One change after another as one, with whatever stands between them. */
export function joined(first: Change, second: Change): Change {
	const from = Math.min(first.fromA, second.fromA);
	const to = Math.max(first.toB, second.toA);
	return { fromA: from, toA: first.toA + to - first.toB, fromB: from, toB: second.toB + to - second.toA };
}

/** So many characters on both sides of a change are looked at. */
const AROUND = 200;

/** Engines compare whole stretches of this length some twenty times as fast as unit by unit. */
const STRETCH = 4096;

function alikeAtStart(a: string, b: string, most: number): number {
	let at = 0;
	while (at + STRETCH <= most && a.slice(at, at + STRETCH) === b.slice(at, at + STRETCH)) at += STRETCH;
	while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

function alikeAtEnd(a: string, b: string, most: number): number {
	const cut = (text: string, at: number): string => text.slice(text.length - at - STRETCH, text.length - at);
	let at = 0;
	while (at + STRETCH <= most && cut(a, at) === cut(b, at)) at += STRETCH;
	while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
	return at;
}
