import { EXAMPLE, type Measured } from "../parts/checkers.ts";
import { type Guard, TOLERATED } from "../parts/guard.ts";
import type { Many } from "../parts/many.ts";
import type { Measurement } from "../parts/part.ts";
import type { Profile, Shares } from "../parts/profile.ts";
import { goalsOf, type Results } from "./goals.ts";
import { machineWords } from "./machine.ts";

/** The parts that have been measured, by name. */
export type Measurements = {
	readonly [K in keyof Required<Results>]?: Measurement<Required<Results>[K]>;
} & {
	readonly many?: Measurement<Many>;
	readonly guard?: Measurement<Guard>;
	readonly profile?: Measurement<Profile>;
};

const ms = (value: number | undefined) =>
	value === undefined ? "–" : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
const ratio = (value: number, of: number | undefined) =>
	of === undefined || of === value ? "" : `${value / of < 10 ? (value / of).toFixed(1) : Math.round(value / of)}×`;

/** docs/performance.md, made of what has been measured. `most` is how many facts the largest pack has. */
export function pageOf(all: Measurements, most: number): string {
	const sections = [
		INTRODUCTION,
		goals(all, most),
		checkers(all.checkers),
		editing(all.editing),
		start(all.start),
		facts(all.facts),
		many(all.many),
		profile(all.profile),
		guard(all.guard),
	];
	return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

const INTRODUCTION = `# Performance

Written by \`npm run bench\`. Times are milliseconds unless it says otherwise. Each checker runs in a process of its own, one after the other on one machine, on
generated articles with a figure in about twelve words. They do different work: cSpell looks words up, markdownlint reads markup, write-good, textlint
(with its write-good rule) and Harper judge style; Plumbline finds claims, asks its packs and judges. _First result_ counts loading the code and opening the
packs. _Full_ begins with nothing known of the article. _Keystroke_ follows one letter typed somewhere in it; it is always another text, so that nothing is
answered from memory. Plumbline is told of the letter as an editor tells a server, and puts it into its own copy of the text within the time that is
measured; the others are given the whole text, made before. × is how many times as long as Plumbline with the example pack.

A part can be run again by itself: \`npm run bench -- editing\`. There are \`checkers\`, \`editing\`, \`start\`, \`facts\`, \`many\`, \`profile\` and \`guard\`.`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** A heading, a table and the machine that it was measured on. */
function section(title: string, words: string, measured: Measurement<unknown>, ...parts: readonly string[]): string {
	const note = measured.quick ? " A quick run, not to be relied on." : "";
	return [`## ${title}`, words, ...parts, `_${machineWords(measured.machine)}${note}_`].filter((part) => part !== "").join("\n\n");
}

function goals(all: Measurements, most: number): string {
	const results = Object.fromEntries(
		(["checkers", "editing", "start", "facts"] as const).flatMap((name) => (all[name] ? [[name, all[name].result]] : [])),
	) as Results;
	const list = goalsOf(results, most);
	const met = list.filter((goal) => goal.met).length;
	const rows = list.map((goal) => [goal.name, goal.goal, goal.measured, goal.met ? "met" : "**not met**"]);
	return `## Goals\n\n${met} of ${list.length} are met.\n\n${table(["", "goal", "measured", ""], rows)}`;
}

function checkers(measured: Measurements["checkers"]): string {
	if (!measured) return "";
	const sizes = Object.entries(measured.result);
	const tables = sizes.flatMap(([size, row]) => {
		const own = row[EXAMPLE];
		const peers = Object.entries(row).filter(([name]) => !name.startsWith("Plumbline"));
		const rows = Object.entries(row).map(([name, one]) => [
			name,
			ms(one.cold),
			ms(one.full),
			ratio(one.full, own?.full),
			ms(one.p50),
			ratio(one.p50, own?.p50),
			ms(one.p95),
			ms(one.max),
			String(Math.round(one.memory)),
		]);
		const best = (key: "full" | "p50") => peers.toSorted(([, a], [, b]) => a[key] - b[key])[0];
		const beside = (what: string, key: "full" | "p50") => {
			const [name, one] = best(key) ?? [];
			if (!one || !own) return "";
			const faster = one[key] / own[key];
			const compared = faster >= 1 ? `${faster.toFixed(1)} times as fast as` : `${(1 / faster).toFixed(1)} times as slow as`;
			return `${what}, Plumbline is ${compared} the fastest peer, ${name}.`;
		};
		return [
			`### An article of ${size}`,
			table(["", "first result", "full", "", "keystroke p50", "", "p95", "max", "memory, MB"], rows),
			`${beside("In a full check", "full")} ${beside("After a keystroke", "p50")}`,
		];
	});
	const names = [...new Set(sizes.flatMap(([, row]) => Object.keys(row)))];
	const growth = (name: string, key: keyof Measured) => {
		const measuredOf = sizes.flatMap(([, row]) => (row[name] ? [row[name][key]] : []));
		return measuredOf
			.slice(1)
			.map((value, i) => `${(value / (measuredOf[i] as number)).toFixed(1)}×`)
			.join(", ");
	};
	const steps = sizes.map(([size]) => size).join(" → ");
	const grown = table(
		["", "full", "keystroke p50", "memory"],
		[...names.map((name) => [name, growth(name, "full"), growth(name, "p50"), growth(name, "memory")])],
	);
	return section("Beside other checkers", "", measured, ...tables, `### Growth, ${steps}`, "How many times as much for each step.", grown);
}

function editing(measured: Measurements["editing"]): string {
	if (!measured) return "";
	const rows = Object.entries(measured.result).flatMap(([name, row]) =>
		Object.entries(row).map(([size, one]) => [
			`${name}, ${size}`,
			ms(one.p50),
			ms(one.p95),
			ms(one.max),
			String(Math.round(one.memory)),
			String(one.keys),
		]),
	);
	const words = "From the keystroke to the diagnostics over standard input and output, the server's pause of 8 ms included.";
	return section("In an editor", words, measured, table(["", "p50", "p95", "max", "server's memory, MB", "keys"], rows));
}

function start(measured: Measurements["start"]): string {
	if (!measured) return "";
	const rows = Object.entries(measured.result).map(([name, one]) => [name, ms(one.p50), ms(one.max)]);
	const words =
		"From the shell to the verdicts of one article of 8 KB: `plumbline check`, its files in the system's memory, the pack's index made.";
	return section("The command line", words, measured, table(["", "median", "max"], rows));
}

function facts(measured: Measurements["facts"]): string {
	if (!measured) return "";
	const least = Object.values(measured.result)[0];
	const rows = Object.entries(measured.result).map(([count, one]) => [
		count,
		ms(one.cold),
		ms(one.full),
		ratio(one.full, least?.full),
		ms(one.p50),
		ratio(one.p50, least?.p50),
		String(Math.round(one.memory)),
	]);
	const head = ["facts", "first result", "full", "", "keystroke p50", "", "memory, MB"];
	return section("Larger packs", "The article of 8 KB against packs of many sizes; × to the smallest.", measured, table(head, rows));
}

function many(measured: Measurements["many"]): string {
	if (!measured) return "";
	const { articles, bytes, runs, alike } = measured.result;
	const one = runs[0];
	const rows = runs.map((run) => [
		String(run.jobs),
		run.seconds.toFixed(1),
		Math.round(run.articlesPerSecond).toLocaleString("en"),
		run.megabytesPerSecond.toFixed(2),
		one ? `${(one.seconds / run.seconds).toFixed(2)}×` : "",
		String(Math.round(run.memory)),
	]);
	const words = `\`plumbline check --format jsonl\` of a folder of ${articles.toLocaleString("en")} articles, ${(bytes / 1e6).toFixed(1)} MB, by number of threads. ${alike ? "Every run printed the same, in the same order." : "**The runs did not print the same.**"}`;
	return section(
		"Many articles",
		words,
		measured,
		table(["threads", "seconds", "articles a second", "MB a second", "as fast as one", "memory at most, MB"], rows),
	);
}

function profile(measured: Measurements["profile"]): string {
	if (!measured) return "";
	const { full, keystroke } = measured.result;
	const percent = (of: Shares, room: string) => `${((of.rooms[room] ?? 0) * 100).toFixed(1)} %`;
	const rooms = [...new Set([...Object.keys(full.rooms), ...Object.keys(keystroke.rooms)])].filter(
		(room) => (full.rooms[room] ?? 0) >= 0.01 || (keystroke.rooms[room] ?? 0) >= 0.01,
	);
	const rows = rooms.map((room) => [room, percent(full, room), percent(keystroke, room)]);
	return section(
		"Where the time goes",
		"A sampling profile of an article of 100 KB, by folder of the code; what has less than a hundredth of both is left out.",
		measured,
		table(["", "full check", "after a keystroke"], rows),
	);
}

function guard(measured: Measurements["guard"]): string {
	if (!measured) return "";
	const rows = Object.entries(measured.result).map(([name, { now, stored }]) => [
		name,
		now.toFixed(3),
		stored.toFixed(3),
		now > TOLERATED * stored ? "**slower**" : "in order",
	]);
	const words = `Processor time of a check of 100 KB, in times of a fixed piece of work that runs beside it. More than ${TOLERATED} times the ratio in \`test/bench/ratios.json\` is a regression, and \`npm run bench\` fails.`;
	return section("Guard", words, measured, table(["", "now", "stored", ""], rows));
}
