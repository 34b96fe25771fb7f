import type { DatabaseSync } from "node:sqlite";
import type { Host } from "../../host.ts";
import type { Describe } from "../../references/pack/describe.ts";
import type { FoundPack } from "../../references/pack/find.ts";

/** What an index was made from; an equal one means that nothing has to be read. */
export interface Manifest {
	readonly format: number;
	readonly files: readonly { readonly uri: string; readonly size: number; readonly modified: number }[];
	/** Of a locked pack: the hashes of its descriptor and of each resource. Size and time alone can be forged. */
	readonly contents?: readonly string[];
}

/** How packs are indexed. */
export interface IndexOptions {
	/** Packs whose tables are smaller than this many bytes are read into memory instead. */
	readonly threshold?: number;
	/** Told now and then how many bytes of a table have been read. */
	readonly progress?: (uri: string, bytes: number, size: number) => void;
}

/** All that opening one pack needs. */
export interface Opening {
	readonly host: Host;
	readonly pack: FoundPack;
	readonly stem: (word: string) => string;
	readonly describe: Describe;
	/** Only what the lock vouches for may be answered. */
	readonly locked: boolean;
	readonly folder: string;
	readonly options: IndexOptions;
	readonly open: (file: string, readOnly?: boolean) => DatabaseSync;
}
