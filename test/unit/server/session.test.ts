import assert from "node:assert/strict";
import { Snapshot } from "../../../server/documents/snapshot.ts";
import type { Folder, Folders } from "../../../server/folders.ts";
import type { ReferenceStore } from "../../../server/references/store.ts";
import { emptyStore } from "../../../server/references/stores/empty-store.ts";
import { Session, type View } from "../../../server/session.ts";
import { readSettings } from "../../../server/settings.ts";

const uri = "file:///desk/draft.md";
const long = Array.from({ length: 400 }, (_, n) => `Sales of Ardent${n} rose ${n}% to $${n} million in 2025, it said on Monday.\n\n`).join(
	"",
);
const other = Array.from({ length: 400 }, (_, n) => `The mayor of Upper Dell spoke of ${n} homes for ${n} people.\n\n`).join("");

/** A session over one document, in which something may be done between two turns of a check. */
function desk(text: string) {
	let document = new Snapshot({ uri, languageId: "markdown", version: 1 }, text);
	let lookups = 0;
	const store: ReferenceStore = {
		...emptyStore,
		packs: [{ name: "desk", title: "", version: "", hash: "", facts: 0 }],
		mentions: async (texts) => {
			lookups++;
			return texts.map(() => []);
		},
	};
	const settings = readSettings({});
	const folder = { uri: "file:///desk", settings, reviews: [], packs: { store, problems: [] } } as unknown as Folder;
	const shown: View[] = [];
	const between: (() => void)[] = [];
	const pause = async () => {
		await new Promise((resolve) => setImmediate(resolve));
		between.shift()?.();
	};
	const host = { today: () => "2026-02-04" };
	const session = new Session({ get: () => document }, { of: async () => folder } as unknown as Folders, host as never, pause, (view) =>
		shown.push(view),
	);
	return {
		session,
		shown,
		between,
		/** Checks that have come as far as to ask the packs. */
		lookups: () => lookups,
		edit: (version: number, now: string) => {
			document = new Snapshot({ uri, languageId: "markdown", version: version }, now);
		},
	};
}

/** Nothing for the first pauses of a check, so that it is under way. */
const underWay = [() => {}, () => {}, () => {}];

describe("the session", function () {
	this.timeout(20_000);

	it("whoever asks for a version that is overtaken meanwhile is given the newest one, which alone is announced", async () => {
		const { session, shown, between, edit } = desk(long);
		const typed = long.replace("Monday", "Tuesday");
		let later: Promise<View | undefined> | undefined;
		between.push(...underWay, () => {
			edit(2, typed);
			later = session.view(uri);
		});
		const first = await session.view(uri);
		assert.equal(first?.version, 2);
		assert.equal(await later, first);
		assert.equal(first?.report.article.text, typed);
		assert.deepEqual(
			shown.map(({ version }) => version),
			[2],
		);
	});

	it("a check is carried on for what a keystroke leaves of it, and only the newest of the versions that wait is checked", async () => {
		const { session, between, edit, lookups } = desk(long);
		const asked: Promise<View | undefined>[] = [];
		for (const version of [2, 3, 4])
			between.push(...underWay, () => {
				edit(version, long.replace("Monday", "Tuesday ".repeat(version)));
				asked.push(session.view(uri));
			});
		asked.push(session.view(uri));
		assert.equal((await asked[0])?.version, 4);
		const versions = (await Promise.all(asked)).map((view) => view?.version);
		assert.deepEqual(versions, [4, 4, 4, 4]);
		assert.equal(lookups(), 2);
	});

	it("a check is stopped where another text takes the place of most of it", async () => {
		const { session, shown, between, edit, lookups } = desk(long);
		let later: Promise<View | undefined> | undefined;
		between.push(...underWay, () => {
			edit(2, other);
			later = session.view(uri);
		});
		const view = await session.view(uri);
		assert.equal(view?.report.article.text, other);
		assert.equal(await later, view);
		assert.equal(lookups(), 1);
		assert.equal(shown.length, 1);
	});

	it("a check is stopped when its article is closed, and opened anew the article is checked as it is then", async () => {
		const { session, shown, between, edit } = desk(long);
		between.push(...underWay, () => {
			session.forget(uri);
			edit(1, other);
		});
		const view = await session.view(uri);
		assert.equal(view?.report.article.text, other);
		assert.equal(shown.length, 1);
	});
});
