import type { Article } from "../prose/article.ts";
import type { Setting } from "./finder.ts";
import { findTimes } from "./time/finder.ts";

const REPORTED = /^\d{4}-[QH]\d$/;

/**
 * The period that an article reports on: the first quarter or half that it names, `2025-Q4`; undefined when it names none.
 * In a story about results `a year earlier` is told from that period paragraphs later.
 */
export function periodOf(article: Article, setting: Setting): string | undefined {
	for (const block of article.blocks) {
		// Cheap before costly: few blocks name a quarter.
		if (!/quarter|half|\b[QH]\d/i.test(block.text)) continue;
		const named = findTimes(block, setting).find((found) => "time" in found && REPORTED.test(found.time.value));
		if (named && "time" in named) return named.time.value;
	}
	return undefined;
}
