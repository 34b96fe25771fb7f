import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
	type CaseParams,
	type CaseResult,
	caseRequest,
	type ReviewParams,
	type ReviewResult,
	type ReviewTarget,
	reviewRequest,
	wholeArticle,
} from "../../server/protocol.ts";
import { claimsOf } from "../caret.ts";
import { applyEdits, tellWritten } from "../edits.ts";
import { isOnlyRead, writeFile } from "../files.ts";
import { isFinding } from "./claims-view.ts";

/** Asks how a claim was checked and by whom, and writes that into the ledger. Whoever calls the command with a signature is asked nothing. */
export async function signOff(client: BaseLanguageClient, target: ReviewTarget, given?: ReviewParams["signature"]): Promise<void> {
	if (isOnlyRead(client.protocol2CodeConverter.asUri(target.uri))) return;
	const title = vscode.l10n.t("Sign off “{0}”", target.text.replace(/\s+/g, " "));
	const question = vscode.l10n.t("How do you know? It stands in the ledger beside your name.");
	const signature = given ?? (await askForSignature(title, question));
	if (signature) await write(client, { uri: target.uri, id: target.id, signature });
}

/**
 * Asks by whom and how an article was read, and writes into the ledger that all of its claims have been looked at as they are. What no reference speaks of counts
 * as reviewed from then on; what a reference denies stays marked. Without a target it is the article in front.
 */
export async function signOffArticle(client: BaseLanguageClient, target?: ReviewTarget, given?: ReviewParams["signature"]): Promise<void> {
	const uri = target?.uri ?? articleInFront(client);
	if (uri === undefined || isOnlyRead(client.protocol2CodeConverter.asUri(uri))) return;
	const findings = (await claimsOf(client, uri)).filter(({ verdict }) => isFinding(verdict)).length;
	const question =
		findings === 0
			? vscode.l10n.t("How was it read? It stands in the ledger beside your name.")
			: vscode.l10n.t("{0} to correct stay marked: sign them off one by one, or correct them. How was the article read?", findings);
	const signature = given ?? (await askForSignature(vscode.l10n.t("Sign off the whole article"), question));
	if (signature) await write(client, { uri, id: wholeArticle, signature });
}

/** Takes back that the article in front was signed off. The sign-offs of its claims stay. */
export async function withdrawArticle(client: BaseLanguageClient): Promise<void> {
	const uri = articleInFront(client);
	if (uri !== undefined) await write(client, { uri, id: wholeArticle });
}

function articleInFront(client: BaseLanguageClient): string | undefined {
	const document = vscode.window.activeTextEditor?.document;
	if (!document) void vscode.window.showInformationMessage(vscode.l10n.t("Open an article first."));
	return document && client.code2ProtocolConverter.asUri(document.uri);
}

async function askForSignature(title: string, question: string): Promise<ReviewParams["signature"]> {
	const by = await reviewer();
	if (by === undefined) return undefined;
	const reason = await vscode.window.showInputBox({
		title,
		prompt: question,
		validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Say how you know.") : undefined),
	});
	if (reason === undefined) return undefined;
	const evidence = await vscode.window.showInputBox({
		title,
		prompt: vscode.l10n.t("Where can it be looked up again? An address, a document, a call. May be left empty."),
	});
	return evidence === undefined ? undefined : { by, reason, ...(evidence && { evidence }) };
}

/** Takes a sign-off back: the claim is open again. */
export async function withdraw(client: BaseLanguageClient, target: ReviewTarget): Promise<void> {
	await write(client, { uri: target.uri, id: target.id });
}

/** Asks what is wrong with a mark and writes all that is needed to look into it to a file in the folder. Whoever calls the command with a note is asked nothing. */
export async function falseAlarm(client: BaseLanguageClient, { uri, id, text }: ReviewTarget, given?: string): Promise<void> {
	if (isOnlyRead(client.protocol2CodeConverter.asUri(uri))) return;
	const note =
		given ??
		(await vscode.window.showInputBox({
			title: vscode.l10n.t("Report “{0}” as a false alarm", text),
			prompt: vscode.l10n.t(
				"What is wrong with the mark? A file in .plumbline/cases holds the sentence, the rows and your words. Nothing is sent.",
			),
			validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Say what is wrong with it.") : undefined),
		}));
	if (note === undefined) return;
	const params: CaseParams = { uri, id, note };
	const { file } = await client.sendRequest<CaseResult>(caseRequest, params);
	if (!file) {
		void vscode.window.showInformationMessage(vscode.l10n.t("This claim has changed meanwhile, or the article is in no folder."));
		return;
	}
	const place = client.protocol2CodeConverter.asUri(file.uri);
	let outcome = await writeFile(place, file.content);
	while (outcome === "again") outcome = await writeFile(place, file.content);
	if (outcome === "written") await vscode.window.showTextDocument(place, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

async function write(client: BaseLanguageClient, params: ReviewParams): Promise<void> {
	const { ledger, edits, unreadable } = await client.sendRequest<ReviewResult>(reviewRequest, { ...params, write: true });
	if (unreadable) {
		const place = client.protocol2CodeConverter.asUri(unreadable.uri);
		void vscode.window.showErrorMessage(
			vscode.l10n.t("{0} {1}. Nothing was written: mend the ledger and sign off again.", place.fsPath, unreadable.reason),
		);
		return;
	}
	if (edits) {
		await applyEdits(client, params.uri, edits);
		return;
	}
	if (!ledger) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t("This claim has changed meanwhile, or the article is in no folder: the ledger is as it was."),
		);
		return;
	}
	// In a browser and in virtual workspaces only the editor can write.
	const outcome = ledger.written ? "written" : await writeFile(client.protocol2CodeConverter.asUri(ledger.uri), ledger.content);
	// Somebody else may have written meanwhile.
	if (outcome === "again") await write(client, params);
	if (outcome === "written") await tellWritten(client, ledger.uri);
}

/** The name to sign with, asked for once. */
export async function reviewer(): Promise<string | undefined> {
	const settings = vscode.workspace.getConfiguration("plumbline");
	const known = settings.get<string>("reviewer", "");
	if (known !== "") return known;
	const prompt = vscode.l10n.t("It stands beside the claims that you sign off.");
	const name = await vscode.window.showInputBox({ title: vscode.l10n.t("Your name"), prompt });
	if (!name?.trim()) return undefined;
	await settings.update("reviewer", name.trim(), vscode.ConfigurationTarget.Global);
	return name.trim();
}
