import { type Claim, hasQuote } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { type Home, HomeSpan, wordsAt } from "../../prose/versions/home.ts";
import { Memo } from "../../prose/versions/memo.ts";
import { inKinds } from "../consistency/groups.ts";
import { capitalisedIn, fullNamesIn } from "../consistency/names/full-names.ts";
import { LikeSurnames, type Named, OneSurname } from "../consistency/names/surnames.ts";
import type { Tracker } from "../consistency/tracker.ts";
import type { Context } from "../context.ts";

/** `Hackl said` after `Shawn Hakl`: no full name ends so, and exactly one is a slip away. */
export function surnameSlips(): Tracker {
	return inKinds<Named>({
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
		kind: () => new LikeSurnames(),
	});
}

/** A surname alone before the article has given the full name, which it gives later. Headings may. */
export function surnameFirst(): Tracker {
	return inKinds<Named>({
		membersIn(context, block) {
			const home = context.homes[block] as Home;
			const members = namedIn(context, block).map((one): [string, Named] => [one.surname, one]);
			for (const { name, at } of fullNamesIn(home.block)) {
				const surname = withoutPossessive(name.slice(name.indexOf(" ") + 1));
				members.push([surname, { home, at, as: "prose", name, surname }]);
			}
			return members;
		},
		kind: () => new OneSurname(),
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
	return hasQuote(claim) && (claim.quote.sourceKind ?? "person") === "person" ? claim.quote.source : [];
}

/** The source of a claim when it is one capitalised word: a surname, or a name that people go by. */
function surnameSource(claim: Claim): string | undefined {
	if ((claim.kind !== "quotation" && claim.kind !== "attribution") || claim.quote.sourceKind === "organisation") return undefined;
	const [span] = claim.quote.source;
	const written = span && withoutPossessive(wordsAt(span));
	return written && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(written) ? written : undefined;
}

const withoutPossessive = (name: string): string => (name.endsWith("'s") || name.endsWith("’s") ? name.slice(0, -2) : name);
