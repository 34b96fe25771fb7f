import type { Hedge } from "../../claim.ts";

// Approximators and bounds of quantity in news English, after The Cambridge Grammar of the English Language (2002), chapter 5, section 11.

/** Phrases before a figure, a `|` between those that bound it alike. */
const BEFORE: Readonly<Record<Exclude<Hedge, never>, string>> = {
	exactly: "exactly|precisely|exact",
	about:
		"about|around|roughly|approximately|approx|circa|c|ca|some|near|somewhere around|somewhere near|something like|in the region of|in the order of|on the order of|in the vicinity of|in the neighbourhood of|" +
		"in the neighborhood of|to the tune of|an estimated|estimated|estimated at|estimates of|an estimate of|a rough|barely|give or take|~|≈|∼|≃|plus or minus|±|an approximate|reportedly about|anywhere from",
	over:
		"over|more than|more then|above|greater than|higher than|larger than|bigger than|better than|longer than|faster than|older than|heavier than|upwards of|upward of|in excess of|excess of|exceeding|exceed|exceeds|exceeded|surpassing|" +
		"surpassed|surpass|surpasses|topping|topped|tops|north of|beyond|just over|slightly over|slightly more than|slightly above|a little over|a little more than|well over|well above|far more than|" +
		"just above|just more than|a bit more than|a bit over|much more than|way over|way more than|>|comfortably over|comfortably more than|significantly more than|considerably more than|not just",
	under:
		"under|less than|fewer than|below|lower than|smaller than|shorter than|slower than|younger than|lighter than|cheaper than|just under|slightly under|slightly less than|slightly below|just below|just less than|a little under|" +
		"a little less than|well under|well below|far less than|far fewer than|short of|just short of|shy of|just shy of|south of|sub|<|a bit less than|a bit under|much less than|way under|way less than",
	atLeast:
		"at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum|minimum of|at minimum|at a minimum|min|at the least|≥|>=|as little as|as few as",
	atMost:
		"at most|no more than|not more than|a maximum of|maximum|maximum of|max|at the most|at a maximum|not exceeding|≤|<=|no greater than|no higher than|no later than",
	nearly: "nearly|almost|close to|nearing|approaching|virtually|practically|not quite|verging on|very nearly|quite nearly",
	upTo: "up to|as many as|as much as|as high as|as long as|as far as|anything up to|to a maximum of|limit of up to",
};

/** A phrase's words in order, and what it says. */
export interface HedgePhrase {
	readonly words: readonly string[];
	readonly hedge: Hedge;
}

/** Phrases by their last word, the longest first. */
export const HEDGES_BEFORE: ReadonlyMap<string, readonly HedgePhrase[]> = byEnd();

function byEnd(): Map<string, HedgePhrase[]> {
	const phrases = new Map<string, HedgePhrase[]>();
	for (const [hedge, forms] of Object.entries(BEFORE) as [Hedge, string][]) {
		for (const form of forms.split("|")) {
			const words = form.split(" ");
			const last = words.at(-1) as string;
			const others = phrases.get(last) ?? [];
			others.push({ words, hedge });
			phrases.set(last, others);
		}
	}
	for (const others of phrases.values()) others.sort((a, b) => b.words.length - a.words.length);
	return phrases;
}

/** Words that may stand between a hedge and its figure and leave the bound alone: `more than just 5`, `nearly a 50% rise`. */
export const TRANSPARENT: ReadonlySet<string> = new Set(
	"a an just only another fully whopping mere staggering record combined further total around about approximately roughly some".split(" "),
);

/** Phrases behind a figure, or behind its unit. */
export const HEDGES_BEHIND: readonly HedgePhrase[] = (
	[
		["about", "or so|or thereabouts|or thereabout|give or take|approximately|approx|odd|ish"],
		[
			"atLeast",
			"or more|and more|or above|or higher|or over|or older|or greater|or better|or longer|and above|and over|and up|and older|and higher|at least|at minimum|minimum|at the least|+",
		],
		[
			"atMost",
			"or less|or fewer|or below|or under|or lower|or younger|or shorter|and under|and below|and younger|at most|at the most|tops|maximum|max|at a maximum",
		],
	] as const
)
	.flatMap(([hedge, forms]) => forms.split("|").map((form) => ({ words: form.split(" "), hedge }) as HedgePhrase))
	.sort((a, b) => b.words.length - a.words.length);
