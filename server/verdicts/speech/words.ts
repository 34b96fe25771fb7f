/** One word of a quotation or of a document, as compared and as written. */
export interface QuotedWord {
	/** Small letters, one kind of apostrophe; a figure without its commas. */
	readonly key: string;
	readonly text: string;
	readonly start: number;
	/** What stands between the word before and this one: a space, a comma and a space, nothing in `AT&T`. A space where it is much. */
	readonly gap: string;
}

// A word with inner apostrophes, a figure with its signs, or what stands for a word.
const WORD = /[$€£¥]?\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|[&%]/gu;

// The typesetter's choices: the same word in figures and letters (Associated Press style spells out one to nine), and signs for words.
const SAME = new Map<string, string>([
	["one", "1"],
	["two", "2"],
	["three", "3"],
	["four", "4"],
	["five", "5"],
	["six", "6"],
	["seven", "7"],
	["eight", "8"],
	["nine", "9"],
	["&", "and"],
	["%", "percent"],
]);

/** Splits text into the words that are compared. Typography does not count: marks, capitals, hyphens and spaces are passed over. */
export function quotedWords(text: string): QuotedWord[] {
	const words: QuotedWord[] = [];
	let end = 0;
	for (const match of text.matchAll(WORD)) {
		const raw = match[0];
		const gap = match.index - end > LONGEST_GAP ? " " : text.slice(end, match.index).replace(/\s+/g, " ");
		end = match.index + raw.length;
		const percent = raw.length > 1 && raw.endsWith("%");
		const bare = (percent ? raw.slice(0, -1) : raw).toLowerCase().replace(/[’ʼ]/g, "'");
		const key = /\d/.test(bare) ? bare.replace(/,(?=\d{3})/g, "") : (SAME.get(bare) ?? bare);
		words.push({ key, text: raw, start: match.index, gap });
		if (percent) words.push({ key: "percent", text: "", start: end, gap: "" });
	}
	return words;
}

/** UTF-16 units: a mark or two and the spaces around them. */
const LONGEST_GAP = 4;

/**
 * Splits quoted words at what the writer marked as changed: an ellipsis leaves words out, square brackets put some in.
 * `[T]he` is a capital only, `[sic]` a remark; neither splits.
 */
export function segments(quoted: string): QuotedWord[][] {
	return quoted
		.replace(/\[(\p{L})\](?=\p{L})/gu, "$1")
		.replace(/\[sic\]/gi, " ")
		.split(/\[[^\][]*\]|…|\.{3,}|\. \. \./)
		.map(quotedWords)
		.filter((words) => words.length > 0);
}
