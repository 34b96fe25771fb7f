import { inTurns, type Steps, type Turns } from "./prose/steps.ts";

/** Milliseconds that a check works before others have their turn: a few of these pass before a request that has just arrived is answered. */
const TURN_MS = 5;

/** Turns for a long check. `pause` resolves after messages that wait have been read; `goesOn` says whether anybody wants the check still. */
export function turnsWith(pause: () => Promise<void>, goesOn: () => boolean = () => true): Turns {
	let begun = Date.now();
	return {
		isOver: () => Date.now() - begun >= TURN_MS,
		next: async () => {
			await pause();
			if (!goesOn()) throw new Stopped();
			begun = Date.now();
		},
	};
}

/** Does work in turns with whatever else is to be done, as long as somebody waits for it: rejects with `Stopped` when nobody does. */
export function workerWith(pause: () => Promise<void>): <T>(steps: Steps<T>, token?: Waiting) => Promise<T> {
	return (steps, token) =>
		inTurns(
			steps,
			turnsWith(pause, () => token?.isCancellationRequested !== true),
		);
}

/** Whether somebody waits; a cancellation token of the protocol says so. */
interface Waiting {
	readonly isCancellationRequested: boolean;
}

/** Nobody wants the check any more. */
export class Stopped extends Error {}
