import { type Said, say } from "../../language/language.ts";
import type { Phrase } from "../../language/phrase.ts";
import type { Entity, Measure } from "../../references/fact.ts";
import { isCommonNoun } from "../../references/kinds/kinds.ts";
import { DONE, FIRMS, PLURAL_NAMES, SINGULAR_IN_S, STAYING, TAKING_ARTICLE } from "./words.ts";

/** What a name is told by: of somebody's, what kind of thing the column says it is as well. */
type Name = string | Pick<Entity, "name" | "column">;

/** A name in a sentence: `the University of Ardal`, `Chad`. Company forms are dropped. In another language as it is: `the` is English. */
export const named =
	(who: Name): Said =>
	(language) =>
		language ? short(typeof who === "string" ? who : who.name) : withArticle(who);

/** `AT&T’s share price`, `the United States’ exports`; `the share price` when nobody is known, `the figure` when nobody knows what was measured. */
export const ofWhom =
	(subject: Entity | undefined, label: string | Phrase | undefined): Said =>
	(language) => {
		if (!subject) return label === undefined ? say(language, "the figure") : say(language, "the {0}", label);
		const name = named(subject);
		// English writes the genitive of names in s without another one.
		const isInS = withArticle(subject).endsWith("s");
		if (label === undefined) return say(language, isInS ? "{0}’ figure" : "{0}’s figure", name);
		return say(language, isInS ? "{0}’ {1}" : "{0}’s {1}", name, label);
	};

/** What a measure is called. */
export const called = ({ label, said }: Measure): string | Phrase => said ?? label;

/** Somebody's, without the thing: `Tessel’s`, in another language the name. */
export const owned =
	(full: string): Said =>
	(language) => {
		if (language) return short(full);
		const name = withArticle(full);
		return `${name}${name.endsWith("s") ? "’" : "’s"}`;
	};

function withArticle(who: Name): string {
	const name = short(typeof who === "string" ? who : who.name);
	// A common noun that names all of something takes none: `social care’s budget` (A Comprehensive Grammar, 5.58).
	if (typeof who !== "string" && isCommonNoun(who)) return name;
	return takesArticle(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

/** Whether a name is spoken of in the plural; undefined when a name in s may be one company or many people. */
export function isPluralName(name: string): boolean | undefined {
	const last = name.split(" ").at(-1) ?? "";
	if (PLURAL_NAMES.has(last)) return true;
	return /[^s]s$/.test(last) && !TAKING_ARTICLE.has(last) && !FIRMS.has(last) && name.includes(" ") ? undefined : false;
}

/** Whether a measure is spoken of in the plural: `net sales`, `children without a second dose`, `field goals made`, not `output in dollars`. */
export function isPlural(label: string): boolean {
	const head = headOf(label);
	if (/^(?:people|men|women|children|dead)$/.test(head)) return true;
	const isField =
		/ics$/.test(head) && !/^(?:clinics|critics|topics|comics|mechanics|medics|fabrics|relics|mosaics|attics|picnics|antics)$/.test(head);
	return /[^s']s$/.test(head) && !/(?:us|is)$/.test(head) && !isField && !SINGULAR_IN_S.has(head);
}

/** The noun that the words of a measure turn on: `children` of `children without a second dose`, `goals` of `field goals made` and of `goals against`. */
export function headOf(label: string): string {
	const [phrase = ""] = label
		.toLowerCase()
		.replace(/ (?:for|against|in|out|on|off)$/, "")
		.split(/ (?:of|in|per|for|from|at|to|on|by|with|without|under|over|after|before|between|among|during|within|as|since|aged) /);
	const words = phrase.split(" ");
	const last = words.at(-1) ?? "";
	return words.length > 1 && isParticiple(last) ? (words.at(-2) as string) : last;
}

const isParticiple = (word: string): boolean => DONE.has(word) || STAYING.has(word) || /[^e]ed$/.test(word);

const short = (name: string): string => name.replace(/,? (?:Inc|Corp|Ltd|LLC|plc|PLC|Co|AG|SA|NV|SE)\.?$/, "");

/** Names whose last word is a common noun, in small letters or as a part of the name (A Comprehensive Grammar, 5.64 to 5.71). */
function takesArticle(name: string): boolean {
	return (
		TAKING_ARTICLE.has(name.split(" ").at(-1) ?? "") ||
		/ \p{Ll}[\p{L}-]{1,30}$/u.test(name) ||
		/^(?:House|Bank|University|City|County|Kingdom|Republic|Ministry|Department) of /i.test(name)
	);
}
