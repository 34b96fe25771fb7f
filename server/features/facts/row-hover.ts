import { type Hover, MarkupKind } from "vscode-languageserver";
import type { Use } from "../../connection/uses.ts";
import { type Language, said, say } from "../../language/language.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Fact } from "../../references/fact.ts";
import type { Known, RowContent } from "../../references/store.ts";
import { literal, webLink } from "../markdown.ts";
import { verifiedWords } from "../wording/labels.ts";
import { day } from "../wording/periods.ts";
import { factValue } from "../wording/values.ts";

/** What a row of a pack is, as it was read, and how often articles rest on it. */
export function rowHover({ facts, declared }: RowContent, uses: readonly Use[], language?: Language): Hover {
	const lines = [...facts.map((fact) => factWords(fact, language)), ...declared.map((one) => declaredWords(one, language))];
	const more = lines.length > MOST ? [say(language, "and {0} more", lines.length - MOST)] : [];
	const value = [...lines.slice(0, MOST), ...more, usesWords(uses, language)].join("\n\n");
	return { contents: { kind: MarkupKind.Markdown, value } };
}

/** A wide table may have a hundred facts in a row. */
const MOST = 8;

function factWords(fact: Fact, language: Language | undefined): string {
	const parts = [
		`**${literal(`${fact.subject}, ${fact.measure}`)}:** ${literal(factValue(fact, undefined, language))}`,
		literal(day(fact.period ?? "", language)),
		fact.knownAt === undefined ? "" : say(language, "known since {0}", literal(day(fact.knownAt, language))),
		fact.source === undefined ? "" : webLink(fact.source, fact.source),
		literal(verifiedWords(fact, language) ?? ""),
	];
	return parts.filter((part) => part !== "").join(" · ");
}

function declaredWords({ kind, name, detail }: Known, language: Language | undefined): string {
	return `**${literal(name)}** · ${said(language, KINDS[kind])}${detail === undefined ? "" : ` · ${literal(detail)}`}`;
}

const KINDS: Readonly<Record<Known["kind"], Phrase>> = {
	entity: phrase("entity"),
	measure: phrase("measure"),
	person: phrase("person"),
};

function usesWords(uses: readonly Use[], language: Language | undefined): string {
	if (uses.length === 0) return say(language, "No claim of the workspace's articles rests on it.");
	if (uses.length === 1) return say(language, "1 claim rests on it, in 1 article.");
	const articles = new Set(uses.map(({ document }) => document.uri)).size;
	return articles === 1
		? say(language, "{0} claims rest on it, in 1 article.", uses.length)
		: say(language, "{0} claims rest on it, in {1} articles.", uses.length, articles);
}
