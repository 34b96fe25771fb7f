import type { Block } from "../prose/block.ts";
import type { Setting } from "./finder.ts";
import { timesOf } from "./reading.ts";

const REPORTED = /^\d{4}-[QH]\d$/;

/**
 * The first quarter or half that a block names, `2025-Q4`; undefined when it names none. The first one of all is the period that an article reports on:
 * in a story about results `a year earlier` is told from it paragraphs later.
 */
export function periodIn(block: Block, setting: Setting): string | undefined {
	// Cheap before costly: few blocks name a quarter.
	if (!/quarter|half|\b[QH]\d/i.test(block.text)) return undefined;
	const named = timesOf(block, setting).find((found) => "time" in found && REPORTED.test(found.time.value));
	return named && "time" in named ? named.time.value : undefined;
}
