import type { Span } from "../../prose/span.ts";
import type { Entity, Person } from "../../references/fact.ts";
import type { Mention } from "../../references/store.ts";
import type { Context } from "../context.ts";
import type { Verdict } from "../verdict.ts";

/** The names of the packs that stand in a span of the article. */
function mentionsIn(span: Span, context: Context): Mention[] {
	const index = context.article.places.indexAt(span.start);
	const block = context.article.places.at(index);
	if (!block || span.start < block.start || span.end > block.end) return [];
	return (context.references.mentions[index] ?? []).filter((mention) => {
		const place = block.toArticle(mention);
		return place.start < span.end && span.start < place.end;
	});
}

/** The rows of the one person whom a span names; none when nobody or several could be meant. */
export function personAt(span: Span, context: Context): { rows: readonly Person[]; mention: Mention } | undefined {
	const people = mentionsIn(span, context).filter(
		(mention) =>
			mention.kind === "person" && mention.ids.length === 1 && !(mention.spelling !== undefined && isKin(mention, span, context)),
	);
	const [mention] = people;
	if (people.length !== 1 || !mention) return undefined;
	const rows = context.references.people.get(mention.ids[0] as string) ?? [];
	return rows.length === 0 ? undefined : { rows, mention };
}

/** A source whose name is a slip away from one of the packs': `Benzingo` for Benzinga, `Hackl` for Hakl. */
export function judgeSpelling(span: Span, context: Context): Verdict | undefined {
	for (const mention of mentionsIn(span, context)) {
		if (mention.spelling === undefined || mention.ids.length !== 1 || isKin(mention, span, context)) continue;
		const id = mention.ids[0] as string;
		const written = writtenAt(mention, span, context) ?? mention.spelling;
		const person = context.references.people.get(id)?.[0];
		if (mention.kind === "person" && person)
			return { name: "contradicted", reason: { kind: "name misspelt", written, person }, references: [] };
		const entity = context.references.entities.get(id);
		if (mention.kind === "entity" && entity)
			return {
				name: "contradicted",
				reason: { kind: "organisation misspelt", written, spelling: mention.spelling, entity },
				references: [],
			};
	}
	return undefined;
}

/** `His brother Wen Liu`, `her aunt Anne Meyer`: kin are called alike, and are somebody else. */
function isKin(mention: Mention, span: Span, context: Context): boolean {
	const block = context.article.places.at(context.article.places.indexAt(span.start));
	return KIN.test(block?.text.slice(Math.max(0, mention.start - 40), mention.start) ?? "");
}

const KIN =
	/\b(?:brother|sister|twin|father|mother|son|daughter|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|husband|wife|widow|widower|namesake)s?,? (?:\p{Lu}\p{L}{0,20} )?$/u;

function writtenAt(mention: Mention, span: Span, context: Context): string | undefined {
	const block = context.article.places.at(context.article.places.indexAt(span.start));
	return block?.text.slice(mention.start, mention.end);
}

/** The entity that a name stands for in the packs, by name, alias or id. */
export function entityNamed(name: string, context: Context): Entity | undefined {
	const key = nameKey(name);
	for (const entity of context.references.entities.values()) {
		if ([entity.id, entity.name, ...entity.aliases].some((other) => nameKey(other) === key)) return entity;
	}
	return undefined;
}

// What stands after a company's name and does not tell it from another.
const COMPANY_FORM = /,? (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|nv|se|gmbh|group|holdings)\.?$/;

/** A name as it is compared: small letters, without article, company form and possessive. */
export function nameKey(name: string): string {
	return name
		.toLowerCase()
		.replace(/[’']s$/, "")
		.replace(/^the /, "")
		.replace(/\.$/, "")
		.replace(COMPANY_FORM, "")
		.replace(/[’]/g, "'")
		.trim();
}
