import * as vscode from "vscode";

/** An earlier state of a file's repository. */
export interface Revision {
	/** What git is asked for. */
	readonly ref: string;
	/** As a person knows it. */
	readonly label: string;
}

/** Lets its user choose a commit that touched a file, or name any revision. Says why where there is none to choose. */
export async function chooseRevision(uri: vscode.Uri): Promise<Revision | undefined> {
	const repository = await repositoryOf(uri);
	if (!repository) {
		void vscode.window.showInformationMessage(vscode.l10n.t("This article is in no git repository that the editor has open."));
		return undefined;
	}
	const commits = await repository.log({ maxEntries: MOST_COMMITS, path: uri.fsPath }).catch(() => []);
	const other = { label: vscode.l10n.t("$(edit) Another revision…"), ref: undefined };
	const items = commits.map(({ hash, message, authorName, authorDate }) => ({
		label: message.split("\n")[0] ?? "",
		description: [hash.slice(0, 7), authorName, authorDate?.toLocaleDateString()].filter(Boolean).join(" · "),
		ref: hash,
	}));
	const title = vscode.l10n.t("Show what changed since…");
	const chosen = await vscode.window.showQuickPick([...items, other], { title, matchOnDescription: true });
	if (!chosen) return undefined;
	if (chosen.ref !== undefined) return { ref: chosen.ref, label: chosen.ref.slice(0, 7) };
	const ref = await vscode.window.showInputBox({
		title,
		prompt: vscode.l10n.t("A commit, a branch or a tag, as git names it."),
		placeHolder: "main~3",
		validateInput: async (value) =>
			(await isKnown(repository, value.trim())) ? undefined : vscode.l10n.t("Git knows no such revision here."),
	});
	return ref === undefined ? undefined : { ref: ref.trim(), label: ref.trim() };
}

/** A file's text at a revision; empty when it was not there yet. Undefined when nobody can say. */
export async function textAt(uri: vscode.Uri, { ref }: Revision): Promise<string | undefined> {
	const repository = await repositoryOf(uri);
	if (!repository || !(await isKnown(repository, ref))) return undefined;
	return repository.show(ref, uri.fsPath).catch(() => "");
}

/** So many commits of an article are a list that can still be read; an older one can be named. */
const MOST_COMMITS = 50;

async function isKnown(repository: Repository, ref: string): Promise<boolean> {
	// What begins with a hyphen would be an option.
	if (ref === "" || ref.startsWith("-")) return false;
	return repository.getCommit(ref).then(
		() => true,
		() => false,
	);
}

/** The repository around a file, through the editor's own git, which asks for trust and knows where git is. */
async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
	try {
		const git = await vscode.extensions.getExtension<GitExtension>("vscode.git")?.activate();
		const api = git?.enabled ? git.getAPI(1) : undefined;
		return api?.getRepository(uri) ?? (await api?.openRepository?.(vscode.Uri.joinPath(uri, ".."))) ?? undefined;
	} catch {
		return undefined; // git is switched off, or not there
	}
}

// What is used of the interface of VS Code's git extension, which publishes its types as a file to copy (extensions/git/src/api/git.d.ts).

interface GitExtension {
	readonly enabled: boolean;
	getAPI(version: 1): {
		getRepository(uri: vscode.Uri): Repository | null;
		openRepository?(root: vscode.Uri): Promise<Repository | null>;
	};
}

interface Repository {
	log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
	getCommit(ref: string): Promise<Commit>;
	show(ref: string, path: string): Promise<string>;
}

interface Commit {
	readonly hash: string;
	readonly message: string;
	readonly authorName?: string;
	readonly authorDate?: Date;
}
