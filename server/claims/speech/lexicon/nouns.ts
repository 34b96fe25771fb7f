/**
 * Nouns of speech and thought that a that-clause completes: `the bank's claim that …` (Quirk et al., A Comprehensive Grammar of the English Language, §17.26;
 * derived from the verbs of §16.31). Singular and plural.
 */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
	(
		"claim claims statement statements allegation allegations accusation accusations assertion assertions contention argument arguments suggestion suggestions insistence announcement declaration " +
		"admission acknowledgment acknowledgement promise promises pledge pledges vow warning warnings prediction predictions forecast estimate estimates belief beliefs view views opinion fear fears hope hopes " +
		"concern concerns complaint complaints criticism charge charges conclusion conclusions finding findings ruling report reports remark remarks comment comments denial assurance assurances proposal demand demands rumor rumors rumour rumours"
	).split(" "),
);

/** Nouns of attitude and intent with the word that leads to what they are about (Quirk et al. §17.26–17.36): `the union's opposition to`, `her support for`. */
export const LEADING_NOUNS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
	["support", ["for"]],
	["opposition", ["to"]],
	["objection", ["to"]],
	["objections", ["to"]],
	["criticism", ["of", "about"]],
	["condemnation", ["of"]],
	["praise", ["for"]],
	["disdain", ["for"]],
	["endorsement", ["of"]],
	["rejection", ["of"]],
	["denial", ["of"]],
	["warning", ["of", "about", "against", "to"]],
	["warnings", ["of", "about", "against", "to"]],
	["call", ["for", "to"]],
	["calls", ["for", "to"]],
	["demand", ["for", "to"]],
	["demands", ["for", "to"]],
	["concern", ["about", "over"]],
	["concerns", ["about", "over"]],
	["doubts", ["about"]],
	["skepticism", ["about", "of"]],
	["scepticism", ["about", "of"]],
	["misgivings", ["about"]],
	["reservations", ["about"]],
	["comments", ["about", "on"]],
	["remarks", ["about", "on"]],
	["statements", ["about", "on"]],
	["questions", ["about"]],
	["complaints", ["about"]],
	["allegations", ["of"]],
	["accusations", ["of"]],
	["promise", ["to", "of"]],
	["promises", ["to", "of"]],
	["pledge", ["to"]],
	["vow", ["to"]],
	["plan", ["to"]],
	["plans", ["to", "for"]],
	["proposal", ["to", "for"]],
	["proposals", ["to", "for"]],
	["decision", ["to"]],
	["refusal", ["to"]],
	["reluctance", ["to"]],
	["willingness", ["to"]],
	["agreement", ["to"]],
	["desire", ["to", "for"]],
	["announcement", ["of"]],
	["prediction", ["of"]],
	["estimate", ["of"]],
	["assessment", ["of"]],
	["view", ["of"]],
	["claims", ["of", "about"]],
]);

/** Surveys that a sentence rests on: `In a poll of doctors, …`. */
export const SURVEYS: ReadonlySet<string> = new Set(["poll", "survey", "census", "study"]);

/** Adjectives of thought and feeling that a that-clause completes (Quirk et al., A Comprehensive Grammar of the English Language, §16.71–16.72, §16.83). */
export const FEELINGS: ReadonlySet<string> = new Set(
	(
		"sure certain convinced confident aware unaware afraid worried concerned hopeful optimistic pessimistic adamant angry glad happy pleased proud sad sorry surprised shocked disappointed skeptical sceptical " +
		"doubtful clear unclear insistent dismissive wary fearful satisfied delighted dismayed alarmed grateful thankful upset amazed astonished frustrated"
	).split(" "),
);
