import type { ArticlesJson } from "../../review/contract.ts";

/** Reports of many articles as one JSON document, written piece by piece, so that none has to be held. */
export class JsonDocument {
	#articles = 0;
	readonly #summary: Record<string, number> = {};

	/** What stands before the first article. */
	begin(): string {
		return '{\n  "version": 1,\n  "articles": [';
	}

	/** One article more: its JSON as text, and its counts by verdict. */
	next(article: string, counts: ArticlesJson["summary"]): string {
		for (const [name, count] of Object.entries(counts)) this.#summary[name] = (this.#summary[name] ?? 0) + count;
		return `${this.#articles++ > 0 ? "," : ""}\n    ${article.replaceAll("\n", "\n    ")}`;
	}

	/** What stands after the last one. */
	end(): string {
		return `${this.#articles > 0 ? "\n  " : ""}],\n  "summary": ${JSON.stringify(this.#summary, null, 2).replaceAll("\n", "\n  ")}\n}\n`;
	}
}
