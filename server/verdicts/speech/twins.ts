import type { Claim, QuoteClaim } from "../../claims/claim.ts";
import type { Steps } from "../../prose/steps.ts";
import { type Home, homeOf, placeOf } from "../../prose/versions/home.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import type { News, Tracker } from "../consistency/tracker.ts";
import type { Context } from "../context.ts";
import { comparedWith, type Quoted, quotedOf } from "./quoted.ts";

/** From this likeness two quotations of one speaker are meant to be the same words; below they are two sayings. */
const SAME_WORDS = 0.75;
/** Shorter quotations are like others by chance. */
const ENOUGH_WORDS = 5;
/** A pair of neighbouring words that so many quotations have says nothing of which they are like. */
const COMMON = 100;

/** The same quotation twice in different words: the later one is reported. Only quotations that have changed are compared anew. */
export class Twins implements Tracker {
	readonly #byHome = new Map<Home, readonly Said[]>();
	readonly #byClaim = new Map<Claim, Said>();
	/** Quotations by the pairs of neighbouring words in them. */
	readonly #byPair = new Map<string, Set<Said>>();
	#round = 0;
	#turn = 0;

	of(claim: Claim): Inconsistency | undefined {
		const said = this.#byClaim.get(claim);
		const [first] = said ? [...said.alike].sort((a, b) => order(a[0], b[0])) : [];
		if (!first) return undefined;
		const [other, { written, elsewhere }] = first;
		const related = placeOf(other.claim);
		return { claim, reason: { kind: "said differently", written, other: elsewhere, related }, related: [related] };
	}

	*update(context: Context, { gone, stale }: News): Steps<Iterable<Home>> {
		const touched = new Set<Home>();
		const turned = new Set<Said>();
		const homes = [...gone, ...[...stale].map((block) => context.homes[block] as Home)];
		for (const home of homes) for (const said of this.#byHome.get(home) ?? []) this.#leave(said, touched, turned);
		for (const home of homes) this.#byHome.delete(home);
		for (const block of stale) {
			const own = (context.claims[block] ?? []).flatMap((claim) => saidIn(claim, context));
			if (own.length > 0) this.#byHome.set(context.homes[block] as Home, own);
			for (const said of own) this.#enter(said, turned);
			for (const said of own) turned.add(said);
			yield;
		}
		const here = [...turned].filter((said) => this.#byClaim.get(said.claim) === said);
		for (const said of here) this.#part(said, touched);
		this.#round++;
		for (const said of here) {
			this.#compare(said, touched);
			yield;
		}
		return touched;
	}

	#leave(said: Said, touched: Set<Home>, turned: Set<Said>): void {
		for (const pair of said.quoted.source.pairs.keys()) {
			const list = this.#byPair.get(pair) as Set<Said>;
			list.delete(said);
			// What was too common is telling now.
			if (list.size === COMMON) for (const other of list) turned.add(other);
			if (list.size === 0) this.#byPair.delete(pair);
		}
		this.#byClaim.delete(said.claim);
		for (const other of said.isFor) {
			other.alike.delete(said);
			touch(other, touched);
		}
		for (const other of said.alike.keys()) other.isFor.delete(said);
	}

	#enter(said: Said, turned: Set<Said>): void {
		this.#byClaim.set(said.claim, said);
		for (const pair of said.quoted.source.pairs.keys()) {
			const list = this.#byPair.get(pair);
			if (!list) this.#byPair.set(pair, new Set([said]));
			else {
				list.add(said);
				if (list.size === COMMON + 1) for (const other of list) turned.add(other);
			}
		}
	}

	/** Takes back what has been found of a quotation. */
	#part(said: Said, touched: Set<Home>): void {
		touch(said, touched);
		for (const other of said.alike.keys()) other.isFor.delete(said);
		said.alike.clear();
		for (const other of said.isFor) {
			other.alike.delete(said);
			touch(other, touched);
		}
		said.isFor.clear();
	}

	/**
	 * Holds a quotation against all that share words with it: where three of four words are the same, some neighbours are, even if each change parts two.
	 * Those that have been held against all in this round have met it.
	 */
	#compare(said: Said, touched: Set<Home>): void {
		said.round = this.#round;
		const turn = ++this.#turn;
		const sharing: Said[] = [];
		for (const pair of said.quoted.source.pairs.keys()) {
			const list = this.#byPair.get(pair) as Set<Said>;
			if (list.size > COMMON) continue;
			for (const other of list) {
				if (other.round === this.#round) continue;
				if (other.turn === turn) other.shared++;
				else {
					other.turn = turn;
					other.shared = 1;
					sharing.push(other);
				}
			}
		}
		for (const other of sharing) {
			if (other.shared < Math.floor(Math.min(said.quoted.words, other.quoted.words) / 6) - 1) continue;
			if (!sameSpeaker(said.claim, other.claim)) continue;
			const [earlier, later] = order(said, other) < 0 ? [said, other] : [other, said];
			const difference = between(later.quoted, earlier.quoted);
			if (!difference) continue;
			later.alike.set(earlier, difference);
			earlier.isFor.add(later);
			touch(later, touched);
		}
	}
}

/** A quotation with its words, the earlier ones that it gives otherwise, and the later ones that give it otherwise. */
interface Said {
	readonly claim: QuoteClaim;
	readonly quoted: Quoted;
	readonly alike: Map<Said, Difference>;
	readonly isFor: Set<Said>;
	/** The last round in which it was held against all others. */
	round: number;
	/** How many pairs it shares with the one whose turn it last was. */
	shared: number;
	turn: number;
}

/** Where two quotations that are meant to be the same words part. */
interface Difference {
	readonly written: string;
	readonly elsewhere: string;
}

function saidIn(claim: Claim, context: Context): Said[] {
	if (claim.kind !== "quotation") return [];
	const quoted = quotedOf(claim, context.article);
	return quoted.words < ENOUGH_WORDS ? [] : [{ claim, quoted, alike: new Map(), isFor: new Set(), round: 0, shared: 0, turn: 0 }];
}

/** The shorter is looked for in the longer: a part that is repeated word for word is no slip. */
function between(later: Quoted, earlier: Quoted): Difference | undefined {
	const [short, long] = later.words <= earlier.words ? [later, earlier] : [earlier, later];
	const comparison = comparedWith(short, long.source);
	if (!comparison || comparison.faithful || comparison.likeness < SAME_WORDS) return undefined;
	const { written, original } = comparison;
	// `I don't believe in it`, then `Of course I believe in it`: who gives both sets one against the other.
	if (isDenied(written) !== isDenied(original)) return undefined;
	return short === later ? { written, elsewhere: original } : { written: original, elsewhere: written };
}

const isDenied = (words: string): boolean => /\b(?:not|never|no|cannot)\b|n['’]t\b/i.test(words);

const order = (a: Said, b: Said): number => a.claim.start - b.claim.start || b.claim.end - a.claim.end;

function touch({ claim }: Said, touched: Set<Home>): void {
	const home = homeOf(claim);
	if (home) touched.add(home);
}

function sameSpeaker(a: QuoteClaim, b: QuoteClaim): boolean {
	const [one, two] = [a.quote.speaker, b.quote.speaker];
	return one === undefined || two === undefined || one === two || one.endsWith(` ${two}`) || two.endsWith(` ${one}`);
}
