import Big from "big.js";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import { opponent } from "../../binding/pair.ts";
import { wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { ageOf, isDay, printed, readingOf, upTo } from "../parts.ts";

const WON = /^(?:wins|victories|games won|matches won)$/i;
const LOST = /^(?:losses|defeats|games lost|matches lost)$/i;
const POINTS = /^(?:points|goals|runs)$/i;

/**
 * `have now lost two in a row`: refuted when the newest contest went the other way, or when the whole record has fewer. `have won four of their last
 * five`: refuted when the record has fewer wins, or fewer losses than the rest. What a record allows stays open.
 */
export const streakOf: Derive = (derivation) => {
	const { quantity, subjects } = derivation;
	const [subject] = subjects;
	if (!subject || subject.score < 0.7) return [];
	const row = /^(win|loss) in a row$/.exec(quantity.unit)?.[1];
	const recent = row === undefined ? lastGames(derivation) : undefined;
	if (row === undefined && !recent) return [];
	const isWin = row === "win" || recent?.isWin === true;
	const own = one(subject.id, isWin ? WON : LOST, derivation);
	const rest = one(subject.id, isWin ? LOST : WON, derivation);
	const answer = (fact: Fact, value: number, working: string | Phrase, bound?: "min" | "max") => {
		const series = derivation.reading.seriesOf(subject.id).find(({ facts }) => facts.includes(fact));
		const noun = isWin ? "win" : "loss";
		const unit = recent ? `${noun} in the last ${recent.of} games` : `${noun} in a row`;
		const label = recent
			? phrase(isWin ? "wins in the last {0} games" : "losses in the last {0} games", recent.of)
			: phrase(isWin ? "wins in a row" : "losses in a row");
		if (!series) return [];
		return [
			readingOf(
				{ value: new Big(value), unit, inputs: [fact], working, label, ...(bound && { bound }) },
				quantity,
				series,
				subject,
				{ score: 0.97, exactness: 2, how: "counted" },
				subject.score * 0.97,
			),
		];
	};
	if (row !== undefined) {
		const result = resultOf(subject.id, derivation);
		if (result && result.isWin !== isWin) return answer(result.fact, 0, result.working);
	}
	if (own && quantity.value > own.value) return answer(own, own.value, phrase("{0} in all", printed(own)), "max");
	if (recent && rest && recent.of - quantity.value > rest.value && recent.of >= quantity.value)
		return answer(rest, recent.of - rest.value, `${recent.of} − ${printed(rest)} = ${recent.of - rest.value}`, "min");
	return [];
};

/** `won four of their last five games`. */
function lastGames({ claim, passage, quantity }: Derivation): { readonly of: number; readonly isWin: boolean } | undefined {
	const before = wordsBefore(passage, claim.span.start, 1)[0]?.lower;
	const isWin = before === "won";
	if (!isWin && before !== "lost" && before !== "dropped") return undefined;
	const words = wordsBehind(passage, claim.span.start, 9);
	const last = words.findIndex((word) => word.lower === "last" || word.lower === "past");
	const of = last > 0 ? SMALL.get(words[last + 1]?.lower ?? "") : undefined;
	if (of === undefined || words[1]?.lower !== "of" || !/^(?:games|matches|contests|outings)$/.test(words[last + 2]?.lower ?? ""))
		return undefined;
	return of >= quantity.value ? { of, isWin } : undefined;
}

const SMALL: ReadonlyMap<string, number> = new Map(
	"zero one two three four five six seven eight nine ten eleven twelve".split(" ").flatMap((word, i) => [
		[word, i],
		[String(i), i],
	]),
);

/** The newest value of one measure, as a day's fact. */
function one(id: string, label: RegExp, derivation: Derivation): Fact | undefined {
	const series = derivation.reading.seriesOf(id).find((each) => label.test(each.words.measure.label));
	return series && upTo(series, { ...derivation, period: undefined })[0];
}

/** How the newest contest went that both sides have a fact of, on one day no more than two before the dateline. */
function resultOf(
	id: string,
	derivation: Derivation,
): { readonly isWin: boolean; readonly fact: Fact; readonly working: string } | undefined {
	const other = opponent(id, derivation.reading);
	const own = one(id, POINTS, derivation);
	const theirs = other === undefined ? undefined : one(other, POINTS, derivation);
	if (!own || !theirs || own.period !== theirs.period || own.value === theirs.value || !isDay(own.period)) return undefined;
	const age = ageOf(own, derivation.reading.dateline);
	if (!(age >= 0 && age <= 2)) return undefined;
	return { isWin: own.value > theirs.value, fact: own, working: `${printed(own)}–${printed(theirs)}` };
}
