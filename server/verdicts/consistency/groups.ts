import { firstWhere } from "../../prose/halving.ts";
import { Pace } from "../../prose/steps.ts";
import type { Home } from "../../prose/versions/home.ts";
import type { Context } from "../context.ts";
import { Findings } from "./findings.ts";
import type { Inconsistency } from "./inconsistency.ts";
import { NO_MEMBERS, type Tracker } from "./tracker.ts";

/** One thing of a block that is held against others of its kind in the article. */
export interface Member {
	readonly home: Home;
	/** Where it stands in the block's text. */
	readonly at: number;
}

/**
 * The things of one kind, from version to version. What comes and goes is counted in and out, so that a kind of which there are thousands is not gone
 * through with each keystroke in one of their blocks.
 */
export interface Kind<M extends Member> {
	put(member: M): void;
	/** `from` is where blocks have been taken out of the article, whose things may still stand among the others. */
	take(member: M, from: number): void;
	/** What the things say of each other now. */
	found(context: Context): readonly Inconsistency[];
}

/** To hold one thing against others takes about as long as so many characters. */
const A_MEMBER = 50;

/** What a check that holds things of one kind against each other needs. */
interface Grouping<M extends Member> {
	/** The things of a block, each with what it has in common with its kind. */
	membersIn(context: Context, block: number): Iterable<readonly [string, M]>;
	/** Kinds that are to be looked at again whether or not something of theirs has changed. */
	also?(context: Context): Iterable<string>;
}

/** Holds things of one kind against each other: only the kinds of which something has changed, and each of those as a whole. */
export function inGroups<M extends Member>(
	grouping: Grouping<M> & {
		/** Holds the things of one kind, in their order, against each other. */
		among(members: readonly M[], context: Context): readonly Inconsistency[];
	},
): Tracker {
	return inKinds<M>({ ...grouping, kind: () => new Whole(grouping.among) });
}

/** A kind that is gone through each time. */
class Whole<M extends Member> implements Kind<M> {
	readonly #members = new InOrder<M>();
	readonly #among: (members: readonly M[], context: Context) => readonly Inconsistency[];

	constructor(among: (members: readonly M[], context: Context) => readonly Inconsistency[]) {
		this.#among = among;
	}
	put(member: M): void {
		this.#members.put(member);
	}
	take(member: M, from: number): void {
		this.#members.take(member, from);
	}
	found(context: Context): readonly Inconsistency[] {
		return this.#among(this.#members.list, context);
	}
}

/** The things of one kind, and what is known of them. */
interface Group<M extends Member> {
	readonly key: string;
	readonly kind: Kind<M>;
	size: number;
	/** What was found when they were last held against each other. */
	found: readonly Inconsistency[];
	/** Whether they have to be held against each other again. */
	isTurned: boolean;
}

/** Holds things of one kind against each other: only the kinds of which something has changed. */
export function inKinds<M extends Member>({
	membersIn,
	kind,
	also,
}: Grouping<M> & {
	/** A kind of which there is nothing yet. */
	kind(): Kind<M>;
}): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly (readonly [string, M])[]>();
	const groups = new Map<string, Group<M>>();
	let turned: Group<M>[] = [];
	const turn = (group: Group<M>): void => {
		if (group.isTurned) return;
		group.isTurned = true;
		turned.push(group);
	};
	const leave = (home: Home, from: number): void => {
		const members = byHome.get(home);
		if (!members) return;
		for (const [key, member] of members) {
			const group = groups.get(key) as Group<M>;
			group.kind.take(member, from);
			group.size--;
			turn(group);
		}
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		get isSilent() {
			return found.isEmpty;
		},
		*update(context, { change, gone, stale }) {
			const pace = new Pace();
			for (const home of gone) leave(home, change.from);
			for (const block of byHome.size > 0 ? stale : NO_MEMBERS) leave(context.homes[block] as Home, change.from);
			for (const block of stale) {
				const some = membersIn(context, block);
				// As long as it has to be: it is kept.
				const members: readonly (readonly [string, M])[] = Array.isArray(some) && some.length === 0 ? NO_MEMBERS : [...some];
				if (members.length === 0) continue;
				if (pace.isStep(members.length * A_MEMBER)) yield;
				byHome.set(context.homes[block] as Home, members);
				for (const [key, member] of members) {
					let group = groups.get(key);
					if (!group) {
						group = { key, kind: kind(), size: 0, found: NO_MEMBERS, isTurned: false };
						groups.set(key, group);
					}
					group.kind.put(member);
					group.size++;
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
				if (pace.isStep(group.size * A_MEMBER)) yield;
				group.found = found.renewed(group.found, group.size === 0 ? NO_MEMBERS : group.kind.found(context));
				if (group.size === 0) groups.delete(group.key);
			}
			for (const group of open) found.put(group.found);
			return found.take();
		},
	};
}

/** Things in the order of the article. */
export class InOrder<M extends Member> {
	#list: M[] = [];

	get list(): readonly M[] {
		return this.#list;
	}

	/** Puts one in its place: behind the last one when an article is read for the first time. */
	put(member: M): void {
		const list = this.#list;
		const last = list[list.length - 1];
		// Most stand alone, and a list that grows has room for sixteen more.
		if (!last) this.#list = [member];
		else if (isBefore(last, member)) list.push(member);
		else list.splice(firstBehind(list, member), 0, member);
	}

	/** Takes one out. What was in blocks that are gone stands between what is before `from` and what is behind it. */
	take(member: M, from: number): void {
		const list = this.#list;
		const { home, at } = member;
		const first = firstWhere(list.length, (i) => {
			const other = list[i] as M;
			if (home.index < 0) return other.home.index < 0 || other.home.index >= from;
			return other.home.index > home.index || (other.home.index === home.index && other.at >= at);
		});
		list.splice(list.indexOf(member, first), 1);
	}
}

/** Index of the first thing that stands behind another. */
function firstBehind<M extends Member>(list: readonly M[], member: M): number {
	return firstWhere(list.length, (i) => !isBefore(list[i] as M, member));
}

/** Whether one thing stands before another, or in the same place and came before it. */
export function isBefore(one: Member, other: Member): boolean {
	return one.home.index < other.home.index || (one.home.index === other.home.index && one.at <= other.at);
}
