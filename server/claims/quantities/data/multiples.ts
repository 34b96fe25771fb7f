/** A word that multiplies. */
export interface Multiple {
	readonly value: number;
	readonly trend?: "up" | "down";
	/** What must stand behind the word for it to compare. */
	readonly before?: RegExp;
}

const COMPARES = /^(?:the|its|their|his|her|our|as|that|what|those|this|last|more)$/;

/** Words that say how many times as much, in small letters. */
export const MULTIPLES: ReadonlyMap<string, Multiple> = new Map<string, Multiple>([
	["twice", { value: 2, before: COMPARES }],
	["thrice", { value: 3, before: COMPARES }],
	["double", { value: 2, before: COMPARES }],
	["triple", { value: 3, before: COMPARES }],
	["treble", { value: 3, before: COMPARES }],
	["quadruple", { value: 4, before: COMPARES }],
	["doubled", { value: 2, trend: "up" }],
	["doubling", { value: 2, trend: "up" }],
	["tripled", { value: 3, trend: "up" }],
	["trebled", { value: 3, trend: "up" }],
	["tripling", { value: 3, trend: "up" }],
	["quadrupled", { value: 4, trend: "up" }],
	["quintupled", { value: 5, trend: "up" }],
	["halved", { value: 0.5, trend: "down" }],
	["twofold", { value: 2 }],
	["threefold", { value: 3 }],
	["fourfold", { value: 4 }],
	["fivefold", { value: 5 }],
	["sixfold", { value: 6 }],
	["sevenfold", { value: 7 }],
	["eightfold", { value: 8 }],
	["tenfold", { value: 10 }],
	["hundredfold", { value: 100 }],
]);
