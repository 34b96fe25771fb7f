import type { Claim, Quantity } from "../../server/claims/claim.ts";

/** An article without its marks. A mark is `[words]{what was read}`; marks nest, and links are no marks. */
export function stripMarks(marked: string): string {
	const opened: number[] = [];
	let out = "";
	for (let i = 0; i < marked.length; i++) {
		const char = marked[i] as string;
		if (char === "[") {
			opened.push(out.length);
			out += char;
		} else if (char === "]" && marked[i + 1] === "{" && opened.length > 0) {
			const start = opened.pop() as number;
			out = out.slice(0, start) + out.slice(start + 1);
			i = marked.indexOf("}", i);
		} else {
			if (char === "]") opened.pop();
			out += char;
		}
	}
	return out;
}

/** The article with a mark around every claim. Claims that only overlap an earlier one follow it as a mark around nothing, so that none is hidden. */
export function writeMarks(text: string, claims: readonly Claim[]): string {
	let out = "";
	let at = 0;
	const open: { readonly end: number; readonly label: string }[] = [];
	const closeUpTo = (offset: number): void => {
		for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
			out += `${text.slice(at, top.end)}]{${top.label}}`;
			at = top.end;
			open.pop();
		}
	};
	for (const claim of [...claims].sort((a, b) => a.start - b.start || b.end - a.end)) {
		closeUpTo(claim.start);
		out += text.slice(at, claim.start);
		at = claim.start;
		const around = open.at(-1);
		if (around && claim.end > around.end) out += `[]{overlapping ${label(claim)}}`;
		else {
			out += "[";
			open.push({ end: claim.end, label: label(claim) });
		}
	}
	closeUpTo(text.length);
	return out + text.slice(at);
}

/** A claim as a mark says it: `money over 25000000000 USD`, `date 2006`, `quotation direct by Ada Byron`. */
export function label(claim: Claim): string {
	switch (claim.kind) {
		case "date":
			return `date ${claim.time.value}`;
		case "duration":
		case "age":
			return `${claim.kind} ${figure(claim.quantity)} ${claim.time.value}`;
		case "quotation":
		case "attribution": {
			const { type, speaker, anonymous, source } = claim.quote;
			const by = anonymous ? "anonymous" : (speaker ?? (source.length > 0 ? "somebody" : "nobody"));
			return `${claim.kind} ${type} by ${by}`;
		}
		case "role":
			return `role ${[claim.role.person, claim.role.title, claim.role.organisation].filter((part) => part !== undefined).join(" / ")}`;
		default:
			return `${claim.kind} ${figure(claim.quantity)}`;
	}
}

function figure({ value, high, decimals, scale, unit, hedge, trend, role }: Quantity): string {
	const places = Math.max(0, decimals - Math.round(Math.log10(scale)));
	const print = (number: number): string => (Math.abs(number) < 1e15 ? number.toFixed(places) : String(number));
	const parts = [
		trend ?? "",
		role && !(role === "change" && trend) ? role : "",
		hedge === "exactly" ? "" : hedge,
		high === undefined ? print(value) : `${print(value)}..${print(high)}`,
		unit === "none" ? "" : unit,
	];
	return parts.filter((part) => part !== "").join(" ");
}
