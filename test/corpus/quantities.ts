import { deepEqual } from "node:assert/strict";
import { findQuantities } from "../../server/claims/quantities/finder.ts";
import { parse } from "../../server/prose/article.ts";

const setting = { dateline: "2026-02-04" };

/** What a text's quantities say, one line each: `words → kind value[..high] unit hedge trend role vague`; `exactly` goes without saying. */
export function quantitiesOf(text: string): string[] {
	const article = parse(text);
	return article.blocks.flatMap((block) =>
		findQuantities(block, setting).map((claim) => {
			if (!("quantity" in claim)) return "";
			const { value, high, unit, hedge, trend, role, vague } = claim.quantity;
			const { start, end } = block.toArticle(claim);
			const meaning = [
				claim.kind,
				high === undefined ? value : `${value}..${high}`,
				unit,
				hedge === "exactly" ? undefined : hedge,
				trend,
				role,
				vague && "vague",
			];
			return `${article.text.slice(start, end)} → ${meaning.filter((part) => part !== undefined).join(" ")}`;
		}),
	);
}

/** Every phrase must hold one quantity, the words in square brackets, with this meaning. A phrase without brackets is one from end to end. */
export function means(meaning: string, phrases: readonly string[]): void {
	for (const phrase of phrases) {
		it(`${phrase} → ${meaning}`, () => {
			const marked = /\[(.*)\]/.exec(phrase);
			deepEqual(quantitiesOf(phrase.replace(/[[\]]/g, "")), [`${marked ? marked[1] : phrase} → ${meaning}`]);
		});
	}
}

/** Every quantity of a text, in order. */
export function reads(text: string, ...expected: string[]): void {
	it(text, () => deepEqual(quantitiesOf(text), expected));
}

/** None of these holds a quantity. */
export function noQuantities(phrases: readonly string[]): void {
	for (const phrase of phrases) it(`nothing in: ${phrase}`, () => deepEqual(quantitiesOf(phrase), []));
}
