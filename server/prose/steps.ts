/** Work that is done in steps, so that whoever has it done can do something else between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Whose turn it is between two steps. */
export interface Turns {
	/** Whether others are to have their turn now; asked after every step, so it must cost little. */
	isOver(): boolean;
	/** Resolves when the work may go on; rejects when nobody wants it any more. */
	next(): Promise<void>;
}

/**
 * Gathers what is done piece by piece into steps of about one length. A megabyte has thousands of blocks that a dozen things are done with, most of which
 * take less than to stop and go on: a step for each took a fiftieth of a check.
 */
export class Pace {
	#done = 0;

	/** Whether it is time to stop, now that so many characters of prose, or what takes as long, have been dealt with. */
	isStep(length: number): boolean {
		this.#done += length;
		if (this.#done < STEP) return false;
		this.#done = 0;
		return true;
	}
}

/** So many characters are a step. What takes longest, to judge them, takes about half a millisecond then. */
const STEP = 1500;

/** Does all of a work at once. */
export function atOnce<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** Does a work in turns with others, or at once when there are none. Rejects as `turns` does; what is not done then stays undone. */
export async function inTurns<T>(steps: Steps<T>, turns: Turns | undefined): Promise<T> {
	if (!turns) return atOnce(steps);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		if (turns.isOver()) await turns.next();
	}
}
