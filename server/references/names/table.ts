import { partsOf, type SlipTable } from "./slips.ts";

/** One name under which something is known. */
export interface NameEntry {
	readonly kind: "entity" | "measure" | "person";
	readonly id: string;
	/** As the pack writes it: its capitals say how the text must be written. */
	readonly text: string;
	/** Only a part of the name: a surname, the head noun of a measure. */
	readonly partial?: true;
}

/** A key and the name that is kept under it. */
export interface Variant {
	readonly key: string;
	readonly entry: NameEntry;
	/** Whether the name is also looked for with a slip in it. */
	readonly slips?: boolean;
}

/** Names by key, however they are stored. Keys of measures are stems behind a `~`, so that the two never meet. */
export interface NameTable extends SlipTable {
	/** The number of words of the longest name that begins with this word; 0 when none does. */
	longest(firstWord: string): number;
	named(key: string): readonly NameEntry[];
}

/** Names in memory. */
export class MemoryNames implements NameTable {
	readonly #longest = new Map<string, number>();
	readonly #entries = new Map<string, NameEntry[]>();
	readonly #parts = new Map<string, string[]>();

	add({ key, entry, slips }: Variant): void {
		if (key === "" || key === "~") return;
		const known = this.#entries.get(key);
		if (known) {
			if (known.some((other) => other.id === entry.id && other.kind === entry.kind && (!other.partial || entry.partial))) return;
			known.push(entry);
			return;
		}
		this.#entries.set(key, [entry]);
		for (const part of slips ? partsOf(key) : []) {
			const keys = this.#parts.get(part);
			if (keys) keys.push(key);
			else this.#parts.set(part, [key]);
		}
		const space = key.indexOf(" ");
		const first = space < 0 ? key : key.slice(0, space);
		let words = 1;
		for (let at = space; at >= 0; at = key.indexOf(" ", at + 1)) words++;
		if (words > (this.#longest.get(first) ?? 0)) this.#longest.set(first, words);
	}

	longest(firstWord: string): number {
		return this.#longest.get(firstWord) ?? 0;
	}

	slips(part: string): readonly string[] {
		return this.#parts.get(part) ?? [];
	}

	named(key: string): readonly NameEntry[] {
		return this.#entries.get(key) ?? [];
	}
}
