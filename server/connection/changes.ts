import { datelineOf } from "../claims/dateline.ts";
import { find } from "../claims/finders.ts";
import { pathBelow } from "../folders.ts";
import { parse } from "../prose/article.ts";
import type { Since } from "../protocol.ts";
import { changedSinceReview, lastReview, type Review, reviewsOf, WHOLE } from "../review/ledger.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";

/** Which claims of open articles are not as they were: at the last review, or in an earlier text. */
export class Changes {
	/** The claims of the earlier text that an article was last held against. */
	readonly #earlier = new Map<string, Earlier>();
	/** What was last found of a version; those who list a long article ask for it again and again. */
	readonly #found = new WeakMap<View, { readonly before: ReadonlySet<string> | undefined; readonly ids: ReadonlySet<string> }>();

	/** The ids of the claims of an article that have changed; `asked` are those of whom it is asked. */
	of(view: View, since: Since, asked: readonly Checked[]): ReadonlySet<string> {
		// Before anybody has reviewed an article there is nothing to compare a long one with.
		if (since.kind === "review" && reviewsIn(view).size === 0)
			return new Set(asked.filter(({ verdict }) => verdict.reason.kind !== "signed off").map(({ claim }) => claim.id));
		const before = since.kind === "review" ? undefined : this.#claimsOf(view, since.text);
		const known = this.#found.get(view);
		if (known && known.before === before) return known.ids;
		const { checked } = view.report;
		const ids = before
			? new Set(checked.map(({ claim }) => claim.id).filter((id) => !before.has(id)))
			: changedSinceReview(checked, reviewsIn(view));
		this.#found.set(view, { before, ids });
		return ids;
	}

	/** The newest review of an article that the ledger of its folder knows of. */
	lastReview(view: View): Review | undefined {
		return lastReview(reviewsIn(view));
	}

	/** The sign-off of the whole article. */
	signOff(view: View): Review | undefined {
		return reviewsIn(view).get(WHOLE);
	}

	/** Forgets a closed article. */
	forget(uri: string): void {
		this.#earlier.delete(uri);
	}

	#claimsOf({ uri, document, report }: View, text: string | undefined): ReadonlySet<string> {
		const kept = this.#earlier.get(uri);
		if (kept && (text === undefined || kept.text === text)) return kept.ids;
		if (text === undefined) return new Set();
		const article = parse(text, { plain: document.languageId !== "markdown" });
		const dateline = datelineOf(article, { today: report.dateline });
		const ids = new Set(find(article, { dateline }).map(({ id }) => id));
		this.#earlier.set(uri, { text, ids });
		return ids;
	}
}

interface Earlier {
	readonly text: string;
	readonly ids: ReadonlySet<string>;
}

function reviewsIn({ uri, folder }: View): ReadonlyMap<string, Review> {
	return reviewsOf(folder.reviews, pathBelow(uri, folder.uri));
}
