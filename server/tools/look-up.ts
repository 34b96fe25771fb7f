import * as z from "zod";
import { factValue } from "../features/wording/values.ts";
import type { Entity, Fact, Measure } from "../references/fact.ts";
import type { ReferenceStore } from "../references/store.ts";
import { referenceJson } from "../review/json.ts";
import { ToolError, tool } from "./tool.ts";

const input = z.strictObject({
	words: z
		.string()
		.min(1)
		.max(400)
		.describe("Names as an article would write them, with or without what is asked of them: `AT&T share price`."),
	period: z
		.string()
		.regex(/^\d{4}/, "is not a period like 2025, 2025-Q4 or 2026-02-04")
		.optional()
		.describe("Only facts of this period, ISO 8601: `2025` takes in all of its quarters and days."),
	limit: z.int().min(1).max(200).default(20).describe("At most so many facts, the newest first."),
});

/** Facts that names lead to. */
export const lookUpTool = tool({
	name: "look_up",
	title: "Look a fact up",
	description:
		"Looks names up in the newsroom's reference packs: companies, places, people and other entities, and measures such as share price or population. " +
		"Answers the facts with value, unit, period, source and the pack's row, and people with their titles. Where nothing has the name, answers names that are like it.",
	input,
	async run({ words, period, limit }, desk) {
		const store = await desk.packs();
		if (store.packs.length === 0) throw new ToolError("No reference pack is set up here. Make one with `plumbline pack init`.");
		const [mentions = []] = await store.mentions([words]);
		const ids = (kind: "entity" | "measure" | "person") => [
			...new Set(mentions.flatMap((found) => (found.kind === kind ? found.ids : []))),
		];
		const [subjects, measures, persons] = [ids("entity"), ids("measure"), ids("person")];
		const entities = await store.entities(subjects);
		const lists = await store.facts(subjects.map((subject) => ({ subject, ...(measures.length > 0 && { measures }) })));
		const facts = lists.flat().filter((fact) => period === undefined || fact.period?.startsWith(period));
		const newest = facts.sort((a, b) => (asOf(b) < asOf(a) ? -1 : 1)).slice(0, limit);
		const labels = await store.measures([...new Set([...measures, ...newest.map(({ measure }) => measure)])]);
		const people = (await store.people(persons)).flat();
		return {
			facts: newest.map((fact) => factJson(fact, entities, labels)),
			...(facts.length > limit && { more: facts.length - limit }),
			people: people.map(({ name, title, organisation, from, to, pack, row }) => ({
				name,
				title,
				organisation,
				from,
				to,
				pack,
				row,
			})),
			...(subjects.length + persons.length === 0 && { similar: await similar(words, store) }),
		};
	},
});

/** What a fact is as of, for sorting: its period, and among those of one period when it became known. */
function asOf({ period = "", knownAt = "" }: Fact): string {
	return `${period} ${knownAt}`;
}

/** A fact in the contract's form, with names for a reader beside the ids. */
function factJson(fact: Fact, entities: readonly Entity[], measures: readonly Measure[]): object {
	return {
		subjectName: entities.find(({ id }) => id === fact.subject)?.name,
		measureLabel: measures.find(({ id }) => id === fact.measure)?.label,
		words: factValue(fact),
		...referenceJson(fact),
	};
}

/** Names that contain the words, or the longest of them, for a caller who does not know how the packs write it. */
async function similar(words: string, store: ReferenceStore): Promise<string[]> {
	const longest = words.split(/\s+/).sort((a, b) => b.length - a.length)[0] ?? words;
	for (const part of [words, longest]) {
		const found = await store.search(part, ["entity", "person", "measure"], MOST_SIMILAR);
		if (found.length > 0) return [...new Set(found.map(({ name }) => name))];
	}
	return [];
}

/** Names to choose from; more are none. */
const MOST_SIMILAR = 10;
