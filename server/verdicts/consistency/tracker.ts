import type { Claim } from "../../claims/claim.ts";
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
}

/** What was found, by the claim that it is about. The first that is found of a claim is heard. */
class Findings {
	readonly #found = new Map<Claim, Inconsistency>();
	#touched = new Set<Home>();

	of(claim: Claim): Inconsistency | undefined {
		return this.#found.get(claim);
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
		this.#touched = new Set();
		return touched;
	}

	#touch(claim: Claim): void {
		const home = homeOf(claim);
		if (home) this.#touched.add(home);
	}
}

/** Looks at every block by itself. `also` are further blocks to be looked at again when one is stale: whose findings rest on it too. */
export function inBlocks(
	find: (context: Context, block: number) => readonly Inconsistency[],
	also: (context: Context, block: number) => readonly number[] = () => [],
): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly Inconsistency[]>();
	const drop = (home: Home): void => {
		const list = byHome.get(home);
		if (!list) return;
		found.drop(list);
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		*update(context, { change, gone, stale }) {
			for (const home of gone) drop(home);
			const blocks = new Set(stale);
			for (const block of [...stale, change.from - 1, change.toB]) for (const other of also(context, block)) blocks.add(other);
			for (const block of blocks) {
				const home = context.homes[block];
				if (!home) continue;
				yield;
				drop(home);
				const list = find(context, block);
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

/** Holds things of one kind against each other: only the kinds of which something has changed. */
export function inGroups<M extends Member>({ membersIn, among, also }: Grouping<M>): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly (readonly [string, M])[]>();
	const groups = new Map<string, M[]>();
	const results = new Map<string, readonly Inconsistency[]>();
	const leave = (home: Home, turned: Set<string>): void => {
		for (const [key, member] of byHome.get(home) ?? []) {
			const group = groups.get(key) as M[];
			if (group.length === 1) groups.delete(key);
			else group.splice(group.indexOf(member), 1);
			turned.add(key);
		}
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		*update(context, { gone, stale }) {
			const turned = new Set<string>();
			for (const home of gone) leave(home, turned);
			for (const block of stale) leave(context.homes[block] as Home, turned);
			for (const block of stale) {
				yield;
				const members = [...membersIn(context, block)];
				if (members.length === 0) continue;
				byHome.set(context.homes[block] as Home, members);
				for (const [key, member] of members) {
					turned.add(key);
					const group = groups.get(key);
					if (group) enter(group, member);
					else groups.set(key, [member]);
				}
			}
			for (const key of also?.(context) ?? []) turned.add(key);
			for (const key of turned) {
				found.drop(results.get(key) ?? []);
				results.delete(key);
			}
			for (const key of turned) {
				yield;
				const group = groups.get(key);
				const list = group ? among(group, context) : [];
				if (list.length === 0) continue;
				results.set(key, list);
				found.put(list);
			}
			return found.take();
		},
	};
}

/** Puts a member in its place in the order of the article. */
function enter<M extends Member>(group: M[], member: M): void {
	let low = 0;
	let high = group.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const { home, at } = group[middle] as M;
		if (home.index < member.home.index || (home.index === member.home.index && at <= member.at)) low = middle + 1;
		else high = middle;
	}
	group.splice(low, 0, member);
}
