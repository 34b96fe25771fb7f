import type { Connection } from "vscode-languageserver";
import { packDiagnostics } from "../features/diagnostics.ts";
import { type Folder, type Folders, normal } from "../folders.ts";
import type { Language } from "../language/language.ts";
import type { PackProblem } from "../references/packs.ts";
import type { RowContent } from "../references/store.ts";

/** The files of packs and configurations as an editor has them open: what is wrong with them, and what their rows say. */
export class PackFiles {
	readonly #connection: Pick<Connection, "sendDiagnostics">;
	readonly #folders: Pick<Folders, "all">;
	/** The files whose faults the editor shows. */
	readonly #marked = new Set<string>();

	constructor(connection: Pick<Connection, "sendDiagnostics">, folders: Pick<Folders, "all">) {
		this.#connection = connection;
		this.#folders = folders;
	}

	/** Shows the faults of all open packs in their files, and takes those away that are mended. */
	async mark(open: readonly Folder[], language: Language | undefined): Promise<void> {
		const byFile = new Map<string, Map<string, PackProblem>>();
		for (const uri of this.#marked) byFile.set(uri, new Map());
		for (const folder of open) {
			for (const problem of folder.problems) {
				// Two folders may share a pack.
				const list = byFile.get(problem.uri) ?? new Map<string, PackProblem>();
				byFile.set(problem.uri, list.set(JSON.stringify(problem), problem));
			}
		}
		this.#marked.clear();
		for (const [uri, problems] of byFile) {
			if (problems.size > 0) this.#marked.add(uri);
			await this.#connection.sendDiagnostics({ uri, diagnostics: packDiagnostics([...problems.values()], language) });
		}
	}

	/** What is wrong with one file. */
	async problemsOf(uri: string): Promise<PackProblem[]> {
		const place = normal(uri);
		return (await this.#folders.all()).flatMap(({ problems }) => problems.filter((problem) => normal(problem.uri) === place));
	}

	/** What a line of a file says, counted from 1; undefined when no open pack reads it. */
	async rowOf(uri: string, line: number): Promise<RowContent | undefined> {
		for (const { packs } of await this.#folders.all()) {
			for (const place of new Set([normal(uri), uri])) {
				const content = await packs.store.row(place, line);
				if (content.facts.length > 0 || content.declared.length > 0) return content;
			}
		}
		return undefined;
	}
}
