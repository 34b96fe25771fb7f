// Writes the pages that are made from the code: one for each kind of claim, the commands of the editor, the words of the command line.
// `--check` writes nothing and fails when a page is not what it would write.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { check } from "../server/check.ts";
import { quantityOf, quoteOf, timeOf } from "../server/claims/claim.ts";
import { day } from "../server/features/wording/periods.ts";
import { number, withUnit } from "../server/features/wording/values.ts";
import { sentence } from "../server/features/wording/wording.ts";
import { emptyStore } from "../server/references/stores/empty-store.ts";
import { checks } from "../server/verdicts/consistency/consistency.ts";
import { defaultTolerances } from "../server/verdicts/tolerances.ts";
import { checkWords, speechPages } from "./docs/checks.mjs";
import { commands } from "./docs/commands.mjs";
import { kinds } from "./docs/kinds.mjs";

const root = new URL("../", import.meta.url);

/** The day that the examples speak from. */
const DATE = "2026-02-04";

const pages = new Map();
for (const [kind, page] of Object.entries(kinds)) pages.set(`docs/claims/${kind}.md`, await kindPage(kind, page));
pages.set("docs/claims/README.md", kindsPage());
pages.set("docs/consistency.md", await consistencyPage());
pages.set("docs/commands.md", commandsPage());
pages.set("docs/command-line.md", commandLinePage());

const stale = [...pages].filter(([file, text]) => read(file) !== text).map(([file]) => file);
if (process.argv.includes("--check")) {
	if (stale.length > 0) {
		console.error(`${stale.join(", ")}: not what the code says. Run "npm run docs".`);
		process.exitCode = 1;
	}
} else {
	mkdirSync(new URL("docs/claims", root), { recursive: true });
	for (const file of stale) writeFileSync(new URL(file, root), pages.get(file));
}

function read(file) {
	try {
		return readFileSync(new URL(file, root), "utf8");
	} catch {
		return undefined;
	}
}

async function kindPage(kind, { title, what, examples, others, judged }) {
	const rows = [];
	for (const sentence of examples) {
		const found = await claimsOf(sentence, kind);
		if (found.length === 0) throw new Error(`“${sentence}” is said to hold a ${kind}, and none is found`);
		for (const claim of found) rows.push(`| ${sentence} | ${claim.text} | ${readAs(claim)} |`);
	}
	for (const sentence of others)
		if ((await claimsOf(sentence, kind)).length > 0) throw new Error(`“${sentence}” is said to hold no ${kind}, and one is found`);
	const lines = [
		`# ${title}`,
		"",
		what,
		"",
		`Read on ${day(DATE)}:`,
		"",
		"| the sentence | the claim | read as |",
		"|---|---|---|",
		...rows,
		"",
		`Left alone: ${others.map((sentence) => `*${sentence}*`).join(" ")}`,
		"",
		`**How it is judged.** ${judged}`,
		"",
	];
	return lines.join("\n");
}

async function claimsOf(sentence, kind) {
	const report = await check(sentence, emptyStore, { date: DATE, today: DATE, tolerances: defaultTolerances });
	return report.checked.map(({ claim }) => claim).filter((claim) => claim.kind === kind);
}

/** A claim as it was read, in words. */
function readAs(claim) {
	const quantity = quantityOf(claim);
	const time = timeOf(claim);
	const quote = quoteOf(claim);
	const parts = [];
	if (quantity) {
		const { value, high, scale, decimals, unit, hedge, trend } = quantity;
		const figures = [value, high].filter((end) => end !== undefined).map((end) => number(end, scale, decimals));
		parts.push([hedge === "exactly" ? "" : hedge, withUnit(figures.join(" to "), unit, high ?? value)].filter(Boolean).join(" "));
		if (trend) parts.push(`going ${trend}`);
	}
	if (time) parts.push(`\`${time.value}\``);
	if (quote) parts.push(`${quote.type} speech of ${quote.speaker ?? "nobody named"}`);
	if (claim.kind === "role") parts.push([claim.role.person, claim.role.title, claim.role.organisation].filter(Boolean).join(", "));
	return parts.join(", ");
}

function kindsPage() {
	const rows = Object.entries(kinds).map(([kind, { title, what }]) => `| [${title}](${kind}.md) | ${what} |`);
	return [
		"# Kinds of claim",
		"",
		"What Plumbline reads in an article. Each page has examples that the checker itself has read.",
		"",
		"| kind | what it is |",
		"|---|---|",
		...rows,
		"",
	].join("\n");
}

/** Every check of an article against itself, with what it says of its own example. */
async function consistencyPage() {
	const missing = checks.filter(({ name }) => !checkWords[name]).map(({ name }) => name);
	if (missing.length > 0) throw new Error(`${missing.join(", ")}: no words in scripts/docs/checks.mjs`);
	const gone = Object.keys(checkWords).filter((name) => !checks.some((one) => one.name === name));
	if (gone.length > 0) throw new Error(`scripts/docs/checks.mjs tells of checks that are not there: ${gone.join(", ")}`);
	const sections = [];
	for (const { name, what, wrong, right } of [...checks.map((one) => ({ ...one, what: checkWords[one.name] })), ...speechPages]) {
		const said = await inconsistent(wrong);
		if (said.length === 0) throw new Error(`“${wrong}” is said to be reported, and is not`);
		if ((await inconsistent(right)).length > 0) throw new Error(`“${right}” is said to be let be, and is not`);
		const title = name.charAt(0).toUpperCase() + name.slice(1);
		sections.push(`## ${title}\n\n${what}\n\n- Reported: *${wrong}*\n- Says: ${[...new Set(said)].join(" ")}\n- Left alone: *${right}*\n`);
	}
	const head = [
		"# An article against itself",
		"",
		"What Plumbline finds without a pack: an article that contradicts itself, or whose own arithmetic fails. Each finding is [inconsistent](verdicts/inconsistent.md).",
		"",
		`The examples are checked as of ${day(DATE)}, and the sentences are those that the checker says of them. “…” parts paragraphs.`,
		"",
	];
	return [...head, ...sections].join("\n");
}

/** What is said of an example. */
async function inconsistent(example) {
	const text = example
		.replace(/ \(of 2026\)$/, "")
		.replace(/ ?… ?/g, "\n\n")
		.replace(/[“”]/g, '"');
	const report = await check(text, emptyStore, { date: DATE, today: DATE, tolerances: defaultTolerances });
	return report.checked
		.filter(({ verdict }) => verdict.name === "inconsistent")
		.map(({ claim, verdict }) => sentence(verdict.reason, claim));
}

function commandsPage() {
	const { contributes } = JSON.parse(read("package.json"));
	const texts = JSON.parse(read("package.nls.json"));
	const rows = contributes.commands.map(({ command, title }) => {
		const name = command.replace(/^plumbline\./, "");
		if (!commands[name]) throw new Error(`${command} has no words in scripts/docs/commands.mjs`);
		const key = contributes.keybindings.find((one) => one.command === command);
		const keys = key ? ` In an article \`${key.key}\`, on a Mac \`${key.mac}\`.` : "";
		return `## ${texts[title.replaceAll("%", "")]}\n\n\`${command}\`: ${commands[name]}${keys}\n`;
	});
	const known = new Set(contributes.commands.map(({ command }) => command.replace(/^plumbline\./, "")));
	const gone = Object.keys(commands).filter((name) => !known.has(name));
	if (gone.length > 0) throw new Error(`scripts/docs/commands.mjs tells of commands that are not there: ${gone.join(", ")}`);
	const head = [
		"# Commands of the editor",
		"",
		"They stand in the Command Palette under “Plumbline” or in the menus of what they are about, and each can be given a key. A command about a claim takes the one at the caret.",
		"",
	];
	return [...head, ...rows].join("\n");
}

function commandLinePage() {
	// The program itself loads a bundle, which need not be built.
	const program =
		'const { runCommandLine } = await import("./server/node/command-line.ts"); await runCommandLine(process.argv, async () => 0);';
	const help = (...words) =>
		execFileSync(process.execPath, ["--input-type=module", "-e", program, "--", "plumbline", ...words, "--help"], {
			cwd: root,
			encoding: "utf8",
		}).trim();
	const commandsIn = (text) => [...text.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== "help");
	const sections = [];
	for (const name of commandsIn(help())) {
		const text = help(name);
		sections.push(`## plumbline ${name}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
		const below = /^Commands:$/m.test(text) ? commandsIn(text.slice(text.indexOf("\nCommands:"))) : [];
		for (const word of below) sections.push(`### plumbline ${name} ${word}\n\n\`\`\`text\n${help(name, word)}\n\`\`\`\n`);
	}
	const head = [
		"# The command line",
		"",
		"What `plumbline COMMAND --help` says. Exit codes: 0 nothing found at or above `--fail-on`, 1 something was found, 2 the call or the input was wrong.",
		"",
	];
	return [...head, ...sections].join("\n");
}
