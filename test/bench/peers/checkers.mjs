// Checkers of prose behind one door: `load` answers a function that checks a text and says how many findings there were. Everything that a checker keeps
// from one text to the next, it may keep.

/** @type {Record<string, () => Promise<(text: string) => Promise<number>>>} */
export const checkers = {
	async cspell() {
		const { spellCheckDocument } = await import("cspell-lib");
		return async (text) => {
			const document = { uri: "article.md", text, languageId: "markdown", locale: "en" };
			const { issues } = await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, {});
			return issues.length;
		};
	},
	async markdownlint() {
		const { lint } = await import("markdownlint/sync");
		return async (text) => lint({ strings: { article: text } }).article.length;
	},
	async "write-good"() {
		const { default: writeGood } = await import("write-good");
		return async (text) => writeGood(text).length;
	},
	async textlint() {
		const { createLinter } = await import("textlint");
		const { TextlintKernelDescriptor } = await import("@textlint/kernel");
		const [{ default: rule }, { default: plugin }] = await Promise.all([
			import("textlint-rule-write-good"),
			import("@textlint/textlint-plugin-markdown"),
		]);
		const linter = createLinter({
			descriptor: new TextlintKernelDescriptor({
				rules: [{ ruleId: "write-good", rule: rule.default ?? rule }],
				plugins: [{ pluginId: "markdown", plugin: plugin.default ?? plugin }],
				filterRules: [],
			}),
		});
		return async (text) => (await linter.lintText(text, "article.md")).messages.length;
	},
	async harper() {
		const { binary } = await import("harper.js/binary");
		const { LocalLinter } = await import("harper.js");
		const linter = new LocalLinter({ binary });
		await linter.setup();
		return async (text) => (await linter.lint(text)).length;
	},
};
