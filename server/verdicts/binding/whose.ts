import type { Span } from "../../prose/span.ts";
import type { SubjectCandidate } from "./candidate.ts";
import type { Series } from "./known-facts.ts";
import type { MeasureFit } from "./measures/measure.ts";
import type { Reading } from "./reading.ts";
import type { Passage } from "./sentence/passage.ts";
import { OF_KIND } from "./sentence/words.ts";

/** `the population of Chad`: the name right behind the words of the measure owns it, whoever else is near. */
export function whose(subject: SubjectCandidate, measure: MeasureFit, series: Series, passage: Passage, reading: Reading): number {
	const { span } = measure;
	if (measure.how === "said again") return subject.score;
	const owner =
		span &&
		passage.names.find(
			(name) =>
				name.start >= span.end &&
				name.ids.length > 0 &&
				(follows(passage, span.end, name.start) || (series.facts[0]?.unit === "date" && isActedOn(passage, span, name.start))),
		);
	const { id } = series.words.measure;
	if (!owner?.ids.some((one) => reading.seriesOf(one).some((other) => other.words.measure.id === id))) return subject.score;
	return owner.ids.includes(subject.id) ? Math.max(subject.score, owner.ids.length > 1 ? 0.6 : 0.95) : subject.score * 0.6;
}

/** `Moor founded the company in 2019`: what a verb of an event acts on is what came about. */
const isActedOn = ({ text }: Passage, verb: Span, start: number): boolean =>
	/^(?:\p{L}+ed|built|began|bought|sold)$/u.test(text.slice(verb.start, verb.end)) && /^ (?:the )?$/.test(text.slice(verb.end, start));

function follows(passage: Passage, from: number, to: number): boolean {
	const between = passage.words.filter((word) => word.start >= from && word.start < to);
	return (
		between.length > 0 &&
		between.length <= 3 &&
		(OF_KIND.has(between[0]?.lower ?? "") ||
			(between[0]?.lower === "to" && COMING.test(passage.text.slice(Math.max(0, from - 15), from)))) &&
		between.slice(1).every((word) => /^(?:the|all|both|neighbouring|nearby)$/.test(word.lower))
	);
}

/** Those who come are counted where they come to: `net migration to Chad`. What is sent there is the sender's. */
const COMING = /\b(?:migration|immigration|visits|visitors|tourists|tourism|travel|trips|arrivals|newcomers|migrants|pilgrims)$/i;
