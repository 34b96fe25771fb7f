import { check, type Report } from "./check.ts";
import { changeSince } from "./documents/edits.ts";
import type { Snapshot } from "./documents/snapshot.ts";
import { type Folder, type Folders, pathBelow } from "./folders.ts";
import type { Host } from "./host.ts";
import { LONGEST_ARTICLE } from "./limits.ts";
import { type Change, changeBetween, changeWithin } from "./prose/versions/change.ts";
import { type Review, reviewsOf, withReviews } from "./review/ledger.ts";
import { type Settings, tolerancesOf } from "./settings.ts";
import { Stopped, turnsWith } from "./turns.ts";

/** One version of an article with all that was found in it: what features read. */
export interface View {
	readonly uri: string;
	readonly version: number;
	/** The text that was checked, as it was then. */
	readonly document: Snapshot;
	readonly report: Report;
	readonly folder: Folder;
	readonly settings: Settings;
	/** The article is longer than is checked: its report is that of an empty one. */
	readonly tooLong?: boolean;
	/** How long it took to check what had changed, in milliseconds: where it takes longer it is begun less often. */
	readonly took: number;
}

/** The articles that are open, as the editor sees them now. */
export interface OpenDocuments {
	get(uri: string): Snapshot | undefined;
}

/** Open articles and their reports: one report a version, shared by every feature that asks. */
export class Session {
	readonly #documents: OpenDocuments;
	readonly #folders: Folders;
	readonly #host: Host;
	readonly #pause: () => Promise<void>;
	readonly #checked: (view: View) => void;
	/** The newest version of each article that a check has been begun of. */
	readonly #newest = new Map<string, Work>();
	readonly #reviews = new Map<string, { readonly ledger: readonly Review[]; readonly own: ReadonlyMap<string, Review> }>();
	/** The newest view of each article that is done. */
	readonly #done = new Map<string, View>();

	/** `pause` resolves after messages that wait have been read; `checked` is told of every new report. */
	constructor(documents: OpenDocuments, folders: Folders, host: Host, pause: () => Promise<void>, checked: (view: View) => void) {
		this.#documents = documents;
		this.#folders = folders;
		this.#host = host;
		this.#pause = pause;
		this.#checked = checked;
	}

	/** The newest version of an article, checked. Undefined when it is not open or not an article. */
	async view(uri: string): Promise<View | undefined> {
		for (;;) {
			const folder = await this.#folders.of(uri);
			await this.#pause(); // a keystroke that waits makes this version old
			const document = this.#documents.get(uri);
			if (!document || !folder.settings.languages.includes(document.languageId)) return undefined;
			let work = this.#newest.get(uri);
			if (work?.document.version !== document.version || work.folder !== folder) {
				work = this.#begin(document, folder, work);
				this.#newest.set(uri, work);
			}
			const view = await work.view;
			if (view && this.#newest.get(uri) === work) return view; // else it has been overtaken
		}
	}

	/** How long the newest check of an article took, in milliseconds; 0 before the first one is done. */
	tookLast(uri: string): number {
		return this.#done.get(uri)?.took ?? 0;
	}

	/** Forgets a closed article. */
	forget(uri: string): void {
		const work = this.#newest.get(uri);
		if (work) work.isStopped = true;
		this.#newest.delete(uri);
		this.#reviews.delete(uri);
		this.#done.delete(uri);
	}

	/** What has been signed off in an article, looked up again when the ledger has changed. */
	#reviewsOf(uri: string, { uri: folder, reviews: ledger }: Folder): ReadonlyMap<string, Review> {
		let known = this.#reviews.get(uri);
		if (known?.ledger !== ledger) {
			known = { ledger, own: reviewsOf(ledger, pathBelow(uri, folder)) };
			this.#reviews.set(uri, known);
		}
		return known.own;
	}

	/**
	 * Begins to check a version. An earlier one that is still being checked goes on as long as most of its text stands: what it finds is taken over, and
	 * nobody sees it. Else it is stopped.
	 */
	#begin(document: Snapshot, folder: Folder, before: Work | undefined): Work {
		if (before && !before.isDone && (before.folder.packs !== folder.packs || !this.#isMostlyKept(before.document, document)))
			before.isStopped = true;
		const work: Work = {
			document,
			folder,
			isStopped: false,
			isDone: false,
			view: Promise.resolve(undefined),
		};
		work.view = this.#after(before, work);
		return work;
	}

	/** Checks a version once the one before it is done with. Undefined when the check was stopped. */
	async #after(before: Work | undefined, work: Work): Promise<View | undefined> {
		await before?.view.catch(() => undefined);
		const { uri } = work.document;
		// Of several that have waited only the newest is checked.
		if (work.isStopped || this.#newest.get(uri) !== work) return undefined;
		try {
			const view = await this.#check(work);
			if (work.isStopped) return undefined;
			this.#done.set(uri, view);
			if (this.#newest.get(uri) === work) this.#checked(view);
			return view;
		} catch (error) {
			if (error instanceof Stopped) return undefined;
			throw error;
		} finally {
			work.isDone = true;
		}
	}

	/** What has changed from one version to another, as the editor has told it; else found by comparing the texts. */
	#changeBetween(before: Snapshot, now: Snapshot): Change {
		const open = this.#documents.get(now.uri);
		const told = open && changeSince(open, before.version, now.version);
		return (told && changeWithin(before.text, now.text, told)) ?? changeBetween(before.getText(), now.getText());
	}

	/** Whether at least half of each of two versions is in the other: then what has been read of the earlier one serves. */
	#isMostlyKept(before: Snapshot, now: Snapshot): boolean {
		const { fromB, toB } = this.#changeBetween(before, now);
		return now.text.length - (toB - fromB) >= Math.max(before.text.length, now.text.length) / 2;
	}

	async #check(work: Work): Promise<View> {
		const { document, folder } = work;
		const { text } = document;
		const { uri, languageId } = document;
		const begun = Date.now();
		const before = this.#done.get(uri);
		const change = before && this.#changeBetween(before.document, document);
		const options = { today: this.#host.today(), plain: languageId !== "markdown", change, tolerances: tolerancesOf(folder.settings) };
		// Of an earlier version what has not changed is taken over, as long as the same packs are asked.
		const isUsable = before?.folder.packs === folder.packs && before.document.languageId === languageId;
		const tooLong = text.length > LONGEST_ARTICLE;
		const turns = turnsWith(this.#pause, () => !work.isStopped);
		const found = await check(tooLong ? "" : text, folder.packs.store, options, isUsable ? before.report : undefined, turns);
		const reviews = this.#reviewsOf(uri, folder);
		const report = reviews.size > 0 ? signedOff(found, reviews) : found;
		return {
			uri,
			version: document.version,
			document,
			report,
			folder,
			settings: folder.settings,
			tooLong,
			// A check of the whole says nothing of how long one of what changes takes.
			took: isUsable ? Date.now() - begun : 0,
		};
	}
}

/** A report with what a person has signed off. */
function signedOff(report: Report, reviews: ReadonlyMap<string, Review>): Report {
	const { blocks: _, ...found } = report;
	return { ...found, checked: withReviews(report.checked, reviews) };
}

/** A version of an article that is being checked, or has been. */
interface Work {
	readonly document: Snapshot;
	readonly folder: Folder;
	/** Nobody wants it any more. */
	isStopped: boolean;
	isDone: boolean;
	view: Promise<View | undefined>;
}
