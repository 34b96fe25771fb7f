import type { Block } from "../../prose/block.ts";
import type { Figure } from "../binding/sentence/passage.ts";
import type { Context } from "../context.ts";
import { type Check, type Inconsistency, isFigure } from "./inconsistency.ts";
import { inBlocks } from "./tracker.ts";

/** `five towns: Ryde, Sandown, Shanklin and Ventnor`: a list announced with a number, and another number of items behind the colon. */
export const lists: Check = {
	name: "announced list",
	wrong: "The line serves five towns: Ryde, Sandown, Shanklin and Ventnor.",
	right: "The line serves four towns: Ryde, Sandown, Shanklin and Ventnor.",
	track: () =>
		inBlocks(
			(context, index) => {
				const block = context.homes[index]?.block;
				// Behind what announces a list stands a colon.
				if (!block?.text.includes(":")) return undefined;
				const counts = (context.claims[index] ?? []).filter((claim) => isFigure(claim) && claim.kind === "count");
				return counts.flatMap((claim) => announced(claim as Figure, block, context));
			},
			// What stands before a list may announce it.
			(context, index) => {
				let before = index;
				while (before > 0 && isItem(context, before)) before--;
				return [before];
			},
		),
};

function announced(claim: Figure, block: Block, context: Context): Inconsistency[] {
	const { value, high, hedge } = claim.quantity;
	if (!Number.isInteger(value) || value < 2 || value > 12 || high !== undefined || hedge !== "exactly") return [];
	const sentence = block.sentences[block.sentenceAt(claim.span.start)];
	if (!sentence) return [];
	const rest = block.text.slice(claim.span.end, sentence.end);
	const colon = /^[^:;.,!?]{0,60}: /.exec(rest);
	const items = colon
		? inline(rest.slice(colon[0].length))
		: /^[^:;.!?]{0,60}:$/.test(rest.trim())
			? below(claim.block, context)
			: undefined;
	if (items === undefined || items === value || items < 2) return [];
	return [{ claim, reason: { kind: "list", written: claim.text, items }, working: `${items}` }];
}

/** Items of a plain list of short names; undefined when it is no such list. */
function inline(text: string): number | undefined {
	const list = text.replace(/[.!?]["'”’)]{0,2}$/, "");
	if (/[;:()"“—]|\d/.test(list)) return undefined;
	const items = list.split(/, and |, or |, | and | or /);
	// An item that is a clause of its own may hold commas and conjunctions that part nothing.
	return / (?:and|or) /.test(list) &&
		items.length >= 3 &&
		items.every((item) => item.split(" ").length <= 3 && item.length > 0) &&
		list.split(" and ").length <= 2
		? items.length
		: undefined;
}

/** Bullets that follow the block directly. */
function below(block: number, context: Context): number | undefined {
	let count = 0;
	while (isItem(context, block + 1 + count)) count++;
	return count > 1 ? count : undefined;
}

function isItem({ homes }: Context, block: number): boolean {
	return homes[block]?.block.context.kind === "listItem";
}
