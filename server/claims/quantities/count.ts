import { claimOf, type FoundQuantity, type Unit } from "./claims.ts";
import { DEICTIC, FATES, FURTHER, NOT_PLURAL, TIMES } from "./data/words.ts";
import type { PlacedFigure, Reading } from "./figures.ts";
import { factorEnd } from "./ratio.ts";
import { isRow } from "./reading/figures.ts";
import { hedgeBehind } from "./reading/hedges.ts";
import { type Lexemes, NUMBER, WORD } from "./reading/lexemes.ts";
import { isHyphen } from "./reading/measures.ts";
import { isFunctionWord, isPlural, type NounRead, nounBehind } from "./reading/nouns.ts";
import { mayBeginNumber } from "./reading/numbers/read.ts";
import { rateAt } from "./reading/rates.ts";

/** What was counted, and levels without a unit: `100 million wireless subscribers`, `thousands of satellites`, an index that `ended at 1,334.20`. */
export function findCounts(reading: Reading): FoundQuantity[] {
	const counted = reading.figures.map((figure) => (figure.unit || factorEnd(reading, figure) ? undefined : ownNoun(reading, figure)));
	const lent = lentNouns(reading, counted);
	const found: FoundQuantity[] = [];
	for (const [i, figure] of reading.figures.entries()) {
		if (figure.unit) continue;
		const own = counted[i];
		const unit =
			own ??
			lent[i] ??
			unitOfWhole(reading, counted, i) ??
			elliptic(reading, counted, i) ??
			(standsBare(reading, figure) ? BARE : undefined);
		if (!unit) continue;
		found.push(claimOf(reading, bounded(reading, figure, unit.next), KINDS[unit.kind], unit, unit.next ?? unitlessEnd(reading, figure)));
	}
	return found;
}

/** `40 ships or more`: a bound that stands behind the noun. */
function bounded({ lexemes }: Reading, figure: PlacedFigure, next: number | undefined): PlacedFigure {
	const bound = next !== undefined && figure.hedge === "exactly" ? hedgeBehind(lexemes, next) : undefined;
	// `caught 40 fish at least once`, `40 staff at minimum wage`: another word goes on from it.
	const isBound = bound && next !== undefined && (lexemes.word(next) === "or" || lexemes.kind(bound.at) !== WORD);
	return isBound ? { ...figure, hedge: bound.hedge } : figure;
}

const LEADS = new Set("at was is were are be reached reaching totalled totaled totalling totaling exceeded equalled to of".split(" "));

/** Words that set a figure beside another one. */
const BESIDE = new Set("more fewer less higher lower".split(" "));

interface CountUnit extends Unit {
	/** Lexeme behind the noun when it stands with the figure. */
	readonly next?: number;
}

const KINDS = { currency: "money", percent: "percent", measure: "measure", noun: "count", none: "count" } as const;

const BARE: CountUnit = { name: "none", kind: "none" };

/** `billions in annual revenue`: a magnitude of what is counted in money takes in the words that say so. */
function unitlessEnd({ lexemes }: Reading, figure: PlacedFigure): number {
	if (!figure.vague || lexemes.word(figure.nounAt) !== "in") return figure.nounAt;
	for (let at = figure.nounAt + 1; at < figure.nounAt + 4 && lexemes.kind(at) === WORD; at++) if (SUMS.has(lexemes.word(at))) return at + 1;
	return figure.nounAt;
}

const SUMS = new Set(
	"revenue revenues sales profit profits losses income earnings assets funding aid damage damages debt debts costs savings investment investments taxes fines subsidies fees loans exports imports spending grants".split(
		" ",
	),
);

function ownNoun({ lexemes }: Reading, figure: PlacedFigure): CountUnit | undefined {
	const noun = isOne(figure) ? nounOfOne(lexemes, figure) : nounBehind(lexemes, figure.nounAt, figure.first, figure.vague === true);
	if (!noun) return perSomeMany(lexemes, figure);
	// `a 10,000-strong crowd`
	if (noun.name === "strong") return { ...BARE, next: noun.next };
	const over = rateAt(lexemes, noun.next, false);
	return { name: over ? `${noun.name} per ${over.name}` : noun.name, kind: "noun", next: over?.next ?? noun.next };
}

/** `15 per 100,000 people`: what is counted was said before. */
function perSomeMany(lexemes: Lexemes, { nounAt }: PlacedFigure): CountUnit | undefined {
	const over = lexemes.word(nounAt) === "per" && lexemes.kind(nounAt + 1) === NUMBER ? rateAt(lexemes, nounAt, false) : undefined;
	return over && { name: `none per ${over.name}`, kind: "none", next: over.next };
}

function isOne({ number, high }: PlacedFigure): boolean {
	return high === undefined && number.inWords && number.value === 1 && number.scale === 1;
}

/** `one` counts when it is bounded (`at least one death`, `only one runway`), in a row with other figures (`two men and one woman`), or counts people. */
function nounOfOne(lexemes: Lexemes, figure: PlacedFigure): NounRead | undefined {
	let next = figure.nounAt;
	let name = "";
	while (next < figure.nounAt + 3 && lexemes.kind(next) === WORD && !isFunctionWord(lexemes.word(next))) {
		name += `${name && " "}${lexemes.isCapitalised(next) ? lexemes.raw(next) : lexemes.word(next)}`;
		next++;
	}
	const head = lexemes.word(next - 1);
	if (name === "" || isPlural(head) || NOT_PLURAL.has(head) || /(?:al|ive|ous|ic|ful|less)$/.test(head)) return undefined;
	const before = lexemes.word(figure.first - 1);
	const bounded = figure.hedge !== "exactly" || before === "only" || before === "just";
	const inRow =
		(before === "and" && isPlural(lexemes.word(figure.first - 2))) || (lexemes.word(next) === "and" && mayBeginNumber(lexemes, next + 1));
	return bounded || inRow || ONE_OF_US.has(head) ? { first: figure.nounAt, next, name } : undefined;
}

const ONE_OF_US = new Set(
	"person man woman child boy girl officer soldier civilian passenger worker student firefighter pedestrian".split(" "),
);

/** The nouns that bare figures share with the end of their rows (`60,000, 70,000 and 80,000 homes`), by index. */
function lentNouns({ lexemes, figures }: Reading, counted: readonly (CountUnit | undefined)[]): (CountUnit | undefined)[] {
	const lent: (CountUnit | undefined)[] = [];
	for (let i = figures.length - 2; i >= 0; i--) {
		const [a, b] = [figures[i] as PlacedFigure, figures[i + 1] as PlacedFigure];
		if (a.unit || b.unit || counted[i] || !isRow(lexemes, a, b)) continue;
		const noun = counted[i + 1] ?? lent[i + 1];
		if (noun) lent[i] = { name: noun.name, kind: noun.kind };
	}
	return lent;
}

/** The unit that a bare figure takes from the one before it in its sentence: `460 cars, compared with 63 a year ago`, `rose by 2 percent and by 1`. */
function elliptic(reading: Reading, counted: readonly (CountUnit | undefined)[], i: number): CountUnit | undefined {
	const { lexemes, figures } = reading;
	const figure = figures[i] as PlacedFigure;
	const before = figures[i - 1];
	if (!before || figure.number.fraction || !endsThere(lexemes, figure)) return undefined;
	for (let at = before.next; at < figure.first; at++) {
		const raw = lexemes.raw(at);
		if ((raw === "." && !lexemes.touches(at + 1)) || raw === ";" || raw === "?" || raw === "!") return undefined;
	}
	if (figure.first - before.next > LONGEST_GAP) return undefined;
	const joint = lexemes.word(figure.first - 1);
	const unit = before.unit;
	if (unit && !before.lent) {
		const isChange = figure.role === "change" && before.role === "change";
		if (isChange && joint === "by" && unit.kind !== "time") return { name: unit.name, kind: unit.kind as Unit["kind"] };
		// `from about 14 mpg to 24`
		const isOtherEnd = joint === "to" && unit.kind === "measure" && reading.lexemes.word(hedged(reading, before) - 1) === "from";
		return isOtherEnd ? { name: unit.name, kind: unit.kind as Unit["kind"] } : undefined;
	}
	const noun = counted[i - 1];
	// A noun that was only a modifier (`the 5 speed version`) is not what the next figure counts.
	const isHead = noun?.next !== undefined && isPlural(lexemes.word(noun.next - 1));
	return isHead && ELLIPTIC.has(joint) ? { name: noun.name, kind: noun.kind } : undefined;
}

/** The first lexeme of a figure with the hedge before it. */
function hedged({ lexemes }: Reading, figure: PlacedFigure): number {
	let at = figure.first;
	while (figure.hedgeStart !== undefined && at > 0 && lexemes.start(at) > figure.hedgeStart) at--;
	return at;
}

/** Lexemes between a figure and the one whose noun it shares. */
const LONGEST_GAP = 14;
const ELLIPTIC = new Set("with and from to than by versus against but or another".split(" "));

/** `280 million of the 1.5 billion shekels`: the unit of the whole that a figure is part of. */
function unitOfWhole({ lexemes, figures }: Reading, counted: readonly (CountUnit | undefined)[], i: number): CountUnit | undefined {
	const [figure, whole] = [figures[i], figures[i + 1]];
	if (!figure || !whole || figure.vague || lexemes.word(figure.nounAt) !== "of" || whole.first - figure.nounAt > 2) return undefined;
	if (!whole.unit) return counted[i + 1] && { name: (counted[i + 1] as CountUnit).name, kind: "noun" };
	return whole.unit.kind === "time" || whole.unit.kind === "percent" ? undefined : { name: whole.unit.name, kind: whole.unit.kind };
}

/** Whether a figure is followed by the end of a clause, a preposition or an adverb, so that no noun of its own follows. */
function endsThere(lexemes: Lexemes, figure: PlacedFigure): boolean {
	const at = figure.nounAt;
	if (lexemes.kind(at) === WORD) {
		const word = lexemes.word(at);
		// `Including` and `according` lead on to what a figure belongs to; `during` and `voted` end its clause.
		if (word.length > 4 && /(?:ing|[^e]ed)$/.test(word) && word !== "during") return figure.value >= 1000;
		// `Net migration was 64,100 last year`
		return isFunctionWord(word) || FURTHER.has(word) || (DEICTIC.has(word) && TIMES.has(lexemes.word(at + 1)));
	}
	if (isHyphen(lexemes.raw(at)) && !lexemes.touches(at)) return true;
	return !isHyphen(lexemes.raw(at)) && lexemes.raw(at) !== "/" && lexemes.raw(at) !== ":";
}

/** Whether a figure without unit and noun says something all the same: a level, a movement, a bounded number, or people and what became of them. */
function standsBare({ lexemes }: Reading, figure: PlacedFigure): boolean {
	const { number } = figure;
	if (lexemes.kind(figure.nounAt) === WORD && FATES.has(lexemes.word(figure.nounAt))) return true;
	if (figure.vague) return endsThere(lexemes, figure) && lexemes.word(figure.nounAt) !== "of";
	if (number.fraction || (isHyphen(lexemes.raw(figure.nounAt)) && lexemes.touches(figure.nounAt))) return false;
	if (figure.high !== undefined)
		return (
			figure.role !== undefined ||
			number.scale > 1 ||
			(!number.plain && !number.inWords && figure.value >= 1000 && endsThere(lexemes, figure))
		);
	// `440 more than a year ago`
	if (!number.fraction && BESIDE.has(lexemes.word(figure.nounAt)) && lexemes.word(figure.nounAt + 1) === "than") return true;
	if (number.scale >= 1000) return true;
	if (number.scale > 1 || figure.role !== undefined) return endsThere(lexemes, figure);
	const grouped = !number.plain && !number.inWords && (figure.value >= 1000 || figure.decimals > 0);
	// Five figures in a row count something where a verb of being or a level's preposition leads to them: `was last measured at 30290`.
	const long = number.plain === true && figure.value >= 10_000 && (figure.hedge !== "exactly" || LEADS.has(lexemes.word(figure.first - 1)));
	return (grouped || long) && endsThere(lexemes, figure);
}
