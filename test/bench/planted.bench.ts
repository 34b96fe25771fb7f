// Plants one error at a time in six articles whose claims are all true against their packs, and prints how many are caught, by class, how many
// true claims are shown as supported, and how many false alarms there are in 1,000 words: `node test/bench/planted.bench.ts [--misses]`.
import { readdirSync, readFileSync } from "node:fs";
import { check, type Report } from "../../server/check.ts";
import { sentence } from "../../server/features/wording/wording.ts";
import type { Fact } from "../../server/references/fact.ts";
import { openPacks } from "../../server/references/packs.ts";
import type { ReferenceStore } from "../../server/references/store.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { memoryHost } from "../checks/run.ts";
import { plant, readMarked } from "./planted/errors.ts";

const misses = process.argv.includes("--misses");
const here = new URL("planted/", import.meta.url);
const FLAGGED = new Set(["contradicted", "inconsistent", "imprecise", "outdated", "disputed"]);
const classes = new Map<string, { planted: number; caught: number; right: number }>();
let words = 0;
let alarms = 0;
let claims = 0;
let supported = 0;

for (const desk of readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
	const read = (name: string): string => readFileSync(new URL(`${desk.name}/${name}`, here), "utf8");
	const store = await packOf(desk.name, read);
	const marked = readMarked(read("article.md"));
	const clean = await run(marked.text, store);
	words += marked.text.split(/\s+/).length;
	for (const { claim, verdict } of clean.checked) {
		if (!FLAGGED.has(verdict.name)) continue;
		alarms++;
		console.log(`false alarm in ${desk.name}: “${claim.text}” ${verdict.name}: ${sentence(verdict.reason, claim)}`);
	}
	const supporting: (Fact | undefined)[] = [];
	const rows = marked.marks.map((mark) => {
		const own = clean.checked.filter(({ claim }) => claim.start < mark.end && mark.start < claim.end);
		const right = own.find(({ verdict }) => verdict.name === "supported");
		claims++;
		supporting.push(right?.verdict.references[0]);
		if (right) supported++;
		else if (misses)
			console.log(
				`not supported in ${desk.name}: “${marked.text.slice(mark.start, mark.end)}”: ${own.map(({ claim, verdict }) => `${verdict.name} ${sentence(verdict.reason, claim)}`).join("; ") || "nothing found"}`,
			);
		return new Set(right?.verdict.references.map((fact) => fact.row));
	});
	const entities = new Map(
		read("entities.csv")
			.trim()
			.split("\n")
			.map((row) => [row.split(",")[0] as string, row.split(",")[1] as string]),
	);
	const facts = (await store.facts([...entities.keys()].map((subject) => ({ subject })))).flat();
	const others = (mark: number): string[] => {
		const own = supporting[mark];
		if (!own) return [];
		const rivals = facts.filter((fact) => fact.measure === own.measure && fact.subject !== own.subject && fact.period === own.period);
		return rivals.filter((fact) => fact.printed !== own.printed).map((fact) => entities.get(fact.subject) as string);
	};
	for (const error of plant(marked, names(read("entities.csv"), marked.text), others)) {
		const report = await run(error.text, store);
		const told = report.checked.filter(
			({ claim, verdict }) => FLAGGED.has(verdict.name) && claim.start < error.end && error.start < claim.end,
		);
		const count = classes.get(error.kind) ?? { planted: 0, caught: 0, right: 0 };
		classes.set(error.kind, count);
		count.planted++;
		if (told.length > 0) {
			count.caught++;
			const expected = rows[error.mark];
			const facts = told.flatMap(({ verdict }) => verdict.references);
			// An exchanged subject has a row of its own; names and quotations rest on people and documents.
			if (
				facts.length === 0 ||
				error.kind === "subject exchanged" ||
				!expected ||
				expected.size === 0 ||
				facts.some((fact) => expected.has(fact.row))
			)
				count.right++;
		} else if (misses) {
			const own = report.checked.filter(({ claim }) => claim.start < error.end && error.start < claim.end);
			console.log(
				`missed in ${desk.name}, ${error.kind}: ${error.was} → ${error.now}: ${own.map(({ claim, verdict }) => `“${claim.text}” ${verdict.name} ${sentence(verdict.reason, claim)}`).join("; ") || "nothing found"}`,
			);
		}
	}
}

const all = [...classes.values()].reduce(
	(sum, one) => ({ planted: sum.planted + one.planted, caught: sum.caught + one.caught, right: sum.right + one.right }),
	{ planted: 0, caught: 0, right: 0 },
);
for (const [kind, count] of [...classes, ["all", all] as const])
	console.log(
		`${kind.padEnd(20)} ${String(count.caught).padStart(4)} of ${String(count.planted).padStart(4)} caught ${percent(count.caught, count.planted)}   right reference ${percent(count.right, count.caught)}`,
	);
console.log(`true claims supported ${supported} of ${claims} ${percent(supported, claims)}`);
console.log(`false alarms ${alarms} in ${words} words, ${((alarms / words) * 1000).toFixed(2)} in 1,000`);

function percent(part: number, whole: number): string {
	return `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)} %`;
}

function run(text: string, packs: ReferenceStore): Promise<Report> {
	return check(text, packs, { today: "2026-02-04", tolerances: defaultTolerances });
}

async function packOf(desk: string, read: (name: string) => string): Promise<ReferenceStore> {
	const tables = ["facts", "entities", "measures", "people"];
	const files = new Map(tables.map((name) => [`${desk}/${name}.csv`, read(`${name}.csv`)]));
	files.set(`${desk}/release.md`, read("release.md"));
	const resources: object[] = tables.map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } }));
	resources.push({ name: "release", path: "release.md", plumbline: { role: "document" } });
	files.set(
		`${desk}/datapackage.json`,
		JSON.stringify({ name: desk, title: desk, version: "1.0.0", licenses: [{ name: "CC0-1.0" }], sources: [{ title: desk }], resources }),
	);
	const { store, problems } = await openPacks(memoryHost(files), [`memory:///${desk}`]);
	for (const problem of problems)
		if (problem.severity !== "information") console.log(`${desk}: ${problem.uri} ${problem.line + 1}: ${problem.message}`);
	return store;
}

/** Names of the pack that stand in the article, the longest of each. */
function names(entities: string, text: string): string[] {
	return entities
		.trim()
		.split("\n")
		.slice(1)
		.map((row) => row.split(",")[1] as string)
		.filter((name) => text.includes(name));
}
