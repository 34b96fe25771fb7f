import type { Entity, Measure, Person } from "../fact.ts";
import { isCommonNoun } from "../kinds/kinds.ts";
import { isPersonsName, isPlainly, shortNames } from "../kinds/short-names.ts";
import type { Variant } from "./table.ts";
import { nameKey, splitWords } from "./words.ts";
import { COMPANY_FORMS, GENERIC_HEADS, NAME_SUFFIXES, PARTICLES, SMALL_WORDS } from "./words-data.ts";

/** Every form under which anything in a pack is met. */
export function* variantsOf(
	{ entities, measures, people }: { entities: readonly Entity[]; measures: readonly Measure[]; people: readonly Person[] },
	stem: (word: string) => string,
): Generator<Variant> {
	for (const entity of entities) yield* entityVariants(entity);
	for (const measure of measures) yield* measureVariants(measure, stem);
	for (const person of people) yield* personVariants(person);
}

/** Every form under which an entity is met: its names, without company form or `.com`, a person's surname, and what it is shortened to. */
export function entityVariants(entity: Entity): Variant[] {
	const { id, name, aliases, type } = entity;
	const variants: Variant[] = [];
	const add = (written: string) => {
		const text = isCommonNoun(entity) ? written.toLowerCase() : written;
		const key = nameKey(text);
		variants.push({ key, entry: { kind: "entity", id, text }, slips: key.includes(" ") || COINED.has(type ?? "") });
	};
	for (const text of [name, ...aliases]) {
		add(text);
		for (const base of withoutForm(text)) add(base);
	}
	for (const text of isPersonsName(entity) ? personForms(name) : shortNames(entity))
		variants.push({ key: nameKey(text), entry: { kind: "entity", id, text, ...(!isPlainly(text) && { partial: true }) } });
	return variants;
}

// One word is taken for a slip of these alone: coined names have no near neighbours, while Iceland has Ireland and Colombia has Columbia.
const COINED = new Set(["organisation", "organization", "work", "event", "product"]);

/** Every form under which a person is met: names as given, without initials, and the surname alone. */
export function personVariants({ id, name, aliases }: Person): Variant[] {
	return [
		...[name, ...aliases].map((text): Variant => ({ key: nameKey(text), entry: { kind: "person", id, text }, slips: true })),
		...personForms(name).map((text): Variant => ({ key: nameKey(text), entry: { kind: "person", id, text, partial: true } })),
	];
}

/** Every form under which a measure is met, by the stems of its words; the head noun of its label alone is only a part of it. */
export function measureVariants({ id, label, aliases }: Measure, stem: (word: string) => string): Variant[] {
	const variants: Variant[] = [];
	const add = (text: string, partial?: true) =>
		variants.push({ key: stemKey(text, stem), entry: { kind: "measure", id, text, ...(partial && { partial }) } });
	for (const text of [label, ...aliases]) {
		add(text);
		const bare = withoutAsides(text).trim();
		if (bare && bare !== text) add(bare);
	}
	const head = headNoun(label);
	if (head) add(head, true);
	return variants;
}

/** The key of a measure's name. */
function stemKey(text: string, stem: (word: string) => string): string {
	return `~${splitWords(text)
		.map(({ key }) => stem(key))
		.join(" ")}`;
}

/** `Amazon.com Inc.` is also `Amazon.com` and `Amazon`; `The Gap, Inc.` is `Gap`. */
function withoutForm(name: string): string[] {
	const words = splitWords(name);
	let end = words.length;
	while (end > 1 && COMPANY_FORMS.has((words[end - 1] as { key: string }).key)) end--;
	if (end > 1 && words[end - 1]?.key === "and") end--; // `Tiffany & Co.`
	// Nobody is called `the` because an alias is `the company`.
	if (words.slice(0, end).every(({ key }) => SMALL_WORDS.has(key))) return [];
	const bases: string[] = [];
	if (end < words.length) bases.push(name.slice(0, (words[end - 1] as { end: number }).end));
	if (end > 1 && words[end - 1]?.key === "com" && name[(words[end - 1] as { start: number }).start - 1] === ".") {
		bases.push(name.slice(0, (words[end - 2] as { end: number }).end));
	}
	return bases;
}

/** The shorter forms of a person's name: without middle initials and suffix, and the surname with and without its particle. */
function personForms(name: string): string[] {
	const given = withoutAsides(name);
	const words = splitWords(given);
	while (words.length > 1 && NAME_SUFFIXES.has((words.at(-1) as { key: string }).key)) words.pop();
	const first = words[0];
	const last = words.at(-1);
	if (!first || !last || words.length < 2) return [];
	const end = last.end;
	// A double-barrelled surname is one: hyphens join.
	let start = words.length - 1;
	while (start > 1 && given[(words[start] as { start: number }).start - 1] === "-") start--;
	const surname = given.slice((words[start] as { start: number }).start, end);
	const forms = [surname];
	let particle = start;
	while (particle > 1 && PARTICLES.has((words[particle - 1] as { key: string }).key)) particle--;
	if (particle < start) forms.push(given.slice((words[particle] as { start: number }).start, end));
	if (particle > 1 || words.length < splitWords(given).length)
		forms.push(`${given.slice(first.start, first.end)} ${given.slice((words[particle] as { start: number }).start, end)}`);
	return forms;
}

/** The noun that a measure's label turns on: `wireless subscribers` → `subscribers`, `size of armed forces` → none, `size` says nothing. */
function headNoun(label: string): string | undefined {
	const bare = withoutAsides(label).split(/,|\s(?:of|per|by|in|as|at|for|from|without|with|to|on|among|between)\s/)[0] as string;
	const words = splitWords(bare.trim());
	const head = words.at(-1);
	if (!head || (words.length === splitWords(label).length && words.length < 2)) return undefined;
	return GENERIC_HEADS.has(head.key) || head.key.length < 3 ? undefined : bare.trim().slice(head.start, head.end);
}

/** A name without what stands in brackets. */
function withoutAsides(name: string): string {
	const kept: string[] = [];
	let from = 0;
	for (;;) {
		const close = name.indexOf(")", name.indexOf("(", from) + 1 || name.length);
		if (close < 0) return kept.join("") + name.slice(from);
		kept.push(name.slice(from, name.lastIndexOf("(", close)).trimEnd());
		from = close + 1;
	}
}
