import { CODE_NAMES, type Column } from "./column.ts";

/** What columns are called whose cells say whom figures are about. */
const SUBJECT_NAMES =
	/country|entity|name|state|city|company|ticker|symbol|region|team|player|subject|organi[sz]ation|airline|area|district|product|town|village|municipality|county|province|territory|\bparty\b|\bclub\b|\bfirm\b|\bbank\b|school|university|hospital|airport|\bport\b|\bstation\b|vessel|\bship\b|brand/i;
const ENGLISH_NAMES = /(?:^|[^a-z])(?:en|english)(?:[^a-z]|$)/i;
// What is told of persons alone.
const PERSONAL =
	/\b(?:first|last|given|family|sur).?names?\b|\bname\.(?:first|last)\b|birthday|\bborn\b|date of birth|\bgender\b|\b(?:title|position)\b/i;
/** Offices that one person holds in an organisation or a place, as columns are called by them. */
const OFFICES =
	/^(?:(?:chief|managing|head|executive|deputy|acting|vice|prime|artistic|musical|general|club)[ -]){0,2}(?:head|headteacher|headmaster|headmistress|head of [a-z ]{3,30}|principal|rector|chancellor|vice-chancellor|president|chair|chairman|chairwoman|chairperson|executive|chief executive officer|ceo|cfo|coo|director|manager|coach|captain|mayor|governor|minister|premier|leader|secretary|speaker|commissioner|constable|editor|conductor|curator|bishop|mp|senator|founder|owner|skipper|pilot)$/i;

/** A table of names and codes, which says who is who and measures nothing; undefined when it is no such table. */
export function guessEntities(columns: readonly Column[]): Readonly<Record<string, unknown>> | undefined {
	const texts = columns.filter(({ kind, name }) => kind === "text" && !CODE_NAMES.test(name));
	const codes = columns.filter(({ kind, name }) => kind !== "empty" && CODE_NAMES.test(name));
	const figures = columns.filter(({ kind, name }) => kind === "number" && !CODE_NAMES.test(name));
	if (codes.length < 2 || texts.length < 1 || figures.length > texts.length / 2 || columns.some(({ kind }) => kind === "period"))
		return undefined;
	const english = texts.filter(({ name }) => ENGLISH_NAMES.test(name));
	const names = english.length > 0 ? english : texts.filter(({ name }) => SUBJECT_NAMES.test(name));
	const most = (among: readonly Column[]) =>
		among.reduce<Column | undefined>((best, one) => (best && best.distinct >= one.distinct ? best : one), undefined);
	const name = names.find((one) => /(?:^|[^a-z])name(?:[^a-z]|$)/i.test(one.name)) ?? most(names) ?? most(texts);
	const id = most(codes.filter(({ kind }) => kind === "text")) ?? most(codes);
	const others = names.filter((one) => one !== name).map((one) => one.name);
	return { role: "entities", id: id?.name, name: name?.name, ...(others.length > 0 && { aliases: others }) };
}

/** A table of people, whose columns say so, and which measures nothing; undefined when it is no such table. */
export function guessPeople(columns: readonly Column[]): Readonly<Record<string, unknown>> | undefined {
	const texts = columns.filter(({ kind }) => kind === "text");
	const isMeasuring = columns.some(({ kind, name }) => kind === "number" && !CODE_NAMES.test(name));
	if (isMeasuring || !columns.some(({ name }) => PERSONAL.test(name))) return undefined;
	const named = (...patterns: readonly RegExp[]) =>
		patterns.map((pattern) => texts.find(({ name }) => pattern.test(name))).find(Boolean)?.name;
	const dated = (pattern: RegExp) => columns.find(({ name, kind }) => (kind === "period" || kind === "date") && pattern.test(name))?.name;
	const name = named(
		/(?:full|official|display|complete).{0,5}name|name.{0,5}(?:full|official|display|complete)/i,
		/^(?:person.)?name$/i,
		/\bname\b/i,
	);
	if (name === undefined) return undefined;
	const title = named(/\b(?:title|position|office|role|job|function)\b/i);
	const organisation = named(/organi[sz]ation|employer|company|\bparty\b/i);
	const from = dated(/\b(?:from|since|start)\b/i);
	const to = dated(/\b(?:to|until|end)\b/i);
	return { role: "people", name, ...(title && { title }), ...(organisation && { organisation }), ...(from && { from }), ...(to && { to }) };
}

/** Whether a column is called by an office: `Head`, `Mayor`. */
export const isOffice = (name: string): boolean => OFFICES.test(name.trim());

/** The offices that columns of a table of figures are called by, with those who hold them: a resource each, `subject` being whose office it is. */
export function guessOffices(columns: readonly Column[], subject: Column): Readonly<Record<string, unknown>>[] {
	return columns
		.filter((column) => column !== subject && column.kind === "text" && column.people > 0.8 && isOffice(column.name))
		.map(({ name }) => {
			const office = name.trim();
			const title = office === office.toUpperCase() ? office : office.toLowerCase();
			return { role: "people", name, title: { is: title }, organisation: subject.name };
		});
}
