import { readFileSync } from "node:fs";
import { check, type Options } from "../../check.ts";
import { sentence } from "../../features/wording/wording.ts";
import { parse } from "../../prose/article.ts";
import { lookup } from "../../references/lookup.ts";
import type { ReferenceStore } from "../../references/store.ts";
import type { Hit } from "../../review/impact.ts";
import { positions } from "../../review/positions.ts";
import type { Checked } from "../../verdicts/verdict.ts";
import { readArticle, type Source } from "../check/articles.ts";
import { assertAnswering } from "../database/answering.ts";
import { openWithProgress } from "../pack/open.ts";
import { type Differences, today } from "./differences.ts";
import type { StatePlace } from "./states.ts";

/** One article and the states that it is held against. Plain data, so that it can be sent to another thread. */
export interface ImpactTask {
	readonly source: Source;
	readonly before: StatePlace;
	readonly now: StatePlace;
	/** Packs that are asked beside both states. */
	readonly others: readonly string[];
	/** The file that says what differs: it may be long, and is read once a thread. */
	readonly differences: string;
	readonly options: Options;
}

/** What the new facts contradict in one article. */
export interface ImpactOutcome {
	readonly hits: readonly Hit[];
	/** The article speaks of something that differs, and was judged by both states. */
	readonly judged: boolean;
}

interface States {
	readonly before: ReferenceStore;
	readonly now: ReferenceStore;
	readonly ids: ReadonlySet<string>;
	readonly all: boolean;
}

const opened = new Map<string, Promise<States>>();

/** Judges one article by both states of a pack, when it speaks of anything that differs between them. Throws `CallError` when it can't be read. */
export async function impactOn({ source, before, now, others, differences, options }: ImpactTask): Promise<ImpactOutcome> {
	let states = opened.get(differences);
	if (!states) {
		states = open(before, now, others, differences);
		opened.set(differences, states);
	}
	const { ids, all, ...stores } = await states;
	const text = await readArticle(source);
	const article = parse(text);
	const speaksOf = async (store: ReferenceStore) => {
		const { facts, people } = await lookup(article, store);
		return [...facts.keys(), ...people.keys()].some((id) => ids.has(id));
	};
	if (!all && !(await speaksOf(stores.now)) && !(await speaksOf(stores.before))) return { hits: [], judged: false };
	const old = new Map((await check(text, today(stores.before), options)).checked.map((one) => [one.claim.id, one]));
	const report = await check(text, today(stores.now), options);
	const wrong = report.checked.filter(({ claim, verdict }) => verdict.name === "contradicted" && isNews(old.get(claim.id)));
	if (wrong.length === 0) return { hits: [], judged: true };
	const then = new Map((await check(text, stores.now, options)).checked.map((one) => [one.claim.id, one.verdict.name]));
	const place = positions(text);
	const hits = wrong.map(({ claim, verdict }): Hit => {
		const was = old.get(claim.id) as Checked;
		const block = report.article.blocks[claim.block];
		const at = block?.sentences[block.sentenceAt(claim.span.start)];
		const [fact] = verdict.references;
		return {
			path: source.path,
			dateline: report.dateline,
			...place(claim.start),
			claim: claim.text.replace(/\s+/g, " "),
			sentence: (block && at ? block.text.slice(at.start, at.end) : claim.text).trim(),
			was: was.verdict.name,
			reason: sentence(verdict.reason, claim),
			rightThen: then.get(claim.id) !== "contradicted",
			...(fact?.source !== undefined && { source: fact.source }),
		};
	});
	return { hits, judged: true };
}

/** What was wrong already is no news. */
function isNews(was: Checked | undefined): boolean {
	return was !== undefined && was.verdict.name !== "contradicted" && was.verdict.name !== "inconsistent";
}

async function open(before: StatePlace, now: StatePlace, others: readonly string[], file: string): Promise<States> {
	const { ids, all } = JSON.parse(readFileSync(file, "utf8")) as Differences;
	const stores = [];
	for (const { place, copy } of [before, now]) {
		const packs = await openWithProgress([place, ...others], { isNamedByCall: true, ...(copy && { states: [copy] }) });
		assertAnswering(packs);
		stores.push(packs.store);
	}
	const [old, fresh] = stores as [ReferenceStore, ReferenceStore];
	return { before: old, now: fresh, ids: new Set(ids), all };
}
