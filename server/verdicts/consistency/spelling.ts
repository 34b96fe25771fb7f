import type { Claim } from "../../claims/claim.ts";
import { type Home, HomeSpan, wordsAt } from "../../prose/home.ts";
import type { Context } from "../context.ts";
import type { Check, Inconsistency } from "./check.ts";
import { fullNamesIn, namesIn } from "./full-names.ts";
import { inGroups, type Member } from "./tracker.ts";

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

/** The names of a block, by their first name. */
function* namesOf({ homes, claims }: Context, index: number): Iterable<readonly [string, Named]> {
	const home = homes[index] as Home;
	for (const { name, at } of fullNamesIn(home.block)) yield [split(name)[0] ?? "", { home, at, name }];
	for (const claim of claims[index] ?? []) {
		const names =
			claim.kind === "role"
				? [claim.role.person]
				: claim.kind === "quotation" || claim.kind === "attribution"
					? claim.quote.source.flatMap((span) =>
							namesIn(wordsAt(span))
								.slice(0, 1)
								.map((one) => one.name),
						)
					: [];
		for (const name of names) yield [split(name)[0] ?? "", { home, at: claim.span.start, name, claim }];
	}
}

/** Names that are a slip away from one that the article has more often. Of a tie, the later spelling is the slip. */
function inTwoSpellings(names: readonly Named[]): Inconsistency[] {
	const places = new Map<string, Named[]>();
	for (const one of names) {
		if (one.claim) continue;
		const list = places.get(one.name);
		if (list) list.push(one);
		else places.set(one.name, [one]);
	}
	const seen = new Set<string>();
	const found: Inconsistency[] = [];
	for (const { name, claim } of names) {
		const [first, last] = split(name);
		if (!claim || !first || !last || last.length < 4) continue;
		const count = places.get(name)?.length ?? 0;
		for (const [other, list] of places) {
			const [, otherLast] = split(other);
			if (!otherLast || otherLast === last || count > list.length || !slip(last, otherLast)) continue;
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

function split(name: string): [string | undefined, string | undefined] {
	const words = name.split(" ");
	return [words[0], words.at(-1)?.replace(/['’]s$/, "")];
}

/** One letter more, less or other, or two neighbours exchanged, in a name that is long enough for it to be no other name. */
function slip(a: string, b: string): boolean {
	if (a.endsWith("s") && a.slice(0, -1) === b) return false;
	if (b.endsWith("s") && b.slice(0, -1) === a) return false;
	if (Math.abs(a.length - b.length) > 1) return false;
	let i = 0;
	while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
	const [restA, restB] = [a.slice(i), b.slice(i)];
	if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
	return restA.length > 1 && restB.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
