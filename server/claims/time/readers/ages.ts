import type { Match } from "../expression.ts";
import { type Reading, textAt, touches } from "../reading.ts";

// No claim to an age above this is made in the news without saying so in words.
const OLDEST = 120;

/** `aged 54`, `at age 54`, `at the age of 54`; `i` is the number. */
export function readAgeWord(reading: Reading, i: number): Match | undefined {
	const lexeme = reading.lexemes[i];
	if (lexeme?.number === undefined || lexeme.text.length > 3 || lexeme.number > OLDEST) return undefined;
	const before = textAt(reading, i - 1);
	const of = before === "of" && textAt(reading, i - 2) === "age";
	if (before !== "aged" && before !== "age" && !of) return undefined;
	// `Aged 18 months` is the figure's own; `18-year-old` too.
	if (reading.lexemes[i + 1]?.word?.role === "unit") return undefined;
	const first = of ? i - 2 : i - 1;
	// `Aged 18 to 34`, `aged 18-34`.
	const to = textAt(reading, i + 1);
	const high = to === "to" || to === "-" || to === "–" ? reading.lexemes[i + 2]?.number : undefined;
	if (high !== undefined && high > lexeme.number && high <= OLDEST) return ageMatch(first, i + 3, lexeme.number, high);
	return ageMatch(first, i + 1, lexeme.number);
}

/** `Ann Smith, 54, said`: a number between commas behind a name. */
export function readAgeBehindName(reading: Reading, i: number): Match | undefined {
	const { lexemes } = reading;
	const lexeme = lexemes[i];
	if (lexeme?.number === undefined || lexeme.number < 1 || lexeme.number > OLDEST || lexeme.text.startsWith("0")) return undefined;
	if (textAt(reading, i - 1) !== "," || touches(reading, i)) return undefined;
	const after = textAt(reading, i + 1);
	if (after !== "," && !(after === "." && i + 2 >= lexemes.length)) return undefined;
	if (!touches(reading, i + 1)) return undefined;
	const name = lexemes[i - 2];
	if (name === undefined || !name.capital || name.word || name.joined || name.possessive) return undefined;
	const given = lexemes[i - 3];
	const initial = given?.text === "." && lexemes[i - 4]?.capital === true;
	const starts = given === undefined || given.text === "." || given.text === '"' || given.text === "”";
	if (!initial && !starts && !(given.capital && !given.mark && !given.word)) return undefined;
	// A list such as `Lions 20, Bears 17` or `Sections 12, 14, 16` goes on with a number.
	if (lexemes[i + 2]?.number !== undefined) return undefined;
	return ageMatch(i, i + 1, lexeme.number);
}

function ageMatch(first: number, last: number, years: number, high?: number): Match {
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
				hedge: "exactly",
			},
		},
	};
}
