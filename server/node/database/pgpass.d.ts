declare module "pgpass" {
	/** Looks a connection up in the user's password file; `answer` gets undefined when it is not there, or the file may be read by others. */
	export default function pgpass(
		connection: { host: string; port: number; database: string; user: string },
		answer: (password: string | undefined) => void,
	): void;
}
