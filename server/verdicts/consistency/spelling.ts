import type { Claim } from "../../claims/claim.ts";
import { Memo } from "../../prose/memo.ts";
import type { Span } from "../../prose/span.ts";
import type { Context } from "../context.ts";
import type { Check, Inconsistency } from "./check.ts";

/**
 * One name in two spellings: `Shawn Hakel` after `Shawn Hakl`. The same first name with two surnames a slip apart, and the rarer one is
 * reported, on the claim that names the person.
 */
export const spellings: Check = {
	name: "one name in two spellings",
	wrong: "Mara Ilves, the mayor, … “We will,” Mara Ilvse said.",
	right: "Mara Ilves, the mayor, … “We will,” Mara Ilves said.",
	find: (context: Context) => {
		const named = context.claims.flatMap((claim) => namesOf(claim, context.article.text).map((one) => ({ claim, ...one })));
		const counts = new Map<string, number>();
		for (const block of context.article.blocks)
			for (const name of names.of(block.prose, null, () => namesIn(block.text))) counts.set(name, (counts.get(name) ?? 0) + 1);
		const byFirst = new Map<string, [string, number][]>();
		for (const entry of counts) {
			const [first] = split(entry[0]);
			const list = byFirst.get(first ?? "");
			if (list) list.push(entry);
			else byFirst.set(first ?? "", [entry]);
		}
		const found: Inconsistency[] = [];
		for (const one of named) {
			const [first, last] = split(one.name);
			if (!first || !last || last.length < 4) continue;
			for (const [other, count] of byFirst.get(first) ?? []) {
				const [, otherLast] = split(other);
				if (!otherLast || otherLast === last || !slip(last, otherLast)) continue;
				if ((counts.get(one.name) ?? 0) > count) continue;
				found.push({ claim: one.claim, reason: { kind: "two spellings", written: one.name, other }, related: firstPlace(other, context) });
			}
		}
		// Of a tie, the later spelling is the slip.
		const seen = new Set<string>();
		return found.filter((one) => {
			if (one.reason.kind !== "two spellings") return true;
			const key = [one.reason.written, one.reason.other].sort().join("|");
			const tie = counts.get(one.reason.written) === counts.get(one.reason.other);
			const later = (one.related?.[0]?.start ?? 0) < one.claim.start;
			if (tie && !later) return false;
			const fresh = !seen.has(key);
			seen.add(key);
			return fresh;
		});
	},
};

/** The names in prose. */
const names = new Memo<null, readonly string[]>();

/** Where a name first stands. */
function firstPlace(name: string, { article }: Context): Span[] {
	for (const block of article.blocks) {
		const at = block.text.indexOf(name);
		if (at >= 0) return [block.toArticle({ start: at, end: at + name.length })];
	}
	return [];
}

function namesOf(claim: Claim, text: string): { name: string; span: Span }[] {
	if (claim.kind === "role") return [{ name: claim.role.person, span: claim.role.personSpan }];
	if (claim.kind !== "quotation" && claim.kind !== "attribution") return [];
	return claim.quote.source.flatMap((span) => {
		const [name] = namesIn(text.slice(span.start, span.end));
		return name === undefined ? [] : [{ name, span }];
	});
}

/** A first name and a surname, wherever two capitalised words stand side by side. */
function namesIn(text: string): string[] {
	const names: string[] = [];
	let first = "";
	for (const raw of text.split(/\s/)) {
		const word = raw.replace(/^["“‘'([*_]{1,4}/, "");
		const bare = word.replace(/[.,;:!?"”’')\]*_]{1,4}$/, "");
		const capital = /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(bare);
		if (capital && first && bare.length > 2) names.push(`${first} ${bare}`);
		// A stop or a comma parts what stands side by side.
		first = capital && bare === word ? bare : "";
	}
	return names;
}

function split(name: string): [string | undefined, string | undefined] {
	const words = name.split(" ");
	return [words[0], words.at(-1)?.replace(/['’]s$/, "")];
}

/** One letter more, less or other, or two neighbours exchanged, in a name that is long enough for it to be no other name. */
function slip(a: string, b: string): boolean {
	if (a.endsWith("s") && a.slice(0, -1) === b) return false;
	if (b.endsWith("s") && b.slice(0, -1) === a) return false;
	if (Math.abs(a.length - b.length) > 1) return false;
	let i = 0;
	while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
	const [restA, restB] = [a.slice(i), b.slice(i)];
	if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
	return restA.length > 1 && restB.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
