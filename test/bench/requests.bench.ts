// Prints how long each request about a long article keeps the server from reading anything else: `node test/bench/requests.bench.ts [megabytes …]`.
// The longest single turn of the server's event loop while it answers, and the time to the answer, in milliseconds, of several askings each.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { folderWith, pulling, TestEditor } from "../server/editor.ts";
import { articleOf } from "./articles.ts";

const sizes = process.argv.slice(2).map(Number);
const told = path.join(mkdtempSync(path.join(tmpdir(), "plumbline-turns-")), "longest");
process.env.NODE_OPTIONS = `--import=${pathToFileURL(path.join(import.meta.dirname, "loop-delay.mjs")).href}`;
process.env.PLUMBLINE_LOOP = told;
for (const megabytes of sizes.length > 0 ? sizes : [1, 5]) await measure(megabytes);
rmSync(path.dirname(told), { recursive: true });

async function measure(megabytes: number): Promise<void> {
	const folder = await folderWith({ "packs/facts.csv": "subject,measure,value,unit\nHarbour Bridge,cost,42.45,USD billion\n" });
	const editor = await TestEditor.start([folder.uri], pulling);
	const uri = `${folder.uri}/article.md`;
	let text = articleOf(megabytes * 1e6);
	await editor.open(uri, text);
	await editor.pull(uri);
	const lines = text.split("\n").length;
	const screen = { start: { line: lines >> 1, character: 0 }, end: { line: (lines >> 1) + 60, character: 0 } };
	const textDocument = { uri };
	const requests: Readonly<Record<string, object>> = {
		"textDocument/diagnostic": { textDocument },
		"textDocument/semanticTokens/full": { textDocument },
		"textDocument/semanticTokens/range": { textDocument, range: screen },
		"textDocument/documentSymbol": { textDocument },
		"textDocument/inlayHint": { textDocument, range: screen },
		"textDocument/foldingRange": { textDocument },
		"plumbline/claims": { uri, since: { kind: "review" } },
		"textDocument/hover": { textDocument, position: screen.start },
	};
	console.log(`${megabytes} MB`);
	for (const [method, params] of Object.entries(requests)) {
		const turns: number[] = [];
		const times: number[] = [];
		let size = 0;
		for (let round = 0; round < 5; round++) {
			// A version of its own, whose claims nobody has asked for; its check is done before the request.
			text = await editor.type(uri, text, "\n\n", "\n\n ");
			await editor.connection.sendRequest("textDocument/foldingRange", { textDocument });
			longest(editor);
			const begun = performance.now();
			const answer = await editor.connection.sendRequest(method, params).catch(({ message }: Error) => message);
			times.push(performance.now() - begun);
			size = JSON.stringify(answer).length;
			turns.push(longest(editor));
		}
		const middle = (list: number[]) => (list.sort((a, b) => a - b)[list.length >> 1] as number).toFixed(0).padStart(6);
		console.log(`  ${method.padEnd(34)} longest turn ${middle(turns)}   answered after ${middle(times)}   ${(size / 1e6).toFixed(2)} MB`);
	}
	await editor.stop();
	await folder.clean();
}

/** The longest turn since the last asking, in milliseconds. */
function longest(editor: TestEditor): number {
	const before = lastTold();
	process.kill(editor.process.pid as number, "SIGUSR2");
	for (;;) {
		const now = lastTold();
		if (now !== before) return Number(now.split(" ")[1]);
	}
}

function lastTold(): string {
	try {
		return readFileSync(told, "utf8");
	} catch {
		return "";
	}
}
