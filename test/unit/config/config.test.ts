import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { readConfig } from "../../../server/config/read.ts";
import { configurable } from "../../../server/config/schema.ts";
import { type Definition, definitions, readSettings } from "../../../server/settings.ts";

const uri = "mem:/desk/plumbline.config.json";

function read(text: string, isOutside?: (place: string) => boolean) {
	const config = readConfig({ uri, folder: "mem:/desk", text, isPackageJson: false }, isOutside);
	assert.ok(config);
	const shown = config.problems.map(
		({ code, line, column, endColumn, message, fix }) =>
			`${code} ${line + 1}:${column + 1}-${endColumn + 1} ${message}${fix ? ` → ${fix.newText}` : ""}`,
	);
	return { values: config.values, shown };
}

describe("a configuration file", () => {
	it("says what settings say, a dot in a name being a level", () => {
		const { values, shown } = read(
			'{\n\t// The desk\'s own.\n\t"$schema": "x",\n\t"packs": ["refs"],\n\t"severity": { "outdated": "error" },\n\t"tolerances": { "about": 0.05 },\n}',
		);
		assert.deepEqual(shown, []);
		assert.deepEqual(values, { packs: ["refs"], "severity.outdated": "error", "tolerances.about": 0.05 });
		const editor = { severity: { outdated: "hint", imprecise: "hint" }, packs: ["a"] };
		const settings = readSettings({ ...editor, ...values });
		assert.equal(settings["severity.outdated"], "error");
		assert.equal(settings["severity.imprecise"], "hint");
		assert.deepEqual(settings.packs, ["refs"]);
	});

	const cases: [fault: string, text: string, shown: string[], values: object][] = [
		["nothing in braces", "{}", [], {}],
		["nothing at all", "", ["not-json 1:1-1 This is not JSON: value expected."], {}],
		[
			"a comma too few",
			'{ "ticks": false "colours": false }',
			["not-json 1:18-27 This is not JSON: comma expected."],
			{ ticks: false, colours: false },
		],
		["a list", "[]", ["bad-setting 1:1-2 A configuration is not as it should be: expected object, received array."], {}],
		["null", "null", ["bad-setting 1:1-5 A configuration is not as it should be: expected object, received null."], {}],
		[
			"a key that is misspelt",
			'{\n  "pakcs": ["refs"]\n}',
			['unknown-setting 2:3-10 “pakcs” is no setting; did you mean “packs”? → "packs"'],
			{},
		],
		[
			"one that is misspelt a level below",
			'{\n  "severity": {\n    "outdatet": "error"\n  }\n}',
			['unknown-setting 3:5-15 “outdatet” is no setting; did you mean “outdated”? → "outdated"'],
			{},
		],
		[
			"one that nothing is like",
			'{ "wallpaper": 1 }',
			["unknown-setting 1:3-14 “wallpaper” is no setting. Those that can stand here are in docs/settings.md."],
			{},
		],
		[
			"a name as the editor's settings have it",
			'{ "plumbline.severity.outdated": "off" }',
			['unknown-setting 1:3-32 “plumbline.severity.outdated” is written without dots here: "severity": { "outdated": … }.'],
			{},
		],
		[
			"a setting of the window",
			'{ "reviewer": "Ada" }',
			["unknown-setting 1:3-13 “reviewer” is a setting of the editor's window, not of a folder. Put it into the editor's settings."],
			{},
		],
		[
			"a password by its name",
			'{ "password": "tide" }',
			[
				"unknown-setting 1:3-13 “password” can't stand here: others read this file, so no password and no key of yours belongs in it. docs/database.md says where a password goes.",
			],
			{},
		],
		[
			"a value of the wrong kind; the others serve",
			'{ "packs": "refs",\n"ticks": false }',
			["bad-setting 1:12-18 “packs” is not as it should be: expected array, received string."],
			{ ticks: false },
		],
		[
			"a word that is none of those allowed",
			'{ "severity": { "outdated": "loud", "imprecise": "hint" } }',
			['bad-setting 1:29-35 “severity.outdated” is not as it should be: expected one of "error"|"warning"|"information"|"hint"|"off".'],
			{ "severity.imprecise": "hint" },
		],
		[
			"a tolerance that is no share",
			'{ "tolerances": { "about": 3 } }',
			["bad-setting 1:28-29 “tolerances.about” is not as it should be: Too big: expected number to be <=1."],
			{},
		],
		[
			"an address with a password, which is not said again",
			'{ "packs": ["refs",\n\t"postgres://ed:tide@db.example/news", "postgres://ed@db.example/news?password=tide"] }',
			[
				"secret 2:2-38 There is a password in this address. Take it out; docs/database.md says where it goes. Change it now, since others may have read it.",
				"secret 2:40-85 There is a password in this address. Take it out; docs/database.md says where it goes. Change it now, since others may have read it.",
			],
			{ packs: ["refs"] },
		],
		[
			"a secret key in the place of the public one",
			'{ "trustedKeys": { "Desk": "RWRTY0IyAAAA", "Other": "RWQAAAAA" } }',
			[
				"secret 1:28-42 This is a secret key; only the public one, which begins with RW, belongs here. Change it now, since others may have read it.",
			],
			{ trustedKeys: { Other: "RWQAAAAA" } },
		],
	];
	for (const [fault, text, shown, values] of cases)
		it(`tells, where it stands: ${fault}`, () => assert.deepEqual(read(text), { shown, values }));

	it("leads to no database, nowhere outside and to nobody's key until the workspace is trusted", () => {
		const text = '{ "packs": ["refs", "postgres://ed@db.example/news", "../other"],\n"trustedKeys": { "Desk": "RWQ" }, "ticks": false }';
		const { values, shown } = read(text, (place) => place.startsWith("../"));
		assert.deepEqual(values, { packs: ["refs"], ticks: false });
		assert.deepEqual(shown, [
			"untrusted 1:21-52 The address of a database is followed once you trust this workspace.",
			"untrusted 1:54-64 A place outside of the workspace is followed once you trust this workspace.",
			"untrusted 2:1-14 This is followed once you trust this workspace.",
		]);
		assert.deepEqual(Object.keys(read(text).values), ["packs", "trustedKeys", "ticks"]);
		assert.deepEqual(read(text).shown, []);
	});

	it("of a package.json the key “plumbline” alone counts", () => {
		const inPackage = (text: string) => readConfig({ uri: "mem:/desk/package.json", folder: "mem:/desk", text, isPackageJson: true });
		assert.equal(inPackage('{ "name": "desk", "packs": [] }'), undefined);
		assert.equal(inPackage("{ broken"), undefined);
		const found = inPackage('{ "name": "desk",\n  "plumbline": {\n    "ticks": false,\n    "tickz": 1 } }');
		assert.deepEqual(found?.values, { ticks: false });
		assert.deepEqual(
			found?.problems.map(({ line, column, code }) => [line + 1, column + 1, code]),
			[[4, 5, "unknown-setting"]],
		);
	});

	it("its schema is one that every setting with its default fits, and a wrong key does not", () => {
		const schema = JSON.parse(readFileSync(new URL("../../../schemas/plumbline.config.schema.json", import.meta.url), "utf8"));
		const fits = new Ajv({ strict: false }).compile(schema);
		const all: Record<string, unknown> = {};
		for (const name of configurable) {
			const [key, inner] = name.split(".") as [string, string | undefined];
			const value = (definitions as Readonly<Record<string, Definition>>)[name]?.default;
			if (inner === undefined) all[key] = value;
			else all[key] = { ...(all[key] as object | undefined), [inner]: value };
		}
		assert.equal(fits(all), true, JSON.stringify(fits.errors));
		assert.deepEqual(read(JSON.stringify(all)).shown, []);
		assert.equal(fits({ packz: [] }), false);
		assert.equal(fits({ severity: { outdated: "loud" } }), false);
		assert.match(schema.properties.severity.properties.outdated.markdownDescription, /older figure/);
	});
});
