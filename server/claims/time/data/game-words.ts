/** Words of match reports: a quarter or a half beside them is the game's. */
export const GAME_WORDS: ReadonlySet<string> = new Set(
	(
		"outscored outscore outscoring scored scoring scorer halftime rebound rebounds assists steals touchdown touchdowns yards goal goals game games coach quarterback shots " +
		"shooting innings overtime playoffs match matches kick penalty penalties team teams bench roster turnovers contest led lead trailed comeback kickoff tipoff defense offense"
	).split(" "),
);

/** Words of business reports: they settle that a quarter or a half is of a year. */
export const BUSINESS_WORDS: ReadonlySet<string> = new Set(
	(
		"revenue revenues profit profits earnings earned sales net income loss losses shares share results growth quarterly fiscal economy gdp output orders shipments " +
		"costs forecast guidance company bank bookings deliveries inflation percent dividend year"
	).split(" "),
);
