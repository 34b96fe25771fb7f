import { YEAR_NOUNS } from "../data/year-nouns.ts";
import type { Lexeme } from "../lexemes.ts";
import { type Reading, textAt, touches } from "../reading.ts";

/**
 * Whether four digits without a comma are a year. In newspaper prose they nearly always are between 1700 and 2099;
 * outside, only after a preposition. Not when they count, measure, name or number something.
 */
export function isBareYear(reading: Reading, i: number, last: number): boolean {
	const lexeme = reading.lexemes.at(i) as Lexeme;
	const year = lexeme.number as number;
	const word = textAt(reading, i - 1);
	if ((year < 1700 || year > 2099) && !YEAR_PREPOSITIONS.has(word)) return false;
	if (i > 0 && !isYearBehind(reading, i)) return false;
	const after = reading.lexemes.at(last);
	if (i === 0 && after === undefined && !isYearCell(reading)) return false;
	if (after === undefined) return true;
	if (after.mark) return isYearBeforeMark(reading, year, last);
	if (after.joined) return after.word?.role !== "unit";
	if (FIGURE_UNITS.has(after.text)) return false;
	// `In 2006 researchers found`: after `in` or `since` a year is far likelier than a count.
	return lexeme.joined || TIME_PREPOSITIONS.has(word) || !countsSomething(reading, last);
}

/** Whether a table's cell that is four digits and no more is a year: as a header, as a row's name, or under a header that says so. */
function isYearCell(reading: Reading): boolean {
	const { cell } = reading.block.context;
	return (
		cell === undefined || cell.isHeader || reading.block.text.trim() === cell.row.trim() || /year|season|date|period/i.test(cell.header)
	);
}

/** Whether what stands before lets the number be a year. */
function isYearBehind(reading: Reading, i: number): boolean {
	const lexeme = reading.lexemes.at(i) as Lexeme;
	const before = reading.lexemes.at(i - 1) as Lexeme;
	const word = before.text;
	if (before.mark) {
		if (MARKS_BEFORE_A_FIGURE.has(word)) return false;
		if (!touches(reading, i)) return true;
		// 555-1990 is a telephone number, 1985-1990 a stretch of years.
		const number = isDash(word) && touches(reading, i - 1) ? reading.lexemes.at(i - 2) : undefined;
		return OPENING_MARKS.has(word) && (number?.number === undefined || number.text.length === 4);
	}
	if (lexeme.joined && before.word?.role !== "part" && word !== "post" && word !== "pre") return false;
	if (COUNT_HEDGES.has(word)) return false;
	// A name with a number: Windows 2000, Expo 2020. A function word with a sentence's capital is none.
	const named = before.capital && !before.possessive && before.word === undefined && before.text.length > 1;
	return !named || YEAR_PREPOSITIONS.has(word) || FUNCTION_WORDS.has(word);
}

/** Whether the mark behind lets the number be a year: not in 1990%, 2026-13-45, 1990-5555. */
function isYearBeforeMark(reading: Reading, year: number, i: number): boolean {
	if (!touches(reading, i)) return true;
	const mark = textAt(reading, i);
	if (MARKS_BEHIND_A_FIGURE.has(mark)) return false;
	const second = touches(reading, i + 1) ? reading.lexemes.at(i + 1) : undefined;
	if (second?.number === undefined || (!isDash(mark) && mark !== "/" && mark !== ":")) return true;
	if (mark === ":" || isFollowedByMore(reading, i + 2)) return false;
	return second.text.length === 2
		? isLaterInCentury(year, second.number)
		: second.text.length === 4 && second.number > year && second.number < 2200;
}

function isFollowedByMore(reading: Reading, i: number): boolean {
	return touches(reading, i) && isDash(textAt(reading, i)) && touches(reading, i + 1) && reading.lexemes.at(i + 1)?.number !== undefined;
}

/** Whether two digits can end a stretch that begins in `year`: 1990-95, 1999-02. */
export function isLaterInCentury(year: number, digits: number): boolean {
	return digits > year % 100 || (year % 100 >= 90 && digits <= 10);
}

function isDash(mark: string): boolean {
	return mark === "-" || mark === "–" || mark === "—";
}

const MARKS_BEFORE_A_FIGURE: ReadonlySet<string> = new Set(["$", "€", "£", "¥", "₹", "#", "№", "+", "~", "=", "§", "."]);
const OPENING_MARKS: ReadonlySet<string> = new Set(["(", "[", '"', "'", "“", "‘", "–", "—", "-", "/", "…", "_"]);
const MARKS_BEHIND_A_FIGURE: ReadonlySet<string> = new Set(["%", "‰", "°", "+", "€", "£", "@", "$"]);

/** Whether what follows is what a figure counts: a unit, or a plural noun that is not one of those that years stand before. */
export function countsSomething(reading: Reading, i: number): boolean {
	const after = reading.lexemes.at(i);
	if (after === undefined || after.mark || after.capital) return false;
	if (after.number !== undefined) return false;
	const role = after.word?.role;
	if (role === "unit") return !after.possessive && (after.word as { plural: boolean }).plural;
	if (role !== undefined) return false;
	if (FIGURE_UNITS.has(after.text)) return true;
	return PLURAL.test(after.text) && !after.possessive && !NOT_PLURAL.has(after.text) && !YEAR_NOUNS.has(after.text);
}

const PLURAL = /(?:[^siu'’]s|people|men|women|children|police|feet)$/;
const NOT_PLURAL: ReadonlySet<string> = new Set(
	"was has does news gas politics economics its his as this thus says perhaps always besides plus versus towards remains appears seems".split(
		" ",
	),
);
const FIGURE_UNITS: ReadonlySet<string> = new Set(
	"percent per million billion trillion thousand hundred dozen km kg mm cm m ft mph square cubic metric degree rpm gb mb tb".split(" "),
);

/** Words that a year often stands behind. */
export const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(
	"in since by until till til from of during before after through throughout between to and or than early late mid fiscal calendar year years circa versus vs season".split(
		" ",
	),
);
const COUNT_HEDGES: ReadonlySet<string> = new Set(
	"about some nearly almost around approximately roughly over exactly only just than least most no number".split(" "),
);
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set("in since during until till circa".split(" "));
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
	"its his her their our my the a an this that these those such every each no some all both under above after before over it despite unlike like with against at on not as what when but for while although though only".split(
		" ",
	),
);
