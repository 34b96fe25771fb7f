/**
 * What client and server say to each other beyond the Language Server Protocol. This file is all that the client may import, so it imports nothing.
 */

/** The verdicts, gravest first: the order of counts and groups. */
export const verdictOrder = [
	"contradicted",
	"inconsistent",
	"outdated",
	"imprecise",
	"disputed",
	"unreferenced",
	"supported",
	"reviewed",
] as const;

export type VerdictCode = (typeof verdictOrder)[number];

/** What the client tells the server about itself in `initializationOptions`. Every field may be absent. */
export interface InitializationOptions {
	/** The client wants `plumbline/checked`. */
	readonly announceChecks?: boolean;
	/** The client has the commands of this file, which ask their user for words. */
	readonly prompts?: boolean;
	/** The client shows the marks of a place above its hover, so that the hover need not say them again. */
	readonly marksInHover?: boolean;
	/** The client has `openRowCommand`, and lets the links of a hover call it. */
	readonly opensRows?: boolean;
	/** The client keeps passwords of databases and answers `plumbline/password`. */
	readonly keepsPasswords?: boolean;
	/** The person at the editor trusts what lies in the workspace. Until then a configuration file leads to no database, to nothing outside of the workspace, and vouches for nobody's key. */
	readonly trusted?: boolean;
	/** Every text of Plumbline's in the editor's language, by its English; `initialize` says in `locale` how numbers and dates are written there. Absent for English. */
	readonly texts?: Readonly<Record<string, string>>;
	/** Settings of a client that cannot answer `workspace/configuration`. */
	readonly settings?: unknown;
}

/** Server to client, a notification: an article has been checked. */
export const checkedNotification = "plumbline/checked";

export interface CheckedParams {
	readonly uri: string;
	/** The version of the article that was checked. */
	readonly version: number;
	/** How many claims have each verdict. */
	readonly counts: Readonly<Record<VerdictCode, number>>;
	/** How many packs were asked. */
	readonly packs: number;
}

/** Client to server, a request: the claims of an open article, in order; of a long one the first of them, and where to go on. */
export const claimsRequest = "plumbline/claims";

export interface ClaimsParams {
	readonly uri: string;
	/** What claims that have changed are told by; without it none is said to have. */
	readonly since?: Since;
	/** Where to go on: what `next` of an earlier answer says. */
	readonly from?: number;
}

/** The last review that the ledger knows of, or an earlier text of the article, which need not be sent again once it has been. */
export type Since = { readonly kind: "review" } | { readonly kind: "text"; readonly text?: string };

/** An LSP position and range: zero-based lines, UTF-16 columns, the end exclusive. */
export interface PlainPosition {
	readonly line: number;
	readonly character: number;
}
export interface PlainRange {
	readonly start: PlainPosition;
	readonly end: PlainPosition;
}

export interface PlainEdit {
	readonly range: PlainRange;
	readonly newText: string;
}

/** One line of the claims view. */
export interface ClaimItem {
	readonly id: string;
	readonly kind: string;
	/** As written, markup included. */
	readonly text: string;
	readonly verdict: VerdictCode;
	/** The sentence of the verdict. */
	readonly message: string;
	/** The ledger holds a sign-off of it. */
	readonly signedOff?: true;
	/** It is not as it was then: its words are new, or what the references say of it is. */
	readonly changed?: true;
	readonly range: PlainRange;
}

export interface ClaimsResult {
	readonly version: number;
	readonly claims: readonly ClaimItem[];
	/** There are more, from here on. */
	readonly next?: number;
	/** The newest review of the article that the ledger knows of; the day is `YYYY-MM-DD`. */
	readonly reviewed?: { readonly by: string; readonly on: string };
	/** Who has signed off the whole article last. */
	readonly signedOff?: { readonly by: string; readonly on: string };
}

/** The `id` by which a review is one of the whole article. */
export const wholeArticle = "*";

/** What a mark in an article carries for the quick fixes that it may be asked for. */
export interface DiagnosticData {
	readonly claim: string;
}

/** A command of the client, named by a quick fix: asks for a reason and takes a claim out of checking. Its argument is an `IgnoreTarget`. */
export const ignoreCommand = "plumbline.ignore";

export type IgnoreTarget = ReviewTarget;

/** Client to server, a request: the edits that take a claim out of checking. Empty when there is no such claim any more. */
export const ignoreRequest = "plumbline/ignore";

export interface IgnoreParams {
	readonly uri: string;
	readonly id: string;
	readonly reason: string;
}

export interface IgnoreResult {
	readonly edits: readonly PlainEdit[];
}

/** A command of the client, named by a code lens on a row of a pack: shows the claims that rest on it. Its argument is a `ShowUsesTarget`. */
export const showUsesCommand = "plumbline.showUses";

export interface ShowUsesTarget {
	readonly uri: string;
	readonly position: PlainPosition;
	readonly locations: readonly { readonly uri: string; readonly range: PlainRange }[];
}

/** A command of the client, named by a quick fix and in the claims view: signs a claim off. Its argument is a `ReviewTarget`. */
export const signOffCommand = "plumbline.signOff";

export interface ReviewTarget {
	readonly uri: string;
	readonly id: string;
	/** The claim as written, for the question. */
	readonly text: string;
}

/**
 * Client to server, a request: the ledger with a claim signed off, or open again when there is no `signature`; with the whole article marked as reviewed when `id` is
 * `wholeArticle`. The client writes it.
 */
export const reviewRequest = "plumbline/review";

export interface ReviewParams {
	readonly uri: string;
	readonly id: string;
	readonly signature?: { readonly by: string; readonly reason: string; readonly evidence?: string };
	/** The server is to write the ledger itself, where it can, so that it is never half written. */
	readonly write?: boolean;
}

/** Nothing when there is no such claim any more. The `edits` are a review mark in an article that lies nowhere and has no ledger. */
export interface ReviewResult {
	/** What the ledger holds from now on; `written` when it does already. */
	readonly ledger?: { readonly uri: string; readonly content: string; readonly written?: true };
	readonly edits?: readonly PlainEdit[];
	/** The ledger is there and can't be read, so that nothing may be written; the reason follows its name: `is not UTF-8`. */
	readonly unreadable?: { readonly uri: string; readonly reason: string };
}

/** A command of the client, named by a quick fix: reports that a claim is marked and should not be. Its argument is a `ReviewTarget`. */
export const falseAlarmCommand = "plumbline.falseAlarm";

/** Client to server, a request: a file that holds all that is needed to look into a false alarm. The client writes it; it stays on the machine. */
export const caseRequest = "plumbline/case";

export interface CaseParams {
	readonly uri: string;
	readonly id: string;
	/** Why the mark is wrong, in its reader's words. */
	readonly note: string;
}

/** Nothing when there is no such claim any more, or no folder that could hold the file. */
export interface CaseResult {
	readonly file?: { readonly uri: string; readonly content: string };
}

/** A command of the client, named by a quick fix: writes what a claim says into a pack. Its arguments are a `ReviewTarget` and, where nobody is to be asked, a `NewFact`. */
export const addFactCommand = "plumbline.addFact";

/** What a row of a pack's table says, cell by cell; as `docs/packs.md` names the columns. */
export interface FactRow {
	readonly subject: string;
	readonly measure: string;
	readonly value: string;
	readonly unit: string;
	readonly period: string;
	readonly source: string;
	/** Where in the source. */
	readonly locator?: string;
	/** Who has looked it up, where the table has such a column; the day is the server's. */
	readonly verified_by?: string;
}

/** A row and the file that it is to stand in. */
export interface NewFact {
	readonly table: string;
	readonly row: FactRow;
}

/** A file of facts in a pack of the article's folder. */
export interface FactTableItem {
	readonly uri: string;
	readonly pack: string;
	/** Below the pack's folder. */
	readonly path: string;
	/** Which columns a new row can fill. */
	readonly columns: readonly string[];
	/** The pack is not used before it is locked again. */
	readonly locked: boolean;
	/** Why no row can be added, as a phrase after the path: `is a spreadsheet`. */
	readonly refusal?: string;
}

/** Client to server, a request: what a new row could say of a claim, as far as the article does, and the tables that could take it. */
export const factDraftRequest = "plumbline/factDraft";

export interface FactDraftParams {
	readonly uri: string;
	readonly id: string;
}

/** No row when there is no such claim any more. */
export interface FactDraftResult {
	readonly row?: FactRow;
	readonly tables: readonly FactTableItem[];
}

/** Client to server, a request: what is wrong with one cell of a row, in a sentence; nothing when it may stand. */
export const factFaultRequest = "plumbline/factFault";

export interface FactFaultParams {
	readonly column: keyof FactRow;
	/** The cells up to that one. */
	readonly row: Partial<FactRow>;
}

export interface FactFaultResult {
	readonly fault?: string;
}

/** Client to server, a request: the text that puts a row at the end of a table, whose text is that of the editor. */
export const factRowRequest = "plumbline/factRow";

export interface FactRowParams {
	/** The article's. */
	readonly uri: string;
	readonly table: string;
	readonly text: string;
	readonly row: FactRow;
}

export interface FactRowResult {
	readonly newText?: string;
	readonly refusal?: string;
}

/** Client to server, a request: an article's claims, verdicts and sign-offs as one page of HTML. Nothing when it is no article. */
export const exportRequest = "plumbline/export";

export interface ExportParams {
	readonly uri: string;
	/** The page is shown in the editor: the place of each claim is a link to it, by `revealCommand`. */
	readonly inEditor?: true;
}

export interface ExportResult {
	readonly html?: string;
}

/** A command of the client, named by links of a report that the editor shows: shows a place in an article. Its argument is a `RevealTarget`. */
export const revealCommand = "plumbline.reveal";

export interface RevealTarget {
	readonly uri: string;
	readonly range: PlainRange;
}

/** A command of the client, named by links of a hover: shows a row of a pack in its file, whatever file system that is in. Its argument is a `RevealTarget`. */
export const openRowCommand = "plumbline.openRow";

/** Client to server, a request: calls one of the tools that the manifest tells language models of. */
export const toolRequest = "plumbline/tool";

export interface ToolParams {
	/** The tool's name without `plumbline_`. */
	readonly name: string;
	/** What the model sent: nothing has looked at it yet. */
	readonly input: unknown;
	/** The workspace folder that it is about; the first one unless given. */
	readonly folder?: string;
}

export interface ToolResult {
	/** JSON. */
	readonly answer?: string;
	/** One sentence that says why there is no answer. */
	readonly refusal?: string;
}

/** Server to client, a request: the password that the client keeps for a database, by its name. Null when it keeps none. */
export const passwordRequest = "plumbline/password";

export interface PasswordParams {
	readonly database: string;
}

/** Client to server, a request: the databases that the settings name, each as `postgres://user@host:port/database`. */
export const databasesRequest = "plumbline/databases";

export interface DatabasesResult {
	readonly names: readonly string[];
	/** The checker has no network: whatever settings name, no database can be asked. */
	readonly unreachable?: true;
}

/** Client to server, a notification: passwords have changed. */
export const openAgainNotification = "plumbline/openAgain";

/** Client to server, a notification: the workspace is trusted from now on. */
export const trustedNotification = "plumbline/trusted";

/** The code of the hint that there is no pack. */
export const NO_PACK = "no-pack";

/** A command of the client, named by the hint that there is no pack: makes one. */
export const addPackCommand = "plumbline.addPack";

/** A command of the client, named by that hint too: makes a pack of a table, by its URI or one that is asked for. */
export const describeTableCommand = "plumbline.describeTable";

/** Client to server, a request: a first descriptor for a table, so that it becomes a pack. */
export const tableRequest = "plumbline/table";

export interface TableParams {
	readonly uri: string;
}

export interface TableResult {
	/** Where the descriptor belongs, or lies already. */
	readonly descriptor: string;
	readonly text?: string;
	/** What the table does not tell, in sentences. */
	readonly doubts?: readonly string[];
	/** Packs are looked for in that place. */
	readonly isUsed?: boolean;
	/** Why there is no descriptor, as a phrase after the table's name. */
	readonly refusal?: string;
}

/** Server to client, requests: read a file (answered in base64), ask for one, list a folder. Null when it cannot be done. */
export const hostReadRequest = "plumbline/host/read";
export const hostStatRequest = "plumbline/host/stat";
export const hostListRequest = "plumbline/host/list";

export interface HostParams {
	readonly uri: string;
}

export interface HostStat {
	readonly size: number;
	/** Milliseconds. */
	readonly modified: number;
	readonly kind: "file" | "directory" | "other";
}

export interface HostEntry {
	readonly name: string;
	readonly kind: HostStat["kind"];
}
