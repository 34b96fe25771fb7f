import { createInterface } from "node:readline/promises";
import { isatty } from "node:tty";
import { Command, CommanderError } from "commander";
import { CallError } from "../call-error.ts";
import type { FindOptions } from "./find.ts";
import type { Output } from "./output.ts";

const STANDARD: Output = {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	...(isatty(0) && isatty(1) && { ask: askOnTerminal }),
};

async function askOnTerminal(question: string): Promise<string> {
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	try {
		return await terminal.question(question);
	} finally {
		terminal.close();
	}
}

/** Runs `plumbline pack …`. Answers the exit code: 0 in order, 1 something is wrong with a pack. Throws `CallError` when the call was wrong. */
export async function packCommand(words: readonly string[], output: Output = STANDARD): Promise<number> {
	let code = 0;
	const pack = new Command("plumbline pack")
		.description("Make, check and share reference packs.")
		.exitOverride()
		.configureOutput({ writeOut: output.out, writeErr: () => {} });
	pack
		.command("init")
		.description("Make a pack: a descriptor and an empty table of facts.")
		.argument("<dir>", "the folder to make it in")
		.option("--name <name>", "a short name, unique among your packs")
		.option("--title <title>", "a title for readers")
		.option("--licence <name>", "its licence, such as CC-BY-4.0")
		.option("--source <title>", "where its figures are from")
		.action(async (dir: string, options) => {
			code = await (await import("./init.ts")).init(dir, options, output);
		});
	pack
		.command("validate")
		.description("Tell everything that is wrong with packs, each fault in its place.")
		.argument("<dir...>", "packs, or folders of packs")
		.action(async (dirs: string[]) => {
			code = await (await import("./validate.ts")).validate(dirs, output);
		});
	pack
		.command("build")
		.description("Make the index of large packs ahead of their first use.")
		.argument("<dir...>", "packs, or folders of packs")
		.option("--cache <dir>", "where indexes are kept")
		.action(async (dirs: string[], options: { cache?: string }) => {
			code = await (await import("./build.ts")).build(dirs, options.cache, output);
		});
	pack
		.command("describe")
		.description("Guess what a table holds and print a descriptor for it, to be corrected by hand.")
		.argument("<file>", "a table: CSV, .xlsx, JSON or YAML")
		.action(async (file: string) => {
			code = await (await import("./describe.ts")).describe(file, output);
		});
	pack
		.command("lock")
		.description("Vouch for the packs in a folder as they are: write their hashes, and plumbline.lock.json.")
		.argument("<dir>", "a pack, or a folder of packs")
		.option("--from <where>", "where the packs came from")
		.action(async (dir: string, options: { from?: string }) => {
			code = await (await import("./lock.ts")).lock(dir, options.from, output);
		});
	pack
		.command("verify")
		.description("Tell which packs are not as they were locked.")
		.argument("<dir>", "the folder that was locked")
		.option("--key <key...>", "public keys of minisign, or their files: the lock has to be signed with one of them")
		.action(async (dir: string, options: { key?: string[] }) => {
			code = await (await import("./lock.ts")).verify(dir, options.key ?? [], output);
		});
	pack
		.command("diff")
		.description("Tell which facts differ between two states of a pack, and which verdicts change with them.")
		.argument("<old>", "the pack as it was")
		.argument("<new>", "the pack as it is")
		.argument("[article...]", "articles whose verdicts are compared")
		.option("--date <date>", "the date the articles speak from, YYYY-MM-DD")
		.action(async (before: string, after: string, articles: string[], options: { date?: string }) => {
			code = await (await import("./diff.ts")).diff(before, after, articles, options.date, output);
		});
	pack
		.command("find")
		.description("Tell which facts come nearest to a figure, whoever they are about.")
		.argument("<figure>", "a figure, such as 27.03 or “42.5 billion”")
		.argument("<dir...>", "packs, or folders of packs")
		.option("--unit <unit>", "only facts in this unit, such as USD or percent")
		.option("--measure <measure>", "only facts of this measure")
		.option("--period <period>", "only facts of this period, such as 2025-Q4")
		.option("--limit <count>", "how many facts to print; 10 unless said otherwise")
		.action(async (figure: string, dirs: string[], options: FindOptions) => {
			code = await (await import("./find.ts")).find(figure, dirs, options, output);
		});
	pack
		.command("fetch")
		.description("Fetch a pack's archive (.zip, .tar.gz) from an https address into a folder.")
		.argument("<address>", "an https address")
		.argument("<dir>", "a new folder for the pack")
		.action(async (address: string, dir: string) => {
			code = await (await import("./fetch.ts")).fetchPack(address, dir, output);
		});
	pack
		.command("push")
		.description("Put packs into a PostgreSQL database that a newsroom shares.")
		.argument("<dir>", "a pack, or a folder of packs")
		.argument("<address>", "postgres://user@host/database, without a password")
		.action(async (dir: string, address: string) => {
			code = await (await import("./database.ts")).pushPacks(dir, address, output);
		});
	pack
		.command("pull")
		.description("Copy the packs of a database to this machine, to be asked when it is away.")
		.argument("<address>", "postgres://user@host/database?pack=name; all of its packs when none is named")
		.option("--cache <dir>", "where copies are kept")
		.action(async (address: string, options: { cache?: string }) => {
			code = await (await import("./database.ts")).pullPacks(address, options.cache, output);
		});
	pack
		.command("migrate")
		.description("Make or bring up to date the tables of a database. For its owner.")
		.argument("<address>", "postgres://user@host/database, without a password")
		.action(async (address: string) => {
			code = await (await import("./database.ts")).migrateDatabase(address, output);
		});
	try {
		await pack.parseAsync(words as string[], { from: "user" });
		return code;
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal !== undefined) throw new CallError(`pack ${words[0]}: ${refusal}`);
		if (!(error instanceof CommanderError)) throw error;
		if (error.exitCode === 0) return 0;
		if (words.length === 0)
			throw new CallError("pack: say what to do: init, validate, build, describe, lock, verify, diff, find, fetch, push, pull or migrate");
		const command = pack.commands.find((one) => one.name() === words[0])?.name();
		const message = error.message.replace(/^error: /, "");
		throw new CallError(command === undefined ? `pack: ${message}` : `pack ${command}: ${message}; see “plumbline pack ${command} --help”`);
	}
}

/** What the system refused to do with a file, in words; undefined for any other error. */
function refusalOf(error: unknown): string | undefined {
	const { code, path, syscall } = error as NodeJS.ErrnoException;
	if (path === undefined || syscall === undefined) return undefined;
	const reasons: Readonly<Record<string, string>> = {
		EACCES: "you may not write or read there",
		EPERM: "you may not write or read there",
		EROFS: "nothing can be written there",
		ENOSPC: "there is no space left",
		EEXIST: "it is there already, and no folder",
		ENOTDIR: "a part of its path is no folder",
		EISDIR: "it is a folder",
		ENAMETOOLONG: "its name is too long",
	};
	const reason = reasons[code ?? ""];
	return reason && `${path}: ${reason}`;
}
