import type { Block } from "../../prose/block.ts";
import type { Home } from "../../prose/versions/home.ts";
import type { Directory } from "./people/directory.ts";
import { type Place, type Saying, Sentence } from "./sayings.ts";

const LABEL = /^["“']?((?:\p{Lu}[\p{L}.'’&-]{0,24} ?){1,4}):\s(?=\S)/u;

/**
 * A speaker's name and a colon at the start of a block: a line of a transcript (`MARLOW: We will see.`), or a heading (`Marlow: Bridge is safe`).
 * A name counts as a speaker's when it is in capitals, as transcripts have it, or when the article names somebody so elsewhere.
 */
export function labelled(home: Home, directory: Directory): Saying | undefined {
	const { text } = home.block;
	const match = LABEL.exec(text.slice(0, text.indexOf(":") + 3));
	if (!match) return undefined;
	const name = (match[1] as string).trim();
	const start = match[0].indexOf(name);
	const isTranscript = name.length > 2 && name === name.toUpperCase();
	if (!isTranscript && !directory.knows(name, home)) return undefined;
	const end = text.trimEnd().length;
	const place = (from: number, to: number): Place => ({ home, start: from, end: to });
	return {
		type: "indirect",
		content: [place(match[0].length, end)],
		source: place(start, start + name.length),
		cue: place(start + name.length, start + name.length + 1),
		medium: undefined,
		quoted: undefined,
		unit: 0,
		// A label is a name.
		sentence: new Sentence(home, 0, 0),
		announcer: undefined,
		mark: undefined,
		goesOn: false,
	};
}

/** Whether a block may begin with a label, whoever the article names: cheap, and asked of every block. */
export function mayBeLabelled({ text }: Block): boolean {
	const colon = text.slice(0, 112).indexOf(":");
	return colon >= 1 && colon <= 110 && LABEL.test(text.slice(0, colon + 3));
}
