import type { Match } from "../expression.ts";
import type { Lexeme } from "../lexemes.ts";
import { type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";

/** `the 1990s`, `the late '80s`, `the nineties`, `the nineteen eighties`. */
export function readDecade(reading: Reading, i: number): Match | undefined {
	const lexeme = reading.lexemes.at(i) as Lexeme;
	const apostrophe = lexeme.mark && (lexeme.text === "'" || lexeme.text === "’");
	const at = apostrophe ? i + 1 : i;
	const digits = reading.lexemes.at(at);
	if (digits === undefined || !digits.text.endsWith("s") || (apostrophe && !touches(reading, at))) return undefined;
	const written = DECADE.exec(digits.text);
	if (written) {
		const number = Number(written[1]);
		const four = (written[1] as string).length === 4;
		if (!four && !apostrophe && textAt(reading, i - 1) !== "the" && !digits.joined && roleAt(reading, i - 1) !== "part") return undefined;
		if (!four && !apostrophe && (isTemperature(reading, i) || isAge(reading, i))) return undefined;
		if (four && (number < 1000 || number > 2100)) return undefined;
		// A hundred or more years ago, `the 1700s` are a century.
		const whole = four && number % 100 === 0 && number < 2000;
		const value = four ? String(number / 10) : String((number < 30 ? 2000 + number : 1900 + number) / 10);
		return { first: i, last: at + 1, expression: { form: "fixed", type: "date", value: whole ? String(number / 100) : value } };
	}
	const spoken = SPOKEN_DECADES[digits.text];
	if (spoken === undefined || apostrophe || isAge(reading, i)) return undefined;
	const century = wordAt(reading, i - 1, "cardinal")?.value;
	if (century !== undefined && century >= 15 && century <= 20) {
		return { first: i - 1, last: i + 1, expression: { form: "fixed", type: "date", value: String(century * 10 + spoken / 10) } };
	}
	if (textAt(reading, i - 1) !== "the" && roleAt(reading, i - 1) !== "part" && textAt(reading, i - 2) !== "the") return undefined;
	return { first: i, last: i + 1, expression: { form: "fixed", type: "date", value: String((1900 + spoken) / 10) } };
}

/** `In his late 50s`, `in their early forties`: somebody's years. */
function isAge(reading: Reading, i: number): boolean {
	const at = roleAt(reading, i - 1) === "part" ? i - 2 : i - 1;
	return SOMEBODYS.has(textAt(reading, at));
}

const SOMEBODYS: ReadonlySet<string> = new Set("his her their my your our".split(" "));

/** `Temperatures will reach the mid-70s`, `lows in the 50s`. */
function isTemperature(reading: Reading, i: number): boolean {
	for (let at = i - 1; at > i - 9 && at >= 0; at--) {
		if (TEMPERATURES.has(textAt(reading, at))) return true;
		if (textAt(reading, at) === ".") return false;
	}
	return false;
}

const TEMPERATURES: ReadonlySet<string> = new Set("temperature temperatures temps highs lows thermometer thermometers mercury".split(" "));

const DECADE = /^(\d{4}|\d0)s$/;
const SPOKEN_DECADES: Readonly<Record<string, number>> = {
	twenties: 20,
	thirties: 30,
	forties: 40,
	fifties: 50,
	sixties: 60,
	seventies: 70,
	eighties: 80,
	nineties: 90,
};

/** `the 20th century`, `the twenty-first century`. */
export function readCentury(reading: Reading, i: number): Match | undefined {
	const lexemes = reading.lexemes;
	let value = wordAt(reading, i, "ordinal")?.value;
	let at = i;
	const tens = wordAt(reading, i, "cardinal")?.value;
	if (tens === 20 && lexemes.at(i + 1)?.joined) {
		const unit = wordAt(reading, i + 1, "ordinal")?.value ?? 0;
		if (unit < 1 || unit > 9) return undefined;
		value = 20 + unit;
		at = i + 1;
	}
	if (value === undefined || value < 1 || value > 30) return undefined;
	if (textAt(reading, at + 1) !== "century" && textAt(reading, at + 1) !== "centuries") return undefined;
	return { first: i, last: at + 2, expression: { form: "fixed", type: "date", value: String(value - 1).padStart(2, "0") } };
}
