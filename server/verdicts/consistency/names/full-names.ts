import type { Block } from "../../../prose/block.ts";
import { Memo } from "../../../prose/versions/memo.ts";

/** A first name and a surname that stand side by side in a text. */
export interface FullName {
	readonly name: string;
	/** Where it begins. */
	readonly at: number;
}

const known = new Memo<null, readonly FullName[]>();

/** The names of a block by first name and surname. */
export function fullNamesIn(block: Block): readonly FullName[] {
	return known.of(block.prose, null, () => namesIn(block.text));
}

/** A first name and a surname, wherever two capitalised words stand side by side. */
export function namesIn(text: string): FullName[] {
	const names: FullName[] = [];
	let first = "";
	let start = 0;
	for (let at = 0; at <= text.length; ) {
		const end = spaceAfter(text, at);
		// Most words are small, and told to be no name by their first letter.
		if (isSmallLetter(text.charCodeAt(at)) || end === at) first = "";
		else {
			const raw = text.slice(at, end);
			const word = isLetter(raw.charCodeAt(0)) ? raw : raw.replace(/^["“‘'([*_]{1,4}/, "");
			const bare = isLetter(word.charCodeAt(word.length - 1)) ? word : word.replace(/[.,;:!?"”’')\]*_]{1,4}$/, "");
			const capital = /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(bare);
			if (capital && first && bare.length > 2) names.push({ name: `${first} ${bare}`, at: start });
			// A stop or a comma parts what stands side by side.
			first = capital && bare === word ? bare : "";
			start = at + raw.length - word.length;
		}
		at = end + 1;
	}
	return names;
}

/** Where the next white space stands at or behind an offset; the end of the text where none does. */
function spaceAfter(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && SPACE.test(text[at] as string)) break;
		at++;
	}
	return at;
}

const SPACE = /\s/;

/** Whether a word begins or ends with a plain letter, and with no mark that would have to be taken away. */
function isLetter(code: number): boolean {
	return isSmallLetter(code) || (code >= 65 && code <= 90);
}

function isSmallLetter(code: number): boolean {
	return code >= 97 && code <= 122;
}
