import type { Claim } from "./claims/claim.ts";
import { datelineOf } from "./claims/dateline.ts";
import { find } from "./claims/finders.ts";
import { findSpeech } from "./claims/speech/finder.ts";
import { type Article, parse } from "./prose/article.ts";
import { lookup, type References } from "./references/lookup.ts";
import type { ReferenceStore } from "./references/store.ts";
import { type Directives, readDirectives, withIdlePins, withIgnored } from "./review/directives.ts";
import { consistency } from "./verdicts/consistency/consistency.ts";
import { contextOf } from "./verdicts/context.ts";
import { judgeAll } from "./verdicts/judge.ts";
import { withPins } from "./verdicts/pinned.ts";
import { type Spelling, spellings } from "./verdicts/spellings.ts";
import type { Tolerances } from "./verdicts/tolerances.ts";
import type { Checked } from "./verdicts/verdict.ts";

/** How to check. Dates are `YYYY-MM-DD`. */
export interface Options {
	/** The dateline, when whoever asks knows it. */
	readonly date?: string;
	readonly today: string;
	/** The text is not Markdown. */
	readonly plain?: boolean;
	readonly tolerances: Tolerances;
}

/** All that one check found, from which every feature, terminal output and file is made. */
export interface Report {
	readonly article: Article;
	readonly dateline: string;
	readonly references: References;
	readonly checked: readonly Checked[];
	/** Names that the packs spell otherwise. */
	readonly spellings: readonly Spelling[];
	/** What the article says about its own checking. */
	readonly directives: Directives;
}

/**
 * Checks one article against the packs. Never throws: what is wrong with a pack is shown in the pack. `previous` is the report of an earlier version of
 * the article: what has not changed since is taken over, and the report is the same as without it.
 */
export async function check(text: string, packs: ReferenceStore, options: Options, previous?: Report): Promise<Report> {
	const article = parse(text, { ...options, previous: previous?.article });
	const dateline = datelineOf(article, options);
	const claims: Claim[] = find(article, { dateline });
	const directives = readDirectives(article);
	const subjects = directives.pins.map(({ subject }) => subject);
	const references = await lookup(article, packs, previous?.references, subjects); // one batch an article, the only await
	const context = contextOf({ article, claims, dateline, references, tolerances: options.tolerances, speechIn: findSpeech });
	const pinned = withPins(judgeAll(context), directives.pins, context);
	const checked = withIgnored(consistency(pinned.checked, context), directives.ignored);
	return {
		article,
		dateline,
		references,
		checked,
		spellings: spellings(article, references, checked),
		directives: withIdlePins(directives, pinned.idle),
	};
}
