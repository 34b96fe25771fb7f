import { closeSync, fsyncSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file so that whoever reads it, and whoever finds it after a crash, has either what it held before or all of `text`. A link is followed, and
 * permissions stay. Throws what the file system says; the file is then as it was.
 */
export function writeWhole(file: string, text: string): void {
	const target = realTarget(file);
	if (isDevice(target)) {
		writeFileSync(target, text);
		return;
	}
	const fresh = freshOf(target);
	clearLeftovers(target);
	try {
		writeFileSync(fresh, text, { mode: statSync(target, { throwIfNoEntry: false })?.mode ?? 0o666 });
		putInPlace(fresh, target);
	} catch (error) {
		rmSync(fresh, { force: true });
		throw error;
	}
}

/**
 * Takes away what processes that were killed have left of a file: what they had begun to write under the names that `freshOf` gives. What has been written
 * to within the last minute stays, since a process of another machine may be at it.
 */
export function clearLeftovers(file: string): void {
	const folder = path.dirname(path.resolve(file));
	const begins = `${path.basename(file)}.`;
	try {
		for (const name of readdirSync(folder)) {
			if (!name.startsWith(begins)) continue;
			const [, pid] = LEFT.exec(name.slice(begins.length)) ?? [];
			const left = path.join(folder, name);
			if (pid !== undefined && !isRunning(Number(pid)) && Date.now() - statSync(left).mtimeMs > MINUTE)
				rmSync(left, { recursive: true, force: true });
		}
	} catch {
		// It is in nobody's way.
	}
}

const LEFT = /^(\d{1,10})(?:\.[\da-f]{8})?\.new$/;
const MINUTE = 60_000;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

/** The name under which this process writes a file until it is whole: in the same folder, since only there can it take the place of an older one at once. */
export function freshOf(file: string): string {
	return `${file}.${process.pid}.new`;
}

/** Lets a file that has been written whole take the place of another. It is on the disk before its name is, so that no crash leaves an empty file. */
export function putInPlace(fresh: string, file: string): void {
	const handle = openSync(fresh, "r+"); // Windows flushes nothing that was opened for reading alone.
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(fresh, file);
}

/** Whether a device or a pipe is there, such as `/dev/null`: it is written to and never replaced. */
export function isDevice(file: string): boolean {
	const stat = statSync(file, { throwIfNoEntry: false });
	return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

/** The file that a path leads to, links followed. */
export function realTarget(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return file; // not there yet
	}
}
