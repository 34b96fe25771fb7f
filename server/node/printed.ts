import { styleText } from "node:util";
import { check, type Options, type Report } from "../check.ts";
import { elsewhere } from "../hints.ts";
import { githubAnnotations } from "../review/github.ts";
import { articlesJson } from "../review/json.ts";
import { fails } from "../review/summary.ts";
import { type Style, textReport } from "../review/text.ts";
import { readArticle, type Source } from "./articles.ts";
import type { Workspace } from "./workspace.ts";

/** Formats in which every article is printed by itself, as soon as it is checked. */
export type Streamed = "text" | "github" | "jsonl";

/** How an article is to be checked and printed. Plain data, so that it can be sent to another thread. */
export interface Printing {
	readonly format: Streamed;
	readonly options: Options;
	readonly failOn: Parameters<typeof fails>[1];
	readonly colour: boolean;
}

/** Checks an article and prints its report. Throws `CallError` when it cannot be read. */
export async function printed(source: Source, workspace: Workspace, printing: Printing): Promise<{ text: string; fails: boolean }> {
	const { options, failOn } = printing;
	const report = workspace.reviewed(source.path, await check(await readArticle(source), workspace.packs.store, options));
	const found = printing.format === "text" ? await elsewhere(report, report.checked, workspace.packs.store, options.tolerances) : undefined;
	return { text: print(source.path, report, printing, found), fails: fails(report.checked, failOn) };
}

function print(
	path: string,
	report: Report,
	{ format, colour }: Printing,
	found: Awaited<ReturnType<typeof elsewhere>> | undefined,
): string {
	if (format === "text") return textReport(path, report, colour ? coloured : undefined, found);
	if (format === "github") return githubAnnotations(path, report);
	return `${JSON.stringify(articlesJson([{ path, report }]).articles[0])}\n`;
}

const coloured: Style = (kind, text) => styleText(colours[kind], text, { validateStream: false });

const colours = {
	contradicted: "red",
	inconsistent: "red",
	disputed: "yellow",
	outdated: "yellow",
	imprecise: "yellow",
	unreferenced: "gray",
	supported: "green",
	reviewed: "green",
	quiet: "gray",
	strong: "bold",
} as const;
