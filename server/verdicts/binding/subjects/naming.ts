import type { Entity } from "../../../references/fact.ts";
import { isWhole } from "../../../references/kinds/kinds.ts";
import type { Mention } from "../../../references/store.ts";
import type { Name, Standing, Word } from "../sentence/passage.ts";
import { AGAINST, CAUSATIVES, ESTIMATING, IRREGULAR_TRANSITIVES, OF_KIND, PREPOSITIONS, STAND_INS, WINNING } from "../sentence/words.ts";
import { isOfName } from "./longer-name.ts";
import { isSomethingElse } from "./something-else.ts";

/** What reading the names of a sentence needs to know of its block. */
export interface NamesSource {
	/** All that the packs call something in the block. */
	readonly mentions: readonly Mention[];
	readonly isHeading: boolean;
	readonly entities: ReadonlyMap<string, Entity>;
}

/** The names in a sentence, those that no pack knows among them. `mentions` are those of the packs' names that begin in it. */
export function readNames(words: readonly Word[], source: NamesSource, mentions: readonly Mention[]): Name[] {
	const { entities, isHeading: heading } = source;
	const begins = (word: Word): boolean => source.mentions.some(({ start }) => start === word.start);
	const names: Name[] = [];
	let at = 0;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as Word;
		while (at < mentions.length && (mentions[at] as Mention).end <= word.start) at++;
		const mention = mentions[at];
		if (mention && mention.start <= word.start && word.start < mention.end) {
			let last = i;
			while (last + 1 < words.length && (words[last + 1] as Word).start < mention.end) last++;
			const all = mention.kind === "entity" ? mention.ids.filter((id) => entities.has(id)) : [];
			const known = all.map((id) => entities.get(id));
			// `a total of 40` names no row that is called so.
			if (known.length > 0 && known.every((entity) => entity && isWhole(entity))) {
				i = last;
				continue;
			}
			const isAnother = !heading && all.length > 0 && isSomethingElse(words, i, last, known, mention, begins);
			const ids = isAnother ? [] : all;
			const place = names.at(-1);
			// `of Springfield, Chad`: the country only says where the town is. A firm or a person says nothing of the kind: `In Springfield, Vela said …`.
			const places =
				place &&
				!(known.length > 0 && known.every((entity) => entity?.type !== undefined && UNPLACED.has(entity.type))) &&
				place.ids.length === 0 &&
				(place.standing === "of" || place.standing === "prepositional") &&
				words[i - 1]?.text === "," &&
				place.end === words[i - 1]?.start;
			names.push({
				start: word.start,
				end: Math.max(mention.end, word.start + 1),
				ids,
				standing: places ? "against" : ids.length < all.length ? strange(standingOf(words, i, last)) : standingOf(words, i, last, known),
			});
			i = last;
		} else if (!heading && startsStranger(words, i)) {
			let last = i;
			while (
				last + 1 < words.length &&
				isCapitalised(words[last + 1] as Word) &&
				!(mentions[at] && (words[last + 1] as Word).start >= (mentions[at] as Mention).start)
			)
				last++;
			const called = i === last ? firmCalled(words, i, entities) : undefined;
			const standing = standingOf(words, i, last);
			names.push({
				start: word.start,
				end: (words[last] as Word).end,
				ids: called ? [called] : [],
				standing: called ? standing : strange(standing),
			});
			i = last;
		}
	}
	return names;
}

/** What may stand for a firm behind a word of its name. */
const FIRM = new RegExp(`\\b(?:${[...STAND_INS].flatMap(([word, type]) => (type === "organisation" ? [word] : [])).join("|")})\\b`, "i");

/** Whether a text has a word that may stand for a firm. */
export const saysFirm = (text: string): boolean => FIRM.test(text);

/** Whether a text may call one of some organisations by the first word of its name; cheap, and asked of all blocks when another organisation comes up. */
export function mayCall(text: string, organisations: readonly Entity[]): boolean {
	return organisations.some(({ name }) => text.includes(name.slice(0, name.indexOf(" ") + 1) || `${name} `)) && saysFirm(text);
}

/** Types of what no town is in. */
const UNPLACED: ReadonlySet<string> = new Set(["organisation", "person", "product", "work", "event"]);

/** `The Norvik group`, of Norvik Cables that the article names too: the only organisation whose name begins so. */
function firmCalled(words: readonly Word[], at: number, entities: ReadonlyMap<string, Entity>): string | undefined {
	if (words[at - 1]?.lower !== "the" || STAND_INS.get(words[at + 1]?.lower ?? "") !== "organisation") return undefined;
	const first = `${(words[at] as Word).text} `;
	const found = [...entities.values()].filter(({ name, type }) => name.startsWith(first) && type === "organisation");
	return found.length === 1 ? found[0]?.id : undefined;
}

/** How a name that no pack knows stands. */
const strange = (standing: Standing): Standing =>
	standing === "subject" || standing === "agent" || standing === "possessive" || standing === "caused" ? "stranger" : standing;

/** Most words are small, which their first letter tells without the pattern. */
const isCapitalised = ({ text }: Word): boolean => !isSmall(text.charCodeAt(0)) && /^\p{Lu}[\p{L}'’.&-]*$/u.test(text);

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

// Capitalised words that name nobody who could own a figure.
const NO_STRANGERS = new Set(
	(
		"january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
		"i a the in on at of and but or for to by with from as his her its their he she it they this that these those there here when while if after before since " +
		"mr mrs ms dr english spanish french german chinese american british european african asian western eastern northern southern " +
		"gdp gni cpi ppp usd eur us uk eu un ft fg q1 q2 q3 q4 covid-19 internet"
	).split(" "),
);

/** A capitalised word inside a sentence, or the first of two at its beginning, that is no word of the calendar. */
function startsStranger(words: readonly Word[], i: number): boolean {
	const word = words[i] as Word;
	if (!isCapitalised(word) || word.text.length < 2 || NO_STRANGERS.has(word.lower)) return false;
	const previous = words[i - 1];
	// `3Pt` is no name.
	if (previous && /\d$/.test(previous.text) && previous.end === word.start) return false;
	if (previous && /^[\p{L}\d,)]/u.test(previous.text)) return true;
	const next = words[i + 1];
	return next !== undefined && isCapitalised(next) && !NO_STRANGERS.has(next.lower);
}

const isDeterminer = (word: Word | undefined): boolean =>
	word !== undefined && /^(?:the|a|an|this|that|its|their|his|her|our)$/.test(word.lower);

function standingOf(words: readonly Word[], first: number, last: number, known: readonly (Entity | undefined)[] = []): Standing {
	// `global data traffic`: a name in small letters is an attribute.
	let before = first - 1;
	if (/^\p{Ll}/u.test((words[first] as Word).text) && words[last + 1] && !isDeterminer(words[before])) return "of";
	// `in the neighbouring Vire district`: the adjective is skipped with its article.
	if (before > 0 && /(?:ing|ed|al|ern|ous)$/.test((words[before] as Word).lower) && isDeterminer(words[before - 1])) before -= 2;
	while (before >= 0 && /^(?:the|host|hosts|visiting|rival|its|their|former|a|an)$/.test((words[before] as Word).lower)) before--;
	const previous = words[before];
	const next = words[last + 1];
	const tail = (words[last] as Word).text;
	if (
		(/['’]s?$/.test(tail) && !isOfName(words[last] as Word, known)) ||
		(next && /^['’]s?$/.test(next.text)) ||
		next?.text === "'" ||
		next?.text === "’"
	) {
		// `Mali, three times Chad's size with 41 ships`: whose size it is, is who somebody is compared with.
		if (previous && FACTORS.test(previous.lower) && !words.slice(last + 1, last + 4).some(({ text }) => /^\d/.test(text))) return "against";
		if (!previous || !AGAINST.has(previous.lower)) return "possessive";
	}
	if (!previous || /^[^\p{L}\d]$/u.test(previous.text)) return "subject";
	if (AGAINST.has(previous.lower)) return "against";
	if (previous.lower === "by") return ESTIMATING.has(words[before - 1]?.stem ?? "") ? "prepositional" : "agent";
	if (previous.lower === "with" && next && /ing$/.test(next.lower)) return "subject";
	if (OF_KIND.has(previous.lower)) return "of";
	if (PREPOSITIONS.has(previous.lower)) return "prepositional";
	const contest = WINNING.has(previous.stem) || (previous.stem === "score" && words[before - 1]?.text === "-");
	if (contest) return "object";
	// `held Chad to 3 goals`: the figure behind is the object's.
	if (CAUSATIVES.has(previous.stem) && behind(words, last).some((word) => /^(?:to|into|from|under|below)$/.test(word.lower)))
		return "caused";
	if (
		IRREGULAR_TRANSITIVES.has(previous.lower) ||
		(/(?:ed|ing)$/.test(previous.lower) && previous.lower.length > 4 && !/^(?:including|according|during)$/.test(previous.lower))
	)
		return "object";
	return "subject";
}

const FACTORS = /^(?:times|twice|half|double|triple|treble)$/;

/** The five words behind one, past what stands in brackets: `held Chad (3–1) to 3 goals`. */
function behind(words: readonly Word[], last: number): readonly Word[] {
	const opens = words[last + 1]?.text === "(";
	const close = opens ? words.slice(last + 1, last + 9).findIndex((word) => word.text === ")") : -1;
	const from = close < 0 ? last + 1 : last + 2 + close;
	return words.slice(from, from + 5);
}
