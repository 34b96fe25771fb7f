import { Command, CommanderError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { CallError } from "./call-error.ts";
import type { Outcome, Task } from "./check/check-worker.ts";
import type { ImpactCall } from "./impact/command.ts";
import type { ImpactOutcome, ImpactTask } from "./impact/judge.ts";

/**
 * The command line: `plumbline check`, `plumbline pack`, `plumbline lsp`. `serve` speaks the Language Server Protocol. Exit codes: 0 nothing found, 1
 * something was found, 2 the call or the input was wrong.
 */
export async function runCommandLine(argv: readonly string[], serve: () => Promise<number>): Promise<number> {
	let code = 0;
	const program = new Command("plumbline")
		.description(
			"Checks the figures, dates and quotations of news articles against reference packs. Nothing leaves the machine unless you name a database.",
		)
		.version(packageJson.version, "-v, --version", "print the version")
		.exitOverride()
		.configureOutput({ writeErr: () => {} });
	program
		.command("check")
		.description("Check Markdown articles: files, folders, or - for standard input.")
		.argument("[path...]", "files, folders (their Markdown files, those of packs left out), or - for standard input")
		.option("--packs <dir>", "a pack or a folder of packs; may be given several times", several, [])
		.option("--date <date>", "the date the articles speak from, YYYY-MM-DD")
		.addOption(
			new Option("--format <format>", "how to print what was found").choices([
				"text",
				"json",
				"jsonl",
				"sarif",
				"github",
				"html",
				"junit",
				"claimreview",
			]),
		)
		.addOption(
			new Option("--fail-on <verdict>", "the mildest verdict that makes the exit code 1")
				.choices(["contradicted", "outdated", "unreferenced", "never"])
				.default("contradicted"),
		)
		.option(
			"--tolerance <name=number>",
			"how far a figure may be off, such as about=0.05; may be given several times, see docs/settings.md",
			several,
			[],
		)
		.option("--jobs <count>", "how many threads check many articles; as many as there are cores unless said otherwise")
		.option("--output <file>", "write the results there; an older file stays until all is written")
		.option("--since <revision>", "only articles that have changed since this git revision, and in them only the claims of what changed")
		.option("--staged", "only articles that are staged for the next commit, as they are staged, and in them only what changed")
		.option("--url <address>", "for claimreview: the address of the page that carries the fact check")
		.option("--author <name>", "for claimreview: the organisation that answers for it")
		.option("--jsonl", "read one article a line from standard input, answer one line each")
		.action(async (paths: string[], options: unknown) => {
			const { runCheck } = await import("./check/check-command.ts");
			code = await runCheck(paths, options);
		});
	program
		.command("pack")
		.description("Make, check and share reference packs; plumbline pack --help lists how.")
		.allowUnknownOption()
		.helpOption(false)
		.argument("[words...]")
		.action(async (_words: string[], _options: unknown, command: Command) => {
			const { packCommand } = await import("./pack/command.ts");
			code = await packCommand(command.args);
		});
	program
		.command("impact")
		.description("List what published articles say and a newer state of a pack contradicts.")
		.argument(
			"<old>",
			"the pack as it was: a folder; FOLDER@ with a git revision, a version's folder or a version in its lock; a database's address, with @ and a revision for an older one",
		)
		.argument("<new>", "the pack as it is now")
		.argument("<path...>", "articles, or folders of them")
		.addOption(new Option("--format <format>", "how to print the list").choices(["text", "json", "csv", "html"]).default("text"))
		.option("--packs <dir>", "packs that are asked beside both states; may be given several times", several, [])
		.option(
			"--tolerance <name=number>",
			"how far a figure may be off, such as about=0.05; may be given several times, see docs/settings.md",
			several,
			[],
		)
		.option("--output <file>", "write the list there")
		.action(async (before: string, now: string, paths: string[], options: ImpactCall) => {
			const { impact } = await import("./impact/command.ts");
			code = await impact(before, now, paths, options);
		});
	program
		.command("report")
		.description("Hold reports against each other.")
		.command("diff")
		.description("Tell which claims have appeared, vanished, changed their verdict or been signed off from one report to another.")
		.argument("<old>", "a report that “plumbline check --format json” printed")
		.argument("<new>", "a later one")
		.option("--json", "print the difference as JSON")
		.option("--output <file>", "write the difference there")
		.action(async (before: string, now: string, options: { json?: boolean; output?: string }) => {
			const { diffReportFiles } = await import("./report/diff.ts");
			code = await diffReportFiles(before, now, options);
		});
	const hook = program.command("hook").description("Have git check the staged articles before each commit: install, uninstall.");
	for (const [name, words] of [
		["install", "Make the hook of the repository that this folder is in."],
		["uninstall", "Take it away again."],
	] as const) {
		hook
			.command(name)
			.description(words)
			.action(async () => {
				const { installHook, uninstallHook } = await import("./git/hook.ts");
				const file = await (name === "install" ? installHook : uninstallHook)(process.cwd());
				process.stdout.write(`${file}\n`);
			});
	}
	program
		.command("lsp")
		.description("Speak the Language Server Protocol over standard input and output, for any editor.")
		.option("--stdio", "the only way there is; editors like to say it")
		.action(async () => {
			code = await serve();
		});
	program
		.command("mcp")
		.description(
			"Speak the Model Context Protocol over standard input and output, for agents: check, look up and explain. Nothing is written.",
		)
		.option("--packs <dir>", "a pack or a folder of packs; may be given several times", several, [])
		.option("--folder <dir>", "the folder that the articles are in", ".")
		.action(async ({ packs, folder }: { packs: string[]; folder: string }) => {
			const { serveMcp } = await import("./mcp.ts");
			code = await serveMcp(folder, packs);
		});
	try {
		await program.parseAsync(argv as string[]);
		return code;
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return 0;
			fail(saidOf(error, program, argv));
		} else if (error instanceof CallError) fail(error.message);
		else fail(`this should not have happened: ${(error as Error)?.stack?.split("\n").slice(0, 3).join(" ") ?? String(error)}`);
		return 2;
	}
}

/** Does one task of many in a thread (`check/pool.ts`). */
export async function work(task: Task | ImpactTask): Promise<Outcome | ImpactOutcome> {
	const { default: doTask } = await import("./check/check-worker.ts");
	return doTask(task);
}

/** What is wrong with a call, with the commands that there are where none of them was named. */
function saidOf({ code, message }: CommanderError, program: Command, argv: readonly string[]): string {
	const said = message.replace(/^error: /, "");
	const within = program.commands.find((one) => one.name() === argv[2] && one.commands.length > 0);
	const there = (within ?? program).commands.map((one) => one.name());
	const choices = `${there.slice(0, -1).join(", ")} or ${there.at(-1)}`;
	const where = within ? `${within.name()}: ` : "";
	if (code === "commander.help")
		return `${where}say what to do: ${choices}; “plumbline ${within ? `${within.name()} ` : ""}--help” tells more`;
	return code === "commander.unknownCommand" && !said.includes("Did you mean") ? `${where}${said}; there are ${choices}` : said;
}

/** Collects an option that may be given several times. */
function several(one: string, all: string[]): string[] {
	return [...all, one];
}

function fail(message: string): void {
	process.stderr.write(
		`plumbline: ${message
			.split("\n")
			.map((line) => line.trim())
			.join(" ")}\n`,
	);
}
