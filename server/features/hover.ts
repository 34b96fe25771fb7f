import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import { type Claim, type Quantity, quantityOf, quoteOf, type Time, timeOf } from "../claims/claim.ts";
import { weekdayIn } from "../language/formats.ts";
import { type Language, type Said, said, say } from "../language/language.ts";
import { openRowCommand, type RevealTarget } from "../protocol.ts";
import type { Fact, Person, RowPlace } from "../references/fact.ts";
import type { View } from "../session.ts";
import { severityFor } from "../settings.ts";
import type { Checked, Reason, Verdict } from "../verdicts/verdict.ts";
import { commandUri, fileLink, literal, table, webLink } from "./markdown.ts";
import { claimsAt, rangeOf, rowLocation } from "./ranges.ts";
import { bindingWords, kindWord, nameBehind, placeBehind, rowWords, verdictTitle, verifiedWords, whereBehind } from "./wording/labels.ts";
import { day, dayOf } from "./wording/periods.ts";
import { factValue, figure, hedged } from "./wording/values.ts";
import { elsewhereSentence, sentence } from "./wording/wording.ts";

/** How a hover is to be written. */
export interface HoverStyle {
	/** The editor shows marks above the hover: what a mark says is not said again. */
	readonly marksAreShown?: boolean;
	/** The editor opens the rows of packs by a command of ours. */
	readonly rowsAreCommands?: boolean;
	/** What else in the packs has the value of a claim. */
	readonly elsewhere?: Hints;
	readonly language?: Language | undefined;
}

/** What was read at a position, the verdict and the references, for the innermost claim there and those around it. */
export function hover(view: View, position: Position, style: HoverStyle = {}): Hover | null {
	const here = claimsAt(view, position);
	const innermost = here[0];
	if (!innermost) return null;
	// What stands inside a quotation or an attribution is the news; that it was attributed is a line.
	const { packs } = view.folder.packs.store;
	const vouched = new Map(packs.flatMap(({ name, vouchedBy }) => (vouchedBy === undefined ? [] : [[name, vouchedBy] as const])));
	const sections = here
		.slice(0, MOST)
		.map((checked) => section(checked, style, style.marksAreShown === true && isMarked(view, checked, position), vouched));
	return { contents: { kind: MarkupKind.Markdown, value: sections.join("\n\n---\n\n") }, range: rangeOf(view, innermost.claim) };
}

/** Whether the editor shows a mark for a position. Of a faint one it marks the first two characters, and shows it nowhere else. */
function isMarked(view: View, { claim, verdict }: Checked, position: Position): boolean {
	const severity = severityFor(verdict, view.settings);
	return severity !== "off" && (severity !== "hint" || view.document.offsetAt(position) - claim.start <= FAINT);
}

const FAINT = 2;

type Hints = ReadonlyMap<Checked, readonly Reason[]>;

/** Claims that one hover shows: a figure, the quotation that it stands in, its attribution. */
const MOST = 3;

/** A sign beside the word, so that colour is never alone. */
const signs = {
	supported: "✓",
	contradicted: "✗",
	inconsistent: "✗",
	outdated: "⚠",
	imprecise: "⚠",
	disputed: "⚠",
	unreferenced: "·",
	reviewed: "✓",
} as const;

function section(checked: Checked, style: HoverStyle, isSaid: boolean, vouched: ReadonlyMap<string, string>): string {
	const { claim, verdict } = checked;
	const { language } = style;
	const elsewhere = style.elsewhere?.get(checked);
	const name = `${signs[verdict.name]} **${verdictTitle(verdict.name, language)}.**`;
	const parts = [isSaid ? name : `${name} ${literal(sentence(verdict.reason, claim, language))}`, readAs(claim, verdict, language)];
	const led = bindingWords(verdict, language);
	if (led !== undefined) parts.push(literal(led));
	if (verdict.references.length > 0) parts.push(facts(say(language, "Reference"), verdict.references, style));
	const rests = behind(verdict.reason, style);
	if (rests !== undefined) parts.push(rests);
	const answerable = whoAnswers(verdict.references, vouched, language);
	if (answerable !== "") parts.push(answerable);
	if (verdict.working !== undefined) parts.push(say(language, "Working: {0}", (inner) => literal(said(inner, verdict.working ?? ""))));
	if (elsewhere) parts.push(literal(elsewhereSentence(elsewhere, claim, language)));
	if (verdict.difference) parts.push(difference(verdict.difference, language));
	if (verdict.candidates && verdict.candidates.length > 0) parts.push(facts(say(language, "Came near"), verdict.candidates, style));
	return parts.join("\n\n");
}

/** Who verified the rows, and who signed for the packs that they are from; each once. Empty when nobody did. */
function whoAnswers(references: readonly Fact[], vouched: ReadonlyMap<string, string>, language: Language | undefined): string {
	const verified = references.slice(0, MOST_ROWS).map((fact) => {
		const words = verifiedWords(fact, language);
		return words === undefined ? undefined : `${literal(capital(words))}.`;
	});
	const signed = references.map(({ pack }) => {
		const by = vouched.get(pack);
		return by === undefined ? undefined : say(language, "{0} vouches for {1}.", literal(by), literal(pack));
	});
	return [...new Set([...verified, ...signed].filter((words) => words !== undefined))].join(" ");
}

/** A time as it was read; what is no date of the calendar stays as it is written in ISO 8601. */
function timeWords({ value, weekday }: Time, language: Language | undefined): string {
	if (weekday === undefined) return day(value, language);
	// The first of January 2024 was a Monday.
	const name: Said = (inner) => weekdayIn(inner, `2024-01-0${weekday}`) ?? (WEEKDAYS[weekday - 1] as string);
	return say(language, "{0}, {1}", name, dayOf(value));
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function readAs(claim: Claim, verdict: Verdict, language: Language | undefined): string {
	const quantity = quantityOf(claim);
	const time = timeOf(claim);
	const quote = quoteOf(claim);
	const words: (string | undefined)[] = [
		quantity && quantityWords(quantity, language),
		quantity?.trend && (quantity.trend === "up" ? say(language, "going up") : say(language, "going down")),
		time && timeWords(time, language),
		quote && (quote.anonymous ? say(language, "an anonymous source") : quote.speaker),
		quote?.medium,
		claim.kind === "role" ? [claim.role.person, claim.role.title, claim.role.organisation].filter(Boolean).join(", ") : undefined,
		verdict.subject?.text,
		verdict.measure && said(language, verdict.measure.said ?? verdict.measure.text),
		verdict.period === undefined || verdict.period === time?.value ? undefined : day(verdict.period, language),
	];
	const read = words.filter((word) => word !== undefined && word !== "");
	return say(language, "Read as {0}", [kindWord(claim.kind, language), ...read].map((word) => literal(word as string)).join(" · "));
}

/** A quantity as it was read: `over $25 billion`. */
function quantityWords(quantity: Quantity, language: Language | undefined): string {
	const size: Said = (inner) => hedged(quantity.hedge, figure(quantity, quantity.high ?? quantity.value, undefined, inner), inner);
	return quantity.vague ? say(language, "some {0}", size) : size(language);
}

function facts(head: string, list: readonly Fact[], { language, rowsAreCommands }: HoverStyle): string {
	const rows = list.slice(0, MOST_ROWS).map((fact) => [
		literal(factValue(fact, undefined, language)),
		literal(day(fact.period ?? "", language)),
		// A price of a day is known that day: the same date twice says nothing.
		fact.knownAt === fact.period ? "" : literal(day(fact.knownAt ?? "", language)),
		source(fact),
		rowLink(fact, rowsAreCommands === true, language),
	]);
	const more = list.length > MOST_ROWS ? `\n\n${say(language, "and {0} more", list.length - MOST_ROWS)}` : "";
	return table([head, say(language, "Period"), say(language, "Known since"), say(language, "Source"), say(language, "Pack")], rows) + more;
}

/** A row of a pack, as a link. */
function rowLink(fact: Fact, isCommand: boolean, language: Language | undefined): string {
	return placeLink(say(language, "{0}, {1}", fact.pack, rowWords(fact)), fact, isCommand);
}

/** Words as a link to a row or a line, where it lies in a file. Editors take a link to a file of the disk; of other files VS Code makes no link, so that a command of ours opens them. */
function placeLink(words: string, at: RowPlace, isCommand: boolean): string {
	const place = rowLocation(at);
	if (!place) return literal(words);
	const { start } = place.range;
	if (!isCommand) return fileLink(words, `${place.uri}#L${start.line + 1}`);
	return fileLink(words, commandUri(openRowCommand, { uri: place.uri, range: { start, end: start } } satisfies RevealTarget));
}

/** Rows that a hover can hold and still be read. */
const MOST_ROWS = 6;

/** The row of a person or the words of a document that a verdict rests on: who or which, of when, from where, and a link to it. */
function behind(reason: Reason, { language, rowsAreCommands }: HoverStyle): string | undefined {
	const name = nameBehind(reason);
	const place = placeBehind(reason);
	if (name === undefined || !place) return undefined;
	const where = whereBehind(reason, language) ?? "";
	const of = "document" in reason ? reason.document : undefined;
	const cells = [
		literal(name),
		"person" in reason ? literal(tenure(reason.person, language)) : literal(day(of?.date ?? "", language)),
		of?.source === undefined ? "" : webLink(hostOf(of.source) ?? of.source, of.source),
		placeLink(where, place, rowsAreCommands === true),
	];
	return table([say(language, "Reference"), say(language, "Period"), say(language, "Source"), say(language, "Pack")], [cells]);
}

/** Since when and until when a person's row holds; empty when it does not say. */
function tenure({ from, to }: Person, language: Language | undefined): string {
	if (from === undefined) return to === undefined ? "" : say(language, "until {0}", dayOf(to));
	return to === undefined ? say(language, "since {0}", dayOf(from)) : say(language, "{0} to {1}", dayOf(from), dayOf(to));
}

const hostOf = (address: string): string | undefined => /^https?:\/\/(?:www\.)?([^/?#]{1,80})/i.exec(address)?.[1];

function source(fact: Fact): string {
	if (fact.source === undefined) return "";
	const host = hostOf(fact.source);
	const text = host === undefined ? literal(fact.source) : webLink(host, fact.source);
	return fact.locator === undefined ? text : `${text}, ${literal(fact.locator)}`;
}

function difference(pieces: NonNullable<Verdict["difference"]>, language: Language | undefined): string {
	const marked = pieces.map(({ kind, text }) => {
		const core = text.trim();
		if (kind === "same" || core === "") return literal(text);
		const around = (mark: string) => text.replace(core, () => `${mark}${literal(core)}${mark}`);
		return kind === "written" ? around("~~") : around("**");
	});
	const key = say(language, "(~~struck~~: only in the article; **bold**: only in the document)");
	return `${say(language, "Difference: {0}", marked.join(" ").replace(/ {2,}/g, " "))}\n\n${key}`;
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
