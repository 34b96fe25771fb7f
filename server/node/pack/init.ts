import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { slug } from "../../references/pack/guess/slug.ts";
import { CallError } from "../call-error.ts";
import { writeWhole } from "../disk/whole-file.ts";
import type { Output } from "./output.ts";

/** What a new pack says of itself. */
export interface InitOptions {
	readonly name?: string;
	readonly title?: string;
	readonly licence?: string;
	readonly source?: string;
}

const COLUMNS = "subject,measure,value,unit,period,known_at,qualifier,source,locator,verified_by,verified_on,review_by,note";

/** Makes a pack in a folder. What no flag says is asked on a terminal, and left open elsewhere. Never writes over a file. */
export async function init(dir: string, options: InitOptions, { out, ask: question }: Output): Promise<number> {
	const descriptor = path.join(dir, "datapackage.json");
	const facts = path.join(dir, "facts.csv");
	refuseOld(descriptor, facts);
	const answers = question ? await ask(dir, options, question) : options;
	const name = slug(answers.name ?? path.basename(path.resolve(dir)));
	const pack = {
		$schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		name,
		title: answers.title ?? name,
		version: "1.0.0",
		licenses: answers.licence ? [{ name: answers.licence }] : [],
		sources: answers.source ? [{ title: answers.source }] : [],
		resources: [{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }],
	};
	mkdirSync(dir, { recursive: true });
	refuseOld(descriptor, facts); // Somebody may have made them while the questions were answered.
	writeWhole(facts, `${COLUMNS}\n`);
	writeWhole(descriptor, `${JSON.stringify(pack, undefined, 2)}\n`);
	out(`${descriptor}\n${facts}\n`);
	return 0;
}

function refuseOld(...made: readonly string[]): void {
	for (const file of made) if (existsSync(file)) throw new CallError(`pack init: ${file} is there already; name another folder`);
}

/** Asks for what no flag says, one line each; an empty answer takes what stands in brackets. */
async function ask(dir: string, options: InitOptions, question: NonNullable<Output["ask"]>): Promise<InitOptions> {
	const answer = async (given: string | undefined, words: string, otherwise: string) =>
		given ?? ((await question(`${words}${otherwise ? ` (${otherwise})` : ""}: `)).trim() || otherwise);
	const name = await answer(options.name, "Short name", slug(path.basename(path.resolve(dir))));
	return {
		name,
		title: await answer(options.title, "Title", name),
		licence: await answer(options.licence, "Licence", "CC-BY-4.0"),
		source: await answer(options.source, "Where the figures are from", ""),
	};
}
