import { StringDecoder } from "node:string_decoder";
import * as z from "zod";
import { check, type Options } from "../../check.ts";
import { LONGEST_ARTICLE, TOO_LONG } from "../../limits.ts";
import type { OpenedPacks } from "../../references/packs.ts";
import { claimsJson, spellingsJson } from "../../review/json.ts";
import { type FailOn, fails } from "../../review/summary.ts";
import { assertAnswering } from "../database/answering.ts";

const Line = z.object({
	id: z.union([z.string(), z.number()]).optional(),
	text: z.string().max(LONGEST_ARTICLE, TOO_LONG),
	date: z.iso.date("is not a date like 2026-02-04").optional(),
	plain: z.boolean().optional(),
});

/**
 * Checks one article a line and answers each with one line, in order, as it goes. A line that can't be read answers with an error and the rest go on.
 * Answers whether anything at or above `failOn` was found.
 */
export async function checkLines(input: NodeJS.ReadableStream, packs: OpenedPacks, options: Options, failOn: FailOn): Promise<boolean> {
	let found = false;
	for await (const line of linesOf(input)) {
		if (line?.trim() === "") continue;
		let answer: Record<string, unknown>;
		const id = line === undefined ? {} : idOf(line);
		try {
			if (line === undefined) throw new Error(`this line ${TOO_LONG}`);
			const { text, date, plain } = read(line);
			const report = await check(text, packs.store, { ...options, ...(date !== undefined && { date }), ...(plain && { plain }) });
			assertAnswering(packs);
			found ||= fails(report.checked, failOn);
			answer = { ...id, dateline: report.dateline, claims: claimsJson(report), ...spellingsJson(report) };
		} catch (error) {
			answer = { ...id, error: (error as Error).message };
		}
		if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
	}
	return found;
}

/** A line that holds the longest article, every letter of it escaped. */
const LONGEST_LINE = 6 * LONGEST_ARTICLE + 1024;

/** The lines of a stream of UTF-8, as they come. One that is too long to hold an article is not held: undefined stands for it. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string | undefined> {
	const decoder = new StringDecoder("utf8");
	let pieces: string[] = [];
	let length = 0;
	const end = (): string | undefined => {
		const line = length > LONGEST_LINE ? undefined : pieces.join("");
		pieces = [];
		length = 0;
		return line;
	};
	const take = (piece: string): void => {
		length += piece.length;
		if (length > LONGEST_LINE) pieces = [];
		else pieces.push(piece);
	};
	for await (const chunk of input) {
		const text = decoder.write(chunk as Buffer);
		let from = 0;
		for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
			take(text.slice(from, at));
			yield end();
			from = at + 1;
		}
		take(text.slice(from));
	}
	take(decoder.end());
	yield end();
}

function read(line: string): z.infer<typeof Line> {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		throw new Error(`not JSON: ${(error as Error).message}`);
	}
	const parsed = Line.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new Error(`${issue?.path.length ? `"${issue.path.join(".")}" ` : ""}${issue?.message ?? "not an article"}`);
}

/** The id of a line, even of one that is wrong elsewhere. */
function idOf(line: string): { id?: unknown } {
	try {
		const { id } = JSON.parse(line) as { id?: unknown };
		return typeof id === "string" || typeof id === "number" ? { id } : {};
	} catch {
		return {};
	}
}
