/** What a guessed descriptor has where somebody has to say what it is. */
export const UNFILLED = "…";
