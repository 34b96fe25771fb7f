import type { Claim } from "../../claims/claim.ts";
import { type Home, HomeSpan, homeOf } from "../../prose/versions/home.ts";
import type { Inconsistency } from "./inconsistency.ts";

const NOWHERE: readonly Home[] = [];

/** What was found, by the claim that it is about. The first that is found of a claim is heard. */
export class Findings {
	readonly #found = new Map<Claim, Inconsistency>();
	#touched = new Set<Home>();

	of(claim: Claim): Inconsistency | undefined {
		return this.#found.get(claim);
	}

	get isEmpty(): boolean {
		return this.#found.size === 0;
	}

	put(list: readonly Inconsistency[]): void {
		for (const one of list) {
			if (this.#found.has(one.claim)) continue;
			this.#touch(one.claim);
			this.#found.set(one.claim, one);
		}
	}

	drop(list: readonly Inconsistency[]): void {
		for (const one of list) {
			if (this.#found.get(one.claim) !== one) continue;
			this.#touch(one.claim);
			this.#found.delete(one.claim);
		}
	}

	/**
	 * Drops what is not found any more of what was found `before`. Answers what is found now, to be put: what says the same as before is the object that it
	 * was, and nobody is told of it. (Of a name that stands a thousand times nearly all stays with each keystroke.)
	 */
	renewed(before: readonly Inconsistency[], now: readonly Inconsistency[]): readonly Inconsistency[] {
		if (before.length === 0) return now;
		const known = new Map<Claim, Inconsistency[]>();
		for (const one of before) {
			const list = known.get(one.claim);
			if (list) list.push(one);
			else known.set(one.claim, [one]);
		}
		const list = now.map((one) => known.get(one.claim)?.find((other) => isSame(one, other)) ?? one);
		const heard = new Map<Claim, Inconsistency>();
		for (const one of list) if (!heard.has(one.claim)) heard.set(one.claim, one);
		this.drop(before.filter((one) => heard.get(one.claim) !== one));
		return list;
	}

	/** Where something has been put or dropped since it was last asked. */
	take(): Iterable<Home> {
		const touched = this.#touched;
		if (touched.size === 0) return NOWHERE;
		this.#touched = new Set();
		return touched;
	}

	#touch(claim: Claim): void {
		const home = homeOf(claim);
		if (home) this.#touched.add(home);
	}
}

/** Whether two values are written the same; places are the same where they are of the same block, claims where they are the same object. */
function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (a instanceof HomeSpan) return b instanceof HomeSpan && a.home === b.home && a.from === b.from && a.to === b.to;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]));
	if (!isPlain(a) || !isPlain(b)) return false;
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

function isPlain(one: unknown): one is Readonly<Record<string, unknown>> {
	return typeof one === "object" && one !== null && Object.getPrototypeOf(one) === Object.prototype;
}
