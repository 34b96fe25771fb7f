import type { Claim, QuoteClaim } from "../../claims/claim.ts";
import type { Context } from "../context.ts";
import type { Checked, Reason, Verdict } from "../verdict.ts";
import { comparedWith, type Quoted, quotedOf } from "./quoted.ts";

/** From this likeness two quotations of one speaker are meant to be the same words; below they are two sayings. */
const SAME_WORDS = 0.75;
/** Shorter quotations are like others by chance. */
const ENOUGH_WORDS = 5;

/**
 * Holds what an article quotes against itself: one saying given in two wordings, a surname a slip away from the full name, words without a speaker,
 * a surname before the full name, a source that wants no name. What a reference has settled stays settled.
 */
export function speechConsistency(checked: readonly Checked[], context: Context): readonly Checked[] {
	const found = new Map<Claim, Omit<Verdict, "references">>();
	for (const check of [givenTwice, surnameSlips, withoutSpeaker, surnameFirst, anonymous])
		for (const [claim, verdict] of check(context)) if (!found.has(claim)) found.set(claim, verdict);
	if (found.size === 0) return checked;
	return checked.map((one) => {
		const verdict = found.get(one.claim);
		if (!verdict || one.verdict.name !== "unreferenced") return one;
		return { ...one, verdict: { ...one.verdict, ...verdict } };
	});
}

type Found = [Claim, Omit<Verdict, "references">][];

function quotationsOf(context: Context): QuoteClaim[] {
	return context.claims.filter((claim): claim is QuoteClaim => claim.kind === "quotation");
}

/** The same quotation twice in different words: the later one is reported. */
function givenTwice(context: Context): Found {
	const said = quotationsOf(context).flatMap((claim): Said[] => {
		const quoted = quotedOf(claim, context.article);
		return quoted.words < ENOUGH_WORDS ? [] : [{ claim, ...quoted, quoted }];
	});
	const first = said[0]?.quoted;
	const before = first && twins.get(first);
	const isSame =
		before?.said.length === said.length &&
		before.said.every((one, i) => one.quoted === said[i]?.quoted && one.claim.quote.speaker === said[i]?.claim.quote.speaker);
	const pairs = before && isSame ? before.pairs : twinsOf(said);
	if (first) twins.set(first, { said, pairs });
	return pairs.map(({ at, other: earlier, written, elsewhere }) => {
		const [claim, other] = [(said[at] as Said).claim, (said[earlier] as Said).claim];
		const related = { start: other.start, end: other.end };
		return [claim, { name: "inconsistent", reason: { kind: "said differently", written, other: elsewhere, related }, related: [related] }];
	});
}

/** Two quotations that are meant to be the same words and are not, by their places in the list, and where they part. */
interface Twins {
	readonly at: number;
	readonly other: number;
	readonly written: string;
	readonly elsewhere: string;
}

/** What was last found among an article's quotations; holds as long as none of them changes. */
const twins = new WeakMap<Quoted, { readonly said: readonly Said[]; readonly pairs: readonly Twins[] }>();

function twinsOf(all: readonly Said[]): Twins[] {
	const found: Twins[] = [];
	const earlier: Said[] = [];
	const byPair = new Map<string, number[]>();
	for (const said of all) {
		const likely = sharing(said, earlier, byPair);
		for (const pair of said.source.pairs.keys()) {
			const list = byPair.get(pair);
			if (list) list.push(earlier.length);
			else byPair.set(pair, [earlier.length]);
		}
		earlier.push(said);
		for (const other of likely) {
			if (!sameSpeaker(said.claim, other.claim)) continue;
			// The shorter is looked for in the longer: a part that is repeated word for word is no slip.
			const [short, long] = said.words <= other.words ? [said, other] : [other, said];
			const comparison = comparedWith(short.quoted, long.source);
			if (!comparison || comparison.faithful || comparison.likeness < SAME_WORDS) continue;
			const [written, elsewhere] = short === said ? [comparison.written, comparison.original] : [comparison.original, comparison.written];
			found.push({ at: earlier.length - 1, other: earlier.indexOf(other), written, elsewhere });
			break;
		}
	}
	return found;
}

/** A quotation with its words. */
interface Said extends Quoted {
	readonly claim: QuoteClaim;
	readonly quoted: Quoted;
}

/** A pair of neighbouring words that so many quotations have says nothing of which they are like. */
const COMMON = 100;

/** Earlier quotations that may be like one, in order: where three of four words are the same, some neighbours are, even if each change parts two. */
function sharing(said: Said, earlier: readonly Said[], byPair: ReadonlyMap<string, readonly number[]>): Said[] {
	const shared = new Map<number, number>();
	for (const pair of said.source.pairs.keys()) {
		const list = byPair.get(pair) ?? [];
		if (list.length <= COMMON) for (const i of list) shared.set(i, (shared.get(i) ?? 0) + 1);
	}
	return [...shared]
		.map(([i, count]) => ({ i, count, other: earlier[i] as Said }))
		.filter(({ count, other }) => count >= Math.floor(Math.min(said.words, other.words) / 6) - 1)
		.sort((a, b) => a.i - b.i)
		.map(({ other }) => other);
}

function sameSpeaker(a: QuoteClaim, b: QuoteClaim): boolean {
	const [one, two] = [a.quote.speaker, b.quote.speaker];
	return one === undefined || two === undefined || one === two || one.endsWith(` ${two}`) || two.endsWith(` ${one}`);
}

/** People whom the article names in full, by surname. */
function fullNames(context: Context): { name: string; surname: string; start: number; end: number }[] {
	return context.claims.flatMap((claim) => {
		const spans =
			claim.kind === "role"
				? [claim.role.personSpan]
				: "quote" in claim && (claim.quote.sourceKind ?? "person") === "person"
					? claim.quote.source
					: [];
		return spans.flatMap((span) => {
			const words = context.article.text.slice(span.start, span.end).match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
			const surname = words.at(-1)?.replace(/['’]s$/, "");
			return words.length >= 2 && surname ? [{ name: words.join(" "), surname, start: span.start, end: span.end }] : [];
		});
	});
}

/** `Hackl said` after `Shawn Hakl`: no full name ends so, and exactly one is a slip away. */
function surnameSlips(context: Context): Found {
	const names = fullNames(context);
	const surnames = new Set(names.map((one) => one.surname));
	return surnameSources(context).flatMap(({ claim, surname }): Found => {
		if (surname.length < 4 || surnames.has(surname)) return [];
		const near = [
			...new Map(names.filter((one) => one.start < claim.start && isSlip(surname, one.surname)).map((one) => [one.surname, one])).values(),
		];
		const [other] = near;
		if (near.length !== 1 || !other) return [];
		const reason: Reason = { kind: "two spellings", written: surname, other: other.surname };
		return [[claim, { name: "inconsistent", reason, related: [{ start: other.start, end: other.end }] }]];
	});
}

/** Sources that are one capitalised word: a surname, or a name that people go by. */
function surnameSources(context: Context): { claim: QuoteClaim; surname: string }[] {
	return context.claims.flatMap((claim) => {
		if (claim.kind !== "quotation" && claim.kind !== "attribution") return [];
		const [span] = claim.quote.source;
		const written = span && context.article.text.slice(span.start, span.end).replace(/['’]s$/, "");
		return written && claim.quote.sourceKind !== "organisation" && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(written)
			? [{ claim, surname: written }]
			: [];
	});
}

/** One letter more, less or other, or two neighbours exchanged; the first letter stays, as slips of the pen leave it. */
function isSlip(a: string, b: string): boolean {
	if (a[0] !== b[0] || a === b || Math.abs(a.length - b.length) > 1) return false;
	let i = 0;
	while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
	const [restA, restB] = [a.slice(i), b.slice(i)];
	if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
	return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** A direct quotation that nobody says. */
function withoutSpeaker(context: Context): Found {
	return quotationsOf(context)
		.filter((claim) => claim.quote.type === "direct" && claim.quote.source.length === 0 && !mayName(claim, context))
		.map((claim) => [claim, { name: "imprecise", reason: { kind: "no speaker" } }]);
}

/** Whether a reader may know whose words they are: a heading leaves it to the article, and somebody is spoken of beside the words or just before. */
function mayName(claim: QuoteClaim, { article }: Context): boolean {
	const block = article.blocks[claim.block];
	if (!block || block.context.kind === "heading") return true;
	const beside = `${block.text.slice(0, claim.span.start)} ${block.text.slice(claim.span.end)}`;
	// Words that go on with the writer's sentence may be a saying or a text: `As the saying goes, “a stitch in time saves nine.”`
	if (/^[^\p{L}]{0,3}\p{Ll}/u.test(block.text.slice(claim.span.start, claim.span.start + 5))) return true;
	if (beside.trim() !== "") return SOMEBODY.test(beside);
	const before = article.blocks[claim.block - 1];
	return before !== undefined && before.context.kind !== "heading" && SOMEBODY.test(before.text.slice(-400));
}

/** A pronoun for a person, or two words with capitals as a name has them. */
const SOMEBODY =
	/\b(?:he|she|they|him|her|them|his|their|I|we|us|who|one|say|says|said)\b|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|[a-z,] \p{Lu}\p{Ll}+/u;

/** A surname alone before the article has given the full name, which it gives later. Headings may. */
function surnameFirst(context: Context): Found {
	const names = fullNames(context);
	const seen = new Set<string>();
	return surnameSources(context).flatMap(({ claim, surname }): Found => {
		if (seen.has(surname) || context.article.blocks[claim.block]?.context.kind === "heading") return [];
		seen.add(surname);
		const full = names.find((one) => one.surname === surname);
		if (!full || full.start <= claim.start) return [];
		if (standsInFull(surname, context.article.text, claim.start)) return [];
		const related = [{ start: full.start, end: full.end }];
		return [[claim, { name: "unreferenced", reason: { kind: "surname first", written: surname, full: full.name }, related }]];
	});
}

/** Whether a capitalised word stands before a surname somewhere in front of an offset, though nobody speaks there. */
function standsInFull(surname: string, text: string, before: number): boolean {
	for (let at = text.indexOf(` ${surname}`); at >= 0 && at < before; at = text.indexOf(` ${surname}`, at + 1)) {
		const word = text.slice(text.lastIndexOf(" ", at - 1) + 1, at);
		if (/^\p{Lu}/u.test(word)) return true;
	}
	return false;
}

/** A source that wants no name: a note for the desk. */
function anonymous(context: Context): Found {
	return context.claims.flatMap((claim): Found => {
		if (!("quote" in claim) || !claim.quote.anonymous) return [];
		const [span] = claim.quote.source;
		const written = span ? context.article.text.slice(span.start, span.end) : "";
		return [[claim, { name: "unreferenced", reason: { kind: "anonymous source", written } }]];
	});
}
