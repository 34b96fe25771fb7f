/** Legal forms of companies, as registers and stock exchanges write them (ISO 20275, entity legal forms), folded. */
export const COMPANY_FORMS = new Set(
	(
		"inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag sa se nv bv spa srl gmbh kg kgaa ab asa as oyj oy kk pty pte " +
		"bhd tbk pjsc oao ooo sab group holdings holding"
	).split(" "),
);

/** What follows a surname without being one. */
export const NAME_SUFFIXES = new Set("jr sr ii iii iv phd md esq".split(" "));

/** Particles that belong to a surname: Dutch, German, French, Iberian, Italian, Arabic. */
export const PARTICLES = new Set("van von der den de del della di da do dos du la le el al bin ibn ben ter ten st san mac".split(" "));

/** Nouns that head a measure's name without saying what is measured. */
export const GENERIC_HEADS = new Set(
	(
		"rate rates number numbers total totals level levels index size share percentage percent amount change value values figure figures people persons " +
		"year years day days time average count ratio price prices cost costs unit units made attempted"
	).split(" "),
);

/** Words that are small in a name whatever its capitals: `Republic Of Korea` is met as `Republic of Korea`. */
export const SMALL_WORDS = new Set(
	"of the and for in on at by to a an de la le du des del y e et und von van der den da do dos di al el s t d l".split(" "),
);

/** Points of the compass and the like that make another place of the name behind them: New Mexico is not Mexico. */
export const OTHER_PLACE = new Set(
	"new north south east west northern southern eastern western central equatorial upper lower northeast northwest southeast southwest".split(
		" ",
	),
);
