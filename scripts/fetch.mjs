// Fetches what suites need of the outside, so that they can run without it: `node scripts/fetch.mjs database editor`.
/** What each of them needs; a suite that is not here needs nothing. */
const needs = {
	async database() {
		const { findPrograms } = await import("../test/database/server.ts");
		findPrograms();
	},
	async editor() {
		const { findEditor } = await import("../test/editor/editor.mjs");
		await findEditor();
	},
	async web() {
		const { requireChromium } = await import("../test/editor/host/chromium.mjs");
		const { installWebHost } = await import("../test/web/host/install.mjs");
		requireChromium();
		installWebHost();
	},
};

for (const name of process.argv.slice(2)) {
	try {
		await needs[name]?.();
	} catch (error) {
		// The suite itself says what is missing.
		console.log(`${name}: ${error.message}`);
	}
}
