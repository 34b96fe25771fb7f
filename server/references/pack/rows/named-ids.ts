import { phrase } from "../../../language/phrase.ts";
import type { Place, Problems } from "../problem.ts";
import type { Resolver } from "../registry.ts";
import { closest } from "../suggest.ts";

/** What a pack's tables of names refer to by id: the whole that something is part of, the measures that one is easily taken for. */
export class NamedIds {
	readonly #wholes = new Map<string, Named>();
	readonly #measures = new Map<string, Named>();

	/** Notes that a row names a whole. `place` is asked for only when nothing has named it before. */
	whole(text: string, uri: string, place: () => Place): void {
		note(this.#wholes, text, uri, place);
	}

	/** Notes that a row of a measure names another. */
	measure(text: string, uri: string, place: () => Place): void {
		note(this.#measures, text, uri, place);
	}

	/**
	 * Tells what no row of the pack declares, once all have been read. Another pack may: `PackProblem.unless` says what has to be there. A whole that several
	 * things are part of does its work without a row of its own, so that it is told as what may be meant, unless the name is one letter from another.
	 */
	tell(entities: Resolver, measures: Resolver, problems: Problems): void {
		for (const [text, { uri, place }] of this.#wholes) {
			if (!entities.resolve(text).implied) continue;
			const near = closest(text, entities.names());
			const message = near
				? phrase("No row of the pack's entities has the id “{0}”, which this one is part of; did you mean “{1}”?", text, near)
				: phrase("No row of the pack's entities has the id “{0}”, which this one is part of. Add it there, or correct the spelling.", text);
			const severity = near ? "warning" : "information";
			problems.add(uri, "unknown-subject", message, place, { severity, fix: near, unless: { kind: "entity", name: text } });
		}
		for (const [text, { uri, place }] of this.#measures) {
			if (!measures.resolve(text).implied) continue;
			const near = closest(text, measures.names());
			const message = near
				? phrase("No row of the pack's measures has the id “{0}”, which this one is easily taken for; did you mean “{1}”?", text, near)
				: phrase(
						"No row of the pack's measures has the id “{0}”, which this one is easily taken for. Add it there, or correct the spelling.",
						text,
					);
			problems.add(uri, "unknown-measure", message, place, { severity: "warning", unless: { kind: "measure", name: text } });
		}
	}
}

interface Named {
	readonly uri: string;
	readonly place: Place;
}

// Tables have a handful of wholes; a column of other things taken for them may have as many as rows.
const MOST = 1000;

function note(all: Map<string, Named>, text: string, uri: string, place: () => Place): void {
	if (all.size < MOST && !all.has(text)) all.set(text, { uri, place: place() });
}
