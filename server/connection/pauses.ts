import { type CancellationToken, RAL } from "vscode-languageserver";
import type { Session } from "../session.ts";

/** When an article is checked: after a moment without typing, so that a burst of keystrokes is one check. */
export class Pauses {
	readonly #session: Pick<Session, "tookLast">;
	/** When something was last typed into each article, as milliseconds since 1970. */
	readonly #typed = new Map<string, number>();

	/** `session` says how long the last check of an article took. */
	constructor(session: Pick<Session, "tookLast">) {
		this.#session = session;
	}

	/** Notes that an article has changed. */
	changed(uri: string): void {
		this.#typed.set(uri, Date.now());
	}

	/** Forgets an article that was closed. */
	forget(uri: string): void {
		this.#typed.delete(uri);
	}

	/** Waits until nothing has been typed for a moment, or until nobody wants to know any more. */
	async quiet(uri: string, token: CancellationToken): Promise<void> {
		while (!token.isCancellationRequested) {
			const left = (this.#typed.get(uri) ?? 0) + this.#pauseOf(uri) - Date.now();
			if (left <= 0) return;
			await wait(left);
		}
	}

	/** Waits for one pause. */
	async pause(uri: string): Promise<void> {
		await wait(this.#pauseOf(uri));
	}

	#pauseOf(uri: string): number {
		return Math.max(PAUSE_MS, Math.min(this.#session.tookLast(uri), LONGEST_PAUSE_MS));
	}
}

/** Waits so many milliseconds; with none, until what else is due has had its turn. */
export function wait(ms: number): Promise<void> {
	const { timer } = RAL();
	return new Promise((resolve) => {
		if (ms === 0) timer.setImmediate(resolve);
		else timer.setTimeout(resolve, ms);
	});
}

/** The pause in typing after which an article is checked: enough for what one keystroke sends at once. A check of what has changed costs little. */
const PAUSE_MS = 8;

/** The pause for an article so long that its check takes longer than this. */
const LONGEST_PAUSE_MS = 2000;
