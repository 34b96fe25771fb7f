import type { LocationLink, Position } from "vscode-languageserver";
import type { RowPlace } from "../../references/fact.ts";
import type { View } from "../../session.ts";
import type { Verdict } from "../../verdicts/verdict.ts";
import { claimsAt, rangeOf, rowLocation } from "../ranges.ts";
import { placeBehind } from "../wording/labels.ts";

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

function placesOf({ references, candidates = [], reason }: Verdict): readonly RowPlace[] {
	const place = placeBehind(reason);
	if (place) return [place];
	return references.length > 0 ? references : candidates;
}
