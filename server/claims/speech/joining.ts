import type { Saying } from "./sayings.ts";

/**
 * Puts together what belongs together over sentences and paragraphs: split quotations, quotations of several paragraphs, `Ruiz said:` and what follows.
 * `perBlock` are the sayings of blocks that follow each other, from the block with index `first` on; what was joined is answered under the block where it
 * begins to be said. Nothing is joined over a block that says nothing.
 */
export function joinQuotations(perBlock: readonly (readonly Saying[])[], first: number): Saying[][] {
	const joined: Saying[] = [];
	const begin: number[] = [];
	let speaker: Saying | undefined;
	perBlock.forEach((sayings, i) => {
		const block = first + i;
		for (const saying of sayings) {
			const named = saying.source !== undefined || saying.cue !== undefined;
			const at = named ? joined.length - 1 : lastQuotation(joined, saying, block);
			const before = joined[at];
			const merged = before && merge(before, saying, block);
			if (merged) joined[at] = merged;
			else {
				joined.push(named ? saying : withSpeakerBefore(saying, speaker, block));
				begin.push(i);
			}
			const last = joined[merged ? at : joined.length - 1];
			if (last?.source) speaker = last;
		}
	});
	const byBlock: Saying[][] = perBlock.map(() => []);
	for (const [at, saying] of joined.entries()) if (saying.content.length > 0) (byBlock[begin[at] as number] as Saying[]).push(saying);
	return byBlock;
}

/** The last quotation or announcement before a quotation that names nobody; indirect speech of the same sentence stands in between at most. */
function lastQuotation(joined: readonly Saying[], saying: Saying, block: number): number {
	for (let i = joined.length - 1; i >= Math.max(0, joined.length - 4); i--) {
		const before = joined[i] as Saying;
		if (blockOf(before) < block - 1 || (blockOf(before) === block && before.unit < saying.unit - 1)) break;
		if (before.type !== "indirect" || before.content.length === 0) return i;
	}
	return joined.length - 1;
}

function blockOf(saying: Saying): number {
	return (saying.content.at(-1) ?? saying.cue)?.home.index ?? -1;
}

function merge(before: Saying, saying: Saying, block: number): Saying | undefined {
	if (saying.content.length === 0) return undefined;
	const last = blockOf(before);
	const announced = before.content.length === 0;
	const adjacent = last === block ? saying.unit - before.unit <= 1 : last === block - 1 && saying.unit === 0;
	const sameMarks = announced || before.type === "indirect" || !before.goesOn || before.mark === saying.mark;
	const follows =
		adjacent &&
		sameMarks &&
		(announced || !saying.announcer) &&
		(announced || (last === block ? before.type !== "indirect" : before.goesOn));
	if (!follows) return undefined;
	if (saying.source === undefined && saying.cue === undefined) {
		const type = announced ? saying.type : before.type;
		return { ...before, type, content: [...before.content, ...saying.content], unit: saying.unit, goesOn: saying.goesOn };
	}
	// A quotation that began in an earlier paragraph names its speaker only here.
	if (before.source === undefined && before.goesOn && !announced && last !== block)
		return { ...saying, content: [...before.content, ...saying.content] };
	return undefined;
}

/** A quotation that names nobody is the last speaker's: of the same paragraph, or of the paragraph before when that quoted too. */
function withSpeakerBefore(saying: Saying, before: Saying | undefined, block: number): Saying {
	if (!before || saying.announcer) return saying.announcer ? { ...saying, source: saying.announcer } : saying;
	const last = blockOf(before);
	const speaks = last === block || (last === block - 1 && saying.unit === 0 && before.type !== "indirect");
	return speaks ? { ...saying, source: before.source } : saying;
}
