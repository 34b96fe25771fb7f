import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { check, type Options, type Report } from "../../../server/check.ts";
import { files } from "../../../server/node/disk/files.ts";
import { PiecedText } from "../../../server/prose/versions/text.ts";
import { openPacks } from "../../../server/references/packs.ts";
import type { ReferenceStore } from "../../../server/references/store.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { articleOf } from "../../bench/articles.ts";
import { type Case, filesOf, memoryHost, readCases } from "../../checks/run.ts";
import { shown } from "./shown.ts";

const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };

/** What typing and pasting brings: letters, marks that change how everything after them reads, names and figures that are claims. */
const pieces = [
	"x",
	" ",
	".",
	"5",
	"\n",
	"\n\n",
	"- ",
	"# ",
	"> ",
	"```\n",
	"**",
	"“",
	"”",
	"\\",
	"&amp;",
	"\n[the bank]: https://example.org\n",
	"[the bank]",
	"---\ndate: 2026-01-01\n---\n",
	"\n\n| Desk | Sales |\n| --- | --- |\n| Corbabel | $5 million |\n\n",
	"“We changed our minds before the vote,” said Ada Marlow, mayor of Delft. ",
	"Marlow said that it would cost $9 million. ",
	"he said",
	"“It holds,” he said.\n\n",
	"\n\nIt rained.\n\n",
	"Babababababcor",
	"Babababababcor Industries (BI) had revenue of $4.5 million in 2024. ",
	"It has 12,000 employees. ",
	"babababababcor",
	"third quarter of 2025",
	"on 4 March 2026",
	"serves five towns: Ryde, Cowes, Shanklin and Ventnor.",
	"<!-- plumbline-ignore-next-line agreed with the desk -->\n",
];

const edit = fc.record({
	at: fc.nat({ max: 1_000_000 }),
	removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
	put: fc.oneof(fc.constantFrom(...pieces), fc.record({ from: fc.nat({ max: 1_000_000 }), length: fc.nat({ max: 250 }) })),
});

describe("a check that goes on from the version before", () => {
	let store: ReferenceStore;
	before(async () => {
		const pack = new URL("../../../packs/connectivity/", import.meta.url);
		store = (await openPacks(files, [pack.href.slice(0, -1)])).store;
		assert.ok(store.packs.length > 0, fileURLToPath(pack));
	});
	after(() => store.close());

	it("reports what a check from scratch reports, whatever is typed, pasted, parted or taken out", async function () {
		this.timeout(60_000);
		const article = fc.record({
			seed: fc.nat({ max: 500 }),
			length: fc.integer({ min: 300, max: 2500 }),
			edits: fc.array(edit, { maxLength: 12 }),
			isTold: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(article, async ({ seed, length, edits, isTold }) => {
				let text = articleOf(length, { seed });
				let pieced = PiecedText.of(text);
				let last = await check(text, store, options);
				for (const { at, removed, put } of edits) {
					const place = at % (text.length + 1);
					const from = typeof put === "string" ? 0 : put.from % (text.length + 1);
					const words = typeof put === "string" ? put : text.slice(from, from + put.length);
					const end = Math.min(place + removed, text.length);
					text = text.slice(0, place) + words + text.slice(end);
					pieced = pieced.spliced(place, end, words);
					const change = { fromA: place, toA: end, fromB: place, toB: place + words.length };
					last = await (isTold ? check(pieced, store, { ...options, change }, last) : check(text, store, options, last));
					assert.deepEqual(shown(last), shown(await check(text, store, options)));
				}
			}),
			{ numRuns: 40, seed: 8, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
		);
	});

	it("follows stand-ins and short names of plain tables as from scratch, whatever comes and goes around them", async function () {
		this.timeout(60_000);
		const { tables } = readCases(await readFile(new URL("../../checks/plain-tables.md", import.meta.url), "utf8"))[0] as Case;
		const { files: desk, folders } = filesOf(tables);
		const { store: plain } = await openPacks(
			memoryHost(desk),
			folders.map((folder) => `memory:///${folder}`),
		);
		const sentences = [
			"Ashdown Grammar is growing. ",
			"Pupil numbers at Ashdown Grammar fell to 1,152 this year. ",
			"A school in Tarn closed in June. ",
			"The school has 78 teachers. ",
			"The struggling school has 87 teachers. ",
			"Its budget is £9.4 million. ",
			"Teachers there have 1,152 pupils. ",
			"They have 78 teachers. ",
			"Pupils numbered 1,152. ",
			"Merrow has 948 pupils. ",
			"Merrow Academy is smaller. ",
			"Rovers have 50 points. ",
			"Orrin Rovers lead. ",
			"Libraries lose out: their budget is cut to £3.1 million in 2025/26. ",
			"The libraries budget is £3.1 million in 2025/26. ",
			"Social care takes £109.8m in 2025/26. ",
			"Mr Vela, a teacher, spoke. ",
			"It rained. ",
			"\n\n",
			"\n\n# Merrow Academy\n\n",
			"x",
		];
		const step = fc.record({ at: fc.nat({ max: 1_000_000 }), put: fc.constantFrom(...sentences), removed: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (steps) => {
				let parts: readonly string[] = [];
				let last = await check("", plain, options);
				for (const { at, put, removed } of steps) {
					const place = at % (parts.length + 1);
					parts = removed && parts.length > 3 ? parts.toSpliced(place, 1) : parts.toSpliced(place, 0, put);
					last = await check(parts.join(""), plain, options, last);
					assert.deepEqual(shown(last), shown(await check(parts.join(""), plain, options)));
				}
			}),
			{ numRuns: 60, seed: 5, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
		);
	});

	it("goes on through many keystrokes in a longer article", async function () {
		this.timeout(30_000);
		let text = PiecedText.of(articleOf(12_000, { seed: 9 }));
		let last = await check(text, store, options);
		for (let i = 0; i < 120; i++) {
			const at = text.indexOf(" ", (i * 7919) % (text.length - 200));
			const words = i % 9 === 8 ? "\n\n" : "e,. n".charAt(i % 5);
			const to = at + (i % 7 === 6 ? 3 : 0);
			text = text.spliced(at, to, words);
			const change = { fromA: at, toA: to, fromB: at, toB: at + words.length };
			last = await check(text, store, { ...options, change }, last);
			if (i % 20 === 19) assert.deepEqual(shown(last), shown(await check(text.toString(), store, options)), `after ${i + 1} keystrokes`);
		}
	});

	it("puts a text in pieces together for nobody", async () => {
		let text = PiecedText.of(
			`---\ndate: 2026-01-01\n---\n\n<!-- plumbline-ignore-next-line as agreed -->\n${articleOf(12_000, { seed: 9 })}`,
		);
		let last = await check(text, store, options);
		for (const [i, words] of ["x", " 7%", "\n\n", "[the bank]: https://example.org\n", "<!-- x -->", "- ", "2"].entries()) {
			const at = i === 6 ? "---\ndate: ".length : text.indexOf(" ", 1500 * (i + 1));
			text = text.spliced(at, at, words);
			const now = text;
			now.toString = () => assert.fail(`after ${JSON.stringify(words)}`);
			last = await check(now, store, { ...options, change: { fromA: at, toA: at, fromB: at, toB: at + words.length } }, last);
			assert.deepEqual(shown(last), shown(await check(now.slice(0), store, options)));
		}
	});

	it("keeps what has not changed: another block's prose and claims are the same objects", async () => {
		const text = "Corvane sold 4,200 boats in 2025.\n\nIts rival Tarn sold 900.\n";
		const first = await check(text, store, options);
		const second = await check(text.replace("900", "901"), store, options, first);
		assert.equal(second.article.blocks[0]?.prose, first.article.blocks[0]?.prose);
		assert.notEqual(second.article.blocks[1]?.prose, first.article.blocks[1]?.prose);
		assert.equal(second.checked[0]?.claim, first.checked[0]?.claim);
	});

	for (const [what, before, after, plain] of [
		["an entity written otherwise", "“We like R&amp;D here,” said Ada Marlow.", "“We like R&#38;D here,” said Ada Marlow.", false],
		[
			"a line that ends in a comment",
			"It sold <!-- one two -->4,200 boats in 2025.",
			"It sold <!-- one\ntwo -->4,200 boats in 2025.",
			false,
		],
		["a line of plain text that ends elsewhere", "It sold\n4,200 boats in 2025.", "It sold 4,200\nboats in 2025.", true],
	] as const) {
		it(`takes up what a reader does not see: ${what}`, async () => {
			const first = await check(before, store, { ...options, plain });
			const next = await check(after, store, { ...options, plain }, first);
			assert.deepEqual(shown(next), shown(await check(after, store, { ...options, plain })));
			// Its lines and its words as written are kept by its prose.
			assert.notEqual(next.article.blocks[0]?.prose, first.article.blocks[0]?.prose);
		});
	}

	it("moves everything along when front matter is put in front of it, grows and goes", async () => {
		const text = articleOf(900, { seed: 4 });
		let last = await check(text, store, options);
		for (const front of ["---\ndate: 2026-01-01\n---\n", "---\nxdate: 2026-01-01\n---\n", "---\ndate: 2026-01-0", ""]) {
			last = await check(front + text, store, options, last);
			assert.deepEqual(shown(last), shown(await check(front + text, store, options)), front);
		}
	});

	it("tells again who goes on speaking in a block when somebody else has spoken before it", async () => {
		const text =
			"Mr. Marlow suggested looking at the bridge again.\n\nThe tide was low.\n\n" +
			"When he wrote his report, he added that it floods. “We looked at the ferry too, but it is just not fast enough,” he said.\n";
		const first = await check(text, store, options);
		const changed = text.replace("Marlow suggested", "Marsuggested");
		const next = await check(changed, store, options, first);
		assert.deepEqual(shown(next), shown(await check(changed, store, options)));
		const quotation = next.checked.findLast(({ claim }) => claim.kind === "quotation")?.claim;
		assert.ok(quotation?.kind === "quotation");
		assert.equal(quotation.quote.speaker, "Marsuggested");
	});

	it("tells a pronoun anew when what stands between it and who spoke last comes or goes", async () => {
		const spoke = "“It will hold,” said Mayor Ana Marlow as Senator Ben Ruiz looked on.\n\n";
		const [near, far] = [`${spoke}“We are sure,” she said.\n`, `${spoke}The tide was low.\n\n“We are sure,” she said.\n`];
		const speakerIn = ({ checked }: Report): string | undefined => {
			const claim = checked.at(-1)?.claim;
			return claim?.kind === "quotation" ? claim.quote.speaker : undefined;
		};
		for (const [before, now] of [
			[near, far],
			[far, near],
		] as const) {
			const next = await check(now, store, options, await check(before, store, options));
			assert.deepEqual(shown(next), shown(await check(now, store, options)));
			assert.equal(speakerIn(next), now === near ? "Ana Marlow" : "Ben Ruiz");
		}
	});

	it("holds a quotation against the first that is left when the one it was held against goes, comes back or moves behind it", async () => {
		const said = (words: string): string => `“We walked to the ${words} before the tide came in,” said Ana Marlow.\n\n`;
		const [first, second, third] = [said("old mill and back"), said("old mill at dawn"), said("new mill and back")];
		const versions = [first + second + third, second + third, first + second + third, second + third + first, third + first, ""];
		let last: Report | undefined;
		for (const text of versions) {
			last = await check(text, store, options, last);
			assert.deepEqual(shown(last), shown(await check(text, store, options)));
			assert.deepEqual(
				last.checked.flatMap(({ verdict: { reason } }) => (reason.kind === "said differently" ? reason.related.start : [])),
				text === "" ? [] : text.length > third.length + first.length ? [0, 0] : [0],
			);
		}
	});

	it("an earlier report stays as it was", async () => {
		const text = articleOf(2000, { seed: 3 });
		const first = await check(text, store, options);
		const before = JSON.stringify(shown(first));
		let last = await check(`New paragraph with $5 million.\n\n${text}`, store, options, first);
		last = await check(text.slice(400), store, options, last);
		assert.equal(JSON.stringify(shown(first)), before);
		assert.deepEqual(shown(await check(text, store, options, last)), shown(first));
	});

	it("claims that are called the same keep their verdicts when one before them comes or goes, and are counted in each report as of its time", async () => {
		const said = "Corvane sold 4,200 boats in 2025.\n\n";
		const between = "Its rival sold none.\n\n".repeat(6);
		const ids = ({ checked }: Report): string[] => checked.map(({ claim }) => claim.id);
		const first = await check(`${between}${said}`, store, options);
		const second = await check(`${said}${between}${said}`, store, options, first);
		const third = await check(`${between}${said}${said}`, store, options, second);
		// Whoever asks an earlier report late is told of its own version.
		for (const report of [first, second, third]) assert.deepEqual(ids(report), ids(await check(report.article.text, store, options)));
		const [before, now] = [first.blocks?.stamps[6], second.blocks?.stamps[7]];
		assert.equal(before?.length, 2);
		assert.deepEqual(
			before?.map(({ verdict }) => verdict),
			now?.map(({ verdict }) => verdict),
		);
		assert.equal(before?.[0]?.verdict, now?.[0]?.verdict);
		// By the list whoever shows it sees that there is something new.
		assert.notEqual(before, now);
	});

	it("tells anew whom words mean that hinge on what another block says", async () => {
		const { files: pack, folders } = filesOf(
			new Map([
				["entities.csv", "id,name,type\nnorvik,Norvik Cables,organisation\ndora,Dora Lind,person\notto,Otto Berg,person\n"],
				[
					"facts.csv",
					"subject,measure,value,unit,period\nnorvik,boats,900,boat,2025\ndora,votes,1200,vote,2025\notto,votes,800,vote,2025\n",
				],
			]),
		);
		const { store: own } = await openPacks(
			memoryHost(pack),
			folders.map((folder) => `memory:///${folder}`),
		);
		for (const [before, after] of HINGING) {
			const first = await check(before, own, options);
			const next = await check(after, own, options, first);
			const names = ({ checked }: Report): string => checked.map(({ claim, verdict }) => `${claim.text}: ${verdict.name}`).join(", ");
			assert.deepEqual(shown(next), shown(await check(after, own, options)), after);
			// Otherwise the case tells nothing.
			assert.notEqual(names(next), names(first), after);
		}
		own.close();
	});

	it("another pack, another day and other tolerances are taken up", async () => {
		const text = "Amazon shares rose 0.33% to $239.40 on Wednesday.\n";
		const first = await check(text, store, options);
		for (const other of [
			{ ...options, date: "2025-01-01" },
			{ ...options, tolerances: { ...defaultTolerances, about: 0 } },
		])
			assert.deepEqual(shown(await check(text, store, other, first)), shown(await check(text, store, other)));
		const none = (await openPacks(files, [])).store;
		assert.deepEqual(shown(await check(text, none, options, first)), shown(await check(text, none, options)));
	});
});

/** Two versions of an article: what has changed stands in another block than the figure whose subject it tells. */
const HINGING: readonly (readonly [string, string])[] = [
	[
		"Norvik Cables is busy.\n\nThe tide was low.\n\nThe company has 800 boats.\n",
		"Norvik Cables is busy.\n\nA company in Tarn closed.\n\nThe company has 800 boats.\n",
	],
	[
		`It rained.\n\nTarn Cables is old.\n\n${"Nothing more.\n\n".repeat(5)}The Norvik group made 900 boats in 2025.\n`,
		`It rained.\n\nNorvik Cables is old.\n\n${"Nothing more.\n\n".repeat(5)}The Norvik group made 900 boats in 2025.\n`,
	],
	...(
		[
			["Dora Lind stood.\n\nShe waited.\n\nNothing more.\n\nShe had 1,300 votes in 2025.\n", "She waited", "They waited"],
			["Dora Lind stood.\n\nNothing more.\n\nShe had 1,300 votes in 2025.\n", "Nothing more", "Nothing. And then. Nothing more"],
			["Dora Lind and Otto Berg stood.\n\nThe former with 800 votes won.\n", "and", "or"],
		] as const
	).map(([text, words, others]) => [`It rained.\n\n${text}`, `It rained.\n\n${text.replace(words, others)}`] as const),
];
