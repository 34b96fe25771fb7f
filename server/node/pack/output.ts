/** Where a command writes: results, and everything else. */
export interface Output {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** Asks whoever sits at the terminal; absent where nobody does. */
	readonly ask?: (question: string) => Promise<string>;
}

/** A number of things: `1 fact`, `2 facts`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
