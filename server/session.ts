import type { TextDocument } from "vscode-languageserver-textdocument";
import { check, type Report } from "./check.ts";
import { type Folder, type Folders, pathBelow } from "./folders.ts";
import type { Host } from "./host.ts";
import { type Review, reviewsOf, withReviews } from "./review/ledger.ts";
import { type Settings, tolerancesOf } from "./settings.ts";
import { Snapshot } from "./snapshot.ts";

/** One version of an article with all that was found in it: what features read. */
export interface View {
	readonly uri: string;
	readonly version: number;
	/** The text that was checked, as it was then. */
	readonly document: TextDocument;
	readonly report: Report;
	readonly folder: Folder;
	readonly settings: Settings;
	/** How long the check took, in milliseconds: a longer one is begun less often. */
	readonly took: number;
}

/** The articles that are open, as the editor sees them now. */
export interface OpenDocuments {
	get(uri: string): TextDocument | undefined;
}

/** Open articles and their reports: one report a version, shared by every feature that asks. */
export class Session {
	readonly #documents: OpenDocuments;
	readonly #folders: Folders;
	readonly #host: Host;
	readonly #pause: () => Promise<void>;
	readonly #checked: (view: View) => void;
	readonly #kept = new Map<string, Kept>();
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
			const kept = this.#kept.get(uri);
			if (kept && kept.version === document.version && kept.folder === folder) return kept.view;
			const view = this.#check(document, folder);
			this.#kept.set(uri, { version: document.version, folder, view });
			const result = await view;
			if (this.#kept.get(uri)?.view !== view) continue; // overtaken
			this.#done.set(uri, result);
			this.#checked(result);
			return result;
		}
	}

	/** How long the newest check of an article took, in milliseconds; 0 before the first one is done. */
	tookLast(uri: string): number {
		return this.#done.get(uri)?.took ?? 0;
	}

	/** Forgets a closed article. */
	forget(uri: string): void {
		this.#reviews.delete(uri);
		this.#kept.delete(uri);
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

	async #check(document: TextDocument, folder: Folder): Promise<View> {
		const { uri, languageId, version } = document;
		// The editor's document changes under our hands; features need the text that the report speaks of.
		const text = document.getText();
		const begun = Date.now();
		const options = { today: this.#host.today(), plain: languageId !== "markdown", tolerances: tolerancesOf(folder.settings) };
		const before = this.#done.get(uri);
		// Of an earlier version what has not changed is taken over, as long as the same packs are asked.
		const isUsable = before?.folder.packs === folder.packs && before.document.languageId === languageId;
		const found = await check(text, folder.packs.store, options, isUsable ? before.report : undefined);
		const reviews = this.#reviewsOf(uri, folder);
		const report = reviews.size > 0 ? signedOff(found, reviews) : found;
		return {
			uri,
			version,
			document: new Snapshot(document, text, before?.document instanceof Snapshot ? before.document : undefined),
			report,
			folder,
			settings: folder.settings,
			took: Date.now() - begun,
		};
	}
}

/** A report with what a person has signed off. */
function signedOff({ blocks: _, ...found }: Report, reviews: ReadonlyMap<string, Review>): Report {
	return { ...found, checked: withReviews(found.checked, reviews) };
}

interface Kept {
	readonly version: number;
	readonly folder: Folder;
	readonly view: Promise<View>;
}
