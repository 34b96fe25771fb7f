import type { Block } from "../../prose/block.ts";
import { Memo } from "../../prose/memo.ts";

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
	let at = 0;
	for (const raw of text.split(/\s/)) {
		const word = raw.replace(/^["“‘'([*_]{1,4}/, "");
		const bare = word.replace(/[.,;:!?"”’')\]*_]{1,4}$/, "");
		const capital = /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(bare);
		if (capital && first && bare.length > 2) names.push({ name: `${first} ${bare}`, at: start });
		// A stop or a comma parts what stands side by side.
		first = capital && bare === word ? bare : "";
		start = at + raw.length - word.length;
		at += raw.length + 1;
	}
	return names;
}
