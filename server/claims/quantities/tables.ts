import type { BlockContext } from "../../prose/block.ts";
import type { FoundQuantity, Unit } from "./claims.ts";
import { CODES, DOLLARS, SIGNS } from "./data/currencies.ts";
import { MAGNITUDES, SCALES, SHORT_SCALES } from "./data/number-words.ts";
import { type Lexemes, lexemesOf, WORD } from "./reading/lexemes.ts";
import { isPlural } from "./reading/nouns.ts";
import { readNumber } from "./reading/numbers/read.ts";
import { singular } from "./reading/singular.ts";
import { unitBehind } from "./reading/units.ts";

type Cell = NonNullable<BlockContext["cell"]>;

/** The unit of a column or a row as its name says it: `Revenue ($m)`, `Area, km²`, `Share (%)`, `Workers`. */
interface NamedUnit extends Unit {
	/** What every figure below is multiplied by: 1e6 for `$m`. */
	readonly scale: number;
}

/**
 * The figure of a table cell that holds one bare number and nothing else, with the unit of its column's header, else of its row's name.
 * Undefined when the cell holds words, or a number that only counts rows or names a year.
 */
export function findInCell(text: string, cell: Cell): FoundQuantity | undefined {
	if (cell.isHeader || NOT_MEASURES.test(cell.header)) return undefined;
	const lexemes = lexemesOf(text);
	const signed = SIGN.test(lexemes.raw(0));
	const first = signed ? 1 : 0;
	const number = readNumber(lexemes, first, false);
	if (!number || number.next < lexemes.length || number.share) return undefined;
	const unit = unitOfName(cell.header) ?? unitOfName(cell.row);
	const isYear = number.plain === true && number.value >= 1500 && number.value < 2100 && number.value % 1 === 0;
	if (!unit && (isYear || cell.header === "" || text.trim() === cell.row)) return undefined;
	if (isYear && unit?.kind === "none") return undefined;
	const { name, kind, scale } = unit ?? { name: "none", kind: "none", scale: 1 };
	const size = (value: number): number => Number(((signed && lexemes.raw(0) !== "+" ? -value : value) * scale).toPrecision(15));
	return {
		kind: KINDS[kind],
		start: lexemes.start(0),
		end: lexemes.end(number.next - 1),
		quantity: {
			value: size(number.value),
			decimals: number.decimals,
			scale: number.scale * scale,
			unit: name,
			unitKind: kind,
			hedge: "exactly",
			...(number.vague && { vague: true }),
		},
	};
}

const KINDS = { currency: "money", percent: "percent", measure: "measure", noun: "count", none: "count" } as const;
const SIGN = /^[-+−–]$/;

// Columns whose numbers order, date or name the rows.
const NOT_MEASURES =
	/^(?:no\.?|#|rank|ranking|pos(?:ition)?\.?|place|year|years|date|season|founded|opened|built|born|since|id|code|phone|telephone|zip|postcode|page|chapter|version|model|edition|round|week|day|time|score|result|record)\b/i;

/** Reads the unit out of a header. Exported for cells with a unit of their own, which win. */
function unitOfName(name: string): NamedUnit | undefined {
	if (name === "") return undefined;
	const lexemes = lexemesOf(name);
	let currency: string | undefined;
	let scale = 1;
	let unit: Unit | undefined;
	let inBrackets = false;
	for (let i = 0; i < lexemes.length; i++) {
		const raw = lexemes.raw(i);
		const word = lexemes.word(i);
		if (raw === "(" || raw === "[" || raw === "," || raw === "/" || word === "in" || word === "of") {
			inBrackets = true;
			continue;
		}
		const sign = SIGNS.get(raw);
		if (sign) currency = (raw === "$" && lexemes.touches(i) ? DOLLARS.get(lexemes.raw(i - 1)) : undefined) ?? sign;
		else if (CODES.has(raw)) currency = raw;
		else if (raw === "%" || word === "percent" || word === "percentage" || (word === "per" && lexemes.word(i + 1) === "cent")) {
			const points = word === "percentage" && /^points?$/.test(lexemes.word(i + 1));
			return { name: points ? "percentage point" : "percent", kind: "percent", scale: 1 };
		} else if (inBrackets || currency) {
			const by =
				SCALES.get(word) ?? MAGNITUDES.get(word) ?? (raw === "000" || raw === "000s" ? 1e3 : currency ? SHORT_SCALES.get(word) : undefined);
			if (by !== undefined) scale *= by;
			else unit ??= unitIn(lexemes, i);
		}
	}
	if (currency) return { name: currency, kind: "currency", scale };
	if (unit) return { ...unit, scale };
	const last = lexemes.word(lexemes.length - 1);
	if (
		lexemes.length <= 3 &&
		lexemes.kind(lexemes.length - 1) === WORD &&
		isPlural(last) &&
		!/^(?:sales|profits|losses|earnings|results|totals|assets)$/.test(last)
	) {
		const before = Array.from({ length: lexemes.length - 1 }, (_, i) => lexemes.word(i));
		return { name: [...before, singular(last)].join(" "), kind: "noun", scale };
	}
	return scale > 1 ? { name: "none", kind: "none", scale } : undefined;
}

function unitIn(lexemes: Lexemes, i: number): Unit | undefined {
	const unit = unitBehind(lexemes, i, undefined);
	if (!unit) return undefined;
	return { name: unit.name, kind: unit.kind === "time" ? "measure" : unit.kind };
}
