import { check } from "../../check.ts";
import type { Fact } from "../../references/fact.ts";
import { findPacks } from "../../references/pack/find.ts";
import { Problems } from "../../references/pack/problem.ts";
import { readPack } from "../../references/pack/read-pack.ts";
import { keyOf } from "../../references/pack/repeats.ts";
import { openPacks } from "../../references/packs.ts";
import { claimsJson } from "../../review/json.ts";
import { defaultTolerances } from "../../verdicts/tolerances.ts";
import { findArticles, readArticle } from "../articles.ts";
import { files } from "../files.ts";
import type { Output } from "./output.ts";
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
	const [old, now] = [await factsOf(from), await factsOf(to)];
	let count = 0;
	const say = (line: string) => {
		count++;
		out(`${line}\n`);
	};
	for (const [key, fact] of old) {
		const other = now.get(key);
		if (!other) say(`- ${words(fact)}`);
		else if (other.value !== fact.value || other.high !== fact.high) say(`~ ${words(fact)} → ${other.printed}`);
	}
	for (const [key, fact] of now) if (!old.has(key)) say(`+ ${words(fact)}`);
	err(`${count} of ${Math.max(old.size, now.size)} facts differ\n`);
	return (await verdicts(from, to, articles, date, out)) ? 1 : 0;
}

async function factsOf(place: string): Promise<Map<string, Fact>> {
	const problems = new Problems();
	const facts = new Map<string, Fact>();
	const ignore = () => {};
	for (const pack of await findPacks(files, place, problems)) {
		await readPack(
			files,
			pack,
			{ fact: (fact) => facts.set(keyOf(fact), fact), entity: ignore, measure: ignore, person: ignore, document: ignore },
			problems,
		);
	}
	return facts;
}

function words({ subject, measure, printed, unit, scale, period, knownAt }: Fact): string {
	const times = scale === 1 ? "" : ` × ${scale.toLocaleString("en")}`;
	return [
		`${subject}, ${measure}`,
		period && `, ${period}`,
		knownAt && ` (known ${knownAt})`,
		`: ${printed}${times}`,
		unit !== "none" && ` ${unit}`,
	]
		.filter(Boolean)
		.join("");
}

/** Prints each claim whose verdict differs; true when there is one. */
async function verdicts(
	from: string,
	to: string,
	paths: readonly string[],
	date: string | undefined,
	out: (text: string) => void,
): Promise<boolean> {
	if (paths.length === 0) return false;
	const options = { today: files.today(), tolerances: defaultTolerances, ...(date !== undefined && { date }) };
	const [before, after] = [await openPacks(files, [from]), await openPacks(files, [to])];
	let any = false;
	for (const source of await findArticles(paths)) {
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
