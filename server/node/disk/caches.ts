import { homedir } from "node:os";
import path from "node:path";

/**
 * Where this machine keeps what can be made anew, by the XDG Base Directory Specification, Apple's and Microsoft's guides: indexes of packs and compiled
 * code. The folder may not be there yet.
 */
export function cacheFolder(of: "packs" | "code"): string {
	const { env, platform } = process;
	const caches =
		platform === "win32"
			? (env.LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"))
			: platform === "darwin"
				? path.join(homedir(), "Library", "Caches")
				: env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
	return path.join(caches, "plumbline", of);
}
