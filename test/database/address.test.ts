import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nameOf, readAddress } from "../../server/node/database/address.ts";
import { passwordFor } from "../../server/node/database/passwords.ts";
import { temporary } from "./desk.ts";

describe("the address of a database", () => {
	it("names host, port, user, database and packs, with psql's variables for what is left out", () => {
		assert.deepEqual(readAddress("postgres://rita@db.example.org:5433/news?pack=a&pack=b", {}), {
			host: "db.example.org",
			port: 5433,
			user: "rita",
			database: "news",
			packs: ["a", "b"],
			encryption: "verify",
		});
		const env = { PGHOST: "127.0.0.1", PGPORT: "6000", PGUSER: "ed", PGDATABASE: "desk" };
		assert.equal(nameOf(readAddress("postgresql://", env)), "postgres://ed@127.0.0.1:6000/desk");
		assert.equal(nameOf(readAddress("postgres://rita@[::1]/a%20b", {})), "postgres://rita@[::1]:5432/a%20b");
	});

	it("is encrypted and its server proven, unless it is this machine or says otherwise", () => {
		const of = (text: string) => readAddress(text, {}).encryption;
		assert.equal(of("postgres://rita@db.example.org/news"), "verify");
		assert.equal(of("postgres://rita@db.example.org/news?sslmode=require"), "encrypt");
		assert.equal(of("postgres://rita@db.example.org/news?sslmode=disable"), "none");
		assert.equal(of("postgres://rita@127.0.0.1/news"), "none");
		assert.throws(() => of("postgres://rita@db.example.org/news?sslmode=prefer"), /sslmode is verify-full, require or disable/);
	});

	it("is refused with a password in it, which is never repeated", () => {
		for (const text of ["postgres://rita:hunter2@db.example.org/news", "postgres://rita@db.example.org/news?password=hunter2"])
			assert.throws(
				() => readAddress(text, {}),
				(error: Error) => /held a password/.test(error.message) && !error.message.includes("hunter2"),
			);
		assert.throws(() => readAddress("postgres://rita@db.example.org/news?sslkey=/etc/key", {}), /“sslkey” is not known/);
		assert.throws(() => readAddress("postgres://a b", {}), /no address/);
	});
});

describe("the password of a database", () => {
	const address = readAddress("postgres://rita@db.example.org/news", {});

	it("comes from the editor's secret storage first", async () => {
		const asked: string[] = [];
		const secrets = async (name: string) => {
			asked.push(name);
			return "kept";
		};
		assert.equal(await passwordFor(address, { secrets, env: { PGPASSWORD: "env" }, isNamedByCall: true }), "kept");
		assert.deepEqual(asked, ["postgres://rita@db.example.org:5432/news"]);
	});

	it("is PGPASSWORD only for a host that a person named", async () => {
		const of = (env: Record<string, string>, isNamedByCall: boolean) => passwordFor(address, { env, isNamedByCall });
		assert.equal(await of({ PGPASSWORD: "env" }, true), "env");
		assert.equal(await of({ PGPASSWORD: "env", PGHOST: "db.example.org" }, false), "env");
		// A workspace's settings could name a stranger's host.
		assert.equal(await of({ PGPASSWORD: "env" }, false), undefined);
		assert.equal(await of({ PGPASSWORD: "env", PGHOST: "other.example.org" }, false), undefined);
	});

	it("comes from the user's password file, which nobody else may read", async () => {
		const { folder, remove } = temporary();
		const file = path.join(folder, "pgpass");
		const before = process.env.PGPASSFILE;
		process.env.PGPASSFILE = file;
		try {
			writeFileSync(file, "db.example.org:5432:news:rita:filed\n");
			chmodSync(file, 0o600);
			assert.equal(await passwordFor(address, { env: {} }), "filed");
		} finally {
			if (before === undefined) delete process.env.PGPASSFILE;
			else process.env.PGPASSFILE = before;
			remove();
		}
	});
});
