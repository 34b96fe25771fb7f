import { checkTool } from "./check.ts";
import { explainTool } from "./explain.ts";
import { lookUpTool } from "./look-up.ts";
import { type Desk, type Tool, ToolError } from "./tool.ts";

/** Every tool, in the order in which they are told. The manifest's are generated from these. */
export const tools: readonly Tool[] = [checkTool, lookUpTool, explainTool];

/** Calls a tool by its name. Throws `ToolError` with words for the caller when it cannot be answered. */
export async function callTool(name: string, call: unknown, desk: Desk): Promise<object> {
	const found = tools.find((each) => each.name === name);
	if (!found) throw new ToolError(`There is no tool ${name}; there are ${tools.map((each) => each.name).join(", ")}.`);
	return found.run(call, desk);
}
