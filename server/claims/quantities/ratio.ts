import { claimOf, type FoundQuantity } from "./claims.ts";
import { MULTIPLES, type Multiple } from "./data/multiples.ts";
import type { PlacedFigure, Reading } from "./figures.ts";
import { MULTIPLE } from "./reading/cues.ts";
import { hedgeBefore } from "./reading/hedges.ts";

/** Factors: `five times as many`, `a threefold rise`, `twice the size`, `10x`, `doubled`. The value is the factor. */
export function findRatios(reading: Reading): FoundQuantity[] {
	const found = reading.figures.flatMap((figure) => {
		const next = factorEnd(reading, figure);
		return next ? [claimOf(reading, figure, "ratio", { name: "none", kind: "none" }, next)] : [];
	});
	const { lexemes } = reading;
	if (!lexemes.hold(MULTIPLE)) return found;
	for (let i = 0; i < lexemes.length; i++) {
		const multiple = lexemes.is(i, MULTIPLE) ? MULTIPLES.get(lexemes.word(i)) : undefined;
		if (multiple && standsAlone(reading, i, multiple)) found.push(multipleAt(reading, i, multiple));
	}
	return found;
}

function standsAlone(reading: Reading, i: number, multiple: Multiple): boolean {
	const { lexemes } = reading;
	const behind = lexemes.word(i + 1);
	if (lexemes.raw(i + 1) === "-" || (lexemes.raw(i - 1) === "-" && lexemes.touches(i))) return false;
	if (behind === "down" || behind === "up") return false;
	return multiple.before === undefined || multiple.before.test(behind);
}

function multipleAt(reading: Reading, i: number, { value, trend }: Multiple): FoundQuantity {
	const { lexemes } = reading;
	const hedge = hedgeBefore(lexemes, i)?.hedge ?? "exactly";
	const quantity = { value, decimals: 0, scale: 1, unit: "none", unitKind: "none", hedge } as const;
	const moved = trend && ({ trend, role: "change" } as const);
	return { kind: "ratio", start: lexemes.start(i), end: lexemes.end(i), quantity: { ...quantity, ...moved } };
}

/** The lexeme behind `times`, `x` or `-fold` when a figure multiplies with it; 0 when it counts occasions (`won it four times`) or nothing. */
export function factorEnd(reading: Reading, figure: PlacedFigure): number {
	if (figure.unit) return 0;
	const { lexemes } = reading;
	const hyphen = lexemes.raw(figure.nounAt) === "-" && lexemes.touches(figure.nounAt) ? 1 : 0;
	const at = figure.nounAt + hyphen;
	const word = lexemes.word(at);
	if (word === "fold") return at + 1;
	if ((word === "x" || word === "×") && lexemes.touches(at) && !lexemes.touches(at + 1)) return at + 1;
	if (word !== "times" || hyphen) return 0;
	const behind = lexemes.word(at + 1);
	if (FACTOR_OF.has(behind) || (behind.endsWith("er") && !NO_COMPARATIVE.has(behind))) return at + 1;
	return figure.decimals > 0 && !OCCASIONS.test(behind) ? at + 1 : 0;
}

const FACTOR_OF = new Set(
	"as more the its their his her what that less fewer earnings sales revenue book profit profits annual forward expected trailing today current normal average ebitda income value".split(
		" ",
	),
);
const NO_COMPARATIVE = new Set(
	"per over under after later earlier ever never other another together altogether however whether either neither".split(" "),
);
const OCCASIONS = /^(?:per|a|an|in|since|this|last|before|each|every|during|over)$/;
