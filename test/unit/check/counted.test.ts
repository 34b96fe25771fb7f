import assert from "node:assert/strict";
import { articleClaims } from "../../../server/claims/finders.ts";
import { findSpeech } from "../../../server/claims/speech/finder.ts";
import { files } from "../../../server/node/disk/files.ts";
import { type Article, parse } from "../../../server/prose/article.ts";
import type { Steps } from "../../../server/prose/steps.ts";
import { ArticleReferences } from "../../../server/references/lookup.ts";
import { openPacks } from "../../../server/references/packs.ts";
import type { ReferenceStore } from "../../../server/references/store.ts";
import { ArticleVerdicts } from "../../../server/verdicts/article-verdicts.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { articleOf } from "../../bench/articles.ts";
import { filesOf, memoryHost } from "../../checks/run.ts";

/** What one version of an article has cost: counted, since a clock tells of the machine too. */
interface Work {
	/** Blocks that were read from the text. */
	readonly read: number;
	/** Steps of finding claims, each of some blocks or of what is in them. */
	readonly found: number;
	/** Blocks that the packs were asked about. */
	readonly asked: number;
	/** Steps of reading names into sentences, binding, judging and holding the article against itself. */
	readonly judged: number;
	/** Blocks whose verdicts are not those of the version before. */
	readonly changed: number;
}

/** An article that is being written, with a count of the work that each version makes. */
class Draft {
	readonly #claims = articleClaims();
	readonly #verdicts = new ArticleVerdicts();
	readonly #store: ReferenceStore;
	#asked = 0;
	#article: Article | undefined;
	readonly #references = new ArticleReferences();
	#checked: ReadonlySet<unknown> = new Set();

	constructor(store: ReferenceStore) {
		this.#store = {
			...store,
			mentions: (texts, isSmall) => {
				this.#asked += texts.length;
				return store.mentions(texts, isSmall);
			},
		};
	}

	async write(text: string): Promise<Work> {
		this.#asked = 0;
		const known = new Set(this.#article?.blocks.map(({ prose }) => prose));
		const article = parse(text, { previous: this.#article });
		const dateline = "2026-02-04";
		const claims = counted(this.#claims.update(article, { dateline }));
		const references = await this.#references.update(article, this.#store);
		const given = { article, claims: claims.result, dateline, references, tolerances: defaultTolerances, speechIn: findSpeech };
		const verdicts = counted(this.#verdicts.update(given));
		const changed = verdicts.result.checked.filter((list) => list.length > 0 && !this.#checked.has(list));
		this.#article = article;
		this.#checked = new Set(verdicts.result.checked);
		return {
			read: article.blocks.filter(({ prose }) => !known.has(prose)).length,
			found: claims.steps,
			asked: this.#asked,
			judged: verdicts.steps,
			changed: changed.length,
		};
	}
}

function counted<T>(work: Steps<T>): { readonly steps: number; readonly result: T } {
	for (let steps = 0; ; steps++) {
		const { done, value } = work.next();
		if (done) return { steps, result: value };
	}
}

/** So many characters at the most are one step of one of the things that are done with an article. */
const STEP = 1500;

/** Keys and words that a writer types into a paragraph, and what is worked on for each at most, however long the article is. */
const typed: readonly (readonly [string, Work])[] = [
	["x", { read: 1, found: 8, asked: 1, judged: 8, changed: 15 }],
	[" 7%", { read: 1, found: 8, asked: 1, judged: 8, changed: 15 }],
	[" Ada Marlow said so.", { read: 1, found: 8, asked: 3, judged: 8, changed: 15 }],
	["\n\n", { read: 2, found: 8, asked: 2, judged: 8, changed: 15 }],
];

describe("the work for what is typed", function () {
	this.timeout(60_000);
	let store: ReferenceStore;
	before(async () => {
		store = (await openPacks(files, [new URL("../../../packs/connectivity/", import.meta.url).href.slice(0, -1)])).store;
	});
	after(() => store.close());

	for (const [what, most] of typed) {
		it(`${JSON.stringify(what)} costs what stands around it, not what the article is long`, async () => {
			for (const length of [10_000, 40_000, 160_000]) {
				const draft = new Draft(store);
				let text = `A desk that writes.\n\n${articleOf(length, { seed: 6 })}`;
				const whole = await draft.write(text);
				const { blocks } = parse(text);
				assert.ok(whole.read === blocks.length && whole.found > length / STEP && whole.judged > length / STEP, JSON.stringify(whole));
				const middle = text.indexOf("which opened in", text.length >> 1);
				const at = text.indexOf(" ", middle);
				text = text.slice(0, at) + what + text.slice(at);
				const work = await draft.write(text);
				for (const part of Object.keys(most) as (keyof Work)[])
					assert.ok(work[part] <= most[part], `${part} in ${length}: ${JSON.stringify(work)}`);
				assert.ok(work.read > 0 && work.changed > 0);
				// What is bounded is little beside what the longest of them costs as a whole.
				if (length > 100_000) assert.ok(whole.found > 20 * most.found && whole.judged > 20 * most.judged, JSON.stringify(whole));
			}
		});
	}

	it("a word that turns out to be a name all over the article leaves everybody alone who is not called so", async () => {
		const draft = new Draft(store);
		let text = articleOf(60_000, { seed: 6 });
		await draft.write(text);
		// No longer the first word of its sentence, which may owe its capital to that.
		const at = text.indexOf(". Shares of", text.length >> 1) + 1;
		text = `${text.slice(0, at)}n${text.slice(at)}`;
		const work = await draft.write(text);
		assert.ok(at > 0 && work.judged <= 8 && work.changed <= 15, JSON.stringify(work));
	});

	it("what the packs know of a name that comes up leaves everything alone that asked about others", async () => {
		const tables = new Map([
			["entities.csv", "id,name,type\ntarn,Tarn Boats,organisation\ncorvane,Corvane,organisation\n"],
			["facts.csv", "subject,measure,value,unit,period\ntarn,boats,900,boat,2025\ncorvane,workers,1200,worker,2025\n"],
			["people.csv", "name,title,organisation\nMara Ilves,mayor,Tarn Boats\n"],
		]);
		const { files: pack, folders } = filesOf(tables);
		const { store: own } = await openPacks(
			memoryHost(pack),
			folders.map((folder) => `memory:///${folder}`),
		);
		const draft = new Draft(own);
		const paragraph = "Ada Marlow, head of the yard, said that Tarn Boats had sold 900 boats in 2025.\n\n";
		const whole = await draft.write(`Mara Ilves spoke first.\n\n${paragraph.repeat(300)}`);
		assert.ok(whole.judged > 10 * 8, JSON.stringify(whole));
		const work = await draft.write(`Mara Ilves spoke first.\n\n${paragraph.repeat(150)}Corvane did not.\n\n${paragraph.repeat(150)}`);
		assert.ok(work.judged <= 8 && work.changed <= 15, JSON.stringify(work));
		own.close();
	});
});
