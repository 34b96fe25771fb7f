import type { RoleClaim } from "../../claims/claim.ts";
import type { Person } from "../../references/fact.ts";
import type { Context } from "../context.ts";
import type { Verdict } from "../verdict.ts";
import { entityNamed, nameKey, personAt } from "./names.ts";
import { type RoleTime, roleTime, withoutFormer } from "./role-time.ts";
import { sameTitle } from "./titles.ts";

/** What the packs' people say of a title and an organisation on the dateline. Undefined when they don't know the person, or not for that day. */
export function judgeTitle(claim: RoleClaim, context: Context): Verdict | undefined {
	const { role } = claim;
	const found = personAt(role.personSpan, context);
	if (!found) return undefined;
	const day = context.dateline;
	const current = found.rows.filter((row) => holds(row, day));
	const time = roleTime(claim, context);
	const isPresent = time === "present" || (time === "lasting" && current.some((row) => titleOf(role.title, row) === "same"));
	if (!isPresent) return heldBefore(claim, time, found.rows, current, context);
	if (current.length === 0) return endedBefore(claim, found.rows, context);
	const verdicts = current.map((row) => {
		const title = titleOf(role.title, row);
		const organisation = organisationOf(role.organisation, row, context);
		return {
			row,
			title,
			organisation: organisation === "unsure" && isAnotherPost(claim, title, row, context) ? ("other" as const) : organisation,
		};
	});
	const agrees = verdicts.find(({ title, organisation }) => title === "same" && organisation === "same");
	if (agrees) return { name: "supported", reason: { kind: "person agrees", person: agrees.row }, references: [] };
	if (verdicts.some(({ title, organisation }) => title === "unsure" || organisation === "unsure")) return undefined;
	const [best] = verdicts.filter(({ organisation }) => organisation === "same").concat(verdicts) as [(typeof verdicts)[number]];
	const former = found.rows.find(
		(row) =>
			row.to !== undefined &&
			row.to < day &&
			titleOf(role.title, row) === "same" &&
			organisationOf(role.organisation, row, context) !== "other",
	);
	const name = former ? "outdated" : "contradicted";
	if (best.title === "other") return { name, reason: { kind: "title differs", written: role.title, person: best.row }, references: [] };
	if (best.organisation === "other" && role.organisation !== undefined)
		return { name, reason: { kind: "organisation differs", written: role.organisation, person: best.row }, references: [] };
	return undefined;
}

/**
 * A role of another time than the dateline's. What the packs know of people is seldom all that they ever were: it may be borne out, and is contradicted only
 * where somebody is called former who still is what he is called.
 */
function heldBefore(
	{ role }: RoleClaim,
	time: RoleTime,
	rows: readonly Person[],
	current: readonly Person[],
	context: Context,
): Verdict | undefined {
	const title = withoutFormer(role.title);
	const isMeant = (row: Person): boolean => titleOf(title, row) === "same" && organisationOf(role.organisation, row, context) === "same";
	const ended = rows.find((row) => !current.includes(row) && isMeant(row));
	if (ended) return { name: "supported", reason: { kind: "person agrees", person: ended }, references: [] };
	const still = time === "former" ? current.find(isMeant) : undefined;
	return still && { name: "contradicted", reason: { kind: "title differs", written: `former ${title}`, person: still }, references: [] };
}

/** `outdated` when the last that the packs know of a person is this title, and that it has ended. */
function endedBefore({ role }: RoleClaim, rows: readonly Person[], context: Context): Verdict | undefined {
	const ended = rows.filter((row) => row.to !== undefined && row.to < context.dateline);
	const [last] = [...ended].sort((a, b) => ((a.to as string) < (b.to as string) ? 1 : -1));
	if (!last?.to || ended.length < rows.length) return undefined;
	if (titleOf(role.title, last) !== "same" || organisationOf(role.organisation, last, context) !== "same") return undefined;
	return { name: "outdated", reason: { kind: "title ended", written: role.title, until: last.to, person: last }, references: [] };
}

/** Whether a row of a person holds on a day; a year or month as a bound takes in all of its days. */
function holds(row: Person, day: string): boolean {
	return (row.from === undefined || row.from <= day) && (row.to === undefined || row.to >= day.slice(0, row.to.length));
}

type Agreement = "same" | "other" | "unsure";

function titleOf(written: string, row: Person): Agreement {
	return row.title === undefined ? "unsure" : sameTitle(written, row.title);
}

/** `same` when nothing is written; `other` only when the packs know both organisations and neither is part of the other. */
function organisationOf(written: string | undefined, row: Person, context: Context): Agreement {
	if (written === undefined || row.organisation === undefined) return "same";
	const a = nameKey(written);
	const b = nameKey(row.organisation);
	if (a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `) || initials(a) === b || initials(b) === a) return "same";
	const one = entityNamed(written, context);
	const two = entityNamed(row.organisation, context);
	if (!one) return "unsure";
	if (!two) return "unsure";
	if (one.id === two.id || isPart(one.id, two.id, context) || isPart(two.id, one.id, context)) return "same";
	return "other";
}

/**
 * `Ada Moor, chief executive of Tarn Air`, of whom the packs know another title at an organisation that the article does not name: another post at another
 * house, unless it is one that goes with any, or the names have a word in common.
 */
function isAnotherPost({ role }: RoleClaim, title: Agreement, { title: known = "", organisation }: Person, context: Context): boolean {
	if (title !== "other" || role.organisation === undefined || organisation === undefined || BESIDE.test(role.title) || BESIDE.test(known))
		return false;
	const one = entityNamed(role.organisation, context);
	if (!one || one.partOf !== undefined || entityNamed(organisation, context)) return false;
	const words = new Set(nameKey(organisation).split(/[ -]/));
	return ![one.name, ...one.aliases].some((name) =>
		nameKey(name)
			.split(/[ -]/)
			.some((word) => word.length > 3 && words.has(word)),
	);
}

/** Posts that are held beside others. */
const BESIDE =
	/\b(?:chair\p{L}{0,8}|(?:non-executive|board|a) director|directors?$|member|trustee|advis[eo]r|patron|ambassador|founder|co-founder|owner|partner|investor|shareholder|spokes\p{L}{1,8}|delegate|candidate|professor|lecturer|fellow)\b/iu;

function initials(name: string): string {
	return name
		.split(" ")
		.map((word) => word[0] ?? "")
		.join("");
}

function isPart(part: string, whole: string, context: Context): boolean {
	let id: string | undefined = part;
	for (let steps = 0; id !== undefined && steps < 5; steps++) {
		id = context.references.entities.get(id)?.partOf;
		if (id === whole) return true;
	}
	return false;
}
