import type { Place, Saying } from "./sayings.ts";

/**
 * Puts together what belongs together over sentences and paragraphs: split quotations, quotations of several paragraphs, `Ruiz said:` and what follows.
 * `perBlock` are the sayings of blocks that follow each other, from the block with index `first` on; what was joined is answered under the block where it
 * begins to be said. Nothing is joined over a block that says nothing.
 */
export function joinQuotations(perBlock: readonly (readonly Saying[])[], first: number): Saying[][] {
	const joined: Saying[] = [];
	const begin: number[] = [];
	// What is said in several pieces has one list of them that grows: a quotation may go on for thousands of paragraphs.
	const grown: (Place[] | undefined)[] = [];
	let speaker: Saying | undefined;
	for (const [i, sayings] of perBlock.entries()) {
		const block = first + i;
		for (const saying of sayings) {
			const named = isNamed(saying);
			const at = named ? joined.length - 1 : lastQuotation(joined, saying, block);
			const before = joined[at];
			const merged = before && merge(before, saying, block);
			if (before && merged) {
				grown[at] ??= [...before.content];
				for (const place of saying.content) grown[at].push(place);
				joined[at] = { ...merged, content: grown[at] };
			} else {
				joined.push(named ? saying : withSpeakerBefore(saying, speaker, block));
				begin.push(i);
			}
			const last = joined[merged ? at : joined.length - 1];
			if (last?.source) speaker = last;
		}
	}
	const byBlock: Saying[][] = perBlock.map(() => []);
	for (let at = 0; at < joined.length; at++) {
		const saying = joined[at] as Saying;
		if (saying.content.length > 0) (byBlock[begin[at] as number] as Saying[]).push(saying);
	}
	return byBlock;
}

/** Whether what is said in a block may be joined with, or told by, what is said in the one before it. */
export function mayJoin(before: readonly Saying[], after: readonly Saying[]): boolean {
	if (before.length === 0 || after.length === 0) return false;
	const goesOn = before.some((saying) => saying.goesOn);
	return after.some((saying) => saying.unit === 0 && (goesOn || !isNamed(saying)));
}

const isNamed = ({ source, cue }: Saying): boolean => source !== undefined || cue !== undefined;

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

/** What two sayings are as one, but for what they say; undefined when they do not belong together. */
function merge(before: Saying, saying: Saying, block: number): Omit<Saying, "content"> | undefined {
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
	if (!isNamed(saying)) {
		const type = announced ? saying.type : before.type;
		return { ...before, type, unit: saying.unit, goesOn: saying.goesOn };
	}
	// A quotation that began in an earlier paragraph names its speaker only here.
	return before.source === undefined && before.goesOn && !announced && last !== block ? saying : undefined;
}

/** A quotation that names nobody is the last speaker's: of the same paragraph, or of the paragraph before when that quoted too. */
function withSpeakerBefore(saying: Saying, before: Saying | undefined, block: number): Saying {
	if (!before || saying.announcer) return saying.announcer ? { ...saying, source: saying.announcer } : saying;
	const last = blockOf(before);
	const speaks = last === block || (last === block - 1 && saying.unit === 0 && before.type !== "indirect");
	return speaks ? { ...saying, source: before.source } : saying;
}
