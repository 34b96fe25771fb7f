import packageJson from "../../../package.json" with { type: "json" };
import type { PackSummary } from "../../references/store.ts";
import type { CheckedArticle } from "../../review/checked-article.ts";
import type { Publication } from "../../review/formats/claim-review.ts";
import type { FailOn } from "../../review/summary.ts";
import { CallError } from "../call-error.ts";
import { files } from "../disk/files.ts";

/** Formats that are one document over all articles: what their first lines count, the last article may add to. */
export type DocumentFormat = "sarif" | "html" | "junit" | "claimreview";

/** Reports as one document. `note` is told of what could not go into it. */
export async function documentOf(
	format: DocumentFormat,
	articles: readonly CheckedArticle[],
	{ packs, failOn, publication }: { readonly packs: readonly PackSummary[]; readonly failOn: FailOn; readonly publication: Publication },
	note: (line: string) => void,
): Promise<string> {
	switch (format) {
		case "sarif": {
			const { sarifLog } = await import("../../review/formats/sarif.ts");
			return `${JSON.stringify(sarifLog(articles, { version: packageJson.version, root: process.cwd() }), null, 2)}\n`;
		}
		case "html": {
			const { htmlReport } = await import("../../review/html.ts");
			return htmlReport(articles, { on: files.today(), packs });
		}
		case "junit": {
			const { junitXml } = await import("../../review/formats/junit.ts");
			return junitXml(articles, failOn);
		}
		case "claimreview": {
			const { claimReviewDocument, claimReviews, NotPublishable } = await import("../../review/formats/claim-review.ts");
			if (articles.length > 1 && publication.url !== undefined)
				throw new CallError("--url names the address of one article; name those of several in their front matter");
			const reviews = articles.flatMap((article) => {
				try {
					return claimReviews(article, publication);
				} catch (error) {
					if (!(error instanceof NotPublishable)) throw error;
					note(`${article.path} ${error.message}`);
					return [];
				}
			});
			return claimReviewDocument(reviews);
		}
	}
}
