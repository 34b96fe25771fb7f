import { SingleBar } from "cli-progress";

/** A bar on standard error that is wiped when it ends. A file of its own, since few calls show one. */
export function barOf(format: string): SingleBar {
	return new SingleBar({ format, stream: process.stderr, clearOnComplete: true });
}
