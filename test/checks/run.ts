import { strict as assert } from "node:assert";
import { check, type Report } from "../../server/check.ts";
import { sentence } from "../../server/features/wording/wording.ts";
import { type Host, HostError } from "../../server/host.ts";
import { phrase } from "../../server/language/phrase.ts";
import { openPacks } from "../../server/references/packs.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";

/** One case of a Markdown file: its heading, its pack's tables by file name, the marked prose and the day it speaks from. */
export interface Case {
	readonly name: string;
	readonly tables: ReadonlyMap<string, string>;
	readonly prose: string;
	readonly dateline: string;
}

/** Reads cases: a heading, tables in fences whose info string is their file name, prose in a block quote, and why it is so in a sentence. */
export function readCases(markdown: string): Case[] {
	const cases: Case[] = [];
	let shared = new Map<string, string>();
	for (const section of markdown.split(/^(?=##? )/m)) {
		const name = /^##? (.*)/.exec(section)?.[1];
		if (name === undefined) continue;
		const tables = new Map<string, string>();
		for (const [, file, body] of section.matchAll(/^```(\S+(?: complete)?)\n([^`]*)^```$/gm)) tables.set(file as string, body as string);
		const prose = [...section.matchAll(/^>[ ]?(.*)$/gm)].map((match) => match[1]).join("\n");
		const dateline = /^Dateline: (\S+)$/m.exec(section)?.[1] ?? "2026-02-04";
		// The tables under the first heading serve every case of the file.
		if (section.startsWith("# ")) shared = tables;
		if (prose) cases.push({ name, tables: new Map([...shared, ...tables]), prose, dateline });
	}
	return cases;
}

/** A host that holds files in memory, under `memory:///`. */
export function memoryHost(files: ReadonlyMap<string, string>): Host {
	const pathOf = (uri: string): string => uri.replace(/^memory:\/{0,3}/, "").replace(/\/$/, "");
	return {
		read: async (uri) => {
			const text = files.get(pathOf(uri));
			if (text === undefined) throw new HostError(uri, phrase("does not exist"));
			return new TextEncoder().encode(text);
		},
		stat: async (uri) => {
			const path = pathOf(uri);
			const text = files.get(path);
			if (text !== undefined) return { size: text.length, modified: 0, kind: "file" };
			return [...files.keys()].some((file) => file.startsWith(path === "" ? "" : `${path}/`))
				? { size: 0, modified: 0, kind: "directory" }
				: undefined;
		},
		list: async (uri) => {
			const path = pathOf(uri) === "" ? "" : `${pathOf(uri)}/`;
			const names = new Map<string, "file" | "directory">();
			for (const file of files.keys()) {
				if (!file.startsWith(path)) continue;
				const [first, ...rest] = file.slice(path.length).split("/");
				names.set(first as string, rest.length > 0 ? "directory" : "file");
			}
			return [...names].map(([name, kind]) => ({ name, kind }));
		},
		watch: () => () => {},
		today: () => "2026-02-04",
	};
}

/** Tables by name as the files of packs, and the folders of those: one called `desk`; `other/` in a table's name makes a second pack of that name, `complete` behind it is what its descriptor says of the table, and a `.txt` is a document that quotations are compared with. A `datapackage.json` among them says itself what its tables hold. */
export function filesOf(tables: ReadonlyMap<string, string>): {
	readonly files: ReadonlyMap<string, string>;
	readonly folders: readonly string[];
} {
	const files = new Map<string, string>();
	const complete = new Set<string>();
	for (const [written, text] of tables) {
		const [name, says] = written.split(" ") as [string, string?];
		if (says) complete.add(name);
		const [folder, file] = name.includes("/") ? (name.split("/") as [string, string]) : ["desk", name];
		files.set(`${folder}/${file}`, text);
	}
	const folders = [...new Set([...files.keys()].map((file) => file.split("/")[0] as string))];
	for (const folder of folders) {
		if (files.has(`${folder}/datapackage.json`)) continue;
		const resources = [...files.keys()]
			.filter((file) => file.startsWith(`${folder}/`))
			.map((file) => file.slice(folder.length + 1))
			.map((path) => ({
				name: path.replace(/\..*/, ""),
				path,
				plumbline: { role: path.endsWith(".txt") ? "document" : path.replace(".csv", ""), ...(complete.has(path) && { complete: true }) },
			}));
		files.set(
			`${folder}/datapackage.json`,
			JSON.stringify({ name: folder, title: folder, version: "1.0.0", licenses: [{ name: "CC0-1.0" }], resources }),
		);
	}
	return { files, folders };
}

/** Checks prose against tables, which become the packs that `filesOf` makes of them. */
export async function checkProse(prose: string, tables: ReadonlyMap<string, string>, dateline: string): Promise<Report> {
	const { files, folders } = filesOf(tables);
	const { store } = await openPacks(
		memoryHost(files),
		folders.map((folder) => `memory:///${folder}`),
	);
	return check(prose, store, { date: dateline, today: dateline, tolerances: defaultTolerances });
}

interface Mark {
	readonly start: number;
	readonly end: number;
	readonly verdict: string;
	readonly says: string;
}

/** Takes the marks `[words]{verdict what the sentence must say}` out of prose. */
export function readMarks(marked: string): { prose: string; marks: Mark[] } {
	let prose = "";
	let at = 0;
	const marks: Mark[] = [];
	for (const match of marked.matchAll(/\[([^\]]*)\]\{([a-z]+) ?([^}]*)\}/g)) {
		prose += marked.slice(at, match.index);
		marks.push({
			start: prose.length,
			end: prose.length + (match[1] as string).length,
			verdict: match[2] as string,
			says: match[3] as string,
		});
		prose += match[1];
		at = match.index + match[0].length;
	}
	return { prose: prose + marked.slice(at), marks };
}

/** Verdicts that raise something, and must be marked. */
const RAISED: ReadonlySet<string> = new Set(["contradicted", "inconsistent", "outdated", "imprecise", "disputed"]);

/** Checks one case: every mark has its verdict, and nothing is raised where no mark says so. */
export async function checkCase(one: Case): Promise<void> {
	const { prose, marks } = readMarks(one.prose);
	const report = await checkProse(prose, one.tables, one.dateline);
	const told = report.checked.map(({ claim, verdict }) => `${verdict.name} [${claim.text}] ${sentence(verdict.reason, claim)}`).join("\n");
	for (const mark of marks) {
		const words = prose.slice(mark.start, mark.end);
		const found = report.checked.filter(({ claim }) => claim.start < mark.end && mark.start < claim.end);
		assert.ok(found.length > 0, `nothing was found in “${words}”\n${told}`);
		const right = found.find(({ verdict }) => verdict.name === mark.verdict);
		assert.ok(right, `“${words}” should be ${mark.verdict}\n${told}`);
		if (mark.says)
			assert.ok(sentence(right.verdict.reason, right.claim).includes(mark.says), `“${words}” should say “${mark.says}”\n${told}`);
	}
	for (const { claim, verdict } of report.checked) {
		if (!RAISED.has(verdict.name)) continue;
		assert.ok(
			marks.some((mark) => claim.start < mark.end && mark.start < claim.end && mark.verdict === verdict.name),
			`“${claim.text}” is ${verdict.name} and has no mark\n${told}`,
		);
	}
}
