import { ADDING, SINGLE } from "../../tally-cues.ts";
import { MOVEMENTS } from "../data/trends.ts";
import type { FigureUnit, PlacedFigure } from "../figures.ts";
import { COUNTED_BY_ARTICLE } from "./cues.ts";
import { currencyBefore } from "./currency.ts";
import { nameEnd } from "./exclusions.ts";
import { type HedgeRead, hedgeBefore, hedgeBehind } from "./hedges.ts";
import { type Lexemes, WORD } from "./lexemes.ts";
import { isHyphen, type UnitRead } from "./measures.ts";
import { isAndAHalf, oneBefore } from "./numbers/fractions.ts";
import type { NumberRead } from "./numbers/number.ts";
import { mayBeginNumber, readNumber } from "./numbers/read.ts";
import { type Atom, joinRanges } from "./ranges.ts";
import { trendBefore, trendBehind } from "./trends.ts";
import { isHundredths, unitBehind } from "./units.ts";

/** Every figure of a text, in order. */
export function readFigures(lexemes: Lexemes): PlacedFigure[] {
	const atoms = joinRanges(lexemes, readAtoms(lexemes));
	const figures: PlacedFigure[] = [];
	const lent = lentUnits(lexemes, atoms);
	for (const [i, atom] of atoms.entries()) figures.push(figureOf(lexemes, atom, lent[i], figures));
	return figures;
}

/** Numbers with their signs and units; names and dates are left out. */
function readAtoms(lexemes: Lexemes): Atom[] {
	const atoms: Atom[] = [];
	for (let i = 0; i < lexemes.length; ) {
		if (!mayBeginNumber(lexemes, i)) {
			i++;
			continue;
		}
		if (isMereArticle(lexemes, i)) {
			i++;
			continue;
		}
		const money = currencyBefore(lexemes, i);
		const number = readNumber(lexemes, i, money !== undefined) ?? oneBefore(lexemes, i);
		if (!number) {
			i++;
			continue;
		}
		const close = hedgeBehind(lexemes, number.next);
		const hedgeNext = close?.at ?? number.next;
		const unit =
			unitBehind(lexemes, hedgeNext, money) ??
			partOfUnit(lexemes, number) ??
			(number.share || isShare(lexemes, number.fraction, number.next) ? shareUnit(number.next) : undefined);
		const known = { hasUnit: unit !== undefined, hasSign: money !== undefined || unit?.kind === "percent", next: unit?.next ?? hedgeNext };
		const end = nameEnd(lexemes, number, known);
		if (end) {
			i = Math.max(end, i + 1);
			continue;
		}
		const first = money?.first ?? number.first;
		const half = unit?.kind === "measure" && number.decimals === 0 && isAndAHalf(lexemes, unit.next);
		const atom: Atom = {
			first,
			next: half ? unit.next + 3 : (unit?.next ?? hedgeNext),
			number: half ? { ...number, value: number.value + 0.5, decimals: 1 } : number,
			money,
			unit: half ? { ...unit, next: unit.next + 3 } : unit,
			negative: isNegative(lexemes, number.first, first),
			hedgeNext,
		};
		const whole = withHundredths(atoms, atom, lexemes) ?? withSmallerUnit(lexemes, atoms.at(-1), atom);
		if (whole) atoms[atoms.length - 1] = whole;
		else atoms.push(atom);
		i = Math.max(atom.next, i + 1);
	}
	return atoms;
}

/** Whether an article stands before nothing that it could count: `a hundred`, `a third` and `a mile and a half` are figures. One word in forty is one. */
function isMereArticle(lexemes: Lexemes, i: number): boolean {
	if (!lexemes.is(i, SINGLE) || lexemes.end(i) - lexemes.start(i) > 2) return false;
	return !lexemes.is(i + 1, COUNTED_BY_ARTICLE) && !lexemes.is(i + 2, ADDING);
}

/** `1/16 of a pint`, `three-quarters of an inch`: the unit that a fraction is of. */
function partOfUnit(lexemes: Lexemes, number: NumberRead): UnitRead | undefined {
	if (!number.fraction) return undefined;
	// `half a point`, `a quarter of a point`: rates move by parts of percentage points.
	const ofOne = lexemes.word(number.next) === "of" && lexemes.word(number.next + 1) === "a" ? number.next + 2 : number.next;
	if (lexemes.word(ofOne) === "point" && (ofOne > number.next || lexemes.word(ofOne - 1) === "a"))
		return { first: number.next, next: ofOne + 1, name: "percentage point", kind: "percent" };
	const article = lexemes.word(number.next + 1);
	if (lexemes.word(number.next) !== "of") return undefined;
	// `half of 1 percent` is 0.5 percent, half of one mile half a mile.
	if (article !== "a" && article !== "an" && article !== "1" && article !== "one") return undefined;
	const unit = unitBehind(lexemes, number.next + 2, undefined);
	return unit && { ...unit, first: number.next };
}

/** A fraction without a unit is a share: `a third of`, `two-thirds majority`. */
function isShare(lexemes: Lexemes, fraction: true | undefined, next: number): boolean {
	return fraction === true && !isHyphen(lexemes.raw(next));
}

function shareUnit(at: number): UnitRead {
	return { first: at, next: at, name: "percent", kind: "percent" };
}

/** A minus that touches the figure or its sign, and nothing before it: `-5`, `$-50.8bn`, `−$3m`. */
function isNegative(lexemes: Lexemes, number: number, first: number): boolean {
	for (const at of first === number ? [number] : [number, first]) {
		const raw = lexemes.raw(at - 1);
		if (
			(raw === "-" || raw === "−" || raw === "–") &&
			lexemes.touches(at) &&
			(!lexemes.touches(at - 1) || lexemes.raw(at - 2) === "(" || at - 1 > first)
		)
			return raw !== "–" || !/\d$/.test(lexemes.raw(at - 2));
	}
	// `plus or minus 3 points` is a margin.
	return isMinus(lexemes.word(first - 1)) && lexemes.word(first - 2) !== "or";
}

function isMinus(word: string): boolean {
	return word === "minus" || word === "negative";
}

/** `10 dollars and 20 cents`: one amount. */
function withHundredths(atoms: readonly Atom[], atom: Atom, lexemes: Lexemes): Atom | undefined {
	const whole = atoms.at(-1);
	if (
		!atom.unit?.hundredths ||
		atom.unit.kind !== "currency" ||
		!whole?.unit ||
		whole.unit.kind !== "currency" ||
		whole.unit.hundredths ||
		whole.to
	)
		return undefined;
	const between = atom.first - whole.next;
	if (
		between > 1 ||
		(between === 1 && lexemes.word(whole.next) !== "and") ||
		whole.number.value % 1 !== 0 ||
		atom.number.value >= 100 ||
		!isHundredths(lexemes, atom.unit.next - 1)
	)
		return undefined;
	const number = { ...whole.number, next: atom.number.next, value: whole.number.value + atom.number.value / 100, decimals: 2 };
	return { ...whole, next: atom.next, number, unit: { ...whole.unit, next: atom.unit.next }, hedgeNext: atom.hedgeNext };
}

/** `6 feet 4 inches`, `12 stone and 13 pounds`: one figure, counted in the smaller unit. */
function withSmallerUnit(lexemes: Lexemes, whole: Atom | undefined, part: Atom): Atom | undefined {
	const { unit } = part;
	if (unit?.kind !== "measure" || whole?.unit?.kind !== "measure" || unit.hyphenated || whole.to) return undefined;
	const many = PARTS_OF_UNITS[whole.unit.name]?.[unit.name];
	if (many === undefined || whole.number.value % 1 !== 0 || part.number.value >= many || whole.number.scale !== 1) return undefined;
	const joint = lexemes.word(whole.next);
	const isJoined = part.first === whole.next || (part.first === whole.next + 1 && (joint === "and" || joint === ","));
	// `Between 2 pounds and 12 ounces` has two ends, `6 feet, 4 inches taller than he is` two lengths.
	if (!isJoined || lexemes.word(whole.first - 1) === "between" || (joint === "," && lexemes.word(unit.next).endsWith("er")))
		return undefined;
	const value = exact(whole.number.value * many + part.number.value);
	return { ...whole, next: part.next, number: { ...part.number, first: whole.number.first, value }, unit, hedgeNext: part.hedgeNext };
}

/** How many of a smaller unit are one of a bigger one, where a length or a weight is told in both (NIST Handbook 44, appendix C). */
const PARTS_OF_UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	foot: { inch: 12 },
	yard: { foot: 3 },
	pound: { ounce: 16 },
	stone: { pound: 14 },
};

/** The units that bare figures share with the next ones of their rows (`7- or 8-inch`, `3, 4 and 5 miles`), by index. */
function lentUnits(lexemes: Lexemes, atoms: readonly Atom[]): (UnitRead | undefined)[] {
	const lent: (UnitRead | undefined)[] = [];
	for (let i = atoms.length - 2; i >= 0; i--) {
		const [atom, next] = [atoms[i] as Atom, atoms[i + 1] as Atom];
		if (atom.unit || !isRow(lexemes, atom, next)) continue;
		const unit = next.unit ?? lent[i + 1];
		if (unit && !isShareUnit(unit)) lent[i] = unit;
	}
	return lent;
}

/** Whether nothing but a comma or a conjunction stands between two figures. */
export function isRow(lexemes: Lexemes, a: { readonly next: number }, b: { readonly first: number }): boolean {
	let at = a.next;
	if (isBy(lexemes, at, b.first)) return true;
	if (isHyphen(lexemes.raw(at)) && lexemes.touches(at) && (!lexemes.touches(at + 1) || lexemes.raw(at + 1) === ",")) at++;
	if (lexemes.raw(at) === "," && at < b.first) at++;
	const word = lexemes.word(at);
	if ((word === "and" || word === "or" || word === "&") && at < b.first) at++;
	return at === b.first && b.first > a.next;
}

/** `a 4-by-6-inch photo`, `3 x 5 inches`: the two sides of something; `12.5 ± 0.5 kg`: a value and its margin. */
function isBy(lexemes: Lexemes, at: number, next: number): boolean {
	if (isHyphen(lexemes.raw(at)) && lexemes.touches(at) && lexemes.word(at + 1) === "by")
		return next === at + 3 && isHyphen(lexemes.raw(at + 2));
	return next === at + 1 && /^(?:by|x|×|±)$/.test(lexemes.word(at));
}

function figureOf(lexemes: Lexemes, atom: Atom, lent: UnitRead | undefined, figures: readonly PlacedFigure[]): PlacedFigure {
	const { number, to } = atom;
	const before = figures.at(-1);
	const unit = atom.unit ?? lent;
	const bound = boundOf(lexemes, atom, unit, before);
	const factor = unit?.hundredths ? 0.01 : unit && number.fraction && isShareUnit(unit) ? 100 : 1;
	const sign = (each: Atom) => (each.negative || each.unit?.negative ? -1 : 1);
	const value = sign(atom) * exact(number.value * factor);
	const high = to
		? sign(to) * exact(to.number.high ?? to.number.value * factor)
		: number.high === undefined
			? undefined
			: number.high * factor;
	const next = Math.max(atom.next, bound.next);
	const moved = isEndBehindYear(lexemes, bound.first, figures)
		? ({ role: "to" } as const)
		: movementOf(lexemes, bound.first, next, unit, before, atom);
	// All figures have the same properties, so that whoever reads them finds them in the same places.
	return {
		start: signStart(lexemes, atom),
		end: lexemes.end((to ?? atom).number.next - 1),
		value,
		high,
		decimals: Math.max(number.decimals, to?.number.decimals ?? 0),
		scale: (to?.number.scale ?? number.scale) * (unit?.hundredths ? 0.01 : 1),
		vague: number.vague,
		hedge: bound.hedge,
		trend: moved.trend,
		role: moved.role,
		unit: unit && unitOf(lexemes, unit),
		hedgeStart: bound.first < atom.first ? lexemes.start(bound.first) : undefined,
		hedgeEnd: bound.end ? lexemes.end(bound.end - 1) : undefined,
		first: atom.first,
		next,
		number,
		nounAt: (to ?? atom).hedgeNext,
		lent: lent && true,
	};
}

/** Where a figure begins: at its minus or the word for it, else at its first digit or word. */
function signStart(lexemes: Lexemes, { negative, number, first }: Atom): number {
	if (!negative) return lexemes.start(number.first);
	if (isMinus(lexemes.word(first - 1))) return lexemes.start(first - 1);
	// `$-5` or `-$5`
	const inside = first < number.first && isHyphen(lexemes.raw(number.first - 1).replace("−", "-"));
	return lexemes.start((inside ? number.first : first) - 1);
}

function isShareUnit(unit: UnitRead): boolean {
	return unit.kind === "percent" && unit.first === unit.next;
}

/** Products as written in decimals: 0.1 * 3 is 0.3. */
function exact(value: number): number {
	if (Number.isInteger(value)) return value;
	// With four decimals at most it is what 15 digits spell: making them costs a hundred times as much.
	const shifted = Math.round(value * 1e4);
	return shifted / 1e4 === value && Math.abs(shifted) < 1e15 ? value : Number(value.toPrecision(15));
}

function unitOf(lexemes: Lexemes, unit: UnitRead): FigureUnit {
	const start = lexemes.start(unit.first);
	const end = unit.next > unit.first ? lexemes.end(unit.next - 1) : start;
	return { start, end: Math.max(start, end), name: unit.name, kind: unit.kind, ...(unit.hyphenated && { hyphenated: true }) };
}

interface Bound {
	readonly hedge: HedgeRead["hedge"];
	/** First lexeme of the figure with its hedge. */
	readonly first: number;
	/** Lexeme behind the figure, its unit and its hedge. */
	readonly next: number;
	/** Lexeme behind a hedge that stands behind; 0 when none does. */
	readonly end: number;
}

function boundOf(lexemes: Lexemes, atom: Atom, unit: UnitRead | undefined, before: PlacedFigure | undefined): Bound {
	const minus = atom.negative && lexemes.touches(atom.first) ? atom.first - 1 : atom.first;
	const front = hedgeBefore(lexemes, minus, unit?.kind === "time");
	const last = (atom.to ?? atom).number.next;
	const close = hedgeBehind(lexemes, last);
	const far = unit && unit === atom.unit ? hedgeBehind(lexemes, atom.next) : undefined;
	const behind = close ?? far;
	const next = far?.at ?? atom.next;
	if (front) return { hedge: front.hedge, first: front.at, next, end: behind?.at ?? 0 };
	if (behind) return { hedge: behind.hedge, first: atom.first, next, end: behind.at };
	// A figure in brackets says the one before it again in another unit: `more than 7 million crowns ($1 million)`.
	const restates =
		before && unit && before.unit && lexemes.raw(atom.first - 1) === "(" && before.next >= atom.first - 1 && before.unit.name !== unit.name;
	// `(224 kW / 300 PS)`
	const restatesToo =
		before &&
		unit &&
		before.unit &&
		lexemes.raw(atom.first - 1) === "/" &&
		before.next === atom.first - 1 &&
		before.unit.name !== unit.name;
	return { hedge: restates || restatesToo ? before.hedge : "exactly", first: atom.first, next, end: 0 };
}

/** Whether a figure is where a movement led whose start was told with its year: `from 4 litres a day in 2009 to 7`. */
function isEndBehindYear(lexemes: Lexemes, first: number, figures: readonly PlacedFigure[]): boolean {
	if (lexemes.word(first - 1) !== "to" || figures.length < 2) return false;
	const [from, year] = [figures.at(-2) as PlacedFigure, figures.at(-1) as PlacedFigure];
	if (from.role !== "from" || from.high !== undefined || year.next !== first - 1 || year.first !== from.next + 1) return false;
	return lexemes.word(from.next) === "in" && /^(?:1[5-9]|20)\d\d$/.test(lexemes.raw(year.first));
}

function movementOf(
	lexemes: Lexemes,
	first: number,
	next: number,
	unit: UnitRead | undefined,
	before: PlacedFigure | undefined,
	atom: Atom,
): Pick<PlacedFigure, "trend" | "role"> {
	if (lexemes.word(next) === "times") return {};
	const isPoint = /^points?$/.test(lexemes.word(next));
	// Millions are lost by companies, not by prices: `lost $3 million` is a result and no movement.
	const isSum = unit?.kind === "currency";
	const movesPrices = unit?.kind === "percent" || (unit?.kind === "currency" && atom.number.scale === 1) || isPoint;
	const behind = unit || isPoint ? trendBehind(lexemes, isPoint ? next + 1 : next, movesPrices, isSum) : undefined;
	const moved = trendBefore(lexemes, first, movesPrices, isSum) ?? behind;
	if (moved) {
		// `rose 0.3% to 239`: the level has a role; the direction was said of the change.
		const said = moved.role === "to" && before?.role === "change" && first - before.next <= 8;
		return said ? { role: "to" } : moved;
	}
	// `from 40 in March to 50`
	if (before?.role === "from" && lexemes.word(first - 1) === "to" && first - before.next <= 8) return { role: "to" };
	if (before?.role !== "change" || before.trend === undefined) return {};
	// `closed up 1% at 105`
	if (lexemes.word(first - 1) === "at" && before.next === first - 1) return { role: "to" };
	// `lost 190 points, or 0.6%`, `grew by 600 jobs (2%)`: the same change once more.
	const joint = lexemes.word(first - 1);
	const gap = first - before.next;
	if ((joint === "or" || joint === "(") && gap <= 3) return { trend: before.trend, role: "change" };
	// `gains of 8 and 14 percent`, `dipped by 96 points and 50 points`
	const alike = unit ? unit.name === before.unit?.name : isPoint;
	// `fell 3 percent in May and 4 percent of shops closed`: the second is a share.
	const isShared = alike && (joint === "and" || joint === ",") && lexemes.word(next) !== "of";
	// `grew 0.2% quarter on quarter and 1.1% year on year`
	if (isShared && (gap <= 3 || (joint === "and" && isWords(lexemes, before.next, first)))) return { trend: before.trend, role: "change" };
	// `shares were down 2.3%, those of the other by 2.6%`
	if (joint === "by" && gap <= 8 && unit && before.unit?.name === unit.name && atom.first - before.next < 9)
		return { trend: before.trend, role: "change" };
	return {};
}

/** Whether nothing but a few words stand between two figures, none of which moves anything. */
function isWords(lexemes: Lexemes, from: number, to: number): boolean {
	if (to - from > MOST_WORDS) return false;
	for (let at = from; at < to; at++) if (lexemes.kind(at) !== WORD || MOVEMENTS.has(lexemes.word(at))) return false;
	return true;
}

/** `quarter on quarter and`, `in the north and`. */
const MOST_WORDS = 5;
