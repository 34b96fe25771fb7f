import { spawn } from "node:child_process";
import { createHash, hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { residentOf } from "../../robust/typing.ts";
import { articleOf } from "../articles.ts";
import type { Bench, Part } from "./part.ts";

/** `plumbline check` of a folder on so many threads. */
export interface Run {
	readonly jobs: number;
	readonly seconds: number;
	readonly articlesPerSecond: number;
	/** Megabytes of Markdown. */
	readonly megabytesPerSecond: number;
	/** The most memory that it took, in megabytes. */
	readonly memory: number;
}

export interface Many {
	readonly articles: number;
	readonly bytes: number;
	readonly runs: readonly Run[];
	/** Whether every number of threads printed the same, in the same order. */
	readonly alike: boolean;
}

/** Mean length of an article, in bytes: 350 words. */
const LENGTH = 2000;

/** Many articles at once, by number of threads: one, two, four … as many as there are cores. */
export const many: Part<Many> = {
	name: "many",
	async measure(bench) {
		const count = bench.quick ? 400 : 10_000;
		const { folder, bytes } = generate(bench, count);
		const runs: Run[] = [];
		const outputs = new Set<string>();
		const cores = os.availableParallelism();
		const threads = [1, 2, 4, 8, 16].filter((jobs) => jobs < cores);
		for (const jobs of [...threads, cores]) {
			const { seconds, memory, digest, lines } = await checkFolder(bench, folder, jobs);
			if (lines !== count) throw new Error(`${lines} of ${count} articles answered`);
			outputs.add(digest);
			runs.push({ jobs, seconds, memory, articlesPerSecond: count / seconds, megabytesPerSecond: bytes / 1e6 / seconds });
			bench.say(`${count} articles, ${jobs} threads: ${seconds.toFixed(1)} s, at most ${memory.toFixed(0)} MB`);
		}
		return { articles: count, bytes, runs, alike: outputs.size === 1 };
	},
};

function generate(bench: Bench, count: number): { folder: string; bytes: number } {
	const generator = hash("sha256", readFileSync(path.join(bench.root, "test/bench/articles.ts"))).slice(0, 8);
	const folder = path.join(bench.cache, `articles-${count}-${LENGTH}-${generator}`);
	const isThere = existsSync(folder);
	const fresh = `${folder}.new`;
	let bytes = 0;
	for (let i = 0; i < count; i++) {
		const text = `---\ndate: 2026-02-04\n---\n\n${articleOf(LENGTH * (0.5 + (i % 11) / 10) * 0.85, { seed: i })}`;
		bytes += Buffer.byteLength(text);
		if (isThere) continue;
		const below = path.join(fresh, String(Math.floor(i / 100)).padStart(3, "0"));
		if (i % 100 === 0) mkdirSync(below, { recursive: true });
		writeFileSync(path.join(below, `${String(i).padStart(5, "0")}.md`), text);
	}
	if (!isThere) renameSync(fresh, folder);
	return { folder, bytes };
}

function checkFolder(
	bench: Bench,
	folder: string,
	jobs: number,
): Promise<{ seconds: number; memory: number; digest: string; lines: number }> {
	return new Promise((resolve, reject) => {
		const from = performance.now();
		const args = ["check", "--packs", bench.example, "--fail-on", "never", "--format", "jsonl", "--jobs", String(jobs), folder];
		const child = spawn(process.execPath, [path.join(bench.root, "dist/cli.mjs"), ...args], { stdio: ["ignore", "pipe", "inherit"] });
		const digest = createHash("sha256");
		let lines = 0;
		let memory = 0;
		const watch = setInterval(() => {
			memory = Math.max(memory, residentOf(child.pid as number) || 0);
		}, 200);
		child.stdout.on("data", (bytes: Buffer) => {
			digest.update(bytes);
			for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
		});
		child.once("error", reject);
		child.once("close", (code) => {
			clearInterval(watch);
			if (code === 0) resolve({ seconds: (performance.now() - from) / 1000, memory, digest: digest.digest("hex"), lines });
			else reject(new Error(`plumbline check ended with ${code}`));
		});
	});
}
