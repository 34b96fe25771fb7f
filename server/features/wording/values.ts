import type { Hedge, Quantity } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";

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
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A fact's value in the writer's manner: `$42.45 billion`, `24 million`, `0.75%`, `8 Apr 2022`. `written` is the quantity that it answers to. */
export function factValue(fact: Fact, written?: Quantity): string {
	if (fact.unit === "date") return day(fact.printed);
	const decimals = fact.decimals;
	const value =
		fact.high === undefined
			? number(fact.value, fact.scale, decimals)
			: `${number(fact.value, fact.scale, decimals)} to ${number(fact.high, fact.scale, decimals)}`;
	return withUnit(value, fact.unit, fact.value, written);
}

/** A figure with what bounds it, in one word for each bound whichever the writer chose: `over $25 billion` for `more than $25 billion`. */
export function hedged(hedge: Hedge, figure: string): string {
	return HEDGES[hedge] === "" ? figure : `${HEDGES[hedge]} ${figure}`;
}

const HEDGES: Readonly<Record<Hedge, string>> = {
	exactly: "",
	about: "about",
	over: "over",
	under: "under",
	atLeast: "at least",
	atMost: "at most",
	nearly: "nearly",
	upTo: "up to",
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
	return sign + new Intl.NumberFormat("en-US", { minimumFractionDigits: places, maximumFractionDigits: places }).format(size);
}

function trim(text: string, keep: number): string {
	const [whole, rest] = text.split(".");
	if (rest === undefined) return grouping(text);
	const kept = rest.slice(0, keep) + rest.slice(keep).replace(/0{1,12}$/, "");
	const grouped = grouping(whole as string);
	return kept ? `${grouped}.${kept}` : grouped;
}

/** `1432` million is printed `1,432 million`. */
const grouping = (digits: string): string => new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(Number(digits));

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

/** An ISO 8601 period as a reporter writes it: `4 Feb 2026`, `third quarter of 2025`, `2025`. */
export function day(period: string): string {
	const slash = period.indexOf("/");
	if (slash > 0) return `${day(period.slice(0, slash))} to ${day(period.slice(slash + 1))}`;
	const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)(?:-(\d\d))?))?/.exec(period);
	if (!match) return period;
	const [, year, quarter, half, week, month, date] = match;
	if (quarter) return `${["first", "second", "third", "fourth"][Number(quarter) - 1]} quarter of ${year}`;
	if (half) return `${half === "1" ? "first" : "second"} half of ${year}`;
	if (week) return `week ${Number(week)} of ${year}`;
	if (date) return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
	if (month) return `${MONTHS[Number(month) - 1]} ${year}`;
	return year as string;
}

/** The same with the month written out, for prose: `4 February 2026`, or `February 4, 2026`. */
export function longDay(period: string, monthFirst = false): string {
	const [, year, month, date] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(period) ?? [];
	if (month === undefined) return day(period);
	const name = LONG_MONTHS[Number(month) - 1];
	if (date === undefined) return `${name} ${year}`;
	return monthFirst ? `${name} ${Number(date)}, ${year}` : `${Number(date)} ${name} ${year}`;
}

const LONG_MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];
