import type { Entity, Measure } from "../fact.ts";
import { nameKey } from "../names/words.ts";

/** What a table's text led to. */
export interface Resolved {
	readonly id: string;
	/** No table of the pack knows it: it was taken as its own id. */
	readonly implied?: true;
	/** Several things have this name. */
	readonly ambiguous?: readonly string[];
}

/** What a pack knows by name, wherever it is kept. */
export interface Resolver {
	/** Whether the pack has a table of this kind. */
	declared: boolean;
	/** Adds something; false when its id is taken. */
	add(id: string, name: string, aliases: readonly string[]): boolean;
	/** What a text in a table stands for. */
	resolve(text: string): Resolved;
	/** Every text that a table may write, for suggesting one. */
	names(): Iterable<string>;
}

/**
 * Ids by id, name and alias within one pack: tables may write any of them. An id wins over a name, a name over an alias.
 * Without a table of its kind, every text is an id of its own.
 */
export class Registry implements Resolver {
	declared = false;
	readonly #ids = new Set<string>();
	readonly #written: (readonly string[])[] = [];
	readonly #names = new Map<string, string | string[]>();
	readonly #aliases = new Map<string, string | string[]>();
	/** What a text in a table stands for. */
	readonly resolve = remembering((text) => this.#find(text));

	add(id: string, name: string, aliases: readonly string[]): boolean {
		if (this.#ids.has(id)) return false;
		this.#ids.add(id);
		this.#written.push(aliases.length > 0 ? [id, name, ...aliases] : [id, name]);
		put(this.#names, nameKey(name), id);
		for (const alias of aliases) put(this.#aliases, nameKey(alias), id);
		return true;
	}

	*names(): Iterable<string> {
		for (const names of this.#written) yield* names;
	}

	#find(text: string): Resolved {
		if (this.#ids.has(text)) return { id: text };
		const key = nameKey(text);
		const ids = this.#names.get(key) ?? this.#aliases.get(key);
		if (!ids) return { id: text, implied: true };
		return typeof ids === "string" ? { id: ids } : { id: ids[0] as string, ambiguous: ids };
	}
}

/** What texts stand for, each found once. */
export function remembering(find: (text: string) => Resolved): (text: string) => Resolved {
	const known = new Map<string, Resolved>();
	return (text) => {
		let resolved = known.get(text);
		if (!resolved) {
			resolved = find(text);
			known.set(text, resolved);
		}
		return resolved;
	};
}

function put(map: Map<string, string | string[]>, key: string, id: string): void {
	if (!key) return;
	const known = map.get(key);
	if (known === undefined) map.set(key, id);
	else if (typeof known !== "string") known.push(id);
	else if (known !== id) map.set(key, [known, id]);
}

/** Somebody whom only facts speak of, in a column of some header. */
export function impliedEntity(id: string, pack: string, column?: string): Entity {
	return { id, name: id, aliases: [], pack, implied: true, ...(column !== undefined && { column }) };
}

/** A measure that only facts speak of: `net-sales` and `net_sales` are met as `net sales`, and `Unemployment rate` in a sentence is `unemployment rate`. */
export function impliedMeasure(id: string, pack: string, unit: string): Measure {
	return {
		id,
		label: withinSentence(id.replace(/[-_]+/g, " ").trim()),
		aliases: [],
		confusableWith: [],
		pack,
		implied: true,
		...(unit !== "none" && { unit }),
	};
}

/** What a table's cell writes large only because it begins there. `GDP`, `English speakers` and `Net Promoter Score` keep their letters. */
function withinSentence(label: string): string {
	const [first = "", ...rest] = label.split(" ");
	const isPlain = /^\p{Lu}\p{Ll}+$/u.test(first) && rest.every((word) => !/^\p{Lu}/u.test(word));
	return isPlain && (PLAIN_IN_AN.test(first) || !OF_A_NATION.test(first)) ? `${first.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** Endings of the names of nations, and the words that have them too. */
const OF_A_NATION = /(?:ish|ese|[aeiy]an|[cm]an|nch|[dtl]ch|eek)$/;
const PLAIN_IN_AN = /^(?:Median|Mean|Human|Ocean|Clean|Urban|Loan|Fish|Bench|Search|Week|Match|Catch|Watch)$/;
