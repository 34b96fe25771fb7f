import type { Passage } from "../binding/passage.ts";
import type { Context } from "../context.ts";
import { type Check, type Figure, figuresOf, type Inconsistency, written } from "./check.ts";

/**
 * A figure of the headline that the body gives otherwise: the same unit and the same counted noun, the only such figure of the first
 * paragraphs, and a sentence that shares the headline's words. A body that has the headline's figure anywhere settles it.
 */
export const headline: Check = {
	name: "headline against body",
	wrong: "# Mill cuts 2,500 jobs … The mill will cut 2,000 jobs, it said.",
	right: "# Mill cuts 2,500 jobs … The mill will cut 2,500 jobs, it said.",
	find(context: Context) {
		const head = context.reading.passages.filter((passage) => isHeadline(passage, context));
		if (head.length === 0) return [];
		const body = context.reading.passages.filter(
			(passage) => !isHeadline(passage, context) && context.article.blocks[passage.block]?.context.kind !== "tableCell",
		);
		const all = body.flatMap(figuresOf);
		return head.flatMap((passage) => figuresOf(passage).flatMap((figure) => against(figure, passage, body, all)));
	},
};

function isHeadline(passage: Passage, context: Context): boolean {
	const { kind, level } = context.article.blocks[passage.block]?.context ?? {};
	return kind === "heading" && level === 1;
}

function against(figure: Figure, passage: Passage, body: readonly Passage[], all: readonly Figure[]): Inconsistency[] {
	if (figure.kind === "rank" || figure.kind === "age" || figure.kind === "duration") return [];
	if (all.some((other) => sameThing(figure, other) && meet(figure, other))) return [];
	const lead = body.slice(0, 6);
	const stems = new Set(passage.words.filter((word) => word.lower.length > 3).map((word) => word.stem));
	const rivals = lead.flatMap((one) => {
		const shared = one.words.filter((word) => word.lower.length > 3 && stems.has(word.stem));
		return new Set(shared.map((word) => word.stem)).size >= 2 ? figuresOf(one).filter((other) => sameThing(figure, other)) : [];
	});
	const [rival] = rivals;
	if (!rival || rivals.length > 1) return [];
	return [
		{
			claim: figure,
			reason: { kind: "headline", written: figure.text, other: rival.text },
			related: [{ start: rival.start, end: rival.end }],
		},
	];
}

function sameThing(a: Figure, b: Figure): boolean {
	if (a.quantity.unitKind !== b.quantity.unitKind) return false;
	if (a.quantity.unitKind === "noun") return head(a.quantity.unit) === head(b.quantity.unit);
	return a.quantity.unit === b.quantity.unit && a.kind === b.kind && a.quantity.trend === b.quantity.trend;
}

const head = (unit: string): string => unit.split(" ").at(-1) ?? unit;

function meet(a: Figure, b: Figure): boolean {
	const [one, other] = [written(a.quantity), written(b.quantity)];
	return one.low <= other.high + 1e-9 && other.low <= one.high + 1e-9;
}
