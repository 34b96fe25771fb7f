/** Short forms of titles in full (Associated Press style guide, `titles`). */
const FULL: Readonly<Record<string, string>> = {
	ceo: "chief executive officer",
	cfo: "chief financial officer",
	coo: "chief operating officer",
	cto: "chief technology officer",
	cio: "chief information officer",
	cmo: "chief marketing officer",
	cso: "chief security officer",
	svp: "senior vice president",
	evp: "executive vice president",
	vp: "vice president",
	chairperson: "chair",
	chairman: "chair",
	chairwoman: "chair",
	spokesperson: "spokes",
	spokesman: "spokes",
	spokeswoman: "spokes",
	congresswoman: "congress",
	congressman: "congress",
	adviser: "advisor",
	gov: "governor",
	sen: "senator",
	rep: "representative",
	// Heads of schools, and of a team on the field, as newspapers in Britain call them.
	headteacher: "head teacher",
	headmaster: "head teacher",
	headmistress: "head teacher",
	skipper: "captain",
};

/** Words without which a title is another: `president` is not `vice president`. */
const RANK = new Set("vice deputy assistant associate acting interim former co ex elect emeritus honorary junior".split(" "));

/** What somebody may be beside an office: `an economist`, `a candidate for mayor`. */
const CALLINGS = new Set(
	(
		"analyst economist strategist scientist researcher professor lecturer fellow teacher engineer architect developer attorney lawyer journalist author writer historian doctor physician surgeon " +
		"nurse epidemiologist psychologist consultant broker trader banker accountant member candidate nominee activist advocate biologist chemist physicist geologist ecologist meteorologist " +
		"climatologist astronomer statistician sociologist demographer anthropologist specialist expert investor farmer owner founder cofounder partner " +
		// A mayor or a minister sits in a council or a house too, and anybody may be called a boss.
		"councillor councilor councilman councilwoman lawmaker legislator politician mp boss"
	).split(" "),
);
/** With one of these a calling is an office: `chief economist`. */
const LEADING = new Set("chief head senior lead principal managing general vice deputy director".split(" "));

const SMALL = new Set("of the and for in at to a an on with officer".split(" "));

/**
 * Whether two titles can be one person's: words of the shorter all stand in the longer, and neither has a rank that the other lacks.
 * `CEO` is `chief executive officer`; `senior vice president of product` may be called `vice president`, not `president`.
 * `unsure` when both say more than the other knows, and when what is written is a calling that goes with any office.
 */
export function sameTitle(written: string, known: string): "same" | "other" | "unsure" {
	const verdict = compared(written, known);
	if (verdict === "same") return verdict;
	const [a, b] = [written, known].map((title) => title.replace(FINANCE, "chief financial officer")) as [string, string];
	return (a !== written || b !== known) && compared(a, b) === "same" ? "same" : verdict;
}

/** What the head of finance is called, in Britain and in headlines. */
const FINANCE = /\b(?:finance (?:director|chief)|director of finance|chief finance officer)\b/i;

function compared(written: string, known: string): "same" | "other" | "unsure" {
	const a = titleWords(written);
	const b = titleWords(known);
	for (const rank of RANK) if (a.has(rank) !== b.has(rank)) return "other";
	// What the article adds, the pack would know: `senior` is not the writer's to give.
	if ((a.has("senior") && !b.has("senior")) || (a.has("executive") && a.has("vice") && !b.has("executive"))) return "other";
	const missing = [...a].filter((word) => !b.has(word));
	const extra = [...b].filter((word) => !a.has(word));
	if (missing.length === 0 || extra.length === 0) return "same";
	if ([...a].some((word) => CALLINGS.has(word)) && ![...a].some((word) => LEADING.has(word))) return "unsure";
	// `chief financial` and `chief operating` are two offices; `chief` is all that they share.
	const shared = [...a].some((word) => word !== "chief" && b.has(word));
	if (
		areOfTwoMinistries(
			missing,
			extra,
			[...a].filter((word) => b.has(word)),
		)
	)
		return "other";
	// Titles with a head in common may be two wordings of one post (`head of freight`, `head of cargo`).
	return shared ? "unsure" : "other";
}

/** What ministers are called by that is one ministry in some country or at some time. */
const MINISTRIES: readonly ReadonlySet<string>[] = [
	"finance treasury economy economic economics exchequer budget",
	"foreign external",
	"interior home internal security police",
	"defence defense war armed",
	"health care social welfare family families",
	"labour labor employment work jobs pensions",
	"education schools school science research higher universities",
	"environment environmental climate ecology energy",
	"agriculture agricultural farming farm food fisheries rural",
	"trade commerce business industry enterprise economy",
	"transport transportation infrastructure roads",
	"justice law",
	"culture cultural arts media sport sports tourism",
	"housing communities planning construction",
].map((words) => new Set(words.split(" ")));

/** `The finance minister` and `the health minister`: two posts, where each is of one ministry and not the same. */
function areOfTwoMinistries(missing: readonly string[], extra: readonly string[], shared: readonly string[]): boolean {
	const [head, ...others] = shared;
	if (others.length > 0 || (head !== "minister" && head !== "secretary")) return false;
	const of = (words: readonly string[]): ReadonlySet<string>[] => MINISTRIES.filter((ministry) => words.some((word) => ministry.has(word)));
	const [one, other] = [of(missing), of(extra)];
	return one.length > 0 && other.length > 0 && !one.some((ministry) => other.includes(ministry));
}

function titleWords(title: string): Set<string> {
	const words =
		title
			.toLowerCase()
			.replace(/-/g, " ")
			.match(/[\p{L}]+/gu) ?? [];
	return new Set(words.flatMap((word) => (FULL[word] ?? word).split(" ")).filter((word) => !SMALL.has(word)));
}
