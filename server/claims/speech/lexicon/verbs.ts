/**
 * Verbs that report speech and thought, by what follows them.
 * Compiled from R. Quirk et al., A Comprehensive Grammar of the English Language (1985), §16.31 (public and private factual verbs) and §16.32
 * (suasive verbs), and from B. Levin, English Verb Classes and Alternations (1993), classes 29 (characterise, declare, conjecture), 33 (judgment)
 * and 37 (communication). Irregular forms are Quirk et al. §3.11–3.19.
 */

/** What a reporting verb takes: several may hold. */
export const takes = {
	/** A that-clause or a quotation, and it may stand after its words: `…, she said`. */
	clause: 1,
	/** A noun phrase that sums up what was said: `criticized the deal`. */
	phrase: 2,
	/** The person addressed comes first: `told reporters that`. */
	addressee: 4,
	/** An infinitive: `vowed to leave`. */
	infinitive: 8,
	/** What was said follows `as`: `described it as`. */
	as: 16,
	/** A preposition leads to what was said: `called for`, `complained about`; the verb alone reports nothing. */
	preposition: 32,
	/** Reports what somebody thinks, not words. */
	thought: 64,
	/** A noun phrase and a second one or an adjective: `called it a mistake`. */
	complement: 128,
	/** So common in other senses that only quotation marks or `that` after it make it a report. */
	weak: 256,
} as const;

const { clause, phrase, addressee, infinitive, as, preposition, thought, complement, weak } = takes;

const GROUPS: readonly (readonly [number, string])[] = [
	[
		clause,
		"say state add reply respond exclaim quip joke remark retort recount recall comment opine boast brag gush lament marvel " +
			"whisper shout yell scream mutter murmur chuckle sigh snap grumble moan chime interject stammer sing chant cry holler bellow howl growl hiss bark blurt sob wail drawl plead confide enthuse rant fume elaborate speculate surmise theorize theorise conjecture attest aver avow recollect reminisce type reiterate recite recap tweet post blog " +
			"testify caution concur counter fret gripe complain grouse harrumph scoff scold sniff rejoin maintain insist wonder muse put_it make_clear make_it_clear",
	],
	[
		clause | phrase,
		"announce report note explain acknowledge admit concede confirm deny disclose reveal declare emphasize emphasise stress underscore underline highlight " +
			"claim allege assert contend argue suggest mention observe describe predict forecast estimate proclaim clarify " +
			"point_out lay_out spell_out rule_out affirm repeat cite signal indicate write detail outline document dispute protest reaffirm contest",
	],
	[clause | infinitive, "vow pledge promise agree threaten decide claim"],
	[clause | addressee, "inform notify assure remind reassure"],
	[clause | addressee | infinitive, "tell warn ask advise instruct"],
	[addressee | infinitive, "urge encourage implore beseech exhort invite call_on"],
	[clause | phrase | infinitive, "recommend request propose demand"],
	[clause | thought | infinitive, "hope expect"],
	[clause | thought, "believe think fear suspect doubt assume reckon guess worry feel anticipate realize realise"],
	[phrase | thought, "support oppose favor favour endorse back welcome reject question"],
	[phrase | thought, "want view"],
	[thought | infinitive, "want refuse decline plan seek intend offer"],
	[
		clause | weak,
		"charge continue conclude find show know understand learn see hear read rule imagine mean prove determine demonstrate imply",
	],
	[
		phrase,
		"criticize criticise praise condemn denounce slam blast attack rip assail decry deplore ridicule mock defend dismiss applaud hail tout laud commend celebrate " +
			"downplay discuss address reference attribute bemoan castigate chastise rebuke rebut refute denigrate deride disparage berate lambaste pillory pan " +
			"disavow renounce repudiate echo cite quote promote advocate express voice accuse bash blame question challenge",
	],
	[
		preposition,
		"call_for complain_about object_to apologize_for apologise_for refer_to allude_to point_to speak_about speak_of talk_about boast_about boast_of",
	],
	[
		preposition,
		"warn_of warn_about warn_against joke_about rail_against brag_about comment_on elaborate_on opine_on respond_to reply_to agree_with disagree_with",
	],
	[
		preposition,
		"advocate_for argue_for argue_against push_for press_for plead_for ask_for ask_about lash_out_at inquire_about wonder_about worry_about insist_on hint_at weigh_in_on speak_against speak_out_against testify_about",
	],
	[
		preposition,
		"raise_questions_about cast_doubt_on take_issue_with criticize_for praise_for use_the_phrase use_the_word use_the_words use_the_term",
	],
	[complement, "call label dub deem brand term"],
	[
		as,
		"see view liken compare rate describe portray characterize characterise depict denounce dismiss praise cast paint hail decry deride regard cite brand condemn " +
			"slam blast attack rip assail lambaste pillory criticize criticise mock ridicule tout celebrate endorse",
	],
];

/** Forms that no rule makes: base, third person, past, past participle, present participle. */
const IRREGULAR: Readonly<Record<string, readonly [string, string, string, string]>> = {
	say: ["says", "said", "said", "saying"],
	tell: ["tells", "told", "told", "telling"],
	write: ["writes", "wrote", "written", "writing"],
	think: ["thinks", "thought", "thought", "thinking"],
	feel: ["feels", "felt", "felt", "feeling"],
	find: ["finds", "found", "found", "finding"],
	show: ["shows", "showed", "shown", "showing"],
	know: ["knows", "knew", "known", "knowing"],
	understand: ["understands", "understood", "understood", "understanding"],
	learn: ["learns", "learned", "learned", "learning"],
	see: ["sees", "saw", "seen", "seeing"],
	hear: ["hears", "heard", "heard", "hearing"],
	read: ["reads", "read", "read", "reading"],
	speak: ["speaks", "spoke", "spoken", "speaking"],
	mean: ["means", "meant", "meant", "meaning"],
	prove: ["proves", "proved", "proven", "proving"],
	forecast: ["forecasts", "forecast", "forecast", "forecasting"],
	cast: ["casts", "cast", "cast", "casting"],
	lay: ["lays", "laid", "laid", "laying"],
	spell: ["spells", "spelled", "spelled", "spelling"],
	seek: ["seeks", "sought", "sought", "seeking"],
	rebut: ["rebuts", "rebutted", "rebutted", "rebutting"],
	refer: ["refers", "referred", "referred", "referring"],
	slam: ["slams", "slammed", "slammed", "slamming"],
	plead: ["pleads", "pleaded", "pleaded", "pleading"],
	rip: ["rips", "ripped", "ripped", "ripping"],
	quip: ["quips", "quipped", "quipped", "quipping"],
	brag: ["brags", "bragged", "bragged", "bragging"],
	admit: ["admits", "admitted", "admitted", "admitting"],
	concur: ["concurs", "concurred", "concurred", "concurring"],
	fret: ["frets", "fretted", "fretted", "fretting"],
	plan: ["plans", "planned", "planned", "planning"],
	pan: ["pans", "panned", "panned", "panning"],
	recap: ["recaps", "recapped", "recapped", "recapping"],
	blog: ["blogs", "blogged", "blogged", "blogging"],
	sob: ["sobs", "sobbed", "sobbed", "sobbing"],
	aver: ["avers", "averred", "averred", "averring"],
	snap: ["snaps", "snapped", "snapped", "snapping"],
	dub: ["dubs", "dubbed", "dubbed", "dubbing"],
	put: ["puts", "put", "put", "putting"],
	make: ["makes", "made", "made", "making"],
	sing: ["sings", "sang", "sung", "singing"],
	agree: ["agrees", "agreed", "agreed", "agreeing"],
};

/** One form of a reporting verb. `third` is the present of the third person, `base` infinitive or plural present. */
export type VerbForm = "base" | "third" | "past" | "participle" | "ing";

/** What a word may be as a reporting verb: all that its lemma takes, and the forms that it can be. */
export interface ReportingVerb {
	readonly lemma: string;
	readonly takes: number;
	readonly forms: ReadonlySet<VerbForm>;
	/** The words after the verb that make it one, with what the whole then takes: `call for`, `point out`. */
	readonly particles: readonly { readonly words: readonly string[]; readonly takes: number }[];
}

/** Reporting verbs by every form that they have, lower case. */
export const reportingVerbs: ReadonlyMap<string, ReportingVerb> = inflectAll();

function inflectAll(): Map<string, ReportingVerb> {
	const lemmas = new Map<string, { takes: number; particles: { words: string[]; takes: number }[] }>();
	for (const [kinds, words] of GROUPS) {
		for (const entry of words.split(" ")) {
			const [lemma, ...particle] = entry.split("_") as [string, ...string[]];
			const known = lemmas.get(lemma) ?? { takes: 0, particles: [] };
			if (particle.length > 0) known.particles.push({ words: particle, takes: kinds });
			else known.takes |= kinds;
			lemmas.set(lemma, known);
		}
	}
	const byForm = new Map<string, ReportingVerb>();
	// Most of 1,500 verb forms can be one thing alone: a set for each took a megabyte.
	const sets = new Map<string, ReadonlySet<VerbForm>>();
	const shared = (forms: readonly VerbForm[]): ReadonlySet<VerbForm> => {
		const key = forms.join();
		let set = sets.get(key);
		if (!set) {
			set = new Set(forms);
			sets.set(key, set);
		}
		return set;
	};
	for (const [lemma, { takes: kinds, particles }] of lemmas) {
		const [third, past, participle, ing] = IRREGULAR[lemma] ?? regular(lemma);
		const forms: [string, VerbForm][] = [
			[lemma, "base"],
			[third, "third"],
			[past, "past"],
			[participle, "participle"],
			[ing, "ing"],
		];
		for (const [form, name] of forms) {
			const known = byForm.get(form);
			byForm.set(form, { lemma, takes: kinds, particles, forms: shared(known?.lemma === lemma ? [...known.forms, name] : [name]) });
		}
	}
	return byForm;
}

/** Quirk et al. §3.5–3.10: -s, -ed and -ing with dropped e and y turned into i. Verbs that double a consonant stand among the irregular. */
function regular(lemma: string): [string, string, string, string] {
	const third = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
	const past = lemma.endsWith("e") ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
	const ing = lemma.endsWith("e") ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
	return [third, past, past, ing];
}

/** Past forms that no rule makes and that are seldom nouns: a clause has one (Quirk et al. §3.11–3.20). */
export const IRREGULAR_PASTS: ReadonlySet<string> = new Set(
	(
		"ate became began bought broke brought built came caught chose drank drew drove fell fled flew forgot fought froze gave gone got grew heard held hid kept led left lost made met paid ran rang " +
		"rose sang sank sat sent shook slept sold spent spoke stole stood struck swam swept swore taught threw took tore went woke won wore"
	).split(" "),
);
