import { styleText } from "node:util";
import type { Options, Report } from "../../check.ts";
import { elsewhere } from "../../hints.ts";
import { githubAnnotations } from "../../review/formats/github.ts";
import { type Style, textReport } from "../../review/formats/text.ts";
import { articlesJson } from "../../review/json.ts";
import { countVerdicts, fails } from "../../review/summary.ts";
import type { Workspace } from "../workspace.ts";
import { checkArticle } from "./article.ts";
import type { Source } from "./articles.ts";
import type { DocumentFormat, Piece, PieceOptions } from "./documents.ts";

/** Formats in which every article is printed by itself, as soon as it is checked. */
const STREAMED = ["text", "github", "jsonl", "json"] as const;
export type Streamed = (typeof STREAMED)[number];

export function isStreamed(format: string): format is Streamed {
	return (STREAMED as readonly string[]).includes(format);
}

/** How an article is to be checked and printed. Plain data, so that it can be sent to another thread. */
export interface Printing {
	readonly format: Streamed | DocumentFormat;
	/** What a document is made with, in a format that is one. */
	readonly document?: PieceOptions;
	readonly options: Options;
	readonly failOn: Parameters<typeof fails>[1];
	readonly colour: boolean;
}

/** A report as text. Text crosses to another thread in no time; the report itself would be copied object by object. */
export interface Printed {
	/** Empty in a format that is one document. */
	readonly text: string;
	/** What the article adds to such a document. */
	readonly part?: Piece;
	readonly fails: boolean;
	/** How many claims have each verdict. */
	readonly counts: Readonly<Record<string, number>>;
	/** How many claims the whole article has, when it is printed in part. */
	readonly of?: number;
}

/** Checks an article and prints its report. Throws `CallError` when it cannot be read. */
export async function printed(source: Source, workspace: Workspace, printing: Printing): Promise<Printed> {
	const { options, failOn, format } = printing;
	const article = await checkArticle(source, workspace, options);
	const { report, part } = article;
	const said = { fails: fails(report.checked, failOn), counts: countVerdicts(report.checked), ...(part && { of: part.of }) };
	if (!isStreamed(format)) {
		const { pieceOf } = await import("./documents.ts");
		return { text: "", part: await pieceOf(format, article, printing.document ?? { failOn, publication: {} }), ...said };
	}
	const found = format === "text" ? await elsewhere(report, report.checked, workspace.packs.store, options.tolerances) : undefined;
	return { text: print(source.path, report, printing, found, part !== undefined), ...said };
}

function print(
	path: string,
	report: Report,
	{ format, colour }: Printing,
	found: Awaited<ReturnType<typeof elsewhere>> | undefined,
	isPart: boolean,
): string {
	if (format === "text") return textReport(path, report, colour ? coloured : undefined, found, isPart);
	if (format === "github") return githubAnnotations(path, report);
	const [article] = articlesJson([{ path, report }]).articles;
	return format === "json" ? JSON.stringify(article, null, 2) : `${JSON.stringify(article)}\n`;
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
