import { type Home, wordsAt } from "../../../prose/versions/home.ts";
import type { Context } from "../../context.ts";
import { inKinds } from "../groups.ts";
import type { Check } from "../inconsistency.ts";
import { fullNamesIn, namesIn } from "./full-names.ts";
import { type Named, OneFirstName } from "./two-spellings.ts";

/**
 * One name in two spellings: `Shawn Hakel` after `Shawn Hakl`. The same first name with two surnames a slip apart, and the rarer one is
 * reported, on the claim that names the person.
 */
export const spellings: Check = {
	name: "one name in two spellings",
	wrong: "Mara Ilves, the mayor, … “We will,” Mara Ilvse said.",
	right: "Mara Ilves, the mayor, … “We will,” Mara Ilves said.",
	track: () => inKinds<Named>({ membersIn: namesOf, kind: () => new OneFirstName() }),
};

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

function firstOf(name: string): string {
	const space = name.indexOf(" ");
	return space < 0 ? name : name.slice(0, space);
}
