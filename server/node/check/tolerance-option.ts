import type * as z from "zod";
import { definitions } from "../../settings.ts";
import { defaultTolerances, type Tolerances } from "../../verdicts/tolerances.ts";
import { CallError } from "../call-error.ts";

/** Tolerances with what a call says by `--tolerance NAME=NUMBER`, any number of times. Throws `CallError`. */
export function withTolerances(tolerances: Tolerances, given: readonly string[]): Tolerances {
	const changed: { -readonly [K in keyof Tolerances]: Tolerances[K] } = { ...tolerances };
	for (const words of given) {
		const [name = "", value = ""] = words.split("=", 2).map((part) => part.trim());
		if (!isTolerance(name))
			throw new CallError(`--tolerance ${words}: there are ${Object.keys(defaultTolerances).join(", ")}; write about=0.05`);
		const parsed = definitions[`tolerances.${name}`].schema.safeParse(value === "" ? undefined : Number(value));
		if (!parsed.success) {
			const why = value === "" || Number.isNaN(Number(value)) ? `“${value}” is no number` : beyond(value, parsed.error.issues[0]);
			throw new CallError(`--tolerance ${words}: ${why}; write ${name}=${defaultTolerances[name]}`);
		}
		changed[name] = parsed.data;
	}
	return changed;
}

/** Which bound a number is beyond. */
function beyond(value: string, issue: z.core.$ZodIssue | undefined): string {
	if (issue?.code === "too_big") return `${value} is more than ${issue.maximum}`;
	return issue?.code === "too_small" ? `${value} is less than ${issue.minimum}` : `${value} will not do`;
}

function isTolerance(name: string): name is keyof Tolerances {
	return Object.hasOwn(defaultTolerances, name);
}
