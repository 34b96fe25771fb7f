import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { statesOf } from "../../../server/node/check/article.ts";
import work, { type Outcome, type Task } from "../../../server/node/check/check-worker.ts";
import { openWorkspace } from "../../../server/node/workspace.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";

/** A thread opens packs some time after the call has: meanwhile they may be gone. */
describe("a pack that is gone when a thread of many articles begins", () => {
	let folder: string;
	let states: readonly string[];
	before(async () => {
		folder = mkdtempSync(path.join(tmpdir(), "vanished-"));
		mkdirSync(path.join(folder, "packs"));
		writeFileSync(path.join(folder, "packs/facts.csv"), "subject,measure,value,unit\nHarbour Bridge,cost,42.45,USD billion\n");
		writeFileSync(path.join(folder, "draft.md"), "The Harbour Bridge cost $45.2 billion.\n");
		const workspace = await openWorkspace([], folder);
		states = statesOf(workspace);
		workspace.packs.store.close();
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	const taskFor = (desk: string): Task => ({
		source: { path: path.join(folder, desk, "draft.md") },
		packs: [],
		first: path.join(folder, desk),
		printing: {
			format: "github",
			options: { today: "2026-02-04", tolerances: defaultTolerances },
			failOn: "contradicted",
			colour: false,
		},
		states,
	});

	it("leaves its articles unchecked and says so, rather than that nothing is wrong", async () => {
		renameSync(path.join(folder, "packs"), path.join(folder, "shelf"));
		const outcome = (await work(taskFor(""))) as Outcome;
		assert.ok("unreadable" in outcome);
		assert.match(outcome.unreadable, /draft\.md was not checked: the packs are no longer those that the check began with; run it again$/);
	});

	it("is judged by where it is there again", async () => {
		renameSync(path.join(folder, "shelf"), path.join(folder, "packs"));
		// Another call: a thread lives no longer than its own.
		const outcome = (await work({ ...taskFor(""), first: path.join(folder, "draft.md") })) as Outcome;
		assert.ok("text" in outcome && outcome.fails, JSON.stringify(outcome));
	});

	it("leaves its articles unchecked where another pack has taken its name", async () => {
		writeFileSync(path.join(folder, "packs/facts.csv"), "subject,measure,value,unit\nHarbour Bridge,cost,45.2,USD billion\n");
		const outcome = (await work({ ...taskFor(""), first: path.join(folder, "packs") })) as Outcome;
		assert.ok("unreadable" in outcome, JSON.stringify(outcome));
		assert.match(outcome.unreadable, /the packs are no longer those that the check began with/);
	});
});
