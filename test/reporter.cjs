// A mocha reporter for scripts/test.mjs: it prints failures alone, and writes the counts to the file that PLUMBLINE_RESULTS names.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Base {
	constructor(runner, options) {
		super(runner, options);
		runner.once("end", () => {
			const { passes, failures, pending } = this.stats;
			if (failures > 0) this.epilogue();
			const file = process.env.PLUMBLINE_RESULTS;
			if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
			// Mocha waits for whatever a test has left open. That is a fault of the test, and the log tells what it was.
			const late = setTimeout(() => {
				console.error(`Still open a minute after the last test: ${process.getActiveResourcesInfo().join(", ")}`);
				process.exit(1);
			}, 60_000);
			late.unref();
		});
	}
};
