import type { Measure } from "../../../references/fact.ts";
import type { Stemmer } from "../sentence/stem.ts";
import { AGAINST, COPULAS, PREPOSITIONS } from "../sentence/words.ts";

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
	"average price|average house price|average home price",
	"sales|homes changed hands|houses changed hands|properties changed hands",
	"births|babies born",
	"patients waiting|people waiting|waiting list|waiting lists",
	"population|inhabitants|residents",
	"rainfall|rain fell",
	// Where a percentage is told by these, it is the rate's.
	"unemployment rate|unemployment|jobless rate|joblessness",
	"inflation rate|inflation",
];

/** What may be said of the measure that opens a line, and of other things as well: buyers pay a tax too, and rain falls in an hour. */
const NEAR: readonly string[] = [
	"average price|average buyers paid|average buyers pay",
	"average rent|average tenants pay|average tenants paid|average renters pay",
	"rainfall|mm of rain|millimetres of rain",
	"share|of the vote|of the votes|of votes",
	"vote share|of the vote|of the votes|of votes",
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
		for (const group of groups.same.get(form) ?? []) for (const other of group) if (!known.has(other)) same.push(other.split(" "));
	const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
	const first = words.findIndex((word) => !RECKONED.has(word));
	// `Recycling stood at 44%` of a recycling rate.
	const end =
		unit === "percent" && words.length > 1 && /^(?:rate|ratio|share)$/.test(words.at(-1) as string) ? words.length - 1 : words.length;
	const near = (groups.near.get(stemmed(label.toLowerCase(), stemmer)) ?? []).map((name) => name.split(" "));
	const plain = first >= 0 && (first > 0 || end < words.length) ? words.slice(first, end).map((word) => stemmer.stem(word)) : [];
	if (plain.length > 0 && !known.has(plain.join(" "))) near.push(plain);
	return same.length === 0 && near.length === 0 ? NONE : { same, near };
}

/**
 * Whether what follows another name leaves it a name: `unemployment rose`, not `unemployment benefit`, `sales tax`, `inflation target`, where it only says of which
 * kind another thing is. A pack's own names need no such care: whoever chose them knows the house's words.
 */
export function leavesName(next: string | undefined): boolean {
	return (
		next === undefined ||
		!/^\p{L}/u.test(next) ||
		COPULAS.has(next) ||
		PREPOSITIONS.has(next) ||
		AGAINST.has(next) ||
		BEHIND_NAME.test(next)
	);
}

const BEHIND_NAME =
	/^(?:rise|rises|rising|falling|climb|climbs|drop|drops|hit|hits|stands|grow|slows|eases|averages?|remain|remains|stay|stays|top|tops|crept|sank|shrank|went|rates?|figures?|totals?|levels?|and|or|but|than|which|that|who|if|as|it|they|could|may|might|would|to|up|down|off|now|also|still|again|already|there|here|only|alone|last|this|next|today|yesterday|since|while|when|after|before|excluding|waiting|born|\p{L}{2,}ed)$/u;

/** The groups that a name is in, and what is near a name, by its stems. */
interface Groups {
	readonly same: ReadonlyMap<string, readonly (readonly string[])[]>;
	readonly near: ReadonlyMap<string, readonly string[]>;
}

const cache = new WeakMap<Stemmer, Groups>();

function groupsOf(stemmer: Stemmer): Groups {
	let groups = cache.get(stemmer);
	if (!groups) {
		const same = new Map<string, (readonly string[])[]>();
		for (const line of SAME) {
			const group = line.split("|").map((name) => stemmed(name, stemmer));
			for (const name of group) same.set(name, [...(same.get(name) ?? []), group]);
		}
		const near = new Map<string, readonly string[]>();
		for (const line of NEAR) {
			const [name = "", ...others] = line.split("|").map((name) => stemmed(name, stemmer));
			near.set(name, others);
		}
		groups = { same, near };
		cache.set(stemmer, groups);
	}
	return groups;
}

const stemmed = (name: string, stemmer: Stemmer): string =>
	name
		.split(" ")
		.map((word) => stemmer.stem(word))
		.join(" ");
