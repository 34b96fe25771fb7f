import type { Quantity } from "../../claims/claim.ts";
import { CODES } from "../../claims/quantities/data/currencies.ts";

/** How a fact's unit stands to a written one: a factor from the fact's unit to the writer's, or not comparable. */
export interface UnitFit {
	/** Multiply the fact's value by this; add `offset` afterwards (temperatures). */
	readonly factor: number;
	readonly offset: number;
	/** The same unit by name, or counted nouns of one head. */
	readonly exact: boolean;
	/** Another currency, or another time that so much is paid for: never converted. The same figure in it is a slip, any other says nothing. */
	readonly foreign?: boolean;
	/** A bare number against a sum of money: only where the words name a currency. */
	readonly bare?: boolean;
	/** `$880 a dose` against a price in dollars: what the reference's price is for is not said. Agrees, and never contradicts. */
	readonly loose?: boolean;
}

const SAME: UnitFit = { factor: 1, offset: 0, exact: true };
const LIKELY: UnitFit = { factor: 1, offset: 0, exact: false };
const LOOSE: UnitFit = { ...LIKELY, loose: true };
const FOREIGN: UnitFit = { ...SAME, foreign: true };
const BARE: UnitFit = { ...LIKELY, bare: true };

/**
 * Whether a fact in `factUnit` can be held against a written quantity. Currencies are never converted; measures of one dimension are;
 * counts compare with counts, whatever noun the writer chose, and only the words of the measure say whether it is the same thing.
 */
export function fitUnit(quantity: Quantity, factUnit: string): UnitFit | undefined {
	const written = quantity.unit;
	if (quantity.unitKind === "currency" && factUnit === written) return SAME;
	// Money is held against money and, where the words name a currency, against bare numbers.
	if (quantity.unitKind !== "currency" && quantity.unitKind !== "none" && isCurrency(factUnit)) return undefined;
	const unit = normal(factUnit);
	switch (quantity.unitKind) {
		case "currency":
			if (unit === normal(written)) return SAME;
			if (isCurrency(factUnit) && !factUnit.includes(" per ") && written.startsWith(`${factUnit} per `)) return LOOSE;
			// `a dividend of 12p` leaves out that it is paid a share.
			if (!written.includes(" per ") && factUnit === `${written} per share`) return LOOSE;
			if (!isCurrency(factUnit)) return undefined;
			if (factUnit.split(" per ")[1] === written.split(" per ")[1]) return FOREIGN;
			// `€900 a month` of what is paid a week.
			return PAYDAYS.test(factUnit) && PAYDAYS.test(written) && factUnit.slice(0, 3) === written.slice(0, 3) ? FOREIGN : undefined;
		case "percent":
			if (unit === normal(written)) return SAME;
			if (unit === "percent" || unit === "percentage point") return LIKELY;
			// `9.5%` of what a table gives as `% per year` or `% of income`.
			return /^(?:%|percent) (?:per|of) /.test(unit) ? LIKELY : undefined;
		case "measure":
			return convert(unit, normal(written));
		case "noun": {
			if (isCurrency(factUnit) || unit === "percent" || unit === "percentage point" || unit === "date") return undefined;
			if (!unit.includes(" per ") && / per (?:day|week|month|year)$/.test(written) && head(unit) === head(normal(written))) return LOOSE;
			if (unit.includes(" per ") !== written.includes(" per ")) return undefined;
			if (head(unit) === head(normal(written))) return SAME;
			return dimensionOf(unit) === undefined ? LIKELY : undefined;
		}
		default:
			if (unit === "date") return undefined;
			if (isCurrency(factUnit)) return BARE;
			// `5.2` may stand for 5.2 percent in a list of rates, `five` never.
			if ((unit === "percent" || unit === "percentage point") && quantity.decimals === 0) return undefined;
			return unit === "none" || unit === "" ? SAME : LIKELY;
	}
}

/** `$740 million` where the reference has Canadian dollars: the writer's own dollar may be meant, or another. Agrees, and never contradicts. */
export function fitBareDollar(written: string, fit: UnitFit, factUnit: string): UnitFit {
	return fit.foreign === true && BARE_DOLLAR.test(written) && DOLLARS.has(factUnit.slice(0, 3)) ? LOOSE : fit;
}

/** A dollar sign with no letters in front, or dollars that nobody is said to have. */
const BARE_DOLLAR = /^[^\p{L}$]*\$|^[\d.,\s]{1,30}(?:(?:thousand|million|billion|trillion) )?dollars?$/u;

/** Currencies that are called dollars at home. */
const DOLLARS: ReadonlySet<string> = new Set(
	"AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD ZWL".split(" "),
);

/** ISO 4217 codes are three capitals; a rate may follow. Not every three capitals are one: ships carry `TEU`. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}(?: per |$)/.test(unit) && CODES.has(unit.slice(0, 3));

const PAYDAYS = / per (?:hour|day|week|month|year)$/;

/** What of a unit's name may be written otherwise. */
const VARIES = /[A-Z]|[^ -~]|tre|degree|percentage|%|people/;

/** What of it is more than a capital letter, as currencies have. */
const SPELT = /tre|degree|percentage|%|people/;

function normal(unit: string): string {
	// Most units are written as they are kept.
	if (!VARIES.test(unit)) return unit;
	const lower = unit.toLowerCase();
	if (!SPELT.test(lower)) return lower;
	return lower
		.replace(/\bmetre/g, "meter")
		.replace(/(kilo|centi|milli|square |cubic |^| )metre/g, "$1meter")
		.replace(/litre/g, "liter")
		.replace(/^degrees? (?=celsius|fahrenheit)/, "")
		.replace(/^percentage$|^%$/, "percent")
		.replace(/^people$/, "person");
}

/** The last word before what a rate is counted by. */
function head(unit: string): string {
	const per = unit.indexOf(" per ");
	const top = per < 0 ? unit : unit.slice(0, per);
	return /[\s-]/.test(top) ? (top.split(/[\s-]/).at(-1) as string) : top;
}

function convert(from: string, to: string): UnitFit | undefined {
	if (from === to) return SAME;
	const [fromTop, fromPer] = from.split(" per ");
	const [toTop, toPer] = to.split(" per ");
	if (fromPer !== undefined || toPer !== undefined) {
		if (fromPer === undefined || toPer === undefined) return undefined;
		const top = convert(fromTop ?? "", toTop ?? "");
		const per = convert(fromPer, toPer);
		return top && per && top.offset === 0 ? { factor: top.factor / per.factor, offset: 0, exact: true } : undefined;
	}
	const a = UNITS[from];
	const b = UNITS[to];
	if (a || b) return a && b && a[0] === b[0] ? { factor: a[1] / b[1], offset: 0, exact: true } : undefined;
	const temperature = TEMPERATURES[`${from}>${to}`];
	return temperature && { ...temperature, exact: true };
}

function dimensionOf(unit: string): string | undefined {
	return UNITS[unit]?.[0];
}

const TEMPERATURES: Readonly<Record<string, { factor: number; offset: number }>> = {
	"celsius>fahrenheit": { factor: 1.8, offset: 32 },
	"fahrenheit>celsius": { factor: 1 / 1.8, offset: -32 / 1.8 },
	"kelvin>celsius": { factor: 1, offset: -273.15 },
	"celsius>kelvin": { factor: 1, offset: 273.15 },
};

/** Dimension and size in the dimension's own base. Source: NIST Special Publication 811 (2008), appendix B; SI brochure (2019) for prefixes. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
	millimeter: ["length", 0.001],
	centimeter: ["length", 0.01],
	meter: ["length", 1],
	kilometer: ["length", 1000],
	inch: ["length", 0.0254],
	foot: ["length", 0.3048],
	yard: ["length", 0.9144],
	mile: ["length", 1609.344],
	"nautical mile": ["length", 1852],
	"square meter": ["area", 1],
	"square kilometer": ["area", 1e6],
	"square foot": ["area", 0.09290304],
	"square mile": ["area", 2589988.110336],
	hectare: ["area", 1e4],
	acre: ["area", 4046.8564224],
	liter: ["volume", 0.001],
	milliliter: ["volume", 1e-6],
	"cubic meter": ["volume", 1],
	gallon: ["volume", 0.003785411784],
	barrel: ["volume", 0.158987294928],
	milligram: ["mass", 1e-6],
	gram: ["mass", 0.001],
	kilogram: ["mass", 1],
	tonne: ["mass", 1000],
	"metric ton": ["mass", 1000],
	ton: ["mass", 907.18474],
	ounce: ["mass", 0.028349523125],
	pound: ["mass", 0.45359237],
	second: ["time", 1],
	minute: ["time", 60],
	hour: ["time", 3600],
	day: ["time", 86400],
	week: ["time", 604800],
	month: ["calendar", 1],
	year: ["calendar", 12],
	decade: ["calendar", 120],
	century: ["calendar", 1200],
	watt: ["power", 1],
	kilowatt: ["power", 1e3],
	megawatt: ["power", 1e6],
	gigawatt: ["power", 1e9],
	terawatt: ["power", 1e12],
	horsepower: ["power", 745.69987158227],
	"watt hour": ["energy", 1],
	"kilowatt hour": ["energy", 1e3],
	"megawatt hour": ["energy", 1e6],
	"gigawatt hour": ["energy", 1e9],
	"terawatt hour": ["energy", 1e12],
	byte: ["data", 1],
	kilobyte: ["data", 1e3],
	megabyte: ["data", 1e6],
	gigabyte: ["data", 1e9],
	terabyte: ["data", 1e12],
	petabyte: ["data", 1e15],
	exabyte: ["data", 1e18],
	zettabyte: ["data", 1e21],
	"megabit per second": ["bandwidth", 1e6],
	"gigabit per second": ["bandwidth", 1e9],
	volt: ["voltage", 1],
	kilovolt: ["voltage", 1e3],
	hertz: ["frequency", 1],
	kilohertz: ["frequency", 1e3],
	megahertz: ["frequency", 1e6],
	gigahertz: ["frequency", 1e9],
};
