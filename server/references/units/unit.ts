import { UNIT_SYMBOLS, UNIT_WORDS } from "../../units/units.ts";
import { closest } from "../pack/suggest.ts";
import { CURRENCIES, CURRENCY_NAMES, HUNDREDTHS, IRREGULAR_PLURALS, SCALES, SMALL_CODES, UNIT_NAMES } from "./units-data.ts";

/** A unit as a table names it, taken apart. */
export interface UnitName {
	/** ISO 4217, `percent`, `percentage point`, `none`, `date`, or a singular English name; rates join with ` per `. */
	readonly unit: string;
	/** 1e9 for `USD billion`, 0.01 for `pence`. */
	readonly scale: number;
	/** Whether every word is known; a counted noun of the pack's own (`wireless subscriber`) is not. */
	readonly known: boolean;
}

/** Reads a unit: `USD billion`, `million people`, `US$ per litre`, `km/h`, `percent`. An empty text is `none`. Never fails: unknown words are a counted noun. */
export function parseUnit(text: string): UnitName {
	const trimmed = text.trim().replace(/\s{1,20}/g, " ");
	// `% of GDP`: what the share is of belongs to the measure.
	// `million tonnes` is a scale and a unit, as in an article, though it has a name of its own.
	if (/^(?:%|per ?cent|percent|percentage|pct) of /i.test(trimmed)) return { unit: "percent", scale: 1, known: true };
	const whole = SCALES[trimmed.split(" ")[0]?.toLowerCase() ?? ""] !== undefined && trimmed.includes(" ") ? undefined : single(trimmed);
	if (whole && !HUNDREDTHS.has(trimmed)) return { unit: whole, scale: 1, known: true };
	const [above = "", ...below] = trimmed.split(/ per |\/| a (?=day|week|month|year)/i);
	let scale = 1;
	const words = above.split(" ").filter((word) => word && word !== "of");
	const rest = words.filter((word, i) => {
		// A lone letter is a scale only beside a currency: `USD m`, but `m` alone is a metre.
		const found = SCALES[word.toLowerCase()];
		if (found === undefined || (word.length === 1 && !(i > 0 && single(words[i - 1] as string)))) return true;
		scale *= found;
		return false;
	});
	const glued = /^(us\$|a\$|c\$|r\$|[$€£¥₹])([a-z]{1,2}|['’]?000s?)$/i.exec(rest.join(" "));
	if (glued && SCALES[(glued[2] as string).toLowerCase()]) {
		scale *= SCALES[(glued[2] as string).toLowerCase()] as number;
		rest.splice(0, rest.length, glued[1] as string);
	}
	const name = rest.join(" ");
	const currency = HUNDREDTHS.get(name) ?? HUNDREDTHS.get(name.toLowerCase());
	if (currency) scale *= 0.01;
	const unit = currency ?? single(name) ?? noun(name);
	const per = below.map((part) => single(part.trim()) ?? noun(part.trim()));
	const isKnown = (part: string): boolean => single(part.trim()) !== undefined;
	return { unit: [unit, ...per].join(" per "), scale, known: (currency !== undefined || isKnown(name)) && below.every(isKnown) };
}

/** A unit of one name, when it is known. */
function single(name: string): string | undefined {
	const lower = name.toLowerCase();
	if (CURRENCIES.has(name) || SMALL_CODES.has(lower)) return name.toUpperCase();
	const one = singular(lower);
	const spaced = lower.replaceAll("-", " ");
	return (
		UNIT_NAMES[lower] ??
		UNIT_NAMES[one] ??
		CURRENCY_NAMES[lower] ??
		CURRENCY_NAMES[one] ??
		(UNIT_SYMBOLS.get(name) ?? UNIT_WORDS.get(spaced) ?? UNIT_WORDS.get(singular(spaced)) ?? UNIT_SYMBOLS.get(lower))?.name
	);
}

/** A counted noun in the singular, its modifiers as written: `wireless subscribers` → `wireless subscriber`. */
function noun(name: string): string {
	if (!name) return "none";
	const words = name.split(" ");
	words.push(singular(words.pop() as string));
	return words.join(" ");
}

/** The singular of an English noun, by its ending. */
export function singular(word: string): string {
	const irregular = IRREGULAR_PLURALS[word.toLowerCase()];
	if (irregular) return irregular;
	if (/[^aeiou]ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(?:ss|sh|ch|x|zz)es$/i.test(word)) return word.slice(0, -2);
	if (/(?:ss|us|is)$/i.test(word) || word.length < 4 || !/s$/.test(word)) return word;
	return word.slice(0, -1);
}

/** The unit that was meant when one word of it is one slip away from a known one: `USD bilion`, `pecent`. */
export function misspeltUnit(text: string): string | undefined {
	const words = text.trim().split(/\s{1,20}/);
	for (const [i, word] of words.entries()) {
		const lower = word.toLowerCase();
		if (word.length < 5 || SCALES[lower] !== undefined || single(word) !== undefined) continue;
		const near = closest(lower, SLIPS);
		if (near && near.length > 4) return words.with(i, near).join(" ");
	}
	return undefined;
}

// Short names of units are a letter away from too many nouns: a stone is no slip of store.
const SLIPS = [
	...[...Object.keys(SCALES), ...Object.keys(UNIT_NAMES)].filter((name) => name.length > 4),
	...[...UNIT_WORDS.keys()].filter((name) => name.length > 7),
];
