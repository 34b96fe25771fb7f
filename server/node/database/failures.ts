/** Why a database does not answer as it should. */
export type FailureKind = "away" | "refused" | "unprepared" | "broken";

/** A database that can't serve now; the message is a phrase that can follow its address. */
export class DatabaseFailure extends Error {
	readonly kind: FailureKind;
	constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
		super(message, options);
		this.kind = kind;
	}
}

/** The failure behind an error of the driver, of the network or of the server. */
export function failureOf(error: unknown): DatabaseFailure {
	if (error instanceof DatabaseFailure) return error;
	const { code = "", message = String(error) } = error as { code?: string; message?: string };
	const cause = { cause: error };
	// Of an address with several numbers every one was tried.
	if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
	if (NETWORK.has(code)) return new DatabaseFailure("away", `can't be reached (${NETWORK.get(code)})`, cause);
	if (isAway(code)) return new DatabaseFailure("away", `is stopping or out of connections (${message})`, cause);
	if (/^28/.test(code)) return new DatabaseFailure("refused", `does not let you in: ${message}`, cause);
	if (code === "3D000") return new DatabaseFailure("refused", `is not there: ${message}`, cause);
	if (code === "42501") return new DatabaseFailure("refused", `does not allow it: ${message}`, cause);
	if (code === "42P01" || code === "3F000" || code === "42703")
		return new DatabaseFailure(
			"unprepared",
			"has no tables of this release of Plumbline; run “plumbline pack migrate” with its address",
			cause,
		);
	if (/terminated|timeout|timed out|Connection ended|not queryable|closed the connection/i.test(message))
		return new DatabaseFailure("away", `does not answer (${message})`, cause);
	if (/certificate|SSL|TLS/i.test(message))
		return new DatabaseFailure("refused", `can't be trusted or does not encrypt: ${message}`, cause);
	return new DatabaseFailure("broken", `answers with an error: ${message}`, cause);
}

/** Whether the server says that it is stopping, starting, full or gone, or that a transaction is to be tried again (PostgreSQL, appendix A). */
function isAway(code: string): boolean {
	return /^(?:08|57P0|53)/.test(code) || code === "40001" || code === "40P01";
}

const NETWORK: ReadonlyMap<string, string> = new Map([
	["ECONNREFUSED", "nothing listens there"],
	["ECONNRESET", "the connection was cut"],
	["EPIPE", "the connection was cut"],
	["ETIMEDOUT", "no answer came"],
	["EHOSTUNREACH", "no way leads there"],
	["ENETUNREACH", "no way leads there"],
	["ENOTFOUND", "there is no such host"],
	["EAI_AGAIN", "its name can't be looked up now"],
]);
