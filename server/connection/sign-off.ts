import { ledgerOf, pathBelow } from "../folders.ts";
import { type Host, HostError } from "../host.ts";
import { type Language, said } from "../language/language.ts";
import { phrase } from "../language/phrase.ts";
import type { ReviewParams, ReviewResult } from "../protocol.ts";
import { decodeExactly } from "../references/pack/text/decode.ts";
import { claimKeys, factsKey, type Review, WHOLE, withReview } from "../review/ledger.ts";
import type { View } from "../session.ts";

/**
 * The ledger of an article's folder as it is to be written, with one of its claims or all of it signed off, or open again without a signature. A ledger
 * that is there and can't be read is left as it is. One is to be done after another: what the first has written, the second reads.
 */
export async function reviewed(host: Host, view: View, { id, signature, write }: ReviewParams, language?: Language): Promise<ReviewResult> {
	const what = wordsOf(view, id);
	if (!what || !hasLedger(view) || !(signature === undefined || isSignature(signature))) return {};
	const uri = ledgerOf(view.folder.uri);
	const before = await textOf(uri, host);
	if (before instanceof HostError) return { unreadable: { uri, reason: said(language, before.said) } };
	const article = pathBelow(view.uri, view.folder.uri);
	const review = signature && {
		article,
		claim: id,
		words: what.words,
		by: signature.by,
		on: host.today(),
		reason: signature.reason,
		...(signature.evidence && { evidence: signature.evidence }),
		facts: what.facts,
		...(what.claims && { claims: what.claims }),
	};
	const content = withReview(before, article, id, review);
	const written = write === true && ((await host.write?.(uri, content)) ?? false);
	return { ledger: { uri, content, ...(written && { written }) } };
}

/** A ledger's text, or why there is none: whoever writes must know all that stands there. The first sign-off makes the file. */
async function textOf(uri: string, host: Host): Promise<string | HostError> {
	try {
		return decodeExactly(await host.read(uri)) ?? new HostError(uri, phrase("is not UTF-8"));
	} catch (error) {
		if ((await host.stat(uri)) === undefined) return "";
		return error instanceof HostError ? error : new HostError(uri, phrase("cannot be read"));
	}
}

/** Whether what a client sent can stand in a ledger. */
function isSignature(signature: object): boolean {
	const { by, reason, evidence } = signature as Readonly<Record<string, unknown>>;
	return typeof by === "string" && typeof reason === "string" && (evidence === undefined || typeof evidence === "string");
}

/** Whether a ledger goes with an article: one that has never been saved lies nowhere. */
export function hasLedger({ uri, folder }: View): boolean {
	return folder.uri !== "" && !uri.startsWith("untitled:");
}

/** What the ledger remembers of a claim, or of the whole article. */
function wordsOf({ report }: View, id: string): Pick<Review, "words" | "facts" | "claims"> | undefined {
	if (id === WHOLE) return { words: "", facts: "", claims: claimKeys(report.checked) };
	const found = report.checked.find(({ claim }) => claim.id === id);
	return found && { words: found.claim.text.replace(/\s+/g, " "), facts: factsKey(found.verdict) };
}
