const MONTHS: Readonly<Record<string, string>> = {
	jan: "01",
	feb: "02",
	mar: "03",
	apr: "04",
	may: "05",
	jun: "06",
	jul: "07",
	aug: "08",
	sep: "09",
	oct: "10",
	nov: "11",
	dec: "12",
};

/**
 * Reads a period into its one form: `2025`, `2025-Q4`, `2026-02`, `2026-02-04`, `2024-H1`, `2024-W05` or two of them with a slash between.
 * Also as tables write it: `Q4 2025`, `2025Q4`, `4Q25` , `Feb 2026`, `4 Feb 2026`, `2024/25`, `2024-25`, `FY25`, `2026-02-04T00:00:00Z`. Undefined when it is none of these.
 */
export function parsePeriod(text: string): string | undefined {
	const trimmed = text.trim();
	if (/^\d{4}$/.test(trimmed)) return trimmed;
	const day = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d\d:\d\d.{0,20})?$/.exec(trimmed);
	if (day) return date(day[1] as string, day[2] as string, day[3] as string);
	const month = /^(\d{4})[-.M](\d{2})$/.exec(trimmed);
	if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return `${month[1]}-${month[2]}`;
	const part = /^(\d{4})[-\s]?([QHW])(\d{1,2})$/i.exec(trimmed);
	if (part) return partOf(part[1] as string, part[2] as string, part[3] as string);
	const partFirst =
		/^([QH])([1-4])[-\s'/]{0,2}(?:FY)?(\d{4}|\d\d)$/i.exec(trimmed) ?? swapped(/^([1-4])([QH])(?:FY)?[-\s]?(\d{4}|\d\d)$/i.exec(trimmed));
	if (partFirst) return partOf(century(partFirst[3] as string), partFirst[1] as string, partFirst[2] as string);
	const seasons = /^(\d{4})[/–-](\d\d)$/.exec(trimmed);
	if (seasons) return Number(seasons[2]) === (Number(seasons[1]) + 1) % 100 ? `${seasons[1]}/${Number(seasons[1]) + 1}` : undefined;
	const slash = trimmed.indexOf("/");
	if (slash > 0) {
		const from = parsePeriod(trimmed.slice(0, slash));
		const to = parsePeriod(trimmed.slice(slash + 1));
		return from && to && !from.includes("/") && !to.includes("/") && from <= to ? `${from}/${to}` : undefined;
	}
	const years = /^(\d{4})\s?[-–]\s?(\d{4})$/.exec(trimmed);
	if (years) return (years[1] as string) < (years[2] as string) ? `${years[1]}/${years[2]}` : undefined;
	const fiscal = /^(?:FY|CY|year\s)\s?(\d{4}|\d\d)$/i.exec(trimmed);
	if (fiscal) return century(fiscal[1] as string);
	const fiscalYears = /^FY\s?(\d{4}|\d\d)([/–-]\d\d)$/i.exec(trimmed);
	if (fiscalYears) return parsePeriod(`${century(fiscalYears[1] as string)}${fiscalYears[2]}`);
	return named(trimmed);
}

function swapped(match: RegExpExecArray | null): readonly string[] | undefined {
	return match ? [match[0], match[2] as string, match[1] as string, match[3] as string] : undefined;
}

function century(year: string): string {
	return year.length === 4 ? year : `${Number(year) > 68 ? 19 : 20}${year}`;
}

function partOf(year: string, letter: string, number: string): string | undefined {
	const kind = letter.toUpperCase();
	const last = kind === "Q" ? 4 : kind === "H" ? 2 : 53;
	const n = Number(number);
	return n >= 1 && n <= last ? `${year}-${kind}${kind === "W" ? String(n).padStart(2, "0") : n}` : undefined;
}

function date(year: string, month: string, day: string): string | undefined {
	const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return isDate(value) ? value : undefined;
}

/** Months by name: `Feb 2026`, `February 2026`, `4 February 2026`, `Feb 4, 2026`, `Feb 4 2026`, `2026 Feb`. */
function named(text: string): string | undefined {
	const words = text.split(/[\s,.-]{1,3}/).filter(Boolean);
	if (words.length < 2 || words.length > 3) return undefined;
	const month = words.map((word) => (/^[a-z]{3,9}$/i.test(word) ? MONTHS[word.slice(0, 3).toLowerCase()] : undefined)).find(Boolean);
	const year = words.find((word) => /^\d{4}$/.test(word));
	const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
	if (!month || !year) return undefined;
	if (words.length === 2) return `${year}-${month}`;
	return day ? date(year, month, String(Number.parseInt(day, 10))) : undefined;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	if (!match) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
