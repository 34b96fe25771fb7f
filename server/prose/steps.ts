/** Work that is done in steps, so that whoever has it done can do something else between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Whose turn it is between two steps. */
export interface Turns {
	/** Whether others are to have their turn now; asked after every step, so it must cost little. */
	isOver(): boolean;
	/** Resolves when the work may go on; rejects when nobody wants it any more. */
	next(): Promise<void>;
}

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
