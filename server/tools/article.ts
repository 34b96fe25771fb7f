import * as z from "zod";
import { check, type Options, type Report } from "../check.ts";
import { LONGEST_ARTICLE, TOO_LONG } from "../limits.ts";
import { type Desk, ToolError } from "./tool.ts";

/** Longer articles come by path: protocols carry a text twice. */
const MOST_CHARACTERS = 2_000_000;

/** How a call names an article. */
export const articleInput = {
	text: z.string().max(MOST_CHARACTERS).optional().describe("The article's Markdown. Give this or `path`."),
	path: z.string().optional().describe("The article's path below the folder that is open. Give this or `text`."),
	date: z.iso
		.date("is not a date like 2026-02-04")
		.optional()
		.describe("The day that the article speaks from, YYYY-MM-DD. Unless given, the article's own dateline or today."),
};

/** An article as a call names it. */
export interface ArticleInput {
	readonly text?: string | undefined;
	readonly path?: string | undefined;
	readonly date?: string | undefined;
}

/** Checks the article that a call names. Throws `ToolError` unless it names exactly one. */
export async function checked({ text, path, date }: ArticleInput, desk: Desk): Promise<Report> {
	if ((text === undefined) === (path === undefined)) throw new ToolError("Give either the article's `text` or its `path`.");
	const article = text ?? (await desk.read(path as string));
	const options: Options = await desk.options(path);
	if (article.length > LONGEST_ARTICLE) throw new ToolError(`${path ?? "The article"} ${TOO_LONG}.`);
	return check(article, await desk.packs(path), { ...options, ...(date !== undefined && { date }) }, undefined, desk.turns?.());
}
