/** Cardinals below one hundred that stand alone as a word; the compounds are read from these. */
export const CARDINALS: Readonly<Record<string, number>> = Object.fromEntries(
	(
		"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " +
		"oh"
	)
		.split(" ")
		.map((word, i) => [word, word === "oh" ? 0 : i] as const)
		.concat("thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 30 + 10 * i] as const)),
);

/** Ordinals from first to thirty-first that are one word; `4th` and `twenty-first` are read from their parts. */
export const ORDINALS: Readonly<Record<string, number>> = Object.fromEntries(
	(
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth " +
		"eighteenth nineteenth twentieth"
	)
		.split(" ")
		.map((word, i) => [word, i + 1] as const)
		.concat([["thirtieth", 30]]),
);
