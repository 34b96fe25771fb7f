// Verbs and adverbs of movement that market and economics reports use, in all their forms; after the word lists of the Reuters Handbook of Journalism
// (market reports) and Roget's Thesaurus, classes "ascent", "increase", "descent" and "decrease".

/** Verbs whose subject moves, or which move their object, by the figure behind them. */
const UP =
	"rise rises rising rose risen|climb climbs climbing climbed|increase increases increasing increased|jump jumps jumping jumped|surge surges surging surged|soar soars soaring soared|" +
	"grow grows growing grew grown|advance advances advancing advanced|rally rallies rallying rallied|leap leaps leaping leapt leaped|spike spikes spiking spiked|rebound rebounds rebounding rebounded|" +
	"swell swells swelling swelled swollen|rocket rockets rocketing rocketed|skyrocket skyrockets skyrocketing skyrocketed|balloon ballooned ballooning|appreciate appreciates appreciating appreciated|" +
	"strengthen strengthens strengthening strengthened|expand expands expanding expanded|accelerate accelerates accelerating accelerated|widen widens widening widened|" +
	"bounce bounces bouncing bounced|recover recovers recovering recovered|outperform outperformed|double doubles doubling doubled|triple triples tripling tripled|quadruple quadrupled|creep creeps creeping crept|upward|upwards|up|higher";
const DOWN =
	"fall falls falling fell fallen|drop drops dropping dropped|decline declines declining declined|decrease decreases decreasing decreased|slide slides sliding slid|slip slips slipping slipped|" +
	"sink sinks sinking sank sunk|tumble tumbles tumbling tumbled|plunge plunges plunging plunged|plummet plummets plummeting plummeted|slump slumps slumping slumped|shrink shrinks shrinking shrank shrunk|" +
	"dip dips dipping dipped|ease eases easing eased|retreat retreats retreating retreated|crash crashes crashing crashed|contract contracts contracting contracted|depreciate depreciates depreciating depreciated|" +
	"weaken weakens weakening weakened|dive dives diving dived dove|nosedive nosedived|collapse collapses collapsing collapsed|narrow narrows narrowing narrowed|slow slows slowing slowed|" +
	"dwindle dwindled dwindling|erode eroded|recede receded receding|" +
	"underperform underperformed|backtrack backtracked|halved|downward|downwards|down|lower|sag sagged sags|skid skidded";
/** Verbs that move prices and shares, and mean something else of what is counted: `lost two games`, `added 300 staff`, `cut 50 jobs`. */
const UP_OF_PRICES = "gain gains gaining gained|add adds adding added|firmed|inched|edged";
const DOWN_OF_PRICES = "lose loses losing lost|shed sheds shedding";

/** Verbs that move their object: a figure directly behind them is the object (`raised $5m`, `cut 300 jobs`), one behind `by`, `to` or `from` is the move. */
const UP_BY = "raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked|upped";
const DOWN_BY =
	"reduce reduces reducing reduced|lowered lowers lowering|slash slashes slashing slashed|trim trims trimming trimmed|cut cuts cutting|pare pared paring|shave shaved shaves|halve";

export const TRENDS: ReadonlyMap<string, "up" | "down"> = new Map([...forms(UP, "up"), ...forms(DOWN, "down")]);
export const TRENDS_OF_PRICES: ReadonlyMap<string, "up" | "down"> = new Map([
	...forms(UP_OF_PRICES, "up"),
	...forms(DOWN_OF_PRICES, "down"),
]);

export const TRENDS_BY: ReadonlyMap<string, "up" | "down"> = new Map([...forms(UP_BY, "up"), ...forms(DOWN_BY, "down")]);

/** What stands before `up to` when it says where something went, not how far it can go: `moved up to 7%`. */
export const LEADS_UP: ReadonlySet<string> = new Set(
	"go goes going went gone move moves moved moving creep creeps crept creeping inch inches inched inching edge edges edged edging".split(
		" ",
	),
);

/** Nouns of movement, which take the figure before them or behind `of`: `a 3% drop`, `an increase of 60,000 jobs`. */
export const MOVES: ReadonlyMap<string, "up" | "down"> = new Map([
	...forms(
		"increase increases|rise rises|gain gains|jump jumps|surge surges|climb climbs|hike hikes|growth|uptick upticks|upturn|rally|spike spikes|advance advances|leap leaps|boost boosts|raise raises|rebound rebounds|appreciation|expansion",
		"up",
	),
	...forms(
		"decrease decreases|fall falls|drop drops|decline declines|loss losses|slump slumps|plunge plunges|slide slides|dip dips|cut cuts|reduction reductions|cutback cutbacks|contraction|downturn|depreciation|slowdown|tumble|retreat",
		"down",
	),
]);

/** Every word that says which way something moved. */
export const MOVEMENTS: ReadonlyMap<string, "up" | "down"> = new Map([...MOVES, ...TRENDS_BY, ...TRENDS_OF_PRICES, ...TRENDS]);

/** What may stand between a verb and how far it moved: `rose a further 5%`, `fell by another 3`. */
export const ADDS: ReadonlySet<string> = new Set("a an another further additional extra".split(" "));
/** Adverbs between them, beside those in -ly. */
export const SKIPPED: ReadonlySet<string> = new Set("another further even just only some about as much".split(" "));

/** Behind a figure: `0.6% lower`, `20 points up`. */
export const TRENDS_BEHIND: ReadonlyMap<string, "up" | "down"> = new Map([
	["higher", "up"],
	["up", "up"],
	["stronger", "up"],
	["lower", "down"],
	["down", "down"],
	["weaker", "down"],
]);

function forms(list: string, trend: "up" | "down"): (readonly [string, "up" | "down"])[] {
	return list.split(/[| ]/).map((word) => [word, trend] as const);
}
