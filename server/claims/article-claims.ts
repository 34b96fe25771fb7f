import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { Pace, type Steps } from "../prose/steps.ts";
import { type Replaced, replaced, replaceIn } from "../prose/versions/compare.ts";
import { type Home, Homes } from "../prose/versions/home.ts";
import type { Text } from "../prose/versions/text.ts";
import type { Claim } from "./claim.ts";
import type { Found, Setting } from "./finder.ts";
import { Counted, type LiveClaim, liveFigures, liveSpeech } from "./live.ts";
import { periodIn } from "./period.ts";
import { ArticleSpeech } from "./speech/article-speech.ts";

type Live = Claim & LiveClaim;

const UNREAD = Symbol();
const NONE: readonly never[] = [];

/** Brings claims into their order, in which nearly all stand already: each is put before those behind it, which needs no room. */
function inOrder(claims: Live[]): readonly Live[] {
	if (claims.length > MANY) return claims.sort(order);
	for (let i = 1; i < claims.length; i++) {
		const one = claims[i] as Live;
		let at = i;
		for (; at > 0 && order(claims[at - 1] as Live, one) > 0; at--) claims[at] = claims[at - 1] as Live;
		claims[at] = one;
	}
	return claims;
}

/** More claims than these are sooner sorted. */
const MANY = 40;

const order = ({ span: a }: Live, { span: b }: Live): number => a.start - b.start || b.end - a.end;

/** To put one of several claims that are called the same in its place takes as long as so many characters. */
const A_CLAIM = 10;

/** The claims of one version of an article, by block, each list in order of its claims' start. They move along with their blocks. */
export interface ClaimsByBlock {
	readonly homes: readonly Home[];
	readonly lists: readonly (readonly Claim[])[];
	readonly change: Replaced;
	/** Indices of the blocks whose list is not the one of the version before. */
	readonly changed: ReadonlySet<number>;
	/** Indices of those with a claim that others are called like and that is counted otherwise now. */
	readonly recounted: ReadonlySet<number>;
	readonly counted: Counted;
}

/** The claims of an article from version to version. What is in a block that has not changed stays the same objects. */
export class ArticleClaims {
	readonly #finding: (setting: Setting) => (block: Block) => readonly Found[];
	readonly #homes = new Homes();
	readonly #speech = new ArticleSpeech();
	/** Claims by the first half of what they are called by; nearly every one is the only one that is called so. */
	readonly #named = new Map<number, Live | Live[]>();
	#counted = new Counted();
	#dateline = "";
	#period: string | undefined;
	#periods: (string | symbol | undefined)[] = [];
	#figures: (readonly Live[])[] = [];
	#lists: readonly (readonly Live[])[] = [];

	/** `finding` finds the figures and times of a block in a setting. */
	constructor(finding: (setting: Setting) => (block: Block) => readonly Found[]) {
		this.#finding = finding;
	}

	/** Moves to another version. */
	*update(article: Article, setting: Setting): Steps<ClaimsByBlock> {
		const before = this.#homes.list;
		const change = this.#homes.update(article.places);
		const homes = this.#homes.list;
		const isDay = setting.dateline === this.#dateline;
		const unread = (list: readonly Home[]): (string | symbol | undefined)[] => list.map(() => UNREAD);
		if (isDay) replaceIn(this.#periods, change, unread(homes.slice(change.from, change.toB)));
		else this.#periods = unread(homes);
		const period = setting.period ?? (yield* this.#firstPeriod(homes, setting));
		const find = this.#finding(period === undefined ? setting : { ...setting, period });
		const isSame = isDay && period === this.#period;
		const figures: (readonly Live[])[] = [];
		const pace = new Pace();
		for (const home of isSame ? homes.slice(change.from, change.toB) : homes) {
			figures.push(liveFigures(home, find(home.block), article.text));
			if (pace.isStep(home.prose.text.length)) yield;
		}
		if (isSame) replaceIn(this.#figures, change, figures);
		else this.#figures = figures;
		this.#dateline = setting.dateline;
		this.#period = period;
		const said = yield* this.#speech.update(homes, before.slice(change.from, change.toA), change);
		const gone = this.#lists.slice(change.from, change.toA);
		const lists = replaced<readonly Live[]>(
			this.#lists,
			change,
			homes.slice(change.from, change.toB).map(() => NONE),
		);
		const changed = new Set<number>();
		const first = isSame ? change.from : 0;
		for (let i = first; i < (isSame ? change.toB : homes.length); i++) changed.add(i);
		for (const { index } of said) if (index >= 0) changed.add(index);
		const touched = new Set<number>();
		for (const list of gone) this.#forget(list, touched);
		for (const index of changed) {
			const had = lists[index] as readonly Live[];
			this.#forget(had, touched);
			// What was said is called by the figures beside it, which may be others now.
			const now = this.#claimsOf(homes[index] as Home, article.text, isSame ? had : NONE);
			lists[index] = now;
			for (const claim of now) this.#enter(claim, touched);
			if (pace.isStep((homes[index] as Home).prose.text.length)) yield;
		}
		const recounted = yield* this.#number(touched, lists);
		this.#lists = lists;
		this.#counted = this.#counted.next();
		return { homes, lists, change, changed, recounted, counted: this.#counted };
	}

	/** The first period that a block names: no more blocks are read than it takes. */
	*#firstPeriod(homes: readonly Home[], setting: Setting): Steps<string | undefined> {
		const pace = new Pace();
		for (let i = 0; i < this.#periods.length; i++) {
			if (this.#periods[i] === UNREAD) {
				const home = homes[i] as Home;
				this.#periods[i] = periodIn(home.block, setting);
				if (pace.isStep(home.prose.text.length)) yield;
			}
			if (this.#periods[i] !== undefined) return this.#periods[i] as string;
		}
		return undefined;
	}

	/** The claims of a block. Those of what is said as it was before are the same; `before` are the ones that the block had. */
	#claimsOf(home: Home, article: Text, before: readonly Live[]): readonly Live[] {
		const figures = this.#figures[home.index] as readonly Live[];
		const said = this.#speech.of(home);
		if (said.length === 0) return figures;
		const known = before.length > 0 ? new Map(before.map((claim) => [claim.span, claim])) : undefined;
		return inOrder(figures.concat(said.map((found) => known?.get(found) ?? liveSpeech(home, found, figures, article))));
	}

	#enter(claim: Live, touched: Set<number>): void {
		const { high } = claim;
		const known = this.#named.get(high);
		if (!known) this.#named.set(high, claim);
		else if (Array.isArray(known)) known.push(claim);
		else this.#named.set(high, [known, claim]);
		// The only one is counted as the first unless it was another one before.
		if (known || claim.nth !== 0) touched.add(high);
	}

	#forget(list: readonly Live[], touched: Set<number>): void {
		for (const claim of list) {
			const { high } = claim;
			const known = this.#named.get(high);
			if (!Array.isArray(known)) {
				this.#named.delete(high);
				continue;
			}
			if (known.length > 1) known.splice(known.indexOf(claim), 1);
			else this.#named.delete(high);
			touched.add(high);
		}
	}

	/** Counts claims that are called the same in their order. Answers the blocks of those that are counted otherwise than before. */
	*#number(touched: ReadonlySet<number>, lists: readonly (readonly Live[])[]): Steps<Set<number>> {
		const recounted = new Set<number>();
		// A block of a megabyte may hold ten thousands that are called the same: none is looked for in its list twice.
		const placesIn = new Map<number, Map<Live, number>>();
		const place = (claim: Live): number => {
			let places = placesIn.get(claim.block);
			if (!places) {
				places = new Map((lists[claim.block] as readonly Live[]).map((one, i) => [one, i]));
				placesIn.set(claim.block, places);
			}
			return places.get(claim) ?? -1;
		};
		const count = (claim: Live, nth: number): void => {
			if (claim.nth === nth) return;
			this.#counted.recount(claim, nth);
			recounted.add(claim.block);
		};
		const pace = new Pace();
		for (const high of touched) {
			const known = this.#named.get(high);
			if (!known) continue;
			if (!Array.isArray(known)) {
				count(known, 0);
				continue;
			}
			known.sort((a, b) => a.block - b.block || place(a) - place(b));
			// Names with the same first half may differ in the second.
			const counts = new Map<number, number>();
			for (const claim of known) {
				const nth = counts.get(claim.low) ?? 0;
				counts.set(claim.low, nth + 1);
				count(claim, nth);
			}
			if (pace.isStep(known.length * A_CLAIM)) yield;
		}
		return recounted;
	}
}
