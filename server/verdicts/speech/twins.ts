import type { Claim, QuoteClaim } from "../../claims/claim.ts";
import { Pace, type Steps } from "../../prose/steps.ts";
import { type Home, homeOf, placeOf } from "../../prose/versions/home.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import type { News, Tracker } from "../consistency/tracker.ts";
import type { Context } from "../context.ts";
import { compare } from "./compare.ts";
import { type Paired, PairIndex } from "./pairs.ts";
import { type Quoted, quotedOf } from "./quoted.ts";

/** From this likeness two quotations of one speaker are meant to be the same words; below they are two sayings. */
const SAME_WORDS = 0.75;
/** Shorter quotations are like others by chance. */
const ENOUGH_WORDS = 5;

/**
 * The same quotation twice in different words: the later one is reported, beside the first that gives it otherwise. Only quotations that have changed, and
 * those that were like one that has, are compared anew.
 */
export class Twins implements Tracker {
	readonly #byHome = new Map<Home, readonly Said[]>();
	readonly #index = new PairIndex<Said>();
	readonly #twins = new Map<Claim, Twin>();
	#touched = new Set<Home>();
	#turn = 0;

	get isSilent(): boolean {
		return this.#twins.size === 0;
	}

	of(claim: Claim): Inconsistency | undefined {
		const twin = this.#twins.get(claim);
		if (!twin) return undefined;
		const { first, written, elsewhere } = twin;
		const related = placeOf(first.claim);
		return { claim, reason: { kind: "said differently", written, other: elsewhere, related }, related: [related] };
	}

	*update(context: Context, { change, gone, stale }: News): Steps<Iterable<Home>> {
		// Those that others may be like now, or no longer; and those whose first is not what it was.
		const turned = new Set<Said>();
		const orphans = new Set<Said>();
		const fresh: Said[] = [];
		// Most keys in a block with a quotation are typed beside it: the same words in their place are held against nothing anew, which took 2 ms of 1 MB.
		const left = new Left(gone.flatMap((home) => this.#take(home)));
		const others: Left[] = [left];
		const pace = new Pace();
		for (const block of Int32Array.from(stale).sort()) {
			const home = context.homes[block] as Home;
			const isNew = block >= change.from && block < change.toB;
			const before = isNew ? left : new Left(this.#take(home));
			if (!isNew) others.push(before);
			const own: Said[] = [];
			for (const claim of context.claims[block] ?? NONE) {
				const said = claim.kind === "quotation" ? saidIn(claim, context) : undefined;
				if (!said) continue;
				const same = before.next(said);
				if (same) this.#goOn(same, said);
				else fresh.push(said);
				own.push(same ?? said);
			}
			if (own.length === 0) continue;
			this.#byHome.set(home, own);
			if (pace.isStep(home.prose.text.length)) yield;
		}
		for (const before of others) for (const said of before.rest()) this.#leave(said, turned, orphans);
		for (const said of fresh) {
			this.#index.enter(said, turned);
			turned.add(said);
		}
		for (const said of turned) for (const other of said.firstOf ?? []) orphans.add(other);
		const open = new Set([...turned, ...orphans].filter(({ isGone }) => !isGone));
		for (const said of open) this.#part(said);
		for (const said of open) {
			this.#compare(said, open, turned.has(said));
			// Each is held against all that share words with it.
			if (pace.isStep(said.words.length * A_WORD)) yield;
		}
		const touched = this.#touched;
		this.#touched = new Set();
		return touched;
	}

	/** Takes what was quoted in a block from it. */
	#take(home: Home): readonly Said[] {
		const list = this.#byHome.get(home) ?? NONE;
		this.#byHome.delete(home);
		return list;
	}

	/** Lets the same words in the same place stand for what they stood for. */
	#goOn(said: Said, now: Said): void {
		if (said.claim === now.claim) return;
		this.#twins.delete(said.claim);
		said.claim = now.claim;
		said.quoted = now.quoted;
		said.words = now.words;
		if (said.twin) {
			this.#twins.set(said.claim, said.twin);
			this.#touch(said);
		}
		// They speak of it where it stands now.
		for (const other of said.firstOf ?? NONE) this.#touch(other);
	}

	/** Takes a quotation out; `orphans` are told of those that were reported beside it. */
	#leave(said: Said, turned: Set<Said>, orphans: Set<Said>): void {
		this.#index.leave(said, turned);
		for (const other of said.firstOf ?? []) orphans.add(other);
		this.#part(said);
		said.isGone = true;
	}

	/**
	 * Looks for the first that gives a quotation otherwise among the earlier ones that share words with it: where three of four words are the same, some
	 * neighbours are, even if each change parts two. One that has turned may itself be the first for later ones, which look for theirs when they are open too.
	 */
	#compare(said: Said, open: ReadonlySet<Said>, hasTurned: boolean): void {
		const sharing = this.#sharing(said);
		if (sharing.length > 1) sharing.sort(order);
		for (const other of sharing) {
			const isEarlier = order(other, said) < 0;
			if (isEarlier ? !said.twin : hasTurned && !open.has(other) && !(other.twin && order(other.twin.first, said) < 0))
				this.#settle(isEarlier ? [other, said] : [said, other]);
		}
	}

	/** Puts the first of two quotations down as the one that the other gives otherwise, if it does. */
	#settle([earlier, later]: readonly [Said, Said]): void {
		const difference = between(later.quoted, earlier.quoted);
		if (!difference) return;
		this.#part(later);
		later.twin = { ...difference, first: earlier };
		earlier.firstOf ??= new Set();
		earlier.firstOf.add(later);
		this.#twins.set(later.claim, later.twin);
		this.#touch(later);
	}

	/** Takes back what has been found of a quotation. */
	#part(said: Said): void {
		if (!said.twin) return;
		said.twin.first.firstOf?.delete(said);
		said.twin = undefined;
		this.#twins.delete(said.claim);
		this.#touch(said);
	}

	#touch({ claim }: Said): void {
		const home = homeOf(claim);
		if (home) this.#touched.add(home);
	}

	/** The quotations that one may be a twin of: of whom it may be, and with enough neighbouring words in common. */
	#sharing(said: Said): Said[] {
		const turn = ++this.#turn;
		const sharing: Said[] = [];
		said.turn = turn;
		for (const { few } of said.pairs) {
			for (const other of few) {
				if (other.turn === turn) other.shared++;
				else if (other.voice === said.voice || other.voice === "" || said.voice === "") {
					other.turn = turn;
					other.shared = 1;
					sharing.push(other);
				}
			}
		}
		const least = (other: Said): number => Math.floor(Math.min(said.quoted.words, other.quoted.words) / 6) - 1;
		return sharing.filter((other) => other.shared >= least(other) && sameSpeaker(said.claim, other.claim));
	}
}

/** A quotation with its words, and the first that gives it otherwise. */
interface Said extends Paired<Said> {
	claim: QuoteClaim;
	quoted: Quoted;
	words: Quoted["source"]["words"];
	/** The last name of who says it: only quotations with the same one, or with none, are held against each other. */
	readonly voice: string;
	twin: Twin | undefined;
	/** The quotations whose first it is. */
	firstOf: Set<Said> | undefined;
	isGone: boolean;
	/** How many pairs it shares with the one whose turn it last was. */
	shared: number;
	turn: number;
}

const NONE: readonly never[] = [];

/** To look for the others that have a word takes as long as so many characters. */
const A_WORD = 20;

/** So many quotations that have come or gone are passed over to find the same words again. */
const AHEAD = 8;

/** What was quoted where something has changed, in its order, to be found again in the same order. */
class Left {
	readonly #list: readonly Said[];
	readonly #gone: Said[] = [];
	#at = 0;

	constructor(list: readonly Said[]) {
		this.#list = list;
	}

	/** The next one with the same words of the same speaker. */
	next({ claim, quoted }: Said): Said | undefined {
		for (let i = this.#at; i < this.#list.length && i < this.#at + AHEAD; i++) {
			const one = this.#list[i] as Said;
			if (one.claim.quote.speaker !== claim.quote.speaker || !areSame(one.quoted.pieces, quoted.pieces)) continue;
			this.#gone.push(...this.#list.slice(this.#at, i));
			this.#at = i + 1;
			return one;
		}
		return undefined;
	}

	/** Those that were not found again. */
	rest(): readonly Said[] {
		return [...this.#gone, ...this.#list.slice(this.#at)];
	}
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((piece, i) => piece === b[i]);
}

/** The first that gives a quotation otherwise, and where the two part. */
interface Twin extends Difference {
	readonly first: Said;
}

/** Where two quotations that are meant to be the same words part. */
interface Difference {
	readonly written: string;
	readonly elsewhere: string;
}

/** A quotation to be held against others, if it is long enough. */
function saidIn(claim: QuoteClaim, context: Context): Said | undefined {
	const quoted = quotedOf(claim, context.article);
	if (quoted.words < ENOUGH_WORDS) return undefined;
	const { speaker } = claim.quote;
	const voice = speaker === undefined ? "" : speaker.slice(speaker.lastIndexOf(" ") + 1);
	const { words } = quoted.source;
	return { claim, quoted, words, pairs: [], voice, twin: undefined, firstOf: undefined, isGone: false, shared: 0, turn: 0 };
}

/** The shorter is looked for in the longer: a part that is repeated word for word is no slip. */
function between(later: Quoted, earlier: Quoted): Difference | undefined {
	const [short, long] = later.words <= earlier.words ? [later, earlier] : [earlier, later];
	if (!mayBeLike(short, long)) return undefined;
	const comparison = compare(short.pieces, long.source);
	if (!comparison || comparison.faithful || comparison.likeness < SAME_WORDS) return undefined;
	const { written, original } = comparison;
	// `I don't believe in it`, then `Of course I believe in it`: who gives both sets one against the other.
	if (isDenied(written) !== isDenied(original)) return undefined;
	return short === later ? { written, elsewhere: original } : { written: original, elsewhere: written };
}

/**
 * Whether as many of the shorter one's words stand in the longer one as have to. Most that share a pair of words do not get so far, and counting costs
 * little beside telling where they part. What is cut by an ellipsis or brackets is compared in pieces, and not counted.
 */
function mayBeLike({ pieces, source: { words } }: Quoted, { source: { keys } }: Quoted): boolean {
	if (pieces.length !== 1 || /[[…]|\. ?\. ?\./.test(pieces[0] as string)) return true;
	let missing = (1 - SAME_WORDS) * words.length;
	for (const { key } of words) if (!keys.has(key) && --missing < 0) return false;
	return true;
}

const isDenied = (words: string): boolean => /\b(?:not|never|no|cannot)\b|n['’]t\b/i.test(words);

const order = ({ claim: a }: Said, { claim: b }: Said): number =>
	a.block - b.block || a.span.start - b.span.start || b.span.end - a.span.end;

function sameSpeaker(a: QuoteClaim, b: QuoteClaim): boolean {
	const [one, two] = [a.quote.speaker, b.quote.speaker];
	return one === undefined || two === undefined || one === two || one.endsWith(` ${two}`) || two.endsWith(` ${one}`);
}
