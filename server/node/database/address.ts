import { userInfo } from "node:os";
import { inEnglish, type Phrase, phrase } from "../../language/phrase.ts";

/** Where a database is and whose name is used there. Never a secret. */
export interface Address {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly database: string;
	/** Only these packs; all of them when there are none. */
	readonly packs: readonly string[];
	/** Whether what is said is encrypted: `verify` also proves who answers. */
	readonly encryption: "verify" | "encrypt" | "none";
}

/** An address that can't be used; the message says why, and never repeats a password. */
export class AddressError extends Error {
	/** The message, as it can be said in another language. */
	readonly said: Phrase;
	constructor(said: Phrase) {
		super(inEnglish(said));
		this.said = said;
	}
}

/**
 * Reads `postgres://user@host:port/database?pack=desk&sslmode=disable`. What is left out is taken from PGHOST, PGPORT, PGUSER and PGDATABASE, as psql does.
 * Throws `AddressError`, above all for a password: an address stands in settings, in files that are shared and in the list of running programs.
 */
export function readAddress(text: string, env: Readonly<Record<string, string | undefined>> = process.env): Address {
	let url: URL;
	try {
		url = new URL(text.trim());
	} catch {
		throw new AddressError(phrase("this is no address of a database; write it as postgres://user@host:5432/database"));
	}
	if (url.password !== "" || url.searchParams.has("password")) {
		throw new AddressError(
			phrase(
				"{0} is not used: it held a password, and an address is read by everybody. Take the password out of it; docs/database.md says where it goes (the command “Plumbline: Set Database Password”, PGPASSWORD or .pgpass)",
				printed(url),
			),
		);
	}
	for (const name of url.searchParams.keys())
		if (name !== "pack" && name !== "sslmode")
			throw new AddressError(phrase("{0} is not used: “{1}” is not known there; known are pack and sslmode", printed(url), name));
	const host = decodeURIComponent(url.hostname.replace(/^\[|\]$/g, "")) || env.PGHOST || "localhost";
	const user = decodeURIComponent(url.username) || env.PGUSER || userInfo().username;
	const port = Number(url.port || env.PGPORT || 5432);
	const database = decodeURIComponent(url.pathname.slice(1)) || env.PGDATABASE || user;
	const mode = url.searchParams.get("sslmode");
	const encryption = mode === null ? (isHere(host) ? "none" : "verify") : MODES.get(mode);
	if (!encryption)
		throw new AddressError(
			phrase("{0} is not used: sslmode is verify-full, require or disable there, not “{1}”", printed(url), mode ?? ""),
		);
	return { host, port, user, database, packs: url.searchParams.getAll("pack"), encryption };
}

const MODES: ReadonlyMap<string, Address["encryption"]> = new Map([
	["verify-full", "verify"],
	["require", "encrypt"],
	["disable", "none"],
]);

/** Whether a host is this machine: what is said to it passes no wire. */
function isHere(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** An address for a reader, and the name under which its password is kept: one spelling a database and user. */
export function nameOf({ host, port, user, database }: Address): string {
	return `postgres://${encodeURIComponent(user)}@${host.includes(":") ? `[${host}]` : host}:${port}/${encodeURIComponent(database)}`;
}

function printed(url: URL): string {
	return `${url.protocol}//${url.username && `${url.username}@`}${url.host}${url.pathname}`;
}
