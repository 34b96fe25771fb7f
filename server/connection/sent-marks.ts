import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";

/** The marks of open articles as they were last sent to an editor that asks for them: where they are the same it is told so. */
export class SentMarks {
	readonly #sent = new Map<string, { readonly id: string; readonly marks: readonly Diagnostic[] }>();
	#last = 0;

	/** All marks of an article with a name for them, or that they are still those that the editor has by that name. */
	report(uri: string, marks: Diagnostic[], id: string | undefined): DocumentDiagnosticReport {
		const before = this.#sent.get(uri);
		if (before && before.id === id && areSame(before.marks, marks)) return { kind: "unchanged", resultId: before.id };
		const resultId = String(++this.#last);
		this.#sent.set(uri, { id: resultId, marks });
		return { kind: "full", resultId, items: marks };
	}

	/** Forgets a closed article. */
	forget(uri: string): void {
		this.#sent.delete(uri);
	}
}

/** Most marks are the same objects as before; those that have been made again may say the same. */
function areSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
	return before.length === now.length && before.every((mark, i) => mark === now[i] || JSON.stringify(mark) === JSON.stringify(now[i]));
}
