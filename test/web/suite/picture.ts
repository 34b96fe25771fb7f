import * as vscode from "vscode";

/** Writes test/results/`name`.png, a picture of the whole page, as soon as every one of `selectors` (CSS) matches something visible. */
export async function takePicture(name: string, ...selectors: readonly string[]): Promise<void> {
	await ask(name, { selectors });
}

/** Clicks on what matches `click` (CSS) and takes a picture after it. */
export async function clickFor(name: string, click: string, ...selectors: readonly string[]): Promise<void> {
	await ask(name, { click, selectors });
}

/** The words that match `read` (CSS), one match a line, as the picture beside them shows them. */
export async function readFrom(name: string, read: string, ...selectors: readonly string[]): Promise<string> {
	return (await fetch((await ask(name, { read, selectors })).replace(/png$/, "txt"))).text();
}

/** What a screen reader is told of what matches `spoken` (CSS) and of all that is in it: a line each, with its role, name and states. */
export async function spokenIn(name: string, spoken: string, ...selectors: readonly string[]): Promise<string> {
	return (await fetch((await ask(name, { spoken, selectors })).replace(/png$/, "txt"))).text();
}

interface Wanted {
	readonly spoken?: string;
	readonly click?: string;
	readonly read?: string;
	readonly selectors: readonly string[];
}

async function ask(name: string, wanted: Wanted): Promise<string> {
	console.log(`@@picture ${JSON.stringify({ file: `${name}.png`, ...wanted })}`);
	const page = vscode.extensions.getExtension("plumbline.plumbline")?.extensionUri;
	// The folder of pictures lies below the one that the page reads files from.
	const address = `${page?.with({ path: `/static/mount/pictures/${name}.png` })}`;
	for (const end = Date.now() + 15_000; !(await fetch(address, { method: "HEAD" })).ok; ) {
		if (Date.now() > end) throw new Error(`no picture ${name}: the page never showed ${wanted.selectors.join(" and ")}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return address;
}
