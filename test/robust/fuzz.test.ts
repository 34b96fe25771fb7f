import assert from "node:assert/strict";
import fc from "fast-check";
import { check } from "../../server/check.ts";
import type { ReferenceStore } from "../../server/references/store.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { descriptor, type Files, memoryHost, open } from "../unit/references/memory-host.ts";

const options = { today: "2026-02-04", tolerances: defaultTolerances };

/** A run that takes longer has all but hung: texts of 4 KB take some milliseconds. */
const HANG_MS = 1000;

/** fast-check prints the seed and the smallest failing case. */
const SEED = 20260204;

const pack: Files = {
	"datapackage.json": descriptor(
		{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } },
		{ name: "entities", path: "entities.csv", plumbline: { role: "entities" } },
		{ name: "measures", path: "measures.csv", plumbline: { role: "measures" } },
		{ name: "people", path: "people.csv", plumbline: { role: "people" } },
	),
	"facts.csv":
		'subject,measure,value,unit,period,source,note\nnorthgas,revenue,33.0,USD billion,2025,Annual report,"Audited, and ""final"""\nnorthgas,employees,1200,person,,Register,\n',
	"entities.csv": "id,name,aliases,type\nnorthgas,Northgas plc,Northgas|NG,organisation\n",
	"measures.csv": "id,label,aliases,unit,kind\nrevenue,revenue,sales|turnover,USD,flow\nemployees,employees,staff,person,stock\n",
	"people.csv": "id,name,title,organisation\nmarlow,Ada Marlow,chief executive,Northgas plc\n",
};

/** What Markdown, numbers, quotations and bad decoders are made of. */
const pieces = [
	"Northgas plc reported revenue of $33.0 billion in 2025. ",
	"“We sold more,” said Ada Marlow, chief executive of Northgas. ",
	"Its 1,200 employees rose 12.5% to 1,350 on Wednesday",
	"between 5 and 10 ",
	"$1e999 ",
	"9".repeat(40),
	"1,".repeat(20),
	"31 February 2026 ",
	"\ud800",
	"\udfff",
	"\0",
	"\ufeff",
	"\u200b",
	"\u202e",
	"é",
	"😀",
	"\r\n",
	"\r",
	"\n",
	"\n\n",
	"\u2028",
	"> ",
	"- ",
	"1. ",
	"# ",
	"    ",
	"\t",
	"```\n",
	"~~~\n",
	"$$\n",
	"---\n",
	"---\ndate: 2026-01-01\n---\n",
	"*",
	"**",
	"_",
	"`",
	"[",
	"](",
	"![",
	"]",
	"[a]: <",
	"[^1]",
	"<!-- plumbline-ignore-next-line x -->\n",
	"<!-- plumbline",
	"<!--",
	"-->",
	"<div",
	"<https://",
	"&amp;",
	"&#0;",
	"&#x110000;",
	"\\",
	"|",
	"| a | b |\n| --- | :-: |\n| $5 million |",
	"|\n|---|\n",
	"“",
	"”",
	"‘",
	'"',
	"'",
] as const;

const hostile = fc
	.array(
		fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(...pieces) },
			{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
			{
				weight: 1,
				arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 2, max: 300 })).map(([piece, times]) => piece.repeat(times)),
			},
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join("").slice(0, 4096));

/** Texts that cost most where a reader looks back, nests or calls itself. */
const worst: Readonly<Record<string, string>> = {
	"nested quotes": `${">".repeat(2000)} The cost was $5 million.`,
	"nested quotes, spaced": `${"> ".repeat(2000)}The cost was $5 million.`,
	"nested lists": `${"- ".repeat(2000)}The cost was $5 million.`,
	"open brackets": `${"[".repeat(2000)} $5 million`,
	"open and closed brackets": `${"[".repeat(2000)}$5 million${"]".repeat(2000)}`,
	"open images": "![".repeat(2000),
	"link starts": "[a](".repeat(1000),
	"emphasis that never closes": "*a _b ".repeat(680),
	"emphasis marks": "*".repeat(4096),
	"backticks of every length": Array.from({ length: 88 }, (_, i) => "`".repeat(i)).join(" "),
	"comments that never close": "<!--".repeat(1000),
	"tags that never close": "<a b='".repeat(680),
	entities: "&#".repeat(2000),
	"a table of bars": `|a|b|\n|-|-|\n${"|".repeat(4000)}`,
	"a table of many columns": `${"|a".repeat(660)}|\n${"|-".repeat(660)}|\n${"|5".repeat(660)}|`,
	"a table of short rows": `|a|b|\n|-|-|\n${"|5\n".repeat(1300)}`,
	"one long line of figures": "5 million ".repeat(400),
	"one long line of marks between figures": "5-".repeat(2000),
	"one long word": "a".repeat(4096),
	"one long number": "9".repeat(4096),
	"quotation marks that open": "“a ".repeat(1300),
	apostrophes: "'a".repeat(2000),
	"names without end": "Ada ".repeat(1000),
	dots: "a.".repeat(2000),
	"line ends of all kinds": "$5 million\r\n\r$6 million\n\r\r\n".repeat(120),
	"lone surrogates and nulls": "\ud800 5\0 million \udc00%".repeat(170),
	"front matter that never ends": `---\n${"a: &a [*a]\n".repeat(300)}`,
	"reports within reports": "he said that ".repeat(310),
	"aliases in front matter": `---\n${Array.from({ length: 60 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(i ? 9 : 0)}]\n`).join("")}---\n$5 million`,
};

describe("an article of any text", function () {
	this.timeout(12_000);
	let store: ReferenceStore;
	before(async () => {
		({ store } = await open(pack));
		assert.equal(store.packs[0]?.facts, 2);
		const { checked } = await check(`${pieces[0]}${pieces[1]}`, store, options);
		assert.ok(checked.some(({ verdict }) => verdict.name === "supported"));
	});
	after(() => store.close());

	/** Checks a text and holds the report against it. */
	async function hold(text: string, plain: boolean): Promise<void> {
		const begun = process.cpuUsage();
		const { article, checked, spellings } = await check(text, store, { ...options, plain });
		const { user, system } = process.cpuUsage(begun);
		const took = (user + system) / 1000;
		assert.ok(took < HANG_MS, `${took} ms for ${text.length} characters`);
		const isInside = ({ start, end }: { start: number; end: number }) => start >= 0 && start < end && end <= text.length;
		for (const block of article.blocks) assert.ok(block.start >= 0 && block.start <= block.end && block.end <= text.length);
		for (const comment of article.comments) assert.ok(isInside(comment), `comment ${comment.start}–${comment.end}`);
		for (const spelling of spellings) assert.ok(isInside(spelling), `spelling ${spelling.start}–${spelling.end}`);
		for (const { claim, verdict } of checked) {
			assert.ok(isInside(claim), `${claim.kind} ${claim.start}–${claim.end} of ${text.length}`);
			assert.equal(claim.text, text.slice(claim.start, claim.end));
			for (const span of verdict.related ?? []) assert.ok(isInside(span), `related ${span.start}–${span.end}`);
		}
	}

	for (const [what, text] of Object.entries(worst)) {
		it(`${what}: is checked in good time`, async () => {
			await hold(text, false);
			await hold(text, true);
		}).timeout(5000);
	}

	it("hostile pieces in any order: nothing throws, nothing hangs, every claim is where it says", async () => {
		await fc.assert(
			fc.asyncProperty(hostile, fc.boolean(), (text, plain) => hold(text, plain)),
			{ seed: SEED, numRuns: 250, interruptAfterTimeLimit: 6000, markInterruptAsFailure: false },
		);
	});
});

const putInto = [
	'"',
	'""',
	",",
	";",
	"\r\n",
	"\r",
	"\n",
	"\0",
	"\ufeff",
	"|",
	"{",
	"[",
	"}",
	"]",
	":",
	"\\u0000",
	"__proto__",
	"null",
	"1e999",
	"9".repeat(400),
	'{"a":'.repeat(50),
	"[".repeat(3000),
	"../",
	"*a",
	"=1+1",
];

const mutation = fc.record({
	file: fc.constantFrom(...Object.keys(pack)),
	at: fc.nat({ max: 100_000 }),
	change: fc.oneof(
		fc.record({ kind: fc.constant("flip" as const), bit: fc.nat({ max: 7 }) }),
		fc.record({ kind: fc.constant("byte" as const), byte: fc.constantFrom(0x00, 0x80, 0xbf, 0xc0, 0xed, 0xf8, 0xff) }),
		fc.record({ kind: fc.constant("cut" as const), length: fc.nat({ max: 40 }) }),
		fc.record({ kind: fc.constant("end" as const) }),
		fc.record({ kind: fc.constant("put" as const), words: fc.constantFrom(...putInto) }),
		fc.record({
			kind: fc.constant("front" as const),
			bytes: fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x50, 0x4b, 3, 4]),
		}),
	),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate(bytes: Uint8Array, { at, change }: Mutation): Uint8Array {
	const place = at % (bytes.length + 1);
	const head = bytes.slice(0, place);
	const tail = bytes.slice(place);
	switch (change.kind) {
		case "flip":
			return tail.length > 0 ? joined(head, [(tail[0] as number) ^ (1 << change.bit)], tail.slice(1)) : bytes;
		case "byte":
			return joined(head, [change.byte], tail);
		case "cut":
			return joined(head, tail.slice(change.length));
		case "end":
			return head;
		case "put":
			return joined(head, new TextEncoder().encode(change.words), tail);
		case "front":
			return joined(change.bytes, bytes);
	}
}

function joined(...parts: ArrayLike<number>[]): Uint8Array {
	return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

describe("a pack of any bytes", function () {
	this.timeout(12_000);

	/** Opens a pack, asks it, and holds its problems against its files. */
	async function hold(files: Files): Promise<void> {
		const begun = process.cpuUsage();
		const { store, problems } = await open(files);
		await check(`${pieces[0]}${pieces[1]}`, store, options);
		const { user, system } = process.cpuUsage(begun);
		assert.ok((user + system) / 1000 < HANG_MS, `${(user + system) / 1000} ms`);
		for (const { uri, line, column, endColumn, code } of problems) {
			const said = `${code} at ${uri} ${line}:${column}–${endColumn}`;
			assert.ok(line >= 0 && column >= 0 && endColumn >= column, said);
			const bytes = await memoryHost(files)
				.read(uri)
				.catch(() => undefined);
			if (!bytes) continue; // of a file that is missing, or of a folder
			const lines = texts(bytes).map((text) => text.split(/\r\n|\r|\n/));
			assert.ok(
				lines.some((those) => line < those.length && endColumn <= (those[line] as string).length),
				`${said}, which is outside of the file`,
			);
		}
		store.close();
	}

	it("mutations of a sound pack: nothing throws, every problem is inside of its file", async () => {
		const encoded = Object.fromEntries(Object.entries(pack).map(([name, text]) => [name, new TextEncoder().encode(text as string)]));
		await fc.assert(
			fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 5 }), async (mutations) => {
				const files: Record<string, Uint8Array> = { ...encoded };
				for (const each of mutations) files[each.file] = mutate(files[each.file] as Uint8Array, each);
				await hold(files);
			}),
			{ seed: SEED, numRuns: 400, interruptAfterTimeLimit: 6000, markInterruptAsFailure: false },
		);
	});

	const { "datapackage.json": sound, ...tables } = pack;
	const bomb = Array.from(
		{ length: 12 },
		(_, i) =>
			`a${i}: &a${i} [${Array(9)
				.fill(i ? `*a${i - 1}` : "lol")
				.join(",")}]`,
	).join("\n");
	const descriptors: Readonly<Record<string, readonly [string, string | Uint8Array]>> = {
		"aliases that multiply": ["datapackage.yaml", `${bomb}\nname: desk\nresources: *a11\n`],
		"an alias of itself": ["datapackage.yaml", "name: desk\nresources: &r\n  - name: facts\n    path: facts.csv\n    plumbline: *r\n"],
		"an alias of nothing": ["datapackage.yaml", "name: *nobody\nresources: [*nobody]\n"],
		"tags and merges": ["datapackage.yaml", "name: !!js/function 'x'\nresources: !!binary aGk=\n<<: [1, 2]\n"],
		"deep brackets": ["datapackage.json", "[".repeat(5000)],
		"deep objects": ["datapackage.json", `${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`],
		"a deep resource": ["datapackage.json", `{"name":"desk","resources":${"[".repeat(2000)}${"]".repeat(2000)}}`],
		"deep YAML": ["datapackage.yaml", `${"- ".repeat(2000)}x`],
		"YAML deeper than a stack": ["datapackage.yaml", `${"- ".repeat(20_000)}x`],
		"deep YAML in brackets": ["datapackage.yaml", "[".repeat(3000)],
		"a descriptor in UTF-16": ["datapackage.json", joined([0xff, 0xfe], new Uint8Array(Buffer.from(sound as string, "utf16le")))],
		"a prototype": ["datapackage.json", '{"__proto__":{"resources":1},"constructor":{},"name":"desk","resources":[{"__proto__":null}]}'],
		"values of wrong kinds": [
			"datapackage.json",
			'{"name":{},"version":[],"licenses":"CC0","sources":7,"resources":{"0":[null,true,[],{}]}}',
		],
		"an empty descriptor": ["datapackage.json", ""],
		"nothing but nulls": ["datapackage.json", "\0".repeat(4000)],
	};
	for (const [what, [name, content]] of Object.entries(descriptors)) {
		it(`${what}: is told of, not thrown`, () => hold({ ...tables, [name]: content })).timeout(5000);
	}

	const facts: Readonly<Record<string, string | Uint8Array>> = {
		"an empty table": "",
		"a quotation mark alone": '"',
		"a header of marks": '"""",,,"\n,,,\n',
		"a table of line ends": "\r\n\r\r\n\n".repeat(500),
		"columns without end": `subject,measure,value${",value".repeat(2000)}\na,b,1${",2".repeat(3000)}\n`,
		"quotation marks without end": `subject,measure,value\n${'"'.repeat(4001)}`,
		"a field without end": `subject,measure,value\n"${"a\n".repeat(2000)}`,
		"bad UTF-8": Uint8Array.from(Buffer.from("subject,measure,value\na,b,1\n").map((byte, i) => (i > 22 && i % 2 ? 0xff : byte))),
		"two byte order marks": "\ufeff\ufeffsubject,measure,value\na,b,1\n",
	};
	for (const [what, content] of Object.entries(facts)) {
		it(`${what}: is told of, not thrown`, () => hold({ ...pack, "facts.csv": content })).timeout(5000);
	}
});

/** A file's text as the ways of decoding have it: editors take UTF-8 and, by its mark, UTF-16. */
function texts(bytes: Uint8Array): string[] {
	return ["utf-8", "utf-16le", "utf-16be", "windows-1252"].map((encoding) => new TextDecoder(encoding).decode(bytes));
}
