import type { Claim } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { type Home, HomeSpan, wordsAt } from "../../prose/versions/home.ts";
import { Memo } from "../../prose/versions/memo.ts";
import { inGroups, type Member } from "../consistency/groups.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import { capitalisedIn, fullNamesIn } from "../consistency/names/full-names.ts";
import { isDerived, isOneSlip } from "../consistency/slip.ts";
import type { Tracker } from "../consistency/tracker.ts";
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
		membersIn(context, block) {
			const named = namedIn(context, block);
			// The first letter stays, as slips of the pen leave it, and the length all but.
			const members: [string, Named][] = [];
			for (const one of named) {
				const { length } = one.surname;
				const letter = one.surname[0] as string;
				if (one.as === "source") members.push([letter + length, one]);
				else for (let about = length - 1; about <= length + 1; about++) members.push([letter + about, one]);
			}
			return members;
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
		membersIn(context, block) {
			const home = context.homes[block] as Home;
			const members = namedIn(context, block).map((one): [string, Named] => [one.surname, one]);
			for (const { name, at } of fullNamesIn(home.block)) {
				const surname = withoutPossessive(name.slice(name.indexOf(" ") + 1));
				members.push([surname, { home, at, as: "prose", name, surname }]);
			}
			return members;
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

const NOBODY: readonly never[] = [];

/** Both checks ask about the same claims, one after the other. */
const known = new Memo<readonly Claim[], readonly Named[]>();

/** Whom the claims of a block name. */
function namedIn({ claims, homes }: Context, block: number): readonly Named[] {
	const list = claims[block];
	if (!list?.some(isSpeech)) return NOBODY;
	const home = homes[block] as Home;
	return known.of(home.prose, list, () => list.flatMap((claim) => (isSpeech(claim) ? namedBy(claim, home) : [])));
}

const isSpeech = ({ kind }: Claim): boolean => kind === "quotation" || kind === "attribution" || kind === "role";

function namedBy(claim: Claim, home: Home): Named[] {
	const found: Named[] = [];
	for (const place of peopleOf(claim)) {
		const words = capitalisedIn(wordsAt(place));
		const surname = words.length >= 2 ? withoutPossessive(words.at(-1) as string) : "";
		const at = place instanceof HomeSpan && place.home === home ? place.span.start : claim.span.start;
		if (surname) found.push({ home, at, as: "full name", name: words.join(" "), surname, place });
	}
	const surname = surnameSource(claim);
	if (surname) found.push({ home, at: claim.span.start, as: "source", name: surname, surname, claim });
	return found;
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

const withoutPossessive = (name: string): string => (name.endsWith("'s") || name.endsWith("’s") ? name.slice(0, -2) : name);

/** One slip; the first letter stays, as slips of the pen leave it. */
function isSlip(a: string, b: string): boolean {
	return a[0] === b[0] && a !== b && !isDerived(a, b) && !isDerived(b, a) && isOneSlip(a, b);
}
