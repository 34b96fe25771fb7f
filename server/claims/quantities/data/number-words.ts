// English cardinal numerals: The Cambridge Grammar of the English Language (2002), chapter 5, section 8, and chapter 19, section 5.8.

/** Numerals that name a value below a hundred. */
export const SMALL: ReadonlyMap<string, number> = new Map(
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
		.split(" ")
		.map((word, i) => [word, i] as const)
		.concat("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 10 * (i + 2)] as const)),
);

/** Words that multiply what stands before them. Lakh and crore are Indian English. */
export const SCALES: ReadonlyMap<string, number> = new Map([
	["hundred", 1e2],
	["thousand", 1e3],
	["million", 1e6],
	["billion", 1e9],
	["trillion", 1e12],
	["quadrillion", 1e15],
	["dozen", 12],
	["lakh", 1e5],
	["crore", 1e7],
]);

/** Scale words cut short. Newspaper styles of Britain write m, bn and tn, of Canada and India mn and bn, of America K, M, B and T. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
	["k", 1e3],
	["m", 1e6],
	["mn", 1e6],
	["mln", 1e6],
	["mm", 1e6],
	["mil", 1e6],
	["b", 1e9],
	["bn", 1e9],
	["bln", 1e9],
	["bil", 1e9],
	["t", 1e12],
	["tn", 1e12],
	["trn", 1e12],
	["tln", 1e12],
	["cr", 1e7],
]);

/** Plurals that say an order of magnitude and no more. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
	["tens", 10],
	["dozens", 12],
	["scores", 20],
	["hundreds", 1e2],
	["thousands", 1e3],
	["millions", 1e6],
	["billions", 1e9],
	["trillions", 1e12],
	["lakhs", 1e5],
	["crores", 1e7],
]);

/** Names of the parts that a whole is cut into, singular and plural. */
export const PARTS: ReadonlyMap<string, number> = new Map(
	(
		[
			["half", 2],
			["third", 3],
			["quarter", 4],
			["fourth", 4],
			["fifth", 5],
			["sixth", 6],
			["seventh", 7],
			["eighth", 8],
			["ninth", 9],
			["tenth", 10],
			["twelfth", 12],
			["sixteenth", 16],
			["twentieth", 20],
			["hundredth", 100],
			["thousandth", 1000],
			["millionth", 1e6],
			["billionth", 1e9],
			["trillionth", 1e12],
		] as const
	).flatMap(([word, value]) => [[word, value] as const, [word === "half" ? "halves" : `${word}s`, value] as const]),
);

/** Ordinal numerals that rank. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
	(
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth " +
		"eighteenth nineteenth twentieth"
	)
		.split(" ")
		.map((word, i) => [word, i + 1] as const),
);

/** Fractions that Unicode has a sign of their own for. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
	["½", 1 / 2],
	["⅓", 1 / 3],
	["⅔", 2 / 3],
	["¼", 1 / 4],
	["¾", 3 / 4],
	["⅕", 1 / 5],
	["⅖", 2 / 5],
	["⅗", 3 / 5],
	["⅘", 4 / 5],
	["⅙", 1 / 6],
	["⅚", 5 / 6],
	["⅛", 1 / 8],
	["⅜", 3 / 8],
	["⅝", 5 / 8],
	["⅞", 7 / 8],
]);
