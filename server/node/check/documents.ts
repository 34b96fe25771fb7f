import type { Result } from "sarif";
import packageJson from "../../../package.json" with { type: "json" };
import type { PackSummary } from "../../references/store.ts";
import type { CheckedArticle } from "../../review/checked-article.ts";
import type { Publication } from "../../review/formats/claim-review.ts";
import type { Suite } from "../../review/formats/junit.ts";
import type { HtmlPiece } from "../../review/html.ts";
import type { FailOn } from "../../review/summary.ts";
import { files } from "../disk/files.ts";

/** Formats that are one document over all articles: what their first lines count, the last article may add to. */
export type DocumentFormat = "sarif" | "html" | "junit" | "claimreview";

/** What the piece of one article is made with. Plain data, so that it can be sent to another thread. */
export interface PieceOptions {
	readonly failOn: FailOn;
	readonly publication: Publication;
	/** Where the article stands among several, from 1. */
	readonly number?: number;
}

/** What an article adds to a document: plain data, much smaller than its report. Or why it adds nothing, as the end of a sentence that begins with its path. */
export type Piece = { readonly piece: unknown } | { readonly missing: string };

/** How a document is made: a piece an article, and the whole of the pieces. */
interface Maker<P> {
	piece(article: CheckedArticle, options: PieceOptions): P;
	whole(pieces: readonly P[], packs: readonly PackSummary[]): string;
}

/** The piece of one article. */
export async function pieceOf(format: DocumentFormat, article: CheckedArticle, options: PieceOptions): Promise<Piece> {
	const { piece } = await makerOf(format);
	const { NotPublishable } = await import("../../review/formats/claim-review.ts");
	try {
		return { piece: piece(article, options) };
	} catch (error) {
		if (!(error instanceof NotPublishable)) throw error;
		return { missing: error.message };
	}
}

/** The pieces of all articles, in order, as one document. */
export async function documentOf(format: DocumentFormat, pieces: readonly unknown[], packs: readonly PackSummary[]): Promise<string> {
	return (await makerOf(format)).whole(pieces, packs);
}

async function makerOf(format: DocumentFormat): Promise<Maker<unknown>> {
	switch (format) {
		case "sarif": {
			const { sarifLogOf, sarifResults } = await import("../../review/formats/sarif.ts");
			const { version } = packageJson;
			return {
				piece: (article) => sarifResults(article, process.cwd()),
				whole: (pieces: readonly Result[][]) => `${JSON.stringify(sarifLogOf(pieces.flat(), { version }), null, 2)}\n`,
			} satisfies Maker<Result[]> as Maker<unknown>;
		}
		case "html": {
			const { htmlPage, htmlPiece } = await import("../../review/html.ts");
			return {
				piece: (article, { number }) => htmlPiece(article, number),
				whole: (pieces: readonly HtmlPiece[], packs) => htmlPage(pieces, { on: files.today(), packs }),
			} satisfies Maker<HtmlPiece> as Maker<unknown>;
		}
		case "junit": {
			const { junitDocument, junitSuite } = await import("../../review/formats/junit.ts");
			return {
				piece: (article, { failOn }) => junitSuite(article, failOn),
				whole: (pieces: readonly Suite[]) => junitDocument(pieces),
			} satisfies Maker<Suite> as Maker<unknown>;
		}
		case "claimreview": {
			const { claimReviewDocument, claimReviews } = await import("../../review/formats/claim-review.ts");
			return {
				piece: (article, { publication }) => claimReviews(article, publication),
				whole: (pieces: readonly (readonly object[])[]) => claimReviewDocument(pieces.flat()),
			} satisfies Maker<readonly object[]> as Maker<unknown>;
		}
	}
}
