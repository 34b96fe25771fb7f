import { countsSentence, factLine, isCheckable, isNote, kindWord, verdictWord } from "../../features/wording/labels.ts";
import { day } from "../../features/wording/periods.ts";
import { factValue } from "../../features/wording/values.ts";
import { sentence, spellingSentence } from "../../features/wording/wording.ts";
import { inEnglish } from "../../language/phrase.ts";
import type { Span } from "../../prose/span.ts";
import type { Fact } from "../../references/fact.ts";
import type { Checked, Reason, VerdictName } from "../../verdicts/verdict.ts";
import type { CheckedArticle } from "../checked-article.ts";
import { changedSinceReview, WHOLE } from "../ledger.ts";
import { positions } from "../positions.ts";
import { countVerdicts, verdictNames } from "../summary.ts";
import { escapeHtml, sourceHtml } from "./escape.ts";
import { titleOf } from "./page.ts";
import { legend, progressPicture } from "./picture.ts";
import { type Mark, proseHtml } from "./prose.ts";
import { signs, verdictHtml } from "./verdicts.ts";

/** A claim with its number in the report. */
interface Numbered extends Checked {
	readonly number: number;
}

/** How an article stands on the page. */
interface Standing {
	/** Makes its places unique on the page. */
	readonly prefix: string;
	/** It bears a heading and counts of its own. */
	readonly isOneOfSeveral: boolean;
	/** Where a claim's place leads; without it, it is words. */
	readonly linkTo?: (span: Span) => string;
}

/** One article of a report. */
export function articleHtml(article: CheckedArticle, standing: Standing): string {
	const { prefix, isOneOfSeveral: headed } = standing;
	const { path, report, part } = article;
	const claims = report.checked.filter(isCheckable).map((item, i): Numbered => ({ ...item, number: i + 1 }));
	const counts = countVerdicts(claims);
	const marks = claims.map(({ number, claim, verdict }): Mark => ({ number, verdict: verdict.name, block: claim.block, span: claim.span }));
	const scope = part
		? `<p class="about">Only what has changed since ${escapeHtml(part.since)} was checked: ${claims.length} of ${part.of} claims.</p>`
		: "";
	return `<section class="piece" id="${prefix}top">
${headed ? `<h2>${escapeHtml(titleOf(article))}</h2>` : ""}
<p class="about">${escapeHtml(path)}, speaks from ${escapeHtml(day(report.dateline))}</p>
${scope}${headed ? `<p class="count">${escapeHtml(countsSentence(counts))}</p>\n${progressPicture(counts)}\n${legend(counts)}` : ""}
<div class="prose">
${proseHtml(report, marks, prefix)}
</div>
${verdictNames.map((name) => group(name, claims, article, standing)).join("")}${misspelt(report, standing)}${signOffs(article, claims, prefix)}
<div class="sign"><span>Read by</span><span>Date</span></div>
</section>`;
}

function group(name: VerdictName, claims: readonly Numbered[], article: CheckedArticle, standing: Standing): string {
	const own = claims.filter(({ verdict }) => verdict.name === name);
	if (own.length === 0) return "";
	const place = positions(article.report.article.text);
	const items =
		name === "unreferenced"
			? `<ul class="open">\n${own.map((item) => openHtml(item, standing)).join("\n")}\n</ul>`
			: own.map((item) => claimHtml(item, article, place(item.claim.start), standing)).join("\n");
	return `<h3>${verdictHtml(name)} (${own.length})</h3>
${name === "unreferenced" ? '<p class="about">Checkable, but no pack speaks of it. Somebody has to look it up.</p>' : ""}${items}
`;
}

function openHtml({ number, claim, verdict }: Numbered, { prefix, linkTo }: Standing): string {
	const note = isNote({ claim, verdict }) ? ` <span class="about">(${escapeHtml(sentence(verdict.reason, claim))})</span>` : "";
	return `<li class="${verdict.name}" id="${prefix}c${number}"><span class="number"><a href="#${prefix}m${number}">${number}</a></span> ${linked(words(claim.text), claim, linkTo)}${note}</li>`;
}

function claimHtml(
	{ number, claim, verdict }: Numbered,
	{ report, reviews }: CheckedArticle,
	{ line, column }: { readonly line: number; readonly column: number },
	{ prefix, linkTo }: Standing,
): string {
	const review = reviews?.get(claim.id);
	const facts = [...verdict.references.map((fact) => factHtml(fact, report.references)), ...namedHtml(verdict.reason)]
		.map((fact) => `<li>${fact}</li>`)
		.join("");
	const parts = [
		`<p><span class="words">${escapeHtml(words(claim.text))}</span> <span class="kind">${kindWord(claim.kind)}, ${linked(`${line}:${column}`, claim, linkTo)}</span></p>`,
		`<p>${escapeHtml(sentence(verdict.reason, claim))}</p>`,
		verdict.working === undefined ? "" : `<p class="working">${escapeHtml(inEnglish(verdict.working))}</p>`,
		facts === "" ? "" : `<ul class="facts">${facts}</ul>`,
		review && verdict.name !== "reviewed"
			? `<p><b>Open again:</b> ${escapeHtml(review.by)} signed it off on ${escapeHtml(day(review.on))}, and what the references say has changed since.</p>`
			: "",
	];
	return `<div class="claim ${verdict.name}" id="${prefix}c${number}"><div class="number"><a href="#${prefix}m${number}"><span aria-hidden="true">${signs[verdict.name]}</span>${number}</a></div><div>${parts.join("")}</div></div>`;
}

/** Words that lead to a claim's place in the article, where the page can lead there. */
function linked(said: string, { start, end }: Span, linkTo: Standing["linkTo"]): string {
	return linkTo ? `<a href="${escapeHtml(linkTo({ start, end }))}">${escapeHtml(said)}</a>` : escapeHtml(said);
}

function factHtml(fact: Fact, { entities, measures }: CheckedArticle["report"]["references"]): string {
	const subject = entities.get(fact.subject)?.name ?? fact.subject;
	const measure = measures.get(fact.measure)?.label ?? fact.measure;
	const { source, ...rest } = fact;
	const said = `${subject}, ${measure}${fact.period === undefined || fact.unit === "date" ? "" : `, ${day(fact.period)}`}: ${factValue(fact)}`;
	return `${escapeHtml(said)} <span class="where">${escapeHtml(factLine(rest))}${source === undefined ? "" : ` · ${sourceHtml(source)}`}</span>`;
}

/** The row of a person, or the document, that a verdict rests on. */
function namedHtml(reason: Reason): string[] {
	if ("person" in reason) {
		const { name, title, organisation, pack, resource, row } = reason.person;
		const said = [name, title, organisation].filter((part) => part !== undefined).join(", ");
		return [`${escapeHtml(said)} <span class="where">${escapeHtml(`${pack}, ${resource} row ${row}`)}</span>`];
	}
	if (!("document" in reason)) return [];
	const { title, date, source, pack, resource } = reason.document;
	const where = [`${pack}, ${resource}`, ...(date === undefined ? [] : [`of ${day(date)}`])].join(" · ");
	return [
		`${escapeHtml(title ?? resource)} <span class="where">${escapeHtml(where)}${source === undefined ? "" : ` · ${sourceHtml(source)}`}</span>`,
	];
}

/** Names that the packs spell otherwise: they are no claims and bear no number. */
function misspelt({ spellings, article }: CheckedArticle["report"], { linkTo }: Standing): string {
	if (spellings.length === 0) return "";
	const place = positions(article.text);
	const items = spellings.map((one) => {
		const { line, column } = place(one.start);
		return `<li>${escapeHtml(spellingSentence(one))} <span class="where">${linked(`${line}:${column}`, one, linkTo)}</span></li>`;
	});
	return `<h3>Spellings (${items.length})</h3>
<ul class="facts">${items.join("")}</ul>
`;
}

/** Everything that people have signed off in the article, whether or not it still holds. */
function signOffs({ reviews }: CheckedArticle, claims: readonly Numbered[], prefix: string): string {
	if (!reviews || reviews.size === 0) return "";
	const rows = [...reviews.values()].map((review) => {
		const isWhole = review.claim === WHOLE;
		const now = claims.find(({ claim }) => claim.id === review.claim);
		const words = isWhole ? "The whole article" : escapeHtml(review.words);
		const name = now ? `<a href="#${prefix}c${now.number}">${now.number}</a> ${words}` : words;
		const reason = `${escapeHtml(review.reason)}${review.evidence ? `<br>${sourceHtml(review.evidence)}` : ""}`;
		const state = isWhole
			? wholeState(claims, reviews)
			: !now
				? "The words have changed"
				: now.verdict.name === "reviewed"
					? "Holds"
					: `Open again: ${verdictWord(now.verdict.name)}`;
		return `<tr><td>${name}</td><td>${escapeHtml(review.by)}</td><td>${escapeHtml(day(review.on))}</td><td>${reason}</td><td>${state}</td></tr>`;
	});
	return `<h3>Sign-offs (${rows.length})</h3>
<div class="wide"><table><thead><tr><th>Claim</th><th>By</th><th>On</th><th>Reason and evidence</th><th>State</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
`;
}

/** Whether an article is as it was when it was signed off as a whole. */
function wholeState(claims: readonly Numbered[], reviews: NonNullable<CheckedArticle["reviews"]>): string {
	const changed = changedSinceReview(claims, reviews).size;
	return changed === 0 ? "Holds" : `${changed} ${changed === 1 ? "claim has" : "claims have"} changed since`;
}

const words = (text: string): string => text.replace(/\s+/g, " ");
