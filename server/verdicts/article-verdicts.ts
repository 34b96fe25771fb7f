import type { Claim } from "../claims/claim.ts";
import { some } from "../prose/some.ts";
import type { Span } from "../prose/span.ts";
import { Pace, type Steps } from "../prose/steps.ts";
import { replaceIn } from "../prose/versions/compare.ts";
import { type Home, HomeSpan } from "../prose/versions/home.ts";
import { type Lists, listsAfter, listsSince } from "../prose/versions/lists.ts";
import type { References } from "../references/lookup.ts";
import { type Asker, hasTurned } from "./binding/noted.ts";
import { Reading } from "./binding/reading.ts";
import { isNothingToCheck } from "./checkable.ts";
import { Consistency } from "./consistency/consistency.ts";
import type { Context, Given } from "./context.ts";
import { judge } from "./judge.ts";
import { type FiguresOfBlock, FigureVerdicts, reached } from "./kept.ts";
import { type Pin, withPins } from "./pinned.ts";
import type { Checked, Verdict } from "./verdict.ts";

/** The verdicts on one version of an article. */
export interface Judged {
	/** By block, in the order of the claims. They move along with their blocks; a list stays the same as long as nothing in it changes. */
	readonly checked: readonly (readonly Checked[])[];
	/** The same beside those of the version before. */
	readonly since: Lists<Checked>;
	/** Pins that lead to no fact or no figure. */
	readonly idle: readonly Pin[];
}

/** The verdicts on an article from version to version: what has not changed, and rests on nothing that has, is not judged again. */
export class ArticleVerdicts {
	readonly #reading = new Reading();
	readonly #figures = new FigureVerdicts();
	readonly #consistency = new Consistency();
	readonly #blocks: Block[] = [];
	/** Blocks in which somebody speaks who is named in another block, by that block. */
	readonly #far = new Map<Home, Set<Block>>();
	#checked: readonly (readonly Checked[])[] = [];
	#isPinned = false;
	#references: References | undefined;

	/** Judges another version. */
	*update({ claims: found, ...given }: Given, pins: readonly Pin[] = []): Steps<Judged> {
		const { homes, change, lists, changed, recounted } = found;
		const { stale, touched: read } = yield* this.#reading.update({ ...given, homes, change, lists, changed });
		const context: Context = { ...given, homes, claims: lists, reading: this.#reading };
		const { figures, turned, isQuiet } = this.#figures.update(context, change, read);
		const blocks = this.#blocks;
		const gone = blocks.slice(change.from, change.toA).map(({ home }) => home);
		for (const block of blocks.slice(change.from, change.toA)) this.#leave(block);
		replaceIn<Block | undefined>(
			blocks as (Block | undefined)[],
			change,
			homes.slice(change.from, change.toB).map(() => undefined),
		);
		const named = listsSince(this.#references?.mentions ?? [], given.references.mentions, given.references.named, change);
		// What an attribution carries may stand in a block behind it.
		const near = new Set([...changed].flatMap((block) => [block, block - 1, block - 2]));
		const isSame = isQuiet && arePacksSame(this.#references, given.references);
		this.#references = given.references;
		const open = new Set(isSame ? [...near, ...reached(read)] : blocks.keys());
		for (const home of isSame ? [...gone, ...Array.from(named.changed, (i) => homes[i] as Home)] : [])
			for (const { home: far } of this.#far.get(home) ?? []) open.add(far.index);
		const anew: number[] = [];
		const pace = new Pace();
		for (const i of open) {
			if (i < 0 || i >= blocks.length) continue;
			const own = figures[i] as FiguresOfBlock;
			const before = blocks[i];
			if (before?.holds(context, i, own, turned)) {
				if (near.has(i) && before.weigh(context)) anew.push(i);
				continue;
			}
			if (pace.isStep((homes[i] as Home).prose.text.length)) yield;
			if (before) this.#leave(before);
			const block = new Block(context, i, own);
			blocks[i] = block;
			for (const home of block.far) {
				const list = this.#far.get(home);
				if (list) list.add(block);
				else this.#far.set(home, new Set([block]));
			}
			anew.push(i);
		}
		const { checked: pinned, idle } = withPins(pins.length > 0 ? blocks.flatMap((block) => block.judged) : [], pins, context);
		const held = new Map(pinned.map(({ claim, verdict }) => [claim, verdict]));
		const touched = yield* this.#consistency.update(context, { change, gone, stale: new Set([...stale, ...changed]) });
		const isPinned = held.size > 0;
		const others = new Map<number, readonly Checked[]>();
		for (const i of recounted) (blocks[i] as Block).recount();
		for (const i of isPinned || this.#isPinned ? blocks.keys() : new Set([...anew, ...touched, ...recounted])) {
			const { judged } = blocks[i] as Block;
			others.set(i, this.#settled(judged, held));
			if (pace.isStep(judged.length * A_CLAIM)) yield;
		}
		const since = listsAfter(this.#checked, change, others);
		// The words of the passages are all that is asked for from here on.
		for (const block of stale) (homes[block] as Home).prose.forgetTokens();
		this.#isPinned = isPinned;
		this.#checked = since.lists;
		return { checked: since.lists, since, idle };
	}

	/** The claims of a block with what pins and the article itself say of them: the same list where they say nothing. */
	#settled(judged: readonly Checked[], held: ReadonlyMap<Claim, Verdict>): readonly Checked[] {
		let list: Checked[] | undefined;
		for (let i = 0; i < judged.length; i++) {
			const one = judged[i] as Checked;
			const pinned = held.size === 0 ? undefined : held.get(one.claim);
			const settled = this.#consistency.settled(pinned ? { claim: one.claim, verdict: pinned } : one);
			if (settled === one) continue;
			list ??= [...judged];
			list[i] = settled;
		}
		return list ?? judged;
	}

	#leave(block: Block): void {
		for (const home of block.far) {
			const list = this.#far.get(home);
			list?.delete(block);
			if (list?.size === 0) this.#far.delete(home);
		}
	}
}

/** To look what an article says of a claim takes as long as so many characters. */
const A_CLAIM = 10;

/** Whether the packs are the same, and have the same documents. */
function arePacksSame(before: References | undefined, now: References): boolean {
	return before?.store === now.store && before.documents === now.documents && before.empty === now.empty;
}

const noPack: Verdict = { name: "unreferenced", reason: { kind: "no pack" }, references: [] };
const nothing: Verdict = { name: "unreferenced", reason: { kind: "nothing to check" }, references: [] };

/** The claims of a block as they were judged. */
class Block {
	readonly home: Home;
	readonly claims: readonly Claim[];
	/** What the references say. */
	judged: readonly Checked[] = [];
	/** The other blocks in which somebody is named who speaks here. */
	readonly far: readonly Home[];
	readonly #figures: FiguresOfBlock;
	/** What the verdicts on what is said here rest on; absent where nobody speaks. */
	readonly #speech: Speech | undefined;
	readonly #verdicts: readonly Verdict[];

	constructor(context: Context, index: number, figures: FiguresOfBlock) {
		const claims = context.claims[index] as readonly Claim[];
		this.home = context.homes[index] as Home;
		this.claims = claims;
		this.#figures = figures;
		const speech = claims.some(isSpeech) ? new Speech(claims, context) : undefined;
		this.#speech = speech;
		this.far = speech ? some(speech.homes, (home) => home !== this.home) : NOWHERE;
		this.#verdicts = context.references.empty ? claims.map(() => noPack) : this.#judge(context, index, speech);
		this.weigh(context);
	}

	#judge(context: Context, index: number, speech: Speech | undefined): readonly Verdict[] {
		const ofFigures = this.#figures.of(index, context, judge);
		if (!speech) return ofFigures;
		context.reading.noteOf(speech);
		// Whom the packs are asked about is noted by what `reading` gives in the place of their answers.
		const noting = { ...context, references: context.reading.references };
		let figure = 0;
		return this.claims.map((claim) => (isSpeech(claim) ? judge(claim, noting) : (ofFigures[figure++] as Verdict)));
	}

	/** Looks which claims are nothing to check, which hinges on the claims of blocks behind it too. Answers whether they are others than before. */
	weigh(context: Context): boolean {
		const { claims, judged } = this;
		const weighed = (claim: Claim, i: number): Verdict => {
			const verdict = this.#verdicts[i] as Verdict;
			return verdict.name === "unreferenced" && isNothingToCheck(claim, context.claims) ? nothing : verdict;
		};
		if (judged.length === claims.length && judged.every(({ claim, verdict }, i) => verdict === weighed(claim, i))) return false;
		this.judged = claims.map((claim, i) => ({ claim, verdict: weighed(claim, i) }));
		return true;
	}

	/** Takes note that a claim is counted otherwise: it has another id, so the list is another one, though its verdicts stay. */
	recount(): void {
		this.judged = [...this.judged];
	}

	/** Whether the verdicts are as they would be found now. */
	holds(context: Context, index: number, figures: FiguresOfBlock, turned: ReadonlySet<string>): boolean {
		return (
			this.claims === context.claims[index] &&
			this.#figures === figures &&
			(this.#speech === undefined || this.#speech.holds(context, turned))
		);
	}
}

/** What verdicts on speech rest on beside the claims: the packs' names where the speakers are named, their documents and answers, the day. */
class Speech implements Asker {
	/** The blocks in which those are named who speak. */
	readonly homes: readonly Home[];
	/** What the packs were asked about. */
	asked: Set<string> | undefined;
	readonly #mentions: readonly unknown[];
	readonly #store: object;
	readonly #documents: References["documents"];
	readonly #dateline: string;

	constructor(claims: readonly Claim[], { references, dateline }: Context) {
		const homes = new Set<Home>();
		for (const claim of claims) for (const span of sourcesOf(claim)) if (span instanceof HomeSpan) homes.add(span.home);
		this.homes = homes.size === 0 ? NOWHERE : [...homes];
		this.#mentions = this.homes.map(({ index }) => references.mentions[index]);
		this.#store = references.store;
		this.#documents = references.documents;
		this.#dateline = dateline;
	}

	/** Whether all of it is as it was. */
	holds({ references, dateline }: Context, turned: ReadonlySet<string>): boolean {
		return (
			this.#store === references.store &&
			this.#documents === references.documents &&
			this.#dateline === dateline &&
			this.homes.every(({ index }, i) => references.mentions[index] === this.#mentions[i]) &&
			!hasTurned(this, turned)
		);
	}
}

const NOWHERE: readonly Home[] = [];

function isSpeech(claim: Claim): boolean {
	return claim.kind === "quotation" || claim.kind === "attribution" || claim.kind === "role";
}

function sourcesOf(claim: Claim): readonly Span[] {
	if (claim.kind === "role") return [claim.role.personSpan];
	return claim.kind === "quotation" || claim.kind === "attribution" ? claim.quote.source : [];
}
