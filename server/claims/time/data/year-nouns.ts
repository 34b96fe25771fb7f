/** Plural nouns that stand behind a year without being counted by it: `1989 results`, `2024 elections`. From business and political news. */
export const YEAR_NOUNS: ReadonlySet<string> = new Set(
	(
		"results earnings sales profits losses revenues levels figures estimates forecasts prices exports imports expenses costs operations dividends " +
		"elections olympics games talks accords agreements rules guidelines standards hearings attacks riots protests floods bombings fires killings " +
		"championships finals playoffs awards hearings regulations models events taxes wages targets goals budgets plans proposals projections documents " +
		"sanctions amendments primaries polls returns losses receipts deliveries shipments numbers totals statistics series"
	).split(" "),
);
