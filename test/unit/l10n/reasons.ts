import type { Claim } from "../../../server/claims/claim.ts";
import type { Entity, Fact, Measure, Person, SourceDocument } from "../../../server/references/fact.ts";
import type { Reason } from "../../../server/verdicts/verdict.ts";

const fact: Fact = {
	pack: "deskpack",
	resource: "facts.csv",
	row: 12,
	subject: "vela",
	measure: "sales",
	value: 33_000_000,
	printed: "33.0",
	decimals: 1,
	scale: 1e6,
	unit: "USD",
	period: "2025-Q3",
	knownAt: "2026-01-20",
};
const older: Fact = { ...fact, value: 25_000_000, printed: "25.0", period: "2024-02-03", knownAt: "2024-05-06" };
const undated: Fact = { ...fact, unit: "tonne", value: 1.5, printed: "1.5", scale: 1 };
const dateless = (({ period: _, knownAt: __, ...rest }: Fact): Fact => rest)(undated);
const opened: Fact = { ...dateless, unit: "date", printed: "2022-04-08", value: 2022, decimals: 0, knownAt: "2023-01-02" };
const inYear: Fact = { ...opened, printed: "1987", value: 1987 };
const percent: Fact = { ...dateless, unit: "percent", value: 12.5, printed: "12.5" };
const goals: Fact = { ...dateless, unit: "goal", value: 9, printed: "9", decimals: 0 };

const named = (name: string): Entity => ({ id: name, name, aliases: [], pack: "deskpack" });
const called = (label: string): Measure => ({ id: label, label, aliases: [], confusableWith: [], pack: "deskpack" });
const vela = named("Vela");
const games = named("Island Games");
const one = called("turnover");
const many = called("exports");
const person: Person = { id: "moss", name: "Ada Moss", aliases: [], pack: "deskpack", resource: "people.csv", row: 2 };
const chief: Person = { ...person, title: "chief executive", organisation: "University of Ardal", from: "2021-03-01" };
const past: Person = { ...chief, to: "2024-03-01" };
const professor: Person = { ...chief, title: "professor" };
const document: SourceDocument = { pack: "deskpack", resource: "remarks.md", text: "", date: "2026-01-02" };
const titled: SourceDocument = { ...document, title: "Remarks" };

/** A claim as far as a sentence looks at it. */
function claimOf(text: string, quantity?: object, more: object = {}): Claim {
	return { text, kind: "count", ...(quantity && { quantity }), ...more } as unknown as Claim;
}

const plain = { value: 30e6, scale: 1e6, decimals: 0, unit: "USD", unitKind: "currency", hedge: "exactly" };
const money = claimOf("$30 million", plain);
const share = claimOf("12 percent", { ...plain, value: 12, scale: 1, unit: "percent", unitKind: "percent" });
const date = claimOf("8 April 2021");
const hedged = (hedge: string) => claimOf("$30 million", { ...plain, hedge });
const moving = (trend: string) => claimOf("30%", { ...plain, value: 30, unit: "percent", unitKind: "percent", trend });

type Said = readonly [reason: Reason, claim?: Claim];

/** Every kind of reason, in each of the forms that its sentence takes; the words of the data are invented. */
export const reasons: Readonly<Record<Reason["kind"], readonly Said[]>> = {
	"nothing known": [[{ kind: "nothing known" }]],
	"too close to call": [[{ kind: "too close to call" }]],
	"no pack": [[{ kind: "no pack" }]],
	"nothing to check": [[{ kind: "nothing to check" }]],
	agrees: [
		[{ kind: "agrees", fact, subject: vela, measure: one }],
		[{ kind: "agrees", fact, subject: games, measure: many }],
		[{ kind: "agrees", fact: dateless, measure: one }],
		[{ kind: "agrees", fact: { ...dateless, high: 2, qualifier: "min" }, measure: many }],
		[{ kind: "agrees", fact: { ...dateless, qualifier: "max" }, subject: vela, measure: many }],
		[{ kind: "agrees", fact: dateless }],
		[{ kind: "agrees", fact: { ...fact, period: "2025-H1" }, subject: vela, measure: one }],
		[{ kind: "agrees", fact: { ...fact, period: "2025-W03" }, subject: vela, measure: one }],
		[{ kind: "agrees", fact: { ...fact, period: "2024-07/2025-06" }, subject: vela, measure: one }],
		[{ kind: "agrees", fact: { ...fact, unit: "USD per hour", scale: 1, value: 21.5 }, subject: vela, measure: called("wage") }],
		[{ kind: "agrees", fact: { ...fact, unit: "CHF", scale: 1, value: -21.5 }, subject: vela, measure: one }],
		[{ kind: "agrees", fact: { ...dateless, unit: "degree Celsius" }, subject: vela, measure: one }],
		[{ kind: "agrees", fact: percent, subject: vela, measure: called("turnover change") }],
		[{ kind: "agrees", fact: { ...percent, value: -12.5 }, subject: vela, measure: called("turnover change") }],
		[{ kind: "agrees", fact: { ...percent, value: 0 }, subject: vela, measure: called("turnover change") }],
		[{ kind: "agrees", fact: percent, subject: vela, measure: called("change of turnover since 2024-02-03") }],
		[{ kind: "agrees", fact: { ...percent, value: -12.5 }, subject: vela, measure: called("change of turnover since 2024-Q2") }],
		[{ kind: "agrees", fact: { ...percent, value: 0 }, subject: vela, measure: called("change of turnover since 2024") }],
		[{ kind: "agrees", fact: { ...percent, unit: "none", value: 3 }, subject: vela, measure: called("turnover as a multiple of Tessel") }],
		[{ kind: "agrees", fact: { ...percent, unit: "none", value: 3 }, subject: vela, measure: called("exports as a multiple of Tessel") }],
		[
			{
				kind: "agrees",
				fact: { ...percent, unit: "none", value: 0.5 },
				subject: vela,
				measure: called("turnover as a multiple since 2024"),
			},
		],
		[{ kind: "agrees", fact: { ...percent, unit: "none", value: 2 }, subject: vela, measure: called("turnover as a multiple since 2024") }],
		[{ kind: "agrees", fact: { ...percent, unit: "none", value: 2 }, subject: vela, measure: called("exports as a multiple since 2024") }],
		[{ kind: "agrees", fact, measure: called("difference in turnover between Vela and Tessel") }],
		[{ kind: "agrees", fact: goals, subject: vela, measure: called("goals") }],
		[{ kind: "agrees", fact: { ...goals, qualifier: "min" }, subject: vela, measure: called("field goals made") }],
		[{ kind: "agrees", fact: { ...goals, value: 0 }, subject: vela, measure: called("goals") }],
		[{ kind: "agrees", fact: opened, subject: vela, measure: called("opening") }],
		[{ kind: "agrees", fact: inYear, subject: games, measure: called("last held in Orne") }],
		[{ kind: "agrees", fact: opened, subject: vela, measure: called("elections") }],
		[{ kind: "agrees", fact: inYear, subject: vela, measure: called("elections") }],
		[{ kind: "agrees", fact: inYear, measure: called("split") }],
		[{ kind: "agrees", fact: opened, measure: called("split") }],
		[{ kind: "agrees", fact: { ...percent, unit: "percentage point" }, subject: vela, measure: one }],
	],
	disagrees: [
		[{ kind: "disagrees", fact, subject: vela, measure: one }],
		[{ kind: "disagrees", fact, rival: { ...fact, source: "Annual report" }, subject: vela, measure: one }],
		...(["profit", "loss", "surplus", "deficit"] as const).map(
			(side): Said => [{ kind: "disagrees", fact, subject: vela, measure: one, side }],
		),
		[{ kind: "disagrees", fact: dateless, subject: vela, measure: one }, claimOf("third", undefined, { kind: "rank" })],
		[{ kind: "disagrees", fact: { ...percent, value: -3 }, subject: vela, measure: called("turnover change") }, moving("up")],
		[{ kind: "disagrees", fact: percent, subject: vela, measure: called("turnover change") }, moving("down")],
	],
	superseded: [
		[{ kind: "superseded", fact: older, newer: fact, subject: vela, measure: one }],
		[{ kind: "superseded", fact: { ...older, period: "2025-Q3" }, newer: fact, subject: vela, measure: one }],
		[{ kind: "superseded", fact: dateless, newer: fact, subject: vela, measure: one }],
	],
	misleads: [
		...["exactly", "about", "over", "under", "atLeast", "atMost", "nearly", "upTo"].map(
			(hedge): Said => [{ kind: "misleads", fact, subject: vela, measure: one }, hedged(hedge)],
		),
		[{ kind: "misleads", fact, subject: vela, measure: one, fits: older }, hedged("over")],
		[{ kind: "misleads", fact, subject: vela, measure: one, fits: older }, hedged("nearly")],
	],
	"percent for points": [
		[{ kind: "percent for points", fact: { ...percent, unit: "percentage point" }, subject: vela, measure: one }, share],
	],
	neighbour: [
		[{ kind: "neighbour", fact, subject: vela, measure: one, neighbour: many }],
		[{ kind: "neighbour", fact, subject: vela, neighbour: many }],
	],
	place: [
		[{ kind: "place", fact, subject: vela, measure: one, place: 3, least: false, open: false }],
		[{ kind: "place", fact, subject: vela, measure: one, place: 12, least: true, open: false, whole: { ...games, type: "organisation" } }],
		[{ kind: "place", fact, subject: vela, measure: one, place: 2, least: false, open: true, whole: games }],
		[{ kind: "place", fact, subject: vela, measure: one, place: 2, least: true, open: true }],
	],
	extreme: [one, many].flatMap((measure) =>
		[true, false].flatMap((lowest): Said[] => [
			[{ kind: "extreme", fact, subject: vela, measure, lowest, since: "2019" }],
			[{ kind: "extreme", fact, subject: vela, measure, lowest, since: "2019-Q4", rival: older }],
			[{ kind: "extreme", fact, subject: vela, measure, lowest, since: "2019", rival: fact }],
			[{ kind: "extreme", fact, subject: vela, measure, lowest, since: "2019", rival: { ...fact, period: "2025" } }],
		]),
	),
	"cannot tell": [
		[{ kind: "cannot tell", fact, subject: vela, measure: one }],
		[{ kind: "cannot tell", fact: older, subject: vela, measure: one }],
		[{ kind: "cannot tell", fact: dateless, subject: vela, measure: one }],
	],
	"packs disagree": [[{ kind: "packs disagree", facts: [fact, older] }]],
	"quoted faithfully": [[{ kind: "quoted faithfully", document }], [{ kind: "quoted faithfully", document: titled }]],
	misquoted: [document, titled].map((one): Said => [{ kind: "misquoted", document: one, written: "wood", original: "stone" }]),
	"said by another": [document, titled].map((one): Said => [{ kind: "said by another", document: one, written: "Reyl", speaker: "Moss" }]),
	"person agrees": [
		person,
		chief,
		past,
		professor,
		{ ...professor, to: "2024" },
		{ ...person, title: "mayor" },
		{ ...person, title: "mayor", to: "2024" },
		{ ...person, organisation: "Ardal" },
		{ ...person, organisation: "Ardal", to: "2024" },
	].map((one): Said => [{ kind: "person agrees", person: one }]),
	"name misspelt": [[{ kind: "name misspelt", written: "Ava Moss", person }]],
	"organisation misspelt": [[{ kind: "organisation misspelt", written: "Velo", spelling: "Vela", entity: vela }]],
	"no speaker": [[{ kind: "no speaker" }]],
	"surname first": [[{ kind: "surname first", written: "Moss", full: "Ada Moss" }]],
	"anonymous source": [[{ kind: "anonymous source", written: "Some Ardal staff" }]],
	"title differs": [person, chief].map((one): Said => [{ kind: "title differs", written: "dean", person: one }]),
	"title ended": [[{ kind: "title ended", written: "dean", until: "2024-03-01", person }]],
	"organisation differs": [person, chief].map((one): Said => [{ kind: "organisation differs", written: "Tessel", person: one }]),
	arithmetic: ["60%", "3.2% down", "3.2% up", "54 or 55", "1,234"].map(
		(expected): Said => [{ kind: "arithmetic", written: "12%", expected, working: "" }, share],
	),
	change: (["percentage point", "basis point", "times"] as const).map(
		(unit): Said => [{ kind: "change", written: "12%", size: "1,234.5", unit }, share],
	),
	direction: [
		[{ kind: "direction", written: "€1.2 billion", other: "€4.9 billion", isMore: true }],
		[{ kind: "direction", written: "410 flats", other: "380", isMore: false }],
	],
	"no draw": [[{ kind: "no draw", score: "3–2" }]],
	"over all": [[{ kind: "over all", sum: "106%" }]],
	"no winner": [[{ kind: "no winner", score: "2–2" }]],
	"more than all": [[{ kind: "more than all", written: "12 wins", most: "1,234 games" }]],
	"said differently": [
		[{ kind: "said differently", written: "12", other: "14", related: { start: 0, end: 1 } }],
		[{ kind: "said differently", written: "12", other: "14", related: { start: 0, end: 1 } }, claimOf("12", undefined, { quote: {} })],
	],
	headline: [[{ kind: "headline", written: "12", other: "14" }]],
	list: [[{ kind: "list", written: "five towns", items: 4 }], [{ kind: "list", written: "5 towns", items: 4 }]],
	conversion: [
		[{ kind: "conversion", written: "9 km", first: "5.6 miles", expected: "9,012" }, claimOf("9 km", { ...plain, unit: "kilometer" })],
		[{ kind: "conversion", written: "€9", first: "$10", expected: "8.5" }, claimOf("€9", { ...plain, unit: "EUR" })],
		[{ kind: "conversion", written: "9", first: "10", expected: "8.5" }, claimOf("9", { ...plain, unit: "none" })],
	],
	rate: [[{ kind: "rate", written: "€9", first: "$10" }]],
	"two spellings": [[{ kind: "two spellings", written: "Velo", other: "Vela" }]],
	weekday: [
		[{ kind: "weekday", written: "Tuesday", actual: "Wednesday", date: "2026-02-04" }],
		[{ kind: "weekday", written: "Tuesday", actual: "Wednesday", date: "2026-02-04", tense: "future" }],
	],
	"projection is past": [[{ kind: "projection is past", written: "by 2024", dateline: "2026-02-04" }]],
	ignored: [[{ kind: "ignored", note: "Ardal." }]],
	"signed off": [
		[{ kind: "signed off", by: "Moss", on: "2026-02-04" }],
		[{ kind: "signed off", by: "Moss", on: "2026-02-04", note: "Ardal" }],
		[{ kind: "signed off", by: "Moss", on: "2026-02-04", whole: true }],
		[{ kind: "signed off", by: "Moss", on: "2026-02-04", note: "Ardal", whole: true }],
	],
};

/** Each of them with its claim: that of a sum of money where nothing else is said, of a date for a date. */
export function* all(): Generator<readonly [reason: Reason, claim: Claim]> {
	for (const list of Object.values(reasons))
		for (const [reason, claim = "fact" in reason && reason.fact.unit === "date" ? date : money] of list) yield [reason, claim];
}
