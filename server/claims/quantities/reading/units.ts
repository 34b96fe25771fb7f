import { LONGEST_FORM, UNIT_SYMBOLS, UNIT_WORDS, type UnitEntry } from "../../../units/units.ts";
import { HUNDREDTHS } from "../data/currencies.ts";
import { type CurrencyRead, currencyBehind } from "./currency.ts";
import { type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { isFunctionWord, nounBehind } from "./nouns.ts";
import { singular } from "./singular.ts";

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

/**
 * The unit behind a number that ends before lexeme `i`; `before` is the currency that stands in front of the number, whose rate is read all the same
 * (`$6 a share`). Longest form first.
 */
export function unitBehind(lexemes: Lexemes, i: number, before: CurrencyRead | undefined): UnitRead | undefined {
	if (before) {
		// `$5 million US dollars`, `$20 USD`: the sign said it already.
		const again = currencyBehind(lexemes, i);
		const next = again && !again.hundredths && lexemes.kind(i) === WORD ? again.next : i;
		const code = again && next > i && again.code !== "USD" ? again.code : before.code;
		return withRate(lexemes, { first: before.first, next, name: code, kind: "currency" });
	}
	const hyphenated = isHyphen(lexemes.raw(i)) && lexemes.touches(i) && lexemes.touches(i + 1);
	const first = hyphenated ? i + 1 : i;
	if (!hyphenated && lexemes.start(first) - lexemes.end(first - 1) > 2) return undefined;
	const unit = percentAt(lexemes, first) ?? moneyAt(lexemes, first) ?? measureAt(lexemes, first) ?? customaryAt(lexemes, first);
	if (!unit) return undefined;
	const marked: UnitRead = hyphenated ? { ...unit, hyphenated: true } : unit;
	return marked.kind === "percent" ? marked : withRate(lexemes, marked);
}

export function isHyphen(raw: string): boolean {
	return raw === "-" || raw === "‑" || raw === "‐";
}

function percentAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	const raw = lexemes.raw(i);
	const word = lexemes.word(i);
	let next = 0;
	if (raw === "%" || raw === "％") next = i + 1;
	else if (word === "percent" || word === "pct" || word === "percents" || (word === "pc" && lexemes.kind(i - 1) === NUMBER)) next = i + 1;
	else if (word === "per" && (lexemes.word(i + 1) === "cent" || lexemes.word(i + 1) === "cents")) next = i + 2;
	else if (word === "percentage" && /^points?$/.test(lexemes.word(i + 1)))
		return { first: i, next: i + 2, name: "percentage point", kind: "percent" };
	else if (word === "percentage" && isHyphen(lexemes.raw(i + 1)) && lexemes.word(i + 2) === "point")
		return { first: i, next: i + 3, name: "percentage point", kind: "percent" };
	else if (
		(word === "pp" || word === "ppt" || word === "ppts" || word === "pps" || word === "p.p." || word === "p.p") &&
		lexemes.kind(i - 1) === NUMBER
	)
		return { first: i, next: i + 1, name: "percentage point", kind: "percent" };
	else if (word === "basis" && (/^points?$/.test(lexemes.word(i + 1)) || (isHyphen(lexemes.raw(i + 1)) && lexemes.word(i + 2) === "point")))
		return { first: i, next: isHyphen(lexemes.raw(i + 1)) ? i + 3 : i + 2, name: "basis point", kind: "percent" };
	else if ((word === "bps" || word === "bp") && lexemes.kind(i - 1) === NUMBER)
		return { first: i, next: i + 1, name: "basis point", kind: "percent" };
	if (!next) return undefined;
	const points = /^points?$/.test(lexemes.word(next)) || (isHyphen(lexemes.raw(next)) && lexemes.word(next + 1) === "point");
	if (points) return { first: i, next: isHyphen(lexemes.raw(next)) ? next + 2 : next + 1, name: "percentage point", kind: "percent" };
	return { first: i, next, name: "percent", kind: "percent" };
}

function moneyAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	// `billions of euros`
	const at = lexemes.word(i) === "of" && lexemes.kind(i + 1) === WORD ? i + 1 : i;
	const money = currencyBehind(lexemes, at);
	if (!money || (at > i && money.hundredths)) return undefined;
	if (at > i && !isMagnitude(lexemes.word(i - 1))) return undefined;
	const { next, code, hundredths } = money;
	return { first: i, next, name: code, kind: "currency", ...(hundredths && { hundredths }) };
}

function isMagnitude(word: string): boolean {
	return /^(?:tens|dozens|hundreds|thousands|millions|billions|trillions)$/.test(word);
}

/** A unit of measure or of time at a lexeme, compounds and powers included, a rate not. */
function measureAt(lexemes: Lexemes, i: number): UnitRead | undefined {
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
function customaryAt(lexemes: Lexemes, i: number): UnitRead | undefined {
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
function endsPhrase(lexemes: Lexemes, i: number): boolean {
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
		lexemes.raw(i - 1) !== "1"
	)
		return undefined;
	return read(i, next, best);
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

/** Takes in `per barrel`, `a day`, `/h`, `per 100,000 people`. */
function withRate(lexemes: Lexemes, unit: UnitRead): UnitRead {
	const over = hyphenedRate(lexemes, unit.next) ?? rateAt(lexemes, unit.next, unit.kind === "currency");
	if (!over) return unit;
	// Lines carry bits: `56 kb per second`.
	if (over.name === "second" && /^[km]b$/.test(lexemes.raw(unit.next - 1)))
		return { ...unit, next: over.next, name: `${unit.name.replace("byte", "bit")} per second` };
	return { ...unit, next: over.next, name: `${unit.name} per ${over.name}`, kind: unit.kind === "time" ? "measure" : unit.kind };
}

/** `$45-a-share offer`, `a 30-mile-an-hour limit`. */
function hyphenedRate(lexemes: Lexemes, i: number): { next: number; name: string } | undefined {
	if (!isHyphen(lexemes.raw(i)) || !isHyphen(lexemes.raw(i + 2)) || !lexemes.touches(i) || !lexemes.touches(i + 3)) return undefined;
	if (!/^(?:a|an|per)$/.test(lexemes.word(i + 1))) return undefined;
	const measure = measureAt(lexemes, i + 3);
	if (measure) return { next: measure.next, name: measure.name };
	return PRICED_BY.has(lexemes.word(i + 3)) ? { next: i + 4, name: lexemes.word(i + 3) } : undefined;
}

/** What a rate is over, when one begins at a lexeme. `generous` reads `a` before nouns too: `$6 a share`. */
export function rateAt(lexemes: Lexemes, i: number, generous: boolean): { next: number; name: string } | undefined {
	const raw = lexemes.raw(i);
	if (raw === "/") return slashRate(lexemes, i);
	const word = lexemes.word(i);
	if (word === "annually" || word === "yearly") return { next: i + 1, name: "year" };
	if (word === "per") {
		if (lexemes.word(i + 1) === "annum") return { next: i + 2, name: "year" };
		if (lexemes.word(i + 1) === "cent") return undefined;
		if (lexemes.kind(i + 1) === NUMBER && lexemes.kind(i + 2) === WORD) {
			// `per 1,000 live births`
			const noun = nounBehind(lexemes, i + 2, i + 1, false);
			if (noun) return { next: noun.next, name: `${lexemes.raw(i + 1)} ${noun.name}` };
			return { next: i + 3, name: `${lexemes.raw(i + 1)} ${singular(lexemes.word(i + 2))}` };
		}
		const measure = measureAt(lexemes, i + 1);
		if (measure) return squared(lexemes, measure);
		if (lexemes.kind(i + 1) !== WORD || isFunctionWord(lexemes.word(i + 1))) return undefined;
		return { next: i + 2, name: singular(lexemes.word(i + 1)) };
	}
	if (word !== "a" && word !== "an" && word !== "each" && word !== "every") return undefined;
	// `300 metres a second`; `a second time` is an ordinal.
	if (word === "a" && lexemes.word(i + 1) === "second" && endsPhrase(lexemes, i + 2)) return { next: i + 2, name: "second" };
	const measure = measureAt(lexemes, i + 1);
	if (
		measure &&
		lexemes.end(measure.next - 1) - lexemes.start(i + 1) > 2 &&
		(measure.kind === "time" || generous || YIELDED_BY.has(measure.name)) &&
		!isHyphen(lexemes.raw(measure.next)) &&
		// `12 pence a year earlier`: the words tell when, not how often.
		!/^(?:ago|earlier|before|previously|later)$/.test(lexemes.word(measure.next))
	)
		return { next: measure.next, name: measure.name };
	if (!generous || word === "every" || word === "each") return undefined;
	return PRICED_BY.has(lexemes.word(i + 1)) ? { next: i + 2, name: lexemes.word(i + 1) } : undefined;
}

/** What measures are so much a: `200 bushels an acre`, `30 miles a gallon`. */
const YIELDED_BY: ReadonlySet<string> = new Set(["acre", "hectare", "gallon"]);

/** `metres per second squared`. */
function squared(lexemes: Lexemes, { next, name }: UnitRead): { next: number; name: string } {
	return lexemes.word(next) === "squared" ? { next: next + 1, name: `square ${name}` } : { next, name };
}

function slashRate(lexemes: Lexemes, i: number): { next: number; name: string } | undefined {
	// `9.8 m/s2`
	if (lexemes.raw(i + 1) === "s" && lexemes.touches(i + 2) && /^[2²]$/.test(lexemes.raw(i + 2)))
		return { next: i + 3, name: "square second" };
	const measure = measureAt(lexemes, i + 1);
	if (measure) return { next: measure.next, name: measure.name };
	const word = lexemes.word(i + 1);
	return PRICED_BY.has(word) ? { next: i + 2, name: word } : undefined;
}

// What prices are quoted by in news, beyond units of measure: the goods that follow `a` in `$6 a share`.
const PRICED_BY = new Set(
	"share barrel head person piece unit bottle pack packet bag box copy ticket seat game plate ride visit call dose pill night vote word page day head crate carton can case kilo roll room student pupil child household customer user item head".split(
		" ",
	),
);

/** Whether a currency's hundredths are named at a lexeme: what adds to `10 dollars and`. */
export function isHundredths(lexemes: Lexemes, i: number): boolean {
	return HUNDREDTHS.has(lexemes.word(i)) || lexemes.raw(i) === "¢";
}
