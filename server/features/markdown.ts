/** Text of unknown origin as Markdown that shows those very characters, on one line and not at its start. */
export function literal(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/[\\`*_[\]|<>~]/g, "\\$&")
		.replace(/&(?=#?\w{1,40};)/g, "\\&");
}

/** A link to an address on the web that a stranger wrote; only the text when it is anything else, such as a command. */
export function webLink(text: string, address: string): string {
	return /^https?:\/\/\S+$/i.test(address) ? fileLink(text, address) : literal(text);
}

/** A link to a place that we name ourselves. */
export function fileLink(text: string, uri: string): string {
	return `[${literal(text)}](<${uri.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** The address by which a link calls a command of the client with one argument. */
export function commandUri(command: string, argument: unknown): string {
	return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** A table; cells are Markdown already. A column without any content is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const kept = head.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ""));
	const line = (cells: readonly string[]) => `| ${kept.map((i) => cells[i] || " ").join(" | ")} |`;
	return [line(head), `|${kept.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
