import { check, type Options } from "../../check.ts";
import { onlyChanged } from "../../review/changed.ts";
import type { CheckedArticle } from "../../review/checked-article.ts";
import { CallError } from "../call-error.ts";
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

/** The packs of a workspace, each in the state that it is in. */
export function statesOf({ packs }: Workspace): string[] {
	return packs.store.packs.map(({ name, hash }) => `${name} ${hash}`);
}

/**
 * All articles of a call are judged by one state of the packs. Throws `CallError` when they have changed or gone between the time that the call began and
 * the time that this thread did, or a database has got another state since.
 */
export function assertSame(workspace: Workspace, states: readonly string[] | undefined, { path }: Source): void {
	if (states && states.join("\n") !== statesOf(workspace).join("\n"))
		throw new CallError(`${path} was not checked: the packs are no longer those that the check began with; run it again`);
}
