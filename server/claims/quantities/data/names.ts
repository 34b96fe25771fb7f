// Words that make a number beside them part of a name, a date, an address or a schedule.

/** Nouns whose number tells which, not how many: `chapter 11`, `Flight 370`, `type 2`. */
export const DESIGNATORS: ReadonlySet<string> = new Set(
	(
		"section sections sec chapter chapters article articles part parts paragraph clause schedule title titles rule rules resolution amendment proposition prop bill act law regulation form " +
		"row room seat figure fig table appendix annex exhibit volume vol issue edition number no nos num page pages pp line lane verse psalm track route highway interstate exit junction motorway " +
		"flight bus train channel gate terminal platform pier door suite apartment apt unit floor box bay dock hall ward building lot plot block " +
		"phase stage step level grade tier class category cat type group pool division zone district precinct sector area week day round game match lap heat race leg set inning quarter episode season series " +
		"version model mark mk generation gen build release chapter unit apollo booster windows android ios iphone galaxy formula euro expo agenda vision project operation boeing airbus " +
		"team squad room studio pier bullet point question item note scene take case docket patient suspect victim exhibit sample covid under-"
	).split(" "),
);

/** Designators that are common nouns as well: a plural behind their number makes it a count (`won the title five times`). */
export const LOOSE_DESIGNATORS: ReadonlySet<string> = new Set(
	"title titles bill act law rule form line lane track exit bus train gate door floor box bay dock hall ward building lot plot block step zone area week day round game match lap heat race leg set season unit project team squad room point question note scene take case patient suspect victim release stage seat table route part parts".split(
		" ",
	),
);

/** Months in full and as newspapers cut them short. */
export const MONTHS: ReadonlySet<string> = new Set(
	"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
		" ",
	),
);

/** What an address ends on. */
export const STREETS: ReadonlySet<string> = new Set(
	"street st road rd avenue ave lane ln drive dr boulevard blvd way court ct place pl square sq terrace parkway pkwy highway hwy crescent close row plaza broadway alley quay mews".split(
		" ",
	),
);

/** Nouns behind a year that make it the year of something: `the 2020 elections`. */
export const YEAR_MIN = 1100;
export const YEAR_MAX = 2199;
