import { type Folders, isBelow, normal, resolve } from "../folders.ts";
import type { Host } from "../host.ts";
import type { ToolParams, ToolResult } from "../protocol.ts";
import { decode } from "../references/pack/text/decode.ts";
import type { OpenDocuments } from "../session.ts";
import { tolerancesOf } from "../settings.ts";
import { type Desk, ToolError } from "../tools/tool.ts";
import { callTool } from "../tools/tools.ts";
import { turnsWith } from "../turns.ts";

/** Answers a tool's call over the articles and packs of one workspace folder. What cannot be answered is a refusal in one sentence. */
export async function answerTool(
	{ name, input, folder = "" }: ToolParams,
	place: { readonly folders: Folders; readonly documents: OpenDocuments; readonly host: Host; readonly pause: () => Promise<void> },
): Promise<ToolResult> {
	try {
		return { answer: JSON.stringify(await callTool(name, input, deskOf(normal(folder), place))) };
	} catch (error) {
		if (error instanceof ToolError) return { refusal: error.message };
		throw error;
	}
}

function deskOf(named: string, { folders, documents, host, pause }: Parameters<typeof answerTool>[1]): Desk {
	const root = folders.roots.includes(named) ? named : (folders.roots[0] ?? "");
	const folderOf = (article: string | undefined) => {
		const uri = article === undefined ? undefined : resolve(root, article);
		return uri !== undefined && isBelow(uri, root) ? folders.of(uri) : folders.get(root);
	};
	return {
		packs: async (article) => (await folderOf(article)).packs.store,
		options: async (article) => ({ today: host.today(), tolerances: tolerancesOf((await folderOf(article)).settings) }),
		turns: () => turnsWith(pause),
		async read(path) {
			const uri = resolve(root, path);
			if (uri === undefined || !isBelow(uri, root)) throw new ToolError(`${path} is outside of the folder that is open.`);
			const open = documents.get(uri);
			if (open) return open.getText();
			// A link is as far as what it leads to: nothing outside of the folder is read for a program.
			const there = host.realpath && (await host.realpath(uri).catch(() => undefined));
			const top = host.realpath && (await host.realpath(root).catch(() => undefined));
			if (there !== undefined && top !== undefined && !isBelow(normal(there), normal(top)))
				throw new ToolError(`${path} leads outside of the folder that is open.`);
			const bytes = await host.read(uri).catch(() => {
				throw new ToolError(`${path}: there is no such file in the folder that is open.`);
			});
			return decode(bytes);
		},
	};
}
