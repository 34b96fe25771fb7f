/**
 * News as the benchmarks read it: made-up articles of a given length, the same for the same seed. A figure in about twelve words, half of the paragraphs
 * with somebody speaking, headings, lists and tables, and names that the pack of `packs.ts` and the example pack know.
 */

const FIRST =
	"Ada Bruno Carla Dmitri Elena Farid Greta Hugo Ines Jonas Katya Luis Mira Nils Olga Pavel Rosa Sven Tara Uwe Vera Wim Yara Zoe".split(
		" ",
	);
const SYLLABLES = "ba bel cor dan del fen gal gor hin jor kal len lun mar mer nol pri quin ral sev tam ulv ven wor zan".split(" ");
const TITLES = [
	"chief executive",
	"finance director",
	"spokeswoman",
	"head of research",
	"mayor",
	"chief economist",
	"professor of hydrology",
];
const NOUNS = [
	"workers",
	"homes",
	"passengers",
	"wind turbines",
	"registered voters",
	"new branches",
	"hospital beds",
	"apprentices",
	"bridges",
];
const MEASURES = ["revenue", "net profit", "sales", "operating profit", "turnover"];
const PLACES = [
	"the harbour",
	"the upper valley",
	"the old market",
	"the northern district",
	"the ring road",
	"the lower town",
	"the airport",
];
const THINGS = ["plan", "scheme", "contract", "budget", "timetable", "survey", "merger", "inquiry", "levy", "lease"];
const VERBS = ["rose", "fell", "climbed", "slipped", "grew", "dropped"];
const SAID = ["said", "told reporters", "added", "said in a statement", "told a hearing"];
const MONTHS = ["January", "March", "April", "June", "September", "October"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/** A name of made-up syllables, different for every number. */
export function nameOf(n: number): string {
	const syllables = ["ba", "cor", "del", "fen", "gal", "hin", "jor", "kal", "lun", "mer"];
	const stem = String(n)
		.padStart(6, "0")
		.split("")
		.map((digit) => syllables[Number(digit)])
		.join("");
	return `${stem[0]?.toUpperCase()}${stem.slice(1)}`;
}

/** Numbers that look random and are the same every time (a linear congruential generator, Numerical Recipes). */
export function randomOf(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** An article of at least `length` UTF-16 units. `entities` is how many of the generated pack's companies it may speak of. */
export function articleOf(length: number, { seed = 42, entities = 1000 } = {}): string {
	const random = randomOf(seed);
	const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
	const surname = () => {
		const made = `${pick(SYLLABLES)}${pick(SYLLABLES)}${random(2) ? pick(SYLLABLES) : ""}`;
		return `${made[0]?.toUpperCase()}${made.slice(1)}`;
	};
	const amount = () => `$${random(900) + 1}.${random(10)} ${pick(["million", "billion"])}`;
	const company = () => nameOf(random(entities));
	let cast: { name: string; surname: string; firm: string }[] = [];
	const newCast = () => {
		cast = Array.from({ length: 4 }, () => {
			const last = surname();
			return { name: `${pick(FIRST)} ${last}`, surname: last, firm: company() };
		});
	};
	const saying = () =>
		`${pick(["We looked at", "Nobody asked for", "People will remember", "I have never seen", "They promised us"])} ${pick(["a", "another", "this"])} ${pick(THINGS)} ${pick(["for", "near", "around"])} ${pick(PLACES)} ${pick(["and we changed our minds", "and it cost us dearly", "when it still mattered", "before the vote", "until the money ran out"])} in ${pick(MONTHS)}`;
	const sentences: (() => string)[] = [
		() =>
			`${company()} Industries said on ${pick(DAYS)} that ${pick(MEASURES)} ${pick(VERBS)} ${random(90) / 10 + 1}% to ${amount()} in ${pick(["2023", "2024", "the third quarter of 2025"])}.`,
		() =>
			`About ${(random(90) + 1) * 1000} ${pick(NOUNS)} were counted near ${pick(PLACES)} between ${pick(MONTHS)} and December, up from ${random(800) + 90} a year earlier.`,
		() =>
			`Shares of ${company()} ${pick(VERBS)} ${random(50) / 10}% to close at £${random(80) + 1}.${random(90) + 10}, its lowest since ${1990 + random(30)}.`,
		() =>
			`The **${random(40) + 3}-kilometre** line to ${pick(PLACES)}, which opened in ${1950 + random(70)}, carries [more than ${random(9) + 2} million](https://example.org/${random(999)}) people a year.`,
		() =>
			`Critics say that the ${pick(THINGS)} favours those who own land in ${pick(PLACES)}, while its authors point to the ${random(30) + 2} villages that asked for it.`,
		() => `Neither side would say when talks about the ${pick(THINGS)} might begin again, although both were keen to be seen as willing.`,
		() =>
			`Work on the ${pick(THINGS)} began on ${random(28) + 1} ${pick(MONTHS)} ${2015 + random(10)} and was to last ${random(9) + 2} years.`,
		() => `The ${pick(THINGS)} had been discussed for years before anybody at ${company()} agreed to pay ${amount()} for it.`,
	];
	const speech: (() => string)[] = [
		() => {
			const who = pick(cast);
			return `“${saying()},” said ${who.name}, ${pick(TITLES)} of ${who.firm}.`;
		},
		() => `“${saying()},” ${pick(cast).surname} ${pick(SAID)}.`,
		() => `${pick(cast).surname} ${pick(SAID)} that the ${pick(THINGS)} would cost ${amount()} and take ${random(9) + 2} years.`,
		() => `According to ${pick(cast).name}, ${random(80) + 10}% of ${pick(NOUNS)} near ${pick(PLACES)} are affected.`,
	];
	const parts: string[] = [`# ${nameOf(1)} Industries cuts ${random(900) + 100} jobs at ${pick(PLACES)}\n\n`];
	let total = 0;
	for (let n = 0; total < length; n++) {
		if (n % 12 === 0) newCast();
		const kind = random(40);
		let part: string;
		if (kind === 0) part = `## ${pick(["What", "How", "Why"])} ${company()} ${pick(["lost", "won", "changed"])} the ${pick(THINGS)}`;
		else if (kind === 1) part = Array.from({ length: 4 }, () => `- ${(sentences[random(sentences.length)] as () => string)()}`).join("\n");
		else if (kind === 2)
			part = `| Company | Revenue | Staff |\n| --- | ---: | ---: |\n${Array.from({ length: 4 }, () => `| ${company()} | ${amount()} | ${random(9000) + 100} |`).join("\n")}`;
		else {
			const list = Array.from(
				{ length: 2 + random(3) },
				() => (random(3) === 0 ? speech[random(speech.length)] : sentences[random(sentences.length)]) as () => string,
			);
			part = list.map((sentence) => sentence()).join(" ");
		}
		parts.push(`${part}\n\n`);
		total += part.length + 2;
	}
	return parts.join("");
}
