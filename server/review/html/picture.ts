import { countOf, verdictWord } from "../../features/wording/labels.ts";
import type { Language } from "../../language/language.ts";
import type { VerdictName } from "../../verdicts/verdict.ts";
import { verdictNames } from "../summary.ts";
import { escapeHtml } from "./escape.ts";
import { signs } from "./verdicts.ts";

type Counts = Readonly<Record<VerdictName, number>>;

/** Units of the picture, not of the screen: it grows with the page. */
const WIDTH = 1000;
const HEIGHT = 44;

/** A narrower part of the bar has no room for its sign and count. */
const ROOM = 46;

/**
 * How far the checking has come, as one bar: a part a verdict, as long as its share of the claims, gravest first. Empty when there are no claims.
 * A small one has no words and takes the height that it is given.
 */
export function progressPicture(counts: Counts, small = false, language?: Language): string {
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (total === 0) return "";
	let at = 0;
	const parts = verdictNames.flatMap((name) => {
		const count = counts[name];
		if (count === 0) return [];
		const width = (count / total) * WIDTH;
		const label =
			small || width < ROOM
				? ""
				: `<text x="${round(at + width / 2)}" y="${HEIGHT / 2}" dominant-baseline="central" text-anchor="middle">${signs[name]} ${count}</text>`;
		const part = `<g class="${name}"><rect x="${round(at)}" y="0" width="${round(width)}" height="${HEIGHT}"/>${label}<title>${escapeHtml(countOf(name, count, language))}</title></g>`;
		at += width;
		return [part];
	});
	const words = verdictNames.filter((name) => counts[name] > 0).map((name) => escapeHtml(countOf(name, counts[name], language)));
	return `<svg class="progress" viewBox="0 0 ${WIDTH} ${HEIGHT}"${small ? ' preserveAspectRatio="none"' : ""} role="img" aria-label="${words.join(", ")}">${parts.join("")}</svg>`;
}

/** What the signs and colours of the bar mean, with the count of each verdict that occurs. */
export function legend(counts: Counts, language?: Language): string {
	const items = verdictNames
		.filter((name) => counts[name] > 0)
		.map(
			(name) =>
				`<li class="${name}"><span aria-hidden="true">${signs[name]}</span> <b>${counts[name]}</b> ${escapeHtml(verdictWord(name, language))}</li>`,
		);
	return items.length > 0 ? `<ul class="legend">${items.join("")}</ul>` : "";
}

const round = (value: number): number => Math.round(value * 10) / 10;
