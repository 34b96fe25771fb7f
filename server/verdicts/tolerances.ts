/** Every tolerance of judging. Each is a setting; its default is documented in `settings.ts`. */
export interface Tolerances {
	/** `about`, `around`, `roughly`: relative distance that still counts as about. */
	readonly about: number;
	/** `nearly`, `almost`: the fact must be below the claim by at most this share. */
	readonly nearly: number;
	/** `over`, `more than`: beyond this share above the claim it is imprecise. */
	readonly over: number;
}

export const defaultTolerances: Tolerances = { about: 0.1, nearly: 0.1, over: 0.2 };
