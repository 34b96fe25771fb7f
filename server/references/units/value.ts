import { CURRENCY_NAMES, SCALES } from "./units-data.ts";

/** A table's cell read as a figure. Digits are kept: 0.28 at percent stays 0.28. */
export interface CellValue {
	readonly value: number;
	/** The upper end of a range. */
	readonly high?: number;
	/** As printed, without signs for units, footnote marks and grouping. */
	readonly printed: string;
	readonly decimals: number;
	/** A scale written in the cell itself: 1e9 for `42.5 billion`. */
	readonly scale: number;
	/** A unit written in the cell itself: `USD` for `$42.5`. */
	readonly unit?: string;
}

/** How a column writes its numbers, from a Data Package's schema. */
export interface NumberFormat {
	readonly decimalChar?: string;
	readonly groupChar?: string;
}

// What statistical offices and spreadsheets put where no value is: SDMX, Eurostat, World Bank, Excel.
const MISSING = new Set([
	"",
	"-",
	"–",
	"—",
	"..",
	"...",
	"…",
	":",
	"na",
	"n/a",
	"#n/a",
	"n.a.",
	"nan",
	"null",
	"none",
	"nil",
	"x",
	"*",
	"?",
	"not available",
	"no data",
	"unknown",
]);

/** Whether a cell says that there is no value. */
export function isMissing(cell: string): boolean {
	return cell === "" || MISSING.has(cell.trim().toLowerCase());
}

/**
 * A figure that is written with a comma for decimals or points between thousands, as the English way writes it: `33,1` is 33.1, `1.200.000` is 1200000.
 * Undefined where it may be either, as 1,200 may.
 */
export function inEnglish(cell: string): string | undefined {
	const decimal = /^([-−]?(?:\d{1,3}(?:\.\d{3}){1,9}|\d{1,15})),(\d{1,2}|\d{4,40})$/.exec(cell);
	if (decimal) return `${decimal[1]?.replaceAll(".", "")}.${decimal[2]}`;
	return /^[-−]?\d{1,3}(?:\.\d{3}){2,9}$/.test(cell) ? cell.replaceAll(".", "") : undefined;
}

const FIGURE = /^([+\-−–]?)(\d{1,400})?(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/i;
const FOOTNOTE = /\s{0,4}(?:\[[\da-z*†‡]{1,3}\]|\([a-z]\)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜ]{1,3})$/i;

/** Reads a cell such as `33.0`, `1,234`, `−5`, `(5)`, `10..12`, `42.5 billion`, `$3m`, `12.5%`, `99*`. `unitScale` scales the result. Undefined when it is no figure. */
export function parseValue(cell: string, unitScale: number, format: NumberFormat = {}): CellValue | undefined {
	const text = cell.trim();
	// Most cells are plain digits. Where points part thousands, 12.300 is none of them.
	const quick = isEnglish(format) ? plain(text, unitScale) : undefined;
	if (quick) return quick;
	const range = text.split(/\.\.|\s(?:to|[-–])\s|(?<=\d)[–](?=\d)/);
	if (range.length === 2 && range[0] && range[1]) {
		const high = parseValue(range[1], unitScale, format);
		const low = parseValue(
			range[0],
			high && high.scale !== 1 && /^[\d.,\s]{1,40}$/.test(range[0]) ? unitScale * high.scale : unitScale,
			format,
		);
		if (!low || !high) return undefined;
		return {
			...low,
			high: high.value,
			printed: `${low.printed}..${high.printed}`,
			decimals: Math.max(low.decimals, high.decimals),
			scale: high.scale,
			...(high.unit && { unit: high.unit }),
		};
	}
	return dressed(text, unitScale, format);
}

function isEnglish({ decimalChar = ".", groupChar }: NumberFormat): boolean {
	return decimalChar === "." && groupChar !== ".";
}

function plain(text: string, scale: number): CellValue | undefined {
	const match = FIGURE.exec(text);
	if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
	const [, sign = "", whole = "0", fraction = "", exponent = "0"] = match;
	const negative = sign !== "" && sign !== "+";
	const power = Math.round(Math.log10(scale));
	const isPower = 10 ** power === scale;
	const digits = Number(`${negative ? "-" : ""}${whole}.${fraction || "0"}e${Number(exponent) + (isPower ? power : 0)}`);
	return {
		value: isPower ? digits : digits * scale,
		printed: `${negative ? "-" : ""}${whole}${fraction && `.${fraction}`}${match[4] ? `e${exponent}` : ""}`,
		decimals: Math.max(0, fraction.length - Number(exponent)),
		scale: 1,
	};
}

/** A figure with grouping, signs for a unit, brackets for a minus, or a footnote mark. */
function dressed(text: string, unitScale: number, { decimalChar = ".", groupChar }: NumberFormat): CellValue | undefined {
	let rest = text.replace(FOOTNOTE, "").replace(/[\u00a0\u202f\u2009]/g, " ");
	const bracketed = /^\((.{1,80})\)$/.exec(rest);
	if (bracketed) rest = `-${bracketed[1]}`;
	rest = rest.replace(/^(?:c\.|ca\.|~|≈|about)\s{0,3}/i, "");
	let unit: string | undefined;
	rest = rest.replace(/^([+\-−]?)\s?(us\$|a\$|c\$|r\$|[$€£¥₹₩₽₺₪])\s?/i, (_, sign: string, symbol: string) => {
		unit = CURRENCY_NAMES[symbol.toLowerCase()];
		return sign;
	});
	let scale = 1;
	const tail = /^([+\-−]?[\d.,' ]{1,80}?)\s?([a-z%]{1,12})$/i.exec(rest);
	if (tail) {
		const word = (tail[2] as string).toLowerCase();
		if (word === "%") unit = "percent";
		else if (SCALES[word]) scale = SCALES[word] as number;
		else return undefined;
		rest = tail[1] as string;
	}
	if (groupChar) rest = rest.replaceAll(groupChar, "");
	if (decimalChar !== ".") rest = rest.replaceAll(decimalChar, ".");
	// Groups of three are grouping; anything else with a comma is not read.
	if (/^[+\-−]?\d{1,3}(?:[,' ]\d{3}){1,12}(?:\.\d{1,40})?$/.test(rest) || /^[+\-−]?\d{1,3}(?:,\d{2}){0,8},\d{3}(?:\.\d{1,40})?$/.test(rest))
		rest = rest.replace(/[,' ]/g, "");
	const figure = plain(rest.trim(), unitScale * scale);
	return figure && { ...figure, scale, ...(unit && { unit }) };
}
