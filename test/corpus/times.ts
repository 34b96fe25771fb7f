import { deepEqual } from "node:assert/strict";
import type { Found } from "../../server/claims/finder.ts";
import { findTimes } from "../../server/claims/time/finder.ts";
import { parse } from "../../server/prose/article.ts";

/** A Wednesday. */
export const DATELINE = "2026-02-04";

/** The times of a text that is one block, with their words. */
export function timesOf(
	text: string,
	dateline = DATELINE,
): { readonly words: string; readonly found: Extract<Found, { time: unknown }> }[] {
	return parse(text).blocks.flatMap((block) =>
		findTimes(block, { dateline }).flatMap((found) =>
			"time" in found ? [{ words: block.text.slice(found.start, found.end), found }] : [],
		),
	);
}

/** Every sentence has its times in brackets, and each of them means `value`; nothing else in it is a time. */
export function means(value: string, sentences: readonly string[], dateline = DATELINE): void {
	for (const sentence of sentences) {
		it(`${value} ← ${sentence}`, () => {
			const expected = [...sentence.matchAll(/\[([^\]]*)\]/g)].map((match) => `${match[1]} = ${value}`);
			const text = sentence.replace(/[[\]]/g, "");
			deepEqual(
				timesOf(text, dateline).map(({ words, found }) => `${words} = ${found.time.value}`),
				expected,
			);
		});
	}
}

/** No time is found in any of these. */
export function noTimes(sentences: readonly string[]): void {
	for (const sentence of sentences) {
		it(`no time: ${sentence}`, () =>
			deepEqual(
				timesOf(sentence).map(({ words, found }) => `${words} = ${found.time.value}`),
				[],
			));
	}
}
