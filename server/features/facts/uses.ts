import type { CodeLens, Location, Position } from "vscode-languageserver";
import type { Use } from "../../connection/uses.ts";
import { type Language, say } from "../../language/language.ts";
import { type ShowUsesTarget, showUsesCommand } from "../../protocol.ts";
import type { View } from "../../session.ts";
import { claimsAt, rowLocation } from "../ranges.ts";

/** Where uses of a row are, in order. */
export function useLocations(uses: readonly Use[]): Location[] {
	return uses.map(({ document, span }) => ({
		uri: document.uri,
		range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
	}));
}

/** Where the row stands that the innermost claim at a position rests on first: its file, and its first line, from 1. */
export function rowAt(view: View, position: Position): { readonly file: string; readonly line: number } | undefined {
	for (const { verdict } of claimsAt(view, position)) {
		const place = "person" in verdict.reason ? verdict.reason.person : verdict.references[0];
		if (place?.uri !== undefined) return { file: place.uri, line: place.lines?.[0] ?? place.row };
	}
	return undefined;
}

/** Above each row of a pack's file that articles use, how often. Rows that none uses are left in peace. */
export function codeLenses(uri: string, uses: readonly Use[], canShow: boolean, language?: Language): CodeLens[] {
	const rows = new Map<number, Use[]>();
	for (const use of uses) rows.set(use.row.row, [...(rows.get(use.row.row) ?? []), use]);
	return [...rows.values()].flatMap((own) => {
		const place = own[0] && rowLocation({ ...own[0].row, uri });
		if (!place) return [];
		const articles = new Set(own.map(({ document }) => document.uri)).size;
		const title =
			own.length === 1
				? say(language, "1 claim in 1 article")
				: articles === 1
					? say(language, "{0} claims in 1 article", own.length)
					: say(language, "{0} claims in {1} articles", own.length, articles);
		const target: ShowUsesTarget = { uri, position: place.range.start, locations: useLocations(own) };
		return [{ range: place.range, command: { title, command: canShow ? showUsesCommand : "", arguments: [target] } }];
	});
}
