import type { Claim } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { InOrder, type Kind, type Member } from "../groups.ts";
import type { Inconsistency } from "../inconsistency.ts";
import { isDerived, isOneSlip } from "../slip.ts";

/** Somebody whom a claim or prose names: in full, or as a source by surname alone. */
export interface Named extends Member {
	readonly as: "full name" | "source" | "prose";
	readonly name: string;
	readonly surname: string;
	readonly claim?: Claim;
	readonly place?: Span;
}

/** One surname, and where somebody is named by it. */
class Surname {
	readonly surname: string;
	readonly full = new InOrder<Named>();
	/** Where a source is named by it alone; undefined as long as none has been. */
	sources: InOrder<Named> | undefined;
	/** The surnames a slip away; known as far as sources are named by either. */
	near: Set<Surname> | undefined;
	/** What was found of its sources, as long as nothing that they are held against has changed. */
	found: readonly Inconsistency[] | undefined;

	constructor(surname: string) {
		this.surname = surname;
	}
}

/**
 * The surnames with one first letter and about one length. A source by a surname that no full name has, and that is a slip away from exactly one that stood
 * before it, is found. Which surnames are a slip away from each other is told when they come: in 1 MB of prose a kind has hundreds, and stands a thousand
 * times.
 */
export class LikeSurnames implements Kind<Named> {
	readonly #surnames = new Map<string, Surname>();
	/** Those by which sources are named and that others are near to. */
	#paired: Set<Surname> | undefined;

	put(one: Named): void {
		let own = this.#surnames.get(one.surname);
		if (!own) {
			own = new Surname(one.surname);
			for (const other of this.#surnames.values()) if (other.sources) this.#pair(own, other);
			this.#surnames.set(one.surname, own);
		}
		if (one.as !== "source") own.full.put(one);
		else {
			if (!own.sources) {
				own.sources = new InOrder();
				for (const other of this.#surnames.values()) if (!other.sources) this.#pair(own, other);
				if (own.near) this.#paired?.add(own);
			}
			own.sources.put(one);
		}
		forget(own);
	}

	take(one: Named, from: number): void {
		const own = this.#surnames.get(one.surname) as Surname;
		(one.as === "source" ? own.sources : own.full)?.take(one, from);
		forget(own);
		if (own.full.list.length > 0 || (own.sources && own.sources.list.length > 0)) return;
		this.#surnames.delete(one.surname);
		this.#paired?.delete(own);
		for (const other of own.near ?? []) other.near?.delete(own);
	}

	found(): readonly Inconsistency[] {
		const found: Inconsistency[] = [];
		for (const own of this.#paired ?? NONE) {
			own.found ??= slipsOf(own);
			found.push(...own.found);
		}
		return found;
	}

	#pair(one: Surname, other: Surname): void {
		if (one === other || !isSlip(one.surname, other.surname)) return;
		one.near ??= new Set();
		other.near ??= new Set();
		this.#paired ??= new Set();
		one.near.add(other);
		other.near.add(one);
		for (const own of [one, other]) if (own.sources) this.#paired.add(own);
	}
}

/** Somebody is named otherwise than before: what was found of the surname, and of those near to it, has to be found again. */
function forget(own: Surname): void {
	own.found = undefined;
	for (const other of own.near ?? NONE) other.found = undefined;
}

/** The sources by a surname that no full name has, of which exactly one a slip away stood before. */
function slipsOf({ surname, sources, full, near }: Surname): readonly Inconsistency[] {
	if (surname.length < 4 || full.list.length > 0 || !near || !sources) return NONE;
	const others = [...near].filter((other) => other.full.list.length > 0).map((other) => new LastBefore(other.full.list));
	const found: Inconsistency[] = [];
	for (const { claim } of sources.list) {
		if (!claim) continue;
		const before = others.flatMap((other) => other.at(claim.start) ?? []);
		const [other] = before;
		if (before.length !== 1 || !other) continue;
		found.push({ claim, reason: { kind: "two spellings", written: surname, other: other.surname }, related: [other.place as Span] });
	}
	return found;
}

/** The last of some names that stands before a place of the article, asked for one place after another. */
class LastBefore {
	/** By where they stand, which may be in another block than the claim that names them. */
	readonly #inOrder: readonly { readonly start: number; readonly index: number }[];
	readonly #names: readonly Named[];
	#passed = 0;
	#last = -1;

	constructor(names: readonly Named[]) {
		this.#names = names;
		this.#inOrder = names.map(({ place }, index) => ({ start: (place as Span).start, index })).sort((a, b) => a.start - b.start);
	}

	at(start: number): Named | undefined {
		for (let next = this.#inOrder[this.#passed]; next && next.start < start; next = this.#inOrder[++this.#passed])
			if (next.index > this.#last) this.#last = next.index;
		return this.#names[this.#last];
	}
}

/**
 * One surname. A source by it alone before the article has given the full name, which it gives later, is found; headings may. Somebody may be named in full
 * though nobody speaks there.
 */
export class OneSurname implements Kind<Named> {
	/** Most surnames stand in prose alone. */
	readonly #lists: { [as in Named["as"]]?: InOrder<Named> } = {};

	put(one: Named): void {
		if (isInHeading(one)) return;
		this.#lists[one.as] ??= new InOrder();
		this.#lists[one.as]?.put(one);
	}

	take(one: Named, from: number): void {
		if (!isInHeading(one)) this.#lists[one.as]?.take(one, from);
	}

	found(): readonly Inconsistency[] {
		const first = this.#lists.source?.list[0];
		const full = this.#lists["full name"]?.list[0];
		if (!first?.claim || !full?.place || full.place.start <= first.claim.start) return NONE;
		const stood = this.#lists.prose?.list[0];
		if (stood && (stood.home.index < first.home.index || (stood.home === first.home && stood.at < first.at))) return NONE;
		const reason = { kind: "surname first", written: first.surname, full: full.name } as const;
		return [{ claim: first.claim, name: "unreferenced", reason, related: [full.place] }];
	}
}

/** Whether somebody is a source in a heading. */
function isInHeading({ as, home }: Named): boolean {
	return as === "source" && home.prose.context.kind === "heading";
}

const NONE: readonly never[] = [];

/** One slip; the first letter stays, as slips of the pen leave it. */
function isSlip(a: string, b: string): boolean {
	return a[0] === b[0] && a !== b && !isDerived(a, b) && !isDerived(b, a) && isOneSlip(a, b);
}
