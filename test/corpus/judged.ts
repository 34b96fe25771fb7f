import { articleClaims } from "../../server/claims/finders.ts";
import { Version } from "../../server/claims/live.ts";
import { findSpeech } from "../../server/claims/speech/finder.ts";
import type { Article } from "../../server/prose/article.ts";
import { atOnce } from "../../server/prose/steps.ts";
import type { References } from "../../server/references/lookup.ts";
import { ArticleVerdicts } from "../../server/verdicts/article-verdicts.ts";
import { fixed } from "../../server/verdicts/figures/fixed.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import type { Checked } from "../../server/verdicts/verdict.ts";

/** What references and the article itself say of every claim of an article. */
export function judged(article: Article, references: References, dateline: string): Checked[] {
	const claims = atOnce(articleClaims().update(article, { dateline }));
	const given = { article, claims, dateline, references, tolerances: defaultTolerances, speechIn: findSpeech };
	const version = new Version(claims.homes, article.places, claims.counted);
	return atOnce(new ArticleVerdicts().update(given)).checked.flatMap((list) => list.map((one) => fixed(one, version)));
}
