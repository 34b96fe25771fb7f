/** A month's name or abbreviation. Abbreviations are the Associated Press stylebook's and the common three-letter ones. */
export interface MonthName {
	readonly month: number;
	/** Cut short: means a month only beside a day or a year. */
	readonly short?: true;
	/** Also a verb or a given name: means a month only where a date can stand. */
	readonly ambiguous?: true;
}

export const MONTHS: Readonly<Record<string, MonthName>> = {
	january: { month: 1 },
	february: { month: 2 },
	march: { month: 3, ambiguous: true },
	april: { month: 4, ambiguous: true },
	may: { month: 5, ambiguous: true },
	june: { month: 6, ambiguous: true },
	july: { month: 7 },
	august: { month: 8, ambiguous: true },
	september: { month: 9 },
	october: { month: 10 },
	november: { month: 11 },
	december: { month: 12 },
	jan: { month: 1, short: true },
	feb: { month: 2, short: true },
	mar: { month: 3, short: true },
	apr: { month: 4, short: true },
	jun: { month: 6, short: true },
	jul: { month: 7, short: true },
	aug: { month: 8, short: true },
	sep: { month: 9, short: true },
	sept: { month: 9, short: true },
	oct: { month: 10, short: true },
	nov: { month: 11, short: true },
	dec: { month: 12, short: true },
};

/** ISO 8601 weekdays, 1 Monday to 7 Sunday. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
	monday: 1,
	tuesday: 2,
	wednesday: 3,
	thursday: 4,
	friday: 5,
	saturday: 6,
	sunday: 7,
	mon: 1,
	tue: 2,
	tues: 2,
	wed: 3,
	thu: 4,
	thur: 4,
	thurs: 4,
	fri: 5,
	sat: 6,
	sun: 7,
};

/** TIMEX3's codes (TimeML 1.2.1). */
export const SEASONS: Readonly<Record<string, string>> = { spring: "SP", summer: "SU", autumn: "FA", fall: "FA", winter: "WI" };

/** TIMEX3's codes (TimeML 1.2.1). */
export const DAY_PARTS: Readonly<Record<string, string>> = { morning: "TMO", afternoon: "TAF", evening: "TEV", night: "TNI" };

/** Hours of a day that have a name. */
export const NAMED_HOURS: Readonly<Record<string, string>> = { noon: "T12:00", midday: "T12:00", midnight: "T24:00" };

/** What follows a weekday in the name of a newspaper or a broadcast. */
export const WEEKDAY_NAMESAKES: ReadonlySet<string> = new Set(
	"times telegraph mirror mail express herald post star sun independent tribune observer magazine edition night's".split(" "),
);

/** Days with a name of their own made of an adjective and a weekday: they are no plain weekday. */
export const NAMED_WEEKDAYS: ReadonlySet<string> = new Set(
	"good black ash super palm cyber bloody shrove maundy giving fat holy".split(" "),
);
