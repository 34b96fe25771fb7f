import {
	countsSentence,
	factLine,
	isCheckable,
	isNote,
	kindWord,
	nameBehind,
	verdictWord,
	whereBehind,
} from "../../features/wording/labels.ts";
import { day, dayOf } from "../../features/wording/periods.ts";
import { factValue } from "../../features/wording/values.ts";
import { sentence, spellingSentence } from "../../features/wording/wording.ts";
import { type Language, said, say } from "../../language/language.ts";
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
	/** Of whoever reads the page; the article keeps its own. */
	readonly language?: Language;
}

/** One article of a report. */
export function articleHtml(article: CheckedArticle, standing: Standing): string {
	const { prefix, isOneOfSeveral: headed, language } = standing;
	const { path, report, part } = article;
	const claims = report.checked.filter(isCheckable).map((item, i): Numbered => ({ ...item, number: i + 1 }));
	const counts = countVerdicts(claims);
	const marks = claims.map(({ number, claim, verdict }): Mark => ({ number, verdict: verdict.name, block: claim.block, span: claim.span }));
	const scope = part
		? `<p class="about">${escapeHtml(say(language, "Only what has changed since {0} was checked: {1} of {2} claims.", part.since, claims.length, part.of))}</p>`
		: "";
	return `<section class="piece" id="${prefix}top">
${headed ? `<h2>${escapeHtml(titleOf(article))}</h2>` : ""}
<p class="about">${escapeHtml(say(language, "{0}, speaks from {1}", path, dayOf(report.dateline)))}</p>
${scope}${headed ? `<p class="count">${escapeHtml(countsSentence(counts, language))}</p>\n${progressPicture(counts, false, language)}\n${legend(counts, language)}` : ""}
<div class="prose"${language ? ' lang="en"' : ""}>
${proseHtml(report, marks, prefix, language)}
</div>
${verdictNames.map((name) => group(name, claims, article, standing)).join("")}${misspelt(report, standing)}${signOffs(article, claims, standing)}
<div class="sign"><span>${escapeHtml(say(language, "Read by"))}</span><span>${escapeHtml(say(language, "Date"))}</span></div>
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
	return `<h3>${verdictHtml(name, standing.language)} (${own.length})</h3>
${name === "unreferenced" ? `<p class="about">${escapeHtml(say(standing.language, "Checkable, but no pack speaks of it. Somebody has to look it up."))}</p>` : ""}${items}
`;
}

function openHtml({ number, claim, verdict }: Numbered, { prefix, linkTo, language }: Standing): string {
	const note = isNote({ claim, verdict }) ? ` <span class="about">(${escapeHtml(sentence(verdict.reason, claim, language))})</span>` : "";
	return `<li class="${verdict.name}" id="${prefix}c${number}"><span class="number"><a href="#${prefix}m${number}">${number}</a></span> ${linked(words(claim.text), claim, linkTo)}${note}</li>`;
}

function claimHtml(
	{ number, claim, verdict }: Numbered,
	{ report, reviews }: CheckedArticle,
	{ line, column }: { readonly line: number; readonly column: number },
	{ prefix, linkTo, language }: Standing,
): string {
	const review = reviews?.get(claim.id);
	const facts = [...verdict.references.map((fact) => factHtml(fact, report.references, language)), ...namedHtml(verdict.reason, language)]
		.map((fact) => `<li>${fact}</li>`)
		.join("");
	const parts = [
		`<p><span class="words">${escapeHtml(words(claim.text))}</span> <span class="kind">${escapeHtml(kindWord(claim.kind, language))}, ${linked(`${line}:${column}`, claim, linkTo)}</span></p>`,
		`<p>${escapeHtml(sentence(verdict.reason, claim, language))}</p>`,
		verdict.working === undefined ? "" : `<p class="working">${escapeHtml(said(language, verdict.working))}</p>`,
		facts === "" ? "" : `<ul class="facts">${facts}</ul>`,
		review && verdict.name !== "reviewed"
			? `<p><b>${escapeHtml(say(language, "Open again:"))}</b> ${escapeHtml(say(language, "{0} signed it off on {1}, and what the references say has changed since.", review.by, dayOf(review.on)))}</p>`
			: "",
	];
	return `<div class="claim ${verdict.name}" id="${prefix}c${number}"><div class="number"><a href="#${prefix}m${number}"><span aria-hidden="true">${signs[verdict.name]}</span>${number}</a></div><div>${parts.join("")}</div></div>`;
}

/** Words that lead to a claim's place in the article, where the page can lead there. */
function linked(said: string, { start, end }: Span, linkTo: Standing["linkTo"]): string {
	return linkTo ? `<a href="${escapeHtml(linkTo({ start, end }))}">${escapeHtml(said)}</a>` : escapeHtml(said);
}

function factHtml(fact: Fact, { entities, measures }: CheckedArticle["report"]["references"], language: Language | undefined): string {
	const subject = entities.get(fact.subject)?.name ?? fact.subject;
	const measure = measures.get(fact.measure)?.label ?? fact.measure;
	const { source, ...rest } = fact;
	const value = factValue(fact, undefined, language);
	const words =
		fact.period === undefined || fact.unit === "date"
			? say(language, "{0}, {1}: {2}", subject, measure, value)
			: say(language, "{0}, {1}, {2}: {3}", subject, measure, dayOf(fact.period), value);
	return `${escapeHtml(words)} <span class="where">${escapeHtml(factLine(rest, language))}${source === undefined ? "" : ` · ${sourceHtml(source)}`}</span>`;
}

/** The row of a person, or the document, that a verdict rests on. */
function namedHtml(reason: Reason, language: Language | undefined): string[] {
	if ("person" in reason) {
		const where = whereBehind(reason, language) ?? "";
		return [`${escapeHtml(nameBehind(reason) ?? "")} <span class="where">${escapeHtml(where)}</span>`];
	}
	if (!("document" in reason)) return [];
	const { title, date, source, resource } = reason.document;
	const where = [whereBehind(reason, language), ...(date === undefined ? [] : [say(language, "of {0}", dayOf(date))])].join(" · ");
	return [
		`${escapeHtml(title ?? resource)} <span class="where">${escapeHtml(where)}${source === undefined ? "" : ` · ${sourceHtml(source)}`}</span>`,
	];
}

/** Names that the packs spell otherwise: they are no claims and bear no number. */
function misspelt({ spellings, article }: CheckedArticle["report"], { linkTo, language }: Standing): string {
	if (spellings.length === 0) return "";
	const place = positions(article.text);
	const items = spellings.map((one) => {
		const { line, column } = place(one.start);
		return `<li>${escapeHtml(spellingSentence(one, language))} <span class="where">${linked(`${line}:${column}`, one, linkTo)}</span></li>`;
	});
	return `<h3>${escapeHtml(say(language, "Spellings ({0})", items.length))}</h3>
<ul class="facts">${items.join("")}</ul>
`;
}

/** Everything that people have signed off in the article, whether or not it still holds. */
function signOffs({ reviews }: CheckedArticle, claims: readonly Numbered[], { prefix, language }: Standing): string {
	if (!reviews || reviews.size === 0) return "";
	const rows = [...reviews.values()].map((review) => {
		const isWhole = review.claim === WHOLE;
		const now = claims.find(({ claim }) => claim.id === review.claim);
		const words = escapeHtml(isWhole ? say(language, "The whole article") : review.words);
		const name = now ? `<a href="#${prefix}c${now.number}">${now.number}</a> ${words}` : words;
		const reason = `${escapeHtml(review.reason)}${review.evidence ? `<br>${sourceHtml(review.evidence)}` : ""}`;
		const state = isWhole
			? wholeState(claims, reviews, language)
			: !now
				? say(language, "The words have changed")
				: now.verdict.name === "reviewed"
					? say(language, "Holds")
					: say(language, "Open again: {0}", (inner) => verdictWord(now.verdict.name, inner));
		return `<tr><td>${name}</td><td>${escapeHtml(review.by)}</td><td>${escapeHtml(day(review.on, language))}</td><td>${reason}</td><td>${escapeHtml(state)}</td></tr>`;
	});
	const heads = [
		say(language, "Claim"),
		say(language, "By"),
		say(language, "On"),
		say(language, "Reason and evidence"),
		say(language, "State"),
	];
	const head = heads.map((text) => `<th>${escapeHtml(text)}</th>`).join("");
	return `<h3>${escapeHtml(say(language, "Sign-offs ({0})", rows.length))}</h3>
<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>
`;
}

/** Whether an article is as it was when it was signed off as a whole. */
function wholeState(claims: readonly Numbered[], reviews: NonNullable<CheckedArticle["reviews"]>, language: Language | undefined): string {
	const changed = changedSinceReview(claims, reviews).size;
	if (changed === 0) return say(language, "Holds");
	return changed === 1 ? say(language, "1 claim has changed since") : say(language, "{0} claims have changed since", changed);
}

const words = (text: string): string => text.replace(/\s+/g, " ");
