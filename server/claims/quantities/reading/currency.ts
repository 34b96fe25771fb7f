import {
	ABBREVIATIONS,
	BARE_NOUNS,
	CODES,
	DOLLARS,
	HUNDREDTHS,
	NAMED,
	NOUNS,
	SIGNS,
	SMALL_ABBREVIATIONS,
	WHOSE,
} from "../data/currencies.ts";
import { OF_MONEY } from "./cues.ts";
import { type Lexemes, NUMBER, WORD } from "./lexemes.ts";

/** A currency beside a number. `first` and `next` are lexemes, half open. */
export interface CurrencyRead {
	readonly first: number;
	readonly next: number;
	readonly code: string;
	/** The figure counts hundredths: cents, pence. */
	readonly hundredths?: true;
}

/** The currency sign or code that stands before a number: `$`, `US$`, `$US`, `US $`, `EUR`, `Rs.`. A minus between them is skipped. */
export function currencyBefore(lexemes: Lexemes, number: number): CurrencyRead | undefined {
	let at = number - 1;
	if ((lexemes.raw(at) === "-" || lexemes.raw(at) === "−") && lexemes.touches(number) && lexemes.touches(at)) at--;
	if (lexemes.start(number) - lexemes.end(at) > 1 || at < 0) return undefined;
	const isWord = lexemes.kind(at) === WORD;
	if (isWord && !lexemes.is(at, OF_MONEY)) return undefined;
	const raw = lexemes.raw(at);
	if (!isWord) {
		const code = SIGNS.get(raw);
		if (code !== undefined) return withLetters(lexemes, at, number, code);
		// `Rs. 500`
		if (raw !== "." || !lexemes.touches(at)) return undefined;
		at--;
		const abbreviation = ABBREVIATIONS.get(lexemes.raw(at)) ?? SMALL_ABBREVIATIONS.get(lexemes.raw(at));
		return abbreviation && lexemes.raw(at).length > 1 ? { first: at, next: number, code: abbreviation } : undefined;
	}
	const touches = lexemes.touches(number);
	const dollar = lexemes.raw(at - 1) === "$" && lexemes.touches(at) ? DOLLARS.get(raw) : undefined;
	if (dollar !== undefined) return { first: at - 1, next: number, code: dollar };
	if (CODES.has(raw)) return { first: at, next: number, code: raw };
	const isName = raw.length === 1 ? isLabel(raw, lexemes.raw(number)) : raw === "PS" && !isFoldedPound(lexemes, number);
	const code = isName ? undefined : ABBREVIATIONS.get(raw);
	if (code !== undefined && (touches || raw.length > 1) && !lexemes.touches(at)) return { first: at, next: number, code };
	// `5 dm 3` is a length and a figure.
	const small = lexemes.kind(at - 1) === NUMBER || lexemes.touches(at) ? undefined : SMALL_ABBREVIATIONS.get(raw);
	if (small !== undefined) return { first: at, next: number, code: small };
	return undefined;
}

/** `N95`, `R0`, `P45`: one letter before so few digits labels something. */
function isLabel(letter: string, digits: string): boolean {
	return /^\d+$/.test(digits) && digits.length < (letter === "R" ? 2 : 3);
}

/** Feeds folded to ASCII spell `£` as `PS` (Unidecode's table). `PS4` and `PS 20` are names: money has a scale, thousands or pence behind it. */
function isFoldedPound(lexemes: Lexemes, number: number): boolean {
	if (!lexemes.touches(number)) return false;
	const [digits, behind] = [lexemes.raw(number), lexemes.word(number + 1)];
	if (/,\d{3}$|\.\d\d$/.test(digits) || (lexemes.touches(number + 1) && /^(?:k|m|bn|tn)$/.test(behind))) return true;
	return !/^[1-6]$/.test(digits) && /^(?:million|billion|trillion)$/.test(behind);
}

/** A currency sign with the letters or the code before it. */
function withLetters(lexemes: Lexemes, sign: number, number: number, code: string): CurrencyRead {
	const before = lexemes.raw(sign - 1);
	const close = lexemes.touches(sign) || lexemes.start(sign) - lexemes.end(sign - 1) === 1;
	if (close && CODES.has(before)) return { first: sign - 1, next: number, code: before };
	const letters = lexemes.touches(sign) && !lexemes.touches(sign - 1) ? before.toUpperCase() : before;
	const whose = code === "USD" ? (DOLLARS.get(before) ?? DOLLARS.get(letters)) : before === "RMB" ? "CNY" : undefined;
	// Letters a space away are whose dollars only when they can be nothing else: `A $5 fee` opens with an article.
	if (whose !== undefined && close && (lexemes.touches(sign) || before.length > 1 || before === "C"))
		return { first: sign - 1, next: number, code: whose };
	return { first: sign, next: number, code };
}

/** The currency that is named behind a number: `euros`, `New Zealand dollars`, `USD`, `pence`, `€`. */
export function currencyBehind(lexemes: Lexemes, i: number): CurrencyRead | undefined {
	const raw = lexemes.raw(i);
	if (lexemes.kind(i) !== WORD) {
		const code = SIGNS.get(raw);
		if (raw === "¢") return { first: i, next: i + 1, code: "USD", hundredths: true };
		// A sign behind a figure belongs to it only when no other figure follows.
		const isNear = lexemes.touches(i) || lexemes.start(i) - lexemes.end(i - 1) === 1;
		return code !== undefined && isNear && lexemes.kind(i + 1) !== NUMBER ? { first: i, next: i + 1, code } : undefined;
	}
	const word = lexemes.word(i);
	if (WHOSE.has(word)) {
		const named = namedAt(lexemes, i);
		if (named) return named;
	}
	if (word === "d" && lexemes.raw(i + 1) === "-" && /^marks?$/.test(lexemes.word(i + 2))) return { first: i, next: i + 3, code: "DEM" };
	// All codes have three letters (ISO 4217).
	if (raw.length === 3 && CODES.has(raw.toUpperCase())) {
		const spelled = CODES.has(raw) || SMALL_ABBREVIATIONS.get(raw.toLowerCase()) === raw.toUpperCase();
		if (spelled) return { first: i, next: i + 1, code: raw.toUpperCase() };
	}
	const hundredths = HUNDREDTHS.get(word);
	if (hundredths !== undefined && (word !== "p" || isPence(lexemes, i)))
		return { first: i, next: i + 1, code: hundredths, hundredths: true };
	const noun = NOUNS.get(word);
	const bare = noun === undefined ? undefined : BARE_NOUNS.get(noun);
	if (bare === undefined || isOtherwise(lexemes, i, word)) return undefined;
	const sterling = noun === "pound" && lexemes.word(i + 1) === "sterling";
	return { first: i, next: sterling ? i + 2 : i + 1, code: bare };
}

/** Whose and what: up to four words (`United Arab Emirates dirham`). Cents take the currency of what is named before them (`Australian cents`). */
function namedAt(lexemes: Lexemes, i: number): CurrencyRead | undefined {
	let whose = lexemes.word(i);
	for (let next = i + 1; next < i + 5; next++) {
		if (lexemes.kind(next) !== WORD) return undefined;
		const word = lexemes.word(next);
		const noun = NOUNS.get(word);
		const code = noun === undefined ? undefined : NAMED.get(`${whose} ${noun}`);
		if (code !== undefined) return { first: i, next: next + 1, code };
		const cents = word === "cents" || word === "cent" ? NAMED.get(`${whose} dollar`) : undefined;
		if (cents !== undefined) return { first: i, next: next + 1, code: cents, hundredths: true };
		whose += ` ${word}`;
	}
	return undefined;
}

function isPence(lexemes: Lexemes, i: number): boolean {
	if (lexemes.raw(i) !== "p" || lexemes.raw(i + 1) === "/") return false;
	const before = lexemes.raw(i - 1);
	// Heights of a picture in lines.
	return !(lexemes.touches(i) && /^(?:144|240|360|480|540|576|720|1080|1440|2160|4320)$/.test(before)) && /\d$/.test(before);
}

/** Nouns that mean something else unless they are plainly money: `won` and `real` are words, a `pound` is a weight. */
function isOtherwise(lexemes: Lexemes, i: number, word: string): boolean {
	if (word === "real" || word === "som" || word === "sol" || word === "leu" || word === "mark" || word === "lev") return true;
	if (word === "punt" || word === "punts" || word === "crown" || word === "crowns") return true;
	if (word === "won" || word === "marks")
		return !/^(?:thousand|million|billion|trillion|bn|m|tn)$/.test(lexemes.word(i - 1)) && !/,\d{3}$/.test(lexemes.raw(i - 1));
	if (word === "pound" || word === "pounds") return !isSterling(lexemes, i, word);
	return false;
}

/** Pounds are money when they come in large numbers, or when the words around them pay. They are a weight when hyphenated, or of something. */
function isSterling(lexemes: Lexemes, i: number, word: string): boolean {
	if (lexemes.word(i + 1) === "sterling") return true;
	const behind = lexemes.word(i + 1);
	if (/^(?:note|notes|coin|coins)$/.test(behind)) return true;
	if (word === "pound" && lexemes.raw(i - 1) === "-") return false;
	if (behind === "of" || behind === "per" || behind === "force") return false;
	if ((lexemes.raw(i + 1) === "-" && lexemes.touches(i + 1)) || behind === "feet" || behind === "foot") return false;
	const before = lexemes.word(i - 1);
	if (/^(?:million|billion|trillion|bn|m|tn)$/.test(before)) return true;
	for (let j = i - 2; j > i - 10 && j >= 0; j--) if (PAYS.has(lexemes.word(j))) return true;
	return false;
}

const PAYS = new Set(
	"cost costs costing paid pay pays paying price priced prices worth spend spends spent earn earns earned fine fined fee fees sold sell sells bought buy buys charge charged salary wage wages bill bills budget save saved borrow borrowed lent debt grant raised".split(
		" ",
	),
);
