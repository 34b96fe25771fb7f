import type { Claim } from "../../claims/claim.ts";
import { firstWhere } from "../../prose/halving.ts";
import type { Steps } from "../../prose/steps.ts";
import type { Replaced } from "../../prose/versions/compare.ts";
import { type Home, homeOf } from "../../prose/versions/home.ts";
import type { Context } from "../context.ts";
import type { Inconsistency } from "./inconsistency.ts";

/** What is new in a version of an article. */
export interface News {
	readonly change: Replaced;
	/** The homes of blocks that are no longer there. */
	readonly gone: readonly Home[];
	/** Indices of the blocks that read otherwise, or hold other claims, than before. */
	readonly stale: ReadonlySet<number>;
}

/** Keeps what one check has found from version to version. */
export interface Tracker {
	/** Moves to another version. Answers the blocks in which something else may be found than before. */
	update(context: Context, news: News): Steps<Iterable<Home>>;
	of(claim: Claim): Inconsistency | undefined;
	/** Whether nothing has been found at all, so that it need not be asked of each claim. */
	readonly isSilent?: boolean;
}

const NOWHERE: readonly Home[] = [];

/** What was found, by the claim that it is about. The first that is found of a claim is heard. */
class Findings {
	readonly #found = new Map<Claim, Inconsistency>();
	#touched = new Set<Home>();

	of(claim: Claim): Inconsistency | undefined {
		return this.#found.get(claim);
	}

	get isEmpty(): boolean {
		return this.#found.size === 0;
	}

	put(list: readonly Inconsistency[]): void {
		for (const one of list) {
			this.#touch(one.claim);
			if (!this.#found.has(one.claim)) this.#found.set(one.claim, one);
		}
	}

	drop(list: readonly Inconsistency[]): void {
		for (const one of list) {
			this.#touch(one.claim);
			if (this.#found.get(one.claim) === one) this.#found.delete(one.claim);
		}
	}

	/** Where something has been put or dropped since it was last asked. */
	take(): Iterable<Home> {
		const touched = this.#touched;
		if (touched.size === 0) return NOWHERE;
		this.#touched = new Set();
		return touched;
	}

	#touch(claim: Claim): void {
		const home = homeOf(claim);
		if (home) this.#touched.add(home);
	}
}

/**
 * Looks at every block by itself. `find` may answer undefined where a block holds nothing that the check speaks of. `also` are further blocks to be looked at
 * again when one is stale: whose findings rest on it too.
 */
export function inBlocks(
	find: (context: Context, block: number) => readonly Inconsistency[] | undefined,
	also?: (context: Context, block: number) => readonly number[],
): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly Inconsistency[]>();
	const drop = (home: Home): void => {
		const list = byHome.size === 0 ? undefined : byHome.get(home);
		if (!list) return;
		found.drop(list);
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		get isSilent() {
			return found.isEmpty;
		},
		*update(context, { change, gone, stale }) {
			for (const home of gone) drop(home);
			let blocks = stale;
			// Where all is looked at there is nothing more to look at.
			if (also && stale.size < context.homes.length) {
				const more = new Set(stale);
				for (const block of stale) for (const other of also(context, block)) more.add(other);
				for (const block of [change.from - 1, change.toB]) for (const other of also(context, block)) more.add(other);
				blocks = more;
			}
			for (const block of blocks) {
				const home = context.homes[block];
				if (!home) continue;
				drop(home);
				const list = find(context, block);
				// Most blocks hold nothing for most checks, which takes less than to let others have their turn.
				if (list === undefined) continue;
				yield;
				if (list.length === 0) continue;
				byHome.set(home, list);
				found.put(list);
			}
			return found.take();
		},
	};
}

/** One thing of a block that is held against others of its kind in the article. */
export interface Member {
	readonly home: Home;
	/** Where it stands in the block's text. */
	readonly at: number;
}

/** What a check that holds things of one kind against each other needs. */
export interface Grouping<M extends Member> {
	/** The things of a block, each with what it has in common with its kind. */
	membersIn(context: Context, block: number): Iterable<readonly [string, M]>;
	/** Holds the things of one kind, in their order, against each other. */
	among(members: readonly M[], context: Context): readonly Inconsistency[];
	/** Kinds that are to be looked at again whether or not something of theirs has changed. */
	also?(context: Context): Iterable<string>;
}

/** What a block has that holds nothing a check speaks of. */
export const NO_MEMBERS: readonly never[] = [];

/** The things of one kind. */
interface Group<M> {
	readonly key: string;
	/** In the order of the article. */
	readonly members: M[];
	/** What was found when they were last held against each other. */
	found: readonly Inconsistency[];
	/** Whether they have to be held against each other again. */
	isTurned: boolean;
}

/** Holds things of one kind against each other: only the kinds of which something has changed. */
export function inGroups<M extends Member>({ membersIn, among, also }: Grouping<M>): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly (readonly [string, M])[]>();
	const groups = new Map<string, Group<M>>();
	let turned: Group<M>[] = [];
	const turn = (group: Group<M>): void => {
		if (group.isTurned) return;
		group.isTurned = true;
		turned.push(group);
	};
	const leave = (home: Home): void => {
		const members = byHome.get(home);
		if (!members) return;
		for (const [key, member] of members) {
			const group = groups.get(key) as Group<M>;
			group.members.splice(group.members.indexOf(member), 1);
			turn(group);
		}
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		get isSilent() {
			return found.isEmpty;
		},
		*update(context, { gone, stale }) {
			for (const home of gone) leave(home);
			for (const block of byHome.size > 0 ? stale : NO_MEMBERS) leave(context.homes[block] as Home);
			for (const block of stale) {
				const some = membersIn(context, block);
				const members: readonly (readonly [string, M])[] = Array.isArray(some) ? some : [...some];
				if (members.length === 0) continue;
				yield;
				byHome.set(context.homes[block] as Home, members);
				for (const [key, member] of members) {
					let group = groups.get(key);
					if (group) enter(group.members, member);
					else {
						group = { key, members: [member], found: NO_MEMBERS, isTurned: false };
						groups.set(key, group);
					}
					turn(group);
				}
			}
			for (const key of also?.(context) ?? NO_MEMBERS) {
				const group = groups.get(key);
				if (group) turn(group);
			}
			const open = turned;
			turned = [];
			for (const group of open) {
				group.isTurned = false;
				if (group.found.length > 0) found.drop(group.found);
				group.found = NO_MEMBERS;
				if (group.members.length === 0) groups.delete(group.key);
			}
			for (const group of open) {
				if (group.members.length === 0) continue;
				const list = among(group.members, context);
				// What stands alone takes less than to let others have their turn.
				if (group.members.length > 1) yield;
				if (list.length === 0) continue;
				group.found = list;
				found.put(list);
			}
			return found.take();
		},
	};
}

/** Puts a member in its place in the order of the article: behind the last one when an article is read for the first time. */
function enter<M extends Member>(group: M[], member: M): void {
	const last = group.at(-1);
	if (!last || isBefore(last, member)) {
		group.push(member);
		return;
	}
	const place = firstWhere(group.length, (i) => !isBefore(group[i] as M, member));
	group.splice(place, 0, member);
}

function isBefore(one: Member, other: Member): boolean {
	return one.home.index < other.home.index || (one.home.index === other.home.index && one.at <= other.at);
}
