import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CallError } from "../../../server/node/call-error.ts";
import { files } from "../../../server/node/disk/files.ts";
import { packCommand } from "../../../server/node/pack/command.ts";
import { packIndex } from "../../../server/node/pack-index/index.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { descriptor } from "./memory-host.ts";

const FACTS = "subject,measure,value,unit,period\nNorthgas,revenue,33.0,USD billion,2025\n";

describe("references: locked packs", () => {
	let folder: string;
	let cache: string;
	beforeEach(async () => {
		folder = mkdtempSync(path.join(tmpdir(), "locks-"));
		cache = path.join(folder, "cache");
		write("datapackage.json", descriptor({ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }));
		write("facts.csv", FACTS);
		await pack("lock", folder);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function write(name: string, text: string): void {
		writeFileSync(path.join(folder, name), text);
	}
	async function pack(...words: string[]): Promise<{ code: number; out: string }> {
		let out = "";
		const code = await packCommand(words, {
			out: (text) => {
				out += text;
			},
			err: () => {},
		});
		return { code, out };
	}
	/** Revenue of Northgas, and what is wrong. */
	async function opened(how: "memory" | "index", trusted: Record<string, string> = {}) {
		const index = how === "index" ? await packIndex(cache, { threshold: 0 }) : undefined;
		const { store, problems } = await openPacks(files, [pathToFileURL(folder).href], { trusted, ...(index && { index }) });
		const [facts = []] = await store.facts([{ subject: "Northgas" }]);
		store.close();
		return {
			values: facts.map(({ printed }) => printed),
			by: store.packs[0]?.vouchedBy,
			problems: problems.map(({ code, uri, message }) => `${code} ${path.basename(uri)}: ${message}`),
		};
	}
	const changed =
		"changed facts.csv: The file “facts.csv” has changed since the pack was locked and is not used. Look at what changed, then run “plumbline pack lock”.";

	describe("in an index", () => {
		it("are answered from it, and only what the lock vouches for", async () => {
			const { mtime } = statSync(path.join(folder, "facts.csv"));
			assert.deepEqual(await opened("index"), { values: ["33.0"], by: undefined, problems: [] });
			assert.equal(readdirSync(cache).length, 1);

			// Of the same size and age: only the content tells.
			write("facts.csv", FACTS.replace("33.0", "99.0"));
			utimesSync(path.join(folder, "facts.csv"), mtime, mtime);
			assert.deepEqual(await opened("index"), { values: [], by: undefined, problems: [changed] });
			assert.deepEqual(await opened("index"), { values: [], by: undefined, problems: [changed] });

			await pack("lock", folder);
			assert.deepEqual((await opened("index")).values, ["99.0"]);
		});

		it("are not answered from what was indexed while there was no lock", async () => {
			rmSync(path.join(folder, "plumbline.lock.json"));
			write("facts.csv", FACTS.replace("33.0", "99.0"));
			assert.deepEqual((await opened("index")).values, ["99.0"]);
			const lock = { name: "desk", path: ".", sha256: await files.sha256?.(pathToFileURL(path.join(folder, "datapackage.json")).href) };
			write("plumbline.lock.json", JSON.stringify({ version: 1, packs: [lock] }));
			assert.deepEqual(await opened("index"), { values: [], by: undefined, problems: [changed] });
		});

		it("are bare tables too", async () => {
			rmSync(path.join(folder, "datapackage.json"));
			await pack("lock", folder);
			const { mtime } = statSync(path.join(folder, "facts.csv"));
			assert.deepEqual((await opened("index")).values, ["33.0"]);
			write("facts.csv", FACTS.replace("33.0", "99.0"));
			utimesSync(path.join(folder, "facts.csv"), mtime, mtime);
			await pack("lock", folder);
			assert.deepEqual((await opened("index")).values, ["99.0"]);
		});
	});

	describe("with a signature", () => {
		interface Signer {
			readonly id: Buffer;
			readonly key: KeyObject;
			/** As minisign writes it. */
			readonly public: string;
		}
		function signer(): Signer {
			const { publicKey, privateKey } = generateKeyPairSync("ed25519");
			const id = randomBytes(8);
			const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
			return { id, key: privateKey, public: Buffer.concat([Buffer.from("Ed"), id, raw]).toString("base64") };
		}
		function signed({ id, key }: Signer, { comment = "timestamp:1760000000", kind = "Ed" } = {}): void {
			const made = sign(undefined, readFileSync(path.join(folder, "plumbline.lock.json")), key);
			const outer = sign(undefined, Buffer.concat([made, Buffer.from(comment)]), key);
			const own = Buffer.concat([Buffer.from(kind), id, made]).toString("base64");
			write("plumbline.lock.json.minisig", `untrusted comment: desk\n${own}\ntrusted comment: ${comment}\n${outer.toString("base64")}\n`);
		}
		const refused = (why: string) => ({
			values: [],
			by: undefined,
			problems: [`bad-signature plumbline.lock.json: plumbline.lock.json ${why}. The packs beside it are not used: “desk”.`],
		});

		for (const how of ["memory", "index"] as const) {
			it(`say who vouches, in ${how}`, async () => {
				const [desk, other] = [signer(), signer()];
				signed(desk);
				const trusted = { Archive: other.public, "Business desk": desk.public };
				assert.deepEqual(await opened(how, trusted), { values: ["33.0"], by: "Business desk", problems: [] });
				assert.deepEqual(await opened(how), { values: ["33.0"], by: undefined, problems: [] });
			});
		}

		it("are refused by name when the lock was changed, or the trusted comment", async () => {
			const desk = signer();
			const forged = refused(
				"bears the name of Business desk, and the signature is not of this file: either was changed since it was signed",
			);
			signed(desk);
			write("facts.csv", FACTS.replace("33.0", "99.0"));
			await pack("lock", folder);
			assert.deepEqual(await opened("memory", { "Business desk": desk.public }), forged);
			signed(desk);
			const file = path.join(folder, "plumbline.lock.json.minisig");
			write("plumbline.lock.json.minisig", readFileSync(file, "utf8").replace("timestamp:1760000000", "timestamp:1790000000"));
			assert.deepEqual(await opened("memory", { "Business desk": desk.public }), forged);
		});

		it("are refused when somebody else signed, under their own key or with the desk's id", async () => {
			const [desk, other] = [signer(), signer()];
			signed(other);
			const id = Buffer.from(other.id).reverse().toString("hex").toUpperCase();
			assert.deepEqual(
				await opened("memory", { "Business desk": desk.public }),
				refused(`is signed with the key ${id}, which is none of those you trust`),
			);
			signed({ ...other, id: desk.id });
			assert.match((await opened("memory", { "Business desk": desk.public })).problems[0] ?? "", /bears the name of Business desk/);
		});

		it("are refused when the signature can't be read, or is of the hashed kind", async () => {
			const desk = signer();
			signed(desk, { kind: "ED" });
			assert.deepEqual(
				await opened("memory", { desk: desk.public }),
				refused("has a signature in minisign's hashed form, which is not read here; sign it with “minisign -S -l”"),
			);
			for (const text of ["", "untrusted comment: x\nAAAA\n", "\0".repeat(300)]) {
				write("plumbline.lock.json.minisig", text);
				assert.deepEqual(
					await opened("memory", { desk: desk.public }),
					refused("has a signature that can't be read; sign it again with “minisign -S -l”"),
				);
			}
		});

		it("are told of, and used, when there is none", async () => {
			const { values, problems } = await opened("memory", { desk: signer().public });
			assert.deepEqual(values, ["33.0"]);
			assert.match(problems[0] ?? "", /^unsigned plumbline\.lock\.json: Nobody vouches for these packs/);
		});

		it("are verified by the command, with a key or its file", async () => {
			const [desk, other] = [signer(), signer()];
			signed(desk);
			write("business.pub", `untrusted comment: minisign public key\n${desk.public}\n`);
			assert.deepEqual(await pack("verify", folder, "--key", path.join(folder, "business.pub")), {
				code: 0,
				out: "desk: business vouches for it\n",
			});
			assert.equal((await pack("verify", folder, "--key", `Business desk=${desk.public}`)).out, "desk: Business desk vouches for it\n");
			assert.equal((await pack("verify", folder)).out, "");
			assert.equal((await pack("verify", folder, "--key", other.public)).code, 1);
			await assert.rejects(
				pack("verify", folder, "--key", "nonsense"),
				(error) => error instanceof CallError && /nonsense is no public key/.test(error.message),
			);
		});
	});
});
