/** What a claim is called by: made of its kind, its words and its sentence, so that edits elsewhere leave it alone. */
export function claimName(kind: string, words: string, sentence: string): string {
	return hash64(`${kind}\u0000${words}\u0000${sentence.replace(/\s+/g, " ")}`);
}

/** How long a claim's name is. */
export const NAME_LENGTH = 16;

/** A claim's stable id: its name, and which of those called so it is. `seen` counts claims that are alike within one article and is written to. */
export function claimId(name: string, seen: Map<string, number>): string {
	const nth = seen.get(name) ?? 0;
	seen.set(name, nth + 1);
	return nth === 0 ? name : `${name}-${nth + 1}`;
}

/** Two rounds of 32-bit FNV-1a (Fowler, Noll and Vo) with different seeds, as 16 hexadecimal digits. Not for security. */
function hash64(text: string): string {
	let a = 0x811c9dc5;
	let b = 0x9dc5811c;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 0x01000193);
		b = Math.imul(b ^ (unit + i), 0x01000193);
	}
	return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
