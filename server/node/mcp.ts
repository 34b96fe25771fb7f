import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { ToolError } from "../tools/tool.ts";
import { tools } from "../tools/tools.ts";
import { type FolderDesk, folderDesk } from "./tool-desk.ts";

/**
 * Speaks the Model Context Protocol over standard input and output: every tool of `server/tools`, over the articles and packs of one folder. Nothing is
 * written and nothing leaves the machine. Resolves when the other side hangs up.
 */
export async function serveMcp(folder: string, packs: readonly string[]): Promise<number> {
	// Standard output belongs to the protocol: whatever else a library may want to print goes to standard error.
	console.log = console.info = console.debug = console.error;
	const desk = folderDesk(folder, packs);
	const connection = serveStdio(() => server(desk), { onerror: (error) => console.error(`plumbline mcp: ${error.message}`) });
	await new Promise<void>((resolve) => process.stdin.once("close", resolve));
	await connection.close();
	await desk.close();
	return 0;
}

function server(desk: FolderDesk): McpServer {
	const server = new McpServer({ name: "plumbline", title: "Plumbline", version: packageJson.version }, { capabilities: { tools: {} } });
	for (const { name, title, description, input, run } of tools) {
		const config = { title, description, inputSchema: input as z.ZodObject, annotations: { readOnlyHint: true, openWorldHint: false } };
		server.registerTool(name, config, async (call) => {
			try {
				const answer = { ...(await run(call, desk)) };
				return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
			} catch (error) {
				if (!(error instanceof Error)) throw error;
				if (!(error instanceof ToolError)) console.error(error.stack);
				return { content: [{ type: "text", text: error.message }], isError: true };
			}
		});
	}
	return server;
}
