import { parentPort } from "node:worker_threads";
import { checkSync } from "recheck";

// One pattern a message in, its verdict out.
parentPort?.on("message", ({ source, flags }: { source: string; flags: string }) => {
	const diagnostics = checkSync(source, flags, { timeout: 20_000 });
	const attack = diagnostics.status === "vulnerable" ? diagnostics.attack.pattern : "";
	parentPort?.postMessage({ status: diagnostics.status, summary: diagnostics.complexity?.summary ?? "", attack });
});
