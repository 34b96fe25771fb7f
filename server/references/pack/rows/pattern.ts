import { RE2JS } from "re2js";
import { type Phrase, phrase } from "../../../language/phrase.ts";

/** A descriptor's regular expression. It runs in time linear in the text, whatever its author wrote. */
export interface Pattern {
	/** What the first match holds: the whole of it, then each group, undefined for one that took no part. Undefined when nothing matches. */
	groups(text: string): readonly (string | undefined)[] | undefined;
}

// A cell that a pattern cuts a value from is a name or a date; matching still costs the length of the text times that of the pattern.
const LONGEST_TEXT = 500;
const LONGEST_PATTERN = 500;

const REFERS_BACK = phrase("refers back to a group, which can take for ever; write out what it repeats");

/**
 * Compiles a regular expression for RE2's engine, which never backtracks: the grammar is JavaScript's without looking around and without references back,
 * which no linear engine has. Only the first 500 characters of a text are matched. Answers why it can't be used, as a phrase behind the pattern.
 */
export function compilePattern(source: string): Pattern | Phrase {
	if (source.length > LONGEST_PATTERN) return phrase("is longer than {0} characters; shorten it", LONGEST_PATTERN);
	// The engine reads this one as plain letters.
	if (source.includes("\\k<")) return REFERS_BACK;
	let compiled: RE2JS;
	try {
		compiled = RE2JS.compile(RE2JS.translateRegExp(source));
	} catch (error) {
		return reasonOf(source, (error as Error).message);
	}
	return {
		groups: (text) => {
			const matcher = compiled.matcher(text.slice(0, LONGEST_TEXT));
			return matcher.find() ? Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? undefined) : undefined;
		},
	};
}

/** The engine's words for what it does not take, put for whoever keeps the table. */
function reasonOf(source: string, message: string): Phrase {
	if (/\(\?<?[=!]/.test(source))
		return phrase("looks ahead or behind (?=, ?!, ?<=, ?<!), which can take for ever; match the whole and put the part in a group");
	if (/\\[1-9]/.test(source)) return REFERS_BACK;
	if (message.includes("repeat count") || message.includes("too large"))
		return phrase("repeats something more than 1000 times; shorten it");
	return phrase("is no regular expression: {0}", message.replace(/^error parsing regexp: /, ""));
}
