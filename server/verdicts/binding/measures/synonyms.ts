import type { Measure } from "../../../references/fact.ts";
import type { Stemmer } from "../stem.ts";
import { COPULAS, PREPOSITIONS } from "../words.ts";

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
	// Where a percentage is told by these, it is the rate's.
	"unemployment rate|unemployment|jobless rate|joblessness",
	"inflation rate|inflation",
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
export function otherNames(
	{ label, unit }: Pick<Measure, "label" | "unit">,
	forms: readonly (readonly string[])[],
	stemmer: Stemmer,
): OtherNames {
	const groups = groupsOf(stemmer);
	const known = new Set(forms.map((form) => form.join(" ")));
	const same: (readonly string[])[] = [];
	for (const form of known)
		for (const group of groups.get(form) ?? []) for (const other of group) if (!known.has(other)) same.push(other.split(" "));
	const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
	const first = words.findIndex((word) => !RECKONED.has(word));
	// `Recycling stood at 44%` of a recycling rate.
	const end =
		unit === "percent" && words.length > 1 && /^(?:rate|ratio|share)$/.test(words.at(-1) as string) ? words.length - 1 : words.length;
	const near = first >= 0 && (first > 0 || end < words.length) ? words.slice(first, end).map((word) => stemmer.stem(word)) : [];
	return same.length === 0 && near.length === 0 ? NONE : { same, near: near.length > 0 && !known.has(near.join(" ")) ? [near] : [] };
}

/**
 * Whether what follows another name leaves it a name: `unemployment rose`, not `unemployment benefit`, `sales tax`, `inflation target`, where it only says of which
 * kind another thing is. A pack's own names need no such care: whoever chose them knows the house's words.
 */
export function leavesName(next: string | undefined): boolean {
	return next === undefined || !/^\p{L}/u.test(next) || COPULAS.has(next) || PREPOSITIONS.has(next) || BEHIND_NAME.test(next);
}

const BEHIND_NAME =
	/^(?:rise|rises|rising|falling|climb|climbs|drop|drops|hit|hits|stands|grow|slows|eases|averages?|remain|remains|stay|stays|top|tops|crept|sank|shrank|went|rates?|figures?|totals?|levels?|and|or|but|than|which|that|who|if|as|it|they|could|may|might|would|to|up|down|off|now|also|still|again|already|there|here|only|alone|last|this|next|today|yesterday|since|while|when|after|before|excluding|waiting|born|\p{L}{2,}ed)$/u;

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
