import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
	addFactCommand,
	addPackCommand,
	describeTableCommand,
	falseAlarmCommand,
	type IgnoreParams,
	type IgnoreResult,
	type IgnoreTarget,
	ignoreCommand,
	ignoreRequest,
	type NewFact,
	openRowCommand,
	type RevealTarget,
	type ReviewParams,
	type ReviewTarget,
	revealCommand,
	type ShowUsesTarget,
	showUsesCommand,
	signOffCommand,
} from "../server/protocol.ts";
import { claimAtCaret } from "./caret.ts";
import { applyEdits, rangeOf, show } from "./edits.ts";
import { setDatabasePassword } from "./packs/databases.ts";
import { addFact } from "./packs/facts.ts";
import { addPack } from "./packs/packs.ts";
import { describeTable } from "./packs/tables.ts";
import { Reports } from "./review/report.ts";
import { falseAlarm, signOff, signOffArticle, withdraw, withdrawArticle } from "./review/review.ts";
import { Walk } from "./review/walk.ts";

/** Every command of the extension. Their titles are in the manifest. */
export function registerCommands(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const reports = new Reports(context, client);
	const walk = new Walk(client);
	context.subscriptions.push(reports, walk);
	const at = (target: ReviewTarget | undefined, run: (target: ReviewTarget) => unknown) => onClaim(client, target, run);
	const commands: Readonly<Record<string, (...words: never[]) => unknown>> = {
		"plumbline.nextFinding": () => walk.go(1, true),
		"plumbline.previousFinding": () => walk.go(-1, true),
		"plumbline.nextClaim": () => walk.go(1, false),
		"plumbline.previousClaim": () => walk.go(-1, false),
		[addPackCommand]: () => addPack(),
		[describeTableCommand]: (table?: vscode.Uri) => describeTable(client, table),
		"plumbline.setDatabasePassword": () => setDatabasePassword(context, client),
		"plumbline.choosePacks": () => vscode.commands.executeCommand("workbench.action.openWorkspaceSettings", "plumbline.packs"),
		[addFactCommand]: (target?: ReviewTarget, given?: NewFact) => at(target, (claim) => addFact(client, claim, given)),
		[ignoreCommand]: (target?: IgnoreTarget) => at(target, (claim) => ignore(client, claim)),
		[showUsesCommand]: (target: ShowUsesTarget) => showUses(client, target),
		[signOffCommand]: (target?: ReviewTarget, signature?: ReviewParams["signature"]) =>
			at(target, (claim) => signOff(client, claim, signature)),
		[falseAlarmCommand]: (target?: ReviewTarget, note?: string) => at(target, (claim) => falseAlarm(client, claim, note)),
		"plumbline.withdraw": (target?: ReviewTarget) => at(target, (claim) => withdraw(client, claim)),
		"plumbline.signOffArticle": (target?: ReviewTarget, signature?: ReviewParams["signature"]) => signOffArticle(client, target, signature),
		"plumbline.withdrawArticle": () => withdrawArticle(client),
		"plumbline.openReport": () => reports.open(),
		"plumbline.openReportInBrowser": () => reports.openInBrowser(),
		"plumbline.exportReport": () => reports.save(),
		[revealCommand]: (target: RevealTarget) => reports.reveal(target),
		[openRowCommand]: (target: RevealTarget) => show(client, target),
		"plumbline.restart": () => restart(client),
		"plumbline.showLog": () => client.outputChannel.show(),
	};
	for (const [name, run] of Object.entries(commands)) context.subscriptions.push(vscode.commands.registerCommand(name, run));
}

/** Ends the server and starts another one. */
export async function restart(client: BaseLanguageClient): Promise<void> {
	await client.stop();
	await client.start();
}

/** Runs a command on the claim that a menu names, else on the one at the caret. */
async function onClaim(
	client: BaseLanguageClient,
	target: ReviewTarget | undefined,
	run: (target: ReviewTarget) => unknown,
): Promise<void> {
	const claim = target ?? (await claimAtCaret(client));
	if (claim) await run(claim);
}

/** Asks for a reason and takes a claim out of checking. */
async function ignore(client: BaseLanguageClient, target: IgnoreTarget): Promise<void> {
	const reason = await vscode.window.showInputBox({
		title: vscode.l10n.t("Do not check “{0}”", target.text),
		prompt: vscode.l10n.t("Why not? The reason is written into the article, where only its editors see it."),
		validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("A reason helps whoever reads the article next.") : undefined),
	});
	if (reason === undefined) return;
	const params: IgnoreParams = { uri: target.uri, id: target.id, reason };
	const { edits } = await client.sendRequest<IgnoreResult>(ignoreRequest, params);
	await applyEdits(client, target.uri, edits);
}

/** Shows the claims that rest on a row of a pack, in the editor's own list of references. */
async function showUses(client: BaseLanguageClient, { uri, position, locations }: ShowUsesTarget): Promise<void> {
	const { asUri } = client.protocol2CodeConverter;
	const places = locations.map(({ uri: article, range }) => new vscode.Location(asUri(article), rangeOf(range)));
	await vscode.commands.executeCommand(
		"editor.action.showReferences",
		asUri(uri),
		new vscode.Position(position.line, position.character),
		places,
	);
}
