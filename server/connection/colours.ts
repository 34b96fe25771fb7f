import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from "vscode-languageserver";

/** The colours of open articles as they were last sent: of a long one only what is other than before is sent again. */
export class Colours {
	readonly #sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
	#last = 0;

	/** All colours of an article, with a name for them. */
	full(uri: string, data: number[]): SemanticTokens {
		const resultId = String(++this.#last);
		this.#sent.set(uri, { id: resultId, data });
		return { resultId, data };
	}

	/** What has to be changed of the colours that the editor has, by their name; all of them where they are not the last ones. */
	since(uri: string, id: string, data: number[]): SemanticTokens | SemanticTokensDelta {
		const before = this.#sent.get(uri);
		const { resultId } = this.full(uri, data);
		if (before?.id !== id || resultId === undefined) return { data, ...(resultId !== undefined && { resultId }) };
		return { resultId, edits: editsBetween(before.data, data) };
	}

	/** Forgets a closed article. */
	forget(uri: string): void {
		this.#sent.delete(uri);
	}
}

/** The one stretch in which two lists of numbers differ; nothing when they are the same. */
function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
	const shorter = Math.min(before.length, now.length);
	let start = 0;
	while (start < shorter && before[start] === now[start]) start++;
	if (start === before.length && start === now.length) return [];
	let same = 0;
	while (same < shorter - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
	return [{ start, deleteCount: before.length - same - start, data: now.slice(start, now.length - same) }];
}
