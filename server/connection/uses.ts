import type { TextDocument } from "vscode-languageserver-textdocument";
import { check } from "../check.ts";
import { Snapshot } from "../documents/snapshot.ts";
import { type Folder, type Folders, isBelow, normal } from "../folders.ts";
import type { Host } from "../host.ts";
import type { Span } from "../prose/span.ts";
import type { RowPlace } from "../references/fact.ts";
import { decode } from "../references/pack/text/decode.ts";
import type { Session, View } from "../session.ts";
import { tolerancesOf } from "../settings.ts";
import { turnsWith } from "../turns.ts";
import type { Checked, Verdict } from "../verdicts/verdict.ts";

/** One claim of an article that rests on a row of a pack. */
export interface Use {
	readonly row: RowPlace & { readonly uri: string };
	/** The article, as it was when it was looked at. */
	readonly document: TextDocument;
	/** The claim; article offsets. */
	readonly span: Span;
}

/** Which claims of the workspace's articles rest on which rows of its packs. Articles are looked at when somebody asks, and again when they have changed. */
export class Uses {
	readonly #host: Host;
	readonly #folders: Folders;
	readonly #session: Session;
	readonly #pause: () => Promise<void>;
	readonly #kept = new Map<string, Kept>();

	/** `pause` lets messages that wait be read between two articles. */
	constructor(host: Host, folders: Folders, session: Session, pause: () => Promise<void>) {
		this.#host = host;
		this.#folders = folders;
		this.#session = session;
		this.#pause = pause;
	}

	/** Every use of the rows of one file; of the row at one line, from 1, when it is given. */
	async of(file: string, line?: number): Promise<Use[]> {
		const wanted = normal(file);
		const uses = await this.#all();
		return uses.filter(({ row: { uri, row, lines: [first, last] = [row, row] } }) => {
			return normal(uri) === wanted && (line === undefined || (first <= line && line <= last));
		});
	}

	async #all(): Promise<Use[]> {
		const found: Use[] = [];
		for (const root of this.#folders.roots) {
			const folder = await this.#folders.get(root);
			for (const uri of await this.#articles(folder)) found.push(...(await this.#usesIn(uri, await this.#folders.of(uri))));
		}
		return found;
	}

	async #usesIn(uri: string, folder: Folder): Promise<readonly Use[]> {
		const view = await this.#session.view(uri).catch(() => undefined);
		if (view) return usesOf(view.document, view.report.checked);
		const stat = await this.#host.stat(uri);
		if (!stat || stat.size > LARGEST) return [];
		const kept = this.#kept.get(uri);
		if (kept && kept.folder === folder && kept.modified === stat.modified && kept.size === stat.size) return kept.uses;
		await this.#pause();
		const uses = await this.#read(uri, folder).catch(() => []); // an article that cannot be read uses nothing
		this.#kept.set(uri, { folder, modified: stat.modified, size: stat.size, uses });
		return uses;
	}

	async #read(uri: string, folder: Folder): Promise<Use[]> {
		const text = decode(await this.#host.read(uri));
		const options = { today: this.#host.today(), tolerances: tolerancesOf(folder.settings) };
		const { checked } = await check(text, folder.packs.store, options, undefined, turnsWith(this.#pause));
		return usesOf(new Snapshot({ uri, languageId: "markdown", version: 0 }, text), checked);
	}

	/** The Markdown files of a folder. What lies in a pack is no article. */
	async #articles(folder: Folder): Promise<string[]> {
		const found: string[] = [];
		const waiting = [folder.uri];
		for (let place = waiting.pop(); place !== undefined && found.length < MOST; place = waiting.pop()) {
			const entries = await this.#host.list(place).catch(() => []);
			for (const { name, kind } of entries) {
				const uri = `${place}/${encodeURIComponent(name)}`;
				if (kind === "file" && /\.(?:md|markdown)$/i.test(name)) found.push(normal(uri));
				else if (kind === "directory" && !name.startsWith(".") && name !== "node_modules" && !isPack(normal(uri), folder))
					waiting.push(uri);
			}
		}
		return found.sort();
	}
}

interface Kept {
	readonly folder: Folder;
	readonly modified: number;
	readonly size: number;
	readonly uses: readonly Use[];
}

/** More articles than this are an archive, not a desk. */
const MOST = 2000;

/** Bytes. A larger file is looked at only while it is open. */
const LARGEST = 1_000_000;

function isPack(uri: string, folder: Folder): boolean {
	return folder.places.some((place) => isBelow(uri, place));
}

function usesOf(document: View["document"], checked: readonly Checked[]): Use[] {
	return checked.flatMap(({ claim, verdict }) =>
		rowsOf(verdict).flatMap(({ uri, row, lines }) =>
			uri === undefined ? [] : [{ row: { uri, row, ...(lines && { lines }) }, document, span: { start: claim.start, end: claim.end } }],
		),
	);
}

/** Rows that a verdict rests on. Those that only came near are not used. */
function rowsOf({ references, reason }: Verdict): readonly RowPlace[] {
	return "person" in reason ? [reason.person, ...references] : references;
}
