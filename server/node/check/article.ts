import { check, type Options } from "../../check.ts";
import { onlyChanged } from "../../review/changed.ts";
import type { CheckedArticle } from "../../review/checked-article.ts";
import { assertAnswering } from "../database/answering.ts";
import type { Workspace } from "../workspace.ts";
import { readArticle, type Source } from "./articles.ts";

/** Checks one article with what its desk has signed off; of one that is told with what has changed in it, the claims of that alone. Throws `CallError`. */
export async function checkArticle(source: Source, workspace: Workspace, options: Options): Promise<CheckedArticle> {
	const text = source.text ?? (await readArticle(source));
	const report = workspace.reviewed(source.path, await check(text, workspace.packs.store, options));
	assertAnswering(workspace.packs);
	const article = { path: source.path, report, reviews: workspace.reviewsOf(source.path) };
	return source.changed ? onlyChanged(article, source.changed) : article;
}
