import { URI, Utils } from "vscode-uri";
import { type Phrase, phrase } from "../../language/phrase.ts";

/** Why a resource's path may not be read, as a phrase that can follow it; undefined when it stays inside the pack. */
export function pathFault(path: string): Phrase | undefined {
	if (/^[a-z][a-z\d+.-]{1,20}:\/\//i.test(path))
		return phrase("is an address, and nothing is fetched while checking; download the file into the pack's folder and name that");
	if (/^[a-z]:/i.test(path)) return phrase("is an absolute Windows path; name the file relative to the pack's folder");
	if (path.includes("\\")) return phrase("has a backslash; part folders with /");
	if (path.startsWith("/") || path.startsWith("~")) return phrase("is an absolute path; name the file relative to the pack's folder");
	if (path.split("/").some((part) => part === "..")) return phrase("leaves the pack's folder; move the file into the pack");
	if (path.includes("\0")) return phrase("has a character that no file name has");
	return path.trim() === "" ? phrase("is empty; name the file") : undefined;
}

/** The URI of a file below a folder. */
export function below(folder: string, path: string): string {
	return Utils.joinPath(URI.parse(folder), ...path.split("/").filter((part) => part !== "" && part !== ".")).toString();
}

/** The last part of a URI's path, readable. */
export function baseName(uri: string): string {
	return Utils.basename(URI.parse(uri));
}

/** The folder of a URI. */
export function folderOf(uri: string): string {
	return Utils.dirname(URI.parse(uri)).toString();
}

/** A place as people write it: a path on a disk, else its URI. */
export function readable(uri: string): string {
	const parsed = URI.parse(uri);
	return parsed.scheme === "file" ? parsed.fsPath : decodeURIComponent(uri);
}
