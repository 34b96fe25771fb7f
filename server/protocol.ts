/**
 * What client and server say to each other beyond the Language Server Protocol. This file is all that the client may import, so it imports nothing.
 */

/** The verdicts, gravest first: the order of counts and groups. */
export const verdictOrder = [
	"contradicted",
	"inconsistent",
	"outdated",
	"imprecise",
	"disputed",
	"unreferenced",
	"supported",
	"reviewed",
] as const;

export type VerdictCode = (typeof verdictOrder)[number];

/** What the client tells the server about itself in `initializationOptions`. Every field may be absent. */
export interface InitializationOptions {
	/** The client wants `plumbline/checked`. */
	readonly announceChecks?: boolean;
	/** Settings of a client that cannot answer `workspace/configuration`. */
	readonly settings?: unknown;
}

/** Server to client, a notification: an article has been checked. */
export const checkedNotification = "plumbline/checked";

export interface CheckedParams {
	readonly uri: string;
	/** The version of the article that was checked. */
	readonly version: number;
	/** How many claims have each verdict. */
	readonly counts: Readonly<Record<VerdictCode, number>>;
	/** How many packs were asked. */
	readonly packs: number;
}

/** Client to server, a request: every claim of an open article, in order. */
export const claimsRequest = "plumbline/claims";

export interface ClaimsParams {
	readonly uri: string;
}

/** One line of the claims view. */
export interface ClaimItem {
	readonly id: string;
	readonly kind: string;
	/** As written, markup included. */
	readonly text: string;
	readonly verdict: VerdictCode;
	/** The sentence of the verdict. */
	readonly message: string;
	/** Zero-based lines and UTF-16 columns, end exclusive: an LSP range. */
	readonly range: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
}

export interface ClaimsResult {
	readonly version: number;
	readonly claims: readonly ClaimItem[];
}
