import type { Quantity } from "../../claim.ts";
import type { Match } from "../expression.ts";
import { type Reading, textAt } from "../reading.ts";
import { hedgeBefore } from "./durations.ts";

/** A time that something took, in its parts; `seconds` as written, with their decimals. */
interface RunTime {
	readonly hours?: string | undefined;
	readonly minutes: string;
	readonly seconds?: string | undefined;
}

/**
 * `8:22.41`, `2:04:11`, `2h 04m 12s`, `1m 30.5s`: how long a run took, as results give it; `i` is where its digits begin. A bare `3:56` may be an hour or
 * a score, and `14:05:09` behind `at` is an hour.
 */
export function readRunTime(reading: Reading, i: number): Match | undefined {
	const lexeme = reading.lexemes.at(i);
	if (!lexeme) return undefined;
	const { text } = reading.block;
	// Within a longer number, or behind a colon, nothing begins.
	if (/[\d:.,]/.test(text.charAt(lexeme.start - 1))) return undefined;
	const rest = text.slice(lexeme.start, lexeme.start + LONGEST);
	const match = HOURS.exec(rest) ?? CLOCK.exec(rest) ?? LETTERS.exec(rest) ?? MINUTES.exec(rest);
	if (!match?.groups) return undefined;
	const time = match.groups as unknown as RunTime;
	const end = lexeme.start + match[0].length;
	const isHour = time.hours !== undefined && time.seconds?.length === 2 && match[0].includes(":");
	if (isHour && (/^(?:at|by|until|from)$/.test(textAt(reading, i - 1)) || OF_A_DAY.test(text.slice(end, end + 8)))) return undefined;
	let last = i + 1;
	while (last < reading.lexemes.length && reading.lexemes.start(last) < end) last++;
	return matchOf(time, i, last, hedgeBefore(reading, i));
}

/** The longest is `12 hours 04 minutes 12.345 seconds`. */
const LONGEST = 36;
const HOURS = /^(?<hours>\d{1,2}):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d(?:\.\d{1,3})?)(?!\d|[.:,]\d)/;
const CLOCK = /^(?<minutes>\d{1,2}):(?<seconds>[0-5]\d\.\d{1,3})(?!\d|[.:,]\d)/;
const LETTERS =
	/^(?<hours>\d{1,2}) ?(?:h|hrs?) ?(?<minutes>[0-5]?\d) ?(?:m|mins?)(?: ?(?<seconds>[0-5]?\d(?:\.\d{1,3})?) ?(?:s|secs?))?(?![\p{L}\d])/u;
const MINUTES = /^(?<minutes>\d{1,2}) ?(?:m|mins?) ?(?<seconds>[0-5]?\d(?:\.\d{1,3})?) ?(?:s|secs?)(?![\p{L}\d])/u;
const OF_A_DAY = /^ ?(?:[ap]\.?m|GMT|UTC|B?CE?ST|EST|EDT)/i;

function matchOf({ hours, minutes, seconds }: RunTime, first: number, last: number, hedge: Quantity["hedge"]): Match {
	const decimals = seconds?.split(".")[1]?.length ?? 0;
	const whole = Number(hours ?? 0) * 60 + Number(minutes);
	const value = seconds === undefined ? whole : Number((whole * 60 + Number(seconds)).toFixed(decimals));
	const parts = [hours && `${Number(hours)}H`, `${Number(minutes)}M`, seconds && `${Number(seconds)}S`].filter(Boolean);
	return {
		first,
		last,
		expression: { form: "fixed", type: "duration", value: `PT${parts.join("")}` },
		quantity: {
			kind: "duration",
			quantity: { value, decimals, scale: 1, unit: seconds === undefined ? "minute" : "second", unitKind: "measure", hedge },
		},
	};
}
