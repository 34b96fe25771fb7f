// SI units and prefixes: BIPM, The International System of Units, 9th edition (2019), with the units accepted for use with it (table 8).
// Customary units and their factors: NIST Special Publication 811 (2008), appendix B. Bytes and bits: IEC 80000-13.

/** A unit of measure by its singular English name. */
export interface UnitOfMeasure {
	readonly name: string;
	/** What it measures: `length`, `mass`, `energy` … */
	readonly dimension: string;
	/** How many of the dimension's base unit one is; absent where a unit is no multiple (degree Fahrenheit, decibel). */
	readonly factor?: number;
}

// One row a unit: name; dimension; factor; other word forms (a plural in -s goes without saying); symbols, case as written; `+` when SI prefixes apply to words and symbols.
const ROWS = `
metre; length; 1; meter; m +
micron; length; 1e-6;;
inch; length; 0.0254; inches; in " ″ ”
foot; length; 0.3048; feet; ft ′
yard; length; 0.9144;; yd yds
mile; length; 1609.344;; mi
nautical mile; length; 1852;; nmi NM
light year; length; 9.4607e15; light-year;; ly
astronomical unit; length; 1.495978707e11;; AU
parsec; length; 3.0857e16;; pc +
furlong; length; 201.168;;
fathom; length; 1.8288;;
gram; mass; 0.001; gramme; g gm gms +
tonne; mass; 1000; metric ton; t
ton; mass; 1000;;
megatonne; mass; 1e9; megaton, million tonne; Mt
kilotonne; mass; 1e6; kiloton; kt
gigatonne; mass; 1e12; gigaton; Gt
pound; mass; 0.45359237;; lb lbs
ounce; mass; 0.028349523;; oz
stone; mass; 6.35029318; stone;
carat; mass; 0.0002;; ct
microgram; mass; 1e-9; mcg; mcg
troy ounce; mass; 0.0311034768;;
kilogram; mass; 1; kilo; kgs Kg KG
hectare; area; 10000;; ha
acre; area; 4046.8564;;
litre; volume; 0.001; liter; l L ltr ltrs +
gallon; volume; 0.003785412;; gal gals
quart; volume; 0.000946353;; qt qts
pint; volume; 0.000473176;; pt
fluid ounce; volume; 0.0000295735; fl oz; fl-oz
cup; volume; 0.000236588;;
tablespoon; volume; 0.0000147868;; tbsp
teaspoon; volume; 0.00000492892;; tsp
barrel; volume; 0.158987295;; bbl bbls
bushel; volume; 0.03523907;;
acre foot; volume; 1233.48; acre feet, acre-feet, acre-foot;
barrel of oil equivalent; energy; 6.1178632e9; barrels of oil equivalent; boe
board foot; volume; 0.002359737; board feet;
watt hour; energy; 3600; watt-hour; Wh +
watt; power; 1;; W +
horsepower; power; 745.699872; horsepower; hp HP bhp PS
volt; voltage; 1;; V +
ampere; current; 1; amp; A +
ampere hour; charge; 3600; amp hour, amp-hour; Ah +
ohm; resistance; 1;; Ω +
farad; capacitance; 1;; +
hertz; frequency; 1; hertz; Hz HZ hz +
joule; energy; 1;; J +
calorie; energy; 4.184;; cal
kilocalorie; energy; 4184;; kcal
british thermal unit; energy; 1055.05585;; Btu BTU
therm; energy; 105505585;;
electronvolt; energy; 1.602176634e-19; electron volt; eV +
newton; force; 1;; N +
newton metre; torque; 1; newton meter, newton-meter, newton-metre; Nm N·m
foot pound-force; torque; 1.3558179483; foot-pound, foot pound, pound-force foot; lb-ft ft-lb lb-ft. lbft lb·ft
pound-foot; torque; 1.3558179483; pound-feet, pound-foot, pound feet, pound foot;
pascal; pressure; 1;; Pa +
millibar; pressure; 100;; mbar mb
atmosphere; pressure; 101325;; atm
pound per square inch; pressure; 6894.757;; psi
kilopound per square inch; pressure; 6894757;; ksi
millimetre of mercury; pressure; 133.322; millimeters of mercury, millimetres of mercury; mmHg
byte; data; 8;; B +
kilobyte; data; 8000;; KB kb
terabyte; data; 8e12;; TB tb
gigabyte; data; 8e9;; gb
cubic centimetre; volume; 1e-6; cubic centimeter; cc
bit; data; 1;; b +
megabyte; data; 8e6; meg;
megapixel; image size; 1e6;; MP Mpx
pixel; image size; 1;; px
mile per hour; speed; 0.44704; m.p.h.; mph MPH
kilometre per hour; speed; 0.2777777778; km an hour; kph KPH kmh kmph
knot; speed; 0.514444444;; kt kts kn
mach; speed;; mach;
mile per gallon; fuel economy;; m.p.g.; mpg MPG
revolution per minute; rotation; 0.0166666667; r.p.m.; rpm RPM
beat per minute; frequency; 0.0166666667;; bpm
frame per second; frequency; 1;; fps FPS
bit per second; data rate; 1;;
kilobit per second; data rate; 1000;; kbps Kbps Kb/s kb/s
megabit per second; data rate; 1e6;; Mbps mbps Mb/s Mbit/s MBit/s
gigabit per second; data rate; 1e9;; Gbps gbps Gb/s Gbit/s
barrel per day; flow; 0.00000184013;; bpd b/d
ton per day; flow;;; tpd
decibel; sound level;;; dB db dBA
sievert; dose; 1;; Sv +
gray; dose; 1;; Gy +
becquerel; activity; 1;; Bq +
mole; amount; 1;; mol +
lumen; light; 1;; lm
lux; illuminance; 1; lux;
candela; intensity; 1;; cd
nit; luminance; 1;;
tesla; magnetic field; 1;;
part per million; concentration; 1e-6;; ppm
part per billion; concentration; 1e-9;; ppb
degree; angle; 0.01745329252;; ° deg
minute of arc; angle; 0.000290888;;
celsius; temperature;; degrees celsius, degree celsius, degrees centigrade, centigrade; °C ℃ degC C
fahrenheit; temperature;; degrees fahrenheit, degree fahrenheit; °F ℉ degF F
kelvin; temperature; 1; degrees kelvin; K
flop; computing speed; 1;; FLOPS flops
teraflop; computing speed; 1e12;; TFLOPS
petaflop; computing speed; 1e15;; PFLOPS
square foot; area; 0.09290304; square feet, sq feet, sq foot; sqft sq-ft ft2 ft²
square metre; area; 1;; sqm
square mile; area; 2589988.11;; sq-mi
point per minute; rate;;;
`;

/** Time units with their length in seconds; months and years are the mean Gregorian ones. */
const TIME_ROWS = `
second; 1;; s sec secs
millisecond; 0.001;; ms
microsecond; 1e-6;; µs μs
nanosecond; 1e-9;; ns
minute; 60;; min mins
hour; 3600;; h hr hrs
day; 86400;;
night; 86400;;
weekend; 172800;;
week; 604800;; wk wks
fortnight; 1209600;;
month; 2629746;; mo mos
quarter; 7889238;;
year; 31556952;; yr yrs
decade; 315569520;;
century; 3155695200; centuries;
millennium; 31556952000; millennia, millenniums;
`;

/** SI and binary prefixes by word and symbol. */
const PREFIXES: readonly (readonly [string, string, number])[] = [
	["femto", "f", 1e-15],
	["pico", "p", 1e-12],
	["nano", "n", 1e-9],
	["micro", "µ", 1e-6],
	["micro", "μ", 1e-6],
	["milli", "m", 1e-3],
	["centi", "c", 1e-2],
	["deci", "d", 0.1],
	["hecto", "h", 100],
	["kilo", "k", 1e3],
	["mega", "M", 1e6],
	["giga", "G", 1e9],
	["tera", "T", 1e12],
	["peta", "P", 1e15],
	["exa", "E", 1e18],
	["zetta", "Z", 1e21],
	["yotta", "Y", 1e24],
	["kibi", "Ki", 1024],
	["mebi", "Mi", 1024 ** 2],
	["gibi", "Gi", 1024 ** 3],
	["tebi", "Ti", 1024 ** 4],
];

/** What a unit's word form or symbol means. `time` says that it measures time. */
export interface UnitEntry extends UnitOfMeasure {
	readonly time?: true;
}

const words = new Map<string, UnitEntry>();
const symbols = new Map<string, UnitEntry>();
const byName = new Map<string, UnitOfMeasure>();

function add(entry: UnitEntry, forms: readonly string[], marks: readonly string[]): void {
	addForms(entry, inBothNumbers([entry.name, ...forms]), "", marks, "");
}

/** Singulars and plurals, each behind the other, words parted by spaces. */
function inBothNumbers(forms: readonly string[]): string[] {
	return forms.flatMap((form) => {
		const spaced = form.replaceAll("-", " ");
		return [spaced, plural(spaced)];
	});
}

/** Adds a unit whose forms and symbols are those of another behind a prefix, or its own behind none. */
function addForms(entry: UnitEntry, forms: readonly string[], word: string, marks: readonly string[], sign: string): void {
	byName.set(entry.name, entry);
	for (const form of forms) {
		const prefixed = word + form;
		if (!words.has(prefixed)) words.set(prefixed, entry);
	}
	for (const mark of marks) {
		const prefixed = sign + mark;
		if (!symbols.has(prefixed)) symbols.set(prefixed, entry);
	}
}

/** Compounds take the plural on the first noun before `per` and `of`, else on the last. */
function plural(name: string): string {
	const cut = / (?:per|of) /.exec(name)?.index ?? name.length;
	const head = name.slice(0, cut);
	if (/(?:feet|inches|hertz|lux|stone|horsepower|celsius|centigrade|fahrenheit|teeth)$/.test(head)) return name;
	return `${/(?:foot)$/.test(head) ? head.replace(/foot$/, "feet") : /(?:ch|s|x)$/.test(head) ? `${head}es` : `${head}s`}${name.slice(cut)}`;
}

/** Information comes in whole bits, and hundreds and hundredths are said of few units beside these. */
function takesPrefix(name: string, word: string, by: number): boolean {
	if (name === "byte" || name === "bit") return by >= 1000;
	if (word.endsWith("bi")) return false;
	return (by !== 100 && by !== 0.1 && by !== 0.01) || name === "metre" || name === "litre" || name === "gram" || name === "pascal";
}

function cells(row: string): string[] {
	return row.split(";").map((cell) => cell.trim());
}
function list(cell: string | undefined, separator: string): string[] {
	return (cell ?? "")
		.split(separator)
		.map((each) => each.trim())
		.filter((each) => each !== "");
}

for (const row of ROWS.trim().split("\n")) {
	const [name = "", dimension = "", factor = "", forms, marks] = cells(row);
	const all = list(marks, " ");
	const prefixed = all.at(-1) === "+";
	const own = prefixed ? all.slice(0, -1) : all;
	const of = (by: number) => (factor === "" ? {} : { factor: Number((Number(factor) * by).toPrecision(12)) });
	// A prefix changes nothing behind it, so that the plurals of a unit serve for all its prefixes: most units are of that kind.
	const bothNumbers = inBothNumbers([name, ...list(forms, ",")]);
	addForms({ name, dimension, ...of(1) }, bothNumbers, "", own, "");
	if (!prefixed) continue;
	for (const [word, sign, by] of PREFIXES) {
		if (!takesPrefix(name, word, by)) continue;
		const entry = { name: word + name, dimension, ...of(by) };
		if (byName.has(entry.name) && sign !== "μ" && name !== "gram") continue;
		addForms(entry, bothNumbers, word, own, sign);
	}
}
for (const row of TIME_ROWS.trim().split("\n")) {
	const [name = "", factor = "", forms, marks] = cells(row);
	add({ name, dimension: "time", factor: Number(factor), time: true }, list(forms, ","), list(marks, " "));
}
// Symbols in small letters, as newswire and chats write them, where no other unit is meant in the news: a `mw plant` has megawatts.
for (const [mark, name] of Object.entries({
	khz: "kilohertz",
	mhz: "megahertz",
	ghz: "gigahertz",
	kw: "kilowatt",
	mw: "megawatt",
	gw: "gigawatt",
	kwh: "kilowatt hour",
	mwh: "megawatt hour",
	gwh: "gigawatt hour",
	twh: "terawatt hour",
	kv: "kilovolt",
	kpa: "kilopascal",
	hpa: "hectopascal",
	mpa: "megapascal",
	kj: "kilojoule",
	btu: "british thermal unit",
	btus: "british thermal unit",
})) {
	const entry = byName.get(name);
	if (entry) symbols.set(mark, entry);
}
/** Symbols of letters alone, by the name of their unit. */
const lettered = new Map<string, string[]>();
for (const [mark, { name }] of symbols) {
	if (!/^[a-zA-Z]+$/.test(mark)) continue;
	const marks = lettered.get(name);
	if (marks) marks.push(mark);
	else lettered.set(name, [mark]);
}
for (const name of ["kilometre", "metre", "centimetre", "millimetre", "inch", "foot", "yard", "mile"]) {
	const base = byName.get(name)?.factor ?? 1;
	const american = name.replace("metre", "meter");
	const marks = lettered.get(name) ?? [];
	for (const [power, n, dimension, short] of [
		["square", 2, "area", "sq"],
		["cubic", 3, "volume", "cu"],
	] as const) {
		const entry = { name: `${power} ${name}`, dimension, factor: base ** n };
		add(
			entry,
			[
				`${power} ${american}`,
				`${short} ${name}`,
				`${short} ${american}`,
				`${name} ${power}d`,
				`${name}s ${power}d`,
				`${american}s ${power}d`,
			].filter((form) => !/squared|cubicd/.test(form)),
			[],
		);
		const behind = n === 2 ? "squared" : "cubed";
		for (const form of [name, american, `${name}s`, `${american}s`]) words.set(`${form} ${behind}`, entry);
		for (const mark of marks) {
			words.set(`${short} ${mark.toLowerCase()}`, entry);
			words.set(`${mark.toLowerCase()} ${behind}`, entry);
			for (const sign of [`${mark}${n}`, `${mark}${n === 2 ? "²" : "³"}`, `${mark}^${n}`]) symbols.set(sign, entry);
		}
	}
}

/** Word forms in small letters, words parted by single spaces, to units. */
export const UNIT_WORDS: ReadonlyMap<string, UnitEntry> = words;
/** Symbols, case as written, to units. */
export const UNIT_SYMBOLS: ReadonlyMap<string, UnitEntry> = symbols;
/** First words of forms of several words, to the most words that a form with it has. */
export const LONGEST_FORM: ReadonlyMap<string, number> = (() => {
	const longest = new Map<string, number>();
	for (const form of words.keys()) {
		const end = form.indexOf(" ");
		const first = end < 0 ? form : form.slice(0, end);
		const count = end < 0 ? 1 : form.split(" ").length;
		if (count > (longest.get(first) ?? 0)) longest.set(first, count);
	}
	return longest;
})();

/** Looks a unit up by its singular English name, prefixes included: `square kilometre`, `megawatt`. */
export function unitOfMeasure(name: string): UnitOfMeasure | undefined {
	return byName.get(name);
}
