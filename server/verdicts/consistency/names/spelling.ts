import type { Claim } from "../../../claims/claim.ts";
import { type Home, HomeSpan, wordsAt } from "../../../prose/versions/home.ts";
import type { Context } from "../../context.ts";
import type { Check, Inconsistency } from "../inconsistency.ts";
import { isDerived, isOneSlip } from "../slip.ts";
import { inGroups, type Member } from "../tracker.ts";
import { fullNamesIn, namesIn } from "./full-names.ts";

/**
 * One name in two spellings: `Shawn Hakel` after `Shawn Hakl`. The same first name with two surnames a slip apart, and the rarer one is
 * reported, on the claim that names the person.
 */
export const spellings: Check = {
	name: "one name in two spellings",
	wrong: "Mara Ilves, the mayor, … “We will,” Mara Ilvse said.",
	right: "Mara Ilves, the mayor, … “We will,” Mara Ilves said.",
	track: () => inGroups<Named>({ membersIn: namesOf, among: (names) => inTwoSpellings(names) }),
};

/** A first name and a surname where they stand; `claim` is the one that names the person so, absent where prose does. */
interface Named extends Member {
	readonly name: string;
	readonly claim?: Claim;
}

/** Where a name stands in prose, and its surname. */
interface Place {
	readonly last: string;
	readonly list: Named[];
}

/** The names of a block, by their first name. */
function namesOf({ homes, claims }: Context, index: number): readonly (readonly [string, Named])[] {
	const home = homes[index] as Home;
	const found: (readonly [string, Named])[] = [];
	for (const { name, at } of fullNamesIn(home.block)) found.push([firstOf(name), { home, at, name }]);
	for (const claim of claims[index] ?? []) {
		const { start: at } = claim.span;
		if (claim.kind === "role") found.push([firstOf(claim.role.person), { home, at, name: claim.role.person, claim }]);
		if (claim.kind !== "quotation" && claim.kind !== "attribution") continue;
		for (const span of claim.quote.source) {
			const [one] = namesIn(wordsAt(span));
			if (one) found.push([firstOf(one.name), { home, at, name: one.name, claim }]);
		}
	}
	return found;
}

/** Names that are a slip away from one that the article has more often. Of a tie, the later spelling is the slip. */
function inTwoSpellings(names: readonly Named[]): readonly Inconsistency[] {
	// Most first names are of one person alone.
	if (names.every(({ name }) => name === names[0]?.name) || !names.some(({ claim }) => claim)) return [];
	const places = new Map<string, Place>();
	for (const one of names) {
		if (one.claim) continue;
		const known = places.get(one.name);
		if (known) known.list.push(one);
		else places.set(one.name, { last: surnameOf(one.name), list: [one] });
	}
	/** The other spellings of each name that a claim has, found once. */
	const near = new Map<string, readonly (readonly [string, readonly Named[]])[]>();
	const seen = new Set<string>();
	const found: Inconsistency[] = [];
	for (const { name, claim } of names) {
		if (!claim) continue;
		const count = places.get(name)?.list.length ?? 0;
		let others = near.get(name);
		if (!others) {
			others = nearTo(name, count, places);
			near.set(name, others);
		}
		for (const [other, list] of others) {
			const [place] = list as [Named];
			const related = new HomeSpan(place.home, { start: place.at, end: place.at + other.length });
			if (count === list.length && related.start >= claim.start) continue;
			const key = [name, other].sort().join("|");
			if (!seen.has(key)) found.push({ claim, reason: { kind: "two spellings", written: name, other }, related: [related] });
			seen.add(key);
		}
	}
	return found;
}

/** The names with a surname that is a slip away from a name's, and that stand no less often than it does. */
function nearTo(name: string, count: number, places: ReadonlyMap<string, Place>): (readonly [string, readonly Named[]])[] {
	const last = surnameOf(name);
	const found: (readonly [string, readonly Named[]])[] = [];
	if (last.length < 4) return found;
	for (const [other, { last: otherLast, list }] of places)
		if (count <= list.length && otherLast !== "" && otherLast !== last && slip(last, otherLast)) found.push([other, list]);
	return found;
}

function firstOf(name: string): string {
	const space = name.indexOf(" ");
	return space < 0 ? name : name.slice(0, space);
}

function surnameOf(name: string): string {
	const last = name.slice(name.lastIndexOf(" ") + 1);
	return last.endsWith("'s") || last.endsWith("’s") ? last.slice(0, -2) : last;
}

/** One slip of the pen that is no plural. */
function slip(a: string, b: string): boolean {
	if (a.endsWith("s") && a.length === b.length + 1 && a.startsWith(b)) return false;
	if (b.endsWith("s") && b.length === a.length + 1 && b.startsWith(a)) return false;
	return !isDerived(a, b) && !isDerived(b, a) && isOneSlip(a, b);
}
