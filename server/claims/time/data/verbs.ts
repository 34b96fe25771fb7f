/** Verb forms that show tense. Lists of irregular past forms after Quirk et al., A Comprehensive Grammar of the English Language, ch. 3. */

/** What follows is to come. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(["will", "shall", "won't"]);

/** What follows is likely, planned or asked for: to come more often than not. */
export const LIKELY_FUTURE_WORDS: ReadonlySet<string> = new Set(
	"would could may might should can must pending effective payable due scheduled slated plans hopes intends expects aims".split(" "),
);

/** Past forms of telling, deciding and planning: what was told may lie ahead, as in `announced a sale in January`. */
export const TELLING: ReadonlySet<string> = new Set(
	(
		"said told announced declared agreed decided extended set approved ordered proposed called asked urged offered ruled warned predicted forecast projected vowed " +
		"promised pledged filed gave given put made issued postponed delayed adjourned named granted invited summoned subpoenaed committed fixed"
	).split(" "),
);

/** Words whose infinitive lies ahead: `expected to`, `plans to`, `is to`. */
export const AHEAD_OF_INFINITIVE: ReadonlySet<string> = new Set(
	(
		"expected expects expect scheduled due set plans plan planned planning agreed agree agrees slated hopes hope hoped intends intend intended wants want aims aim vowed promised pledged " +
		"likely going ready about poised decided proposed is are was were be has have had needs need supposed wish seeks required"
	).split(" "),
);

/** Past forms that end in no -ed. */
export const PAST_FORMS: ReadonlySet<string> = new Set(
	(
		"was were had did said told got gave went came took made saw knew found thought left felt kept held began brought bought built caught chose cut drew drove " +
		"fell fled flew forgot froze grew heard hid hit hurt laid led lent lost lay met paid put ran rang read rode rose sank sat sought sold sent set shook shot " +
		"showed shut slid slept spoke spent split spread sprang stood stole struck swept swore swam taught threw understood woke won wore wrote became been done " +
		"beat blew bore bound bred broke burst cast clung crept dealt dug fought forbade forgave overcame quit shrank spun stuck swung tore undertook withdrew wound"
	).split(" "),
);

/** Words in -ed that are no past form. */
export const NOT_PAST: ReadonlySet<string> = new Set(
	"need indeed speed seed feed weed hundred united red bed shed embed exceed proceed succeed breed greed bleed unlimited".split(" "),
);

/** The simple present, which with a weekday speaks of what is planned. */
export const PRESENT_FORMS: ReadonlySet<string> = new Set(
	"begins begin starts start opens open ends end expires expire meets meet arrives arrive leaves leave votes vote takes goes go".split(" "),
);
