import type { Language } from "../../language/language.ts";
import type { CheckedArticle } from "../checked-article.ts";
import { escapeHtml } from "./escape.ts";
import { css } from "./style.ts";

/** A page of its own around some HTML. It tells whoever shows it that nothing may be run or fetched, whatever an article or a pack holds. */
export function page(title: string, body: string, language?: Language): string {
	return `<!doctype html>
<html lang="${language?.locale?.split("-u-")[0] ?? "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The title that an article's front matter gives, else its path. */
export function titleOf({ path, report }: CheckedArticle): string {
	const title = report.article.frontMatter?.values.title;
	return typeof title === "string" && title.trim() !== "" ? title : path;
}
