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

/** Does work in turns with whatever else is to be done. */
export function workerWith(pause: () => Promise<void>): <T>(steps: Steps<T>) => Promise<T> {
	return (steps) => inTurns(steps, turnsWith(pause));
}

/** Nobody wants the check any more. */
export class Stopped extends Error {}
