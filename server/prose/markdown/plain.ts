import { Prose } from "./content.ts";
import type { PlacedProse } from "./part.ts";

/** Blocks of a text that is not Markdown: paragraphs between blank lines. A line break inside a paragraph reads as a space. */
export function plainBlocks(text: string): PlacedProse[] {
	const blocks: PlacedProse[] = [];
	for (const match of text.matchAll(PARAGRAPH)) {
		const raw = match[0];
		// One character for one character, so that the block's text is a copy with its own line breaks blanked.
		const prose = new Prose({ kind: "paragraph" }, raw.replace(/[\t\n\r]/g, " "), WHOLE, raw);
		blocks.push({ prose, at: match.index });
	}
	return blocks;
}

const WHOLE = [{ at: 0, source: 0, replaced: 0 }];

// A run of lines with something on them.
const PARAGRAPH = /[^\s][^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*/g;
