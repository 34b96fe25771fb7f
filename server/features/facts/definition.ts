import type { LocationLink, Position } from "vscode-languageserver";
import type { RowPlace } from "../../references/fact.ts";
import type { View } from "../../session.ts";
import type { Verdict } from "../../verdicts/verdict.ts";
import { claimsAt, rangeOf, rowLocation } from "../ranges.ts";

/** The rows and documents that the innermost claim with any of them rests on. */
export function definition(view: View, position: Position): LocationLink[] {
	for (const { claim, verdict } of claimsAt(view, position)) {
		const originSelectionRange = rangeOf(view, claim);
		const places = placesOf(verdict).map((place) => rowLocation(place));
		const links = places.flatMap((place) =>
			place ? [{ originSelectionRange, targetUri: place.uri, targetRange: place.range, targetSelectionRange: place.range }] : [],
		);
		if (links.length > 0) return links;
	}
	return [];
}

/** A document has no rows: its first line stands for it. */
function placesOf({ references, candidates = [], reason }: Verdict): readonly RowPlace[] {
	if ("person" in reason) return [reason.person];
	if ("document" in reason) return [{ ...reason.document, row: 1 }];
	return references.length > 0 ? references : candidates;
}
