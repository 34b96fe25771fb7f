import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { randomOf } from "../bench/articles.ts";
import type { TestEditor } from "../server/editor.ts";

/** How much is typed into each article, and how often its marks are compared with those of the same text opened anew. */
export interface Typing {
	/** Edits in each article. */
	readonly edits: number;
	readonly every: number;
	readonly seed: number;
	/** No article grows beyond so many characters, give or take a paste. */
	readonly longest: number;
}

/** What a writer types: letters, markup of every kind, things that are checked, and words that decide how others are read. */
const TYPED = [
	..."et.5,",
	" ",
	"\n",
	"\n\n",
	"“",
	"”",
	"**",
	"- ",
	"# ",
	"> ",
	"[",
	"](x)",
	"---\n",
	"```\n",
	"<!-- plumbline-disable -->",
	"<!-- a\nb -->",
	"&amp;",
	"| a | b |\n| - | - |\n| c | 5% |\n",
	"AT&T ",
	"Hakl said. ",
	"$5 million ",
	"on 4 March 2026 ",
];

/**
 * Types at random into one article after another, in the place of each other. Throws when what the editor shows of a text is not what it shows of the same
 * text opened anew. Answers how many states were compared. `begun` is told before each article, when all that is left of the one before is its text.
 */
export async function typeInto(
	editor: TestEditor,
	uri: string,
	articles: Iterable<string>,
	{ edits, every, seed, longest }: Typing,
	begun: () => void = () => {},
): Promise<number> {
	const random = randomOf(seed);
	let version = 1;
	let compared = 0;
	await editor.open(uri, "");
	for (const article of articles) {
		let text = article;
		await editor.change(uri, [{ text }]);
		version++;
		await editor.publishedFor(uri, (params) => params.version === version);
		begun();
		for (let i = 1; i <= edits; i++) {
			const from = random(text.length + 1);
			const removed = random(3) === 0 || text.length > longest ? random(30) : 0;
			const pasted = random(20) === 0 ? text.slice(random(text.length)).slice(0, 200) : (TYPED[random(TYPED.length)] as string);
			const range = { start: positionAt(text, from), end: positionAt(text, Math.min(text.length, from + removed)) };
			text = text.slice(0, from) + pasted + text.slice(from + removed);
			await editor.change(uri, [{ range, text: pasted }]);
			version++;
			if (i % 5 === 0 || i % every === 0) await editor.publishedFor(uri, (params) => params.version === version);
			if (i % every !== 0) continue;
			await compare(editor, uri, text, `after ${i} edits of the article that begins “${article.slice(0, 40)}”`);
			editor.published.length = 0;
			compared++;
		}
	}
	await editor.close(uri);
	return compared;
}

async function compare(editor: TestEditor, uri: string, text: string, when: string): Promise<void> {
	const shown = editor.published.findLast((one) => one.uri === uri)?.diagnostics;
	const anew = uri.replace(/[^/]*$/, "anew.md");
	await editor.open(anew, text);
	const { diagnostics } = await editor.publishedFor(anew, ({ version }) => version === 1);
	// A link to what is related names the article that it is in.
	assert.deepEqual(shown, JSON.parse(JSON.stringify(diagnostics).replaceAll(anew, uri)), when);
	await editor.close(anew);
}

function positionAt(of: string, offset: number): { line: number; character: number } {
	const before = of.slice(0, offset);
	const line = before.split("\n").length - 1;
	return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}

/** Memory of a process in megabytes, as Linux counts it. NaN elsewhere. */
export function residentOf(pid: number): number {
	try {
		const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
		return Number(kilobytes) / 1000;
	} catch {
		return Number.NaN;
	}
}
