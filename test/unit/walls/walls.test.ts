import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/** For a file, imports that a wall stops and imports that pass. The files are made up; the walls of biome.walls.json are the real ones. */
const cases: Readonly<Record<string, { readonly stopped: readonly string[]; readonly passed: readonly string[] }>> = {
	"server/prose/a.ts": {
		stopped: [
			'import type { Claim } from "../claims/claim.ts"',
			'import { check } from "../check.ts"',
			'await import("../claims/finders.ts")',
		],
		passed: ['import { span } from "./span.ts"', 'import { parser } from "@lezer/markdown"'],
	},
	"server/prose/deep/a.ts": { stopped: ['import { check } from "../../check.ts"'], passed: ['import { span } from "../span.ts"'] },
	"server/language/a.ts": {
		stopped: ['import type { Fact } from "../references/fact.ts"', 'import { a } from "../settings.ts"'],
		passed: ['import { phrase } from "./phrase.ts"'],
	},
	"server/claims/a.ts": {
		stopped: ['import type { Fact } from "../references/fact.ts"', 'import { a } from "../settings.ts"'],
		passed: ['import { find } from "./speech/finder.ts"', 'import { span } from "../prose/span.ts"'],
	},
	"server/claims/speech/a.ts": {
		stopped: [
			'import { read } from "../time/read.ts"',
			'import { a } from "../quantities/finder.ts"',
			'import { a } from "../../session.ts"',
		],
		passed: ['import { a } from "../finder.ts"', 'import { figuresOf } from "../quantities/figures.ts"'],
	},
	"server/claims/time/readers/a.ts": {
		stopped: ['import { a } from "../../speech/finder.ts"', 'import { judge } from "../../../verdicts/judge.ts"'],
		passed: ['import { span } from "../../../prose/span.ts"', 'import { read } from "../read.ts"'],
	},
	"server/references/pack/a.ts": {
		stopped: [
			'import { quantityOf } from "../../claims/claim.ts"',
			'import { a } from "../../session.ts"',
			'import type { Verdict } from "../../verdicts/verdict.ts"',
		],
		passed: ['import type { Claim } from "../../claims/claim.ts"', 'import { HostError } from "../../host.ts"'],
	},
	"server/verdicts/a.ts": {
		stopped: [
			'import { lookup } from "../references/lookup.ts"',
			'import { find } from "../claims/finders.ts"',
			'import { sentence } from "../features/wording/wording.ts"',
			'import { check } from "../check.ts"',
		],
		passed: [
			'import type { Fact } from "../references/fact.ts"',
			'import { isKindNoun } from "../references/kinds/kinds.ts"',
			'import { quantityOf } from "../claims/claim.ts"',
		],
	},
	"server/tools/a.ts": {
		stopped: [
			'import { hover } from "../features/hover.ts"',
			'import { files } from "../node/files.ts"',
			'import { Session } from "../session.ts"',
		],
		passed: ['import { check } from "../check.ts"', 'import { claimsJson } from "../review/json.ts"'],
	},
	"server/check.ts": {
		stopped: [
			'import { sentence } from "./features/wording/wording.ts"',
			'import { a } from "./review/json.ts"',
			'import { a } from "./session.ts"',
			'import { a } from "./node/files.ts"',
		],
		passed: ['import { find } from "./claims/finders.ts"', 'import { judge } from "./verdicts/judge.ts"'],
	},
	"server/review/a.ts": {
		stopped: [
			'import { hover } from "../features/hover.ts"',
			'import { check } from "../check.ts"',
			'import type { View } from "../session.ts"',
			'import { judge } from "../verdicts/judge.ts"',
		],
		passed: ['import { sentence } from "../features/wording/wording.ts"', 'import type { Report } from "../check.ts"'],
	},
	"server/features/a.ts": {
		stopped: [
			'import { json } from "../review/json.ts"',
			'import { hover } from "./hover.ts"',
			'export { hover } from "./hover.ts"',
			'import { judge } from "../verdicts/judge.ts"',
			'import { check } from "../check.ts"',
		],
		passed: ['import { rangeOf } from "./ranges.ts"', 'import type { View } from "../session.ts"', 'import { fix } from "./fixes/fix.ts"'],
	},
	"server/features/fixes/a.ts": {
		stopped: [
			'import { hover } from "../hover.ts"',
			'import { judge } from "../../verdicts/judge.ts"',
			'import { check } from "../../check.ts"',
		],
		passed: [
			'import { b } from "./b.ts"',
			'import { day } from "../wording/values.ts"',
			'import type { Fact } from "../../references/fact.ts"',
		],
	},
	"server/session.ts": {
		stopped: ['import { hover } from "./features/hover.ts"', 'import { serve } from "./server.ts"', 'import { a } from "./node/files.ts"'],
		passed: ['import { check } from "./check.ts"', 'import { a } from "./settings.ts"'],
	},
	"server/server.ts": {
		stopped: ['import { check } from "./check.ts"', 'import { a } from "./node/files.ts"', 'import { judge } from "./verdicts/judge.ts"'],
		passed: ['import { hover } from "./features/hover.ts"', 'import { a } from "./session.ts"'],
	},
	"server/host.ts": { stopped: ['import { a } from "./session.ts"'], passed: ['import { URI } from "vscode-uri"'] },
	"server/protocol.ts": { stopped: ['import { a } from "./settings.ts"'], passed: ['import type { A } from "./settings.ts"'] },
	"client/views/a.ts": {
		stopped: ['import type { A } from "../../server/session.ts"', 'import { a } from "../../server/settings.ts"'],
		passed: ['import { a } from "../../server/protocol.ts"'],
	},
};

describe("walls between the rooms", () => {
	it("stop what a room may not import, and nothing else", () => {
		const stopped = lint(cases);
		for (const [file, { stopped: wrong, passed: right }] of Object.entries(cases)) {
			for (const line of wrong) assert.ok(stopped.has(`${file}: ${line}`), `no wall stops, in ${file}: ${line}`);
			for (const line of right) assert.ok(!stopped.has(`${file}: ${line}`), `a wall stops, in ${file}: ${line}`);
		}
	});
});

/** The lines, as `file: line`, that the linter stops for their imports. */
function lint(files: typeof cases): Set<string> {
	const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-walls-"));
	try {
		copyFileSync(path.join(root, "biome.walls.json"), path.join(folder, "biome.json"));
		for (const [file, { stopped, passed }] of Object.entries(files)) {
			mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
			writeFileSync(path.join(folder, file), `${[...stopped, ...passed].join("\n")}\n`);
		}
		const biome = path.join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
		const args = [biome, "lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "--colors=off", "."];
		const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
		const found = new Set<string>();
		for (const [, file = "", row = ""] of `${stdout}${stderr}`.matchAll(/^(\S+\.ts):(\d+):\d+ lint\/style\/noRestrictedImports/gm)) {
			const lines = files[file];
			found.add(`${file}: ${lines ? [...lines.stopped, ...lines.passed][Number(row) - 1] : row}`);
		}
		return found;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
