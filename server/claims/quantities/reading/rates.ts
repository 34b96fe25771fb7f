import { type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { endsPhrase, isHyphen, measureAt, type UnitRead } from "./measures.ts";
import { isFunctionWord, nounBehind } from "./nouns.ts";
import { singular } from "./singular.ts";

/** Takes in `per barrel`, `a day`, `/h`, `per 100,000 people`. */
export function withRate(lexemes: Lexemes, unit: UnitRead): UnitRead {
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
		// `per diluted share`, `per fully diluted ordinary share`
		let share = i + 1;
		while (share < i + 4 && KINDS_OF_SHARE.has(lexemes.word(share))) share++;
		if (share > i + 1 && /^(?:shares?|units?)$/.test(lexemes.word(share))) return { next: share + 1, name: singular(lexemes.word(share)) };
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

/** How shares are counted (IAS 33, Earnings per Share), and which of them. */
const KINDS_OF_SHARE: ReadonlySet<string> = new Set(
	"diluted basic ordinary common preferred preference fully adjusted new existing outstanding depositary american".split(" "),
);

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
