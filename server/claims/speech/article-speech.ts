import { Pace, type Steps } from "../../prose/steps.ts";
import { type Replaced, replaceIn } from "../../prose/versions/compare.ts";
import type { Home } from "../../prose/versions/home.ts";
import type { FoundSpeech } from "../finder.ts";
import { joinQuotations, mayJoin } from "./joining.ts";
import { labelled, mayBeLabelled } from "./labels.ts";
import { sign } from "./lexicon/words.ts";
import { type Asked, Askers, type Turned } from "./people/asked.ts";
import { Directory } from "./people/directory.ts";
import { type NameMention, namesIn } from "./people/names.ts";
import { areSameRoles, type FoundRole, findRoles } from "./people/roles.ts";
import { isSameSpeaker, Said, type Speaker } from "./said.ts";
import { type Saying, sayingsOf } from "./sayings.ts";
import { Vocabulary, type Words, wordsOf } from "./words.ts";

/**
 * Who says what in an article, from version to version: blocks that have not changed are not read again, and a speaker is told anew only where a name has
 * changed that it was told by.
 */
export class ArticleSpeech {
	readonly #directory = new Directory();
	readonly #rows: Row[] = [];
	/** Which names a speaker, a label and a role were told by. */
	readonly #speakers = new Askers<Said>();
	readonly #labels = new Askers<Row>();
	readonly #roles = new Askers<Row>();
	/** Rows whose labels and roles hinge on names of another block, by that block. */
	readonly #far = new Map<Home, Set<Row>>();

	/** Moves to another version. `gone` are the blocks that are no longer there. Answers the blocks in which something else is said than before. */
	*update(homes: readonly Home[], gone: readonly Home[], change: Replaced): Steps<ReadonlySet<Home>> {
		const fresh: Row[] = [];
		const vocabulary = new Vocabulary();
		const pace = new Pace();
		for (const home of homes.slice(change.from, change.toB)) {
			fresh.push(new Row(home, vocabulary));
			if (pace.isStep(home.prose.text.length)) yield;
		}
		const changed = new Set<Home>();
		for (const row of this.#rows.slice(change.from, change.toA)) {
			for (const one of row.said) {
				this.#speakers.forget(one, one.asked);
				if (one.claim) changed.add(one.claim.home);
			}
			this.#labels.forget(row, row.labelAsked);
			this.#roles.forget(row, row.rolesAsked);
			this.#note(row, []);
		}
		replaceIn(this.#rows, change, fresh);
		const turned = yield* this.#directory.update(change, gone, new Map(fresh.map(({ home, names }) => [home, names])));
		const open = this.#opened(fresh, gone, turned);
		const stale = yield* this.#joinAgain(yield* this.#labelAgain(open, turned, change), changed);
		yield* this.#resolve(turned, stale, changed);
		for (const row of open) {
			if (!row.titled || (row.rolesAsked && !row.rolesAsked.isTouchedBy(turned))) continue;
			yield;
			let roles: readonly FoundRole[] = [];
			const before = row.rolesAsked;
			row.rolesAsked = this.#directory.noting(() => {
				roles = findRoles(row.home, row.titled as Words, this.#directory);
			});
			this.#roles.note(row, row.home, row.rolesAsked, before);
			this.#note(row, [row.labelAsked, row.rolesAsked]);
			if (areSameRoles(row.roles, roles)) continue;
			row.roles = roles;
			changed.add(row.home);
		}
		return changed;
	}

	/** What is said in a block; a role is said where it stands. */
	of(home: Home): readonly FoundSpeech[] {
		const found: FoundSpeech[] = [];
		// A quotation may have been announced in the block before.
		for (const row of [this.#rows[home.index - 1], this.#rows[home.index]])
			for (const { claim } of row?.said ?? []) if (claim?.home === home) found.push(claim);
		return [...found, ...(this.#rows[home.index]?.roles ?? [])];
	}

	/** All that is said: quotations and attributions in their order, then roles. */
	all(): FoundSpeech[] {
		const quotes = this.#rows.flatMap((row) => row.said.flatMap(({ claim }) => claim ?? []));
		return [...quotes, ...this.#rows.flatMap((row) => row.roles)];
	}

	/** The rows whose label or roles may be others now, in their order: new ones, and those that hinge on names that have turned. */
	#opened(fresh: readonly Row[], gone: readonly Home[], turned: Turned): readonly Row[] {
		const open = new Set(fresh);
		for (const home of gone) for (const row of this.#far.get(home) ?? []) open.add(row);
		for (const place of turned.places) if (this.#rows[place]) open.add(this.#rows[place]);
		for (const row of this.#labels.reachedBy(turned, ({ labelAsked }) => labelAsked)) open.add(row);
		for (const row of this.#roles.reachedBy(turned, ({ rolesAsked }) => rolesAsked)) open.add(row);
		return [...open].sort((a, b) => a.home.index - b.home.index);
	}

	/** Reads speakers' labels again where the names that make them labels have changed. Answers the rows whose sayings are to be joined again. */
	*#labelAgain(open: readonly Row[], turned: Turned, { from, toB }: Replaced): Steps<Set<number>> {
		const stale = new Set<number>();
		// What is said in a block may be joined with what stands next to it.
		for (let i = Math.max(0, from - 1); i <= Math.min(this.#rows.length - 1, toB); i++) stale.add(i);
		for (const row of open) {
			if (!row.mayBeLabelled || (row.labelAsked && !row.labelAsked.isTouchedBy(turned))) continue;
			yield;
			const { label: had, labelAsked: before } = row;
			row.labelAsked = this.#directory.noting(() => {
				row.label = labelled(row.home, this.#directory);
			});
			this.#labels.note(row, row.home, row.labelAsked, before);
			this.#note(row, [row.labelAsked, row.rolesAsked]);
			const i = row.home.index;
			if (had !== undefined || row.label !== undefined)
				for (const at of [i - 1, i, i + 1]) if (at >= 0 && at < this.#rows.length) stale.add(at);
		}
		return stale;
	}

	/** Notes of a row which other blocks its label and roles hinge on. */
	#note(row: Row, asked: readonly (Asked | undefined)[]): void {
		for (const home of row.far) {
			const rows = this.#far.get(home);
			rows?.delete(row);
			if (rows?.size === 0) this.#far.delete(home);
		}
		row.far = asked.flatMap((one) => [one?.from, one?.at]).filter((home) => home !== undefined && home !== row.home) as Home[];
		for (const home of row.far) {
			const rows = this.#far.get(home);
			if (rows) rows.add(row);
			else this.#far.set(home, new Set([row]));
		}
	}

	/** Joins anew what is said around some rows, as far as blocks follow each other that may be joined. Answers every row that was looked at. */
	*#joinAgain(rows: ReadonlySet<number>, changed: Set<Home>): Steps<Set<number>> {
		const done = new Set<number>();
		const pace = new Pace();
		for (const row of rows) {
			if (done.has(row)) continue;
			// Where nothing is said there is nothing to be joined.
			if (this.#sayings(row).length === 0) {
				done.add(row);
				this.#putSayings(this.#rows[row] as Row, NONE, changed);
				continue;
			}
			if (pace.isStep(this.#sayings(row).length * A_SAYING)) yield;
			let from = row;
			let to = row + 1;
			while (mayJoin(this.#sayings(from - 1), this.#sayings(from))) from--;
			while (mayJoin(this.#sayings(to - 1), this.#sayings(to))) to++;
			const perBlock: (readonly Saying[])[] = [];
			for (let i = from; i < to; i++) perBlock.push(this.#sayings(i));
			for (const [i, sayings] of joinQuotations(perBlock, from).entries()) {
				done.add(from + i);
				this.#putSayings(this.#rows[from + i] as Row, sayings, changed);
			}
		}
		return done;
	}

	/** Puts in a row what its block says now; what was said there before in the same way stays the same object. */
	#putSayings(row: Row, sayings: readonly Saying[], changed: Set<Home>): void {
		if (row.said.length === 0) {
			if (sayings.length > 0) row.said = sayings.map((saying, place) => new Said(saying, row.home, place));
			return;
		}
		const before = new Map<number, Said[]>();
		for (const said of row.said) {
			const list = before.get(startOf(said.saying));
			if (list) list.push(said);
			else before.set(startOf(said.saying), [said]);
		}
		row.said = sayings.map((saying, place) => {
			const list = before.get(startOf(saying));
			const at = list ? list.findIndex((said) => said.isOf(saying)) : -1;
			const said = at < 0 ? new Said(saying, row.home, place) : ((list as Said[]).splice(at, 1)[0] as Said);
			said.place = place;
			return said;
		});
		for (const list of before.values()) {
			for (const said of list) {
				this.#speakers.forget(said, said.asked);
				if (said.claim) changed.add(said.claim.home);
			}
		}
	}

	/**
	 * Tells again who speaks: in rows that have been joined again or have other names, where a name has turned that a speaker was told by, and where a
	 * pronoun may stand for somebody else now. Goes through the article in its order, from a row in which somebody else may speak on to the next who speaks
	 * as before, so that nobody is asked twice, and nobody whom nothing has reached.
	 */
	*#resolve(turned: Turned, stale: ReadonlySet<number>, changed: Set<Home>): Steps<void> {
		const open = this.#speakers.reachedBy(turned, ({ asked }) => asked);
		for (const row of turned.places) for (const said of this.#rows[row]?.said ?? []) open.add(said);
		const rows = new Set(stale);
		for (const said of open) rows.add(said.row.index);
		const inOrder = Uint32Array.from(rows).sort();
		const last = new LastSpeaker(this.#rows);
		const pace = new Pace();
		let isOther = false;
		let next = 0;
		for (let at = inOrder[0] ?? this.#rows.length; at < this.#rows.length; ) {
			const isStale = stale.has(at);
			// What was said here is not known any more: whoever spoke last behind it may be somebody else.
			isOther ||= isStale;
			for (const said of (this.#rows[at] as Row).said) {
				const { speaker } = said;
				if (isStale || open.has(said) || (isOther && said.asksSpeaker)) {
					if (pace.isStep(A_SAYING)) yield;
					this.#resolveOne(said, turned, last, changed);
				}
				if (!isSameSpeaker(said.speaker, speaker)) isOther = true;
				else if (speaker) isOther = false;
			}
			isOther ||= isStale;
			while (next < inOrder.length && (inOrder[next] as number) <= at) next++;
			at = isOther ? at + 1 : (inOrder[next] ?? this.#rows.length);
		}
	}

	#resolveOne(said: Said, turned: Turned, last: LastSpeaker, changed: Set<Home>): void {
		const { claim, asked } = said;
		if (said.resolve(this.#directory, turned, () => last.before(said))) {
			if (claim) changed.add(claim.home);
			if (said.claim) changed.add(said.claim.home);
		}
		if (said.asked && said.asked !== asked) this.#speakers.note(said, said.row, said.asked, asked);
	}

	#sayings(row: number): readonly Saying[] {
		const { label, sayings } = this.#rows[row] ?? {};
		return label ? [label] : (sayings ?? []);
	}
}

const NONE: readonly never[] = [];

/** To tell who says something takes as long as so many characters. */
const A_SAYING = 100;

/** What a block says by itself, and what became of it in the article. */
class Row {
	readonly home: Home;
	readonly names: readonly NameMention[];
	readonly sayings: readonly Saying[];
	/** Its words, when one of them is a title. */
	readonly titled: Words | undefined;
	readonly mayBeLabelled: boolean;
	label: Saying | undefined;
	labelAsked: Asked | undefined;
	said: readonly Said[] = NONE;
	roles: readonly FoundRole[] = NONE;
	rolesAsked: Asked | undefined;
	/** Other blocks whose names its label and roles hinge on. */
	far: readonly Home[] = NONE;

	constructor(home: Home, vocabulary: Vocabulary) {
		const { block } = home;
		const words = wordsOf(block.text, vocabulary);
		this.home = home;
		this.names = namesIn(block.text, words, block.sentences, home);
		this.sayings = sayingsOf(home, words);
		this.titled = (words.signs & sign.title) !== 0 ? words : undefined;
		this.mayBeLabelled = mayBeLabelled(block);
	}
}

/**
 * Who spoke last before something is said, asked in the order of the article: what has been looked at for one is not looked at again for those behind it,
 * so that all of them take one pass over the article where nobody is known.
 */
class LastSpeaker {
	readonly #rows: readonly Row[];
	/** Who spoke last before a place in a row. */
	#row = 0;
	#place = 0;
	#speaker: Speaker | undefined;

	constructor(rows: readonly Row[]) {
		this.#rows = rows;
	}

	before({ row: { index }, place }: Said): Speaker | undefined {
		const speaker = this.#backFrom(index, place);
		this.#row = index;
		this.#place = place;
		this.#speaker = speaker;
		return speaker;
	}

	#backFrom(index: number, place: number): Speaker | undefined {
		for (let i = index; i >= this.#row; i--) {
			const { said } = this.#rows[i] as Row;
			const least = i === this.#row ? this.#place : 0;
			for (let at = (i === index ? place : said.length) - 1; at >= least; at--) {
				const speaker = said[at]?.speaker;
				if (speaker) return speaker;
			}
		}
		return this.#speaker;
	}
}

const startOf = ({ content, cue }: Saying): number => (content[0] ?? cue)?.start ?? 0;
