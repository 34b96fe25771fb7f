import type { Claim } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { type Home, HomeSpan, wordsAt } from "../../prose/versions/home.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import { fullNamesIn } from "../consistency/names/full-names.ts";
import { isDerived, isOneSlip } from "../consistency/slip.ts";
import { inGroups, type Member, type Tracker } from "../consistency/tracker.ts";
import type { Context } from "../context.ts";

/** Somebody whom a claim or prose names: in full, or as a source by surname alone. */
interface Named extends Member {
	readonly as: "full name" | "source" | "prose";
	readonly name: string;
	readonly surname: string;
	readonly claim?: Claim;
	readonly place?: Span;
}

/** `Hackl said` after `Shawn Hakl`: no full name ends so, and exactly one is a slip away. */
export function surnameSlips(): Tracker {
	return inGroups<Named>({
		*membersIn(context, block) {
			// The first letter stays, as slips of the pen leave it, and the length all but.
			for (const one of namedIn(context, block)) {
				const { length } = one.surname;
				const lengths = one.as === "source" ? [length] : [length - 1, length, length + 1];
				for (const about of lengths) yield [`${one.surname[0]}${about}`, one];
			}
		},
		among: (all) => {
			const bySurname = new Map<string, Named[]>();
			for (const one of all) {
				if (one.as !== "full name") continue;
				const list = bySurname.get(one.surname);
				if (list) list.push(one);
				else bySurname.set(one.surname, [one]);
			}
			/** The surnames a slip away from each that stands alone. */
			const near = new Map<string, readonly (readonly Named[])[]>();
			const found: Inconsistency[] = [];
			for (const { as, surname, claim } of all) {
				if (as !== "source" || !claim || surname.length < 4 || bySurname.has(surname)) continue;
				let others = near.get(surname);
				if (!others) {
					others = [...bySurname].flatMap(([other, list]) => (isSlip(surname, other) ? [list] : []));
					near.set(surname, others);
				}
				const before = others.flatMap((list) => list.findLast(({ place }) => (place as Span).start < claim.start) ?? []);
				const [other] = before;
				if (before.length !== 1 || !other) continue;
				found.push({ claim, reason: { kind: "two spellings", written: surname, other: other.surname }, related: [other.place as Span] });
			}
			return found;
		},
	});
}

/** A surname alone before the article has given the full name, which it gives later. Headings may. */
export function surnameFirst(): Tracker {
	return inGroups<Named>({
		*membersIn(context, block) {
			for (const one of namedIn(context, block)) yield [one.surname, one];
			const home = context.homes[block] as Home;
			for (const { name, at } of fullNamesIn(home.block)) {
				const surname = withoutPossessive(name.slice(name.indexOf(" ") + 1));
				yield [surname, { home, at, as: "prose", name, surname }];
			}
		},
		among: (all) => {
			const first = all.find(({ as, home }) => as === "source" && home.block.context.kind !== "heading");
			const full = all.find(({ as }) => as === "full name");
			if (!first?.claim || !full?.place || full.place.start <= first.claim.start) return [];
			// Somebody may be named in full though nobody speaks there.
			const stood = all.find(({ as }) => as === "prose");
			if (stood && (stood.home.index < first.home.index || (stood.home === first.home && stood.at < first.at))) return [];
			const reason = { kind: "surname first", written: first.surname, full: full.name } as const;
			return [{ claim: first.claim, name: "unreferenced", reason, related: [full.place] }];
		},
	});
}

/** Whom the claims of a block name. */
function* namedIn({ claims, homes }: Context, block: number): Iterable<Named> {
	const home = homes[block] as Home;
	for (const claim of claims[block] ?? []) {
		for (const place of peopleOf(claim)) {
			const words = wordsAt(place).match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
			const surname = words.at(-1)?.replace(/['’]s$/, "");
			const at = place instanceof HomeSpan && place.home === home ? place.span.start : claim.span.start;
			if (words.length >= 2 && surname) yield { home, at, as: "full name", name: words.join(" "), surname, place };
		}
		const surname = surnameSource(claim);
		if (surname) yield { home, at: claim.span.start, as: "source", name: surname, surname, claim };
	}
}

function peopleOf(claim: Claim): readonly Span[] {
	if (claim.kind === "role") return [claim.role.personSpan];
	return "quote" in claim && (claim.quote.sourceKind ?? "person") === "person" ? claim.quote.source : [];
}

/** The source of a claim when it is one capitalised word: a surname, or a name that people go by. */
function surnameSource(claim: Claim): string | undefined {
	if ((claim.kind !== "quotation" && claim.kind !== "attribution") || claim.quote.sourceKind === "organisation") return undefined;
	const [span] = claim.quote.source;
	const written = span && withoutPossessive(wordsAt(span));
	return written && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(written) ? written : undefined;
}

const withoutPossessive = (name: string): string => name.replace(/['’]s$/, "");

/** One slip; the first letter stays, as slips of the pen leave it. */
function isSlip(a: string, b: string): boolean {
	return a[0] === b[0] && a !== b && !isDerived(a, b) && !isDerived(b, a) && isOneSlip(a, b);
}
