// Mocha's build for browsers makes `mocha` and its words global.
import "mocha/mocha.js";
import { takePicture } from "./picture.ts";

/** Runs the tests that `load` brings in the extension host of a page, a worker, and tells the counts to whoever reads its console. */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
	mocha.setup({ ui: "bdd", reporter: "spec", timeout: 30_000, color: false });
	await load();
	const failures: Promise<void>[] = [];
	const {
		passes,
		failures: failed,
		pending,
	} = await new Promise<Mocha.Stats>((resolve, reject) => {
		const runner = mocha.run(() => (runner.stats ? resolve(runner.stats) : reject(new Error("no test ran"))));
		runner.on("fail", () => failures.push(takePicture(`web-failure-${failures.length + 1}`).catch(() => {})));
	});
	await Promise.all(failures);
	console.log(`@@results ${JSON.stringify({ passed: passes, failed, skipped: pending })}`);
	if (failed > 0 || passes === 0) throw new Error(`${failed} tests failed, ${passes} passed`);
}
