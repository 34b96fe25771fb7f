import { LONGEST_FORM, UNIT_SYMBOLS, UNIT_WORDS, type UnitEntry } from "../../../units/units.ts";
import { PARTS } from "../data/number-words.ts";
import { type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { isFunctionWord } from "./nouns.ts";

/** A unit beside a number. `first` and `next` are lexemes, half open. */
export interface UnitRead {
	readonly first: number;
	readonly next: number;
	readonly name: string;
	readonly kind: "currency" | "percent" | "measure" | "time";
	readonly hyphenated?: true;
	/** The figure counts hundredths of the unit: cents, pence. */
	readonly hundredths?: true;
	/** The figure is below zero: `10 degrees below zero`. */
	readonly negative?: true;
}

/** A unit of measure or of time at a lexeme, compounds and powers included, a rate not. */
export function measureAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	if (lexemes.word(i) === "of" && isMagnitude(lexemes.word(i - 1))) {
		const behind = measureAt(lexemes, i + 1);
		return behind && { ...behind, first: i };
	}
	const raw = lexemes.raw(i);
	if (raw === "°" || raw === "º") return degreesAt(lexemes, i, i + 1);
	if (raw === "″" || raw === "′" || raw === "℃" || raw === "℉") {
		const entry = UNIT_SYMBOLS.get(raw);
		return entry && read(i, i + 1, entry);
	}
	if (lexemes.kind(i) !== WORD) return undefined;
	const word = lexemes.word(i);
	if (/^(?:deg|degs|degrees?)$/.test(word)) return degreesAt(lexemes, i, i + 1);
	return wordsAt(lexemes, i, word) ?? symbolAt(lexemes, i);
}

/** `US pint`, `imperial gallon`: whose customary unit it is. */
export function customaryAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	if (!/^(?:us|u\.s\.|uk|imperial|british|short|long|statute)$/.test(lexemes.word(i))) return undefined;
	const unit = measureAt(lexemes, i + 1);
	return unit && unit.kind === "measure" ? { ...unit, first: i } : undefined;
}

function read(first: number, next: number, entry: UnitEntry): UnitRead {
	return { first, next, name: entry.name, kind: entry.time ? "time" : "measure" };
}

/** `°C`, `degrees Celsius`, `deg F`, `degrees below zero`; bare degrees are an angle or a temperature, which the words do not say. */
function degreesAt(lexemes: Lexemes, first: number, next: number): UnitRead {
	let at = next;
	if (lexemes.raw(at) === "." && lexemes.touches(at)) at++;
	if (isHyphen(lexemes.raw(at)) && lexemes.touches(at)) at++;
	const scale = TEMPERATURE_SCALES.get(lexemes.word(at));
	const letter = lexemes.raw(at).length === 1;
	const known = scale !== undefined && (!letter || lexemes.isCapitalised(at) || lexemes.touches(at) || endsPhrase(lexemes, at + 1));
	const end = known ? at + 1 : next;
	const below = lexemes.word(end) === "below" && (lexemes.word(end + 1) === "zero" || lexemes.word(end + 1) === "freezing");
	const negative = below && lexemes.word(end + 1) === "zero";
	return { first, next: negative ? end + 2 : end, name: known ? scale : "degree", kind: "measure", ...(negative && { negative }) };
}

/** Whether no noun follows: `98.6 degrees f` ends a phrase that `5 degrees c sharp` does not. */
export function endsPhrase(lexemes: Lexemes, i: number): boolean {
	return lexemes.kind(i) !== WORD ? !lexemes.touches(i) || !isHyphen(lexemes.raw(i)) : isFunctionWord(lexemes.word(i));
}

const TEMPERATURE_SCALES: ReadonlyMap<string, string> = new Map([
	["c", "celsius"],
	["celsius", "celsius"],
	["centigrade", "celsius"],
	["f", "fahrenheit"],
	["fahrenheit", "fahrenheit"],
	["k", "kelvin"],
	["kelvin", "kelvin"],
]);

function wordsAt(lexemes: Lexemes, i: number, word: string): UnitRead | undefined {
	const longest = LONGEST_FORM.get(word);
	if (longest === undefined) return undefined;
	if (lexemes.raw(i) === "Cup" || lexemes.raw(i) === "Cups" || lexemes.raw(i) === "League") return undefined;
	let form = word;
	let best = UNIT_WORDS.get(form);
	let next = i + 1;
	let end = next;
	for (let n = 1; n < longest; n++) {
		while (
			(isHyphen(lexemes.raw(end)) && lexemes.touches(end) && lexemes.touches(end + 1)) ||
			(lexemes.raw(end) === "." && lexemes.touches(end) && lexemes.kind(end + 1) === WORD)
		)
			end++;
		if (lexemes.kind(end) !== WORD) break;
		form += ` ${lexemes.word(end)}`;
		end++;
		const entry = UNIT_WORDS.get(form);
		if (entry) {
			best = entry;
			next = end;
		}
	}
	if (!best) return undefined;
	// `second-half goals`, `the 5 second graders`: an ordinal, unless it is counted.
	if (
		word === "second" &&
		next === i + 1 &&
		lexemes.word(i - 1) !== "per" &&
		lexemes.raw(i - 1) !== "-" &&
		lexemes.word(i - 1) !== "one" &&
		lexemes.raw(i - 1) !== "1" &&
		!isDivided(lexemes, i)
	)
		return undefined;
	return read(i, next, best);
}

/** `half a second`, `two-tenths of a second`, which no noun follows: a part of one is told, and of a second batch nobody says so. */
function isDivided(lexemes: Lexemes, i: number): boolean {
	if (lexemes.word(i - 1) !== "a" || !endsPhrase(lexemes, i + 1)) return false;
	return lexemes.word(i - 2) === "half" || (lexemes.word(i - 2) === "of" && PARTS.has(lexemes.word(i - 3)));
}

/** A symbol, with its power (`km2`, `m³`) or its partner (`lb-ft`). Lone letters need to stand close to the figure or to be safe from words. */
function symbolAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	const raw = lexemes.raw(i);
	const touches = lexemes.touches(i);
	if (lexemes.touches(i + 1)) {
		const behind = lexemes.raw(i + 1);
		if (behind === "2" || behind === "3" || behind === "²" || behind === "³") {
			const power = UNIT_SYMBOLS.get(raw + behind);
			if (power) return read(i, i + 2, power);
		}
		if ((behind === "^" || isHyphen(behind) || behind === "/" || behind === "·") && lexemes.touches(i + 2)) {
			const joined = UNIT_SYMBOLS.get(raw + (isHyphen(behind) ? "-" : behind) + lexemes.raw(i + 2));
			if (joined) return read(i, i + 3, joined);
		}
	}
	const entry = smallScale(lexemes, i, raw) ?? symbolEntry(lexemes, i, raw);
	if (!entry || (lexemes.touches(i + 1) && lexemes.kind(i + 1) === NUMBER)) return undefined;
	if (raw === "in" && !touches && !isInch(lexemes, i)) return undefined;
	// `a 1-in-100-year flood`
	if (raw === "in" && isHyphen(lexemes.raw(i + 1)) && lexemes.touches(i + 1)) return undefined;
	if (raw === "pm" || raw === "am") return undefined;
	// `the 1990s`, `two 747s`, `the over 18s`: whole seconds are cut so short behind a preposition of time alone.
	if (raw === "s" && touches && /^\d+$/.test(lexemes.raw(i - 1)) && !LED_BY.test(lexemes.word(i - 2))) return undefined;
	if (raw === "K" && touches && !lexemes.raw(i - 1).includes(".")) return undefined;
	if (raw.length === 1 && !touches) {
		if (raw === "s" || raw === "h" || raw === "N" || raw === "B") return undefined;
		const behind = lexemes.word(i + 1);
		const goesOn = lexemes.kind(i + 1) === WORD && behind !== "per" && !isFunctionWord(behind);
		if (goesOn && (raw === "A" || raw === "b" || raw === "V" || raw === "J")) return undefined;
		if (lexemes.touches(i + 1) && (lexemes.raw(i + 1) === "'" || lexemes.raw(i + 1) === "&")) return undefined;
	}
	return read(i, i + 1, entry);
}

const LED_BY = /^(?:in|for|after|within|by|of|to|about|every|than|last|lasts|took)$/;

/** `98.6 f`, `-5 c`: scales of temperature in small letters. `5 c` may be cents. `12v` is volts. */
function smallScale(lexemes: Lexemes, i: number, raw: string): UnitEntry | undefined {
	if (raw.length > 1) return undefined;
	if (raw === "v" && lexemes.touches(i)) return UNIT_SYMBOLS.get("V");
	const isFahrenheit = raw === "f" && (!lexemes.touches(i) || lexemes.raw(i - 1).includes("."));
	const isCelsius = raw === "c" && /^[-−–]$/.test(lexemes.raw(i - 2)) && lexemes.touches(i - 1) && !lexemes.touches(i - 2);
	if (!isFahrenheit && !isCelsius) return undefined;
	return endsPhrase(lexemes, i + 1) ? UNIT_SYMBOLS.get(raw.toUpperCase()) : undefined;
}

/** `mb` and `kb` in small letters are the computer's, but `mb` is a pressure where the figure is that of the air at sea level. */
function symbolEntry(lexemes: Lexemes, i: number, raw: string): UnitEntry | undefined {
	if (raw !== "mb") return UNIT_SYMBOLS.get(raw);
	const figure = Number(lexemes.raw(i - 1).replace(",", ""));
	return UNIT_SYMBOLS.get(figure >= LOWEST_PRESSURE && figure <= HIGHEST_PRESSURE ? "mbar" : "MB");
}

/** Air pressures at sea level, in millibars: the World Meteorological Organization's records are 870 and 1083.8 (Weather and Climate Extremes Archive). */
const LOWEST_PRESSURE = 860;
const HIGHEST_PRESSURE = 1090;

function isInch(lexemes: Lexemes, i: number): boolean {
	const behind = lexemes.word(i + 1);
	return lexemes.kind(i + 1) !== WORD ? lexemes.kind(i + 1) !== NUMBER : /^(?:x|by|thick|wide|long|tall|high|deep)$/.test(behind);
}

/** Whether a lexeme is a hyphen, breaking or not. */
export function isHyphen(raw: string): boolean {
	return raw === "-" || raw === "‑" || raw === "‐";
}

/** `tens`, `millions`: what `of` and a unit stand behind. */
export function isMagnitude(word: string): boolean {
	return /^(?:tens|dozens|hundreds|thousands|millions|billions|trillions)$/.test(word);
}
