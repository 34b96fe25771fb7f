import type { Version } from "../claims/live.ts";
import type { Span } from "../prose/span.ts";
import type { Lists } from "../prose/versions/lists.ts";
import { fixed } from "./figures/fixed.ts";
import type { Checked } from "./verdict.ts";

const NOWHERE: readonly Span[] = [];

/** The claims of one version of an article with their verdicts, by block. They are put into their places when they are asked for. */
export class CheckedBlocks {
	readonly #lists: readonly (readonly Checked[])[];
	readonly #version: Version;
	readonly #placed: (readonly Checked[])[] = [];
	/** The lists beside those of the version before, where there is one. */
	readonly since: Lists<Checked> | undefined;

	/** `lists` move along with their blocks. */
	constructor(lists: readonly (readonly Checked[])[], version: Version, since?: Lists<Checked>) {
		this.#lists = lists;
		this.since = since;
		this.#version = version;
	}

	/** By block, its verdicts wherever it stands: the same list as long as they are the same. Where its claims stand, `of` tells. */
	get stamps(): readonly (readonly Checked[])[] {
		return this.#lists;
	}

	/** The claims of a block, in order. */
	of(block: number): readonly Checked[] {
		let placed = this.#placed[block];
		if (!placed) {
			placed = (this.#lists[block] ?? []).map((one) => fixed(one, this.#version));
			this.#placed[block] = placed;
		}
		return placed;
	}

	/** The other places that the verdicts of a block speak of; they may move without the block. */
	related(block: number): readonly Span[] {
		const list = this.#lists[block] ?? [];
		// Most verdicts speak of no other place.
		if (list.every(({ verdict }) => verdict.related === undefined)) return NOWHERE;
		return list.flatMap(({ verdict }) => (verdict.related ?? []).map((span) => this.#version.place(span)));
	}

	/** The first claim of all. */
	first(): Checked | undefined {
		const block = this.#lists.findIndex((list) => list.length > 0);
		return block < 0 ? undefined : this.of(block)[0];
	}

	/** Every claim, in order. */
	all(): readonly Checked[] {
		return this.#lists.flatMap((_, block) => this.of(block));
	}
}
