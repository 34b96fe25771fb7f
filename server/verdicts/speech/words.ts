/** One word of a quotation or of a document, as compared and as written. */
export class QuotedWord {
	/** Small letters, one kind of apostrophe; a figure without its commas. */
	readonly key: string;
	readonly #start: number;
	readonly #end: number;
	/** Where the word before it ends. */
	readonly #before: number;
	/** The text that both stand in. */
	readonly #in: string;

	constructor(key: string, text: string, start: number, end: number, before: number) {
		this.key = key;
		this.#start = start;
		this.#end = end;
		this.#before = before;
		this.#in = text;
	}

	get text(): string {
		return this.#in.slice(this.#start, this.#end);
	}

	/** Where it stands in its text, in UTF-16 units. */
	get start(): number {
		return this.#start;
	}

	/** What stands between the word before and this one: a space, a comma and a space, nothing in `AT&T`. A space where it is much. */
	get gap(): string {
		return this.#start - this.#before > LONGEST_GAP ? " " : this.#in.slice(this.#before, this.#start).replace(/\s+/g, " ");
	}
}

/** UTF-16 units: a mark or two and the spaces around them. */
const LONGEST_GAP = 4;

// A word with inner apostrophes, a figure with its signs, or what stands for a word.
const WORD = /[$€£¥]?\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[&%]/uy;

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
	let before = 0;
	for (let at = 0; at < text.length; ) {
		const plain = plainWordEnd(text, at);
		let end = plain;
		if (plain === 0) {
			WORD.lastIndex = at;
			end = WORD.test(text) ? WORD.lastIndex : 0;
		}
		if (end <= at) {
			// Both halves of a character beyond the basic plane are passed over at once.
			at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
			continue;
		}
		const raw = text.slice(at, end);
		if (plain > 0) {
			const small = raw.toLowerCase();
			words.push(new QuotedWord(SAME.get(small) ?? small, text, at, end, before));
		} else {
			const percent = raw.length > 1 && raw.endsWith("%");
			const bare = (percent ? raw.slice(0, -1) : raw).toLowerCase().replace(/[’ʼ]/g, "'");
			const key = /\d/.test(bare) ? bare.replace(/,(?=\d{3})/g, "") : (SAME.get(bare) ?? bare);
			words.push(new QuotedWord(key, text, at, end, before));
			if (percent) words.push(new QuotedWord("percent", text, end, end, end));
		}
		before = end;
		at = end;
	}
	return words;
}

/**
 * Where a word of unaccented letters ends that begins at an offset, told without the pattern: most words are such, and the pattern takes ten times as long.
 * 0 where only the pattern can tell, -1 where a space or a common mark begins no word.
 */
function plainWordEnd(text: string, from: number): number {
	const first = text.charCodeAt(from);
	if (first === 32 || first === 44 || first === 46) return -1;
	let at = from;
	while (isLetter(text.charCodeAt(at))) at++;
	if (at === from) return 0;
	const next = text.charCodeAt(at);
	return next === 39 || next > 127 ? 0 : at;
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

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
