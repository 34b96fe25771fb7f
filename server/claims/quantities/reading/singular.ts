// Regular and irregular plurals: The Cambridge Grammar of the English Language (2002), chapter 18, section 4; Quirk et al. (1985), 5.80–5.103.

/** The singular of a noun in small letters; a singular comes back as it was. */
export function singular(word: string): string {
	const irregular = IRREGULAR.get(word);
	if (irregular !== undefined) return irregular;
	if (word.endsWith("men") && word.length > 4) return `${word.slice(0, -2)}an`;
	if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is"))
		return word.length === 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
	if (word.endsWith("ies")) return KEEPS_IE.has(word) || word.length === 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
	if (word.endsWith("yses")) return `${word.slice(0, -2)}is`;
	if (word.endsWith("zzes")) return word.slice(0, -3);
	if (/(?:ss|x|sh|tz)es$/.test(word)) return word.slice(0, -2);
	if (word.endsWith("ches"))
		return KEEPS_E.has(word) || (word.endsWith("aches") && /(?:^|ead|ooth|tom|ear|ust|ack)aches$/.test(word))
			? word.slice(0, -1)
			: word.slice(0, -2);
	if (word.endsWith("uses")) return KEEPS_USE.test(word) ? word.slice(0, -1) : word.slice(0, -2);
	if (word.endsWith("oes")) return KEEPS_E.has(word) ? word.slice(0, -1) : word.slice(0, -2);
	return word.slice(0, -1);
}

/** Plurals in -ies of nouns in -ie; shorter ones (ties, pies) are told by their length. */
const KEEPS_IE = new Set(
	"movies cookies zombies calories selfies rookies hippies prairies groupies freebies birdies bookies foodies veggies neckties magpies genies newbies junkies indies smoothies brownies hoodies sorties collies".split(
		" ",
	),
);
/** Plurals of nouns in -use; the others are of nouns in -us (viruses, bonuses). */
const KEEPS_USE = /(?:house|cause|clause|spouse|blouse|pause|excuse|abuse|recluse|refuse|^ruse|^fuse|^muse|^use|reuse)s$/;
/** Plurals in -ches and -oes whose e is the noun's own. */
const KEEPS_E = new Set(
	"caches niches avalanches moustaches mustaches quiches creches psyches shoes horseshoes toes canoes foes oboes floes hoes tiptoes".split(
		" ",
	),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
	(
		"people person,pts point,men man,women woman,children child,grandchildren grandchild,feet foot,teeth tooth,mice mouse,geese goose,oxen ox,lice louse,dice die,criteria criterion," +
		"phenomena phenomenon,bacteria bacterium,indices index,matrices matrix,vertices vertex,appendices appendix,larvae larva,nuclei nucleus,fungi fungus,alumni alumnus,crises crisis,theses thesis," +
		"hypotheses hypothesis,diagnoses diagnosis,prognoses prognosis,oases oasis,synopses synopsis,parentheses parenthesis,emphases emphasis,axes axe,gases gas,lenses lens,biases bias,atlases atlas," +
		"canvases canvas,aliases alias,irises iris,series series,species species,headquarters headquarters,news news,buses bus,menus menu,gurus guru,emus emu,skis ski,taxis taxi,rabbis rabbi,tsunamis tsunami,alibis alibi," +
		"bikinis bikini,safaris safari,israelis israeli,iraqis iraqi,pakistanis pakistani,saudis saudi,yazidis yazidi,kiwis kiwi," +
		"knives knife,wives wife,midwives midwife,housewives housewife,lives life,leaves leaf,loaves loaf,sheaves sheaf,thieves thief,calves calf,halves half,wolves wolf,shelves shelf,bookshelves bookshelf,selves self," +
		"elves elf,scarves scarf,hooves hoof,wharves wharf,dwarves dwarf"
	)
		.split(",")
		.map((pair) => pair.split(" ") as [string, string]),
);

/** Whether a word in -is or -us is a plural all the same: `taxis`, `menus`. */
export function isIrregularPlural(word: string): boolean {
	return IRREGULAR.has(word);
}
