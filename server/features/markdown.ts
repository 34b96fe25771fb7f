/** Text of unknown origin as Markdown that shows those very characters, on one line and not at its start. */
export function literal(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/[\\`*_[\]|<>~]/g, "\\$&")
		.replace(/&(?=#?\w{1,40};)/g, "\\&");
}

/** Text as inline code. */
export function code(text: string): string {
	const fence = text.includes("`") ? "``" : "`";
	return `${fence}${text.replace(/\s+/g, " ")}${fence}`;
}

/** A link; only the text when the target is neither the web's nor a file's. */
export function link(text: string, target: string): string {
	if (!/^(?:https?|file|vscode-vfs|vscode-remote):\/\/\S+$/i.test(target)) return literal(text);
	return `[${literal(text)}](<${target.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** A table; cells are Markdown already. A column without any content is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const kept = head.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ""));
	const line = (cells: readonly string[]) => `| ${kept.map((i) => cells[i] || " ").join(" | ")} |`;
	return [line(head), `|${kept.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
