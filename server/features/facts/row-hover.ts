import { type Hover, MarkupKind } from "vscode-languageserver";
import type { Fact } from "../../references/fact.ts";
import type { Known, RowContent } from "../../references/store.ts";
import type { Use } from "../../uses.ts";
import { literal, webLink } from "../markdown.ts";
import { verifiedWords } from "../wording/labels.ts";
import { day, factValue } from "../wording/values.ts";

/** What a row of a pack is, as it was read, and how often articles rest on it. */
export function rowHover({ facts, declared }: RowContent, uses: readonly Use[]): Hover {
	const lines = [...facts.map(factWords), ...declared.map(declaredWords)];
	const value = [...lines.slice(0, MOST), ...(lines.length > MOST ? [`and ${lines.length - MOST} more`] : []), usesWords(uses)].join(
		"\n\n",
	);
	return { contents: { kind: MarkupKind.Markdown, value } };
}

/** A wide table may have a hundred facts in a row. */
const MOST = 8;

function factWords(fact: Fact): string {
	const parts = [
		`**${literal(`${fact.subject}, ${fact.measure}`)}:** ${literal(factValue(fact))}`,
		literal(day(fact.period ?? "")),
		fact.knownAt === undefined ? "" : `known since ${literal(day(fact.knownAt))}`,
		fact.source === undefined ? "" : webLink(fact.source, fact.source),
		literal(verifiedWords(fact) ?? ""),
	];
	return parts.filter((part) => part !== "").join(" · ");
}

function declaredWords({ kind, name, detail }: Known): string {
	return `**${literal(name)}** · ${kind}${detail === undefined ? "" : ` · ${literal(detail)}`}`;
}

function usesWords(uses: readonly Use[]): string {
	if (uses.length === 0) return "No claim of the workspace's articles rests on it.";
	const articles = new Set(uses.map(({ document }) => document.uri)).size;
	const claims = `${uses.length} ${uses.length === 1 ? "claim rests" : "claims rest"}`;
	return `${claims} on it, in ${articles} ${articles === 1 ? "article" : "articles"}.`;
}
