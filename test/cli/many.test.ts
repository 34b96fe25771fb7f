import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plumbline } from "./run.ts";

describe("plumbline check of many articles", function () {
	this.timeout(60_000);
	let folder: string;
	before(() => {
		folder = mkdtempSync(path.join(tmpdir(), "many-"));
		for (let i = 0; i < 120; i++)
			writeFileSync(
				path.join(folder, `a${String(i).padStart(3, "0")}.md`),
				`---\nurl: https://desk.example/${i}\npublisher: The desk\n---\n\n# Story ${i}\n\nSales rose ${i}% to $${i + 1} million on 3 May 2025.\n`,
			);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	for (const format of ["text", "jsonl", "github", "json", "sarif", "html", "junit", "claimreview"]) {
		it(`prints the same on several threads as on one, in order: ${format}`, async () => {
			const run = (jobs: string) => plumbline(["check", "--format", format, "--jobs", jobs, "--fail-on", "unreferenced", folder]);
			const [one, three] = [await run("1"), await run("3")];
			assert.equal(three.out, one.out);
			assert.deepEqual([three.code, one.code], [1, 1]);
			if (format === "json") {
				const { articles, summary } = JSON.parse(one.out) as {
					articles: { claims: { verdict: string }[] }[];
					summary: Record<string, number>;
				};
				const claims = articles.flatMap((article) => article.claims);
				assert.equal(articles.length, 120);
				assert.equal(summary.unreferenced, claims.filter(({ verdict }) => verdict === "unreferenced").length);
				assert.equal(
					Object.values(summary).reduce((sum, count) => sum + count),
					claims.length,
				);
			}
			if (format !== "jsonl") return;
			const paths = three.out.trim().split("\n");
			assert.equal(paths.length, 120);
			assert.ok(paths.every((line, i) => line.includes(`a${String(i).padStart(3, "0")}.md`)));
		});
	}

	it("writes a large file without a word beside", async () => {
		const large = path.join(folder, "large.md");
		// Each article's piece is larger than what a stream holds, so that every one has to wait.
		writeFileSync(large, "Sales rose 4% to $3 million on 3 May 2025.\n\n".repeat(200));
		const file = path.join(folder, "out.json");
		const { err } = await plumbline([
			"check",
			"--format",
			"json",
			"--jobs",
			"1",
			"--output",
			file,
			...Array.from({ length: 14 }, () => large),
		]);
		rmSync(large);
		assert.equal(err.replace(/^.*\d+ of \d+.*$/gm, "").trim(), "");
	});

	it("tells of an article that is not UTF-8 and checks the others", async () => {
		writeFileSync(path.join(folder, "a007.md"), Uint8Array.of(0x41, 0xff));
		const { code, out, err } = await plumbline(["check", "--format", "jsonl", "--jobs", "2", folder]);
		assert.equal(code, 2);
		assert.equal(out.trim().split("\n").length, 119);
		assert.match(err, /a007\.md is not UTF-8 \(byte 2\)/);
	});

	it("refuses a count of threads that is none", async () => {
		const { code, err } = await plumbline(["check", "--jobs", "0", folder]);
		assert.equal(code, 2);
		assert.match(err, /--jobs is not a number of threads/);
	});
});
