import { type Claim, hasQuantity, type Quantity } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import type { Bound } from "../bind.ts";
import { clauseAt, type Passage, type Word, wordsBefore, wordsBehind } from "../sentence/passage.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What somebody wants, needs or asks for is not what is so. */
const WANTING = set(
	"want wants wanted need needs needed hope hopes hoped hoping promise promises promised promising pledge pledges pledged vow vows vowed aim aims aimed seek seeks sought ask asks asked asking demand demands demanded propose proposes proposed " +
		"offer offered bid goal target limit cap threshold maximum require requires required rumour rumours rumor rumors supposedly allegedly " +
		"expectation expectations guidance consensus outlook",
);
/** Behind a figure these make it a distance between two others. */
const APART = set(
	"below above beneath short shy ahead behind clear adrift more less fewer higher lower taller longer shorter wider deeper heavier lighter faster slower cheaper dearer older younger warmer colder hotter cooler",
);
/** Between a figure and what it counts these make it a part of it, or what sets two figures apart. */
const BESIDES = / (?:more|fewer|less|extra|additional|further) \p{L}/u;
/** In front of a figure with an article these set something else beside what was said before: `well below the 95% that is needed`. */
/** Who or what somebody is off: `off the lead`, `off their record`. */
const AHEAD =
	/^(?:lead|leaders?|front-?runners?|pace|top|first|second|third|fourth|place|places|record|mark|target|peak|high|best|summit|play-?offs?|safety|promotion|bottom|winners?)$/;
const BESIDE = set("below above beneath beyond than against versus vs over under");
/** What there may be `for` so many of: land for 300 homes is no 300 homes. */
const ROOM = set(
	"land room space enough plans plan permission permissions applications application order orders bids bid money funds approval licences licenses demand capacity contract contracts deal need call calls",
);
/** What is bought, hired or shut is no stock: `has ordered 20 aircraft`, `will close 60 branches`. */
const TURNING = set(
	"order orders ordered ordering buy buys bought buying sell sells sold selling add adds added adding retire retires retired retiring scrap scraps scrapped hire hires hired hiring fire fires fired " +
		"firing cut cuts cutting shed sheds shedding shut shuts shutting close closes closed closing open opens opened opening build builds built building lease leases leased receive receives received receiving deliver " +
		"delivers delivered create creates created creating recruit recruits recruited recruiting axe axes axed remove removes removed replace replaces replaced acquire acquires acquired dismiss " +
		"dismisses dismissed send sends sent sending deploy deploys deployed deploying dispatch dispatched train trains trained lose loses lost losing gain gains gained gaining attract attracts attracted",
);
/** What is done to some of those that are counted, whatever they are: `cancelled 12 flights`, `inspected 40 schools`. */
const DONE_TO_SOME = set(
	"cancel cancels cancelled canceled cancelling divert diverts diverted diverting postpone postpones postponed postponing ground grounds grounded grounding delay delays delayed delaying suspend " +
		"suspends suspended suspending reject rejects rejected rejecting refuse refuses refused refusing miss misses missed missing block blocks blocked blocking ban bans banned banning recall recalls recalled " +
		"recalling return returns returned returning waste wastes wasted wasting destroy destroys destroyed destroying damage damages damaged damaging inspect inspects inspected inspecting test tests tested testing " +
		"check checks checked checking audit audits audited auditing review reviews reviewed reviewing search searches searched searching survey surveys surveyed surveying interview interviews interviewed " +
		"interviewing question questions questioned questioning evacuate evacuates evacuated evacuating rescue rescues rescued rescuing quash quashed quashes overturn overturned overturns",
);
/** Groups of people: a figure for one of them is none for all. */
const GROUPS = set(
	"people adults children men women patients pupils students workers households families farmers voters drivers pensioners teenagers babies infants girls boys toddlers smokers " +
		"over-65s under-18s under-25s under-fives over-60s over-50s graduates immigrants homeowners tenants renters",
);
/** One of many days, weeks or games, and not all of them. */
const EACH = set("average typical single busiest peak usual ordinary normal given");
const TIMES = set("day weekday week weekend month night hour morning evening game match season year");
const RATES = set("daily weekly monthly nightly hourly");

/**
 * Why the words make a figure one of something narrower, wider or merely wished for, although they name the measure: `9,000 of them`, `another 11 seats`,
 * `wants to hire 150 nurses`, `below the 95% that is needed`, `0.4 metres below`, `on an average weekday`, `since 1990`, `in people over 65`, `is not
 * vaccinated`. Undefined when the figure may be the measure's own value.
 */
export function scopeOf(
	claim: Claim & { readonly quantity: Quantity },
	{ series, measure, subject }: Bound,
	passage: Passage,
): string | undefined {
	const { quantity } = claim;
	const clause = clauseAt(passage, claim.span.start);
	const own = (word: Word | undefined): boolean => word !== undefined && series.words.forms.some((form) => form.includes(word.stem));
	const before = wordsBefore(passage, claim.span.start);
	const after = wordsBehind(passage, claim.span.end);
	const last = before.slice(-4).map((word) => word.lower);
	const next = after.slice(0, 4).map((word) => word.lower);
	if (
		opensWithWhole(before, clause, passage) ||
		((isPart(last, next) || isBehindOfWhich(before, subject)) &&
			!isShareOfThem(claim, measure, next) &&
			passage.figures.some((other) => isFigure(other) && other.span.end <= claim.span.start))
	)
		return "part";
	if (!series.words.isChange) {
		if (/^(?:another|further|additional|extra)$/.test(last.at(-1) ?? "")) return "addition";
		// `won 31 of its last 40 cases`
		if (claim.kind === "count" && /^(?:last|first|next|past|previous|latest)$/.test(last.at(-1) ?? "")) return "part";
		if (APART.has(next[0] ?? "") && !own(after[0])) return "distance";
		// `1,300 fewer flights`
		if (claim.kind === "count" && BESIDES.test(claim.text)) return "distance";
		// `ten points off the lead`; but `ten points off the bench`
		if (next[0] === "off" && next.slice(1, 4).some((word) => AHEAD.test(word))) return "distance";
		// `one teacher for every 15 pupils`
		if (last.at(-1) === "per" || (last.at(-1) === "every" && /^(?:for|to|in|of)$/.test(last.at(-2) ?? ""))) return "ratio";
	} else if (quantity.unit === "percent" && next[0] === "of") return "share";
	const from = Math.max(clause.start, lastFigure(claim, passage));
	// `Open Hands has 470 staff`: words of a name say nothing.
	const isNamed = (word: Word): boolean => passage.names.some((name) => name.start <= word.start && word.start < name.end);
	const stretch = before.filter((word) => word.start >= from && !isNamed(word));
	if (stretch.slice(-6).some((word) => WANTING.has(word.lower) && !own(word))) return "wish";
	if (isWantedBehind(after)) return "wish";
	if (series.words.other && isAdjusted(claim, passage)) return "adjusted";
	if (quantity.unitKind === "noun" && stretch.slice(-3).some((word) => DONE_TO_SOME.has(word.lower) && !own(word))) return "some";
	if (series.words.measure.kind === "stock" && stretch.slice(-3).some((word) => TURNING.has(word.lower) && !own(word))) return "turnover";
	// `It took five bidders and a long pause`: what something needed, nobody has.
	if (claim.kind === "count" && TOOK.test(passage.text.slice(clause.start, claim.span.start)) && !stretch.some((word) => own(word)))
		return "need";
	if (isBelieved(stretch)) return "belief";
	if (isFormer(stretch)) return "former";
	if (isHypothesis(passage, clause)) return "hypothesis";
	if (quantity.unitKind === "noun" && last.at(-1) === "for" && ROOM.has(last.at(-2) ?? "")) return "room";
	if (isBeside(claim, last, passage)) return "beside";
	const around = passage.words.filter((word) => word.start >= clause.start && word.end <= clause.end);
	if (!/ per /.test(series.facts[0]?.unit ?? "") && isOfOne(around, claim, next, own)) return "one of many";
	if (isSince(claim, passage, clause, series.words.measure.kind)) return "since";
	const group = stretch.find((word, i) => GROUPS.has(word.lower) && !own(word) && ofGroup(stretch, i));
	if (group) return group.lower;
	const span = measure.span;
	if (quantity.unit === "percent" && span && span.start >= claim.span.end) {
		const between = after.filter((word) => word.start < span.start).map((word) => word.lower);
		if (between.some((word) => /^(?:not|never|un|without|no)$/.test(word) || /n['’]t$/.test(word))) return "rest";
	}
	return undefined;
}

/** Whether a figure is one that somebody wants, needs or expects. */
export const isWanted = (claim: Claim, passage: Passage): boolean =>
	wordsBefore(passage, claim.span.start, 6).some(({ lower }) => WANTING.has(lower));

const isFigure = (claim: Claim): boolean => hasQuantity(claim);

const TOOK = /\bit (?:took|takes|has taken|had taken) [^.;:]{0,40}$/iu;

/** `Excluding one-off costs Vela made a profit of €7 million`: some of what counts is left out. */
const isAdjusted = (claim: Claim, passage: Passage): boolean =>
	/(?:^|[^\p{L}])(?:excluding|stripping out|stripped of|leaving out|leaving aside|disregarding|ignoring|adjusted for|adjusting for|not counting|without counting|before one-offs?|before exceptional)(?:$|[^\p{L}])/iu.test(
		passage.text.slice(passage.start, Math.min(passage.end, claim.span.end + 60)),
	);

/** `the 2,000 the city had promised`, `the 12 that were planned`: what follows says that it was to be. */
function isWantedBehind(after: readonly Word[]): boolean {
	const end = after.findIndex(({ text }) => /^[,;:.()—–]$/.test(text));
	return after
		.slice(0, end < 0 ? 8 : Math.min(end, 8))
		.some(
			({ lower }, i) =>
				i > 1 &&
				/^(?:promised|pledged|planned|wanted|hoped|targeted|needed|required|agreed|budgeted|forecast|expected|predicted)$/.test(lower) &&
				/^(?:had|has|have|was|were|been|originally|once|first)$/.test(after[i - 1]?.lower ?? ""),
		);
}

/** `had put it at 600`, `was thought to be 600`: what was once believed. */
const isBelieved = (words: readonly Word[]): boolean =>
	words.some(
		(word, i) =>
			BELIEVED.test(word.lower) &&
			words.slice(Math.max(0, i - 3), i).some((one) => /^(?:had|once|earlier|previously|initially|originally)$/.test(one.lower)),
	);

/** `Once had 60 ships`, `used to employ 9,000`: what was so at some time. */
const isFormer = (words: readonly Word[]): boolean =>
	words
		.slice(-6)
		.some(
			(word, i, all) =>
				/^(?:formerly|originally)$/.test(word.lower) ||
				(word.lower === "once" && /^(?:had|was|were|employed|held|covered|carried|\p{Ll}{2,}ed)$/u.test(all[i + 1]?.lower ?? "")) ||
				(word.lower === "used" && all[i + 1]?.lower === "to"),
		);

const BELIEVED =
	/^(?:put|thought|believed|assumed|guessed|claimed|reported|estimated|predicted|forecast|forecasted|expected|given|planned|said)$/;

/** `would have had 200 papers`, `if it sold 300`: what is not so, or not yet. */
function isHypothesis(passage: Passage, clause: Span): boolean {
	const words = passage.words.filter((word) => word.start >= clause.start && word.end <= clause.end).map((word) => word.lower);
	if (words.some((word, i) => /^(?:would|could|might|should)$/.test(word) && words.slice(i + 1, i + 4).includes("have"))) return true;
	return words.includes("if") || (words.includes("would") && passage.words.some((word) => word.lower === "if"));
}

/** `9,000 of them`, `of which $12 million`, `including 12`. */
function isPart(last: readonly string[], next: readonly string[]): boolean {
	if (next[0] === "of" && /^(?:them|these|those|whom|which)$/.test(next[1] ?? "")) return true;
	return (
		last.some((word, i) => /^(?:which|whom|them|these|those)$/.test(word) && last[i - 1] === "of") || last.slice(-2).includes("including")
	);
}

/** `72% of them are insured`: a share that is measured of all. */
function isShareOfThem(claim: Claim, { span }: Bound["measure"], next: readonly string[]): boolean {
	return claim.kind === "percent" && /^(?:is|are|was|were)$/.test(next[2] ?? "") && span !== undefined && span.start > claim.span.end;
}

/** `£1.86 billion, of which popcorn and drinks brought £610 million`: nothing parts the figure from the words that say of what it is a part. */
function isBehindOfWhich(before: readonly Word[], { name }: Bound["subject"]): boolean {
	const from = before.findLastIndex(({ text }) => text === "," || text === ";" || text === ")");
	const [of, which] = before.slice(from + 1, from + 3);
	// `of which Orlo Cargo earned £4 million`: whoever is named there is no part of it here.
	if (of === undefined || which === undefined || (name && name.start >= of.start)) return false;
	return of.lower === "of" && /^(?:which|whom|these|those|this)$/.test(which.lower);
}

/** `Of the island's 88,400 beds 30,000 are in Port Alda`, `of the new guests 64,000 came by ship`: a clause that opens with a whole goes on with its parts. */
function opensWithWhole(before: readonly Word[], clause: Span, passage: Passage): boolean {
	const [first, second, ...rest] = before.filter((word) => word.start >= clause.start && !/^(?:[^\p{L}\d]|and|but)$/u.test(word.lower));
	if (first?.lower !== "of" || !second) return false;
	const end = rest.at(-1)?.end ?? 0;
	if (passage.figures.some((other) => isFigure(other) && other.span.start >= first.end && other.span.end <= end)) return true;
	return /^(?:the|its|his|her|their|these|those|all)$/.test(second.lower) && /^\p{L}{2,}[^s'’]s$/u.test(rest.at(-1)?.text ?? "");
}

/** `83.1%, well below the 95% that is needed`: a figure of the same unit stands before, and the preposition leads to another thing. */
function isBeside(claim: Claim & { readonly quantity: Quantity }, last: readonly string[], passage: Passage): boolean {
	// `well short of the 2,000`
	if (/(?:^| )(?:short|shy) of(?: the| its| their| an?)?$/.test(last.join(" "))) return true;
	const at = last.findLastIndex((word) => BESIDE.has(word));
	if (at < 0 || !/^(?:the|its|their|a|an)$/.test(last[at + 1] ?? "")) return false;
	return passage.figures.some(
		(other) => other.span.end <= claim.span.start && hasQuantity(other) && other.quantity.unit === claim.quantity.unit,
	);
}

/** `on an average weekday`, `on its busiest day`, `690,000 a day`, `30,000 weekly`: unless the measure itself is one of so much a day. */
function isOfOne(around: readonly Word[], claim: Claim, next: readonly string[], own: (word: Word | undefined) => boolean): boolean {
	// `€655 million a year before` is what there was in all.
	if (/^(?:a|per|each|every)$/.test(next[0] ?? "") && TIMES.has(next[1] ?? "") && !/^(?:ago|before|earlier|later)$/.test(next[2] ?? ""))
		return !around.some((word) => TIMES.has(word.lower) && own(word));
	if (RATES.has(next[0] ?? "")) return true;
	const i = around.findIndex((word, k) => TIMES.has(word.lower) && EACH.has(around[k - 1]?.lower ?? "") && word.end <= claim.span.start);
	return i > 0 && !own(around[i - 1]) && !own(around[i]);
}

/** `since 1990`, `over the past decade`: what has added up over a time is not what there was in a period. What does not add up is left alone. */
function isSince(claim: Claim, passage: Passage, clause: Span, kind: string | undefined): boolean {
	if (kind === "stock" || kind === "index" || kind === "event" || claim.kind === "percent") return false;
	return passage.figures.some((other) => {
		if (other === claim || (other.kind !== "date" && other.kind !== "duration")) return false;
		if (other.span.end < clause.start || other.span.start > clause.end) return false;
		// A time that is another figure's: `2 million in 2013, changing 20 percent during the last 50 years`.
		const [from, to] = other.span.start > claim.span.end ? [claim.span.end, other.span.start] : [other.span.end, claim.span.start];
		if (passage.figures.some((one) => one !== other && one.span.start >= from && one.span.end <= to)) return false;
		const before = passage.words
			.filter((word) => word.end <= other.span.start)
			.slice(-3)
			.map((word) => word.lower);
		if (before.at(-1) === "since" || /^since\b/i.test(other.text)) return true;
		if (/^(?:the )?(?:past|last) .{1,30}(?:[^s]s|decade|century)$/i.test(other.text)) return true;
		return /^(?:over|in|during|within) the (?:past|last)$/.test(before.join(" "));
	});
}

function ofGroup(words: readonly Word[], i: number): boolean {
	return words.slice(Math.max(0, i - 2), i).some((word) => /^(?:in|among|for|amongst)$/.test(word.lower));
}

/** Where the figure before a claim ends. */
function lastFigure(claim: Claim, passage: Passage): number {
	return passage.figures.reduce(
		(at, other) => (hasQuantity(other) && other.span.end <= claim.span.start ? Math.max(at, other.span.end) : at),
		0,
	);
}
