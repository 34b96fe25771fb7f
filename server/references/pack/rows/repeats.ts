import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../fact.ts";
import { type Problems, titled } from "../problem.ts";
import type { Origin } from "./table.ts";
import { isOneRecord, rowAtStart, rowWithin } from "./tell.ts";

/** Tells of rows that say again what an earlier row of the pack said, and of rows that say otherwise. */
export class Repeats {
	readonly #problems: Problems;
	readonly #rows = new Map<string, Fact>();

	constructor(problems: Problems) {
		this.#problems = problems;
	}

	/** Whether a row only repeats an earlier one. A row that disagrees with one is kept, and told. */
	isRepeated(fact: Fact, origin: Origin): boolean {
		const key = keyOf(fact);
		const earlier = this.#rows.get(key);
		if (!earlier) this.#rows.set(key, fact);
		return earlier !== undefined && tellRepeat(earlier, fact, origin, this.#problems);
	}
}

/** What two rows must share to be about the same thing. */
export function keyOf({ subject, measure, period, knownAt, qualifier, unit }: Fact): string {
	return `${subject}\n${measure}\n${period ?? ""}\n${knownAt ?? ""}\n${qualifier ?? ""}\n${unit}`;
}

/** Tells that a row repeats an earlier one, or disagrees with it; true when it repeats it. */
export function tellRepeat(earlier: Fact, fact: Fact, { uri, place, valueColumn, isAlone }: Origin, problems: Problems): boolean {
	const where =
		earlier.uri === fact.uri
			? isOneRecord(earlier, fact)
				? phrase("the same record")
				: rowWithin(earlier)
			: phrase("{0} of {1}", rowWithin(earlier), decodeURIComponent(earlier.uri?.split("/").at(-1) ?? earlier.resource));
	if (earlier.value === fact.value && earlier.high === fact.high) {
		const [first, last] = fact.lines ?? [fact.row, fact.row];
		const edit = { ...titled(phrase("Remove row {0}", fact.row)), line: first - 1, column: 0, endLine: last, endColumn: 0, newText: "" };
		// Where a row has figures of several columns, it is this one that repeats.
		const at = () => (isAlone ? place() : place(valueColumn));
		const message = phrase("{0} says again what {1} says. Remove one of them.", rowAtStart(fact), where);
		problems.add(uri, "duplicate-row", message, at, { severity: "warning", ...(isAlone && { edit }) });
		return true;
	}
	const message = phrase(
		"{0} gives {1} where {2} gives {3} for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.",
		...[rowAtStart(fact), fact.printed, where, earlier.printed],
	);
	problems.add(uri, "rows-disagree", message, () => place(valueColumn), { severity: "warning" });
	return false;
}
