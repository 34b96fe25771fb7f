import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
	type CheckedParams,
	type ClaimItem,
	type ClaimsParams,
	type ClaimsResult,
	type ReviewTarget,
	type Since,
	signOffCommand,
	type VerdictCode,
	verdictOrder,
} from "../../server/protocol.ts";
import { isArticle } from "../articles.ts";
import { everyClaim } from "../caret.ts";
import { chooseRevision, type Revision, textAt } from "./git.ts";

/** A verdict's heading with its claims, or a claim. */
type Node =
	| { readonly kind: "group"; readonly verdict: VerdictCode; readonly claims: readonly ClaimItem[] }
	| { readonly kind: "claim"; readonly claim: ClaimItem };

/** The claims of the article in front, in the side bar: by verdict or in order, all of them, findings alone or what has changed since the last review or a commit. */
export class ClaimsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
	readonly #client: BaseLanguageClient;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #view: vscode.TreeView<Node>;
	readonly #disposables: vscode.Disposable[];
	#uri: vscode.Uri | undefined;
	#claims: readonly ClaimItem[] = [];
	#result: Pick<ClaimsResult, "reviewed" | "signedOff"> = {};
	/** The commit that the claims are held against; the last review when there is none. */
	#since: Revision | undefined;
	#asked = 0;
	#inOrder = false;
	#findingsOnly = false;
	#changedOnly = false;

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(client: BaseLanguageClient) {
		this.#client = client;
		this.#view = vscode.window.createTreeView("plumbline.claims", { treeDataProvider: this, showCollapseAll: true });
		const command = (name: string, run: (...words: never[]) => unknown) => vscode.commands.registerCommand(name, run);
		this.#disposables = [
			this.#view,
			this.#changed,
			vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
			vscode.window.tabGroups.onDidChangeTabs(({ closed }) => this.#leave(closed)),
			command("plumbline.claimsInOrder", () => this.#arrange({ inOrder: true })),
			command("plumbline.claimsByVerdict", () => this.#arrange({ inOrder: false })),
			command("plumbline.findingsOnly", () => this.#arrange({ findingsOnly: true })),
			command("plumbline.changedOnly", () => this.#changedSince(undefined)),
			command("plumbline.changedSinceCommit", (revision?: Revision) => this.#chooseSince(revision)),
			command("plumbline.allClaims", () => this.#arrange({ findingsOnly: false, changedOnly: false })),
			command("plumbline.signOffInView", (node: Node) => this.#pass(signOffCommand, node)),
			command("plumbline.withdrawInView", (node: Node) => this.#pass("plumbline.withdraw", node)),
			command("plumbline.showClaim", (claim: ClaimItem) => this.#show(claim)),
		];
		this.#arrange({});
	}

	/** An article has been checked: its claims are asked for when it is the one shown, or when it is in front and none is shown yet. */
	update({ uri }: CheckedParams): void {
		const shown = this.#uri ?? vscode.window.activeTextEditor?.document.uri;
		if (shown?.toString() === vscode.Uri.parse(uri).toString()) void this.#load(shown);
	}

	getChildren(node?: Node): Node[] {
		const claims = this.#claims.filter(
			({ verdict, changed }) => (!this.#findingsOnly || isFinding(verdict)) && (!this.#changedOnly || changed === true),
		);
		if (node) return node.kind === "group" ? node.claims.map((claim) => ({ kind: "claim", claim })) : [];
		if (this.#inOrder) return claims.map((claim) => ({ kind: "claim", claim }));
		return verdictOrder.flatMap((verdict) => {
			const own = claims.filter((claim) => claim.verdict === verdict);
			return own.length > 0 ? [{ kind: "group" as const, verdict, claims: own }] : [];
		});
	}

	getTreeItem(node: Node): vscode.TreeItem {
		return node.kind === "group" ? groupItem(node.verdict, node.claims.length) : claimItem(node.claim);
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}

	/** The view keeps showing its article while its user is elsewhere, in the settings or in a pack. */
	#follow(): void {
		const document = vscode.window.activeTextEditor?.document;
		if (document && isArticle(document)) void this.#load(document.uri);
	}

	/** An article that is open in no tab any more is shown no longer. */
	#leave(closed: readonly vscode.Tab[]): void {
		const isShown = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.toString() === this.#uri?.toString();
		if (!closed.some(isShown) || vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isShown))) return;
		const left = this.#uri;
		this.#uri = undefined;
		this.#asked++;
		this.#claims = [];
		this.#result = {};
		this.#view.message = "";
		this.#view.badge = undefined;
		this.#changed.fire();
		// The editor that is closing may still be said to be in front.
		if (vscode.window.activeTextEditor?.document.uri.toString() !== left?.toString()) this.#follow();
	}

	async #load(uri: vscode.Uri): Promise<void> {
		this.#uri = uri;
		const asked = ++this.#asked;
		const text = this.#since && (await textAt(uri, this.#since));
		const since: Since = text === undefined ? { kind: "review" } : { kind: "text", text };
		const params: ClaimsParams = { uri: this.#client.code2ProtocolConverter.asUri(uri), since };
		// A later question has the newer answer; a checker that has just ended says when the next one has checked.
		const answer = await everyClaim(this.#client, params, () => asked === this.#asked).catch(() => undefined);
		if (!answer) return;
		const { claims, ...result } = answer;
		// An article of another repository may not know the commit.
		if (text === undefined) this.#since = undefined;
		this.#claims = claims;
		this.#result = result;
		this.#view.message = this.#message();
		const findings = claims.filter(({ verdict }) => isFinding(verdict)).length;
		this.#view.badge = findings > 0 ? { value: findings, tooltip: vscode.l10n.t("{0} to correct", findings) } : undefined;
		this.#changed.fire();
	}

	/** How far the article is, above its claims. */
	#message(): string {
		const all = this.#claims.length;
		if (all === 0) return vscode.l10n.t("No claims in this article.");
		const changed = this.#claims.filter((claim) => claim.changed).length;
		const { reviewed, signedOff } = this.#result;
		if (!this.#changedOnly) {
			const open = this.#claims.filter(({ verdict }) => verdict === "unreferenced").length;
			const progress = vscode.l10n.t("{0} of {1} checked", all - open, all);
			if (!signedOff) return progress;
			const { by, on } = signedOff;
			return changed === 0
				? vscode.l10n.t("{0}; signed off by {1}, {2}", progress, by, on)
				: vscode.l10n.t("{0}; {1} changed since {2} signed it off, {3}", progress, changed, by, on);
		}
		if (this.#since) return vscode.l10n.t("{0} of {1} changed since {2}", changed, all, this.#since.label);
		if (!reviewed) return vscode.l10n.t("Never reviewed: {0} of {1} are new", changed, all);
		const { by, on } = reviewed;
		return vscode.l10n.t("{0} of {1} changed since the last review ({2}, {3})", changed, all, by, on);
	}

	/** Asks for a commit, unless one is given, and shows what has changed since. */
	async #chooseSince(given: Revision | undefined): Promise<void> {
		const uri = this.#uri ?? vscode.window.activeTextEditor?.document.uri;
		const revision = given ?? (uri && (await chooseRevision(uri)));
		if (revision) await this.#changedSince(revision);
	}

	async #changedSince(revision: Revision | undefined): Promise<void> {
		const isOther = revision?.ref !== this.#since?.ref;
		this.#since = revision;
		this.#changedOnly = true;
		if (isOther && this.#uri) await this.#load(this.#uri);
		this.#arrange({ changedOnly: this.#changedOnly });
	}

	#arrange(wanted: { readonly inOrder?: boolean; readonly findingsOnly?: boolean; readonly changedOnly?: boolean }): void {
		this.#inOrder = wanted.inOrder ?? this.#inOrder;
		this.#findingsOnly = wanted.findingsOnly ?? this.#findingsOnly;
		this.#changedOnly = wanted.changedOnly ?? this.#changedOnly;
		// Before the first answer the view is its words of welcome.
		if (this.#asked > 0) this.#view.message = this.#message();
		// Without the filter the count above the claims is that since the last sign-off.
		if (!this.#changedOnly && this.#since) {
			this.#since = undefined;
			if (this.#uri) void this.#load(this.#uri);
		}
		void vscode.commands.executeCommand("setContext", "plumbline.inOrder", this.#inOrder);
		void vscode.commands.executeCommand("setContext", "plumbline.findingsOnly", this.#findingsOnly);
		void vscode.commands.executeCommand("setContext", "plumbline.changedOnly", this.#changedOnly);
		this.#changed.fire();
	}

	/** Runs a command on the claim of a line. */
	#pass(command: string, node: Node): Thenable<unknown> | undefined {
		if (node.kind !== "claim" || !this.#uri) return undefined;
		const target: ReviewTarget = { uri: this.#client.code2ProtocolConverter.asUri(this.#uri), id: node.claim.id, text: node.claim.text };
		return vscode.commands.executeCommand(command, target);
	}

	async #show({ range: { start, end } }: ClaimItem): Promise<void> {
		if (!this.#uri) return;
		const selection = new vscode.Range(start.line, start.character, end.line, end.character);
		await vscode.window.showTextDocument(this.#uri, { selection, preserveFocus: true });
	}
}

/** Whether a verdict asks for a correction. */
export function isFinding(verdict: VerdictCode): boolean {
	return verdict !== "supported" && verdict !== "reviewed" && verdict !== "unreferenced";
}

function groupItem(verdict: VerdictCode, count: number): vscode.TreeItem {
	const item = new vscode.TreeItem(
		verdictLabel(verdict),
		isFinding(verdict) ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
	);
	item.id = verdict;
	item.description = String(count);
	item.iconPath = icon(verdict);
	const label =
		count === 1 ? vscode.l10n.t("{0}, 1 claim", item.label as string) : vscode.l10n.t("{0}, {1} claims", item.label as string, count);
	item.accessibilityInformation = { label };
	return item;
}

function claimItem(claim: ClaimItem): vscode.TreeItem {
	const words = claim.text.replace(/\s+/g, " ");
	const item = new vscode.TreeItem(words);
	item.id = claim.id;
	item.description = claim.message;
	item.tooltip = `${words}\n${claim.message}`;
	item.iconPath = icon(claim.verdict);
	item.accessibilityInformation = { label: `${words}, ${verdictLabel(claim.verdict)}. ${claim.message}` };
	item.contextValue = claim.signedOff ? "signedOff" : claim.verdict;
	item.command = { command: "plumbline.showClaim", title: vscode.l10n.t("Show"), arguments: [claim] };
	return item;
}

/** A verdict as the list names it. */
export function verdictLabel(verdict: VerdictCode): string {
	switch (verdict) {
		case "contradicted":
			return vscode.l10n.t("Contradicted");
		case "inconsistent":
			return vscode.l10n.t("Inconsistent");
		case "outdated":
			return vscode.l10n.t("Outdated");
		case "imprecise":
			return vscode.l10n.t("Imprecise");
		case "disputed":
			return vscode.l10n.t("Disputed");
		case "unreferenced":
			return vscode.l10n.t("Unreferenced");
		case "supported":
			return vscode.l10n.t("Supported");
		case "reviewed":
			return vscode.l10n.t("Reviewed");
	}
}

/** A shape of its own for each degree, so that colour is never alone. */
function icon(verdict: VerdictCode): vscode.ThemeIcon {
	switch (verdict) {
		case "contradicted":
		case "inconsistent":
			return new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
		case "outdated":
		case "imprecise":
		case "disputed":
			return new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
		case "unreferenced":
			return new vscode.ThemeIcon("circle-outline");
		case "supported":
			return new vscode.ThemeIcon("check");
		case "reviewed":
			return new vscode.ThemeIcon("verified");
	}
}
