import { ledgerOf, pathBelow } from "./folders.ts";
import type { Host } from "./host.ts";
import type { ReviewParams, ReviewResult } from "./protocol.ts";
import { decode } from "./references/pack/decode.ts";
import { factsKey, withReview } from "./review/ledger.ts";
import type { View } from "./session.ts";

/** The ledger of an article's folder as it is to be written, with one of its claims signed off, or open again without a signature. */
export async function reviewed(host: Host, view: View, id: string, signature: ReviewParams["signature"]): Promise<ReviewResult> {
	const found = view.report.checked.find(({ claim }) => claim.id === id);
	if (!found || view.folder.uri === "") return {};
	const uri = ledgerOf(view.folder.uri);
	const before = await host.read(uri).then(
		(bytes) => decode(bytes),
		() => "", // the first sign-off makes the file
	);
	const article = pathBelow(view.uri, view.folder.uri);
	const review = signature && {
		article,
		claim: id,
		words: found.claim.text.replace(/\s+/g, " "),
		by: signature.by,
		on: host.today(),
		reason: signature.reason,
		...(signature.evidence && { evidence: signature.evidence }),
		facts: factsKey(found.verdict),
	};
	return { ledger: { uri, content: withReview(before, article, id, review) } };
}
