import { CallError } from "../call-error.ts";

/** Runs `plumbline pack …`. Answers the exit code. Throws `CallError`. */
export async function packCommand(_words: readonly string[]): Promise<number> {
	throw new CallError("pack: not there yet");
}
