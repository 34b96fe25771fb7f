import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

/** Whether this VS Code can be asked for pictures of its window: the stand-in can. */
export const canTakePictures = process.env.PLUMBLINE_PICTURES !== undefined;

/**
 * Writes test/results/`name`.png, a picture of the whole window, as soon as every one of `selectors` (CSS) matches something visible.
 * Throws when that has not come about in 10 s.
 */
export function takePicture(name: string, ...selectors: readonly string[]): Promise<void> {
	return ask(name, { selectors });
}

/** Clicks on what matches `click` (CSS) and takes a picture after it. */
export function clickFor(name: string, click: string, ...selectors: readonly string[]): Promise<void> {
	return ask(name, { click, selectors });
}

/** Types on the keyboard once all selectors match something visible, and takes a picture after it. */
export function typeFor(name: string, type: string, ...selectors: readonly string[]): Promise<void> {
	return ask(name, { type, selectors });
}

/** The words that match `read` (CSS), one match a line, as the picture beside them shows them. */
export async function readFrom(name: string, read: string, ...selectors: readonly string[]): Promise<string> {
	await ask(name, { read, selectors });
	return readFileSync(path.join(process.env.PLUMBLINE_PICTURES as string, `${name}.txt`), "utf8");
}

/** What an attribute of each match of `read` says, one a line; `selectors` must be visible by then. */
export async function attributesOf(name: string, read: string, attribute: string, ...selectors: readonly string[]): Promise<string[]> {
	await ask(name, { read, attribute, selectors });
	return readFileSync(path.join(process.env.PLUMBLINE_PICTURES as string, `${name}.txt`), "utf8").split("\n");
}

/** Presses keys, in the window as a person would, and takes a picture after them. */
export function pressFor(name: string, press: readonly string[], ...selectors: readonly string[]): Promise<void> {
	return ask(name, { press, selectors });
}

interface Wanted {
	readonly click?: string;
	readonly press?: readonly string[];
	readonly attribute?: string;
	readonly type?: string;
	readonly read?: string;
	readonly selectors: readonly string[];
}

async function ask(name: string, wanted: Wanted): Promise<void> {
	const folder = process.env.PLUMBLINE_PICTURES;
	if (folder === undefined) return;
	const file = path.join(folder, `${name}.png`);
	rmSync(file, { force: true });
	console.log(`@@picture ${JSON.stringify({ file, ...wanted })}`);
	for (const end = Date.now() + 15_000; !existsSync(file); ) {
		if (Date.now() > end) throw new Error(`no picture ${name}: the window never showed ${wanted.selectors.join(" and ")}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
