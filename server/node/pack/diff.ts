import path from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "../../check.ts";
import { factValue } from "../../features/wording/values.ts";
import type { Fact } from "../../references/fact.ts";
import { findPacks } from "../../references/pack/find.ts";
import { Problems } from "../../references/pack/problem.ts";
import { readPack } from "../../references/pack/read-pack.ts";
import { keyOf } from "../../references/pack/rows/repeats.ts";
import { openPacks } from "../../references/packs.ts";
import { isDate } from "../../references/units/period.ts";
import { claimsJson } from "../../review/json.ts";
import { defaultTolerances } from "../../verdicts/tolerances.ts";
import { CallError } from "../call-error.ts";
import { findArticles, readArticle, type Source } from "../check/articles.ts";
import { files } from "../disk/files.ts";
import { counted, type Output } from "./output.ts";
import { placeOf } from "./places.ts";

/** Prints the facts that differ between two states of a pack, and the verdicts of articles that change with them. Answers 1 when a verdict does. */
export async function diff(
	before: string,
	after: string,
	articles: readonly string[],
	date: string | undefined,
	{ out, err }: Output,
): Promise<number> {
	const [from, to] = [placeOf(before), placeOf(after)];
	if (date !== undefined && !isDate(date)) throw new CallError(`pack diff: --date ${date} is not a date like 2026-02-04`);
	const sources = findArticles(articles);
	const [old, now] = [await factsOf(from, err), await factsOf(to, err)];
	let count = 0;
	const say = (line: string) => {
		count++;
		out(`${line}\n`);
	};
	for (const [key, fact] of old) {
		const other = now.get(key);
		if (!other) say(`- ${words(fact)}`);
		else if (other.value !== fact.value || other.high !== fact.high) say(`~ ${words(fact)} → ${factValue(other)}`);
	}
	for (const [key, fact] of now) if (!old.has(key)) say(`+ ${words(fact)}`);
	const facts = counted(Math.max(old.size, now.size), "fact");
	err(`${count} of ${facts} ${facts.startsWith("1 ") ? "differs" : "differ"}\n`);
	return (await verdicts(from, to, sources, date, out)) ? 1 : 0;
}

/** Every fact of a place's packs by what it is about. Faults are counted, since what they hide is not compared. Throws `CallError` where there is no pack. */
async function factsOf(place: string, err: Output["err"]): Promise<Map<string, Fact>> {
	const problems = new Problems();
	const facts = new Map<string, Fact>();
	const ignore = () => {};
	const packs = await findPacks(files, place, problems);
	const name = path.relative(process.cwd(), fileURLToPath(place)) || ".";
	if (packs.length === 0) throw new CallError(`pack diff: no pack is in ${name}`);
	for (const pack of packs) {
		await readPack(
			files,
			pack,
			{ fact: (fact) => facts.set(keyOf(fact), fact), entity: ignore, measure: ignore, person: ignore, document: ignore },
			problems,
		);
	}
	const errors = problems.list().filter(({ severity }) => severity === "error").length;
	if (errors > 0) err(`${counted(errors, "error")} in ${name}, whose rows are not compared: see “plumbline pack validate ${name}”\n`);
	return facts;
}

function words(fact: Fact): string {
	const { subject, measure, period, knownAt } = fact;
	return [`${subject}, ${measure}`, period && `, ${period}`, knownAt && ` (known ${knownAt})`, `: ${factValue(fact)}`]
		.filter(Boolean)
		.join("");
}

/** Prints each claim whose verdict differs; true when there is one. */
async function verdicts(
	from: string,
	to: string,
	sources: readonly Source[],
	date: string | undefined,
	out: (text: string) => void,
): Promise<boolean> {
	if (sources.length === 0) return false;
	const options = { today: files.today(), tolerances: defaultTolerances, ...(date !== undefined && { date }) };
	const [before, after] = [await openPacks(files, [from]), await openPacks(files, [to])];
	let any = false;
	for (const source of sources) {
		const text = await readArticle(source);
		const old = new Map(claimsJson(await check(text, before.store, options)).map((claim) => [claim.id, claim]));
		for (const claim of claimsJson(await check(text, after.store, options))) {
			const was = old.get(claim.id);
			if (!was || was.verdict === claim.verdict) continue;
			any = true;
			out(`${source.path}: “${claim.text}” was ${was.verdict}, is ${claim.verdict}: ${claim.reason}\n`);
		}
	}
	before.store.close();
	after.store.close();
	return any;
}
