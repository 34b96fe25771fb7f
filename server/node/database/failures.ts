import { inEnglish, type Phrase, phrase } from "../../language/phrase.ts";

/** Why a database does not answer as it should. */
export type FailureKind = "away" | "refused" | "unprepared" | "broken";

/** A database that can't serve now; the message is a phrase that can follow its address. */
export class DatabaseFailure extends Error {
	readonly kind: FailureKind;
	/** The message, as it can be said in another language. */
	readonly said: Phrase;
	constructor(kind: FailureKind, said: Phrase, options?: ErrorOptions) {
		super(inEnglish(said), options);
		this.kind = kind;
		this.said = said;
	}
}

/** The failure behind an error of the driver, of the network or of the server. */
export function failureOf(error: unknown): DatabaseFailure {
	if (error instanceof DatabaseFailure) return error;
	const { code = "", message = String(error) } = error as { code?: string; message?: string };
	const cause = { cause: error };
	// Of an address with several numbers every one was tried.
	if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
	if (NETWORK.has(code)) return new DatabaseFailure("away", phrase("can't be reached ({0})", NETWORK.get(code) ?? code), cause);
	if (isAway(code)) return new DatabaseFailure("away", phrase("is stopping or out of connections ({0})", message), cause);
	if (/^28/.test(code)) return new DatabaseFailure("refused", phrase("does not let you in: {0}", message), cause);
	if (code === "3D000") return new DatabaseFailure("refused", phrase("is not there: {0}", message), cause);
	if (code === "42501") return new DatabaseFailure("refused", phrase("does not allow it: {0}", message), cause);
	if (code === "42P01" || code === "3F000" || code === "42703")
		return new DatabaseFailure(
			"unprepared",
			phrase("has no tables of this release of Plumbline; run “plumbline pack migrate” with its address"),
			cause,
		);
	if (/terminated|timeout|timed out|Connection ended|not queryable|closed the connection/i.test(message))
		return new DatabaseFailure("away", phrase("does not answer ({0})", message), cause);
	if (/certificate|SSL|TLS/i.test(message))
		return new DatabaseFailure("refused", phrase("can't be trusted or does not encrypt: {0}", message), cause);
	return new DatabaseFailure("broken", phrase("answers with an error: {0}", message), cause);
}

/** Whether the server says that it is stopping, starting, full or gone, or that a transaction is to be tried again (PostgreSQL, appendix A). */
function isAway(code: string): boolean {
	return /^(?:08|57P0|53)/.test(code) || code === "40001" || code === "40P01";
}

const NETWORK: ReadonlyMap<string, Phrase> = new Map([
	["ECONNREFUSED", phrase("nothing listens there")],
	["ECONNRESET", phrase("the connection was cut")],
	["EPIPE", phrase("the connection was cut")],
	["ETIMEDOUT", phrase("no answer came")],
	["EHOSTUNREACH", phrase("no way leads there")],
	["ENETUNREACH", phrase("no way leads there")],
	["ENOTFOUND", phrase("there is no such host")],
	["EAI_AGAIN", phrase("its name can't be looked up now")],
]);
