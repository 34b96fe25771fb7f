import { datelineOf } from "./claims/dateline.ts";
import { find } from "./claims/finders.ts";
import { pathBelow } from "./folders.ts";
import { parse } from "./prose/article.ts";
import type { Since } from "./protocol.ts";
import { changedSinceReview, lastReview, type Review, reviewsOf, WHOLE } from "./review/ledger.ts";
import type { View } from "./session.ts";

/** Which claims of open articles are not as they were: at the last review, or in an earlier text. */
export class Changes {
	/** The claims of the earlier text that an article was last held against. */
	readonly #earlier = new Map<string, Earlier>();

	/** The ids of the claims of an article that have changed. */
	of(view: View, since: Since): ReadonlySet<string> {
		const { checked } = view.report;
		if (since.kind === "review") return changedSinceReview(checked, reviewsIn(view));
		const before = this.#claimsOf(view, since.text);
		return new Set(checked.map(({ claim }) => claim.id).filter((id) => !before.has(id)));
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

	#claimsOf({ uri, document, report }: View, text: string): ReadonlySet<string> {
		const kept = this.#earlier.get(uri);
		if (kept?.text === text) return kept.ids;
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
