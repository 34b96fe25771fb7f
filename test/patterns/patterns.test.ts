import assert from "node:assert/strict";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { collectPatterns, type Pattern } from "./collect.ts";

interface Answer {
	readonly status: "safe" | "vulnerable" | "unknown";
	readonly summary: string;
	readonly attack: string;
}

describe("regular expressions", function () {
	this.timeout(600_000);

	it("run in linear time, every one", async () => {
		const patterns = await collectPatterns(fileURLToPath(new URL("../../server", import.meta.url)));
		assert.ok(patterns.length > 20, "the collector finds the server's patterns");
		const answers = await checkAll(patterns);
		const bad = patterns.flatMap((pattern, i) => {
			const answer = answers[i] as Answer;
			return answer.status === "safe"
				? []
				: [`${pattern.where}: /${pattern.source}/${pattern.flags}: ${answer.status}, ${answer.summary} ${answer.attack}`];
		});
		assert.deepEqual(bad, []);
	});

	it("are told apart: one that backtracks is caught", async () => {
		const [answer] = await checkAll([{ source: "(a+)+$", flags: "", where: "here" }]);
		assert.equal(answer?.status, "vulnerable");
	});
});

/** Checks patterns on all cores. */
async function checkAll(patterns: readonly Pattern[]): Promise<Answer[]> {
	const answers: Answer[] = [];
	let next = 0;
	const work = async (): Promise<void> => {
		const worker = new Worker(new URL("./worker.ts", import.meta.url));
		try {
			while (next < patterns.length) {
				const i = next++;
				worker.postMessage({ source: patterns[i]?.source, flags: patterns[i]?.flags });
				answers[i] = await new Promise<Answer>((resolve, reject) => {
					worker.once("message", resolve);
					worker.once("error", reject);
				});
				worker.removeAllListeners();
			}
		} finally {
			await worker.terminate();
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(cpus().length, patterns.length)) }, work));
	return answers;
}
