import { type Claim, quantityOf } from "../../claims/claim.ts";
import { type Language, say } from "../../language/language.ts";
import { contains, type Span } from "../../prose/span.ts";
import type { Fact } from "../../references/fact.ts";
import type { View } from "../../session.ts";
import type { Checked, Reason } from "../../verdicts/verdict.ts";
import { day } from "../wording/periods.ts";
import { withOneSidedHedge } from "./hedges.ts";
import { restyled } from "./restyle.ts";

/** Other words for a claim, and what the menu says of them. */
export interface Correction {
	readonly title: string;
	/** What is replaced: the claim, and the hedge before it where that would be wrong. Article offsets. */
	readonly span: Span;
	readonly words: string;
}

/** What a claim could say instead to agree with its references. Nothing inside quotation marks: those words are somebody else's. */
export function corrections(view: View, { claim, verdict }: Checked, language?: Language): Correction[] {
	if (isQuoted(view, claim)) return [];
	const { reason } = verdict;
	const found: (Correction | undefined)[] = [];
	const fact = factOf(reason);
	const words = fact && verdict.working === undefined ? restyled(claim, fact) : undefined;
	const span = withOneSidedHedge(view, claim);
	if (fact && span && words !== undefined && words !== claim.text) {
		found.push({ title: say(language, "Use the reference's figure: {0}", words), span, words });
		if (reason.kind === "superseded" && fact.period !== undefined) {
			const dated = `${words} as of ${day(fact.period)}`;
			found.push({ title: say(language, "Use the newer figure and say of when: {0}", dated), span, words: dated });
		}
	}
	if (fact && reason.kind === "disagrees") found.push(hedged(view, claim, fact, language));
	found.push(...names(claim, reason, language));
	return found.filter((correction) => correction !== undefined);
}

function factOf(reason: Reason): Fact | undefined {
	// A loss that was called a profit is mended by no figure, and of two that disagree none is the right one yet.
	if (reason.kind === "disagrees" && (reason.side || reason.rival)) return undefined;
	if (reason.kind === "disagrees" || reason.kind === "misleads") return reason.fact;
	return reason.kind === "superseded" ? reason.newer : undefined;
}

/** Whether a claim stands in somebody else's words: a quotation, a block quote, or marks that nobody is named for. */
function isQuoted(view: View, claim: Claim): boolean {
	const block = view.report.article.blocks[claim.block];
	if (!block || block.context.quoted) return true;
	const { checked } = view.report;
	if (checked.some(({ claim: other }) => other.kind === "quotation" && other.quote.content.some((part) => contains(part, claim))))
		return true;
	const before = block.text.slice(0, claim.span.start);
	return count(before, '"') % 2 === 1 || count(before, "“") > count(before, "”");
}

function count(text: string, mark: string): number {
	return text.split(mark).length - 1;
}

/** `about` before a figure that is near enough for it. */
function hedged(view: View, claim: Claim, fact: Fact, language: Language | undefined): Correction | undefined {
	const quantity = quantityOf(claim);
	if (quantity?.hedge !== "exactly" || quantity.high !== undefined || quantity.vague || quantity.unit !== fact.unit) return undefined;
	if (Math.abs(fact.value - quantity.value) > Math.abs(quantity.value) * view.settings["tolerances.about"]) return undefined;
	if (startsSentence(view, claim) || !/^[^a-z]/.test(claim.text)) return undefined;
	const words = `about ${claim.text}`;
	return { title: say(language, "Say “{0}”", words), span: claim, words };
}

function startsSentence(view: View, claim: Claim): boolean {
	const block = view.report.article.blocks[claim.block];
	return block?.sentences[block.sentenceAt(claim.span.start)]?.start === claim.span.start;
}

/** Names, titles and days as they should be. */
function names(claim: Claim, reason: Reason, language: Language | undefined): Correction[] {
	const instead = (written: string, right: string | undefined, title: (right: string) => string): Correction[] => {
		if (right === undefined || written === "" || claim.text.split(written).length !== 2) return [];
		return [{ title: title(right), span: claim, words: claim.text.replace(written, () => right) }];
	};
	switch (reason.kind) {
		case "name misspelt":
			return instead(reason.written, reason.person.name, (right) => say(language, "Spell the name as the reference does: {0}", right));
		case "title differs":
			return instead(reason.written, reason.person.title, (right) => say(language, "Use the reference's title: {0}", right));
		case "organisation differs":
			return instead(reason.written, reason.person.organisation, (right) => say(language, "Use the reference's organisation: {0}", right));
		case "weekday":
			return instead(reason.written, reason.actual, (right) => say(language, "Name the day that the date fell on: {0}", right));
		default:
			return [];
	}
}
