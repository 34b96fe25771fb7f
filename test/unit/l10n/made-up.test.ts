import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { configIn } from "../../../server/config/find.ts";
import { cellFault } from "../../../server/connection/new-facts.ts";
import { claimItems } from "../../../server/features/claims-view.ts";
import { figures } from "../../../server/features/completion.ts";
import { diagnostics, packDiagnostics } from "../../../server/features/diagnostics.ts";
import { documentSymbols } from "../../../server/features/document-symbols.ts";
import { rowHover } from "../../../server/features/facts/row-hover.ts";
import { codeActions, packActions } from "../../../server/features/fixes/code-actions.ts";
import { hover } from "../../../server/features/hover.ts";
import { inlayHints } from "../../../server/features/inlay-hints.ts";
import { elsewhereSentence, sentence } from "../../../server/features/wording/wording.ts";
import { said } from "../../../server/language/language.ts";
import { factTables } from "../../../server/references/pack/fact-tables.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { htmlReport } from "../../../server/review/html.ts";
import { factsKey, WHOLE, withReviews } from "../../../server/review/ledger.ts";
import { memoryHost } from "../../checks/run.ts";
import { viewOf } from "../../features/view.ts";
import { assertMadeUp, madeUp, templates, vocabulary } from "./made-up.ts";
import { all } from "./reasons.ts";
import { views } from "./views.ts";

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe("in a language that has every text in wide letters", () => {
	for (const [reason, claim] of all())
		it(`no English is left in: ${sentence(reason, claim)}`, () => {
			const data = [reason, claim.text];
			assertMadeUp(sentence(reason, claim, madeUp), data);
			assertMadeUp(elsewhereSentence([reason, reason], claim, madeUp), data);
			assert.notEqual(sentence(reason, claim, madeUp), sentence(reason, claim));
		});

	it("no English is left in marks, hovers, hints, outlines, fixes and completions of the articles of test/checks", async function () {
		this.timeout(60_000);
		let seen = 0;
		for await (const view of views()) {
			const { entities, measures, facts } = view.report.references;
			const names = vocabulary([
				[...entities.values()],
				[...measures.values()],
				[...facts.values()],
				view.report.checked,
				view.report.spellings,
			]);
			for (const { claim, verdict } of view.report.checked) {
				const position = view.document.positionAt(claim.start);
				const shown = hover(view, position, { language: madeUp })?.contents as MarkupContent | undefined;
				assertMadeUp(withoutAddresses(shown?.value ?? ""), names, `hover of ${claim.text}: ${shown?.value}`);
				for (const { detail = "", documentation = "" } of figures(view, view.document.positionAt(claim.end), madeUp))
					assertMadeUp(`${detail} ${documentation}`, names);
				for (const fact of verdict.references)
					assertMadeUp((rowHover({ facts: [fact], declared: [] }, [], madeUp).contents as MarkupContent).value, fact);
				seen++;
			}
			for (const { message, relatedInformation = [] } of diagnostics(view, undefined, madeUp))
				assertMadeUp([message, ...relatedInformation.map((one) => one.message)].join("\n"), names);
			for (const { label, tooltip } of inlayHints(view, everywhere, madeUp))
				assertMadeUp(`${label} ${(tooltip as MarkupContent).value}`, names);
			for (const { detail = "" } of documentSymbols(view, madeUp)) assertMadeUp(detail, []);
			for (const { message } of claimItems(view, undefined, madeUp)) assertMadeUp(message, names);
			// What goes into the article is in the article's language, in the title of its fix too.
			for (const { title } of codeActions(view, { range: everywhere, diagnostics: [], canPrompt: true, language: madeUp }))
				assertMadeUp(title, new Set([...names, ...vocabulary(["as of", "about", LONG_MONTHS])]));
		}
		assert.ok(seen > 1000, String(seen));
	});

	it("no English is left in a report but the article's own words", async () => {
		const text =
			"# Vela’s year\n\nVela’s net sales were $30.0 million in 2025. Vela had 10,912 employees in 2025. Ada Mos spoke of 7 boats.\n";
		const view = await viewOf(text);
		const [first, second] = view.report.checked;
		assert.ok(first && second);
		const review = { article: "a.md", words: "boats", by: "Moss", on: "2026-02-04", reason: "boats", facts: "other" };
		const reviews = new Map([
			[first.claim.id, { ...review, claim: first.claim.id, facts: factsKey(first.verdict) }],
			[second.claim.id, { ...review, claim: second.claim.id }],
			["gone", { ...review, claim: "gone" }],
			[WHOLE, { ...review, claim: WHOLE, claims: [] }],
		]);
		const checked = withReviews(view.report.checked, reviews);
		const entity = { id: "vela", name: "Vela", aliases: [], pack: "harbour" };
		const spellings = [{ written: "Velo", spelling: "Vela", entity, claim: first.claim, start: 0, end: 4 }];
		const article = { path: "a.md", report: { ...view.report, checked, spellings }, reviews, part: { since: "boats", of: 9 } };
		const packs = view.folder.packs.store.packs.concat(
			Array.from({ length: 9 }, () => ({ name: "boats", title: "", version: "1", hash: "", facts: 1234 })),
		);
		const html = htmlReport([article, { path: "b.md", report: view.report }], { on: "2026-02-04", packs, language: madeUp });
		assert.match(html, /<html lang="el">/);
		assert.match(html, /<div class="prose" lang="en">/);
		const body = html.slice(html.indexOf("<body>")).replace(/<div class="prose" lang="en">.*?<\/div>/gs, "");
		const names = [[...view.report.references.entities.values()], [...view.report.references.measures.values()]];
		const data = [checked, names, spellings, "boats", "a.md b.md", "harbour"];
		assertMadeUp(body.replace(/<(?!svg)[^>]*>/g, " ").replace(/<svg[^>]*aria-label="([^"]*)">/g, " $1 "), data);
		for (const alone of [
			htmlReport([{ path: "a.md", report: view.report }], { on: "2026-02-04", packs: [], language: madeUp }),
			htmlReport([{ path: "a.md", report: (await viewOf("")).report }], { on: "2026-02-04", packs: [], language: madeUp }),
		])
			assertMadeUp(alone.slice(alone.indexOf("<header"), alone.indexOf("</header>")).replace(/<[^>]*>/g, " "), data);
	});

	it("no English is left in what is said of directives, of an article without packs and of one that is too long", async () => {
		const text = [
			"---\nplumbline: { ignroe: why }\n---\n\nVela sold 10 boats. <!-- plumbline-nothing -->",
			"<!-- plumbline-ignore-next-line -->\nIt had 12 boats.",
			"<!-- plumbline-pin vela -->\nIt had 14 boats.",
			"<!-- plumbline-pin -->\nIt had 14 boats.",
			"<!-- plumbline-reviewed boats -->\nIt had 15 boats.",
			"<!-- plumbline-reviewed 16 boats; Moss; 2026-02-04; seen -->\nIt had 17 boats.",
			"It had 16 boats. <!-- plumbline-enable -->\n\n<!-- plumbline-ignore tide -->It had 18 boats.",
		].join("\n\n");
		const view = await viewOf(text);
		const marks = diagnostics(view, undefined, madeUp).filter(({ code }) => code === "directive");
		assert.ok(marks.length >= 6, marks.map(({ message }) => message).join("\n"));
		const words = "plumbline ignroe ignore next line pin reviewed enable nothing WORDS NAME YYYY MM DD REASON SUBJECT MEASURE PERIOD";
		for (const { message } of marks) assertMadeUp(String(message), words);
		const [tooLong] = diagnostics({ ...view, tooLong: true }, undefined, madeUp);
		assertMadeUp(String(tooLong?.message), []);
		const { store } = view.folder.packs;
		const none = { ...view.folder.packs, store: { ...store, packs: [] } };
		const [hint] = diagnostics({ ...view, folder: { ...view.folder, packs: none } }, undefined, madeUp);
		assert.equal(hint?.code, "no-pack");
		assertMadeUp(String(hint.message), []);
	});

	it("no English is left in faults of packs and the titles of their fixes", async () => {
		const resources = [
			{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } },
			{ name: "entities", path: "entities.csv", plumbline: { role: "entities", nam: "name" } },
			{ name: "measures", path: "measures.csv", plumbline: { role: "measures" } },
			{ name: "people", path: "people.csv", plumbline: { role: "persons" } },
			{ name: "gone", path: "fact.csv", plumbline: { role: "facts" } },
			{ name: "away", path: "../facts.csv", plumbline: { role: "facts" } },
			{ name: "zip", path: "z.csv", encoding: "utf-9", plumbline: { role: "facts", period: { column: "period", pattern: "(?=2)" } } },
		];
		const files = new Map([
			["desk/datapackage.json", JSON.stringify({ name: "desk", resources })],
			[
				"desk/facts.csv",
				"subject,measure,value,unit,period,known_at,qualifier,review_by\nvela,sales,1.5x,USD,2025,,,\nvela,sales,2,USD,25x,,,\n,sales,3,USD,2025,,,\n" +
					"vela,sales,4,USD,2024,,,\nvela,sales,4,USD,2024,,,\nvela,sales,5,USD,2024,,,\nvela,sales,5,killogram,2023,soon,mim,2020-01-01\nvelo,sales,5,EUR,2022,,,\nvela,sales\nvela,sales,7,USD,2021,,,,,x\n",
			],
			["desk/entities.csv", "id,name\nvela,Vela\n"],
			[
				"desk/measures.csv",
				"id,label,unit,kind,tolerance,newer_wins\nsales,sales,USD,stok,much,perhaps\nsales,turnover,USD,,,\n,,,stock,,\n",
			],
			["desk/z.csv", "PK\u0003\u0004"],
			["bad/datapackage.json", "{ 'name' "],
		]);
		const { problems } = await openPacks(memoryHost(files), ["memory:///desk", "memory:///bad", "memory:///nowhere"]);
		assert.ok(problems.length > 20, problems.map(({ message }) => message).join("\n"));
		for (const [i, { message }] of packDiagnostics(problems, madeUp).entries()) {
			assert.notEqual(message, problems[i]?.message);
			// In quotation marks and behind them stand what is written and what could be.
			assertMadeUp(String(message).replace(/[“"][^”"]*[”"]/g, ""), VALUES, `${problems[i]?.message}\n${message}`);
		}
		const fixes = packActions("memory:///desk/facts.csv", problems, everywhere, madeUp);
		assert.ok(fixes.length > 3);
		for (const { title } of fixes) assertMadeUp(title.replace(/“[^”]*”/g, ""), []);
	});

	it("no English is left in faults of a configuration, of a new row and of the tables that take none", async () => {
		const config = {
			pakcs: [],
			password: "x",
			severity: 3,
			"severity.outdated": "error",
			noPackHint: true,
			packs: ["postgres://me:secret@host/desk"],
		};
		const host = memoryHost(new Map([["plumbline.config.json", JSON.stringify(config)]]));
		const found = await configIn(host, "memory://");
		assert.ok((found?.problems.length ?? 0) >= 4, JSON.stringify(found?.problems));
		for (const { message } of packDiagnostics(found?.problems ?? [], madeUp))
			assertMadeUp(String(message).replace(/“[^”]*”|"[^"]*"/g, ""), ["docs database settings md plumbline config json RW", ZOD]);
		const row = { subject: "", measure: "", value: "x", unit: "date", period: "x", source: "" };
		for (const column of ["subject", "measure", "value", "unit", "period", "source"] as const) {
			const fault = cellFault({ column, row }, madeUp);
			assertMadeUp((fault ?? `${column} has no fault`).replace(/“[^”]*”/g, ""), []);
		}
		const files = new Map([
			[
				"desk/datapackage.json",
				JSON.stringify({
					name: "desk",
					resources: [
						{ path: "facts.csv", plumbline: { role: "facts" } },
						{ path: "x.xlsx", plumbline: { role: "facts" } },
					],
				}),
			],
			["desk/facts.csv", "subject,measure,value\nVela,sales,1\n"],
			["desk/x.xlsx", ""],
		]);
		const refusals = (await factTables(memoryHost(files), ["memory:///desk"])).flatMap(({ refusal }) => refusal ?? []);
		assert.equal(refusals.length, 2);
		for (const refusal of refusals) assertMadeUp(said(madeUp, refusal), "unit");
	});

	it("is one in which every text has something in another language, and its slots", () => {
		for (const text of templates) {
			const own = madeUp.texts[text] ?? "";
			assert.deepEqual(own.match(/\{\d+\}/g), text.match(/\{\d+\}/g));
			if (/[A-Za-z]/.test(text.replace(/\{\d+\}/g, ""))) assert.notEqual(own, text);
		}
	});
});

/** What faults of packs name: files, columns, kinds, units, what stands in a table, words of libraries. */
const VALUES =
	"facts csv datapackage json entities measures people document subject measure value unit period known_at qualifier source label name id role USD EUR utf windows iso approx min max forecast stock flow event index yes no CC BY licenses title path https xlsx cells";

/** What the library that reads a configuration says of a value. */
const ZOD = "expected object received number array string one of boolean error warning information hint off";

const LONG_MONTHS =
	"January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec quarter half first second third fourth";

/** Markdown without the addresses of its links. */
function withoutAddresses(markdown: string): string {
	return markdown.replace(/\]\(<[^>]*>\)/g, "]");
}
