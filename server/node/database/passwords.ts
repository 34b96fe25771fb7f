import pgpass from "pgpass";
import { type Address, nameOf } from "./address.ts";

/** Where else a password may be kept, such as an editor's secret storage; asked by the name of the address. */
export type SecretStore = (name: string) => Promise<string | undefined>;

/** What passwords come from. */
export interface PasswordSources {
	readonly secrets?: SecretStore;
	/**
	 * A person named this very address in a call. Only then, or when PGHOST is its host, PGPASSWORD is for it: a workspace's settings could name a stranger's
	 * host, and must not get the password of ours.
	 */
	readonly isNamedByCall?: boolean;
	readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The password for an address: from the editor's secret storage, the environment or the user's password file. Undefined when none is at hand. */
export async function passwordFor(
	address: Address,
	{ secrets, isNamedByCall, env = process.env }: PasswordSources,
): Promise<string | undefined> {
	const kept = await secrets?.(nameOf(address)).catch(() => undefined);
	if (kept !== undefined) return kept;
	if (env.PGPASSWORD && (isNamedByCall || env.PGHOST === address.host)) return env.PGPASSWORD;
	const { host, port, database, user } = address;
	return new Promise((resolve) => pgpass({ host, port, database, user }, resolve));
}
