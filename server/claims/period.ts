import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { Memo } from "../prose/memo.ts";
import type { Setting } from "./finder.ts";
import { findTimes } from "./time/finder.ts";

const REPORTED = /^\d{4}-[QH]\d$/;

/**
 * The period that an article reports on: the first quarter or half that it names, `2025-Q4`; undefined when it names none.
 * In a story about results `a year earlier` is told from that period paragraphs later.
 */
export function periodOf(article: Article, setting: Setting): string | undefined {
	for (const block of article.blocks) {
		const named = periods.of(block.prose, setting.dateline, () => firstPeriod(block, setting));
		if (named !== undefined) return named;
	}
	return undefined;
}

/** The first period that prose names, by dateline. */
const periods = new Memo<string, string | undefined>();

function firstPeriod(block: Block, setting: Setting): string | undefined {
	// Cheap before costly: few blocks name a quarter.
	if (!/quarter|half|\b[QH]\d/i.test(block.text)) return undefined;
	const named = findTimes(block, setting).find((found) => "time" in found && REPORTED.test(found.time.value));
	return named && "time" in named ? named.time.value : undefined;
}
