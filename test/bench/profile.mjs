// Says in which rooms of the code the time goes: node test/bench/profile.mjs ARTICLE PACK SECONDS full|keystroke
// Runs the sources as they are, so that a function's file is known. Prints {"rooms": {room: share}, "functions": [[name, share]…]}.
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { randomOf } from "./articles.ts";
import { plumbline } from "./plumbline.ts";
import { Typist } from "./typist.ts";

const [file, pack, seconds, what] = process.argv.slice(2);
const root = new URL("../../", import.meta.url).href;
const check = await plumbline(pack, { keep: what === "keystroke" });
const typist = new Typist(readFileSync(file, "utf8"), "x", randomOf(3));
if (what === "keystroke") await check(typist.text);
const next = () => {
	const key = typist.type();
	return check(what === "keystroke" ? key : typist.text);
};
const until = async (end) => {
	do await next();
	while (performance.now() < end);
};
await until(performance.now() + (Number(seconds) * 1000) / 2);
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 500 });
await session.post("Profiler.start");
await until(performance.now() + Number(seconds) * 1000);
const { profile } = await session.post("Profiler.stop");

const own = new Map(profile.nodes.map(({ id }) => [id, 0]));
profile.samples.forEach((id, i) => {
	own.set(id, own.get(id) + profile.timeDeltas[i]);
});
/** The room of a file: two folders deep, as docs/architecture.md has them. */
function roomOf({ url, functionName }) {
	if (functionName === "(garbage collector)") return "garbage collection";
	if (!url.startsWith(root)) return "Node";
	const parts = url.slice(root.length).split("/");
	if (parts[0] === "node_modules") return parts[1].startsWith("@") ? `${parts[1]}/${parts[2]}` : parts[1];
	return parts.length > 3 ? parts.slice(0, 3).join("/") : parts.slice(0, -1).join("/");
}
const rooms = {};
const functions = {};
let total = 0;
for (const { id, callFrame } of profile.nodes) {
	const time = own.get(id);
	if (callFrame.functionName === "(idle)" || time === 0) continue;
	total += time;
	const room = roomOf(callFrame);
	rooms[room] = (rooms[room] ?? 0) + time;
	const name = callFrame.url.startsWith(root)
		? `${callFrame.functionName || "(anonymous)"} ${callFrame.url.slice(root.length)}:${callFrame.lineNumber + 1}`
		: callFrame.functionName;
	functions[name] = (functions[name] ?? 0) + time;
}
const shares = (of, most) =>
	Object.entries(of)
		.sort(([, a], [, b]) => b - a)
		.slice(0, most)
		.map(([name, time]) => [name, time / total]);
console.log(JSON.stringify({ rooms: Object.fromEntries(shares(rooms, 100)), functions: shares(functions, 15) }));
process.exit(0);
