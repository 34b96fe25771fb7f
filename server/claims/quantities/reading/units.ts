import { HUNDREDTHS } from "../data/currencies.ts";
import { OPENS_UNIT } from "./cues.ts";
import { type CurrencyRead, currencyBehind } from "./currency.ts";
import { type Lexemes, MARK, NUMBER, WORD } from "./lexemes.ts";
import { customaryAt, isHyphen, isMagnitude, measureAt, type UnitRead } from "./measures.ts";
import { withRate } from "./rates.ts";

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
	// Most words and all figures are no unit.
	if (lexemes.kind(first) !== MARK && !lexemes.is(first, OPENS_UNIT)) return undefined;
	if (!hyphenated && lexemes.start(first) - lexemes.end(first - 1) > 2) return undefined;
	const unit = percentAt(lexemes, first) ?? moneyAt(lexemes, first) ?? measureAt(lexemes, first) ?? customaryAt(lexemes, first);
	if (!unit) return undefined;
	const marked: UnitRead = hyphenated ? { ...unit, hyphenated: true } : unit;
	return marked.kind === "percent" ? marked : withRate(lexemes, marked);
}

function percentAt(lexemes: Lexemes, i: number): UnitRead | undefined {
	let next = 0;
	// Few figures have one: words are looked at where there is no sign.
	const word = lexemes.kind(i) === WORD ? lexemes.word(i) : "";
	const raw = word ? "" : lexemes.raw(i);
	if (raw === "%" || raw === "％") next = i + 1;
	else if (!word) return undefined;
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

/** Whether a currency's hundredths are named at a lexeme: what adds to `10 dollars and`. */
export function isHundredths(lexemes: Lexemes, i: number): boolean {
	return HUNDREDTHS.has(lexemes.word(i)) || lexemes.raw(i) === "¢";
}
