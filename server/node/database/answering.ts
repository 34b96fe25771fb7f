import type { OpenedPacks } from "../../references/packs.ts";
import { CallError } from "../call-error.ts";

/** Throws `CallError` when packs that are to be asked can't be: what was not compared with them is not to pass for checked. */
export function assertAnswering({ notices }: OpenedPacks): void {
	const failed = notices.find(({ severity }) => severity === "error");
	if (failed) throw new CallError(failed.message);
}
