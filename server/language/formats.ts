import type { Language } from "./language.ts";

/** How exactly a number is printed: with so many places, or with a word for its size and so many digits in all. */
export type Exactness = { readonly places: number } | { readonly digits: number };

/** What a number is of: a currency by its code of ISO 4217, or a unit that `unitOf` answers. */
export type Kind = { readonly currency: string } | { readonly unit: string };

/** A number, or a range of them, as a language writes it. Undefined where `Intl` does not know the language. */
export function numberIn(
	language: Language | undefined,
	[value, high]: readonly [value: number, high?: number | undefined],
	exactness: Exactness,
	kind?: Kind,
): string | undefined {
	if (language?.locale === undefined) return undefined;
	const format = numberFormat(language, language.locale, exactness, kind);
	return high === undefined ? format.format(value) : format.formatRange(value, high);
}

/** A day of ISO 8601, or a month without its day, as a language writes it in short; undefined where `Intl` does not know the language. */
export function dateIn(language: Language | undefined, date: string): string | undefined {
	return dateFormat(language, { year: "numeric", month: "short", ...(date.length > MONTH && { day: "numeric" }) })?.format(new Date(date));
}

/** The name of the weekday of a day of ISO 8601; undefined where `Intl` does not know the language. */
export function weekdayIn(language: Language | undefined, date: string): string | undefined {
	return dateFormat(language, { weekday: "long" })?.format(new Date(date));
}

/** `a, b and c`; undefined where `Intl` does not know the language. */
export function listIn(language: Language | undefined, parts: readonly string[]): string | undefined {
	if (language?.locale === undefined) return undefined;
	const { locale } = language;
	return kept(language, "list", () => new Intl.ListFormat(locale)).format(parts);
}

/** The unit of `Intl` that a unit's English name in the singular stands for, such as `kilometer-per-hour`; undefined where it has none. */
export function unitOf(language: Language, name: string): string | undefined {
	const units = kept(language, "units", () => new Set(Intl.supportedValuesOf("unit")));
	const parts = name.split(" per ").map((part) => PARTS.get(part.toLowerCase()) ?? part.toLowerCase().replace(/(met|lit)re$/, "$1er"));
	return parts.every((part) => units.has(part)) && parts.length <= 2 ? parts.join("-per-") : undefined;
}

const PARTS: ReadonlyMap<string, string> = new Map([
	["degree celsius", "celsius"],
	["degree fahrenheit", "fahrenheit"],
]);

/** The length of `2026-02`. */
const MONTH = 7;

function numberFormat(language: Language, locale: string, exactness: Exactness, kind: Kind | undefined): Intl.NumberFormat {
	const precise: Intl.NumberFormatOptions =
		"places" in exactness
			? { minimumFractionDigits: exactness.places, maximumFractionDigits: exactness.places }
			: {
					notation: "compact",
					compactDisplay: "long",
					minimumSignificantDigits: exactness.digits,
					maximumSignificantDigits: exactness.digits,
				};
	const of: Intl.NumberFormatOptions =
		kind === undefined
			? {}
			: "currency" in kind
				? { style: "currency", currency: kind.currency }
				: { style: "unit", unit: kind.unit, unitDisplay: kind.unit === "percent" ? "short" : "long" };
	return kept(language, JSON.stringify([precise, of]), () => new Intl.NumberFormat(locale, { ...precise, ...of }));
}

function dateFormat(language: Language | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
	if (language?.locale === undefined) return undefined;
	const { locale } = language;
	return kept(language, JSON.stringify(options), () => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
}

/** To make a format takes a hundred times as long as to use it. */
const formats = new WeakMap<Language, Map<string, unknown>>();

function kept<F>(language: Language, key: string, make: () => F): F {
	let own = formats.get(language);
	if (!own) {
		own = new Map();
		formats.set(language, own);
	}
	const known = own.get(key) as F | undefined;
	if (known !== undefined) return known;
	const made = make();
	own.set(key, made);
	return made;
}
