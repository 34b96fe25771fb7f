import type { z } from "zod";
import type { Options } from "../check.ts";
import type { Turns } from "../prose/steps.ts";
import type { ReferenceStore } from "../references/store.ts";

/** What a tool asks of the place that it runs in. */
export interface Desk {
	/** The packs of the place, or of an article by its path below the place: a folder there may have a configuration of its own. */
	packs(article?: string): Promise<ReferenceStore>;
	/** How its articles are checked, or one of them. */
	options(article?: string): Promise<Options>;
	/** In turns with what a long check leaves its turn; absent where nothing else is to be done. */
	turns?(): Turns;
	/** An article by its path below the place. Throws `ToolError` when there is none. */
	read(path: string): Promise<string>;
}

/** Something that a program may ask of Plumbline by name. None changes anything: they read the articles and packs of one place. */
export interface Tool extends ToolWords {
	readonly input: z.ZodType;
	/** Answers JSON. Throws `ToolError` when the call is not what `input` says, or cannot be answered. */
	run(call: unknown, desk: Desk): Promise<object>;
}

interface ToolWords {
	/** As protocols want it: `look_up`. */
	readonly name: string;
	readonly title: string;
	/** For whoever chooses among tools, a person or a language model. */
	readonly description: string;
}

/** A tool whose calls are what its schema says before it sees them. */
export function tool<Input extends z.ZodType>(
	definition: ToolWords & { readonly input: Input; readonly run: (call: z.output<Input>, desk: Desk) => Promise<object> },
): Tool {
	return {
		...definition,
		run(call, desk) {
			const parsed = definition.input.safeParse(call ?? {});
			if (parsed.success) return definition.run(parsed.data, desk);
			const issue = parsed.error.issues[0];
			throw new ToolError(`${issue?.path.join(".") || "The call"}: ${issue?.message}`);
		},
	};
}

/** A call that cannot be answered; the message says why and how to mend it. */
export class ToolError extends Error {}
