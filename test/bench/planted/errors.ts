/** An article without marks, and where its marked claims stand. A mark is `[words]{}` for a figure or a date, `[words]{role}` for a person. */
export interface Marked {
	readonly text: string;
	readonly marks: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
}

/** One error planted in an article: the class, the harmed text and where a report of it would stand. */
export interface Planted {
	readonly kind: string;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** What was there before. */
	readonly was: string;
	readonly now: string;
	/** Which mark was harmed. */
	readonly mark: number;
}

export function readMarked(marked: string): Marked {
	let text = "";
	let at = 0;
	const marks: { start: number; end: number; kind: string }[] = [];
	for (const match of marked.matchAll(/\[([^\]]*)\]\{([a-z]*)\}/g)) {
		text += marked.slice(at, match.index);
		marks.push({ start: text.length, end: text.length + (match[1] as string).length, kind: match[2] || "figure" });
		text += match[1];
		at = match.index + match[0].length;
	}
	return { text: text + marked.slice(at), marks };
}

/**
 * Every error that can be planted, one at a time. The same list every time. `names` are the names that the article's facts are about, `others` those
 * of whom the pack knows another value of what a mark says: to name anybody else is wrong too, but no reference could tell.
 */
export function plant({ text, marks }: Marked, names: readonly string[], others: (mark: number) => readonly string[]): Planted[] {
	const found: Planted[] = [];
	marks.forEach((mark, i) => {
		const was = text.slice(mark.start, mark.end);
		const put = (kind: string, now: string): void => {
			if (now !== was)
				found.push({
					kind,
					text: text.slice(0, mark.start) + now + text.slice(mark.end),
					start: mark.start,
					end: mark.start + now.length,
					was,
					now,
					mark: i,
				});
		};
		if (mark.kind === "role") {
			for (const now of misspelt(was)) put("name misspelt", now);
			return;
		}
		// A bound may be moved and still hold: only turning it round is an error for sure.
		const bounded = /^(?:over|more than|about|nearly|under) /i.test(was);
		const date = /^\d{4}$/.test(was);
		for (const now of bounded ? [] : transposed(was)) put(date ? "year exchanged" : "digits transposed", now);
		if (date) {
			put("year exchanged", String(Number(was) + 10));
			put("year exchanged", String(Number(was) - 1));
		} else {
			put("digit altered", altered(was));
			const last = was.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 4) % 10));
			if (!bounded && last !== altered(was)) put("digit altered", last);
		}
		for (const [from, to] of SCALES) if (was.includes(from)) put("scale word swapped", was.replace(from, to));
		for (const [from, to] of UNITS) if (was.includes(from)) put("unit flipped", was.replace(from, to));
		for (const [from, to] of HEDGES) if (was.toLowerCase().startsWith(`${from} `)) put("hedge reversed", to + was.slice(from.length));
		// The verb right before a figure tells its direction.
		const before = /\b(rose|fell|raised) $/.exec(text.slice(Math.max(0, mark.start - 7), mark.start));
		const other = before && DIRECTIONS[before[1] as string];
		if (before && other) {
			const start = mark.start - (before[0] as string).length;
			const harmed = `${text.slice(0, start)}${other} ${text.slice(mark.start)}`;
			const shift = other.length + 1 - before[0].length;
			found.push({ kind: "sign flipped", text: harmed, start, end: mark.end + shift, was: before[1] as string, now: other, mark: i });
		}
		const swapped = exchangeSubject(text, mark, names, others(i));
		if (swapped) found.push({ kind: "subject exchanged", ...swapped, mark: i });
	});
	for (const quote of text.matchAll(/"([^"]{20,200})"/g)) {
		const words = (quote[1] as string).split(" ");
		for (const at of [1, 3, Math.floor(words.length / 2), words.length - 2]) {
			const now = words.map((word, i) => (i === at ? `${word.replace(/\W+$/, "")}ward` : word)).join(" ");
			const start = quote.index;
			found.push({
				kind: "quotation altered",
				text: text.slice(0, start + 1) + now + text.slice(start + 1 + (quote[1] as string).length),
				start,
				end: start + now.length + 2,
				was: quote[1] as string,
				now,
				mark: -1,
			});
		}
	}
	return found;
}

const SCALES = [
	["billion", "million"],
	["million", "billion"],
	["million", "thousand"],
] as const;
const UNITS = [
	["kilometres", "miles"],
	["hours", "minutes"],
	["minutes", "hours"],
	["$", "€"],
	["€", "$"],
	["£", "€"],
] as const;
const HEDGES = [
	["over", "under"],
	["more than", "less than"],
	["nearly", "more than"],
] as const;
const DIRECTIONS: Readonly<Record<string, string>> = { rose: "fell", fell: "rose" };

/** Two neighbouring digits that differ, exchanged: at most two of them. */
function transposed(text: string): string[] {
	const found: string[] = [];
	const digits = [...text.matchAll(/\d/g)].map((match) => match.index);
	for (let i = 0; i + 1 < digits.length && found.length < 2; i++) {
		const [a, b] = [digits[i] as number, digits[i + 1] as number];
		if (text[a] === text[b] || (a === digits[0] && text[b] === "0")) continue;
		const list = [...text];
		[list[a], list[b]] = [list[b] as string, list[a] as string];
		found.push(list.join(""));
	}
	return found.filter((one) => !/^\d{4}$/.test(one) || (Number(one) > 1000 && Number(one) < 2100));
}

const NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The first digit three higher, or the number word two further. */
function altered(text: string): string {
	const word = /^(one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(text)?.[1];
	if (word) return text.replace(word, NUMBER_WORDS[((NUMBER_WORDS.indexOf(word) + 6) % 9) + 1] as string);
	return text.replace(/[1-9]/, (digit) => String(((Number(digit) + 2) % 9) + 1));
}

/** Letters of the surname exchanged or doubled: three slips. */
function misspelt(text: string): string[] {
	const name = /^\S+ (\p{Lu}\p{L}{3,})/u.exec(text)?.[1];
	if (!name) return [];
	const middle = Math.floor(name.length / 2);
	const slips = [
		name.slice(0, middle - 1) + name[middle] + name[middle - 1] + name.slice(middle + 1),
		name.slice(0, middle) + name[middle] + name.slice(middle),
		name.slice(0, name.length - 2) + name.slice(name.length - 1),
	];
	return [...new Set(slips)].filter((slip) => slip !== name).map((slip) => text.replace(name, slip));
}

/** The nearest name before a figure in its sentence, exchanged for the next of the article's names. */
function exchangeSubject(
	text: string,
	mark: { readonly start: number; readonly end: number },
	names: readonly string[],
	others: readonly string[],
): { text: string; start: number; end: number; was: string; now: string } | undefined {
	const from = Math.max(text.lastIndexOf(". ", mark.start) + 2, text.lastIndexOf("\n", mark.start) + 1);
	let best: { at: number; name: string } | undefined;
	for (const name of names) {
		const at = text.lastIndexOf(name, mark.start - name.length);
		if (at >= from && (!best || at > best.at || (at === best.at && name.length > best.name.length))) best = { at, name };
	}
	if (!best) return undefined;
	const { at, name } = best;
	const now = others.find((other) => other !== name);
	if (now === undefined) return undefined;
	const shift = now.length - name.length;
	return { text: text.slice(0, at) + now + text.slice(at + name.length), start: mark.start + shift, end: mark.end + shift, was: name, now };
}
