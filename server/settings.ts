import * as z from "zod";
import { defaultTolerances, type Tolerances, toleranceDescriptions } from "./verdicts/tolerances.ts";
import type { Verdict, VerdictName } from "./verdicts/verdict.ts";

/** How loudly a verdict is shown. `hint` is a faint mark without a line in the Problems list. */
export type Severity = z.infer<typeof severity>;

const severity = z.enum(["error", "warning", "information", "hint", "off"]);
const share = z.number().min(0).max(1);

/** One setting. The manifest's `contributes.configuration` and `docs/settings.md` are made from these by `scripts/manifest.mjs`. */
export interface Definition {
	readonly schema: z.ZodType;
	readonly default: unknown;
	/** `resource`: may differ from folder to folder. `window`: one value for the whole window. */
	readonly scope: "resource" | "window";
	/** What a workspace says is not followed before the workspace is trusted, since it may name an address or a key. */
	readonly restricted?: true;
	/** Markdown, for the settings editor and for the manual. */
	readonly doc: string;
	/** What each value of an enumeration means, in the schema's order. */
	readonly valueDocs?: readonly string[];
}

const severityDocs = [
	"An error, in the text and in the Problems list.",
	"A warning, in the text and in the Problems list.",
	"A note, in the text and in the Problems list.",
	"A faint mark in the text, no line in the Problems list.",
	"Nothing is marked. The hover and the claims view still show it.",
];

function severityOf(fallback: Severity, doc: string) {
	return { schema: severity, default: fallback, scope: "resource", doc, valueDocs: severityDocs } as const;
}

type ToleranceSettings = { readonly [K in keyof Tolerances as `tolerances.${K}`]: Definition & { readonly schema: z.ZodNumber } };

const toleranceSettings = Object.fromEntries(
	(Object.keys(defaultTolerances) as (keyof Tolerances)[]).map((name) => [
		`tolerances.${name}`,
		{
			schema: name === "stale" ? z.number().min(0) : share,
			default: defaultTolerances[name],
			scope: "resource",
			doc: toleranceDescriptions[name],
		},
	]),
) as unknown as ToleranceSettings;

/** Every setting by its name without the leading `plumbline.`, in the order in which the settings editor shows them. */
export const definitions = {
	packs: {
		schema: z.array(z.string()),
		default: ["packs"],
		scope: "resource",
		restricted: true,
		doc: "Where the reference packs are: folders, each a pack or a folder of packs, relative to the workspace folder or to the configuration file that names them. A workspace folder that is a pack itself counts without being named. `postgres://user@host/database` is a database that a newsroom shares; its password never stands here (see docs/database.md).",
	},
	trustedKeys: {
		schema: z.record(z.string(), z.string()),
		default: {},
		scope: "resource",
		restricted: true,
		doc: 'Whose packs you trust, by name: public keys of minisign, such as `{ "Business desk": "RWQ…" }`. Where there is one, the signature of each `plumbline.lock.json` is verified, and packs whose lock bears a wrong one are not used.',
	},
	languages: {
		schema: z.array(z.string()),
		default: ["markdown"],
		scope: "window",
		doc: "Languages whose documents are articles. Every language but `markdown` is read as plain text.",
	},
	ticks: {
		schema: z.boolean(),
		default: true,
		scope: "resource",
		doc: "Show a quiet tick after each claim that a reference supports or that somebody has signed off, with the date of the figure where the sentence names none.",
	},
	colours: {
		schema: z.boolean(),
		default: true,
		scope: "resource",
		doc: "Colour figures, times, quotations, sources and roles, each in a colour of the theme.",
	},
	citation: {
		schema: z.enum(["link", "footnote"]),
		default: "link",
		scope: "resource",
		doc: "How the quick fix that cites a source writes it.",
		valueDocs: ["The claim's words become a link to the source.", "A footnote names the source."],
	},
	reviewer: {
		schema: z.string(),
		default: "",
		scope: "window",
		doc: "Your name, as it stands beside the claims that you sign off. Asked for when it is needed.",
	},
	noPackHint: {
		schema: z.boolean(),
		default: true,
		scope: "resource",
		doc: "Where no reference pack is set up, say once in each article how to add one. It is a hint: no line in the Problems list.",
	},
	"severity.contradicted": severityOf("error", "A reference of the same subject, measure and period disagrees."),
	"severity.inconsistent": severityOf("error", "The article contradicts itself, or its own arithmetic fails."),
	"severity.outdated": severityOf("warning", "The claim agrees with an older figure, and a newer one was known."),
	"severity.imprecise": severityOf("warning", "True as worded, but misleading: `over $25 billion` for 33.0."),
	"severity.disputed": severityOf("warning", "Two packs disagree about it."),
	"severity.unreferenced": severityOf(
		"hint",
		"Checkable, but no pack speaks of it. While reviewing, `information` lists every one of them.",
	),
	"severity.supported": severityOf("off", "A reference agrees."),
	"severity.reviewed": severityOf("off", "Somebody has signed the claim off, and neither its words nor the fact have changed since."),
	"notes.anonymousSource": severityOf("hint", "A note for the desk: a source is not named (`a person familiar with the talks`)."),
	"notes.surnameFirst": severityOf(
		"information",
		"A note for the desk: somebody is called by surname before the article gives the full name.",
	),
	...toleranceSettings,
	"trace.server": {
		schema: z.enum(["off", "messages", "verbose"]),
		default: "off",
		scope: "window",
		doc: "Write what editor and checker say to each other to the output channel, to find faults.",
		valueDocs: ["Nothing.", "The name of each message.", "Each message in full."],
	},
} as const satisfies Readonly<Record<string, Definition>> &
	Readonly<Record<`severity.${VerdictName}` | `tolerances.${keyof Tolerances}`, Definition>>;

type Definitions = typeof definitions;

/** The value of every setting. */
export type Settings = { readonly [K in keyof Definitions]: Readonly<z.infer<Definitions[K]["schema"]>> };

/**
 * Settings from an editor's configuration object (`{ packs: […], severity: { outdated: "error" } }`). What is absent has its default; a value
 * that its schema refuses has it too, and `refused` is told why.
 */
export function readSettings(configuration: unknown, refused: (name: string, why: string) => void = () => {}): Settings {
	const values: Record<string, unknown> = {};
	for (const [name, definition] of Object.entries<Definition>(definitions)) {
		const given = lookUp(configuration, name);
		const parsed = given === undefined || given === null ? undefined : definition.schema.safeParse(given);
		if (parsed && !parsed.success) refused(name, parsed.error.issues.map((issue) => issue.message).join("; "));
		values[name] = parsed?.success ? parsed.data : definition.default;
	}
	return values as Settings;
}

/** The tolerances that the settings ask for. */
export function tolerancesOf(settings: Settings): Tolerances {
	const names = Object.keys(defaultTolerances) as (keyof Tolerances)[];
	return Object.fromEntries(names.map((name) => [name, settings[`tolerances.${name}`]])) as unknown as Tolerances;
}

/** How loudly the settings want a verdict shown. What no reference speaks of may still be worth a note for the desk. */
export function severityFor({ name, reason }: Pick<Verdict, "name" | "reason">, settings: Settings): Severity {
	if (reason.kind === "anonymous source") return settings["notes.anonymousSource"];
	if (reason.kind === "surname first") return settings["notes.surnameFirst"];
	return settings[`severity.${name}`];
}

/** The value at a dotted name, whether the object nests (`{ severity: { outdated } }`) or is flat (`{ "severity.outdated" }`). */
function lookUp(configuration: unknown, name: string): unknown {
	if (typeof configuration !== "object" || configuration === null) return undefined;
	if (Object.hasOwn(configuration, name)) return (configuration as Record<string, unknown>)[name];
	let value: unknown = configuration;
	for (const key of name.split(".")) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as Record<string, unknown>)[key];
	}
	return value;
}
