import { claimOf, type FoundQuantity, type Unit } from "./claims.ts";
import { FATES } from "./data/words.ts";
import type { PlacedFigure, Reading } from "./figures.ts";
import { isRow } from "./reading/figures.ts";
import { type Lexemes, WORD } from "./reading/lexemes.ts";
import { isFunctionWord, nounBehind } from "./reading/nouns.ts";
import { isHyphen, rateAt } from "./reading/units.ts";

/** What was counted, and levels without a unit: `100 million wireless subscribers`, `thousands of satellites`, an index that `ended at 1,334.20`. */
export function findCounts(reading: Reading): FoundQuantity[] {
	const counted = reading.figures.map((figure) => (figure.unit ? undefined : ownNoun(reading, figure)));
	const found: FoundQuantity[] = [];
	for (const [i, figure] of reading.figures.entries()) {
		if (figure.unit) continue;
		const own = counted[i];
		const unit = own ?? lentNoun(reading, counted, i) ?? elliptic(reading, counted, i) ?? (standsBare(reading, figure) ? BARE : undefined);
		if (!unit) continue;
		found.push(
			claimOf(
				reading,
				figure,
				unit.kind === "percent" ? "percent" : unit.kind === "currency" ? "money" : "count",
				unit,
				unit.next ?? unitlessEnd(figure),
			),
		);
	}
	return found;
}

interface CountUnit extends Unit {
	/** Lexeme behind the noun when it stands with the figure. */
	readonly next?: number;
}

const BARE: CountUnit = { name: "none", kind: "none" };

function unitlessEnd(figure: PlacedFigure): number {
	return figure.nounAt;
}

function ownNoun({ lexemes }: Reading, figure: PlacedFigure): CountUnit | undefined {
	const noun = nounBehind(lexemes, figure.nounAt, figure.first, figure.vague === true);
	if (!noun) return undefined;
	const over = rateAt(lexemes, noun.next, false);
	return { name: over ? `${noun.name} per ${over.name}` : noun.name, kind: "noun", next: over?.next ?? noun.next };
}

/** The noun at the end of a row: `60,000, 70,000 and 80,000 homes`. */
function lentNoun({ lexemes, figures }: Reading, counted: readonly (CountUnit | undefined)[], i: number): CountUnit | undefined {
	for (let j = i; j < i + LONGEST_ROW; j++) {
		const [a, b] = [figures[j], figures[j + 1]];
		if (!a || !b || b.unit || !isRow(lexemes, a, b)) return undefined;
		const noun = counted[j + 1];
		if (noun) return { name: noun.name, kind: noun.kind };
	}
	return undefined;
}

const LONGEST_ROW = 12;

/** The unit that a bare figure takes from the one before it in its sentence: `460 cars, compared with 63 a year ago`, `rose by 2 percent and by 1`. */
function elliptic({ lexemes, figures }: Reading, counted: readonly (CountUnit | undefined)[], i: number): CountUnit | undefined {
	const figure = figures[i] as PlacedFigure;
	const before = figures[i - 1];
	if (!before || figure.number.fraction || !endsThere(lexemes, figure)) return undefined;
	for (let at = before.next; at < figure.first; at++) {
		const raw = lexemes.raw(at);
		if ((raw === "." && !lexemes.touches(at + 1)) || raw === ";" || raw === "?" || raw === "!") return undefined;
	}
	if (figure.first - before.next > LONGEST_GAP) return undefined;
	const joint = lexemes.word(figure.first - 1);
	const unit = before.unit;
	if (unit && !before.lent) {
		const isChange = figure.role === "change" && before.role === "change";
		if (isChange && joint === "by" && unit.kind !== "time") return { name: unit.name, kind: unit.kind as Unit["kind"] };
		return undefined;
	}
	const noun = counted[i - 1];
	return noun && ELLIPTIC.has(joint) ? { name: noun.name, kind: noun.kind } : undefined;
}

/** Lexemes between a figure and the one whose noun it shares. */
const LONGEST_GAP = 14;
const ELLIPTIC = new Set("with and from to than by versus against but or another".split(" "));

/** Whether a figure is followed by the end of a clause, a preposition or an adverb, so that no noun of its own follows. */
function endsThere(lexemes: Lexemes, figure: PlacedFigure): boolean {
	const at = figure.nounAt;
	if (lexemes.kind(at) === WORD) return isFunctionWord(lexemes.word(at));
	return !isHyphen(lexemes.raw(at)) && lexemes.raw(at) !== "/" && lexemes.raw(at) !== ":";
}

/** Whether a figure without unit and noun says something all the same: a level, a movement, a bounded number, or people and what became of them. */
function standsBare({ lexemes }: Reading, figure: PlacedFigure): boolean {
	const { number } = figure;
	if (lexemes.kind(figure.nounAt) === WORD && FATES.has(lexemes.word(figure.nounAt))) return true;
	if (figure.vague) return endsThere(lexemes, figure) && lexemes.word(figure.nounAt) !== "of";
	if (number.fraction || isHyphen(lexemes.raw(figure.nounAt))) return false;
	if (figure.high !== undefined) return figure.role !== undefined || number.scale > 1;
	if (number.scale > 1 || figure.role !== undefined) return endsThere(lexemes, figure);
	const grouped = !number.plain && !number.inWords && (figure.value >= 1000 || figure.decimals > 0);
	return grouped && endsThere(lexemes, figure);
}
