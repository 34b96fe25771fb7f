import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkSync } from "recheck";
import { collectPatterns, type Pattern } from "./collect.ts";

describe("regular expressions", function () {
	this.timeout(300_000);

	it("run in linear time, every one", async () => {
		const patterns = await collectPatterns(fileURLToPath(new URL("../../server", import.meta.url)));
		assert.ok(patterns.length > 20, "the collector finds the server's patterns");
		assert.deepEqual(
			patterns.flatMap((pattern) => fault(pattern)),
			[],
		);
	});

	it("are told apart: one that backtracks is caught", () => {
		assert.match(fault({ source: "(a+)+$", flags: "", where: "here" })[0] ?? "", /vulnerable, exponential/);
	});
});

/** What is wrong with a pattern, in words; nothing when it is linear. */
function fault({ source, flags, where }: Pattern): string[] {
	const answer = checkSync(source, flags, { timeout: 20_000 });
	if (answer.status === "safe") return [];
	const attack = answer.status === "vulnerable" ? `, as on ${answer.attack.pattern.slice(0, 80)}` : "";
	return [
		`${where}: /${source}/${flags}: ${answer.status}, ${answer.status === "vulnerable" ? answer.complexity.summary : "not decided"}${attack}`,
	];
}
