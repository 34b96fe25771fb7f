import { type Said, say } from "../../language/language.ts";
import type { Fact } from "../../references/fact.ts";
import { rowWords } from "./labels.ts";
import { dayOf } from "./periods.ts";

/** `market-closes, 4 Feb 2026`. A day that became known when it came is not said twice. */
export const from = ({ pack, unit, period, knownAt, printed }: Fact): Said =>
	place(pack, unit !== "date" ? (period ?? knownAt) : knownAt === printed ? undefined : knownAt);

/** `harbour, annual report 2025`: a row of a pack by its source, else by its number. */
export const fromRow =
	(fact: Fact): Said =>
	(language) => {
		const { pack, source } = fact;
		return say(language, "{0}, {1}", pack, source === undefined || /^https?:/.test(source) ? rowWords(fact) : source);
	};

/** A pack with a date of what it says. */
export const place =
	(pack: string, date: string | undefined): Said =>
	(language) =>
		date === undefined ? pack : say(language, "{0}, {1}", pack, dayOf(date));
