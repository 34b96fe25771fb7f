import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { restsOn, verdictWord } from "../../features/wording/labels.ts";
import { sentence, spellingSentence } from "../../features/wording/wording.ts";
import { hash64 } from "../../prose/hash.ts";
import type { Span } from "../../prose/span.ts";
import type { Spelling } from "../../verdicts/spellings.ts";
import type { Checked, VerdictName } from "../../verdicts/verdict.ts";
import type { CheckedArticle } from "../checked-article.ts";
import { positions } from "../positions.ts";
import { isChecked, verdictNames } from "../summary.ts";

/** What a log says of its making. */
export interface Making {
	/** Plumbline's version. */
	readonly version: string;
	/** The folder that paths are told from, absolute: the top of the repository where the log is uploaded. */
	readonly root: string;
}

/** Reports as SARIF 2.1.0 (OASIS), for code scanning: a result for every claim that is wrong or doubtful and for every name that the packs spell otherwise, none for claims that are right or unknown. */
export function sarifLog(articles: readonly CheckedArticle[], making: Making): Log {
	return sarifLogOf(
		articles.flatMap((article) => sarifResults(article, making.root)),
		making,
	);
}

/** The results of one article. */
export function sarifResults({ path, report }: CheckedArticle, root: string): Result[] {
	const artifact = artifactOf(path, root);
	const place = positions(report.article.text);
	const locate = (span: Span, words?: string): Location => ({
		physicalLocation: {
			artifactLocation: artifact,
			region: { ...regionOf(span, place), ...(words && { snippet: { text: words } }) },
		},
	});
	const claims = report.checked
		.filter((item) => isChecked(item) && levels[item.verdict.name] !== undefined)
		.map((item) => result(item, locate));
	return [...claims, ...report.spellings.map((one) => misspelt(one, locate))];
}

/** The results of all articles as one log. */
export function sarifLogOf(results: Result[], { version }: Pick<Making, "version">): Log {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: { name: "Plumbline", semanticVersion: version, rules: [...rules.map(({ name, level }) => rule(name, level)), SPELLING] },
				},
				automationDetails: { id: "plumbline/" },
				originalUriBaseIds: { [ROOT]: { description: { text: "The folder in which Plumbline was called." } } },
				columnKind: "utf16CodeUnits",
				results,
			},
		],
	};
}

/** The name that SARIF's own examples give to the top of the source; GitHub takes it for the top of the repository. */
const ROOT = "%SRCROOT%";

const levels: Readonly<Partial<Record<VerdictName, "error" | "warning">>> = {
	contradicted: "error",
	inconsistent: "error",
	disputed: "warning",
	outdated: "warning",
	imprecise: "warning",
};
const rules = verdictNames.flatMap((name) => (levels[name] ? [{ name, level: levels[name] }] : []));

/** What each verdict means, for the page that code scanning shows beside a result. */
const meanings: Readonly<Partial<Record<VerdictName, string>>> = {
	contradicted: "A reference of the same subject, measure and period disagrees with the claim.",
	inconsistent: "The article contradicts itself, or its own arithmetic fails.",
	disputed: "Two reference packs disagree about the claim.",
	outdated: "The claim agrees with an older figure, and the dateline could have known a newer one.",
	imprecise: "The claim is true as worded and still misleads.",
};

function rule(name: VerdictName, level: "error" | "warning"): ReportingDescriptor {
	const text = meanings[name] ?? verdictWord(name);
	return {
		id: name,
		shortDescription: { text: `The claim is ${verdictWord(name)}.` },
		fullDescription: { text },
		help: { text },
		defaultConfiguration: { level },
		properties: { tags: ["fact-checking"] },
	};
}

/** A name is no claim: code scanning shows it as a note. */
const SPELLING: ReportingDescriptor = {
	id: "spelling",
	shortDescription: { text: "The name is spelt otherwise in the packs." },
	fullDescription: { text: "A name that a reference has answered for is written otherwise than the reference pack writes it." },
	help: { text: "Correct the name, or add this spelling to the aliases of the pack's row." },
	defaultConfiguration: { level: "note" },
	properties: { tags: ["fact-checking"] },
};

function misspelt(one: Spelling, locate: (span: Span, words?: string) => Location): Result {
	const print = hash64(`${one.written}\n${one.entity.id}\n${one.claim.id}`);
	return {
		ruleId: SPELLING.id,
		ruleIndex: rules.length,
		level: "note",
		message: { text: spellingSentence(one) },
		partialFingerprints: { "plumblineSpelling/v1": print, primaryLocationLineHash: `${print}:1` },
		locations: [locate(one, one.written)],
	};
}

function result({ claim, verdict }: Checked, locate: (span: Span, words?: string) => Location): Result {
	const basis = restsOn(verdict);
	const text = sentence(verdict.reason, claim);
	return {
		ruleId: verdict.name,
		ruleIndex: rules.findIndex(({ name }) => name === verdict.name),
		level: levels[verdict.name] ?? "note",
		message: { text: basis === undefined ? text : `${text} ${basis}` },
		// A claim's id survives edits elsewhere, which is what a fingerprint is for. The second name is the one that GitHub goes by.
		partialFingerprints: { "plumblineClaim/v1": claim.id, primaryLocationLineHash: `${claim.id}:1` },
		locations: [locate(claim, claim.text)],
		...(verdict.related?.length && { relatedLocations: verdict.related.map((span, id) => ({ id, ...locate(span) })) }),
	};
}

function regionOf({ start, end }: Span, place: ReturnType<typeof positions>) {
	const from = place(start);
	const to = place(end);
	return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A path as a URI: below the root it is told from there, elsewhere in full. */
function artifactOf(path: string, root: string): { uri: string; uriBaseId?: string } {
	const base = root.replaceAll("\\", "/").replace(/\/$/, "");
	const given = path.replaceAll("\\", "/");
	const isAbsolute = given.startsWith("/") || /^[a-z]:\//i.test(given);
	const full = withoutDots(isAbsolute ? given : `${base}/${given}`);
	const encode = (parts: string) => parts.split("/").map(encodeURIComponent).join("/");
	if (full.startsWith(`${base}/`)) return { uri: encode(full.slice(base.length + 1)), uriBaseId: ROOT };
	return { uri: `file://${full.startsWith("/") ? "" : "/"}${encode(full).replace(/^([a-z])%3A/i, "$1:")}` };
}

function withoutDots(path: string): string {
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/");
}
