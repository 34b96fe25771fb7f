import { Block, type Piece } from "./block.ts";

/** Blocks of a text that is not Markdown: paragraphs between blank lines. A line break inside a paragraph reads as a space. */
export function plainBlocks(text: string): Block[] {
	const blocks: Block[] = [];
	for (const match of text.matchAll(PARAGRAPH)) {
		const start = match.index;
		const raw = match[0];
		// One character for one character, so that the block's text is a copy with its own line breaks blanked.
		const pieces: Piece[] = [{ at: 0, source: start, replaced: 0 }];
		blocks.push(new Block({ kind: "paragraph" }, raw.replace(/[\t\n\r]/g, " "), pieces, start, start + raw.length));
	}
	return blocks;
}

// A run of lines with something on them.
const PARAGRAPH = /[^\s][^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*/g;
