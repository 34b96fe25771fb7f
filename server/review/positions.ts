import type { Text } from "../prose/versions/text.ts";

/** Turns offsets of a text into lines and columns, both from 1; columns count UTF-16 units. Lines end at `\n`. */
export function positions(article: Text): (offset: number) => { readonly line: number; readonly column: number } {
	const text = article.toString();
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] as number) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - (starts[low] as number) + 1 };
	};
}
