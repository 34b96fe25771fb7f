import type { Claim } from "../claims/claim.ts";
import type { Block } from "../prose/block.ts";
import type { Prose } from "../prose/content.ts";
import type { Context } from "./context.ts";
import type { Verdict } from "./verdict.ts";

/** How many blocks back the words of a figure may lead: `the company` is followed four sentences back, and every block has at least one. */
const REACH = 4;

/** The verdicts on a block's figures, and all that they rest on beside the block. */
interface Kept {
	readonly epoch: object;
	readonly around: readonly unknown[];
	readonly verdicts: (Verdict | undefined)[];
}

const kept = new WeakMap<Prose, Kept>();

/** The verdicts on the figures and dates of an article, from the version before where nothing that they rest on has changed. */
export class FigureVerdicts {
	readonly #context: Context;
	readonly #epoch: object;
	readonly #headline: string;
	readonly #tables: readonly (object | undefined)[];
	#block = -1;
	#next = 0;
	#kept: Kept | undefined;

	constructor(context: Context) {
		this.#context = context;
		this.#epoch = epochOf(context);
		this.#headline = context.reading.headline.join("\n");
		this.#tables = tablesOf(context);
	}

	/** The verdict on a figure or a date; `judge` finds it when it is not known. To be asked in the order of the claims. */
	of(claim: Claim, judge: () => Verdict): Verdict {
		if (claim.block !== this.#block) {
			this.#block = claim.block;
			this.#next = 0;
			this.#kept = this.#ofBlock(claim.block);
		}
		const { verdicts } = this.#kept as Kept;
		const at = this.#next++;
		const known = verdicts[at];
		if (known) return known;
		const verdict = judge();
		verdicts[at] = verdict;
		return verdict;
	}

	#ofBlock(index: number): Kept {
		const { article, reading } = this.#context;
		const { prose } = article.blocks[index] as Block;
		const before = kept.get(prose);
		const around: unknown[] = [this.#headline, this.#tables[index], reading.headings[index]?.join("\n")];
		around.push(reading.contents[index]);
		for (let i = index - 1; i >= 0 && i >= index - REACH; i--) around.push(reading.leads[i]);
		if (
			before &&
			before.epoch === this.#epoch &&
			before.around.length === around.length &&
			before.around.every((one, i) => one === around[i])
		)
			return before;
		const fresh = { epoch: this.#epoch, around, verdicts: [] };
		kept.set(prose, fresh);
		return fresh;
	}
}

const epochs = new WeakMap<object, { readonly key: string; readonly epoch: object }>();

/** An object that stays the same as long as the packs' answers, the dateline and the tolerances do. */
function epochOf({ references, dateline, tolerances }: Context): object {
	const key = `${dateline} ${JSON.stringify(tolerances)}`;
	const known = epochs.get(references.entities);
	if (known?.key === key) return known.epoch;
	const epoch = {};
	epochs.set(references.entities, { key, epoch });
	return epoch;
}

const tables = new WeakMap<object, { readonly contents: readonly object[]; readonly stamp: object }>();

/** By block, an object that stays the same as long as the whole table that a cell belongs to does. */
function tablesOf({ article, reading }: Context): (object | undefined)[] {
	const found: (object | undefined)[] = [];
	for (let from = 0; from < article.blocks.length; from++) {
		if (article.blocks[from]?.context.kind !== "tableCell") continue;
		let to = from;
		while (article.blocks[to]?.context.kind === "tableCell") to++;
		const contents = reading.contents.slice(from, to);
		const first = contents[0] as object;
		let known = tables.get(first);
		if (!known || known.contents.length !== contents.length || known.contents.some((one, i) => one !== contents[i])) {
			known = { contents, stamp: {} };
			tables.set(first, known);
		}
		for (let i = from; i < to; i++) found[i] = known.stamp;
		from = to;
	}
	return found;
}
