import {
	type CancellationToken,
	type Connection,
	type DocumentDiagnosticReport,
	LSPErrorCodes,
	ResponseError,
	type SemanticTokens,
	type SemanticTokensDelta,
} from "vscode-languageserver";
import { caseFile } from "../features/case-file.ts";
import { claimItems } from "../features/claims-view.ts";
import { figures, people, personAsked } from "../features/completion.ts";
import { markArticle } from "../features/diagnostics.ts";
import { outline } from "../features/document-symbols.ts";
import { definition } from "../features/facts/definition.ts";
import { rowHover } from "../features/facts/row-hover.ts";
import { codeLenses, rowAt, useLocations } from "../features/facts/uses.ts";
import { workspaceSymbols } from "../features/facts/workspace-symbols.ts";
import { codeActions, packActions } from "../features/fixes/code-actions.ts";
import { ignored } from "../features/fixes/ignore.ts";
import { reviewMark } from "../features/fixes/review-mark.ts";
import { foldingRanges } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { commandUri } from "../features/markdown.ts";
import { claimsAt, claimsFrom, rangeOf } from "../features/ranges.ts";
import { colours, semanticTokensIn } from "../features/semantic-tokens.ts";
import { caseOf, pathBelow } from "../folders.ts";
import { elsewhere } from "../hints.ts";
import type { Language } from "../language/language.ts";
import type { Span } from "../prose/span.ts";
import type { Steps } from "../prose/steps.ts";
import {
	type CaseParams,
	type CaseResult,
	type ClaimsParams,
	type ClaimsResult,
	caseRequest,
	claimsRequest,
	type ExportParams,
	type ExportResult,
	exportRequest,
	type FactDraftParams,
	type FactDraftResult,
	type FactFaultParams,
	type FactFaultResult,
	type FactRowParams,
	type FactRowResult,
	type FactTableItem,
	factDraftRequest,
	factFaultRequest,
	factRowRequest,
	type IgnoreParams,
	type IgnoreResult,
	type InitializationOptions,
	ignoreRequest,
	type RevealTarget,
	type ReviewParams,
	type ReviewResult,
	revealCommand,
	reviewRequest,
} from "../protocol.ts";
import type { PackProblem } from "../references/packs.ts";
import type { Known, RowContent } from "../references/store.ts";
import { htmlReport } from "../review/html.ts";
import { reviewsOf } from "../review/ledger.ts";
import type { View } from "../session.ts";
import { tolerancesOf } from "../settings.ts";
import { Stopped } from "../turns.ts";
import type { Changes } from "./changes.ts";
import type { Colours } from "./colours.ts";
import { cellFault, draftRow } from "./new-facts.ts";
import type { SentMarks } from "./sent-marks.ts";
import { hasLedger } from "./sign-off.ts";
import type { Uses } from "./uses.ts";

/** What requests are answered from. */
export interface Desk {
	/** The newest version of an article, checked; undefined when a document is none. */
	view(uri: string): Promise<View | undefined>;
	/** Resolves when nothing has been typed into a document for a moment, or nobody waits any more. */
	quiet(uri: string, token: CancellationToken): Promise<void>;
	/** Does long work in turns with other requests; rejects with `Stopped` when nobody waits for it any more. */
	inTurns<T>(steps: Steps<T>, token: CancellationToken): Promise<T>;
	problemsOf(uri: string): Promise<readonly PackProblem[]>;
	/** What the packs of all open folders know by a part of its name; at most `limit` of each. */
	search(text: string, kinds: readonly Known["kind"][], limit: number): Promise<readonly Known[]>;
	/** What the row at a line of a pack's file says, the line from 1; undefined when it says nothing or the file is of no pack. */
	row(uri: string, line: number): Promise<RowContent | undefined>;
	review(view: View, params: ReviewParams): Promise<ReviewResult>;
	/** The tables of facts that the packs of an article's folder hold. */
	tables(view: View): Promise<readonly FactTableItem[]>;
	/** A row for the end of one of them. */
	newRow(view: View, params: FactRowParams): Promise<FactRowResult>;
	/** `YYYY-MM-DD`. */
	today(): string;
	log(what: string, error: unknown): void;
	readonly uses: Uses;
	readonly changes: Changes;
	readonly colours: Colours;
	readonly marks: SentMarks;
	/** What the client said of itself. */
	readonly options: () => InitializationOptions;
	/** The editor's language where that is not English. */
	readonly language: () => Language | undefined;
	/** Where the pages about verdicts are, ending in a slash. */
	readonly docs: string | undefined;
}

/**
 * Answers every request about a document, each by one feature. What follows each keystroke (`settled`) waits for a pause in typing; what a
 * person asks for (`at once`) does not. A fault is logged and answered empty.
 */
export function answerRequests(connection: Connection, desk: Desk): void {
	const canPrompt = () => desk.options().prompts === true;
	const { languages } = connection;

	languages.diagnostics.on(
		settled("diagnostics", { kind: "full", items: [] } as DocumentDiagnosticReport, async (view, { previousResultId }, token) =>
			desk.marks.report(view.uri, await desk.inTurns(markArticle(view, desk.docs, desk.language()), token), previousResultId),
		),
	);
	languages.inlayHint.on(settled("inlay hints", [], (view, { range }) => inlayHints(view, range, desk.language())));
	languages.semanticTokens.on(
		settled("colours", { data: [] } as SemanticTokens, async (view, _, token) =>
			desk.colours.full(view.uri, await desk.inTurns(colours(view), token)),
		),
	);
	languages.semanticTokens.onDelta(
		settled("colours", { data: [] } as SemanticTokens | SemanticTokensDelta, async (view, { previousResultId }, token) =>
			desk.colours.since(view.uri, previousResultId, await desk.inTurns(colours(view), token)),
		),
	);
	languages.semanticTokens.onRange(settled("colours", { data: [] }, (view, { range }) => semanticTokensIn(view, range)));
	connection.onDocumentSymbol(settled("outline", [], (view, _, token) => desk.inTurns(outline(view, desk.language()), token)));
	connection.onFoldingRanges(settled("folding", [], (view) => foldingRanges(view)));

	connection.onHover(
		atOnce(
			"hover",
			null,
			async (view, { position }) => {
				const { report, folder, settings } = view;
				const found = await elsewhere(report, claimsAt(view, position), folder.packs.store, tolerancesOf(settings));
				const { marksInHover, opensRows } = desk.options();
				return hover(view, position, {
					marksAreShown: marksInHover === true,
					rowsAreCommands: opensRows === true,
					elsewhere: found,
					language: desk.language(),
				});
			},
			async ({ textDocument: { uri }, position: { line } }) => {
				const content = await desk.row(uri, line + 1);
				return content ? rowHover(content, await desk.uses.of(uri, line + 1), desk.language()) : null;
			},
		),
	);
	connection.onDefinition(atOnce("definition", [], (view, { position }) => definition(view, position)));
	connection.onCompletion(
		atOnce("completion", [], async (view, { position }) => {
			const person = personAsked(view, position);
			if (!person) return figures(view, position, desk.language());
			return people(view, person, await view.folder.packs.store.search(person.name, ["person"], MOST_PEOPLE), desk.language());
		}),
	);
	connection.onWorkspaceSymbol(
		answer("symbols", [], async ({ query }) => workspaceSymbols(await desk.search(query, ["entity", "measure"], MOST_SYMBOLS))),
	);
	connection.onCodeAction(
		atOnce(
			"quick fixes",
			[],
			(view, { range, context }) =>
				codeActions(view, { range, diagnostics: context.diagnostics, canPrompt: canPrompt(), language: desk.language() }),
			async ({ textDocument: { uri }, range }) => packActions(uri, await desk.problemsOf(uri), range, desk.language()),
		),
	);
	connection.onReferences(
		atOnce(
			"references",
			[],
			async (view, { position }) => {
				const row = rowAt(view, position);
				return row ? useLocations(await desk.uses.of(row.file, row.line)) : [];
			},
			async ({ textDocument, position }) => useLocations(await desk.uses.of(textDocument.uri, position.line + 1)),
		),
	);
	connection.onCodeLens(
		atOnce(
			"uses",
			[],
			() => [],
			async ({ textDocument: { uri } }) => codeLenses(uri, await desk.uses.of(uri), canPrompt(), desk.language()),
		),
	);

	connection.onRequest(
		claimsRequest,
		answer("claims", noClaims, async ({ uri, since, from = 0 }: ClaimsParams) => {
			const view = await desk.view(uri);
			if (!view) return noClaims;
			const reviewed = desk.changes.lastReview(view);
			const start = Math.max(0, from);
			const { claims: page, of } = claimsFrom(view, start, PAGE);
			const claims = claimItems(view, since && desk.changes.of(view, since, page), desk.language(), page);
			const signedOff = desk.changes.signOff(view);
			return {
				version: view.version,
				claims,
				...(start + PAGE < of && { next: start + PAGE }),
				...(reviewed && { reviewed: { by: reviewed.by, on: reviewed.on } }),
				...(signedOff && { signedOff: { by: signedOff.by, on: signedOff.on } }),
			};
		}),
	);
	connection.onRequest(
		ignoreRequest,
		answer("ignore", noEdits, async ({ uri, id, reason }: IgnoreParams) => {
			const view = await desk.view(uri);
			const found = view?.report.checked.find(({ claim }) => claim.id === id);
			return view && found ? { edits: ignored(view, found.claim, reason) } : noEdits;
		}),
	);
	connection.onRequest(
		reviewRequest,
		answer("review", {} as ReviewResult, async (params: ReviewParams) => {
			const view = await desk.view(params.uri);
			if (!view || hasLedger(view)) return view ? desk.review(view, params) : {};
			const found = view.report.checked.find(({ claim }) => claim.id === params.id);
			if (!found || !params.signature) return {};
			const { by, reason, evidence } = params.signature;
			const note = evidence ? `${reason} (${evidence})` : reason;
			return { edits: reviewMark(view, found.claim, { by, on: desk.today(), note }) };
		}),
	);
	connection.onRequest(
		caseRequest,
		answer("false alarm", {} as CaseResult, async ({ uri, id, note }: CaseParams) => {
			const view = await desk.view(uri);
			const found = view?.report.checked.find(({ claim }) => claim.id === id);
			if (!view || !found || view.folder.uri === "") return {};
			return { file: { uri: caseOf(view.folder.uri, id), content: caseFile(view, found, note) } };
		}),
	);

	connection.onRequest(
		factDraftRequest,
		answer("fact", { tables: [] } as FactDraftResult, async ({ uri, id }: FactDraftParams) => {
			const view = await desk.view(uri);
			const found = view?.report.checked.find(({ claim }) => claim.id === id);
			return view && found ? { row: draftRow(view, found), tables: await desk.tables(view) } : { tables: [] };
		}),
	);
	connection.onRequest(
		factFaultRequest,
		answer("fact", {} as FactFaultResult, async (params: FactFaultParams) => {
			const fault = cellFault(params, desk.language());
			return fault === undefined ? {} : { fault };
		}),
	);
	connection.onRequest(
		factRowRequest,
		answer("fact", {} as FactRowResult, async (params: FactRowParams) => {
			const view = await desk.view(params.uri);
			return view ? desk.newRow(view, params) : {};
		}),
	);

	connection.onRequest(
		exportRequest,
		answer("export", {} as ExportResult, async ({ uri, inEditor }: ExportParams) => {
			const view = await desk.view(uri);
			if (!view) return {};
			const path = pathBelow(uri, view.folder.uri);
			const article = { path, report: view.report, reviews: reviewsOf(view.folder.reviews, path) };
			const linkTo = (span: Span) => commandUri(revealCommand, { uri, range: rangeOf(view, span) } satisfies RevealTarget);
			const language = desk.language();
			const around = { on: desk.today(), packs: view.folder.packs.store.packs, ...(language && { language }) };
			return { html: htmlReport([article], { ...around, ...(inEditor && { linkTo }) }) };
		}),
	);

	/** A handler for articles that waits for a pause in typing. */
	function settled<P extends OfDocument, R>(
		what: string,
		empty: R,
		work: (view: View, params: P, token: CancellationToken) => R | Promise<R>,
	) {
		return answer(what, empty, async (params: P, token) => {
			await desk.quiet(params.textDocument.uri, token);
			stopIfCancelled(token);
			const view = await desk.view(params.textDocument.uri);
			stopIfCancelled(token);
			return view ? work(view, params, token) : empty;
		});
	}

	/** A handler that answers at once; `other` is for documents that are no articles. */
	function atOnce<P extends OfDocument, R>(
		what: string,
		empty: R,
		work: (view: View, params: P) => R | Promise<R>,
		other: (params: P) => R | Promise<R> = () => empty,
	) {
		return answer(what, empty, async (params: P, token) => {
			const view = await desk.view(params.textDocument.uri);
			stopIfCancelled(token);
			return view ? work(view, params) : other(params);
		});
	}

	/** A handler that never fails: a fault is logged and answered with `empty`, a cancelled request with the error that the protocol has for it. */
	function answer<P, R>(what: string, empty: R, work: (params: P, token: CancellationToken) => Promise<R>) {
		return async (params: P, token: CancellationToken): Promise<R> => {
			try {
				return await work(params, token);
			} catch (error) {
				if (error instanceof Cancelled || error instanceof Stopped) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
				desk.log(what, error);
				return empty;
			}
		};
	}
}

interface OfDocument {
	readonly textDocument: { readonly uri: string };
}

/** Claims in one answer: to write down more takes long enough to be felt at the keys. */
const PAGE = 1000;

const noClaims: ClaimsResult = { version: 0, claims: [] };
const noEdits: IgnoreResult = { edits: [] };

/** A list of people that a reporter can still read; more letters make it shorter. */
const MOST_PEOPLE = 100;

/** Editors show some hundreds at most. */
const MOST_SYMBOLS = 500;

/** Nobody waits for the answer any more. */
class Cancelled extends Error {}

function stopIfCancelled(token: CancellationToken): void {
	if (token.isCancellationRequested) throw new Cancelled();
}
