import type { QuoteClaim } from "../../claims/claim.ts";
import type { FoundSpeech } from "../../claims/finder.ts";
import { type Article, parse } from "../../prose/article.ts";
import type { SourceDocument } from "../../references/fact.ts";
import type { Context } from "../context.ts";
import { Source } from "./compare.ts";
import { personAt } from "./names.ts";
import { comparedWith, type Quoted } from "./quoted.ts";

/** Shorter quotations may be anybody's. */
const ENOUGH_WORDS = 5;

/**
 * Who says some words in a document, when that is certainly somebody else than the article has it: both are given by first name and surname, and share
 * neither. Undefined when it is the same person, or when either can't be told for certain. `quoted` are the words of the quotation, which stand in the document.
 */
export function otherSpeaker(claim: QuoteClaim, quoted: Quoted, document: SourceDocument, context: Context): string | undefined {
	const { quote } = claim;
	const [span] = quote.source;
	if (quote.type !== "direct" || !quote.speaker || !span || (quote.sourceKind ?? "person") !== "person") return undefined;
	if (quoted.words < ENOUGH_WORDS) return undefined;
	const surname = lastName(quote.speaker);
	// A pronoun may mean somebody else.
	if (!context.article.text.slice(span.start, span.end).includes(surname)) return undefined;
	const known = personAt(span, context)?.rows[0]?.name;
	const written = known ?? quote.speaker;
	const said = voicesOf(document, context);
	// Two words with capitals may be a company's.
	if (quote.sourceKind !== "person" && known === undefined && !said.some((voice) => voice.speaker === written)) return undefined;
	const speakers = new Set(said.filter((voice) => comparedWith(quoted, voice.source)?.faithful).map((voice) => voice.speaker));
	const [speaker] = speakers.size > 0 ? speakers : [personOf(document, context)];
	if (speakers.size > 1 || speaker === undefined) return undefined;
	return isFull(written) && isFull(speaker) && lastName(written) !== lastName(speaker) && firstName(written) !== firstName(speaker)
		? speaker
		: undefined;
}

const isFull = (name: string): boolean => /^\p{Lu}[\p{L}'’.-]* (?:[\p{L}'’.-]+ ){0,3}\p{Lu}[\p{L}'’-]+$/u.test(name);
const lastName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);
const firstName = (name: string): string => name.split(" ", 1)[0] as string;

/** The person whose words a whole document is, when the packs know it to be a person. */
function personOf({ speaker }: SourceDocument, { references }: Context): string | undefined {
	for (const rows of references.people.values()) for (const { name } of rows) if (name === speaker) return name;
	return undefined;
}

/** What one person says in a document; `speaker` is undefined when it is not certain who. */
interface Voice {
	readonly speaker: string | undefined;
	readonly source: Source;
}

/** Documents are read once: what they say depends on nothing else. */
const voices = new WeakMap<SourceDocument, readonly Voice[]>();

function voicesOf(document: SourceDocument, { speechIn }: Context): readonly Voice[] {
	let known = voices.get(document);
	if (!known) {
		const article = parse(document.text);
		const lines = transcript(article);
		known = lines.length >= LINES ? lines : quotedIn(article, speechIn?.(article) ?? []);
		voices.set(document, known);
	}
	return known;
}

/** From so many lines that begin with a name and a colon on, a document is a transcript. */
const LINES = 3;

const LABEL = /^((?:\p{Lu}[\p{L}.'’-]{0,24} ){0,3}\p{Lu}[\p{L}'’-]{1,24})(?:,[^:.!?]{1,80}| \([^():]{1,80}\)| [-–—] [^:.!?]{1,80})?:\s/u;

/** The lines of a transcript: a paragraph without a name goes on with the one before; a surname is whose full name stood before. */
function transcript({ blocks }: Article): Voice[] {
	const full = new Map<string, string>();
	const lines: { speaker: string; text: string }[] = [];
	for (const { text } of blocks) {
		const name = LABEL.exec(text.slice(0, 220))?.[1];
		if (name) {
			if (name.includes(" ")) full.set(lastName(name), name);
			lines.push({ speaker: full.get(name) ?? name, text: text.slice(text.indexOf(":") + 1) });
		} else {
			const last = lines.at(-1);
			if (last) last.text += ` ${text}`;
		}
	}
	return lines.map(({ speaker, text }) => ({ speaker, source: new Source(text) }));
}

/** The quotations of a release or a report. */
function quotedIn(article: Article, speech: readonly FoundSpeech[]): Voice[] {
	return speech.flatMap((claim) => {
		if (claim.kind !== "quotation") return [];
		const { content, source, speaker } = claim.quote;
		const words = source.map((span) => article.text.slice(span.start, span.end)).join(" ");
		const isNamed = speaker !== undefined && words.includes(lastName(speaker));
		const text = content.map((span) => article.text.slice(span.start, span.end)).join(" ");
		return { speaker: isNamed ? speaker : undefined, source: new Source(text) };
	});
}
