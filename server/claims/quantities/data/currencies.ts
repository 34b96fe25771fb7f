// Codes: ISO 4217, list one, as of 2026, with withdrawn codes that archives still need (ISO 4217, list three). Names: Unicode CLDR, English.
// Bitcoin and ether have no code there; BTC and ETH are what exchanges write.

/** A code, its whose and what (`Danish krone`), and other words for the whose. */
const NAMES = `AED United Arab Emirates dirham,UAE,Emirati;AFN Afghan afghani;ALL Albanian lek;AMD Armenian dram;ANG Netherlands Antillean guilder;AOA Angolan kwanza;
ARS Argentine peso,Argentinian,Argentinean;AUD Australian dollar,Aussie;AWG Aruban florin;AZN Azerbaijani manat;BAM Bosnian mark;BBD Barbadian dollar,Barbados;
BDT Bangladeshi taka;BGN Bulgarian lev;BHD Bahraini dinar,Bahrain;BIF Burundian franc;BMD Bermudan dollar,Bermuda;BND Brunei dollar;BOB Bolivian boliviano;
BRL Brazilian real;BSD Bahamian dollar;BTN Bhutanese ngultrum;BWP Botswanan pula,Botswana;BYN Belarusian ruble;BZD Belize dollar;CAD Canadian dollar;
CDF Congolese franc;CHF Swiss franc;CLP Chilean peso;CNY Chinese yuan;COP Colombian peso;CRC Costa Rican colón;CUP Cuban peso;CVE Cape Verdean escudo;
CZK Czech koruna;DJF Djiboutian franc;DKK Danish krone;DOP Dominican peso;DZD Algerian dinar;EGP Egyptian pound;ERN Eritrean nakfa;ETB Ethiopian birr;
FJD Fijian dollar,Fiji;FKP Falkland Islands pound;GBP British pound,UK;GEL Georgian lari;GHS Ghanaian cedi,Ghana;GIP Gibraltar pound;GMD Gambian dalasi;
GNF Guinean franc;GTQ Guatemalan quetzal;GYD Guyanese dollar;HKD Hong Kong dollar;HNL Honduran lempira;HTG Haitian gourde;HUF Hungarian forint;
IDR Indonesian rupiah;ILS Israeli shekel,New;INR Indian rupee;IQD Iraqi dinar;IRR Iranian rial;ISK Icelandic króna;JMD Jamaican dollar;JOD Jordanian dinar;
JPY Japanese yen;KES Kenyan shilling,Kenya;KGS Kyrgyz som;KHR Cambodian riel;KPW North Korean won;KRW South Korean won,Korean;KWD Kuwaiti dinar;
KYD Cayman Islands dollar;KZT Kazakhstani tenge,Kazakh;LAK Lao kip,Laotian;LBP Lebanese pound;LKR Sri Lankan rupee;LRD Liberian dollar;LSL Lesotho loti;
LYD Libyan dinar;MAD Moroccan dirham;MDL Moldovan leu;MGA Malagasy ariary;MKD Macedonian denar;MMK Myanmar kyat,Burmese;MNT Mongolian tugrik;
MOP Macanese pataca,Macau;MRU Mauritanian ouguiya;MUR Mauritian rupee;MVR Maldivian rufiyaa;MWK Malawian kwacha;MXN Mexican peso;MYR Malaysian ringgit;
MZN Mozambican metical;NAD Namibian dollar,Namibia;NGN Nigerian naira;NIO Nicaraguan córdoba;NOK Norwegian krone;NPR Nepalese rupee,Nepali;
NZD New Zealand dollar,Kiwi;OMR Omani rial;PAB Panamanian balboa;PEN Peruvian sol;PGK Papua New Guinean kina;PHP Philippine peso,Filipino;
PKR Pakistani rupee,Pakistan;PLN Polish zloty;PYG Paraguayan guarani;QAR Qatari riyal;RON Romanian leu;RSD Serbian dinar;RUB Russian ruble;RWF Rwandan franc;
SAR Saudi riyal,Saudi Arabian;SBD Solomon Islands dollar;SCR Seychellois rupee,Seychelles;SDG Sudanese pound;SEK Swedish krona;SGD Singapore dollar,Singaporean;
SHP St Helena pound;SLE Sierra Leonean leone;SOS Somali shilling;SRD Surinamese dollar;SSP South Sudanese pound;SVC Salvadoran colón;SYP Syrian pound;
SZL Swazi lilangeni;THB Thai baht;TJS Tajikistani somoni;TMT Turkmenistani manat,Turkmen;TND Tunisian dinar;TOP Tongan pa'anga;TRY Turkish lira;
TTD Trinidad and Tobago dollar,Trinidadian;TWD New Taiwan dollar,Taiwan,Taiwanese;TZS Tanzanian shilling;UAH Ukrainian hryvnia;UGX Ugandan shilling,Uganda;
USD US dollar,U.S.,American,United States;UYU Uruguayan peso;UZS Uzbek som,Uzbekistani;VES Venezuelan bolívar;VND Vietnamese dong;VUV Vanuatu vatu;WST Samoan tala;
XAF Central African CFA franc,Central African;XCD East Caribbean dollar,Eastern Caribbean;XOF West African CFA franc,CFA,West African;XPF CFP franc;YER Yemeni rial;
ZAR South African rand;ZMW Zambian kwacha;ZWL Zimbabwean dollar,Zimbabwe;ATS Austrian schilling;BEF Belgian franc;CYP Cypriot pound;DEM German mark,Deutsche,Deutsch,West German,D;
ESP Spanish peseta;FIM Finnish markka;FRF French franc;GRD Greek drachma;HRK Croatian kuna;IEP Irish punt;ITL Italian lira;NLG Dutch guilder;PTE Portuguese escudo;
EEK Estonian kroon;LVL Latvian lats;LTL Lithuanian litas;MTL Maltese lira;SIT Slovenian tolar;SKK Slovak koruna`;

/** Which code a currency's bare name means where nothing else is said: the one that English-language news writes most about. */
const BARE = `dollar USD,euro EUR,pound GBP,sterling GBP,quid GBP,yen JPY,yuan CNY,renminbi CNY,rmb CNY,rupee INR,ruble RUB,won KRW,ringgit MYR,baht THB,rupiah IDR,
shekel ILS,rand ZAR,lira TRY,franc CHF,peso MXN,krona SEK,krone NOK,zloty PLN,forint HUF,koruna CZK,hryvnia UAH,dirham AED,riyal SAR,naira NGN,cedi GHS,dong VND,
lari GEL,kip LAK,colón CRC,taka BDT,kyat MMK,tenge KZT,birr ETB,kwacha ZMW,leu RON,lev BGN,bitcoin BTC,ether ETH,ethereum ETH,markka FIM,peseta ESP,deutschmark DEM,mark DEM,
guilder NLG,drachma GRD,shilling KES,pula BWP,buck USD,greenback USD,real BRL,lek ALL,dinar KWD,tugrik MNT,pataca MOP,afghani AFN,dram AMD,manat AZN,quetzal GTQ,
lempira HNL,guarani PYG,boliviano BOB,bolívar VES,córdoba NIO,gourde HTG,escudo CVE,kuna HRK,punt IEP,lire ITL,deutschemark DEM,rial IRR,riel KHR,króna ISK,metical MZN,kwanza AOA`;

/** Plurals and other spellings of the names above. */
const SPELLINGS: Readonly<Record<string, string>> = {
	dollars: "dollar",
	dlr: "dollar",
	dlrs: "dollar",
	bucks: "buck",
	euros: "euro",
	pounds: "pound",
	yens: "yen",
	yuans: "yuan",
	rupees: "rupee",
	rubles: "ruble",
	rouble: "ruble",
	roubles: "ruble",
	ringgits: "ringgit",
	bahts: "baht",
	rupiahs: "rupiah",
	shekels: "shekel",
	sheqalim: "shekel",
	rands: "rand",
	liras: "lira",
	francs: "franc",
	pesos: "peso",
	kronor: "krona",
	kronas: "krona",
	crown: "krone",
	crowns: "krone",
	kroner: "krone",
	krones: "krone",
	zlotys: "zloty",
	zloties: "zloty",
	złoty: "zloty",
	forints: "forint",
	korunas: "koruna",
	koruny: "koruna",
	hryvnias: "hryvnia",
	dirhams: "dirham",
	riyals: "riyal",
	rials: "rial",
	riels: "riel",
	dinars: "dinar",
	nairas: "naira",
	cedis: "cedi",
	dongs: "dong",
	laris: "lari",
	kips: "kip",
	colon: "colón",
	colons: "colón",
	colones: "colón",
	colóns: "colón",
	takas: "taka",
	kyats: "kyat",
	tenges: "tenge",
	birrs: "birr",
	kwachas: "kwacha",
	kwanzas: "kwanza",
	lei: "leu",
	leva: "lev",
	levs: "lev",
	bitcoins: "bitcoin",
	ethers: "ether",
	markkas: "markka",
	markkaa: "markka",
	pesetas: "peseta",
	marks: "mark",
	deutschmarks: "deutschmark",
	deutschemarks: "deutschemark",
	punts: "punt",
	guilders: "guilder",
	drachmas: "drachma",
	shillings: "shilling",
	schillings: "schilling",
	reais: "real",
	reals: "real",
	bolivars: "bolívar",
	bolivar: "bolívar",
	bolívares: "bolívar",
	bolivares: "bolívar",
	bolivianos: "boliviano",
	cordobas: "córdoba",
	cordoba: "córdoba",
	córdobas: "córdoba",
	manats: "manat",
	drams: "dram",
	afghanis: "afghani",
	escudos: "escudo",
	kunas: "kuna",
	lempiras: "lempira",
	quetzals: "quetzal",
	quetzales: "quetzal",
	gourdes: "gourde",
	guaranis: "guarani",
	guaraníes: "guarani",
	soles: "sol",
	sols: "sol",
	soms: "som",
	kroons: "kroon",
	leks: "lek",
	patacas: "pataca",
	tugriks: "tugrik",
	greenbacks: "greenback",
};

/** Currency signs that stand alone, before or behind the figure. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
	"$ USD,€ EUR,£ GBP,¥ JPY,￥ JPY,₹ INR,₩ KRW,₽ RUB,₺ TRY,₪ ILS,฿ THB,₫ VND,₦ NGN,₱ PHP,₴ UAH,₵ GHS,₡ CRC,₲ PYG,₸ KZT,₮ MNT,₭ LAK,₼ AZN,₾ GEL,₿ BTC,＄ USD,￡ GBP"
		.split(",")
		.map((row) => row.split(" ") as [string, string]),
);

/** Letters that say whose dollar a `$` is, before or behind the sign: `US$`, `A$`, `$NZ`. */
export const DOLLARS: ReadonlyMap<string, string> = new Map(
	(
		"US USD,U.S. USD,A AUD,AU AUD,AUS AUD,C CAD,CA CAD,CAN CAD,CDN CAD,Can CAD,Cdn CAD,HK HKD,NZ NZD,S SGD,SG SGD,NT TWD,TW TWD,R BRL,MX MXN,Mex MXN,J JMD,TT TTD," +
		"B BSD,BZ BZD,EC XCD,FJ FJD,GY GYD,L LRD,N NAD,Z ZWL,MOP MOP,CLP CLP,AR ARS,COL COP"
	)
		.split(",")
		.map((row) => row.split(" ") as [string, string]),
);

/** Abbreviations that are no codes and stand before the figure: `Rs 500`, `RM79`. Case counts. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
	"Rs INR,dlrs USD,Re INR,RM MYR,Rp IDR,Fr CHF,SFr CHF,sfr CHF,kr SEK,Kr SEK,Kč CZK,zł PLN,Ft HUF,R ZAR,N NGN,P PHP,Ksh KES,KSh KES,Sh KES,Bs BOB,DM DEM,FFr FRF,FF FRF,BFr BEF,SKr SEK,NKr NOK,DKr DKK,Pta ESP,Ptas ESP,Dh AED,Dhs AED,RMB CNY,NIS ILS,XBT BTC,STG GBP,Tk BDT,Bt THB,GH GHS,PS GBP"
		.split(",")
		.map((row) => row.split(" ") as [string, string]),
);

/** Abbreviations and codes that chats and tokenised newswire write in small letters, and that are no words: `rs 500`, `usd 45`. */
export const SMALL_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
	(
		"rs INR,dm DEM,rm MYR,rmb CNY,usd USD,eur EUR,gbp GBP,jpy JPY,cny CNY,aud AUD,cad CAD,hkd HKD,nzd NZD,sgd SGD,chf CHF,inr INR,krw KRW,rub RUB,sek SEK,nok NOK,dkk DKK," +
		"zar ZAR,myr MYR,thb THB,idr IDR,php PHP,brl BRL,mxn MXN,czk CZK,huf HUF,pln PLN,twd TWD,aed AED,pkr PKR,btc BTC"
	)
		.split(",")
		.map((row) => row.split(" ") as [string, string]),
);

// Codes that are English words in capitals: a headline's `ALL 50` is no money.
const WORDS_IN_CAPITALS = new Set(["ALL", "TOP", "TRY", "CUP", "PEN", "SOS", "MAD", "SIT", "COP", "BAM", "MOP", "LAK", "NAD", "SAR"]);

const rows = NAMES.split(/;\n?/).map((row) => {
	const [name = "", ...others] = row.trim().split(",");
	const words = name.split(" ");
	return { code: words[0] as string, whose: words.slice(1, -1).join(" "), what: words.at(-1) as string, others };
});

/** Codes as written in capitals. */
export const CODES: ReadonlySet<string> = new Set(
	rows
		.map((row) => row.code)
		.filter((code) => !WORDS_IN_CAPITALS.has(code))
		.concat("EUR", "BTC", "ETH"),
);

/** A currency's noun in any number and spelling, to its singular: `roubles` to `ruble`. */
export const NOUNS: ReadonlyMap<string, string> = new Map([
	...rows.map((row) => [row.what, row.what] as const),
	...BARE.split(/,\n?/).map((row) => [row.split(" ")[0] as string, row.split(" ")[0] as string] as const),
	...Object.entries(SPELLINGS),
]);

/** Whose and what, in small letters, to the code: `new zealand dollar`. */
export const NAMED: ReadonlyMap<string, string> = new Map(
	rows
		.flatMap((row) => [row.whose, ...row.others].map((whose) => [`${whose} ${row.what}`.toLowerCase(), row.code] as const))
		.concat([
			// English calls kronas and korunas crowns, and spells them alike.
			["swedish krone", "SEK"],
			["czech krone", "CZK"],
			["icelandic krone", "ISK"],
			["icelandic krona", "ISK"],
			["danish krona", "DKK"],
			["norwegian krona", "NOK"],
			["estonian krone", "EEK"],
			["slovak krone", "SKK"],
			["chinese renminbi", "CNY"],
			["pound sterling", "GBP"],
			["irish pound", "IEP"],
			["italian lire", "ITL"],
			["maltese lire", "MTL"],
			["israeli new shekel", "ILS"],
			["turkish new lira", "TRY"],
		]),
);

/** Words that may open a currency's two-part name, in small letters: the cheap question before the name is looked up. */
export const WHOSE: ReadonlySet<string> = new Set([...NAMED.keys()].map((name) => name.split(" ")[0] as string));

/** The code that a bare noun means. */
export const BARE_NOUNS: ReadonlyMap<string, string> = new Map(BARE.split(/,\n?/).map((row) => row.split(" ") as [string, string]));

/** Hundredths of a currency unit, and whose they are where nothing else is said. */
export const HUNDREDTHS: ReadonlyMap<string, string> = new Map([
	["cent", "USD"],
	["cents", "USD"],
	["¢", "USD"],
	["penny", "GBP"],
	["pennies", "GBP"],
	["pence", "GBP"],
	["p", "GBP"],
	["kopek", "RUB"],
	["kopeks", "RUB"],
	["kopecks", "RUB"],
	["pfennig", "DEM"],
	["pfennigs", "DEM"],
	["paise", "INR"],
	["centavos", "MXN"],
	["centime", "CHF"],
	["centimes", "CHF"],
]);
