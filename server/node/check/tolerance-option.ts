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
		if (!parsed.success) throw new CallError(`--tolerance ${words}: ${parsed.error.issues[0]?.message}`);
		changed[name] = parsed.data;
	}
	return changed;
}

function isTolerance(name: string): name is keyof Tolerances {
	return Object.hasOwn(defaultTolerances, name);
}
