import type { Stemmer } from "../stem.ts";

/**
 * Other names of what tables measure, where a pack tells none: a line holds what is said of the same thing. Sources: the laws and table headings of FIFA and
 * the Premier League (goals), IFRS 15 and Companies House (revenue, turnover), the Office for National Statistics (births, deaths, prices, residents), NHS
 * England, `Referral to treatment` (waiting lists).
 */
const SAME: readonly string[] = [
	"goals against|goals conceded|conceded goals|let in goals|shipped goals|goals allowed",
	"goals for|goals scored|scored goals|netted goals",
	"revenue|revenues|turnover|sales",
	"employees|staff|workforce",
	"births|babies born",
	"patients waiting|people waiting|waiting list|waiting lists",
	"population|inhabitants|residents",
	"rainfall|rain fell",
];

/** Words in front of a measure's own noun which say how it was reckoned, and which a writer may leave out: then a figure may be meant, and need not. */
const RECKONED = new Set("average mean median typical net gross operating total annual number of pre tax pretax".split(" "));

/** Names of a measure beside those of its pack, as stems. */
export interface OtherNames {
	/** Of the very same thing. */
	readonly same: readonly (readonly string[])[];
	/** Of what may be the same: the figure may be borne out, and is never held against them. */
	readonly near: readonly (readonly string[])[];
}

const NONE: OtherNames = { same: [], near: [] };

/** The other names of a measure with such a label. */
export function otherNames(label: string, forms: readonly (readonly string[])[], stemmer: Stemmer): OtherNames {
	const groups = groupsOf(stemmer);
	const known = new Set(forms.map((form) => form.join(" ")));
	const same: (readonly string[])[] = [];
	for (const form of known)
		for (const group of groups.get(form) ?? []) for (const other of group) if (!known.has(other)) same.push(other.split(" "));
	const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
	const first = words.findIndex((word) => !RECKONED.has(word));
	const near = first > 0 ? words.slice(first).map((word) => stemmer.stem(word)) : [];
	return same.length === 0 && near.length === 0 ? NONE : { same, near: near.length > 0 && !known.has(near.join(" ")) ? [near] : [] };
}

const cache = new WeakMap<Stemmer, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The groups that a name is in, by its stems. */
function groupsOf(stemmer: Stemmer): ReadonlyMap<string, readonly (readonly string[])[]> {
	let groups = cache.get(stemmer);
	if (!groups) {
		const found = new Map<string, (readonly string[])[]>();
		for (const line of SAME) {
			const group = line.split("|").map((name) =>
				name
					.split(" ")
					.map((word) => stemmer.stem(word))
					.join(" "),
			);
			for (const name of group) found.set(name, [...(found.get(name) ?? []), group]);
		}
		cache.set(stemmer, found);
		groups = found;
	}
	return groups;
}
