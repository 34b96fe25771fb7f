import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Log } from "sarif";
import { plumbline, root } from "./run.ts";

const WRONG = "Ada Lines has a fleet of 43 ships. The harbour has 7 cranes & <boats>.\n";

describe("reports", function () {
	this.timeout(30_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "reports-"));
		put("packs/fleet/facts.csv", "subject,measure,value,unit,source\nAda Lines,fleet,42,ship,https://example.org/register\n");
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	const run = (...args: string[]) => plumbline(["check", ...args], "", folder);

	describe("SARIF", () => {
		it("is what the schema of SARIF 2.1.0 asks for, wherever the article lies and whatever its name holds", async () => {
			put("news/50% & ‘ö’.md", WRONG);
			const outside = mkdtempSync(path.join(tmpdir(), "outside-"));
			writeFileSync(path.join(outside, "o.md"), WRONG);
			const { out } = await run("--format", "sarif", "./news/50% & ‘ö’.md", path.join(outside, "o.md"), "news/../news/50% & ‘ö’.md");
			rmSync(outside, { recursive: true });
			const log = JSON.parse(out) as Log;
			const ajv = new Ajv2020({ strict: false });
			addFormats.default(ajv);
			const validate = ajv.compile(JSON.parse(readFileSync(`${root}test/cli/schemas/sarif-2.1.0.json`, "utf8")));
			assert.ok(validate(log), JSON.stringify(validate.errors));
			assert.ok(!validate({ ...log, version: "2" }), "the schema is a real one");
			const results = log.runs[0]?.results ?? [];
			assert.equal(results.length, 3);
			const [first, second, third] = results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation);
			assert.deepEqual(first, { uri: "news/50%25%20%26%20%E2%80%98%C3%B6%E2%80%99.md", uriBaseId: "%SRCROOT%" });
			assert.deepEqual(third, first);
			assert.match(second?.uri ?? "", /^file:\/\/\/.*\/o\.md$/);
			assert.equal(second?.uriBaseId, undefined);
		});

		it("is valid too with a name that the packs spell otherwise", async () => {
			put("packs/freight/facts.csv", "subject,measure,value,unit,period\nGullwing Freight,revenue,33.0,USD million,2025\n");
			put("a.md", "Gullwing Frieght had revenue of $33.0 million in 2025.\n");
			const { out } = await run("--format", "sarif", "a.md");
			const log = JSON.parse(out) as Log;
			const ajv = new Ajv2020({ strict: false });
			addFormats.default(ajv);
			const validate = ajv.compile(JSON.parse(readFileSync(`${root}test/cli/schemas/sarif-2.1.0.json`, "utf8")));
			assert.ok(validate(log), JSON.stringify(validate.errors));
			assert.deepEqual(
				log.runs[0]?.results?.map(({ ruleId, level }) => `${ruleId} ${level}`),
				["spelling note"],
			);
		});

		it("keeps a result's fingerprint when the article is edited elsewhere", async () => {
			const fingerprints = async (text: string) => {
				put("a.md", text);
				const log = JSON.parse((await run("--format", "sarif", "a.md")).out) as Log;
				return log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
			};
			const before = await fingerprints(WRONG);
			assert.equal(before?.length, 1);
			assert.ok(before?.[0]?.primaryLocationLineHash);
			assert.deepEqual(await fingerprints(`A new start with 5 men.\n\n${WRONG}`), before);
		});
	});

	it("GitHub's annotations escape what ends a value", async () => {
		put("a,b:c.md", "Ada Lines has a fleet of 43 ships, 50% more.\n");
		const { out } = await run("--format", "github", "./a,b:c.md");
		assert.match(out, /^::error file=a%2Cb%3Ac\.md,line=1,endLine=1,col=26,endColumn=34,title=Plumbline%3A contradicted::/m);
		assert.ok(out.split("\n").every((line) => line === "" || line.startsWith("::")));
	});

	it("JUnit is XML with a case a claim, whatever the article holds", async () => {
		put(
			"a<\"&'>.md",
			`Ada Lines has a fleet of 43 ships.\n\n“Pay ]]> & <b>${"\u0001"}7 boats</b>,” Ada Lomax said.\n\nAda Lines has a fleet of 42 ships.\n`,
		);
		const { out, code } = await run("--format", "junit", "a<\"&'>.md");
		assert.equal(code, 1);
		assert.equal(XMLValidator.validate(out), true);
		const { testsuites } = new XMLParser({
			ignoreAttributes: false,
			attributeNamePrefix: "",
			isArray: (name) => name === "testcase",
		}).parse(out);
		const { testsuite } = testsuites;
		assert.equal(testsuite.name, "a<\"&'>.md");
		assert.equal(Number(testsuite.tests), testsuite.testcase.length);
		assert.equal(
			Number(testsuites.failures),
			testsuite.testcase.filter(({ failure }: { failure?: unknown }) => failure !== undefined).length,
		);
		const wrong = testsuite.testcase.find(({ name }: { name: string }) => name.includes("43 ships"));
		assert.equal(wrong.failure.type, "contradicted");
		assert.match(wrong.failure.message, /42/);
		assert.ok(testsuite.testcase.some((one: object) => "skipped" in one));
		const never = await run("--format", "junit", "--fail-on", "never", "a<\"&'>.md");
		assert.match(never.out, /failures="0"/);
	});

	describe("ClaimReview", () => {
		const front =
			'---\nurl: https://example.org/ships\ndate: 2026-02-04\npublisher: { name: "The Quay", url: "https://example.org" }\n---\n\n';
		const graph = (out: string) => (JSON.parse(out) as { "@graph": Record<string, Record<string, unknown>>[] })["@graph"];

		it("holds what a source supports or contradicts, and nothing else", async () => {
			put("a.md", `${front}“Ada Lines has a fleet of 43 ships,” Olga Ferrar said. There are 7 </script> cranes.\n`);
			const { out } = await run("--format", "claimreview", "a.md");
			const [review, ...more] = graph(out);
			assert.deepEqual(more, []);
			assert.equal(review?.url, "https://example.org/ships");
			assert.deepEqual(review?.author, { "@type": "Organization", name: "The Quay", url: "https://example.org" });
			assert.deepEqual(review?.reviewRating, { "@type": "Rating", bestRating: 5, worstRating: 1, ratingValue: 1, alternateName: "False" });
			assert.deepEqual(review?.itemReviewed?.author, { "@type": "Person", name: "Olga Ferrar" });
			assert.deepEqual(review?.citation, [{ "@type": "CreativeWork", url: "https://example.org/register" }]);
			assert.ok(!out.includes("</script"), "it may stand in a page as it is");
		});

		it("takes address and author from the call, and says what is missing", async () => {
			put("b.md", "Ada Lines has a fleet of 42 ships.\n");
			const given = await run("--format", "claimreview", "--url", "https://example.org/b", "--author", "Desk", "b.md");
			assert.equal(graph(given.out)[0]?.reviewRating?.ratingValue, 5);
			const missing = await run("--format", "claimreview", "b.md");
			assert.equal(missing.code, 2);
			assert.match(missing.err, /^plumbline: b\.md has no address: .*--url\n$/);
			const bad = await run("--format", "claimreview", "--url", "javascript:alert(1)", "b.md");
			assert.match(bad.err, /--url is not an address/);
		});
	});

	describe("the page", () => {
		it("marks each claim, tells verdicts by word, and shows working, sources and sign-offs", async () => {
			put(
				"a.md",
				"# Ships & \\<men>\n\nAda Lines has a fleet of 43 ships, “42 boats”.\n\n1. There are 7 cranes.\n\n| Line | Fleet |\n| --- | --- |\n| Ada Lines | 42 |\n",
			);
			const claims = JSON.parse((await run("--format", "json", "a.md")).out).articles[0].claims as { id: string; text: string }[];
			const claim = claims.find(({ text }) => text.startsWith("43"))?.id;
			const review = {
				article: "a.md",
				claim,
				words: "43 ships",
				by: "Ola <Night>",
				on: "2026-02-04",
				reason: "counted",
				facts: "old",
				evidence: "javascript:alert(1)",
			};
			put(".plumbline/reviews.jsonl", `${JSON.stringify(review)}\n`);
			const { out } = await run("--format", "html", "a.md");
			assert.match(out, /<mark class="contradicted"[^>]*><sup><a href="#c1">✗1<\/a><\/sup>43 ships<\/mark>/);
			assert.match(out, /✗<\/span> Contradicted<\/span> \(1\)/);
			assert.match(out, /<a href="https:\/\/example\.org\/register"/);
			assert.match(out, /Open again:<\/b> Ola &lt;Night&gt; signed it off on 4 Feb 2026/);
			assert.match(out, /<svg class="progress"[^>]*aria-label="1 contradicted/);
			assert.match(out, /<h3>Ships &amp; &lt;men&gt;<\/h3>/);
			assert.match(out, /<td>Ada Lines<\/td>/);
			assert.match(out, /1\. There are/);
			assert.ok(!/<script|<link|href="javascript|src=/.test(out), "nothing runs and nothing is fetched");
			const places = [...out.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string);
			for (const id of places) assert.ok(out.includes(`id="${id}"`), id);
		});

		it("nests a claim in another and carries on one that only overlaps", async () => {
			put("a.md", "“Ada Lines has 43 ships,” Olga Ferrar said.\n");
			const { out } = await run("--format", "html", "a.md");
			assert.equal(out.split("<mark").length, out.split("</mark>").length);
		});
	});

	describe("--output", () => {
		it("writes a file and nothing on standard output", async () => {
			put("a.md", WRONG);
			const { code, out } = await run("--format", "json", "--output", "o.json", "a.md");
			assert.deepEqual([code, out], [1, ""]);
			assert.equal(JSON.parse(readFileSync(path.join(folder, "o.json"), "utf8")).summary.contradicted, 1);
		});

		it("leaves an older file alone when the call fails, and says when it can't write", async () => {
			put("o.json", "old");
			assert.equal((await run("--output", "o.json", "nowhere")).code, 2);
			assert.equal(readFileSync(path.join(folder, "o.json"), "utf8"), "old");
			put("a.md", WRONG);
			const { code, err } = await run("--output", "no/such/o.json", "a.md");
			assert.equal(code, 2);
			assert.match(err, /--output no\/such\/o\.json can't be written/);
			assert.ok(!existsSync(path.join(folder, "no")));
		});
	});
});
