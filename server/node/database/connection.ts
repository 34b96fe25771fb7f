import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Pool, type PoolClient } from "pg";
import { phrase } from "../../language/phrase.ts";
import type { Address } from "./address.ts";
import { DatabaseFailure, failureOf } from "./failures.ts";
import { type PasswordSources, passwordFor } from "./passwords.ts";

/** How a database is spoken to. Times are milliseconds. */
export interface ConnectionOptions extends PasswordSources {
	/** A database that is away is asked again for so long. */
	readonly patience?: number;
	/** An answer that takes longer does not come. */
	readonly answerWithin?: number;
	/** Connections at once. */
	readonly connections?: number;
}

/** Measured with a million facts and 50 checks at once: more connections than these made no check sooner on two cores. */
const CONNECTIONS = 6;

/** The pauses between two tries grow up to this. */
const LONGEST_PAUSE = 500;

/** A database that is asked by short statements. Whatever goes wrong is a `DatabaseFailure`. */
export class Connection {
	readonly #pool: Pool;
	readonly #sockets = new Set<Socket>();
	readonly #patience: number;

	constructor(address: Address, options: ConnectionOptions = {}) {
		const { patience = 0, answerWithin = 10_000, connections = CONNECTIONS } = options;
		this.#patience = patience;
		this.#pool = new Pool({
			host: address.host,
			port: address.port,
			user: address.user,
			database: address.database,
			max: connections,
			application_name: "plumbline",
			connectionTimeoutMillis: Math.min(answerWithin, 5000),
			query_timeout: answerWithin,
			idleTimeoutMillis: 10_000,
			keepAlive: true,
			allowExitOnIdle: true,
			ssl: address.encryption === "none" ? false : { rejectUnauthorized: address.encryption === "verify" },
			stream: () => {
				const socket = new Socket();
				this.#sockets.add(socket);
				return socket.once("close", () => this.#sockets.delete(socket));
			},
			password: async () => {
				const password = await passwordFor(address, options);
				// The driver leaves a socket open on which nobody will ever say a password, and the server waits for it.
				if (password === undefined) setImmediate(() => this.#hangUp());
				if (password === undefined) throw new DatabaseFailure("refused", phrase("asks for a password, and none is at hand for it"));
				return password;
			},
		});
		// A connection that is cut while nobody uses it is replaced when somebody does.
		this.#pool.on("error", () => {});
	}

	/** The rows that a statement answers; one round trip. A database that is away is asked again until patience ends. Only for statements that change nothing. */
	async ask<Row extends object>(text: string, values: readonly unknown[] = [], patience = this.#patience): Promise<Row[]> {
		const until = performance.now() + patience;
		for (let wait = 20; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
			try {
				return (await this.#pool.query<Row>({ text, values: values as unknown[] })).rows;
			} catch (error) {
				const failure = failureOf(error);
				if (failure.kind !== "away" || performance.now() + wait > until) throw failure;
				await pause(wait);
			}
		}
	}

	/** Does some work on one connection in one transaction: all of it or, when something goes wrong, nothing. It may take as long as it takes. */
	async transact<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
		let client: PoolClient | undefined;
		try {
			client = await this.#pool.connect();
			// What cuts the connection fails the statement too: it need not be told twice.
			client.on("error", () => {});
			await client.query("BEGIN");
			const result = await work(client);
			await client.query("COMMIT");
			client.release();
			return result;
		} catch (error) {
			// The server rolls back what a connection that ends has begun.
			client?.release(true);
			throw failureOf(error);
		}
	}

	/** The driver's pool, for the library that keeps the schema. */
	get pool(): Pool {
		return this.#pool;
	}

	async close(): Promise<void> {
		await this.#pool.end();
		this.#hangUp();
	}

	#hangUp(): void {
		for (const socket of this.#sockets) socket.destroy();
	}
}
