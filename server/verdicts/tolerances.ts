/** Every tolerance of judging. Each is a setting; its default is documented in `settings.ts`. All but `stale` are shares: 0.1 is ten percent. */
export interface Tolerances {
	/** `about`, `around`, `roughly`: relative distance that still counts as about. */
	readonly about: number;
	/** `nearly`, `almost`: the fact must be below the claim by at most this share. */
	readonly nearly: number;
	/** `over`, `more than`, `under`: beyond this share from the claim it is imprecise. */
	readonly over: number;
	/** A number that ends in noughts (`109,000`) may be a rounded one: by at most this share. */
	readonly round: number;
	/** A fact marked as approximate agrees within this share. */
	readonly approximate: number;
	/** Years after the end of its period from which a fact is too old to contradict a sentence that names no period. */
	readonly stale: number;
}

export const defaultTolerances: Tolerances = { about: 0.1, nearly: 0.1, over: 0.2, round: 0.005, approximate: 0.05, stale: 3 };

/** What each tolerance means, in the words of the settings page. */
export const toleranceDescriptions: Readonly<Record<keyof Tolerances, string>> = {
	about:
		"`about`, `around`, `roughly`: how far a figure may be from the true one, as a share of it. One that is written exactly, such as `some 8,290`, may be off by half as much.",
	nearly: "`nearly`, `almost`: how far below the written figure the true one may be, as a share of it.",
	over: "`over`, `more than`, `under`, `up to`: beyond this share from the written figure the wording is called imprecise.",
	round: "A number that ends in noughts, such as 109,000, may be a rounded one: by at most this share.",
	approximate: "A fact that the pack marks as approximate agrees within this share.",
	stale: "Years after the end of its period from which a fact is too old to contradict a sentence that names no period.",
};
