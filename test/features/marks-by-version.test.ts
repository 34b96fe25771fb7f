import assert from "node:assert/strict";
import fc from "fast-check";
import { check, type Options, type Report } from "../../server/check.ts";
import { Snapshot } from "../../server/documents/snapshot.ts";
import { counts } from "../../server/features/claims-view.ts";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { files } from "../../server/node/disk/files.ts";
import { openPacks } from "../../server/references/packs.ts";
import type { ReferenceStore } from "../../server/references/store.ts";
import type { View } from "../../server/session.ts";
import { readSettings, type Settings } from "../../server/settings.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { articleOf } from "../bench/articles.ts";

const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };

/** An article that is being written, whose marks are asked for now and then. */
class Draft {
	readonly #store: ReferenceStore;
	readonly #settings: Settings;
	#report: Report | undefined;
	#document: Snapshot | undefined;
	#version = 0;

	constructor(store: ReferenceStore, settings: Readonly<Record<string, unknown>> = {}) {
		this.#store = store;
		this.#settings = readSettings(settings);
	}

	async write(text: string): Promise<void> {
		this.#report = await check(text, this.#store, options, this.#report);
		this.#document = new Snapshot({ uri: "file:///a.md", languageId: "markdown", version: ++this.#version }, text, this.#document);
	}

	/** The marks and the counts are those that are made of the same report when nothing has been kept. */
	compare(): void {
		const report = this.#report as Report;
		assert.deepEqual(counts(this.#viewOf(report)), counts(this.#viewOf(freshly(report))));
		assert.deepEqual(diagnostics(this.#viewOf(report), undefined), diagnostics(this.#viewOf(freshly(report)), undefined));
	}

	#viewOf(report: Report): View {
		const packs = { store: this.#store, problems: [], notices: [] };
		const folder = { uri: "file:///", settings: this.#settings, places: [], databases: [], packs, problems: [], reviews: [] };
		const settings = this.#settings;
		return {
			uri: "file:///a.md",
			version: this.#version,
			document: this.#document as Snapshot,
			report,
			folder,
			settings,
			took: 0,
		} as unknown as View;
	}
}

/** A report of which no marks have been kept. */
function freshly(report: Report): Report {
	return new Proxy(report, { get: (target, key) => (key === "draft" ? {} : Reflect.get(target, key, target)) });
}

describe("marks and counts from version to version", function () {
	this.timeout(60_000);
	let store: ReferenceStore;
	before(async () => {
		({ store } = await openPacks(files, [new URL("../../packs/connectivity/", import.meta.url).href.slice(0, -1)]));
	});
	after(() => store.close());

	const pieces = [
		"x",
		" ",
		"\n",
		"\n\n",
		"5",
		"> ",
		"\n```\n",
		"<!-- plumbline-ignore-next-line -->\n",
		"\n\n| Desk | Sales |\n| --- | --- |\n| Corbabel | $5 million |\n| Corbabel | $6 million |\n\n",
		"“We changed our minds before the whole vote,” said Ada Marlow, mayor of Delft. ",
		"“We changed our minds before that whole vote,” said Ada Marlow, mayor of Delft. ",
		"Profit rose 10% from $50 million to $75 million.\n\n",
		"About 3,200 people live there.\n\n",
	];

	// As many lines come as go, in two places, while nobody asks for marks: what stands between them moves all the same.
	const twoPlaces: [number, { at: number; out: number; by: string; isAsked: boolean }[]] = [
		7,
		[
			{ at: 261, out: 129, by: "<!-- plumbline-ignore-next-line -->\n", isAsked: false },
			{ at: 910, out: 0, by: "About 3,200 people live there.\n\n", isAsked: false },
			{ at: 0, out: 3, by: "", isAsked: true },
			{ at: 144, out: 1, by: "Profit rose 10% from $50 million to $75 million.\n\n", isAsked: false },
			{ at: 787, out: 297, by: "> ", isAsked: false },
			{ at: 0, out: 0, by: "", isAsked: false },
		],
	];

	it("are those that a version has by itself, wherever something is typed", async () => {
		const edit = fc.record({
			at: fc.nat(1000),
			out: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(300)),
			by: fc.constantFrom("", ...pieces),
			isAsked: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.nat(100), fc.array(edit, { minLength: 1, maxLength: 12 }), async (seed, edits) => {
				const draft = new Draft(store);
				let text = articleOf(2500, { seed });
				await draft.write(text);
				draft.compare();
				for (const { at, out, by, isAsked } of edits) {
					const from = Math.floor((at / 1001) * (text.length + 1));
					text = text.slice(0, from) + by + text.slice(from + out);
					await draft.write(text);
					if (isAsked) draft.compare();
				}
				draft.compare();
			}),
			{ numRuns: 80, seed: 10, examples: [twoPlaces] },
		);
	});

	it("end with the two thousandth faint one wherever that is", async () => {
		const claim = "Some 31 boats left.\n\n";
		const wrong = "Profit rose 10% from $50 million to $75 million.\n\n";
		const draft = new Draft(store);
		let text = claim.repeat(1990) + wrong.repeat(3);
		await draft.write(text);
		draft.compare();
		const edits: ((text: string) => string)[] = [
			(text) => claim.repeat(9) + text,
			(text) => claim + text,
			(text) => text + claim,
			(text) => claim.repeat(30) + text,
			(text) => text.slice(0, -claim.length) + wrong + claim,
			(text) => text.slice(claim.length * 12),
			(text) => text.slice(claim.length * 50),
			(text) => wrong + text + claim.repeat(60),
			(text) => text.replace("31 boats", "thirty-one or 32 boats and 33 ships"),
			(text) => `${text.slice(0, 21_000)}\n\n${text.slice(21_000)}`,
			(text) => text.slice(0, 40_000) + text.slice(40_100),
		];
		for (const edit of edits) {
			text = edit(text);
			await draft.write(text);
			draft.compare();
		}
	});
});
