import { Dateline } from "./claims/dateline.ts";
import { articleClaims } from "./claims/finders.ts";
import { Version } from "./claims/live.ts";
import { findSpeech } from "./claims/speech/finder.ts";
import { type Article, parsing } from "./prose/article.ts";
import { inTurns, type Turns } from "./prose/steps.ts";
import type { Change } from "./prose/versions/change.ts";
import type { Text } from "./prose/versions/text.ts";
import { ArticleReferences, type References } from "./references/lookup.ts";
import type { ReferenceStore } from "./references/store.ts";
import { type Directives, readDirectives, withIdlePins, withIgnored, withMarks, withPastMarks } from "./review/directives.ts";
import { ArticleVerdicts } from "./verdicts/article-verdicts.ts";
import { CheckedBlocks } from "./verdicts/checked-blocks.ts";
import { type Spelling, Spellings } from "./verdicts/spellings.ts";
import type { Tolerances } from "./verdicts/tolerances.ts";
import type { Checked } from "./verdicts/verdict.ts";

/** How to check. Dates are `YYYY-MM-DD`. */
export interface Options {
	/** The dateline, when whoever asks knows it. */
	readonly date?: string;
	readonly today: string;
	/** The text is not Markdown. */
	readonly plain?: boolean;
	/** What has changed since the version before, where that is known. */
	readonly change?: Change | undefined;
	readonly tolerances: Tolerances;
}

/** All that one check found, from which every feature, terminal output and file is made. */
export interface Report {
	readonly article: Article;
	readonly dateline: string;
	readonly references: References;
	/** Every claim with its verdict, in order; put into their places when first asked for. */
	readonly checked: readonly Checked[];
	/** The same by block, for what is kept of blocks that have not changed; absent where somebody has marked claims. */
	readonly blocks?: CheckedBlocks;
	/** Names that the packs spell otherwise. */
	readonly spellings: readonly Spelling[];
	/** Stands for the article from version to version: what is made of one version for the next goes with it. */
	readonly draft: object;
	/** What the article says about its own checking. */
	readonly directives: Directives;
}

/**
 * Checks one article against the packs. Never throws: what is wrong with a pack is shown in the pack. `previous` is the report of an earlier version of
 * the article: what has not changed since is taken over, and the report is the same as without it. With `turns` a long check lets others do their work
 * in between; it rejects as they do when nobody wants it any more, and then `previous` has nothing more to be taken over.
 */
export async function check(text: Text, packs: ReferenceStore, options: Options, previous?: Report, turns?: Turns): Promise<Report> {
	const article = await inTurns(parsing(text, { ...options, previous: previous?.article }), turns);
	const tracked = take(previous) ?? new Tracked();
	const dateline = await inTurns(tracked.dateline.update(article, options), turns);
	const claims = await inTurns(tracked.claims.update(article, { dateline }), turns);
	const directives = readDirectives(article);
	const subjects = directives.pins.map(({ subject }) => subject);
	const references = await tracked.references.update(article, packs, subjects, turns); // one batch an article
	const { tolerances } = options;
	const given = { article, claims, dateline, references, tolerances, speechIn: findSpeech };
	const { checked: live, since, idle } = await inTurns(tracked.verdicts.update(given, directives.pins), turns);
	tracked.article = article;
	const version = new Version(claims.homes, article.places, claims.counted);
	const spellings = tracked.spellings.update(live, given, version);
	const blocks = new CheckedBlocks(live, version, since);
	// Most articles have no marks, and then nobody needs all claims at once.
	const marked = directives.marks.length > 0 ? withMarks(blocks.all(), directives.marks) : undefined;
	return new VersionReport({
		article,
		dateline,
		references,
		spellings,
		draft: tracked,
		directives: withPastMarks(withIdlePins(directives, idle), marked?.past ?? []),
		all: blocks,
		...(marked && { marked: marked.checked }),
	});
}

/** Everything in a report that is not made when it is first asked for. */
interface Findings extends Pick<Report, "article" | "dateline" | "references" | "spellings" | "draft" | "directives"> {
	readonly all: CheckedBlocks;
	/** All claims, where somebody has marked some. */
	readonly marked?: readonly Checked[];
}

/** A class, since what an object with a getter of its own leads to is kept in memory for long: V8 has a shape for each such object among what is old. */
class VersionReport implements Report {
	readonly article: Article;
	readonly dateline: string;
	readonly references: References;
	readonly blocks?: CheckedBlocks;
	readonly spellings: readonly Spelling[];
	readonly draft: object;
	readonly directives: Directives;
	readonly #all: CheckedBlocks;
	readonly #marked: readonly Checked[] | undefined;
	#checked: readonly Checked[] | undefined;

	constructor({ article, dateline, references, spellings, draft, directives, all, marked }: Findings) {
		this.article = article;
		this.dateline = dateline;
		this.references = references;
		if (!marked && directives.ignored.length === 0) this.blocks = all;
		this.spellings = spellings;
		this.draft = draft;
		this.directives = directives;
		this.#all = all;
		this.#marked = marked;
	}

	get checked(): readonly Checked[] {
		this.#checked ??= withIgnored(this.#marked ?? this.#all.all(), this.directives.ignored);
		return this.#checked;
	}
}

/**
 * What the check of the next version begins with; goes with the report, as its draft. A weak map of articles would be looked through with all that it leads
 * to at each small collection of memory.
 */
class Tracked {
	readonly dateline = new Dateline();
	readonly claims = articleClaims();
	readonly references = new ArticleReferences();
	readonly verdicts = new ArticleVerdicts();
	readonly spellings = new Spellings();
	/** The version that it stands at; nothing while it is taken to another, and for good when that check was given up. */
	article: Article | undefined;
}

/** What is kept of an earlier version, for one taker: it goes on with the version that takes it. */
function take(report: Report | undefined): Tracked | undefined {
	if (!(report?.draft instanceof Tracked) || report.draft.article !== report.article) return undefined;
	report.draft.article = undefined;
	return report.draft;
}
