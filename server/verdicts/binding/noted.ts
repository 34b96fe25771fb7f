/** What may be asked about: a subject, whose facts are its own; a measure; what is part of a whole; a person. */
export type AskedKind = "subject" | "measure" | "whole" | "person";

/** What is noted of one that is asked about. */
export function noteOf(kind: AskedKind, id: string): string {
	return kind === "subject" ? id : `${kind} ${id}`;
}

/** What whoever asks for all of a kind depends on. */
export function everyOf(kind: AskedKind): string {
	return EVERY[kind];
}

const EVERY: Readonly<Record<AskedKind, string>> = { subject: "*", measure: "measure *", whole: "whole *", person: "person *" };

/** Notes those of whom one map says something else than another, and that one of all does. */
export function noteTurned<V>(kind: AskedKind, before: ReadonlyMap<string, V>, now: ReadonlyMap<string, V>, turned: Set<string>): void {
	if (before === now) return;
	const had = turned.size;
	for (const [id, value] of before) if (now.get(id) !== value) turned.add(noteOf(kind, id));
	for (const id of now.keys()) if (!before.has(id)) turned.add(noteOf(kind, id));
	if (turned.size > had) turned.add(everyOf(kind));
}

/** Somebody who asks, and what about; undefined as long as that is nothing, as it is of most. */
export interface Asker {
	asked: Set<string> | undefined;
}

/** Whether something was asked about that has turned. */
export function hasTurned({ asked }: Asker, turned: ReadonlySet<string>): boolean {
	if (asked) for (const one of turned) if (asked.has(one)) return true;
	return false;
}

/** A map that tells what it is asked for. */
export class Noted<V> implements ReadonlyMap<string, V> {
	readonly #map: ReadonlyMap<string, V>;
	readonly #kind: AskedKind;
	readonly #note: (note: string) => void;

	constructor(kind: AskedKind, map: ReadonlyMap<string, V>, note: (note: string) => void) {
		this.#kind = kind;
		this.#map = map;
		this.#note = note;
	}

	get(key: string): V | undefined {
		this.#note(noteOf(this.#kind, key));
		return this.#map.get(key);
	}

	has(key: string): boolean {
		this.#note(noteOf(this.#kind, key));
		return this.#map.has(key);
	}

	get size(): number {
		return this.#all.size;
	}
	forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
		this.#all.forEach(visit);
	}
	entries(): MapIterator<[string, V]> {
		return this.#all.entries();
	}
	keys(): MapIterator<string> {
		return this.#all.keys();
	}
	values(): MapIterator<V> {
		return this.#all.values();
	}
	[Symbol.iterator](): MapIterator<[string, V]> {
		return this.#all.entries();
	}

	get #all(): ReadonlyMap<string, V> {
		this.#note(everyOf(this.#kind));
		return this.#map;
	}
}
