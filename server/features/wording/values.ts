import type { Hedge, Quantity } from "../../claims/claim.ts";
import { type Exactness, numberIn, unitOf } from "../../language/formats.ts";
import { type Language, said, say } from "../../language/language.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Fact } from "../../references/fact.ts";
import { day } from "./periods.ts";

/** How much of a value is written out as a word, as newspapers do. */
const SCALES: readonly (readonly [number, string])[] = [
	[1e12, "trillion"],
	[1e9, "billion"],
	[1e6, "million"],
];
const SIGNS: Readonly<Record<string, string>> = {
	USD: "$",
	EUR: "€",
	GBP: "£",
	JPY: "¥",
	INR: "₹",
	KRW: "₩",
	AUD: "A$",
	CAD: "C$",
	NZD: "NZ$",
	HKD: "HK$",
	BRL: "R$",
	ILS: "₪",
};

/** A value with its unit, before it is printed. */
export interface Figure {
	readonly value: number;
	/** The upper end of a range. */
	readonly high?: number | undefined;
	readonly scale: number;
	readonly decimals: number;
	/** As in `Fact.unit`. */
	readonly unit: string;
}

/**
 * A fact's value in the writer's manner: `$42.45 billion`, `24 million`, `0.75%`, `8 Apr 2022`. `written` is the quantity that it answers to. In another
 * language as `Intl` prints it: `42,45 Mrd. $`.
 */
export function factValue(fact: Fact, written?: Quantity, language?: Language): string {
	return fact.unit === "date" ? day(fact.printed, language) : figure(fact, fact.value, written, language);
}

/** A figure with its unit; `size` tells one from many. */
export function figure({ value, high, scale, decimals, unit }: Figure, size: number, written?: Quantity, language?: Language): string {
	const low = number(value, scale, decimals);
	if (language?.locale === undefined)
		return (
			inHundredths({ value, high, scale, decimals, unit }, written) ??
			onTheClock({ value, high, scale, decimals, unit }, written) ??
			withUnit(high === undefined ? low : `${low} to ${number(high, scale, decimals)}`, unit, size, written)
		);
	return figureIn(language, [value, high], exactnessOf(low), { unit, size, written });
}

/** `318.5p` where the writer, or else the pack, counts in pence: undefined for whatever is no sum of hundredths. */
function inHundredths({ value, high, scale, decimals, unit }: Figure, written: Quantity | undefined): string | undefined {
	const [currency = "", per] = unit.split(" per ");
	const sign = HUNDREDTHS[currency];
	if (sign === undefined || (written?.unitKind === "currency" ? written.scale : scale) !== HUNDREDTH || scale > 1) return undefined;
	const places = scale === HUNDREDTH ? decimals : Math.max(0, decimals - 2);
	const print = (sum: number): string => number(Number((sum / HUNDREDTH).toFixed(6)), 1, places);
	return `${print(value)}${high === undefined ? "" : ` to ${print(high)}`}${sign}${per === undefined ? "" : ` per ${per}`}`;
}

/** `8:22.41` of seconds where the writer gave minutes with them; undefined for whatever is none. */
function onTheClock({ value, high, decimals, unit }: Figure, written: Quantity | undefined): string | undefined {
	if (unit !== "second" || written?.unit !== "second" || written.value < 60 || value < 60 || high !== undefined) return undefined;
	const [whole = 0, rest] = [Math.floor(value), (value % 1).toFixed(decimals).slice(2)];
	const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part, i) =>
		String(part).padStart(i === 0 || (i === 1 && whole < 3600) ? 1 : 2, "0"),
	);
	return `${whole < 3600 ? "" : `${hours}:`}${minutes}:${seconds}${rest ? `.${rest}` : ""}`;
}

const HUNDREDTH = 0.01;
const HUNDREDTHS: Readonly<Record<string, string>> = { GBP: "p", USD: " cents", EUR: " cents" };

/** A number that was printed in English, with the unit it is in: `9,012` as `9.012 Kilometer`. */
export function printedFigure(printed: string, unit: string, language?: Language): string {
	const value = Number(printed.replaceAll(",", "").replace("−", "-"));
	if (language?.locale === undefined || Number.isNaN(value)) return withUnit(printed, unit, 2);
	return figureIn(language, [value], exactnessOf(printed), { unit, size: 2 });
}

/** Figures that were printed in English within a text of ours, as a language prints them: `27,349` and `5.2%`. */
export function renumbered(text: string, language: Language | undefined): string {
	if (language?.locale === undefined) return text;
	return text.replace(/(\d{1,3}(?:,\d{3}){1,6}|\d{1,18})((?:\.\d{1,12})?)(%?)/g, (_, whole: string, rest: string, percent: string) => {
		const value = Number(whole.replaceAll(",", "") + rest);
		return numberIn(language, [value], { places: Math.max(0, rest.length - 1) }, percent ? { unit: "percent" } : undefined) ?? text;
	});
}

/** As exactly as English prints it: its digits where a word says the size, else its places. */
function exactnessOf(printed: string): Exactness {
	return /illion$/.test(printed) ? { digits: printed.replace(/\D/g, "").length } : { places: printed.split(".")[1]?.length ?? 0 };
}

/** What `Intl` has a name for is printed by it; of other units the name is the pack's or the article's. */
function figureIn(
	language: Language,
	values: readonly [value: number, high?: number | undefined],
	exactness: Exactness,
	{ unit, size, written }: { readonly unit: string; readonly size: number; readonly written?: Quantity | undefined },
): string {
	const bare = (kind?: Parameters<typeof numberIn>[3]): string => numberIn(language, values, exactness, kind) ?? "";
	const [of = "", per] = unit.split(" per ");
	if (/^[A-Z]{3}$/.test(of)) return per === undefined ? bare({ currency: of }) : say(language, "{0} per {1}", bare({ currency: of }), per);
	const isPoints = unit === "percentage point" || (unit === "percent" && written?.unit === "percentage point");
	if (isPoints) return say(language, "{0} percentage points", bare());
	if (unit === "none" || unit === "" || (written?.unitKind === "none" && unit !== "percent")) return bare();
	if (unit === "person") return say(language, size === 1 ? "{0} person" : "{0} people", bare());
	const own = unitOf(language, unit);
	return own === undefined ? say(language, "{0} {1}", bare(), plural(unit, size)) : bare({ unit: own });
}

/** A figure with what bounds it, in one word for each bound whichever the writer chose: `over $25 billion` for `more than $25 billion`. */
export function hedged(hedge: Hedge, figure: string, language?: Language): string {
	const bound = HEDGES[hedge];
	return bound ? said(language, bound(figure)) : figure;
}

const HEDGES: Readonly<Record<Hedge, ((figure: string) => Phrase) | undefined>> = {
	exactly: undefined,
	about: (figure) => phrase("about {0}", figure),
	over: (figure) => phrase("over {0}", figure),
	under: (figure) => phrase("under {0}", figure),
	atLeast: (figure) => phrase("at least {0}", figure),
	atMost: (figure) => phrase("at most {0}", figure),
	nearly: (figure) => phrase("nearly {0}", figure),
	upTo: (figure) => phrase("up to {0}", figure),
};

/** A number with its unit, as printed: the sign of a currency in front, `%` behind. Counted nouns are left to the sentence. */
export function withUnit(value: string, unit: string, size: number, written?: Quantity): string {
	const [currency, per] = unit.split(" per ");
	if (/^[A-Z]{3}$/.test(currency ?? "")) {
		const sign = SIGNS[currency as string];
		const money = sign === undefined ? `${currency} ${value}` : value.startsWith("−") ? `−${sign}${value.slice(1)}` : `${sign}${value}`;
		return per === undefined ? money : `${money} per ${per}`;
	}
	if (unit === "percent") return written?.unit === "percentage point" ? `${value} percentage points` : `${value}%`;
	const degrees = /^(?:degrees? )?(celsius|fahrenheit)$/.exec(unit)?.[1];
	if (degrees) return `${value}°${degrees === "celsius" ? "C" : "F"}`;
	if (unit === "none" || unit === "" || written?.unitKind === "none") return value;
	return `${value} ${plural(unit, size)}`;
}

/** A value with its scale as a word when it is large: 42450000000 is `42.45 billion`. */
export function number(value: number, scale = 1, decimals = 0): string {
	const size = Math.abs(value);
	const sign = value < 0 ? "−" : "";
	// A thousand million is a billion, whichever the table counts in; a count printed in full is told in full unless it is round.
	const word = SCALES.find(([at]) => size >= at && (scale >= 1e6 || (scale === 1 && size % (at / 1000) === 0)));
	if (word) {
		const [at, name] = word;
		const places = scale === at ? decimals : Math.max(0, decimals + Math.round(Math.log10(at / scale)));
		return `${sign}${trim((size / at).toFixed(Math.min(6, places)), scale === at ? decimals : 0)} ${name}`;
	}
	// A table's 35980193.0 is a count.
	const places = size >= 1e5 && Number.isInteger(size) ? 0 : Math.min(10, Math.max(0, decimals - Math.round(Math.log10(scale))));
	return sign + formatOf(places).format(size);
}

function trim(text: string, keep: number): string {
	const [whole, rest] = text.split(".");
	if (rest === undefined) return grouping(text);
	const kept = rest.slice(0, keep) + rest.slice(keep).replace(/0{1,12}$/, "");
	const grouped = grouping(whole as string);
	return kept ? `${grouped}.${kept}` : grouped;
}

/** `1432` million is printed `1,432 million`. */
const grouping = (digits: string): string => formatOf(0).format(Number(digits));

/** Formats by their number of places: to make one takes longer than all else of a mark. */
const formats: Intl.NumberFormat[] = [];

function formatOf(places: number): Intl.NumberFormat {
	formats[places] ??= new Intl.NumberFormat("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
	return formats[places];
}

/** The plural of a unit's or a noun's name, as English forms it. */
export function plural(noun: string, count: number): string {
	if (Math.abs(count) === 1) return noun;
	// `loss in a row`: the head is what comes before.
	const behind = noun.search(/ (?:in|of) /);
	if (behind >= 0) return plural(noun.slice(0, behind), count) + noun.slice(behind);
	const [top, per] = noun.split(" per ");
	const many = pluralOf(top as string);
	return per === undefined ? many : `${many} per ${per}`;
}

function pluralOf(noun: string): string {
	const irregular: Record<string, string> = {
		person: "people",
		foot: "feet",
		inch: "inches",
		man: "men",
		woman: "women",
		child: "children",
		"percentage point": "percentage points",
	};
	const degree = /^degree (.+)$/.exec(noun);
	if (degree) return `degrees ${(degree[1] as string).replace(/^./, (letter) => letter.toUpperCase())}`;
	const last = noun.split(" ").at(-1) as string;
	if (/^(?:air|space|water|hover)?craft$|^(?:series|species|sheep|fish|deer|offspring|hertz)$/.test(last)) return noun;
	if (irregular[last]) return noun.slice(0, noun.length - last.length) + irregular[last];
	if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	return `${noun}s`;
}
