import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { takePicture } from "./picture.ts";

/** Runs every test beside this file, or those whose names hold PLUMBLINE_GREP, in VS Code's extension host, and writes the counts to the file that PLUMBLINE_RESULTS names. */
export async function run(): Promise<void> {
	const mocha = new Mocha({ ui: "bdd", reporter: "spec", timeout: 30_000, color: false, forbidOnly: process.env.CI !== undefined });
	for (const name of readdirSync(__dirname).sort()) if (name.endsWith(".test.cjs")) mocha.addFile(path.join(__dirname, name));
	const { PLUMBLINE_GREP: part } = process.env;
	if (part) mocha.fgrep(part);
	const failures: Promise<void>[] = [];
	const counts = await new Promise<Mocha.Stats | undefined>((resolve) => {
		const runner = mocha.run(() => resolve(runner.stats));
		runner.on("fail", () => failures.push(takePicture(`failure-${failures.length + 1}`).catch(() => {})));
	});
	await Promise.all(failures);
	const { passes = 0, failures: failed = 0, pending = 0 } = counts ?? {};
	const file = process.env.PLUMBLINE_RESULTS;
	if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed, skipped: pending }));
	if (failed > 0 || (passes === 0 && !part)) throw new Error(`${failed} tests failed, ${passes} passed`);
}
