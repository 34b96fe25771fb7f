import type { CurrencyRead } from "./currency.ts";
import type { Lexemes } from "./lexemes.ts";
import { NUMBER } from "./lexemes.ts";
import { isHyphen, type UnitRead } from "./measures.ts";
import type { NumberRead } from "./numbers/number.ts";
import { rateAt } from "./rates.ts";
import { isMoveFrom, trendBefore } from "./trends.ts";

/** A number with what touches it: the unit of an atom becomes its range's or its neighbour's. Lexeme indices, half open. */
export interface Atom {
	/** First lexeme, currency sign included. */
	readonly first: number;
	/** Behind the number, its hedge and its unit. */
	readonly next: number;
	readonly number: NumberRead;
	readonly money: CurrencyRead | undefined;
	readonly unit: UnitRead | undefined;
	readonly negative: boolean;
	/** A minus, a hyphen or a dash stands directly before it. */
	readonly hedgeNext: number;
	/** Other end of a range. */
	readonly to?: Atom;
}

/** Joins atoms that are the two ends of a range, and lends units along rows (`7- or 8-inch`, `$3, $4 and $5 million`). */
export function joinRanges(lexemes: Lexemes, atoms: readonly Atom[]): Atom[] {
	const joined: Atom[] = [];
	for (let i = 0; i < atoms.length; i++) {
		const b = atoms[i + 1];
		const a = asMillions(lexemes, atoms[i] as Atom, b);
		const range = b && joinsRange(lexemes, a, b) ? rangeOf(lexemes, a, b) : undefined;
		if (!range || !b) joined.push(a);
		else {
			i++;
			// `grew from 4 to 5%` names two levels, which share a unit.
			if (isMoveFrom(lexemes, a.first))
				joined.push({ ...a, number: range.number, unit: a.unit ?? b.unit }, { ...b, unit: b.unit ?? a.unit });
			else joined.push(range);
		}
	}
	return joined;
}

/** `1.2m-1.5m users`: the first end is in millions when the other one, written alike, is. */
function asMillions(lexemes: Lexemes, a: Atom, b: Atom | undefined): Atom {
	if (
		b?.number.scale !== 1e6 ||
		a.unit?.name !== "metre" ||
		lexemes.raw(b.number.next - 1) !== "m" ||
		connectorOf(lexemes, a, b) !== "dash"
	)
		return a;
	const number = { ...a.number, next: a.unit.next, value: Number((a.number.value * 1e6).toPrecision(15)), scale: 1e6 };
	return { ...a, number, unit: undefined };
}

type Connector = "dash" | "to" | "and" | "or";

function joinsRange(lexemes: Lexemes, a: Atom, b: Atom): boolean {
	const connector = connectorOf(lexemes, a, b);
	if (!connector || (a.number.high !== undefined && !b.number.vague) || b.number.share || a.number.share) return false;
	const [unit, other] = [a.unit?.name, b.unit?.name];
	if (a.money && b.unit?.kind !== "currency" && unit !== other) {
		// `rose $5 to 20` is a change and a level; `pays $300 to 350 million` is one range.
		if (other !== undefined || (connector === "to" && !opensRange(lexemes, a) && trendBefore(lexemes, a.first, true)?.role === "change"))
			return false;
		if (connector === "to") return b.number.value > a.number.value || b.number.scale > a.number.scale;
	}
	// `rose half a cent to $1.25`
	const [hundredths, others] = [a.unit?.hundredths === true, b.unit?.hundredths === true];
	if (hundredths !== others && other !== undefined && connector === "to" && trendBefore(lexemes, a.first, true)?.role === "change")
		return false;
	const same = unit === other || rateless(unit) === rateless(other);
	if (connector === "or" && isHyphen(lexemes.raw(a.next))) return false;
	if (connector === "or")
		return (
			!a.money && unit === undefined && !b.money && a.number.value < b.number.value && a.number.scale === 1 && isNext(a.number, b.number)
		);
	// `leads by 49 percent to 47 percent` sets two figures side by side: a range that falls says from.
	const from = hundredths && !others ? a.number.value / 100 : a.number.value;
	if (connector === "to" && b.number.value < from && a.number.scale >= b.number.scale && !a.negative && !opensRange(lexemes, a))
		return false;
	// `rose five pence to 913 pence`: a step and where it led, told from a range by their sizes.
	if (
		connector === "to" &&
		same &&
		unit !== undefined &&
		b.number.value >= 4 * a.number.value &&
		trendBefore(lexemes, a.first, true)?.role === "change"
	)
		return false;
	if (unit === undefined) return !(b.money && connector !== "dash" && !opensRange(lexemes, a));
	if (same) return connector === "dash" || opensRange(lexemes, a) || !a.money || connector === "to";
	// `5% to 27,349` is a change and a level; `from 21 mpg to 23` is one range.
	if (other === undefined) return connector === "dash" ? a.money !== undefined : connector === "and" || opensRange(lexemes, a);
	return false;
}

/** `two or three`, `40 or 50`, `100 or 200`: neighbours on a round scale are a guess at one number. */
function isNext(a: NumberRead, b: NumberRead): boolean {
	const step = b.value - a.value;
	return (
		step === 1 ||
		(step > 0 && a.value % step === 0 && step >= 10 && a.value >= step && b.value <= 3 * a.value && /^[15]0*$/.test(String(step)))
	);
}

function rateless(unit: string | undefined): string | undefined {
	return unit?.split(" per ")[0];
}

/** Whether `from` or `between` stands before an atom, hedges between them allowed. */
function opensRange(lexemes: Lexemes, a: Atom): boolean {
	for (let at = a.first - 1; at >= a.first - 4; at--) {
		const word = lexemes.word(at);
		if (word === "from" || word === "between" || word === "of" || word === "ranging" || word === "range" || word === "ranges") return true;
		if (!/^(?:about|around|roughly|some|approximately|nearly|just|over|under|almost|the|a)$/.test(word)) return false;
	}
	return false;
}

function connectorOf(lexemes: Lexemes, a: Atom, b: Atom): Connector | undefined {
	let at = a.next;
	// `8- to 16-metre`, `200,000 to-260,000`
	if (isHyphen(lexemes.raw(at)) && lexemes.touches(at) && !lexemes.touches(at + 1) && b.first - at === 2) at++;
	const gap = b.first - at;
	// `15-to-24-year-olds`
	if (gap === 3 && isHyphen(lexemes.raw(at)) && isHyphen(lexemes.raw(at + 2)) && lexemes.word(at + 1) === "to") return "to";
	const word = lexemes.word(at);
	if (gap === 2 && isHyphen(lexemes.raw(at + 1)) && word === "to") return "to";
	if (gap !== 1) return gap === 0 && b.negative && lexemes.kind(b.first) !== NUMBER && !b.money ? undefined : undefined;
	if (isHyphen(word) || word === "–" || word === "−" || word === "~" || (word === "—" && lexemes.touches(at) && lexemes.touches(b.first))) {
		if (isHyphen(word) && lexemes.touches(at) !== lexemes.touches(at + 1)) return undefined;
		return "dash";
	}
	if (word === "to" || word === "through" || word === "till" || word === "until") return "to";
	if (word === "and") return opensBetween(lexemes, a) ? "and" : undefined;
	return word === "or" ? "or" : undefined;
}

function opensBetween(lexemes: Lexemes, a: Atom): boolean {
	for (let at = a.first - 1; at >= a.first - 4; at--) {
		const word = lexemes.word(at);
		if (word === "between") return true;
		if (!/^(?:about|around|roughly|some|approximately|nearly|just|over|a|an)$/.test(word)) return false;
	}
	return false;
}

function rangeOf(lexemes: Lexemes, a: Atom, b: Atom): Atom {
	// `10 to 12 million`, `$10–12bn`: the first end takes the second's scale when it is bare and would be the smaller one.
	const mantissa = b.number.value / b.number.scale;
	const shares = a.number.scale === 1 && b.number.scale > 1 && a.number.value < 1000 && a.number.value <= mantissa && !(a.unit && !a.money);
	const number = shares
		? { ...a.number, value: Number((a.number.value * b.number.scale).toPrecision(15)), scale: b.number.scale }
		: a.number;
	const inCents = a.unit?.hundredths && b.unit && !b.unit.hundredths;
	const unit = b.unit ?? withRateBehind(lexemes, a.unit, b.next);
	return {
		first: a.first,
		next: Math.max(b.next, unit?.next ?? 0),
		// `50 cents to $1.50`
		number: inCents ? { ...number, value: number.value / 100, decimals: 2 } : number,
		money: a.money ?? b.money,
		unit,
		negative: a.negative,
		hedgeNext: b.hedgeNext,
		to: b,
	};
}

/** `$10-15 per share`: what the price is by stands behind the second end. */
function withRateBehind(lexemes: Lexemes, unit: UnitRead | undefined, i: number): UnitRead | undefined {
	const over = unit?.kind === "currency" && !unit.name.includes(" per ") ? rateAt(lexemes, i, true) : undefined;
	return unit && over ? { ...unit, next: over.next, name: `${unit.name} per ${over.name}` } : unit;
}
