import type { Hedge } from "../../claim.ts";
import type { Match } from "../expression.ts";
import { type Reading, textAt, touches } from "../reading.ts";

// No claim to an age above this is made in the news without saying so in words.
const OLDEST = 120;

/** `aged 54`, `at age 54`, `at the age of 54`; `i` is the number. */
export function readAgeWord(reading: Reading, i: number): Match | undefined {
	const between = textAt(reading, i - 1) === "between";
	const at = between ? i - 1 : i;
	const before = textAt(reading, at - 1);
	const of = before === "of" && AGES.has(textAt(reading, at - 2));
	// `Aged under 25`, `aged over 65`.
	const bounded = AGE_BOUNDS[before] !== undefined && textAt(reading, at - 2) === "aged";
	if (before !== "aged" && !AGES.has(before) && !of && !bounded) return undefined;
	const number = yearsAt(reading, i);
	if (!number) return undefined;
	const { years, last } = number;
	// `Aged 18 months` is the figure's own; `18-year-old` too.
	if (reading.lexemes.at(last)?.word?.role === "unit") return undefined;
	const first = of || bounded ? at - 2 : at - 1;
	// `Aged 18 to 34`, `aged 18-34`, `between the ages of 18 and 34`.
	const to = textAt(reading, last);
	const isRange =
		to === "to" || to === "through" || to === "-" || to === "–" || (to === "and" && (between || textAt(reading, i - 4) === "between"));
	if (number.high !== undefined) return ageMatch(reading, first, last, years, number.high);
	const high = isRange ? yearsAt(reading, last + 1) : undefined;
	if (high && high.years > years) return ageMatch(reading, first, high.last, years, high.years);
	return ageMatch(reading, first, last, years);
}

interface Years {
	readonly years: number;
	/** The other end of a range in words. */
	readonly high?: number;
	readonly last: number;
}

/** A number of years that somebody can be old, in digits or words; `last` is behind it. */
function yearsAt(reading: Reading, i: number): Years | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined) return undefined;
	if (lexeme.number !== undefined)
		return lexeme.text.length <= 3 && lexeme.number <= OLDEST ? { years: lexeme.number, last: i + 1 } : undefined;
	const figure = lexeme.word?.role === "cardinal" ? reading.figures.get(lexeme.start) : undefined;
	if (!figure || figure.unit || (figure.high ?? figure.value) > OLDEST) return undefined;
	let last = i + 1;
	while ((reading.lexemes.at(last)?.end ?? Number.POSITIVE_INFINITY) <= figure.end) last++;
	return { years: figure.value, last, ...(figure.high === undefined ? {} : { high: figure.high }) };
}

const AGES: ReadonlySet<string> = new Set(["age", "ages"]);
const AGE_BOUNDS: Readonly<Record<string, Hedge>> = { under: "under", below: "under", over: "over", above: "over" };

/** The bound that stands before somebody's age: `children under the age of 5`, `aged over 65`. */
export function ageBound(reading: Reading, first: number): Hedge | undefined {
	const at = textAt(reading, first - 1) === "the" ? first - 2 : first - 1;
	return AGE_BOUNDS[textAt(reading, textAt(reading, first) === "aged" ? first + 1 : at)];
}

/** `She turned 40 in May`, `he was 65 when`, `18yo`, `18 y/o`: a birthday, somebody's age, or the letters that say years old. */
export function readAgeOf(reading: Reading, i: number): Match | undefined {
	const { lexemes } = reading;
	const age = lexemes.at(i)?.number;
	if (age === undefined || age < 1 || age > OLDEST || textAt(reading, i).startsWith("0") || lexemes.at(i)?.joined) return undefined;
	const joint = textAt(reading, i + 1) === "-" ? i + 2 : i + 1;
	if (textAt(reading, joint) === "yo" || textAt(reading, joint) === "y.o" || textAt(reading, joint) === "y.o.")
		return ageMatch(reading, i, joint + 1, age);
	if (textAt(reading, joint) === "y" && textAt(reading, joint + 1) === "/" && textAt(reading, joint + 2) === "o")
		return ageMatch(reading, i, joint + 3, age);
	const verb = textAt(reading, i - 1);
	// `65 and older`, `16 or younger`
	const older = textAt(reading, i + 2);
	if ((textAt(reading, i + 1) === "and" || textAt(reading, i + 1) === "or") && (older === "older" || older === "younger"))
		return ageMatch(reading, i, i + 1, age);
	if (TURNS.has(verb)) return endsClause(reading, i + 1) ? ageMatch(reading, i, i + 1, age) : undefined;
	// `He's 35.`
	const isCut = lexemes.at(i - 1)?.possessive === true && PEOPLE.has(verb);
	const isPerson = isCut || (PEOPLE.has(textAt(reading, i - 2)) && (verb === "is" || verb === "was"));
	return isPerson && age >= YOUNGEST && endsSentence(reading, i + 1) ? ageMatch(reading, i, i + 1, age) : undefined;
}

const TURNS: ReadonlySet<string> = new Set("turn turns turned turning".split(" "));
const PEOPLE: ReadonlySet<string> = new Set("he she who".split(" "));
// Below it, `he was 3` is a place or a score as well.
const YOUNGEST = 10;
const AFTER_A_BIRTHDAY: ReadonlySet<string> = new Set(
	"in on and or last this next when while before after but during soon today tomorrow yesterday".split(" "),
);

function endsClause(reading: Reading, i: number): boolean {
	return endsSentence(reading, i) || AFTER_A_BIRTHDAY.has(textAt(reading, i)) || reading.lexemes.at(i)?.word?.role === "weekday";
}

/** Whether nothing that the number could count or belong to follows: `he is 62.`, `she was 19 when`. */
function endsSentence(reading: Reading, i: number): boolean {
	const next = reading.lexemes.at(i);
	if (next === undefined || next.text === "when") return true;
	return (next.text === "." || next.text === "," || next.text === ";") && reading.lexemes.at(i + 1)?.number === undefined;
}

/** `Ann Smith, 54, said`: a number between commas behind a name. */
export function readAgeBehindName(reading: Reading, i: number): Match | undefined {
	const { lexemes } = reading;
	const lexeme = lexemes.at(i);
	if (lexeme?.number === undefined || lexeme.number < 1 || lexeme.number > OLDEST || lexeme.text.startsWith("0")) return undefined;
	if (textAt(reading, i - 1) !== "," || touches(reading, i)) return undefined;
	const after = textAt(reading, i + 1);
	if (after !== "," && !(after === "." && i + 2 >= lexemes.length)) return undefined;
	if (!touches(reading, i + 1)) return undefined;
	const name = lexemes.at(i - 2);
	if (name === undefined || !name.capital || name.word || name.joined || name.possessive) return undefined;
	const given = lexemes.at(i - 3);
	const initial = given?.text === "." && lexemes.at(i - 4)?.capital === true;
	const starts = given === undefined || given.text === "." || given.text === '"' || given.text === "”";
	if (!initial && !starts && !(given.capital && !given.mark && !given.word)) return undefined;
	// A list such as `Lions 20, Bears 17` or `Sections 12, 14, 16` goes on with a number.
	if (lexemes.at(i + 2)?.number !== undefined) return undefined;
	return ageMatch(reading, i, i + 1, lexeme.number);
}

function ageMatch(reading: Reading, first: number, last: number, years: number, high?: number): Match {
	const start = reading.lexemes.at(last - 1)?.start ?? 0;
	const read = reading.figures.get(start)?.hedge ?? "exactly";
	const hedge = read === "exactly" ? (ageBound(reading, first) ?? read) : read;
	return {
		first,
		last,
		expression: { form: "fixed", type: "duration", value: `P${years}Y` },
		quantity: {
			kind: "age",
			quantity: {
				value: years,
				...(high === undefined ? {} : { high }),
				decimals: 0,
				scale: 1,
				unit: "year",
				unitKind: "measure",
				hedge,
			},
		},
	};
}
