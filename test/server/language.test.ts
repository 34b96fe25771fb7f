import assert from "node:assert/strict";
import type { CodeAction, CodeLens, CompletionItem } from "vscode-languageserver/node";
import { madeUp, templates } from "../unit/l10n/made-up.ts";
import { folderWith, plain, TestEditor } from "./editor.ts";

const files = {
	"packs/facts.csv":
		"subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\nVela,net sales,33.0,USD million,2025,Annual report\nVela,net sales,3x,USD million,2024,Annual report\n",
};
const article =
	"---\ndate: 2026-02-04\n---\n\nThe $45.2 billion Harbour Bridge opened. <!-- plumbline-nothing -->\n\nVela had net sales of \n";

describe("the server, in the language of its editor", function () {
	this.timeout(20_000);

	async function inLanguage(
		language: { readonly locale?: string; readonly texts?: Readonly<Record<string, string>> },
		look: (editor: TestEditor, uri: string, folder: string) => Promise<void>,
	): Promise<void> {
		const folder = await folderWith({ ...files, "draft.md": article });
		const editor = await TestEditor.start([folder.uri], plain, undefined, undefined, false, language);
		try {
			await editor.open(`${folder.uri}/draft.md`, article);
			await look(editor, `${folder.uri}/draft.md`, folder.uri);
		} finally {
			await editor.stop();
			await folder.clean();
		}
	}

	it("says marks, hovers, completions, fixes, uses and faults of packs in its texts, numbers and dates as the language writes them", () =>
		inLanguage({ locale: "el", texts: madeUp.texts }, async (editor, uri, folder) => {
			const marks = (await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length > 0)).diagnostics;
			const [wrong] = marks.filter(({ code }) => code === "contradicted");
			assert.equal(
				String(wrong?.message).replaceAll("\u00a0", " "),
				`Harbour Bridge’${wide("s")} cost ${wide("was")} 42,45 δισ. $, ${wide("not")} $45.2 billion (packs).`,
			);
			assert.match(
				String(marks.find(({ code }) => code === "directive")?.message),
				new RegExp(`^“plumbline-nothing” ${wide("is no directive of")}`),
			);
			const [fault] = (await editor.publishedFor(`${folder}/packs/facts.csv`, ({ diagnostics }) => diagnostics.length > 0)).diagnostics;
			assert.match(String(fault?.message), new RegExp(`^“3x” ${wide("is no figure")}`));
			const hover = await editor.hover(uri, article, "45.2");
			assert.ok(hover?.includes(`${wide("Read as money")} · 45,2`), hover);
			const textDocument = { uri };
			const position = { line: 6, character: "Vela had net sales of ".length };
			const items: CompletionItem[] = await editor.connection.sendRequest("textDocument/completion", { textDocument, position });
			assert.deepEqual(
				items.map(({ label, documentation }) => [label, documentation]),
				[["$33.0 million in 2025", `Annual report · packs, ${wide("row")} 3`]],
			);
			const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 10 } };
			const actions: CodeAction[] = await editor.connection.sendRequest("textDocument/codeAction", {
				textDocument,
				range,
				context: { diagnostics: [] },
			});
			assert.ok(
				actions.some(({ title }) => title === `${wide("Use the reference")}'${wide("s figure")}: $42.5 billion`),
				actions.map(({ title }) => title).join(),
			);
			const lenses: CodeLens[] = await editor.connection.sendRequest("textDocument/codeLens", {
				textDocument: { uri: `${folder}/packs/facts.csv` },
			});
			assert.deepEqual(
				lenses.map(({ command }) => command?.title),
				[`1 ${wide("claim in")} 1 ${wide("article")}`],
			);
		}));

	it("says in English what has no text, with English numbers, and all of it where no texts came", async () => {
		const english = "The Harbour Bridge’s cost was $42.45 billion, not $45.2 billion (packs).";
		for (const language of [{ locale: "de", texts: { "{0} was {1}": "{0}: {1}" } }, { locale: "de" }, { texts: {} }])
			await inLanguage(language, async (editor, uri) => {
				const { diagnostics } = await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length > 0);
				assert.equal(diagnostics.find(({ code }) => code === "contradicted")?.message, english);
			});
	});

	it("takes texts that are none, and a language that nobody knows, for English", () =>
		inLanguage(
			{ locale: "no such_language", texts: { ...Object.fromEntries(templates.map((text) => [text, 5])) } as never },
			async (editor, uri) => {
				const { diagnostics } = await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length > 0);
				assert.match(String(diagnostics.find(({ code }) => code === "contradicted")?.message), /was \$42\.45 billion, not/);
			},
		));
});

/** Letters as the made-up language has them. */
function wide(text: string): string {
	return text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}
