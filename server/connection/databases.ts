import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Folders } from "../folders.ts";
import { type Language, say } from "../language/language.ts";
import { type PasswordParams, passwordRequest } from "../protocol.ts";
import type { DatabaseNotice, Databases } from "../references/packs.ts";

/** What databases want of the editor. */
export interface DatabaseHooks {
	/** Told when what a database holds has changed, or whether it answers. */
	readonly changed: (place: string) => void;
	/** The password that the editor keeps for one. */
	readonly secrets: (name: string) => Promise<string | undefined>;
}

/** Opens the databases that settings name. */
export type OpenDatabases = (hooks: DatabaseHooks) => Promise<Databases>;

/** What the desk for databases is given. */
export interface DatabaseDeskOptions {
	readonly open: OpenDatabases;
	readonly changed: DatabaseHooks["changed"];
	/** Whether the editor keeps passwords. */
	readonly keepsPasswords: () => boolean;
}

/** The databases that hold packs, as the editor has to do with them: opened when the first one is named, with the passwords that the editor keeps. */
export class DatabaseDesk {
	readonly #connection: Connection;
	readonly #options: DatabaseDeskOptions;
	#opened: Promise<Databases> | undefined;

	constructor(connection: Connection, options: DatabaseDeskOptions) {
		this.#connection = connection;
		this.#options = options;
	}

	/** Opens them, once. */
	open(): Promise<Databases> {
		this.#opened ??= this.#options.open({
			changed: this.#options.changed,
			secrets: async (database) => {
				if (!this.#options.keepsPasswords()) return undefined;
				return (await this.#connection.sendRequest<string | null>(passwordRequest, { database } satisfies PasswordParams)) ?? undefined;
			},
		});
		return this.#opened;
	}

	/** The names of those that the settings of open folders name. */
	async names(folders: Pick<Folders, "all">): Promise<string[]> {
		const places = (await folders.all()).flatMap((folder) => folder.databases);
		if (places.length === 0) return [];
		const { nameOf } = await this.open();
		return [...new Set(places.map((place) => nameOf(place)).filter((name) => name !== undefined))];
	}
}

/** What there is to say of databases: said once, and again after it has not been so for a while. */
export class Notices {
	readonly #connection: Connection;
	readonly #told = new Set<string>();

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	/** Tells those that the editor has not been told of. Rejects when it can't be told. */
	async tell(notices: readonly DatabaseNotice[], language: Language | undefined): Promise<void> {
		const now = new Set(notices.map(({ message }) => message));
		for (const message of this.#told) if (!now.has(message)) this.#told.delete(message);
		for (const { severity, message, said = message } of notices) {
			if (this.#told.has(message)) continue;
			this.#told.add(message);
			const type = severity === "error" ? MessageType.Error : MessageType.Warning;
			await this.#connection.sendNotification(ShowMessageNotification.type, { type, message: say(language, "Plumbline: {0}.", said) });
		}
	}
}
