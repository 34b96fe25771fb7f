import { existsSync, rmSync } from "node:fs";
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

async function ask(name: string, wanted: { readonly click?: string; readonly selectors: readonly string[] }): Promise<void> {
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
