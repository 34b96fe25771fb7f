import type { Claim } from "../claims/claim.ts";
import { type Replaced, replaceIn } from "../prose/versions/compare.ts";
import type { References } from "../references/lookup.ts";
import { type Asker, hasTurned, noteTurned } from "./binding/noted.ts";
import type { Reading } from "./binding/reading.ts";
import { saysStandIn } from "./binding/subjects/reference.ts";
import type { Context } from "./context.ts";
import type { Verdict } from "./verdict.ts";

/** How many blocks back the words of a figure may lead: `the company` is followed four sentences back, and every block has at least one. */
const REACH = 4;

/** The verdicts on the figures and dates of a block, and all that they rest on. */
export class FiguresOfBlock implements Asker {
	/** Of the block's figures and dates, in their order; found when they are first asked for. */
	#verdicts: readonly Verdict[] | undefined;
	readonly #epoch: object;
	readonly #around: readonly unknown[];
	/** What the packs were asked about. */
	asked: Set<string> | undefined;

	constructor(reading: Reading, block: number, epoch: object) {
		this.#epoch = epoch;
		this.#around = around(reading, block);
	}

	/** Whether what the packs said still holds; `turned` is that of which they say something else now. */
	isAnswered(epoch: object, turned: ReadonlySet<string>): boolean {
		return epoch === this.#epoch && !hasTurned(this, turned);
	}

	/** Whether everything around the block that the verdicts rest on is as it was. */
	stands(reading: Reading, block: number): boolean {
		const now = around(reading, block);
		return now.length === this.#around.length && now.every((part, i) => part === this.#around[i]);
	}

	/** The verdicts on the figures and dates of the block, in order; `judge` finds them when they are not known. They are the same as long as it stands. */
	of(block: number, context: Context, judge: (claim: Claim, context: Context) => Verdict): readonly Verdict[] {
		if (!this.#verdicts) {
			context.reading.noteOf(this);
			this.#verdicts = context.reading.figuresIn(block).map((claim) => judge(claim, context));
		}
		return this.#verdicts;
	}
}

/** Blocks, and those behind them whose figures may lead back to them. */
export function reached(blocks: Iterable<number>): Set<number> {
	const found = new Set<number>();
	for (const block of blocks) for (let i = 0; i <= REACH; i++) found.add(block + i);
	return found;
}

/** What the figures of a block are judged by beside the packs. */
function around(reading: Reading, block: number): readonly unknown[] {
	const own = reading.passagesIn(block);
	if (reading.figuresIn(block).length === 0) return [own];
	const leads = reading.leadsBefore(block);
	return [
		own,
		reading.headings[block],
		reading.headline,
		reading.tablesAround(block),
		reading.follows(block),
		leads,
		// `The former` is one of two names that the last sentence joins, which pack knows them or not.
		FORMER.test(own[0]?.text ?? "") ? reading.lastBefore(block) : undefined,
		// `The school` may be one that a sentence before has brought in, whom nothing names. Where nobody is named it leads nowhere.
		...(leads.length > REACH && saysStandIn(own[0]?.text ?? "") ? reading.passagesBefore(block) : []),
	];
}

const FORMER = /\b(?:former|latter)\b/i;

/** The verdicts on figures by block, from version to version. */
export class FigureVerdicts {
	readonly #blocks: FiguresOfBlock[] = [];
	#references: References | undefined;
	#key = "";
	#headline: readonly string[] | undefined;
	#epoch = {};

	/**
	 * Moves to another version in which some blocks read otherwise. Answers what is kept of each block; where something that it rests on is new, nothing
	 * is. All is quiet when nothing but those blocks has changed.
	 */
	update(
		{ homes, reading, references, dateline, tolerances }: Context,
		change: Replaced,
		touched: ReadonlySet<number>,
	): { readonly figures: readonly FiguresOfBlock[]; readonly turned: ReadonlySet<string>; readonly isQuiet: boolean } {
		const epoch = this.#epoch;
		const turned = this.#turned(references, `${dateline} ${JSON.stringify(tolerances)}`);
		const isAnew = epoch !== this.#epoch || this.#headline !== reading.headline;
		const isQuiet = !isAnew && turned.size === 0;
		this.#headline = reading.headline;
		const figures = this.#blocks;
		replaceIn<FiguresOfBlock | undefined>(
			figures as (FiguresOfBlock | undefined)[],
			change,
			homes.slice(change.from, change.toB).map(() => undefined),
		);
		const near = reached(touched);
		for (const i of isQuiet ? near : figures.keys()) {
			if (i >= figures.length) continue;
			const own = figures[i];
			if (own?.isAnswered(this.#epoch, turned) && ((!isAnew && !near.has(i)) || own.stands(reading, i))) continue;
			figures[i] = new FiguresOfBlock(reading, i, this.#epoch);
		}
		return { figures, turned, isQuiet };
	}

	/** That of which the packs say something else than in the version before. With other packs, another day or other tolerances another epoch begins. */
	#turned(now: References, key: string): ReadonlySet<string> {
		const before = this.#references;
		this.#references = now;
		if (key !== this.#key || before?.store !== now.store) {
			this.#epoch = {};
			this.#key = key;
		}
		const turned = new Set<string>();
		if (!before) return turned;
		noteTurned("subject", before.entities, now.entities, turned);
		noteTurned("subject", before.facts, now.facts, turned);
		noteTurned("measure", before.measures, now.measures, turned);
		noteTurned("whole", before.members, now.members, turned);
		noteTurned("person", before.people, now.people, turned);
		return turned;
	}
}
