import type { Report } from "../check.ts";
import type { Review } from "./ledger.ts";

/** One article with all that reports on it need. */
export interface CheckedArticle {
	/** As given to the command line, or below its workspace folder. */
	readonly path: string;
	readonly report: Report;
	/** What has been signed off in it, by claim: those too that no longer hold. */
	readonly reviews?: ReadonlyMap<string, Review>;
	/** Set when the report holds only the claims of what has changed: since when, and how many claims the whole article has. */
	readonly part?: { readonly since: string; readonly of: number };
}
