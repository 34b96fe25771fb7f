import { placeOf } from "../../prose/versions/home.ts";
import { HAS } from "../binding/sentence/kinds.ts";
import { type Figure, type Passage, wordFrom } from "../binding/sentence/passage.ts";
import { inGroups, type Member } from "./groups.ts";
import { type Check, type Inconsistency, written } from "./inconsistency.ts";
import { NO_MEMBERS } from "./tracker.ts";

/**
 * The same thing given two values: the same words around two figures of one unit, in two places, and the figures cannot be one.
 * The words have to be the same up to the last: what stands before the figure from the start of its clause, and what is counted.
 */
export const twice: Check = {
	name: "two values for one thing",
	wrong: "Rowan Park has a capacity of 41,000. … Rowan Park has a capacity of 14,000.",
	right: "Rowan Park once had a capacity of 41,000. … Rowan Park has a capacity of 14,000.",
	track: () =>
		inGroups<Counted>({
			membersIn: ({ reading }, block) => {
				if ((reading.kindsIn(block) & HAS.quantity) === 0) return NO_MEMBERS;
				const found: (readonly [string, Counted])[] = [];
				for (const passage of reading.passagesIn(block)) {
					if ((passage.kinds & HAS.quantity) === 0) continue;
					for (const figure of passage.quantities) {
						const key = keyOf(figure, passage);
						if (key !== undefined) found.push([key, { home: passage.home, at: figure.span.start, figure, when: whenOf(figure, passage) }]);
					}
				}
				return found;
			},
			among: (figures) => {
				// Most are spoken of once.
				if (figures.length === 1) return [];
				const [{ figure: earlier, when: then }, ...others] = figures as [Counted, ...Counted[]];
				return others.flatMap(({ figure, when }): Inconsistency[] => {
					if (when !== then && when !== "" && then !== "") return [];
					if (meet(earlier, figure) || earlier.quantity.trend !== figure.quantity.trend) return [];
					const related = placeOf(earlier);
					const reason = { kind: "said differently", written: figure.text, other: earlier.text, related } as const;
					return [{ claim: figure, reason, related: [related] }];
				});
			},
		}),
};

/** More words than these before a figure are more than a name and a noun. */
const MOST = 14;

interface Counted extends Member {
	readonly figure: Figure;
	/** The times that stand behind it. */
	readonly when: string;
}

/** `Grew by 2% between 2022 and 2024` is not of the time between 1990 and 2024. */
function whenOf({ span }: Figure, { figures }: Passage): string {
	const behind = figures.filter((claim) => claim.span.start > span.start);
	const next = behind.findIndex((claim) => claim.kind !== "date");
	return behind
		.slice(0, next < 0 ? behind.length : next)
		.flatMap((claim) => (claim.kind === "date" ? claim.time.value : []))
		.join();
}

/** The words before a figure back to the start of its sentence, with its unit. Undefined when they are too few, or name no one thing. */
function keyOf(figure: Figure, passage: Passage): string | undefined {
	const { unit, unitKind, pair } = figure.quantity;
	if (pair || figure.kind === "age" || figure.kind === "duration" || figure.kind === "rank") return undefined;
	if (passage.figures.some((claim) => claim !== figure && claim.span.end <= figure.span.start)) return undefined;
	if (!mayNameOne(passage.text, passage.start, figure.span.start) && !passage.mayName) return undefined;
	let before = "";
	let count = 0;
	for (const { end, lower, stem } of passage.words) {
		if (end > figure.span.start) break;
		if (lower === "") continue;
		count++;
		if (count > MOST || MAKES_ANOTHER.has(lower) || (count === 1 && PRONOUNS.has(lower))) return undefined;
		before += count === 1 ? stem : ` ${stem}`;
	}
	// A name and a noun at the least.
	if (count < 4 || !passage.names.some((name) => name.end <= figure.span.start)) return undefined;
	const after = passage.words[wordFrom(passage, figure.span.end)];
	return `${before}|${unitKind}|${unit}|${after?.lower ?? ""}`;
}

/** What makes it another thing than the one that is spoken of in the same words elsewhere. */
const MAKES_ANOTHER = new Set(
	"another more each every other further next first second additional also then later previous previously earlier now , and or".split(" "),
);
const PRONOUNS = new Set(["he", "she", "it", "they"]);

/** Whether some but not too many words stand before a figure, and a name may be among them, which no word is that only begins the sentence: told without reading them. */
function mayNameOne(text: string, from: number, to: number): boolean {
	let words = 0;
	let hasCapital = false;
	let isBegun = false;
	let isBehindSpace = true;
	for (let at = from; at < to; at++) {
		const code = text.charCodeAt(at);
		// The sign of a possessive may stand apart, and is no word.
		if (isBehindSpace && code !== 32 && code !== 39 && code !== 0x2019) words++;
		isBehindSpace = code === 32;
		if (isSmall(code)) isBegun = true;
		else if ((code >= 65 && code <= 90) || (code > 127 && !isPunctuation(code))) {
			hasCapital ||= isBegun;
			isBegun = true;
		} else if ((code >= 48 && code <= 57) || code === COMMA || code === BRACKET) isBegun = true;
	}
	return hasCapital && words <= MOST;
}

const COMMA = 44;
const BRACKET = 41;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Dashes, quotation marks and the like: the block of general punctuation. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code <= 0x206f;

function meet(a: Figure, b: Figure): boolean {
	const [one, other] = [written(a.quantity), written(b.quantity)];
	return one.low <= other.high + 1e-9 && other.low <= one.high + 1e-9;
}
