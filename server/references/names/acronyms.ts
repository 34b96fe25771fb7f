import type { Mention } from "../store.ts";

/** A short form behind a name: `, or AWS,`, ` (AWS)`, ` (“AWS”)`, ` (the FCC)`. */
const DEFINITION =
	/^(?:,? or (?:the )?|,? known as (?:the )?|\s?\((?:the |or )?["“'‘]?)(\p{Lu}[\p{Lu}\d&.]{1,7})(?=["”'’]?[),.;:\s]|["”'’]?$)/u;

/** Longer runs of names are a list, not a definition. */
const LOOKED_AT = 30;

/**
 * Adds the short forms that an article defines behind a name (`Amazon Web Services, or AWS`) wherever they stand behind that. A short form has to be
 * made of the name's initials, in order; one that the packs know already is left alone. Answers the mentions of each text, in order.
 */
export function withAcronyms(texts: readonly string[], mentions: readonly (readonly Mention[])[]): (readonly Mention[])[] {
	const defined = new Map<string, { readonly mention: Mention; readonly text: number; readonly at: number }>();
	for (const [t, list] of mentions.entries()) {
		const text = texts[t] as string;
		for (const mention of list) {
			if (mention.kind === "measure" || mention.partial) continue;
			const short = DEFINITION.exec(text.slice(mention.end, mention.end + LOOKED_AT));
			const letters = short?.[1]?.replace(/[.&]/g, "");
			if (
				!short ||
				!letters ||
				letters.length < 2 ||
				defined.has(short[1] as string) ||
				!areInitials(letters, text.slice(mention.start, mention.end))
			)
				continue;
			defined.set(short[1] as string, { mention, text: t, at: mention.end });
		}
	}
	if (defined.size === 0) return [...mentions];
	return mentions.map((list, t) => {
		const text = texts[t] as string;
		const added: Mention[] = [];
		for (const [short, definition] of defined) {
			if (definition.text > t) continue;
			for (let at = text.indexOf(short, definition.text === t ? definition.at : 0); at >= 0; at = text.indexOf(short, at + short.length)) {
				const end = at + short.length;
				if (/[\p{L}\d]/u.test(text[at - 1] ?? "") || /[\p{L}\d]/u.test(text[end] ?? "")) continue;
				if (list.some((mention) => mention.start < end && at < mention.end)) continue;
				added.push({ start: at, end, kind: definition.mention.kind, ids: definition.mention.ids });
			}
		}
		return added.length === 0 ? list : [...list, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
	});
}

/** Whether letters are the initials of a name's words, in order; small words and further words may be left out. */
function areInitials(letters: string, name: string): boolean {
	const initials = name.split(/[^\p{L}\d]+/u).map((word) => (word[0] ?? "").toUpperCase());
	let next = 0;
	for (const initial of initials) if (initial === letters[next]) next++;
	return next === letters.length;
}
