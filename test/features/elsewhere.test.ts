import assert from "node:assert/strict";
import { check } from "../../server/check.ts";
import { Snapshot } from "../../server/documents/snapshot.ts";
import { hover } from "../../server/features/hover.ts";
import { elsewhere } from "../../server/hints.ts";
import { openPacks } from "../../server/references/packs.ts";
import { textReport } from "../../server/review/formats/text.ts";
import { readSettings } from "../../server/settings.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { memoryHost } from "../checks/run.ts";
import { cursor } from "./view.ts";

const FACTS = `subject,measure,value,unit,period,known_at
Vela,net sales,33.0,USD million,2025,2026-01-20
Vela,net sales,25.4,USD million,2024,2025-01-20
Vela,net sales,31,USD million,2023,2024-01-20
Vela,net profit,4.12,USD million,2025,2026-01-20
Marrow,net sales,28.7,USD million,2025,2026-01-20
Marrow,net sales,99.1,USD million,2025,2026-03-01
Tern,share price,27.03,USD,2026-02-03,
Gull,share price,27.30,USD,2026-02-03,
Auk,share price,19.50,USD,2026-02-03,
Skua,share price,19.50,USD,2026-02-03,
Diver,share price,19.50,USD,2026-02-03,
Vela,employees,10912,person,2025,
`;

/** A hover at the cursor, with what else in the packs has the figure there, and the report as a terminal shows it. */
async function shown(marked: string): Promise<{ hover: string; text: string }> {
	const { text, offset } = cursor(marked);
	const uri = "file:///desk/draft.md";
	const packs = await openPacks(memoryHost(new Map([["desk/pack/facts.csv", FACTS]])), ["memory://desk/pack"]);
	const report = await check(text, packs.store, { date: "2026-02-04", today: "2026-02-04", tolerances: defaultTolerances });
	const found = await elsewhere(report, report.checked, packs.store, defaultTolerances);
	const settings = readSettings({});
	const folder = { uri: "file:///desk", settings, places: [], databases: [], packs, problems: [], reviews: [] };
	const view = {
		uri,
		version: 1,
		document: new Snapshot({ uri, languageId: "markdown", version: 1 }, text),
		report,
		folder,
		settings,
		took: 0,
	};
	const answer = hover(view, view.document.positionAt(offset), { elsewhere: found })?.contents as { value: string } | undefined;
	return { hover: answer?.value ?? "", text: textReport("draft.md", report, undefined, found) };
}

describe("a wrong figure that stands elsewhere in the packs", () => {
	const cases: [why: string, article: string, verdict: string, hint: string | undefined][] = [
		[
			"of another period",
			"Vela had net sales of $25.|4 million in 2025.",
			"contradicted",
			"Vela’s net sales were $25.4 million (pack, 2024)",
		],
		[
			"of another period, by two digits",
			"Vela had net sales of $3|1 million in 2025.",
			"contradicted",
			"Vela’s net sales were $31 million (pack, 2023)",
		],
		[
			"of somebody else",
			"Vela had net sales of $28.|7 million in 2025.",
			"contradicted",
			"Marrow’s net sales were $28.7 million (pack, 2025)",
		],
		[
			"of another measure",
			"Vela had net sales of $4.1|2 million in 2025.",
			"contradicted",
			"Vela’s net profit was $4.12 million (pack, 2025)",
		],
		[
			"of somebody else, where nothing is known of the subject",
			"Puffin had a share price of $27.|30.",
			"unreferenced",
			"Gull’s share price was $27.30 (pack, 3 Feb 2026)",
		],
		[
			"of a measure that the sentence does not name",
			"Vela spent $25.|4 million on a pier.",
			"unreferenced",
			"Vela’s net sales were $25.4 million (pack, 2024)",
		],
		["of no one", "Vela had net sales of $77.|7 million in 2025.", "contradicted", undefined],
		["of three others, which tells nothing", "Tern had a share price of $19.|50 on Tuesday.", "contradicted", undefined],
		["of somebody else, by two digits, which is chance", "Vela had net sales of $2|9 million in 2025.", "contradicted", undefined],
		["published after the article", "Vela had net sales of $99.|1 million in 2025.", "contradicted", undefined],
		["in another unit", "Vela had net sales of $10,9|12 in 2025.", "contradicted", undefined],
		["with words that hold for many values", "Vela had net sales of over $99.|2 million in 2025.", "contradicted", undefined],
		["of what the sentence does not name", "The pier cost $27.|30.", "unreferenced", undefined],
		["of the subject, and right", "Vela had net sales of $33.|0 million in 2025.", "supported", undefined],
	];
	for (const [why, article, verdict, hint] of cases) {
		it(why, async () => {
			const { hover, text } = await shown(article);
			assert.match(hover.toLowerCase(), new RegExp(`\\*\\*${verdict}\\.\\*\\*`));
			const told = (words: string) => /The same figure is found elsewhere: (.*)\./.exec(words)?.[1];
			assert.equal(told(hover), hint);
			assert.equal(told(text), hint);
		});
	}
});
