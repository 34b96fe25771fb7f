import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { day } from "../../../server/features/wording/periods.ts";
import { languageOf, say } from "../../../server/language/language.ts";
import { bareWordsIn, NAMES } from "./bare-words.ts";

const root = new URL("../../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("package.nls.json", root), "utf8"));

/** Keys of the manifest whose values somebody reads. */
const READ = new Set([
	"title",
	"description",
	"name",
	"displayName",
	"userDescription",
	"markdownDescription",
	"contents",
	"contextualTitle",
]);

/**
 * Rooms that say something to the user of an editor, and their files that are English on purpose: English grammar and words of English articles, a page
 * that is filed with whoever keeps the checker, what is for the command line alone, what is logged.
 */
const ROOMS: readonly { readonly room: string; readonly english: readonly string[] }[] = [
	{ room: "client/", english: [] },
	{ room: "server/features/", english: ["case-file.ts", "fixes/hedges.ts", "wording/words.ts"] },
	{ room: "server/references/pack/", english: ["descriptor.ts"] },
	{ room: "server/references/packs.ts", english: [] },
	{ room: "server/config/", english: [] },
	{ room: "server/review/directives.ts", english: [] },
	{ room: "server/server.ts", english: [] },
	{ room: "server/connection/", english: ["editor.ts"] },
	{ room: "server/remote-host.ts", english: [] },
	{ room: "server/node/disk/files.ts", english: [] },
	{ room: "server/node/database/open.ts", english: [] },
	{ room: "server/node/database/failures.ts", english: [] },
	{ room: "server/node/database/address.ts", english: [] },
	{ room: "server/node/database/connection.ts", english: [] },
];

/** What looks like words and is none that the editor shows: names of kinds, of log entries and of units, marks of formats, the command line, what goes into an article. */
const NOT_SHOWN =
	/: (?:percentage point|percentage points| percentage points|the reference's|the writer's|as numbers|as written|repeat count|too large|USD billion|given up|trusted comment: | as of |as of |No claims found\.|no reason|no fact|no review|nothing to end|review is past|inlay hints|quick fixes|false alarm|is no public key of minisign: it is the line of 56 letters that begins with RW|Where the schema of this file is, for editors\.)$/;

describe("what a user reads", () => {
	it("stands in the manifest by its key, in titles and descriptions alike", () => {
		const bare = [...readIn(manifest.contributes, "contributes")].filter(([, text]) => !NAMES.has(text) && !/^%[\w.]+%$/.test(text));
		assert.deepEqual(bare, []);
	});

	it("has a text for every key of the manifest, and no text that nothing uses", () => {
		const keys = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key as string);
		assert.deepEqual(
			keys.filter((key) => texts[key] === undefined),
			[],
		);
		assert.deepEqual(
			Object.keys(texts).filter((key) => !keys.includes(key)),
			[],
		);
	});

	for (const { room, english } of ROOMS) {
		it(`goes through localisation in ${room}, but for what is English on purpose`, () => {
			const place = new URL(room, root);
			const names = room.endsWith("/") ? readdirSync(place, { recursive: true, encoding: "utf8" }) : [""];
			const bare = names.flatMap((name) =>
				/^$|(?<!\.d)\.ts$/.test(name) && !english.some((one) => name.endsWith(one))
					? bareWordsIn(readFileSync(new URL(name, place), "utf8")).map((words) => `${room}${name}: ${words}`)
					: [],
			);
			assert.deepEqual(
				bare.filter((words) => !NOT_SHOWN.test(words)),
				[],
			);
		});
	}

	it("is in the editor's language where there is a text, in English where there is none, with values as they are", () => {
		const german = languageOf({ "Cite “{0}” of {1}": "{1}: „{0}“ belegen" }, "de");
		assert.equal(say(german, "Cite “{0}” of {1}", "a $& {1}", 2025), "2025: „a $& {1}“ belegen");
		assert.equal(say(german, "Sign off “{0}”", "$42"), "Sign off “$42”");
		assert.equal(say(undefined, "and {0} more", 3), "and 3 more");
	});

	it("is in a language by its tag, with the calendar and the digits of the article", () => {
		assert.equal(languageOf(undefined, "de"), undefined);
		assert.equal(languageOf("texts", "de"), undefined);
		assert.deepEqual(languageOf({}, "qps-ploc"), { texts: {} });
		assert.deepEqual(languageOf({}, "no such_tag"), { texts: {} });
		for (const [tag, date] of [
			["pt-br", "4 de fev. de 2026"],
			["th", "4 ก.พ. 2026"],
			["fa", "4 فوریه 2026"],
			["zh-cn", "2026年2月4日"],
		] as const)
			assert.equal(day("2026-02-04", languageOf({}, tag)), date);
		assert.equal(day("2026-02-04", languageOf({}, "qps-ploc")), "4 Feb 2026");
	});

	it("fills slots and nothing that looks like one, ten of them and more", () => {
		const letters = [..."abcdefghijkl"];
		assert.equal(say(undefined, "{11}{10}{1}{0} {0}", ...letters), "lkba a");
		assert.equal(say(undefined, "{ } {} {x} {12} {1 } {0", ...letters), "{ } {} {x} {12} {1 } {0");
		assert.equal(say(undefined, "{{0}} {ignore: {1}}", "{1}", "b"), "{{1}} {ignore: b}");
	});

	it("is noticed by this test when it does not", () => {
		assert.deepEqual(bareWordsIn('vscode.window.showInformationMessage("No pack here");'), ["No pack here"]);
		assert.deepEqual(bareWordsIn("item.tooltip = `Some claims are open`;"), ["Some claims are open"]);
		assert.deepEqual(bareWordsIn('item.label = vscode.l10n.t("No pack here");'), []);
		assert.deepEqual(bareWordsIn('show({ title: "Signed" });'), ["Signed"]);
		assert.deepEqual(bareWordsIn("problems.add(uri, code, `The row has no value`);"), ["The row has no value"]);
		assert.deepEqual(bareWordsIn('problems.add(uri, code, phrase("Row {0} has no value", row));'), []);
		assert.deepEqual(bareWordsIn('say(language, isPlural ? "{0} were lost" : "{0} was lost", name);'), []);
	});
});

/** What stands under the keys that are read, however deep. Names of properties and patterns of settings are not for reading. */
function* readIn(value: unknown, path: string): Generator<[string, string]> {
	if (typeof value !== "object" || value === null) return;
	for (const [key, child] of Object.entries(value)) {
		const place = `${path}.${key}`;
		// Schemas of tools are for models, grammars and commands are named, not read.
		if (/\.(?:inputSchema|jsonValidation|grammars)$/.test(place)) continue;
		if (typeof child === "string" && READ.has(key) && !/\.languageModelTools\.\d+\.name$/.test(place)) yield [place, child];
		else yield* readIn(child, place);
	}
}
