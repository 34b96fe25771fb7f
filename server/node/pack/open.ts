import { isatty } from "node:tty";
import { SingleBar } from "cli-progress";
import type { TrustedKeys } from "../../references/pack/signature.ts";
import { type OpenedPacks, openPacks } from "../../references/packs.ts";
import { files } from "../files.ts";
import { cacheFolder, packIndex } from "../pack-index/index.ts";
import type { IndexOptions } from "../pack-index/opening.ts";

/**
 * Opens packs as every command does: small ones in memory, large ones from their index. While an index is made, a bar shows on a terminal how much of
 * the table has been read.
 */
export async function openWithProgress(
	places: readonly string[],
	{ cache, trusted, ...options }: IndexOptions & { readonly cache?: string; readonly trusted?: TrustedKeys } = {},
): Promise<OpenedPacks> {
	const bar = isatty(2)
		? new SingleBar({ format: "{bar} {percentage}% of {file}", stream: process.stderr, clearOnComplete: true })
		: undefined;
	let current = "";
	const progress = (uri: string, bytes: number, size: number) => {
		if (uri !== current) bar?.start(size, 0, { file: decodeURIComponent(uri.split("/").at(-1) ?? "") });
		current = uri;
		bar?.update(bytes);
	};
	const index = await packIndex(cache ?? cacheFolder(), { progress, ...options });
	try {
		return await openPacks(files, places, { ...(index && { index }), ...(trusted && { trusted }) });
	} finally {
		bar?.stop();
	}
}
