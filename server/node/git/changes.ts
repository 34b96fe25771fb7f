import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type ChangedLines, changedLines } from "../../review/changed.ts";
import { CallError } from "../call-error.ts";
import { decode, findArticles, isInPack, isMarkdown, readArticle, type Source } from "../check/articles.ts";
import { blobs, git, topOf } from "./git.ts";

/** One file that differs: its path below the top, and the blobs of both sides. */
interface Difference {
	readonly path: string;
	readonly before?: string;
	readonly now?: string;
}

/**
 * The articles at some paths that have changed since a revision, each with its changed lines; files that git does not know yet have changed from end to end.
 * Without a revision those that are staged for the next commit, as they are staged. A file that only moved has not changed. Throws `CallError`.
 */
export async function changedArticles(paths: readonly string[], since: string | undefined): Promise<readonly Source[]> {
	const option = since === undefined ? "--staged" : "--since";
	const found = new Map<string, Source>();
	for (const given of paths) {
		if (given === "-") throw new CallError(`${option} checks files; standard input has no history`);
		const [source] = findArticlesOrFolder(given);
		const folder = source ? path.dirname(path.resolve(given)) : path.resolve(given);
		const top = await topOf(folder, option);
		const differences = since === undefined ? await stagedIn(top) : await changedSince(top, since);
		const below = realpathSync(given);
		const asked = differences.filter((one) => {
			const full = path.join(top, one.path);
			if (source) return full === below;
			return isMarkdown(full) && full.startsWith(below + path.sep) && !isHidden(path.relative(below, full)) && !isInPack(full, below);
		});
		const earlier = await textsOf(
			top,
			asked.map(({ before }) => before),
		);
		const staged = await textsOf(top, since === undefined ? asked.map(({ now }) => now) : []);
		for (const [i, one] of asked.entries()) {
			// As the person wrote it, so that a report names the article as they do.
			const name = source ? given : path.join(given, path.relative(below, path.join(top, one.path)));
			const text =
				since === undefined
					? (decode(staged[i] ?? Buffer.alloc(0), name) as string)
					: await readArticle({ path: name }).catch(() => undefined);
			const words = since ?? "the last commit";
			const changed: ChangedLines | undefined =
				text === undefined ? undefined : { since: words, lines: changedLines(earlier[i]?.toString("utf8") ?? "", text) };
			// One that can't be read is told where it is checked.
			if (!changed || changed.lines.length > 0)
				found.set(name, { path: name, ...(changed && { changed }), ...(since === undefined && { text: text as string }) });
		}
	}
	return [...found.values()];
}

/** The file that a path names, or nothing when it names a folder. Throws `CallError` when nothing is there. */
function findArticlesOrFolder(given: string): readonly Source[] {
	try {
		return statSync(given).isDirectory() ? [] : findArticles([given]);
	} catch {
		throw new CallError(`${given} can't be read: there is no such file`);
	}
}

const isHidden = (below: string): boolean =>
	below.split(path.sep).some((part, i, all) => i < all.length - 1 && (part.startsWith(".") || part === "node_modules"));

async function textsOf(top: string, ids: readonly (string | undefined)[]): Promise<(Buffer | undefined)[]> {
	const known = ids.filter((id) => id !== undefined);
	const texts = await blobs(top, known);
	let next = 0;
	return ids.map((id) => (id === undefined ? undefined : texts[next++]));
}

/** What differs between a revision and the files on the disk, files that git does not know included. */
async function changedSince(top: string, since: string): Promise<readonly Difference[]> {
	const { code, out } = await git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${since}^{commit}`]);
	if (code !== 0) throw new CallError(`--since ${since}: git knows no such revision${since.includes("/") ? "; was it fetched?" : ""}`);
	const commit = out.toString("utf8").trim();
	const raw = await ask(top, ["diff", "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--diff-filter=d", commit, "--"]);
	const untracked = await ask(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
	return [
		...differencesIn(raw),
		...untracked
			.split("\0")
			.filter(Boolean)
			.map((name) => ({ path: name })),
	];
}

async function stagedIn(top: string): Promise<readonly Difference[]> {
	const hasCommit = (await git(top, ["rev-parse", "--verify", "--quiet", "HEAD"])).code === 0;
	const base = hasCommit ? "HEAD" : (await ask(top, ["hash-object", "-t", "tree", "--stdin"])).trim();
	return differencesIn(
		await ask(top, ["diff", "--cached", "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--diff-filter=d", base, "--"]),
	);
}

async function ask(top: string, args: readonly string[]): Promise<string> {
	const { code, out, err } = await git(top, args);
	if (code !== 0) throw new CallError(`git ${args[0]}: ${err.split("\n")[0]}`);
	return out.toString("utf8");
}

/** git's raw format: `:100644 100644 BEFORE NOW M`, a path, and for a file that moved a second path. Links and submodules are no articles. */
function differencesIn(raw: string): Difference[] {
	const parts = raw.split("\0");
	const found: Difference[] = [];
	for (let i = 0; i + 1 < parts.length; ) {
		const [oldMode = "", mode = "", before = "", now = "", status = ""] = (parts[i++] as string).replace(/^:/, "").split(" ");
		const moved = /^[RC]/.test(status);
		const name = parts[moved ? i + 1 : i] as string;
		i += moved ? 2 : 1;
		if (!mode.startsWith("100")) continue;
		const isThere = (id: string) => !/^0+$/.test(id);
		found.push({ path: name, ...(oldMode.startsWith("100") && isThere(before) && { before }), ...(isThere(now) && { now }) });
	}
	return found;
}
