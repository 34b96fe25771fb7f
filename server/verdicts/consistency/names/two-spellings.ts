import type { Claim } from "../../../claims/claim.ts";
import { firstWhere } from "../../../prose/halving.ts";
import { HomeSpan } from "../../../prose/versions/home.ts";
import { InOrder, isBefore, type Kind, type Member } from "../groups.ts";
import type { Inconsistency } from "../inconsistency.ts";
import { isDerived, isOneSlip } from "../slip.ts";

/** A first name and a surname where they stand; `claim` is the one that names the person so, absent where prose does. */
export interface Named extends Member {
	readonly name: string;
	readonly claim?: Claim;
}

/** A claim that names somebody. */
interface Claimed extends Named {
	readonly claim: Claim;
}

/** One spelling of a name, and where it stands. */
class Spelling {
	readonly name: string;
	readonly last: string;
	readonly prose = new InOrder<Named>();
	claims: InOrder<Claimed> | undefined;
	/** The spellings with a surname that is a slip away; known as far as a claim has either. */
	near: Set<Spelling> | undefined;

	constructor(name: string) {
		this.name = name;
		this.last = surnameOf(name);
	}
}

/**
 * The names with one first name. Names that are a slip away from one that the article has more often are found. Of a tie, the later spelling is the slip.
 * Which names are a slip away from each other is told when they come, so that a keystroke asks about those alone. (In 1 MB of prose `Tara` stood 500 times
 * with 40 surnames.)
 */
export class OneFirstName implements Kind<Named> {
	readonly #spellings = new Map<string, Spelling>();
	/** Those that have others near to them. Most first names are of one person alone. */
	#paired: Set<Spelling> | undefined;

	put(one: Named): void {
		let spelling = this.#spellings.get(one.name);
		if (!spelling) {
			spelling = new Spelling(one.name);
			for (const other of this.#spellings.values()) if (other.claims) this.#pair(spelling, other);
			this.#spellings.set(one.name, spelling);
		}
		if (!isClaimed(one)) {
			spelling.prose.put(one);
			return;
		}
		if (!spelling.claims) {
			spelling.claims = new InOrder();
			for (const other of this.#spellings.values()) if (!other.claims) this.#pair(spelling, other);
		}
		spelling.claims.put(one);
	}

	take(one: Named, from: number): void {
		const spelling = this.#spellings.get(one.name) as Spelling;
		if (isClaimed(one)) spelling.claims?.take(one, from);
		else spelling.prose.take(one, from);
		if (spelling.prose.list.length > 0 || (spelling.claims && spelling.claims.list.length > 0)) return;
		this.#spellings.delete(one.name);
		for (const other of spelling.near ?? []) {
			other.near?.delete(spelling);
			if (other.near?.size === 0) this.#paired?.delete(other);
		}
		this.#paired?.delete(spelling);
	}

	found(): readonly Inconsistency[] {
		if (!this.#paired) return [];
		const slips: Slip[] = [];
		for (const one of this.#paired) {
			// Each pair is looked at from one side.
			for (const other of one.near ?? []) {
				const slip = one.name < other.name ? slipOf(one, other) : undefined;
				if (slip) slips.push(slip);
			}
		}
		// Of several names near to one the first is heard.
		return slips
			.sort((a, b) => order(a.first, b.first))
			.map(({ claimed: { claim, name }, first }) => {
				const related = new HomeSpan(first.home, { start: first.at, end: first.at + first.name.length });
				return { claim, reason: { kind: "two spellings", written: name, other: first.name }, related: [related] };
			});
	}

	#pair(one: Spelling, other: Spelling): void {
		if (one.last === "" || other.last === "" || one.last === other.last || !isSlip(one.last, other.last)) return;
		one.near ??= new Set();
		other.near ??= new Set();
		this.#paired ??= new Set();
		one.near.add(other);
		other.near.add(one);
		this.#paired.add(one).add(other);
	}
}

/** A claim whose name is a slip, and where the other spelling stands first. */
interface Slip {
	readonly claimed: Claimed;
	readonly first: Named;
}

/** The first claim of which the one or the other spelling is the slip. */
function slipOf(one: Spelling, other: Spelling): Slip | undefined {
	const [mine, theirs] = [slipIn(one, other), slipIn(other, one)];
	if (!mine || !theirs) return mine ?? theirs;
	return order(mine.claimed, theirs.claimed) <= 0 ? mine : theirs;
}

/** The first claim with a name that stands no oftener than another, and behind the first of those where both stand as often. */
function slipIn({ last, prose, claims }: Spelling, { prose: { list: others } }: Spelling): Slip | undefined {
	const [first] = others;
	if (!first || last.length < 4 || prose.list.length > others.length) return undefined;
	const list = claims?.list ?? [];
	let at = 0;
	if (prose.list.length === others.length) {
		const { start } = new HomeSpan(first.home, { start: first.at, end: first.at });
		at = firstWhere(list.length, (i) => (list[i] as Claimed).claim.start > start);
	}
	const claimed = list[at];
	return claimed && { claimed, first };
}

function isClaimed(one: Named): one is Claimed {
	return one.claim !== undefined;
}

function order(one: Member, other: Member): number {
	if (one.home === other.home && one.at === other.at) return 0;
	return isBefore(one, other) ? -1 : 1;
}

function surnameOf(name: string): string {
	const last = name.slice(name.lastIndexOf(" ") + 1);
	return last.endsWith("'s") || last.endsWith("’s") ? last.slice(0, -2) : last;
}

/** One slip of the pen that is no plural. */
function isSlip(a: string, b: string): boolean {
	if (a.endsWith("s") && a.length === b.length + 1 && a.startsWith(b)) return false;
	if (b.endsWith("s") && b.length === a.length + 1 && b.startsWith(a)) return false;
	return !isDerived(a, b) && !isDerived(b, a) && isOneSlip(a, b);
}
